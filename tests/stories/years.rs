//! Years: Today needs this one; whatever needs an older one has all of it.

use chrono::NaiveDate;
use twinflower_core::domain::goal::Target;
use twinflower_core::domain::ids::{GoalId, PersonId, RitualId};
use twinflower_core::domain::recurrence::How;
use twinflower_core::faults::{self, Fault};
use twinflower_core::use_cases::{CheckInWords, GoalWords, RitualWords};
use twinflower_core::vault::Passphrase;
use twinflower_core::views::{PageSpan, Paper};
use twinflower_core::{Error, Result};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn anas() -> Passphrase {
    Passphrase::typed(ANAS_PASSPHRASE)
}

/// Ana, who kept a ritual and checked in to a goal now and then in each of six years; nobody is in.
fn six_years() -> (Home, PersonId, RitualId, GoalId) {
    let (mut home, ana) = Home::with_ana();
    let today = home.now.today;
    home.now.today = day(2021, 1, 1);
    let words = RitualWords {
        title: "The sea".to_owned(),
        meaning: String::new(),
        steps: vec![],
        how: How::Daily { every: 1 },
        starts_on: home.now.today,
        ends_on: None,
        at: None,
    };
    let ritual = home.family.add_ritual(&words, home.now).unwrap().rows[0].id;
    let (title, why, helps) = ("Ring somebody".to_owned(), String::new(), String::new());
    let goal = GoalWords { title, why, helps, target: Target::Total { times: 400 }, touches_use: false };
    let goal = home.family.add_goal(&goal).unwrap().rows[0].id;
    home.now.today = today;
    for year in 2021..=2026 {
        for month in [2, 5, 9] {
            let (on, words) = (day(year, month, 3), format!("{month} in {year}"));
            home.family.keep_occurrence(ritual, on, Some(&words), None, home.now).unwrap();
            let said = CheckInWords { on, done: true, words };
            home.family.check_in(goal, ana, &said, None, home.now).unwrap();
        }
    }
    home.family.lock_all();
    (home, ana, ritual, goal)
}

/// Reads every year that was not read yet, and counts them.
fn read_ahead(home: &Home) -> usize {
    std::iter::from_fn(|| home.family.read_ahead().unwrap().then_some(())).count()
}

/// Everything that older years are needed for, each asked in a session of its own that has read nothing else.
fn asked_first(home: &mut Home, ana: PersonId, ahead: bool) -> Vec<String> {
    let asks: [fn(&Home) -> Result<String>; 7] = [
        |home| Ok(format!("{:?}", home.family.rituals(home.now)?)),
        |home| Ok(format!("{:?}", home.family.goals("")?)),
        |home| Ok(format!("{:?}", home.family.kept_safe()?)),
        |home| Ok(format!("{:?}", home.family.frames_of_ours()?.len())),
        |home| {
            let ritual = home.family.rituals(home.now)?.rows[0].id;
            let lane = home.family.memory_lane(ritual, Some(day(2024, 5, 3)))?;
            assert_eq!(lane.rows.len(), 10, "three a year, and February of the year she asked in");
            Ok(format!("{lane:?}"))
        },
        |home| {
            let goal = home.family.goals("")?.rows[0].id;
            let said = home.family.goal_check_ins(goal, home.now.today)?;
            assert_eq!(said.rows.len(), 18);
            Ok(format!("{said:?}"))
        },
        |home| {
            let span = PageSpan { from: day(2022, 1, 1), until: day(2022, 12, 31) };
            let paper = Paper::HerOwn { span, questions: vec![] };
            Ok(format!("{:?}", home.family.pieces(&paper, &Default::default(), home.now)?))
        },
    ];
    let mut seen = Vec::new();
    for ask in asks {
        home.restart();
        home.come_in(ana);
        if ahead {
            read_ahead(home);
        }
        seen.push(ask(home).unwrap());
    }
    seen
}

#[test]
fn today_reads_no_year_but_this_one_and_the_last_two_months() {
    let (mut home, ana, ..) = six_years();
    home.come_in(ana);
    let today = home.family.today(home.now).unwrap();
    assert_eq!(today.goals[0].last, None, "nothing was said in the last two months");
    assert_eq!(read_ahead(&home), 5, "five older years were not needed");
    assert_eq!(read_ahead(&home), 0, "a year is read once");

    home.restart();
    home.now.today = day(2027, 1, 10);
    home.come_in(ana);
    home.family.today(home.now).unwrap();
    assert_eq!(read_ahead(&home), 5, "in January the last two months are of the year before");
    home.now.today = day(2026, 10, 1);
    let today = home.family.today(home.now).unwrap();
    assert_eq!(today.goals[0].last.as_ref().map(|said| said.words.as_str()), Some("9 in 2026"));
}

#[test]
fn what_needs_an_older_year_has_all_of_it_whether_it_was_read_ahead_or_not() {
    let (mut home, ana, ..) = six_years();
    let first = asked_first(&mut home, ana, false);
    assert_eq!(first, asked_first(&mut home, ana, true));
}

#[test]
fn a_day_of_an_older_year_is_changed_and_taken_back_in_a_session_that_never_read_it() {
    let (mut home, ana, ritual, _) = six_years();
    home.come_in(ana);
    home.family.keep_occurrence(ritual, day(2022, 5, 3), Some("better words"), None, home.now).unwrap();
    let line =
        |home: &Home| home.family.memory_lane(ritual, Some(day(2022, 5, 4))).unwrap().rows[0].lines[0].words.clone();
    assert_eq!(line(&home), "better words");
    assert!(home.family.undo(None).unwrap());
    assert_eq!(line(&home), "5 in 2022");
}

#[test]
fn tidying_in_a_session_that_read_only_today_loses_no_word_of_older_years() {
    let (mut home, ana, ..) = six_years();
    let before = asked_first(&mut home, ana, true);
    home.restart();
    home.come_in(ana);
    home.family.today(home.now).unwrap();
    home.family.tidy().unwrap();
    assert_eq!(asked_first(&mut home, ana, true), before);
}

#[test]
fn a_ritual_deleted_in_a_session_that_read_only_today_goes_with_every_year() {
    let (mut home, ana, ritual, _) = six_years();
    home.come_in(ana);
    let item = twinflower_core::domain::ids::ItemId::of_occurrence(ritual, day(2021, 2, 3));
    assert!(!home.family.sealed_bytes_of(item).unwrap().is_empty());
    home.restart();
    home.come_in(ana);
    home.family.today(home.now).unwrap();
    home.family.delete_ritual(ritual, None, home.now).unwrap();
    assert_eq!(home.family.sealed_bytes_of(item).unwrap(), Vec::<Vec<u8>>::new());
}

#[test]
fn a_damaged_older_year_is_told_as_she_comes_in_and_comes_back_from_her_newest_copy() {
    let (mut home, ana, ..) = six_years();
    let before = asked_first(&mut home, ana, true);
    home.family.back_up(home.now).unwrap();
    home.family.spoil_year(2023).unwrap();
    home.restart();
    assert!(matches!(home.family.come_in(ana, &anas()), Err(Error::DamagedStore(_))));
    home.family.repair(ana, &anas(), None, home.now).unwrap();
    let after = asked_first(&mut home, ana, true);
    assert_eq!((&after[0], &after[1], &after[4..]), (&before[0], &before[1], &before[4..]));
}

#[test]
fn a_year_whose_first_word_was_refused_by_the_disk_is_as_if_it_had_never_begun() {
    let (mut home, ana, ritual, _) = six_years();
    home.now.today = day(2027, 1, 1);
    home.come_in(ana);
    faults::begin(home.folder(), Fault { nth: 1, from_then_on: false, errno: 5 });
    let refused = home.family.keep_occurrence(ritual, home.now.today, Some("New year"), None, home.now);
    faults::end(home.folder());
    assert!(refused.is_err());
    // A copy counts only when what it holds is what is open.
    home.family.back_up(home.now).unwrap();
    assert_eq!(read_ahead(&home), 0, "the copy was compared with all that is open");
}
