//! The next hour, told as stories: a mother at her home, a daughter at hers, and what each made while she was well.

use twinflower_core::Error;
use twinflower_core::domain::ideas::Lives;
use twinflower_core::domain::plan::{MOST_PLAN_LINES, MOST_REASONS, PlanPart};
use twinflower_core::domain::way::{MOST_WAYS, WayKind};
use twinflower_core::use_cases::{ContactWords, MOST_AT_THE_DOOR, MOST_IN_A_FILE, MOST_TO_SEND, ReasonWords, WayWords};
use twinflower_core::views::{Readable, WayRow};
use twinflower_tests::home::{Home, holds, holds_bytes};

const PICTURE: &[u8] = include_bytes!("../../icons/32x32.png");

fn way(kind: WayKind, words: &str) -> WayWords {
    WayWords { kind, words: words.to_owned(), with_care: false, readable_while_locked: false }
}

fn ways(home: &Home) -> Vec<WayRow> {
    home.family.next_hour().unwrap().ways
}

fn said(home: &Home) -> Vec<String> {
    ways(home).into_iter().map(|row| row.words).collect()
}

fn found(home: &Home, words: &str) -> WayRow {
    ways(home).into_iter().find(|row| row.words == words).unwrap()
}

#[test]
fn a_mother_at_her_home_marks_what_helped_and_it_comes_first() {
    let (mut home, ana) = Home::with_ana();
    home.family.add_way(&way(WayKind::ThinkOfSomethingElse, "the song with the long verse 🎶")).unwrap();
    home.family.add_way(&way(WayKind::DoSomething, "the drawer by the window")).unwrap();
    home.family.add_way(&way(WayKind::DoSomething, "water what is green")).unwrap();
    let in_order = ["the drawer by the window", "water what is green", "the song with the long verse 🎶"];
    assert_eq!(said(&home), in_order);
    let song = found(&home, in_order[2]).id;
    let marked = home.family.set_way_helped(song, true).unwrap().ways;
    assert_eq!((marked[0].id, marked[0].helped), (song, true));
    home.restart();
    home.come_in(ana);
    assert_eq!(said(&home)[0], in_order[2]);
    let edited = way(WayKind::ThinkOfSomethingElse, "any song, all of it");
    assert!(home.family.edit_way(song, &edited).unwrap().ways[0].helped, "the mark stays with new words");
    home.undo_all();
    assert_eq!(said(&home), [in_order[2], in_order[0], in_order[1]], "what this session did is taken back, no more");
}

#[test]
fn a_daughter_at_her_home_is_spared_what_is_not_for_her_and_nobody_learns_of_it() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(mira);
    let offered = home.family.way_ideas().unwrap();
    assert!(offered.iter().any(|idea| idea.with_care));
    home.family.set_lives(&[Lives::EatingDisorder]).unwrap();
    assert!(home.family.way_ideas().unwrap().iter().all(|idea| !idea.with_care));
    home.alone(ana);
    assert_eq!(home.family.way_ideas().unwrap(), offered);
    home.come_in(mira);
    assert_eq!(home.family.way_ideas(), Err(Error::NeedsHerPassphrase));
}

#[test]
fn what_one_keeps_for_the_next_hour_is_seen_by_nobody_else() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    home.family.add_way(&way(WayKind::CalmTheBody, "the heavy blanket")).unwrap();
    let id = ways(&home)[0].id;
    let ours = home.family.frames_of_ours().unwrap();
    home.alone(mira);
    assert_eq!(ways(&home), []);
    assert_eq!(home.family.edit_way(id, &way(WayKind::DoSomething, "hers")), Err(Error::Gone));
    assert_eq!(home.family.set_way_helped(id, true), Err(Error::Gone));
    assert_eq!(home.family.delete_way(id), Err(Error::Gone));
    assert_eq!(home.family.frames_of_ours().unwrap(), ours);
    home.come_in(ana);
    assert_eq!(home.family.next_hour(), Err(Error::NeedsHerPassphrase));
    home.restart();
    assert_eq!(home.family.next_hour(), Err(Error::Closed));
    assert!(!holds(&home.every_byte(), "heavy blanket"));
}

#[test]
fn at_the_door_stands_what_was_ticked_until_it_is_unticked_deleted_or_undone() {
    let (mut home, ana) = Home::with_ana();
    let ticked = WayWords { readable_while_locked: true, ..way(WayKind::DoSomething, "walk to the gate") };
    home.family.add_way(&way(WayKind::DoSomething, "only hers")).unwrap();
    home.family.add_way(&ticked).unwrap();
    let song = WayWords { readable_while_locked: true, ..way(WayKind::ThinkOfSomethingElse, "a song") };
    home.family.add_way(&song).unwrap();
    home.family.set_way_helped(found(&home, "a song").id, true).unwrap();
    home.restart();
    let door = home.family.door().readable_words;
    let rows: Vec<_> = door.iter().map(|row| (row.owner, row.what, row.words.as_str())).collect();
    assert_eq!(rows, [(ana, Readable::Way, "a song"), (ana, Readable::Way, "walk to the gate")]);
    assert!(!holds(&home.every_byte(), "only hers"));

    home.come_in(ana);
    let at_the_door = |home: &Home| home.family.door().readable_words.len();
    let gate = found(&home, "walk to the gate").id;
    home.family.edit_way(gate, &way(WayKind::DoSomething, "walk to the gate")).unwrap();
    assert_eq!(at_the_door(&home), 1);
    assert!(home.family.undo(None).unwrap());
    assert_eq!(at_the_door(&home), 2, "an undone untick stands there again");
    home.family.delete_way(gate).unwrap();
    home.family.delete_way(found(&home, "a song").id).unwrap();
    home.restart();
    assert_eq!(at_the_door(&home), 0);
    assert!(!holds(&home.every_byte(), "walk to the gate"));
}

#[test]
fn a_deleted_way_is_deleted_for_real() {
    let (mut home, _) = Home::with_ana();
    home.family.add_way(&way(WayKind::CalmTheBody, "hold the stone")).unwrap();
    let id = ways(&home)[0].id;
    let sealed = home.family.sealed_bytes_of(id.into()).unwrap();
    home.family.delete_way(id).unwrap();
    assert!(!home.family.undo(None).unwrap(), "it cannot be undone");
    assert_eq!((said(&home).len(), home.family.sealed_bytes_of(id.into()).unwrap().len()), (0, 0));
    home.family.tidy().unwrap();
    let bytes = home.every_byte();
    assert!(!sealed.is_empty() && sealed.iter().all(|part| !holds_bytes(&bytes, part)));
}

#[test]
fn a_mother_keeps_a_reason_with_a_photo_and_the_photo_is_never_at_the_door() {
    let (mut home, ana) = Home::with_ana();
    let sea = ReasonWords { words: "the sea in May, and you in it 🌊".to_owned(), readable_while_locked: true };
    assert_eq!(home.family.add_reason(&sea, Some(b"not a picture")), Err(Error::NotAPicture));
    home.family.add_reason(&sea, Some(PICTURE)).unwrap();
    let own = ReasonWords { words: "only hers to read".to_owned(), readable_while_locked: false };
    home.family.add_reason(&own, None).unwrap();
    home.restart();
    let door = home.family.door().readable_words;
    assert_eq!(
        door.iter().map(|row| (row.what, row.words.as_str())).collect::<Vec<_>>(),
        [(Readable::Reason, sea.words.as_str())]
    );
    let bytes = home.every_byte();
    assert!(!holds(&bytes, "only hers to read") && !holds_bytes(&bytes, &PICTURE[40..80]));

    home.come_in(ana);
    let row = home.family.next_hour().unwrap().reasons[0].clone();
    let photo = home.family.reason_photo(row.id).unwrap();
    let edited = ReasonWords { words: "the sea".to_owned(), ..sea };
    assert!(home.family.edit_reason(row.id, &edited, None).unwrap().reasons[0].has_photo, "the photo stays");
    assert_eq!(home.family.door().readable_words[0].words, "the sea");
    assert!(!home.family.remove_reason_photo(row.id).unwrap().reasons[0].has_photo);
    assert_eq!(home.family.reason_photo(row.id), Err(Error::Gone));
    assert!(home.family.undo(None).unwrap());
    assert_eq!(home.family.reason_photo(row.id).unwrap(), photo, "an undone removal brings it back");
    let sealed = home.family.sealed_bytes_of(row.id.into()).unwrap();
    home.family.delete_reason(row.id).unwrap();
    home.family.tidy().unwrap();
    let bytes = home.every_byte();
    assert!(!sealed.is_empty() && sealed.iter().all(|part| !holds_bytes(&bytes, part)));
    assert_eq!((home.family.door().readable_words.len(), home.family.next_hour().unwrap().reasons.len()), (0, 1));
}

#[test]
fn a_daughters_reasons_are_hers_alone() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(mira);
    let hers = ReasonWords { words: "כי הבוקר שלי".to_owned(), readable_while_locked: false };
    home.family.add_reason(&hers, Some(PICTURE)).unwrap();
    let id = home.family.next_hour().unwrap().reasons[0].id;
    home.alone(ana);
    assert_eq!(home.family.next_hour().unwrap().reasons, []);
    assert_eq!(home.family.reason_photo(id), Err(Error::Gone));
    assert_eq!(home.family.edit_reason(id, &hers, None), Err(Error::Gone));
    assert_eq!(home.family.remove_reason_photo(id), Err(Error::Gone));
    assert_eq!(home.family.delete_reason(id), Err(Error::Gone));
    home.come_in(mira);
    assert_eq!(home.family.reason_photo(id), Err(Error::NeedsHerPassphrase));
}

#[test]
fn the_bounds_are_told_and_nothing_is_lost_at_them() {
    let (mut home, _) = Home::with_ana();
    assert_eq!(home.family.add_way(&way(WayKind::DoSomething, " \n")), Err(Error::Blank));
    assert_eq!(home.family.add_way(&way(WayKind::DoSomething, &"🌷".repeat(201))), Err(Error::TooLong(200)));
    for at in 0..MOST_WAYS {
        home.family.add_way(&way(WayKind::DoSomething, &format!("{at} {}", "ل".repeat(190)))).unwrap();
    }
    assert_eq!(home.family.add_way(&way(WayKind::DoSomething, "one more")), Err(Error::OutOfBounds(MOST_WAYS)));
    assert_eq!(ways(&home).len(), MOST_WAYS as usize);
    let long = |characters| ReasonWords { words: "م".repeat(characters), readable_while_locked: false };
    assert_eq!(home.family.add_reason(&long(601), None), Err(Error::TooLong(600)));
    for _ in 0..MOST_REASONS {
        home.family.add_reason(&long(600), None).unwrap();
    }
    assert_eq!(home.family.add_reason(&long(1), None), Err(Error::OutOfBounds(MOST_REASONS)));
}

#[test]
fn the_door_never_outgrows_what_it_can_read_and_she_is_told_when_it_is_full() {
    let (mut home, ana, mira) = Home::with_both();
    for person in [ana, mira] {
        home.alone(person);
        let long = ContactWords {
            name: "somebody".to_owned(),
            number: "020 0000".to_owned(),
            good_for: "🌷".repeat(10_000),
            to_send: vec![],
            readable_while_locked: true,
        };
        let kept = (0..20).take_while(|_| home.family.add_contact(&long).is_ok()).count();
        assert_eq!(home.family.add_contact(&long), Err(Error::DoorFull));
        assert_eq!((kept, home.family.contacts().unwrap().len()), (MOST_AT_THE_DOOR / 40_200, kept));
    }
    home.restart();
    assert!(std::fs::metadata(home.folder().join("door.json")).unwrap().len() < MOST_IN_A_FILE);
    assert_eq!(home.family.door().people.len(), 2);
    home.come_in(ana);
    assert!(home.family.add_way(&way(WayKind::DoSomething, "not at the door")).is_ok());
}

#[test]
fn a_daughters_plan_is_hers_alone_edited_deleted_for_real_and_bounded() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(mira);
    let family = &mut home.family;
    family.add_plan_line(PlanPart::Safer, "the tablets are at my aunt's").unwrap();
    family.add_plan_line(PlanPart::Signs, "I answer nobody. אני שותקת").unwrap();
    let plan = family.add_plan_line(PlanPart::Signs, "the curtains stay closed").unwrap().plan;
    let said: Vec<_> = plan.iter().map(|row| (row.part, row.words.as_str())).collect();
    let signs = [(PlanPart::Signs, "I answer nobody. אני שותקת"), (PlanPart::Signs, "the curtains stay closed")];
    assert_eq!(said, [signs[0], signs[1], (PlanPart::Safer, "the tablets are at my aunt's")]);
    let id = plan[0].id;
    assert_eq!(family.edit_plan_line(id, "").map(|_| ()), Err(Error::Blank));
    assert_eq!(family.edit_plan_line(id, "I go quiet").unwrap().plan[0].words, "I go quiet");
    assert!(family.undo(None).unwrap());
    assert_eq!(family.next_hour().unwrap().plan, plan);
    family.add_reason(&ReasonWords { words: "the sea".to_owned(), readable_while_locked: false }, None).unwrap();
    assert_eq!(family.next_hour().unwrap().plan.len(), 3, "a reason is no line of it");
    for at in 2..MOST_PLAN_LINES {
        family.add_plan_line(PlanPart::Signs, &at.to_string()).unwrap();
    }
    assert_eq!(family.add_plan_line(PlanPart::Signs, "more"), Err(Error::OutOfBounds(MOST_PLAN_LINES)));
    family.delete_plan_line(id).unwrap();
    assert_eq!(home.family.sealed_bytes_of(id.into()).unwrap(), Vec::<Vec<u8>>::new());
    home.alone(ana);
    assert_eq!(home.family.next_hour().unwrap().plan, []);
    assert_eq!(home.family.edit_plan_line(plan[1].id, "hers"), Err(Error::Gone));
    assert_eq!(home.family.delete_plan_line(plan[1].id), Err(Error::Gone));
    home.restart();
    assert!(!holds(&home.every_byte(), "curtains"));
}

#[test]
fn words_to_send_are_kept_with_one_of_her_people_and_stand_at_the_door_only_where_she_ticked() {
    let (mut home, ana) = Home::with_ana();
    let call = "I am having a hard hour. Could you call me?".to_owned();
    let rosa = ContactWords {
        name: "Tía Rosa 🌹".to_owned(),
        number: "020 0000".to_owned(),
        good_for: String::new(),
        to_send: vec![call.clone(), "  ".to_owned(), "Nothing to do. Just say hello. שלום".to_owned()],
        readable_while_locked: false,
    };
    let row = home.family.add_contact(&rosa).unwrap().remove(0);
    assert_eq!(row.to_send, [rosa.to_send[0].as_str(), rosa.to_send[2].as_str()], "a blank one was only begun");
    home.restart();
    assert!(!holds(&home.every_byte(), "hard hour"));
    home.come_in(ana);
    let ticked = ContactWords { to_send: vec![call.clone()], readable_while_locked: true, ..rosa.clone() };
    home.family.edit_contact(row.id, &ticked).unwrap();
    home.restart();
    assert_eq!(home.family.door().readable[0].to_send, [call]);
    home.come_in(ana);
    let many = ContactWords { to_send: vec!["a".to_owned(); 6], ..rosa.clone() };
    assert_eq!(home.family.edit_contact(row.id, &many), Err(Error::OutOfBounds(MOST_TO_SEND)));
    let long = ContactWords { to_send: vec!["ל".repeat(501)], ..rosa };
    assert_eq!(home.family.edit_contact(row.id, &long), Err(Error::TooLong(500)));
    assert!(home.family.undo(None).is_ok_and(|undone| !undone), "nothing of this session is left to undo");
}

#[test]
fn a_card_she_keeps_is_hers_alone_and_can_be_taken_out_again() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let kept = |home: &Home| {
        let cards = home.family.next_hour().unwrap().cards;
        cards.iter().map(|card| card.as_str().to_owned()).collect::<Vec<_>>()
    };
    home.family.set_card_kept("shame", true).unwrap();
    home.family.set_card_kept("hope", true).unwrap();
    assert_eq!(kept(&home), ["hope", "shame"], "they stand in the order of all cards");
    assert_eq!(home.family.set_card_kept("no-such-card", true), Err(Error::Gone));
    home.family.set_card_kept("shame", false).unwrap();
    assert_eq!(kept(&home), ["hope"]);
    assert!(home.family.undo(None).unwrap());
    assert_eq!(kept(&home), ["hope", "shame"]);
    let ours = home.family.frames_of_ours().unwrap();
    home.alone(mira);
    assert!(kept(&home).is_empty());
    home.come_in(ana);
    assert_eq!(home.family.set_card_kept("hope", true), Err(Error::NeedsHerPassphrase));
    assert_eq!(home.family.frames_of_ours().unwrap(), ours);
    home.restart();
    home.come_in(ana);
    assert_eq!(kept(&home), ["hope", "shame"]);
}
