//! A disk that fails at every place where it can: what was acknowledged is there, what was refused is not, and saving goes
//! on as soon as the disk does.

use std::path::Path;
use twinflower_core::domain::ids::PersonId;
use twinflower_core::domain::person::Owner;
use twinflower_core::domain::recurrence::How;
use twinflower_core::faults::{self, Fault};
use twinflower_core::use_cases::{MilestoneWords, RitualWords};
use twinflower_core::vault::Passphrase;
use twinflower_core::{Error, Result};
use twinflower_tests::home::{ANAS_OTHER_PASSPHRASE, ANAS_PASSPHRASE, Home};

const PICTURE: &[u8] = include_bytes!("../../icons/icon.png");

/// The system's numbers for a disk that answers with an error, and for a full one.
const EIO: i32 = 5;
const ENOSPC: i32 = 28;

/// What Ana does while the disk fails.
type Act = fn(&mut Home, PersonId) -> Result<()>;

/// What she finds: her milestones, and what was kept of the ritual.
#[derive(Debug, PartialEq)]
struct Seen {
    titles: Vec<String>,
    kept: Vec<(usize, Option<usize>)>,
}

fn milestone(title: &str) -> MilestoneWords {
    MilestoneWords { title: title.to_owned(), why: "because".to_owned(), reached_on: None, counted: None }
}

fn seen(home: &Home, ana: PersonId) -> Seen {
    let mut titles: Vec<String> =
        home.family.milestones("", home.now).unwrap().rows.into_iter().map(|row| row.title).collect();
    titles.sort();
    let ritual = home.family.rituals(home.now).unwrap().rows[0].id;
    let lane = home.family.memory_lane(ritual, None).unwrap().rows;
    let photo = |day| home.family.occurrence_photo(ritual, day, Owner::One(ana)).ok().map(|photo| photo.len());
    Seen { titles, kept: lane.into_iter().map(|row| (row.lines.len(), photo(row.day))).collect() }
}

/// Ana's family: something to delete, and something to take off the disk; nobody is in.
fn family() -> (Home, PersonId) {
    let (mut home, ana) = Home::with_ana();
    for title in ["the sea", "the car park", "the mountain"] {
        home.family.add_milestone(&milestone(title), home.now).unwrap();
    }
    delete(&mut home, "the mountain").unwrap();
    let rows = home.family.milestones("", home.now).unwrap().rows;
    home.family.edit_milestone(rows[0].id, &milestone(&rows[0].title), None, home.now).unwrap();
    let tea = RitualWords {
        title: "tea on the step".to_owned(),
        meaning: String::new(),
        steps: vec![],
        how: How::Daily { every: 1 },
        starts_on: home.now.today,
        ends_on: None,
        at: None,
    };
    let id = home.family.add_ritual(&tea, home.now).unwrap().rows[0].id;
    home.family.keep_occurrence(id, home.now.today, Some("it rained"), Some(PICTURE), home.now).unwrap();
    home.days_go_by(1);
    home.family.lock_all();
    (home, ana)
}

fn delete(home: &mut Home, title: &str) -> Result<()> {
    let rows = home.family.milestones("", home.now)?.rows;
    let id = rows.iter().find(|row| row.title == title).unwrap().id;
    home.family.delete_milestone(id, None, home.now).map(|_| ())
}

fn keep_with_photo(home: &mut Home) -> Result<()> {
    let id = home.family.rituals(home.now)?.rows[0].id;
    home.family.keep_occurrence(id, home.now.today, Some("it did not"), Some(PICTURE), home.now).map(|_| ())
}

fn comes_in(home: &mut Home, ana: PersonId, with: &str) -> Result<()> {
    home.family.come_in(ana, &Passphrase::typed(with)).map(|_| ())
}

fn told(error: &Error) {
    let is_clear = matches!(error, Error::SavingStopped | Error::DiskFull | Error::File(_));
    assert!(is_clear, "{error:?} is not about the disk");
}

/// A copy of the family, a day later, with Ana in.
fn a_copy_of(folder: &Path, home: &Home) -> Home {
    let mut copy = Home::in_a_copy_of(folder);
    copy.now = home.now;
    copy
}

/// Lets the disk fail at the first, the second, the third call … of an act, until the act makes no such call any more.
fn at_every_call(opens_after: &str, act: Act) {
    let (home, ana) = family();
    let mut well = a_copy_of(home.folder(), &home);
    comes_in(&mut well, ana, ANAS_PASSPHRASE).unwrap();
    let before = seen(&well, ana);
    act(&mut well, ana).unwrap();
    let after = seen(&well, ana);
    for from_then_on in [false, true] {
        for nth in 1.. {
            let errno = if nth % 4 < 2 { EIO } else { ENOSPC };
            let mut home = a_copy_of(home.folder(), &home);
            comes_in(&mut home, ana, ANAS_PASSPHRASE).unwrap();
            let folder = home.folder().to_owned();
            faults::begin(&folder, Fault { nth, from_then_on, errno });
            let answer = act(&mut home, ana);
            let expected = if answer.is_ok() { &after } else { &before };
            let at = format!("call {nth}, {errno}, from then on: {from_then_on}, {answer:?}");
            answer.as_ref().inspect_err(|error| told(error)).ok();
            assert_eq!(seen(&home, ana), *expected, "in the same window: {at}");
            if from_then_on && answer.is_err() {
                let next = home.family.add_milestone(&milestone("refused"), home.now);
                told(&next.expect_err(&at));
                assert_eq!(seen(&home, ana), *expected, "after another act: {at}");
            }
            // The disk is well again: mostly in the same window, now and then only in the next one.
            let goes_on = answer.is_ok() || !from_then_on || nth % 2 == 0;
            let mut calls = nth;
            if goes_on {
                calls = faults::end(&folder);
                home.family.add_milestone(&milestone("and on"), home.now).expect(&at);
            }
            home.family.lock_all();
            faults::end(&folder);
            home.restart();
            let opens_with = [ANAS_PASSPHRASE, ANAS_OTHER_PASSPHRASE];
            let opened = opens_with.map(|words| comes_in(&mut home, ana, words).is_ok());
            let now = seen(&home, ana);
            let went_on = now.titles.iter().filter(|title| *title == "and on").count();
            assert_eq!(went_on, usize::from(goes_on), "{at}");
            let titles = now.titles.into_iter().filter(|title| title != "and on").collect();
            assert_eq!(Seen { titles, ..now }, *expected, "in the next window: {at}");
            let changed = opens_after != ANAS_PASSPHRASE && answer.is_ok();
            assert_eq!(opened, [!changed, changed], "which passphrase opens: {at}");
            home.family.back_up(home.now).expect(&at);
            assert_eq!(answer.is_ok(), calls < nth, "no failed call goes unnoticed, and nothing else fails: {at}");
            if answer.is_ok() {
                assert!(nth > 3, "an act that hardly touches the disk");
                break;
            }
        }
    }
}

#[test]
fn a_milestone_on_a_failing_disk_is_kept_or_refused_and_nothing_between() {
    at_every_call(ANAS_PASSPHRASE, |home, _| home.family.add_milestone(&milestone("née 🌷"), home.now).map(|_| ()));
}

#[test]
fn deleting_for_real_on_a_failing_disk_is_whole_or_not_at_all() {
    at_every_call(ANAS_PASSPHRASE, |home, _| delete(home, "the car park"));
}

#[test]
fn a_photo_on_a_failing_disk_is_kept_whole_or_refused() {
    at_every_call(ANAS_PASSPHRASE, |home, _| keep_with_photo(home));
}

#[test]
fn on_a_failing_disk_the_old_passphrase_opens_or_the_new_one() {
    at_every_call(ANAS_OTHER_PASSPHRASE, |home, ana| {
        let [old, fresh] = [ANAS_PASSPHRASE, ANAS_OTHER_PASSPHRASE].map(Passphrase::typed);
        home.family.change_passphrase(ana, &old, &fresh)
    });
}

#[test]
fn a_copy_on_a_failing_disk_counts_only_when_it_holds() {
    at_every_call(ANAS_PASSPHRASE, |home, _| home.family.back_up(home.now).map(|_| ()));
}

#[test]
fn tidying_on_a_failing_disk_loses_nothing() {
    at_every_call(ANAS_PASSPHRASE, |home, _| home.family.tidy());
}

#[test]
fn opening_on_a_failing_disk_is_refused_with_a_sentence_and_opens_later() {
    let (home, ana) = family();
    for from_then_on in [false, true] {
        for nth in 1.. {
            let mut home = a_copy_of(home.folder(), &home);
            let folder = home.folder().to_owned();
            faults::begin(&folder, Fault { nth, from_then_on, errno: EIO });
            let opened = comes_in(&mut home, ana, ANAS_PASSPHRASE);
            let calls = faults::end(&folder);
            if let Err(error) = &opened {
                told(error);
                assert!(home.family.whos_here().here.is_empty());
                comes_in(&mut home, ana, ANAS_PASSPHRASE).unwrap();
            }
            assert_eq!(seen(&home, ana).titles, ["the car park", "the sea"], "call {nth}");
            if calls < nth {
                break;
            }
            assert!(opened.is_err(), "call {nth} failed unnoticed");
        }
    }
}
