//! Two computers of one family, told as stories: what one writes is on the other once they meet.

use twinflower_core::Error;
use twinflower_core::domain::ids::MilestoneId;
use twinflower_core::domain::person::Owner;
use twinflower_core::domain::recurrence::How;
use twinflower_core::use_cases::{Began, MilestoneWords, RitualWords};
use twinflower_core::vault::Passphrase;
use twinflower_tests::home::{Home, MIRAS_PASSPHRASE};
use twinflower_tests::meet::{AWAY, Apart, DESK, device};
use twinflower_tests::prove::Ask;
use twinflower_tests::prove::converge::converge;
use twinflower_tests::prove::gone_bad::gone_bad;

const PICTURE: &[u8] = include_bytes!("../../icons/32x32.png");

fn words(title: &str) -> MilestoneWords {
    MilestoneWords { title: title.to_owned(), why: String::new(), reached_on: None, counted: None }
}

/// Keeps a milestone of whoever is here.
fn add(home: &mut Home, title: &str) -> MilestoneId {
    let rows = home.family.add_milestone(&words(title), home.now).unwrap().rows;
    rows.into_iter().find(|row| row.title == title).unwrap().id
}

/// Lets whoever is here alone share a milestone of hers.
fn share(home: &mut Home, title: &str) {
    let id = add(home, title);
    home.family.share_milestone(id, true, home.now).unwrap();
}

fn tea(home: &Home) -> RitualWords {
    RitualWords {
        title: "tea".to_owned(),
        meaning: String::new(),
        steps: vec![],
        how: How::Daily { every: 1 },
        starts_on: home.now.today,
        ends_on: None,
        at: None,
    }
}

fn titles(home: &Home) -> Vec<String> {
    let mut titles: Vec<String> =
        home.family.milestones("", home.now).unwrap().rows.into_iter().map(|row| row.title).collect();
    titles.sort();
    titles
}

#[test]
fn what_each_shares_while_apart_is_on_both_once_they_meet_and_on_their_disks() {
    let mut apart = Apart::begin();
    apart.desk.alone(apart.ana);
    share(&mut apart.desk, "Née Núñez 🌷");
    share(&mut apart.away, "מירה by the sea");
    let met = apart.meet();
    assert!(met.brought && !met.more);
    apart.desk.restart();
    apart.desk.alone(apart.ana);
    apart.away.restart();
    apart.away.alone(apart.mira);
    assert_eq!(titles(&apart.desk), ["Née Núñez 🌷", "מירה by the sea"]);
    assert_eq!(titles(&apart.away), ["Née Núñez 🌷", "מירה by the sea"]);
}

#[test]
fn when_there_is_nothing_new_the_two_say_so_in_two_messages_and_less_than_a_thousand_bytes() {
    let mut apart = Apart::begin();
    apart.let_mine_go();
    share(&mut apart.away, "the sea");
    apart.meet();
    let met = apart.meet();
    assert_eq!((met.messages, met.brought), (2, false));
    assert!(met.bytes < 1000, "{} bytes for two spaces", met.bytes);
}

#[test]
fn her_own_space_goes_to_another_computer_only_once_she_said_so_on_both_with_her_passphrase() {
    let mut apart = Apart::begin();
    add(&mut apart.away, "only mine");
    apart.meet();
    assert_eq!(titles(&apart.desk), [""; 0], "Mira is in on both, and never said so");
    let wrong = apart.away.family.let_mine_go_to(device(DESK), &Passphrase::typed("some other words to try"));
    assert_eq!(wrong.unwrap_err(), Error::WrongWords);
    apart.away.family.let_mine_go_to(device(DESK), &Passphrase::typed(MIRAS_PASSPHRASE)).unwrap();
    apart.meet();
    assert_eq!(titles(&apart.desk), [""; 0], "she said so on one of the two");
    apart.let_mine_go();
    apart.desk.alone(apart.ana);
    apart.meet();
    apart.desk.alone(apart.mira);
    assert_eq!(titles(&apart.desk), [""; 0], "Ana sat there, so Mira's space was closed");
    apart.meet();
    assert_eq!(titles(&apart.desk), ["only mine"]);
}

#[test]
fn a_photo_and_a_line_of_the_same_evening_kept_apart_by_both_are_whole_on_both() {
    let mut apart = Apart::begin();
    apart.desk.together(apart.ana, apart.mira);
    let now = apart.desk.now;
    let ritual = apart.desk.family.add_ritual(&tea(&apart.desk), now).unwrap().rows[0].id;
    apart.meet();
    apart.desk.alone(apart.ana);
    apart.desk.family.keep_occurrence(ritual, now.today, Some("with lemon"), Some(PICTURE), now).unwrap();
    apart.away.family.keep_occurrence(ritual, now.today, Some("with honey"), Some(PICTURE), now).unwrap();
    apart.meet();
    for home in [&apart.desk, &apart.away] {
        let lane = home.family.memory_lane(ritual, None).unwrap();
        let mut lines: Vec<&str> = lane.rows[0].lines.iter().map(|line| line.words.as_str()).collect();
        lines.sort_unstable();
        assert_eq!(lines, ["with honey", "with lemon"], "each began this evening's words under a key of her own");
        for who in [apart.ana, apart.mira] {
            assert!(home.family.occurrence_photo(ritual, now.today, Owner::One(who)).is_ok());
        }
    }
}

#[test]
fn what_was_deleted_on_one_computer_goes_from_the_other_and_never_comes_back() {
    let mut apart = Apart::begin();
    apart.desk.together(apart.ana, apart.mira);
    let kept = add(&mut apart.desk, "we were at the sea");
    apart.meet();
    assert!(!apart.away.family.sealed_bytes_of(kept.into()).unwrap().is_empty());
    let now = apart.desk.now;
    apart.desk.family.delete_milestone(kept, None, now).unwrap();
    apart.meet();
    for _ in 0..3 {
        for home in [&apart.desk, &apart.away] {
            assert_eq!(titles(home), [""; 0]);
            assert!(home.family.sealed_bytes_of(kept.into()).unwrap().is_empty(), "neither its key nor its words");
        }
        apart.meet_until(u64::MAX).unwrap();
    }
}

#[test]
fn a_wire_that_is_cut_anywhere_loses_nothing_and_the_next_meeting_goes_on() {
    for most in 0..6 {
        let mut apart = Apart::begin();
        apart.desk.alone(apart.ana);
        share(&mut apart.desk, "hers");
        share(&mut apart.away, "and hers");
        apart.meet_until(most).unwrap();
        apart.desk.restart();
        apart.desk.alone(apart.ana);
        apart.meet();
        assert_eq!(titles(&apart.desk), ["and hers", "hers"], "cut after {most} messages");
        assert_eq!(titles(&apart.away), ["and hers", "hers"], "cut after {most} messages");
    }
}

#[test]
fn a_computer_put_back_to_an_older_copy_is_brought_up_to_date_and_goes_on() {
    let mut apart = Apart::begin();
    share(&mut apart.away, "the sea");
    apart.meet();
    let mut older = Home::in_a_copy_of(apart.away.folder());
    share(&mut apart.away, "the hill");
    apart.meet();
    older.come_in(apart.mira);
    apart.away = older;
    share(&mut apart.away, "the lake");
    apart.meet();
    assert_eq!(titles(&apart.away), ["the hill", "the lake", "the sea"]);
    assert_eq!(apart.meet().messages, 2, "both hold the same");
}

#[test]
fn a_forgotten_computer_is_not_met_and_is_told_nothing() {
    let mut apart = Apart::begin();
    let rows = apart.desk.family.forget_device(device(AWAY)).unwrap().rows;
    assert!(rows.is_empty());
    assert_eq!(apart.desk.family.paired().unwrap(), []);
    assert_eq!(apart.desk.family.meet(device(DESK), device(AWAY), Began::Here).err(), Some(Error::NotPaired));
    assert_eq!(apart.try_to_meet().err(), Some(Error::NotPaired));
    assert_eq!(apart.away.family.paired().unwrap(), [device(DESK)], "there it looks as if nobody were in");
}

#[test]
fn of_a_message_that_was_changed_on_the_way_nothing_is_taken_and_the_two_meet_again() {
    let mut apart = Apart::begin();
    share(&mut apart.away, "the sea");
    let (desk, away) = (device(DESK), device(AWAY));
    for turn in 0..2 {
        for at in [0, 5, 20, 40, 200] {
            let mut here = apart.away.family.meet(away, desk, Began::Here).unwrap();
            let mut there = apart.desk.family.meet(desk, away, Began::There).unwrap();
            for _ in 0..turn {
                let said = apart.away.family.say(&mut here).unwrap().unwrap();
                apart.desk.family.hear(&mut there, &said).unwrap();
                let said = apart.desk.family.say(&mut there).unwrap().unwrap();
                apart.away.family.hear(&mut here, &said).unwrap();
            }
            let mut said = apart.away.family.say(&mut here).unwrap().unwrap();
            let Some(byte) = said.get_mut(at) else { continue };
            *byte ^= 1;
            let _ = apart.desk.family.hear(&mut there, &said);
            assert_eq!(titles(&apart.desk), [""; 0], "byte {at} of message {turn}");
            assert_eq!(apart.desk.family.paired().unwrap(), [away], "the other did not say that");
        }
    }
    apart.meet();
    assert_eq!(titles(&apart.desk), ["the sea"]);
}

#[test]
fn a_device_that_truly_says_what_cannot_be_taken_is_set_aside_until_somebody_listens_again() {
    let mut apart = Apart::begin();
    share(&mut apart.away, "the sea");
    let (desk, away) = (device(DESK), device(AWAY));
    let mut here = apart.away.family.meet(away, desk, Began::Here).unwrap();
    let mut there = apart.desk.family.meet(desk, away, Began::There).unwrap();
    here.spoil(false, |bytes| bytes.truncate(3));
    let said = apart.away.family.say(&mut here).unwrap().unwrap();
    assert_eq!(apart.desk.family.hear(&mut there, &said), Err(Error::RefusedMeeting("a message's form")));
    assert!(apart.desk.family.devices().unwrap().rows[0].is_set_aside);
    assert_eq!((apart.desk.family.paired().unwrap(), titles(&apart.desk)), (vec![], vec![]));
    assert_eq!(apart.try_to_meet().err(), Some(Error::NotPaired));
    apart.desk.family.listen_again(away).unwrap();
    apart.meet();
    assert_eq!(titles(&apart.desk), ["the sea"]);
}

#[test]
fn what_computers_live_through_apart_converges() {
    let told = converge(Ask { n: 12, seed: 7 }, &mut |_| ());
    assert!(told.starts_with("12 histories"), "{told}");
}

#[test]
fn a_paired_computer_gone_bad_changes_nothing() {
    let told = gone_bad(Ask { n: 150, seed: 7 }, &mut |_| ());
    assert!(told.starts_with("150 crafted messages"), "{told}");
}
