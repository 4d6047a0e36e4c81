//! Milestones, told as stories.

use chrono::Days;
use twinflower_core::Error;
use twinflower_core::domain::ideas::{Company, Idea, Lives, Suggested};
use twinflower_core::domain::milestone::Standing;
use twinflower_core::use_cases::{CountedWords, MilestoneWords, SharedThing, Whose};
use twinflower_core::vault::Passphrase;
use twinflower_core::views::{MilestoneGroup, MilestoneRow};
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
    let row = only(home.family.milestones("", home.now).unwrap().rows);
    assert_eq!((row.title.as_str(), row.why.as_str(), row.whose), (title, why, Whose::Mine));
}

#[test]
fn nobody_reads_the_others_own_milestones() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    home.family.add_milestone(&words("hers alone"), home.now).unwrap();
    home.alone(mira);
    assert_eq!(home.family.milestones("", home.now).unwrap().rows, vec![]);
    home.come_in(ana);
    assert_eq!(home.family.milestones("", home.now).unwrap().rows, vec![]);
}

#[test]
fn moving_a_start_day_changes_nothing_the_other_can_see() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let id = only(home.family.add_milestone(&counted(&home, "Ninety mornings", 40), home.now).unwrap().rows).id;
    home.family.share_milestone(id, true, home.now).unwrap();
    let seen_by_mira = |home: &mut Home| {
        home.alone(mira);
        home.family.milestones("", home.now).unwrap()
    };
    let before = seen_by_mira(&mut home);
    let copy = only(before.rows.clone());
    assert_eq!((copy.counted, copy.reached_on, copy.why.as_str()), (None, None, ""));

    home.alone(ana);
    let row = home.family.milestones("", home.now).unwrap().rows.into_iter().find(|row| row.id == id).unwrap();
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
    assert_eq!(only(home.family.milestones("", home.now).unwrap().rows).counted.unwrap().all_together, 217);
}

#[test]
fn undo_takes_back_the_last_act_and_only_where_it_still_stands() {
    let (mut home, ana) = Home::with_ana();
    let id = only(home.family.add_milestone(&words("first wording"), home.now).unwrap().rows).id;
    home.family.edit_milestone(id, &words("second wording"), None, home.now).unwrap();
    assert!(home.family.undo(None).unwrap());
    assert_eq!(only(home.family.milestones("", home.now).unwrap().rows).title, "first wording");
    home.alone(ana);
    assert!(!home.family.undo(None).unwrap(), "locking forgets what could be undone");
}

#[test]
fn undoing_a_new_milestone_takes_it_away_again() {
    let (mut home, _) = Home::with_ana();
    home.family.add_milestone(&words("too soon"), home.now).unwrap();
    assert!(home.family.undo(None).unwrap());
    assert_eq!(home.family.milestones("", home.now).unwrap().rows, vec![]);
}

#[test]
fn what_binds_one_person_asks_her_passphrase_while_both_are_here() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let id = only(home.family.add_milestone(&words("first night feed handed over"), home.now).unwrap().rows).id;
    home.family.share_milestone(id, false, home.now).unwrap();
    home.alone(mira);
    let shared = only(home.family.milestones("", home.now).unwrap().rows).id;
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

#[test]
fn what_is_told_of_a_milestone_stands_in_its_group_and_only_what_is_looked_for_is_shown() {
    let (mut home, ana) = Home::with_ana();
    let reached = MilestoneWords { reached_on: Some(home.now.today), ..words("Née Núñez 🌷") };
    home.family.add_milestone(&reached, home.now).unwrap();
    let earlier = MilestoneWords { reached_on: Some(home.now.today - Days::new(400)), ..words("a year ago") };
    home.family.add_milestone(&earlier, home.now).unwrap();
    for (title, standing) in
        [("the sea", Standing::OnTheWay), ("swimming", Standing::Resting), ("the choir", Standing::LetGo)]
    {
        let why = format!("because of {title}");
        let rows = home.family.add_milestone(&MilestoneWords { why, ..words(title) }, home.now).unwrap().rows;
        let id = rows.into_iter().find(|row| row.title == title).unwrap().id;
        home.family.set_milestone_standing(id, standing, None, home.now).unwrap();
    }
    let view = home.family.milestones("", home.now).unwrap();
    let seen: Vec<_> = view.rows.iter().map(|row| (row.group, row.title.as_str())).collect();
    assert_eq!(
        seen,
        [
            (MilestoneGroup::OnTheWay, "the sea"),
            (MilestoneGroup::Reached, "Née Núñez 🌷"),
            (MilestoneGroup::Reached, "a year ago"),
            (MilestoneGroup::Resting, "swimming"),
            (MilestoneGroup::LetGo, "the choir"),
        ]
    );
    assert_eq!(only(home.family.milestones("  NÚÑEZ ", home.now).unwrap().rows).title, "Née Núñez 🌷");
    assert_eq!(only(home.family.milestones("because of the c", home.now).unwrap().rows).title, "the choir");
    home.alone(ana);
    assert_eq!(home.family.milestones("", home.now).unwrap(), view);
}

#[test]
fn a_milestone_that_rested_stands_with_the_reached_ones_once_it_happened_and_may_be_put_on_the_way_again() {
    let (mut home, _) = Home::with_ana();
    let id = only(home.family.add_milestone(&words("swimming"), home.now).unwrap().rows).id;
    home.family.set_milestone_standing(id, Standing::Resting, None, home.now).unwrap();
    let tomorrow = home.now.today + Days::new(1);
    assert_eq!(home.family.set_milestone_reached_on(id, Some(tomorrow), None, home.now), Err(Error::FutureDay));
    let row = only(home.family.set_milestone_reached_on(id, Some(home.now.today), None, home.now).unwrap().rows);
    assert_eq!((row.group, row.reached_on), (MilestoneGroup::Reached, Some(home.now.today)));
    assert!(home.family.undo(None).unwrap());
    assert_eq!(only(home.family.milestones("", home.now).unwrap().rows).group, MilestoneGroup::Resting);
    home.family.set_milestone_reached_on(id, Some(home.now.today), None, home.now).unwrap();
    let row = only(home.family.set_milestone_reached_on(id, None, None, home.now).unwrap().rows);
    assert_eq!((row.group, row.reached_on), (MilestoneGroup::Resting, None));
}

#[test]
fn what_she_shared_stands_in_one_row_that_says_what_the_other_can_see() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let said = MilestoneWords { why: "for my own sake".to_owned(), ..words("asked for help") };
    let id = only(home.family.add_milestone(&said, home.now).unwrap().rows).id;
    let copy = only(home.family.share_milestone(id, false, home.now).unwrap().rows).copy.unwrap();
    assert_eq!((copy.title.as_str(), copy.why.as_str()), ("asked for help", ""));
    let row = only(home.family.edit_milestone(id, &words("asked for help first"), None, home.now).unwrap().rows);
    assert_eq!((row.title.as_str(), row.copy), ("asked for help first", Some(copy.clone())));
    home.alone(mira);
    let seen = only(home.family.milestones("", home.now).unwrap().rows);
    assert_eq!((seen.id, seen.title.as_str(), seen.copy), (copy.id, "asked for help", None));
    home.alone(ana);
    home.family.take_back(SharedThing::Milestone(copy.id), None, home.now).unwrap();
    assert_eq!(only(home.family.milestones("", home.now).unwrap().rows).copy, None);
}

#[test]
fn deleting_what_she_shared_erases_it_where_the_other_sees_it_too() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let id = only(home.family.add_milestone(&words("hers to take away"), home.now).unwrap().rows).id;
    let copy = only(home.family.share_milestone(id, false, home.now).unwrap().rows).copy.unwrap().id;
    let sealed = home.family.sealed_bytes_of(copy.into()).unwrap();
    assert!(!sealed.is_empty());
    assert_eq!(home.family.delete_milestone(id, None, home.now).unwrap().rows, vec![]);
    assert!(home.family.sealed_bytes_of(copy.into()).unwrap().is_empty());
    home.alone(mira);
    assert_eq!(home.family.milestones("", home.now).unwrap().rows, vec![]);
}

#[test]
fn saying_another_number_of_days_or_another_why_leaves_the_rest_as_it_was_sealed() {
    let (mut home, _) = Home::with_ana();
    let first = only(home.family.add_milestone(&counted(&home, "Mornings", 10), home.now).unwrap().rows);
    let before = home.family.sealed_bytes_of(first.id.into()).unwrap();
    let mut said = counted(&home, "Mornings", 0);
    said.counted = said.counted.map(|counted| CountedWords { number: 7, ..counted });
    let row = only(home.family.edit_milestone(first.id, &said, None, home.now).unwrap().rows);
    assert_eq!(home.family.sealed_bytes_of(first.id.into()).unwrap(), before);
    let counted = row.counted.unwrap();
    assert_eq!((counted.number, counted.all_together, counted.expected_on), (7, 10, None));
    assert_eq!(counted.lived_on, Some(home.now.today - Days::new(3)));
}

#[test]
fn more_than_two_hundred_are_found_by_their_words() {
    let (mut home, _) = Home::with_ana();
    for number in 0..201 {
        home.family.add_milestone(&words(&format!("step {number:03}")), home.now).unwrap();
    }
    let view = home.family.milestones("", home.now).unwrap();
    assert_eq!((view.rows.len(), view.more), (200, true));
    let found = home.family.milestones("step 200", home.now).unwrap();
    assert_eq!((only(found.rows).title.as_str(), found.more), ("step 200", false));
}

#[test]
fn what_is_offered_to_begin_with_is_narrowed_by_her_ticks_alone_and_never_in_what_both_share() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    let ours = home.family.milestone_ideas().unwrap();
    home.alone(ana);
    let is_counted = |idea: &Idea| matches!(idea.what, Suggested::Milestone { days_all_together: Some(_) });
    let for_anybody = home.family.milestone_ideas().unwrap();
    assert!(for_anybody.iter().all(|idea| idea.suits.is_empty() && matches!(idea.what, Suggested::Milestone { .. })));
    home.family.set_lives(&[Lives::SubstanceUse]).unwrap();
    assert!(home.family.milestone_ideas().unwrap().iter().any(is_counted));
    home.family.set_lives(&[Lives::SubstanceUse, Lives::EatingDisorder]).unwrap();
    assert!(!home.family.milestone_ideas().unwrap().iter().any(is_counted));
    home.together(ana, mira);
    assert_eq!(home.family.milestone_ideas().unwrap(), ours);
    assert!(!ours.is_empty() && ours.iter().all(|idea| idea.company == Company::Together));
}

#[test]
fn days_are_counted_in_her_own_space_only() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    assert_eq!(home.family.add_milestone(&counted(&home, "ninety", 3), home.now), Err(Error::StaysMine));
}

#[test]
fn what_is_of_both_is_let_go_by_either_and_deleted_while_both_are_here() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    let id = only(home.family.add_milestone(&words("the sea"), home.now).unwrap().rows).id;
    home.alone(ana);
    assert_eq!(home.family.delete_milestone(id, None, home.now), Err(Error::NeedsBoth));
    home.family.set_milestone_standing(id, Standing::LetGo, None, home.now).unwrap();
    home.together(ana, mira);
    assert_eq!(home.family.delete_milestone(id, None, home.now).unwrap().rows, vec![]);
}
