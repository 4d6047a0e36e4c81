//! Lending, told as stories: what helped one of them, lent to the other by an act, and taken back.

use twinflower_core::Error;
use twinflower_core::domain::way::{MOST_WAYS, WayKind};
use twinflower_core::use_cases::{SharedThing, WayWords};
use twinflower_core::vault::Passphrase;
use twinflower_core::views::{Lent, Origin, WayRow};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, holds_bytes};

fn way(words: &str) -> WayWords {
    WayWords { kind: WayKind::CalmTheBody, words: words.to_owned(), with_care: false, readable_while_locked: false }
}

fn first(home: &Home) -> WayRow {
    home.family.next_hour().unwrap().ways.remove(0)
}

#[test]
fn a_mother_lends_what_helped_her_exactly_as_it_was_previewed_and_the_daughter_keeps_it_among_her_own() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let ticked = WayWords { readable_while_locked: true, ..way("the heavy blanket 🌷 שמיכה") };
    home.family.add_way(&ticked).unwrap();
    home.family.set_way_helped(first(&home).id, true).unwrap();
    home.alone(mira);
    assert_eq!(home.family.next_hour().unwrap().lent, [], "nothing is lent by itself");
    home.alone(ana);
    let mine = first(&home).id;
    let preview = home.family.preview_way(mine).unwrap();
    let view = home.family.lend_way(mine).unwrap();
    assert_eq!((view.ways[0].lent, view.ways[0].helped, view.lent), (Lent::AsItIs, true, vec![]));
    let shared = home.family.shared().unwrap().hers.remove(0);
    assert_eq!((shared.title, shared.origin), (preview.words.clone(), Some(Origin::Mine)));

    home.alone(mira);
    let lent = home.family.next_hour().unwrap().lent;
    let SharedThing::Way(copy) = shared.thing else { panic!("{:?}", shared.thing) };
    assert_eq!(lent.len(), 1);
    assert_eq!((lent[0].id, lent[0].owner, lent[0].kind), (copy, ana, preview.kind));
    assert_eq!(lent[0].words, preview.words);
    let ours = home.family.frames_of_ours().unwrap();
    let kept = home.family.keep_lent_way(copy).unwrap();
    assert_eq!((kept.ways[0].words.as_str(), kept.ways[0].helped), (preview.words.as_str(), false));
    assert!(!kept.ways[0].readable_while_locked);
    assert_eq!(home.family.frames_of_ours().unwrap(), ours, "that she kept it is told to nobody");

    home.alone(ana);
    assert_eq!(home.family.take_back_way(mine).unwrap().ways[0].lent, Lent::No);
    home.alone(mira);
    let view = home.family.next_hour().unwrap();
    assert_eq!((view.lent, view.ways.len()), (vec![], 1), "what she kept is hers");
}

#[test]
fn only_the_one_who_lends_it_changes_or_takes_it_back() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    home.family.add_way(&way("both feet on the floor")).unwrap();
    home.family.lend_way(first(&home).id).unwrap();
    home.alone(mira);
    let copy = home.family.next_hour().unwrap().lent[0].id;
    assert_eq!(home.family.edit_way(copy, &way("hers")), Err(Error::Gone));
    assert_eq!(home.family.delete_way(copy), Err(Error::Gone));
    assert_eq!(home.family.lend_way(copy), Err(Error::Gone));
    assert_eq!(home.family.take_back_way(copy), Err(Error::Gone));
    let thing = SharedThing::Way(copy);
    assert_eq!(home.family.take_back(thing, None, home.now), Err(Error::NotHers));

    home.come_in(ana);
    assert_eq!(home.family.lend_way(copy), Err(Error::NeedsHerPassphrase));
    assert_eq!(home.family.take_back(thing, None, home.now), Err(Error::NeedsHerPassphrase));
    let hers = Passphrase::typed(ANAS_PASSPHRASE);
    let sealed = home.family.sealed_bytes_of(copy.into()).unwrap();
    assert_eq!(home.family.take_back(thing, Some(&hers), home.now).unwrap().hers, []);
    home.family.tidy().unwrap();
    let bytes = home.every_byte();
    assert!(!sealed.is_empty() && sealed.iter().all(|part| !holds_bytes(&bytes, part)));
    home.alone(ana);
    assert_eq!((first(&home).lent, first(&home).words.as_str()), (Lent::No, "both feet on the floor"));
}

#[test]
fn what_is_lent_stays_as_it_was_shown_until_she_lends_it_anew() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    home.family.add_way(&way("a song")).unwrap();
    let mine = first(&home).id;
    home.family.lend_way(mine).unwrap();
    home.family.edit_way(mine, &way("the song about him")).unwrap();
    assert_eq!(first(&home).lent, Lent::AsItWas);
    home.alone(mira);
    let copy = home.family.next_hour().unwrap().lent[0].clone();
    assert_eq!(copy.words, "a song");
    home.alone(ana);
    assert_eq!(home.family.lend_way(mine).unwrap().ways[0].lent, Lent::AsItIs);
    home.alone(mira);
    let anew = home.family.next_hour().unwrap().lent;
    assert_eq!((anew.len(), anew[0].id, anew[0].words.as_str()), (1, copy.id, "the song about him"));
    home.alone(ana);
    home.family.take_back_way(mine).unwrap();
    home.family.lend_way(mine).unwrap();
    assert!(home.family.undo(None).unwrap());
    assert_eq!(first(&home).lent, Lent::No, "lending is undone in both places at once");
    home.alone(mira);
    assert_eq!(home.family.next_hour().unwrap().lent, []);
}

#[test]
fn what_is_not_for_everybody_is_never_lent_and_nothing_is_while_she_says_not_now() {
    let (mut home, ana, _) = Home::with_both();
    home.alone(ana);
    let cold = WayWords { with_care: true, ..way("cold water over my hands") };
    home.family.add_way(&cold).unwrap();
    let mine = first(&home).id;
    assert_eq!(home.family.lend_way(mine), Err(Error::NotForEverybody));
    home.family.edit_way(mine, &way("warm water over my hands")).unwrap();
    home.family.set_not_now(true).unwrap();
    assert_eq!(home.family.lend_way(mine), Err(Error::NotNow));
    home.family.set_not_now(false).unwrap();
    home.family.lend_way(mine).unwrap();
    assert_eq!(home.family.edit_way(mine, &cold), Err(Error::NotForEverybody));
    assert_eq!(first(&home).words, "warm water over my hands");
    home.family.delete_way(mine).unwrap();
    let row = home.family.shared().unwrap().hers.remove(0);
    assert_eq!((row.title.as_str(), row.origin), ("warm water over my hands", Some(Origin::Ours)));
    assert_eq!(home.family.take_back(row.thing, None, home.now).unwrap().hers, []);
}

#[test]
fn she_may_have_all_her_ways_already_and_then_keeps_no_more() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    home.family.add_way(&way("ring somebody")).unwrap();
    home.family.lend_way(first(&home).id).unwrap();
    home.alone(mira);
    for at in 0..MOST_WAYS {
        home.family.add_way(&way(&at.to_string())).unwrap();
    }
    let copy = home.family.next_hour().unwrap().lent[0].id;
    assert_eq!(home.family.keep_lent_way(copy), Err(Error::OutOfBounds(MOST_WAYS)));
    home.alone(ana);
    assert_eq!(home.family.keep_lent_way(copy), Err(Error::Gone), "it is her own");
}
