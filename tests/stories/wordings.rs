//! What two computers wrote apart, told as stories: nothing is lost before somebody chose.

use chrono::Days;
use twinflower_core::domain::goal::Lifecycle;
use twinflower_core::domain::ids::MilestoneId;
use twinflower_core::domain::letter::Until;
use twinflower_core::domain::recurrence::How;
use twinflower_core::use_cases::{CountedWords, GoalWords, LetterWords, MilestoneWords, Offer, RitualWords};
use twinflower_tests::home::Home;
use twinflower_tests::meet::Apart;

fn words(title: &str) -> MilestoneWords {
    MilestoneWords { title: title.to_owned(), why: String::new(), reached_on: None, counted: None }
}

fn titles(home: &Home) -> Vec<String> {
    home.family.milestones("", home.now).unwrap().rows.into_iter().map(|row| row.title).collect()
}

/// The two computers, with a milestone of both on each; Ana is in at the desk, Mira at her own.
fn with_a_milestone() -> (Apart, MilestoneId) {
    let mut apart = Apart::begin();
    apart.desk.together(apart.ana, apart.mira);
    let now = apart.desk.now;
    let id = apart.desk.family.add_milestone(&words("the sea"), now).unwrap().rows[0].id;
    apart.desk.alone(apart.ana);
    apart.meet();
    (apart, id)
}

/// Both, at the desk, delete a milestone of theirs.
fn delete(apart: &mut Apart, id: MilestoneId) {
    apart.desk.together(apart.ana, apart.mira);
    apart.desk.family.delete_milestone(id, None, apart.desk.now).unwrap();
    apart.desk.alone(apart.ana);
}

#[test]
fn of_a_title_that_both_reworded_one_is_shown_and_the_other_is_offered_until_somebody_chose() {
    for takes_other in [false, true] {
        let (mut apart, id) = with_a_milestone();
        let now = apart.desk.now;
        apart.desk.family.edit_milestone(id, &words("the lake"), None, now).unwrap();
        apart.away.family.edit_milestone(id, &words("the hill"), None, now).unwrap();
        apart.meet();
        let shown = titles(&apart.desk);
        assert_eq!(titles(&apart.away), shown, "the same on both");
        let view = apart.away.family.apart().unwrap();
        let [row] = &view.wordings[..] else { panic!("one wording: {}", view.wordings.len()) };
        let mut both = [row.here.as_str(), row.other.as_str()];
        both.sort_unstable();
        assert_eq!((both, vec![row.here.clone()]), (["the hill", "the lake"], shown));
        let stands = if takes_other { row.other.clone() } else { row.here.clone() };
        assert!(apart.away.family.settle_wording(&row.id, takes_other).unwrap().wordings.is_empty());
        apart.meet();
        for home in [&apart.desk, &apart.away] {
            assert_eq!(titles(home), std::slice::from_ref(&stands));
            assert!(home.family.apart().unwrap().wordings.is_empty(), "it is asked once, on either computer");
        }
    }
}

#[test]
fn another_wording_waits_even_when_the_title_is_written_once_more_and_goes_with_what_it_is_of() {
    let (mut apart, id) = with_a_milestone();
    let now = apart.desk.now;
    apart.desk.family.edit_milestone(id, &words("the lake"), None, now).unwrap();
    apart.away.family.edit_milestone(id, &words("the hill"), None, now).unwrap();
    apart.meet();
    let lost = apart.desk.family.apart().unwrap().wordings[0].other.clone();
    apart.desk.family.edit_milestone(id, &words("the river"), None, now).unwrap();
    apart.meet();
    for home in [&mut apart.desk, &mut apart.away] {
        home.family.tidy().unwrap();
        let view = home.family.apart().unwrap();
        assert_eq!((view.wordings[0].here.as_str(), &view.wordings[0].other), ("the river", &lost));
    }
    delete(&mut apart, id);
    apart.meet();
    assert_eq!(apart.meet().messages, 2);
    for home in [&apart.desk, &apart.away] {
        assert!(home.family.apart().unwrap().wordings.is_empty());
        assert!(home.family.sealed_bytes_of(id.into()).unwrap().is_empty(), "the other wording is erased with it");
    }
}

#[test]
fn what_was_edited_here_while_it_was_deleted_there_is_offered_to_be_kept_in_mine() {
    let (mut apart, id) = with_a_milestone();
    let now = apart.desk.now;
    delete(&mut apart, id);
    apart.away.family.edit_milestone(id, &words("the hill"), None, now).unwrap();
    apart.meet();
    assert_eq!((titles(&apart.desk), titles(&apart.away)), (vec![], vec![]), "it is gone on both");
    assert!(apart.desk.family.apart().unwrap().words.is_empty(), "who deleted it is asked nothing");
    apart.away.restart();
    apart.away.alone(apart.mira);
    let view = apart.away.family.apart().unwrap();
    assert_eq!((view.words.len(), view.words[0].texts.clone()), (1, vec!["the hill".to_owned()]));
    apart.away.family.keep_words(&view.words[0].id, now).unwrap();
    assert!(apart.away.family.let_go_of_words(&view.words[0].id).unwrap().words.is_empty(), "it is asked once");
    assert_eq!(apart.away.family.letters(now).unwrap().drafts[0].beginning, "the hill");
    apart.meet();
    assert_eq!(titles(&apart.desk), [""; 0], "what she kept is hers alone");
}

#[test]
fn what_was_deleted_there_and_not_touched_here_asks_nothing() {
    let (mut apart, id) = with_a_milestone();
    let now = apart.desk.now;
    apart.away.family.edit_milestone(id, &words("the hill"), None, now).unwrap();
    apart.meet();
    delete(&mut apart, id);
    apart.meet();
    assert!(apart.away.family.apart().unwrap().words.is_empty(), "whoever deleted it had read what she wrote");
}

#[test]
fn days_that_were_lived_are_never_fewer_because_two_computers_started_again_apart() {
    let mut apart = Apart::begin();
    apart.let_mine_go();
    let (now, from) = (apart.desk.now, apart.desk.now.today - Days::new(100));
    let counted = Some(CountedWords { number: 365, since: from });
    let id = apart.desk.family.add_milestone(&MilestoneWords { counted, ..words("days") }, now).unwrap().rows[0].id;
    apart.meet();
    let days = |home: &Home| home.family.milestones("", now).unwrap().rows[0].counted.as_ref().unwrap().all_together;
    assert_eq!((days(&apart.desk), days(&apart.away)), (100, 100));
    apart.desk.family.start_again(id, now.today - Days::new(10), now).unwrap();
    apart.away.family.start_again(id, now.today - Days::new(3), now).unwrap();
    apart.meet();
    for home in [&mut apart.desk, &mut apart.away] {
        assert_eq!(days(home), 100, "both starts are there, and no day is lost");
        let spans = home.family.milestones("", now).unwrap().rows[0].counted.as_ref().unwrap().spans.len();
        assert_eq!(spans, 3);
        home.restart();
    }
    apart.desk.alone(apart.mira);
    apart.away.alone(apart.mira);
    apart.desk.family.start_again(id, now.today, now).unwrap();
    apart.meet();
    assert_eq!((days(&apart.desk), days(&apart.away)), (100, 100));
    assert_eq!(apart.meet().messages, 2);
}

#[test]
fn a_goal_that_each_agreed_to_on_her_own_computer_is_active_and_to_another_wording_it_waits() {
    let mut apart = Apart::begin();
    apart.desk.alone(apart.ana);
    let goal = apart.desk.family.add_goal(&GoalWords { title: "walk".to_owned(), ..GoalWords::default() }).unwrap();
    let offer = Offer::Goal { with_why: false, with_helps: false };
    apart.desk.family.propose_goal(goal.rows[0].id, &offer).unwrap();
    apart.meet();
    let row = apart.away.family.goals("").unwrap().rows.remove(0);
    apart.away.family.agree_to_goal(row.id, apart.mira, &row.wording, None).unwrap();
    apart.meet();
    for home in [&apart.desk, &apart.away] {
        let rows = home.family.goals("").unwrap().rows;
        let ours = rows.iter().find(|one| one.id == row.id).unwrap();
        assert_eq!((ours.lifecycle, ours.agreed.len()), (Lifecycle::Active, 2));
    }
    let reworded = GoalWords { title: "walk to the mill".to_owned(), ..GoalWords::default() };
    apart.desk.family.edit_goal(row.id, &reworded, None).unwrap();
    apart.meet();
    for home in [&apart.desk, &apart.away] {
        let rows = home.family.goals("").unwrap().rows;
        let ours = rows.iter().find(|one| one.id == row.id).unwrap();
        assert_ne!(ours.agreed.len(), 2, "what was agreed to was another wording");
    }
}

#[test]
fn an_evening_that_one_person_kept_on_two_computers_is_one_and_her_other_line_is_offered_to_her_alone() {
    let mut apart = Apart::begin();
    apart.let_mine_go();
    let now = apart.desk.now;
    let tea = RitualWords {
        title: "tea".to_owned(),
        meaning: String::new(),
        steps: vec![],
        how: How::Daily { every: 1 },
        starts_on: now.today,
        ends_on: None,
        at: None,
    };
    apart.desk.together(apart.ana, apart.mira);
    let ritual = apart.desk.family.add_ritual(&tea, now).unwrap().rows[0].id;
    apart.desk.alone(apart.mira);
    apart.meet();
    apart.desk.family.keep_occurrence(ritual, now.today, Some("with lemon"), None, now).unwrap();
    apart.away.family.keep_occurrence(ritual, now.today, Some("with honey"), None, now).unwrap();
    apart.meet();
    let lane = apart.desk.family.memory_lane(ritual, None).unwrap();
    assert_eq!((lane.rows.len(), lane.rows[0].lines.len()), (1, 1));
    let offered = apart.away.family.apart().unwrap().wordings;
    let mut both = [offered[0].here.as_str(), offered[0].other.as_str()];
    both.sort_unstable();
    assert_eq!(both, ["with honey", "with lemon"]);
    apart.desk.alone(apart.ana);
    assert!(apart.desk.family.apart().unwrap().wordings.is_empty(), "it is Mira's line");
}

#[test]
fn a_letter_handed_over_while_its_draft_was_edited_goes_as_it_stood_and_the_newer_words_are_offered() {
    let mut apart = Apart::begin();
    apart.let_mine_go();
    let now = apart.desk.now;
    let letter = |words: &str| LetterWords { to: apart.ana, title: String::new(), words: words.to_owned() };
    let draft = apart.desk.family.keep_letter(None, &letter("I was thinking"), now).unwrap().id;
    let newer = letter("I was thinking of you");
    apart.meet();
    apart.desk.family.seal_letter(draft, Until::Now, now).unwrap();
    apart.away.family.keep_letter(Some(draft), &newer, now).unwrap();
    apart.meet();
    let view = apart.away.family.letters(now).unwrap();
    assert_eq!((view.drafts.len(), view.handed_over.len()), (0, 1));
    let words = apart.away.family.apart().unwrap().words;
    assert_eq!(words[0].texts, ["I was thinking of you"]);
    apart.desk.alone(apart.ana);
    let waiting = apart.desk.family.letters(now).unwrap().waiting[0].id;
    assert_eq!(apart.desk.family.open_letter(waiting, now).unwrap().words, "I was thinking");
}
