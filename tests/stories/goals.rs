//! Goals, told as stories.

use chrono::{Days, NaiveDate};
use twinflower_core::domain::goal::{Achievement, Course, Lifecycle, Target};
use twinflower_core::domain::ids::{GoalId, PersonId};
use twinflower_core::use_cases::{CheckInWords, GoalWords, Offer, Whose};
use twinflower_core::vault::Passphrase;
use twinflower_core::views::{GoalGroup, GoalRow, GoalsView};
use twinflower_core::{Error, Result};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE, holds};

const WITH_ALL: Offer = Offer::Goal { with_why: true, with_helps: true };

fn words(title: &str) -> GoalWords {
    GoalWords { title: title.to_owned(), ..GoalWords::default() }
}

fn twice_a_week(title: &str) -> GoalWords {
    GoalWords { target: Target::PerWeek { times: 2 }, ..words(title) }
}

fn walked(on: NaiveDate, text: &str) -> CheckInWords {
    CheckInWords { on, done: true, words: text.to_owned() }
}

fn typed(text: &str) -> Passphrase {
    Passphrase::typed(text)
}

fn only(view: GoalsView) -> GoalRow {
    let [row] = <[GoalRow; 1]>::try_from(view.rows).unwrap();
    row
}

fn ours(view: GoalsView) -> GoalRow {
    only(GoalsView { rows: view.rows.into_iter().filter(|row| row.whose == Whose::Ours).collect(), more: view.more })
}

/// Ana sets down a goal alone and proposes all of it; answers with the copy in *ours*.
fn proposed_by_ana(home: &mut Home, ana: PersonId, goal: &GoalWords) -> GoalRow {
    home.alone(ana);
    let hers = only(home.family.add_goal(goal).unwrap());
    assert_eq!((hers.whose, hers.lifecycle), (Whose::Mine, Lifecycle::Active));
    ours(home.family.propose_goal(hers.id, &WITH_ALL).unwrap())
}

/// A goal that both have agreed to, each alone; Mira is in.
fn agreed_by_both(home: &mut Home, ana: PersonId, mira: PersonId, goal: &GoalWords) -> GoalId {
    let row = proposed_by_ana(home, ana, goal);
    home.alone(mira);
    home.family.agree_to_goal(row.id, mira, &row.wording, None).unwrap();
    row.id
}

fn check_in(home: &mut Home, goal: GoalId, by: PersonId, text: &str) -> Result<GoalsView> {
    home.family.check_in(goal, by, &walked(home.now.today, text), None, home.now)
}

#[test]
fn a_goal_set_down_alone_is_hers_and_active_and_stands_on_the_disk_sealed() {
    let (mut home, ana) = Home::with_ana();
    let title = format!("Evenings by the river 🌷 – לאט לאט {}", "sehr".repeat(2_000));
    let goal = GoalWords {
        why: "so the evening has an end".to_owned(),
        helps: "shoes by the door".to_owned(),
        ..words(&title)
    };
    home.family.add_goal(&goal).unwrap();
    home.restart();
    assert!(!holds(&home.every_byte(), "by the river") && !holds(&home.every_byte(), "shoes by the door"));
    home.come_in(ana);
    let row = only(home.family.goals("").unwrap());
    assert_eq!((row.title, row.why, row.helps), (title, goal.why, goal.helps));
    assert_eq!((row.whose, row.group), (Whose::Mine, GoalGroup::Active));
}

#[test]
fn a_shared_goal_is_proposed_then_agreed_then_active() {
    let (mut home, ana, mira) = Home::with_both();
    let row = proposed_by_ana(&mut home, ana, &twice_a_week("Evening walks"));
    assert_eq!((row.lifecycle, row.group, row.agreed), (Lifecycle::Proposed, GoalGroup::WaitsForYes, vec![ana]));

    home.alone(mira);
    let asked = only(home.family.goals("").unwrap());
    assert_eq!((asked.group, asked.proposed_by), (GoalGroup::WaitsForMe, Some(ana)));
    assert_eq!(asked.target, Some(Target::PerWeek { times: 2 }), "she sees what she would agree to");
    assert_eq!(check_in(&mut home, row.id, mira, ""), Err(Error::NotAgreed));

    let agreed = only(home.family.agree_to_goal(row.id, mira, &asked.wording, None).unwrap());
    assert_eq!((agreed.lifecycle, agreed.group), (Lifecycle::Active, GoalGroup::Active));
    assert!(home.family.undo(None).unwrap());
    assert_eq!(only(home.family.goals("").unwrap()).group, GoalGroup::WaitsForMe);
}

#[test]
fn what_the_preview_shows_is_what_the_other_sees() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let goal =
        GoalWords { why: "only mine".to_owned(), helps: "going together".to_owned(), ..twice_a_week("Swimming") };
    let id = only(home.family.add_goal(&goal).unwrap()).id;
    let offer = Offer::Goal { with_why: false, with_helps: true };
    let preview = home.family.preview_proposal(id, &offer).unwrap().row;
    home.family.propose_goal(id, &offer).unwrap();
    home.alone(mira);
    let seen = only(home.family.goals("").unwrap());
    let told = |row: GoalRow| (row.title, row.why, row.helps, row.target, row.group, row.agreed, row.proposed_by);
    assert_eq!(told(seen), told(preview.clone()));
    assert_eq!((preview.why.as_str(), preview.helps.as_str()), ("", "going together"));
}

#[test]
fn not_now_leaves_no_trace_for_the_one_who_proposed() {
    let (mut home, ana, mira) = Home::with_both();
    let id = proposed_by_ana(&mut home, ana, &words("Sunday lunch")).id;
    let before = (ours(home.family.goals("").unwrap()), home.family.frames_of_ours().unwrap());

    home.alone(mira);
    assert_eq!(only(home.family.set_goal_not_now(id, true).unwrap()).group, GoalGroup::NotNow);
    assert_eq!(home.family.frames_of_ours().unwrap(), before.1);
    home.alone(ana);
    assert_eq!((ours(home.family.goals("").unwrap()), home.family.frames_of_ours().unwrap()), before);

    home.alone(mira);
    assert_eq!(only(home.family.goals("").unwrap()).group, GoalGroup::NotNow);
    assert_eq!(only(home.family.set_goal_not_now(id, false).unwrap()).group, GoalGroup::WaitsForMe);
}

#[test]
fn a_changed_wording_asks_both_again_and_is_never_agreed_to_unseen() {
    let (mut home, ana, mira) = Home::with_both();
    let id = agreed_by_both(&mut home, ana, mira, &twice_a_week("Evening walks"));
    let around = GoalWords { why: "the dog likes it".to_owned(), ..twice_a_week("Evening walks") };
    assert_eq!(only(home.family.edit_goal(id, &around, None).unwrap()).lifecycle, Lifecycle::Active);

    let changed = GoalWords { target: Target::PerWeek { times: 3 }, ..around };
    let row = only(home.family.edit_goal(id, &changed, None).unwrap());
    assert_eq!((row.lifecycle, row.agreed, row.proposed_by), (Lifecycle::Proposed, vec![mira], Some(mira)));
    assert_eq!(home.family.take_back_proposal(id, None), Err(Error::NotHers), "it was of both before");

    home.alone(ana);
    let seen = ours(home.family.goals("").unwrap()).wording;
    home.alone(mira);
    home.family.edit_goal(id, &GoalWords { target: Target::YesNo, ..changed }, None).unwrap();
    home.alone(ana);
    assert_eq!(home.family.agree_to_goal(id, ana, &seen, None), Err(Error::Gone));
    let fresh = ours(home.family.goals("").unwrap()).wording;
    assert_eq!(ours(home.family.agree_to_goal(id, ana, &fresh, None).unwrap()).lifecycle, Lifecycle::Active);
}

#[test]
fn a_proposal_is_taken_back_for_real_by_its_proposer_alone() {
    let (mut home, ana, mira) = Home::with_both();
    let id = proposed_by_ana(&mut home, ana, &words("Cooking on Thursdays")).id;
    home.alone(mira);
    assert_eq!(home.family.take_back_proposal(id, None), Err(Error::NotHers));
    home.alone(ana);
    let hers = only(home.family.take_back_proposal(id, None).unwrap());
    assert_eq!((hers.whose, hers.is_shared), (Whose::Mine, false));
    home.alone(mira);
    assert_eq!(home.family.goals("").unwrap().rows, vec![]);
}

#[test]
fn set_down_together_it_still_asks_each_ones_passphrase() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    let row = only(home.family.add_goal(&words("Phones in the drawer")).unwrap());
    assert_eq!((row.lifecycle, row.proposed_by), (Lifecycle::Proposed, None));
    let agree = |home: &mut Home, person, passphrase: Option<&str>| {
        let passphrase = passphrase.map(typed);
        home.family.agree_to_goal(row.id, person, &row.wording, passphrase.as_ref())
    };
    assert_eq!(agree(&mut home, ana, None), Err(Error::NeedsHerPassphrase));
    assert_eq!(agree(&mut home, mira, Some(ANAS_PASSPHRASE)), Err(Error::WrongWords));
    assert_eq!(only(agree(&mut home, ana, Some(ANAS_PASSPHRASE)).unwrap()).lifecycle, Lifecycle::Proposed);
    assert_eq!(only(agree(&mut home, mira, Some(MIRAS_PASSPHRASE)).unwrap()).lifecycle, Lifecycle::Active);
}

#[test]
fn a_goal_about_using_stays_mine_and_only_the_help_around_it_can_be_shared() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let about_using = GoalWords {
        why: "the car park".to_owned(),
        helps: "Ring me before nine.".to_owned(),
        touches_use: true,
        ..words("No wine on weekdays")
    };
    let id = only(home.family.add_goal(&about_using).unwrap()).id;
    assert_eq!(home.family.preview_proposal(id, &WITH_ALL).map(|_| ()), Err(Error::StaysMine));
    assert_eq!(home.family.propose_goal(id, &WITH_ALL), Err(Error::StaysMine));
    home.family.propose_goal(id, &Offer::Help { title: "A call in the evening".to_owned() }).unwrap();

    home.alone(mira);
    let seen = only(home.family.goals("").unwrap());
    let told = (seen.title.as_str(), seen.why.as_str(), seen.helps.as_str(), seen.target, seen.touches_use);
    assert_eq!(told, ("A call in the evening", "", "Ring me before nine.", Some(Target::None), false));
    let marked = GoalWords { touches_use: true, ..words("A call in the evening") };
    assert_eq!(home.family.edit_goal(seen.id, &marked, None), Err(Error::StaysMine));
    home.come_in(ana);
    assert_eq!(home.family.add_goal(&about_using), Err(Error::StaysMine));
}

#[test]
fn each_checks_in_only_for_herself() {
    let (mut home, ana, mira) = Home::with_both();
    let id = agreed_by_both(&mut home, ana, mira, &words("Evening walks"));
    assert_eq!(check_in(&mut home, id, ana, "she came too"), Err(Error::NotHers));
    let row = only(check_in(&mut home, id, mira, "by the river 🌷 على مهل").unwrap());
    assert_eq!((row.last[0].by, row.last[0].words.as_str()), (mira, "by the river 🌷 على مهل"));

    home.come_in(ana);
    let today = walked(home.now.today, "");
    assert_eq!(home.family.check_in(id, ana, &today, None, home.now), Err(Error::NeedsHerPassphrase));
    let others = typed(MIRAS_PASSPHRASE);
    assert_eq!(home.family.check_in(id, ana, &today, Some(&others), home.now), Err(Error::WrongWords));
    let hers = typed(ANAS_PASSPHRASE);
    assert_eq!(only(home.family.check_in(id, ana, &today, Some(&hers), home.now).unwrap()).last.len(), 2);

    home.alone(ana);
    let miras = row.last[0].id;
    assert_eq!(home.family.remove_check_in(id, miras, None), Err(Error::NotHers));
}

#[test]
fn a_check_in_is_taken_out_for_real_by_the_one_who_wrote_it() {
    let (mut home, ana) = Home::with_ana();
    let id = only(home.family.add_goal(&words("Drawing")).unwrap()).id;
    let check_in = only(check_in(&mut home, id, ana, "a heron").unwrap()).last[0].id;
    assert_eq!(only(home.family.remove_check_in(id, check_in, None).unwrap()).last, vec![]);
    assert_eq!(home.family.remove_check_in(id, check_in, None), Err(Error::Gone));
}

#[test]
fn a_word_without_the_deed_is_welcome_a_blank_is_not_and_no_day_is_ever_missed() {
    let (mut home, ana) = Home::with_ana();
    let id = only(home.family.add_goal(&twice_a_week("Drawing")).unwrap()).id;
    let only_words = CheckInWords { done: false, ..walked(home.now.today, "too tired, and that is all right") };
    let row = only(home.family.check_in(id, ana, &only_words, None, home.now).unwrap());
    assert!(!row.last[0].done);
    let blank = CheckInWords { words: " ".to_owned(), ..only_words };
    assert_eq!(home.family.check_in(id, ana, &blank, None, home.now), Err(Error::Blank));
    let tomorrow = walked(home.now.today + Days::new(1), "");
    assert_eq!(home.family.check_in(id, ana, &tomorrow, None, home.now), Err(Error::FutureDay));
    let last_year = walked(home.now.today - Days::new(400), "the first one");
    home.family.check_in(id, ana, &last_year, None, home.now).unwrap();
    home.restart();
    home.come_in(ana);
    let all = home.family.goal_check_ins(id, home.now.today).unwrap();
    assert_eq!(all.rows.iter().map(|row| row.on).collect::<Vec<_>>(), [home.now.today, last_year.on]);
    assert_eq!(home.family.goal_check_ins(id, last_year.on).unwrap().rows.len(), 1);
}

#[test]
fn no_view_of_ours_holds_a_denominator() {
    for target in [Target::PerWeek { times: 49 }, Target::Total { times: 4_949 }] {
        let (mut home, ana, mira) = Home::with_both();
        let id = agreed_by_both(&mut home, ana, mira, &GoalWords { target, ..words("Evening walks") });
        check_in(&mut home, id, mira, "").unwrap();
        home.alone(ana);
        check_in(&mut home, id, ana, "").unwrap();
        home.alone(mira);
        let row = only(home.family.goals("").unwrap());
        let mut told = serde_json::to_value(&row).unwrap();
        for random in ["id", "wording", "proposed_by", "agreed", "last"] {
            told[random] = serde_json::Value::Null;
        }
        assert!(row.lifecycle == Lifecycle::Active && !told.to_string().contains("49"), "{told}");
        let count = matches!(target, Target::Total { .. }).then_some(2);
        assert_eq!(row.times, count, "how often, of both together and out of nothing");
        assert_eq!(home.family.goal_words(id).unwrap().target, target, "what was agreed is read by who asks for it");
    }
}

#[test]
fn a_goal_rests_is_finished_is_let_go_and_comes_back_agreed() {
    let (mut home, ana, mira) = Home::with_both();
    let id = agreed_by_both(&mut home, ana, mira, &words("Evening walks"));
    for (course, lifecycle) in [
        (Course::Resting, Lifecycle::Resting),
        (Course::Finished, Lifecycle::Finished),
        (Course::LetGo, Lifecycle::LetGo),
        (Course::Open, Lifecycle::Active),
    ] {
        assert_eq!(only(home.family.set_goal_course(id, course, None).unwrap()).lifecycle, lifecycle);
    }
    let row = only(home.family.set_goal_achievement(id, Achievement::Changed, None).unwrap());
    assert_eq!((row.achievement, row.lifecycle), (Achievement::Changed, Lifecycle::Active));
    home.family.set_goal_course(id, Course::Resting, None).unwrap();
    assert!(home.family.undo(None).unwrap());
    assert_eq!(only(home.family.goals("").unwrap()).lifecycle, Lifecycle::Active);
}

#[test]
fn a_proposal_goes_no_course_before_both_have_agreed() {
    let (mut home, ana, mira) = Home::with_both();
    let id = proposed_by_ana(&mut home, ana, &words("Sunday lunch")).id;
    home.alone(mira);
    assert_eq!(home.family.set_goal_course(id, Course::LetGo, None), Err(Error::NotAgreed));
    assert_eq!(home.family.erase_my_part(id, mira, None), Err(Error::NotAgreed));
}

#[test]
fn of_a_joint_goal_each_erases_her_own_part_and_both_together_all_of_it() {
    let (mut home, ana, mira) = Home::with_both();
    let id = agreed_by_both(&mut home, ana, mira, &words("Evening walks"));
    check_in(&mut home, id, mira, "Mira was here").unwrap();
    assert_eq!(home.family.delete_goal(id, None), Err(Error::NotHers));
    home.alone(ana);
    check_in(&mut home, id, ana, "Ana was here").unwrap();
    let left = home.family.erase_my_part(id, ana, None).unwrap();
    assert!(left.rows.iter().all(|row| row.whose == Whose::Mine), "for her it is gone");
    assert_eq!(home.family.erase_my_part(id, mira, None), Err(Error::NotHers));

    home.alone(mira);
    let row = only(home.family.goals("").unwrap());
    assert_eq!((row.lifecycle, row.last.len(), row.last[0].by), (Lifecycle::LetGo, 1, mira));

    let again = only(home.family.set_goal_course(id, Course::Open, None).unwrap());
    assert_eq!((again.lifecycle, again.proposed_by), (Lifecycle::Proposed, Some(mira)));
    home.alone(ana);
    assert_eq!(ours(home.family.goals("").unwrap()).group, GoalGroup::WaitsForMe);

    home.together(ana, mira);
    assert_eq!(home.family.set_goal_course(id, Course::LetGo, None), Err(Error::NotAgreed));
    home.alone(mira);
    assert_eq!(home.family.take_back_proposal(id, None).unwrap().rows, vec![]);
}

#[test]
fn erased_by_both_nothing_of_a_joint_goal_is_left() {
    let (mut home, ana, mira) = Home::with_both();
    let id = agreed_by_both(&mut home, ana, mira, &words("Evening walks"));
    check_in(&mut home, id, mira, "Mira was here").unwrap();
    home.come_in(ana);
    assert_eq!(home.family.erase_my_part(id, mira, None), Err(Error::NeedsHerPassphrase));
    home.family.erase_my_part(id, mira, Some(&typed(MIRAS_PASSPHRASE))).unwrap();
    let left = home.family.erase_my_part(id, ana, Some(&typed(ANAS_PASSPHRASE))).unwrap();
    assert_eq!(left.rows, vec![]);
    assert_eq!(home.family.goal_check_ins(id, home.now.today), Err(Error::Gone));
}

#[test]
fn a_goal_of_hers_is_deleted_with_its_check_ins() {
    let (mut home, ana) = Home::with_ana();
    let id = only(home.family.add_goal(&words("Drawing")).unwrap()).id;
    check_in(&mut home, id, ana, "a heron").unwrap();
    assert_eq!(home.family.delete_goal(id, None).unwrap().rows, vec![]);
    assert_eq!(home.family.goal_check_ins(id, home.now.today), Err(Error::Gone));
}

#[test]
fn nobody_reads_the_others_own_goals_and_words_find_what_they_are_in() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    home.family.add_goal(&GoalWords { helps: "die Straße meiden".to_owned(), ..words("Née Núñez") }).unwrap();
    home.family.add_goal(&words("Schwimmen")).unwrap();
    assert_eq!(only(home.family.goals("STRAßE").unwrap()).title, "Née Núñez");
    assert_eq!(only(home.family.goals(" schwimm ").unwrap()).title, "Schwimmen");
    home.alone(mira);
    assert_eq!(home.family.goals("").unwrap().rows, vec![]);
}

#[test]
fn bounds_are_told() {
    let (mut home, _) = Home::with_ana();
    for (target, error) in [
        (Target::PerWeek { times: 0 }, Error::OutOfBounds(50)),
        (Target::PerWeek { times: 51 }, Error::OutOfBounds(50)),
        (Target::Total { times: 10_001 }, Error::OutOfBounds(10_000)),
        (Target::ByDay { day: NaiveDate::from_ymd_opt(1899, 12, 31).unwrap() }, Error::LongAgo),
    ] {
        assert_eq!(home.family.add_goal(&GoalWords { target, ..words("Walks") }), Err(error));
    }
    assert_eq!(home.family.add_goal(&words("  ")), Err(Error::Blank));
    assert_eq!(home.family.add_goal(&words(&"م".repeat(10_001))), Err(Error::TooLong(10_000)));
}

#[test]
fn the_words_of_a_check_in_are_hers_to_change_and_undo_brings_the_old_ones_back() {
    let (mut home, ana, mira) = Home::with_both();
    let id = agreed_by_both(&mut home, ana, mira, &words("Evening walks"));
    let said = ours(check_in(&mut home, id, mira, "by the river").unwrap()).last.remove(0);
    let spoken = |view: GoalsView| ours(view).last.remove(0).words;
    let changed = home.family.edit_check_in(id, said.id, "by the sea 🌊 לאט", None).unwrap();
    assert_eq!(spoken(changed), "by the sea 🌊 לאט");
    assert!(home.family.undo(None).unwrap());
    assert_eq!(spoken(home.family.goals("").unwrap()), "by the river");

    home.alone(ana);
    assert_eq!(home.family.edit_check_in(id, said.id, "not hers", None), Err(Error::NotHers));
    home.come_in(mira);
    assert_eq!(home.family.edit_check_in(id, said.id, "", None), Err(Error::NeedsHerPassphrase));
    let anas = typed(ANAS_PASSPHRASE);
    assert_eq!(home.family.edit_check_in(id, said.id, "", Some(&anas)), Err(Error::WrongWords));
    let changed = home.family.edit_check_in(id, said.id, " ", Some(&typed(MIRAS_PASSPHRASE))).unwrap();
    assert_eq!(spoken(changed), "", "what happened needs no words");
}
