//! Milestones, told as stories.

use chrono::Days;
use twinflower_core::Error;
use twinflower_core::domain::milestone::Standing;
use twinflower_core::use_cases::{CountedWords, MilestoneWords, Whose};
use twinflower_core::vault::Passphrase;
use twinflower_core::views::MilestoneRow;
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, holds};

fn words(title: &str) -> MilestoneWords {
    MilestoneWords { title: title.to_owned(), why: String::new(), reached_on: None, counted: None }
}

fn counted(home: &Home, title: &str, days_ago: u64) -> MilestoneWords {
    let since = home.now.today - Days::new(days_ago);
    MilestoneWords { counted: Some(CountedWords { number: 90, since }), ..words(title) }
}

fn only(rows: Vec<MilestoneRow>) -> MilestoneRow {
    let [row] = <[MilestoneRow; 1]>::try_from(rows).unwrap();
    row
}

#[test]
fn a_milestone_survives_the_end_of_the_process_and_stands_on_the_disk_sealed() {
    let (mut home, ana) = Home::with_ana();
    let title = "I asked for help first 🌷 – أولاً";
    let why = "I rang you from the car park instead of going in.";
    home.family.add_milestone(&MilestoneWords { why: why.to_owned(), ..words(title) }, home.now).unwrap();
    home.restart();
    assert!(!holds(&home.every_byte(), "asked for help") && !holds(&home.every_byte(), "car park"));
    home.come_in(ana);
    let row = only(home.family.milestones(home.now).unwrap().rows);
    assert_eq!((row.title.as_str(), row.why.as_str(), row.whose), (title, why, Whose::Mine));
}

#[test]
fn nobody_reads_the_others_own_milestones() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    home.family.add_milestone(&words("hers alone"), home.now).unwrap();
    home.alone(mira);
    assert_eq!(home.family.milestones(home.now).unwrap().rows, vec![]);
    home.come_in(ana);
    assert_eq!(home.family.milestones(home.now).unwrap().rows, vec![]);
}

#[test]
fn moving_a_start_day_changes_nothing_the_other_can_see() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let id = only(home.family.add_milestone(&counted(&home, "Ninety mornings", 40), home.now).unwrap().rows).id;
    home.family.share_milestone(id, true, home.now).unwrap();
    let seen_by_mira = |home: &mut Home| {
        home.alone(mira);
        home.family.milestones(home.now).unwrap()
    };
    let before = seen_by_mira(&mut home);
    let copy = only(before.rows.clone());
    assert_eq!((copy.counted, copy.reached_on, copy.why.as_str()), (None, None, ""));

    home.alone(ana);
    let row = home.family.milestones(home.now).unwrap().rows.into_iter().find(|row| row.id == id).unwrap();
    let frames = home.family.frames_of_ours().unwrap();
    let span = row.counted.unwrap().spans[0].id;
    home.family.move_start(id, span, home.now.today - Days::new(3), home.now).unwrap();
    home.family.start_again(id, home.now.today, home.now).unwrap();
    assert_eq!(home.family.frames_of_ours().unwrap(), frames);
    assert_eq!(seen_by_mira(&mut home), before);
}

#[test]
fn days_all_together_stay_when_she_starts_again() {
    let (mut home, _) = Home::with_ana();
    let id = only(home.family.add_milestone(&counted(&home, "Mornings", 212), home.now).unwrap().rows).id;
    let row = only(home.family.start_again(id, home.now.today, home.now).unwrap().rows);
    assert_eq!(row.counted.unwrap().all_together, 212);
    home.days_go_by(5);
    assert_eq!(only(home.family.milestones(home.now).unwrap().rows).counted.unwrap().all_together, 217);
}

#[test]
fn undo_takes_back_the_last_act_and_only_where_it_still_stands() {
    let (mut home, ana) = Home::with_ana();
    let id = only(home.family.add_milestone(&words("first wording"), home.now).unwrap().rows).id;
    home.family.edit_milestone(id, &words("second wording"), None, home.now).unwrap();
    assert!(home.family.undo().unwrap());
    assert_eq!(only(home.family.milestones(home.now).unwrap().rows).title, "first wording");
    home.alone(ana);
    assert!(!home.family.undo().unwrap(), "locking forgets what could be undone");
}

#[test]
fn undoing_a_new_milestone_takes_it_away_again() {
    let (mut home, _) = Home::with_ana();
    home.family.add_milestone(&words("too soon"), home.now).unwrap();
    assert!(home.family.undo().unwrap());
    assert_eq!(home.family.milestones(home.now).unwrap().rows, vec![]);
}

#[test]
fn what_binds_one_person_asks_her_passphrase_while_both_are_here() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let id = only(home.family.add_milestone(&words("first night feed handed over"), home.now).unwrap().rows).id;
    home.family.share_milestone(id, false, home.now).unwrap();
    home.alone(mira);
    let shared = only(home.family.milestones(home.now).unwrap().rows).id;
    assert_eq!(home.family.delete_milestone(shared, None, home.now), Err(Error::NotHers));
    home.come_in(ana);
    assert_eq!(home.family.delete_milestone(shared, None, home.now), Err(Error::NeedsHerPassphrase));
    let wrong = Passphrase::typed("heron window slow copper tea");
    assert_eq!(home.family.delete_milestone(shared, Some(&wrong), home.now), Err(Error::WrongWords));
    let hers = Passphrase::typed(ANAS_PASSPHRASE);
    assert_eq!(home.family.delete_milestone(shared, Some(&hers), home.now).unwrap().rows, vec![]);
}

#[test]
fn a_milestone_rests_is_let_go_and_comes_back() {
    let (mut home, _) = Home::with_ana();
    let id = only(home.family.add_milestone(&words("swimming"), home.now).unwrap().rows).id;
    for standing in [Standing::Resting, Standing::LetGo, Standing::OnTheWay] {
        let rows = home.family.set_milestone_standing(id, standing, None, home.now).unwrap().rows;
        assert_eq!(only(rows).standing, standing);
    }
}

#[test]
fn a_day_that_has_not_come_is_refused_and_a_past_day_is_welcome() {
    let (mut home, _) = Home::with_ana();
    let on =
        |days: i64| MilestoneWords { reached_on: Some(home.now.today + chrono::TimeDelta::days(days)), ..words("sea") };
    let (tomorrow, long_ago) = (on(1), on(-4_000));
    assert_eq!(home.family.add_milestone(&tomorrow, home.now), Err(Error::FutureDay));
    assert_eq!(home.family.add_milestone(&long_ago, home.now).unwrap().rows.len(), 1);
}
