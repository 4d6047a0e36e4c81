//! The celebration, alone and together, and what stays of it.

use chrono::Days;
use twinflower_core::domain::celebration::{Approach, Ready};
use twinflower_core::domain::ids::{CelebrationId, MilestoneId, PersonId};
use twinflower_core::domain::keepsake::From;
use twinflower_core::domain::letter::Until;
use twinflower_core::domain::person::Owner;
use twinflower_core::domain::recurrence::How;
use twinflower_core::use_cases::{CountedWords, LetterWords, MilestoneWords, RitualWords, Whose};
use twinflower_core::views::Lead;
use twinflower_core::{Error, vault::Passphrase};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home};

const PICTURE: &[u8] = include_bytes!("../../icons/32x32.png");
const TITLE: &str = "I asked for help first 🌷";
const WHY: &str = "I rang you from the car park instead of going in.";

fn words(title: &str) -> MilestoneWords {
    MilestoneWords { title: title.to_owned(), why: WHY.to_owned(), reached_on: None, counted: None }
}

fn milestone(home: &mut Home, words: &MilestoneWords) -> MilestoneId {
    let before: Vec<_> = home.family.milestones("", home.now).unwrap().rows.iter().map(|row| row.id).collect();
    let rows = home.family.add_milestone(words, home.now).unwrap().rows;
    rows.iter().find(|row| !before.contains(&row.id)).unwrap().id
}

/// Mira marks a milestone of her own ready and invites Ana.
fn invited(home: &mut Home, mira: PersonId) -> (MilestoneId, CelebrationId) {
    home.alone(mira);
    let milestone = milestone(home, &words(TITLE));
    let rows = home.family.mark_ready(milestone, Ready::Invite, None, home.now).unwrap().rows;
    (milestone, rows.iter().find(|row| row.title == TITLE).unwrap().id)
}

#[test]
fn a_celebration_together_from_the_invitation_to_the_shelf() {
    let (mut home, ana, mira) = Home::with_both();
    let (_, id) = invited(&mut home, mira);
    assert_eq!(home.family.open_celebration(id, home.now), Err(Error::NeedsBoth));

    home.alone(ana);
    let Some(Lead::Celebration { row }) = home.family.today(home.now).unwrap().lead else {
        panic!("an invitation leads")
    };
    assert!(row.is_invitation && !row.can_open && row.title == TITLE);
    let letter = LetterWords { to: mira, title: String::new(), words: "You rang. I came.".to_owned() };
    let draft = home.family.keep_letter(None, &letter, home.now).unwrap().id;
    home.family.seal_letter(draft, Until::Celebration(id), home.now).unwrap();
    home.family.answer_invitation(id, home.now).unwrap();

    home.alone(mira);
    assert!(home.family.celebrations(home.now).unwrap().rows[0].is_awaited);
    assert!(home.family.letters(home.now).unwrap().waiting.is_empty(), "nothing of the letter before its moment");

    home.together(ana, mira);
    let open = home.family.open_celebration(id, home.now).unwrap();
    assert_eq!((open.row.title.as_str(), open.row.why.as_str()), (TITLE, WHY));
    assert_eq!(open.letters[0].words, "You rang. I came.");
    home.family.say_line(id, mira, "Thank you for picking up.", home.now).unwrap();
    home.family.say_line(id, ana, "Always.", home.now).unwrap();
    let shelf = home.family.keep(id, home.now).unwrap().rows;
    assert_eq!((shelf[0].title.as_str(), shelf[0].lines.len(), shelf[0].letters.len()), (TITLE, 2, 1));
    assert_eq!((shelf[0].owner, shelf[0].from), (Owner::One(mira), From::Celebration));
    assert_eq!(home.family.celebrations(home.now).unwrap().rows, [], "it happens once");

    home.restart();
    home.come_in(ana);
    assert_eq!(home.family.shelf().unwrap().rows, shelf);
}

#[test]
fn alone_it_is_hers_and_the_other_sees_nothing() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(mira);
    let id = milestone(&mut home, &words(TITLE));
    let ready = home.family.mark_ready(id, Ready::Alone, None, home.now).unwrap().rows;
    assert!(ready[0].can_open && ready[0].whose == Whose::Mine);
    home.alone(ana);
    assert_eq!(home.family.celebrations(home.now).unwrap().rows, []);
    assert_eq!(home.family.frames_of_ours().unwrap().len(), 0);
    home.alone(mira);
    home.family.keep(ready[0].id, home.now).unwrap();
    home.alone(ana);
    assert_eq!(home.family.shelf().unwrap().rows, []);
}

#[test]
fn not_this_time_writes_the_day_down_and_nothing_else() {
    let (mut home, _, mira) = Home::with_both();
    home.alone(mira);
    let id = milestone(&mut home, &words(TITLE));
    assert_eq!(home.family.mark_ready(id, Ready::NotThisTime, None, home.now).unwrap().rows, []);
    assert_eq!(home.family.milestones("", home.now).unwrap().rows[0].reached_on, Some(home.now.today));
}

#[test]
fn later_leaves_no_trace_in_ours_and_the_invitation_comes_again_tomorrow() {
    let (mut home, ana, mira) = Home::with_both();
    let (_, id) = invited(&mut home, mira);
    let frames = home.family.frames_of_ours().unwrap();
    home.alone(ana);
    assert_eq!(home.family.put_off_celebration(id, home.now).unwrap().rows, []);
    assert_eq!(home.family.frames_of_ours().unwrap(), frames);
    home.days_go_by(1);
    assert_eq!(home.family.celebrations(home.now).unwrap().rows.len(), 1);
    home.alone(mira);
    assert!(!home.family.celebrations(home.now).unwrap().rows[0].is_awaited);
}

#[test]
fn what_was_brought_to_it_is_read_before_it_is_opened_and_its_letter_is_not() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    let once = RitualWords {
        title: "The blue candle".to_owned(),
        meaning: String::new(),
        steps: Vec::new(),
        how: How::Once,
        starts_on: home.now.today,
        ends_on: None,
        at: None,
    };
    let ritual = home.family.add_ritual(&once, home.now).unwrap().rows[0].id;
    let (_, id) = invited(&mut home, mira);
    home.alone(ana);
    let letter = LetterWords { to: mira, title: String::new(), words: "You rang. I came.".to_owned() };
    let draft = home.family.keep_letter(None, &letter, home.now).unwrap().id;
    home.family.seal_letter(draft, Until::Celebration(id), home.now).unwrap();
    home.family.choose_ritual(id, Some(ritual), home.now).unwrap();
    home.family.add_celebration_photo(id, PICTURE, home.now).unwrap();
    for who in [vec![ana], vec![mira], vec![ana, mira]] {
        home.family.lock_all();
        who.iter().for_each(|person| home.come_in(*person));
        let brought = home.family.waiting_celebration(id, home.now).unwrap();
        assert_eq!(brought.ritual.map(|row| row.id), Some(ritual));
        assert!(brought.photo.is_some() && brought.letters.is_empty());
    }
    home.family.open_celebration(id, home.now).unwrap();
    home.family.keep(id, home.now).unwrap();
    assert!(home.family.shelf().unwrap().rows[0].has_photo, "what was brought stays");
}

#[test]
fn what_both_reached_invites_nobody_and_waits_quietly_until_both_are_here() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    let id = milestone(&mut home, &words("We went to the sea"));
    let id = home.family.mark_ready(id, Ready::Invite, None, home.now).unwrap().rows[0].id;
    home.alone(ana);
    let row = home.family.celebrations(home.now).unwrap().rows.remove(0);
    assert!(!row.is_invitation && !row.can_open);
    assert_eq!(home.family.today(home.now).unwrap().lead, None);
    assert_eq!(home.family.answer_invitation(id, home.now), Err(Error::Gone));
    home.come_in(mira);
    let Some(Lead::Celebration { row }) = home.family.today(home.now).unwrap().lead else { panic!("it can be opened") };
    assert!(row.can_open && row.owner == Owner::Both);
    home.family.open_celebration(id, home.now).unwrap();
    assert_eq!(home.family.keep(id, home.now).unwrap().rows[0].owner, Owner::Both);
}

#[test]
fn later_is_remembered_until_tomorrow_wherever_she_says_it() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(mira);
    let alone = milestone(&mut home, &words("by herself"));
    let id = home.family.mark_ready(alone, Ready::Alone, None, home.now).unwrap().rows[0].id;
    let view = home.family.put_off_celebration(id, home.now).unwrap();
    assert!(view.rows[0].can_open, "it waits quietly, and can be opened all the same");
    home.restart();
    home.come_in(mira);
    assert_eq!(home.family.today(home.now).unwrap().lead, None);
    home.days_go_by(1);
    assert!(matches!(home.family.today(home.now).unwrap().lead, Some(Lead::Celebration { .. })));
    home.family.put_off_celebration(id, home.now).unwrap();

    let (_, id) = invited(&mut home, mira);
    home.come_in(ana);
    let frames = home.family.frames_of_ours().unwrap();
    home.family.put_off_celebration(id, home.now).unwrap();
    assert_eq!(home.family.today(home.now).unwrap().lead, None);
    home.family.lock(mira);
    assert_eq!(home.family.celebrations(home.now).unwrap().rows, [], "also while her own space is closed");
    assert_eq!(home.family.frames_of_ours().unwrap(), frames, "and nothing of it is in what they share");
    home.alone(ana);
    assert_eq!(home.family.celebrations(home.now).unwrap().rows.len(), 1);
}

#[test]
fn a_withdrawn_invitation_is_gone_for_the_other_and_the_milestone_stays_reached() {
    let (mut home, ana, mira) = Home::with_both();
    let (milestone, id) = invited(&mut home, mira);
    home.family.withdraw(id, None, home.now).unwrap();
    assert_eq!(home.family.milestones("", home.now).unwrap().rows[0].id, milestone);
    home.alone(ana);
    assert_eq!(home.family.celebrations(home.now).unwrap().rows, []);
    assert_eq!(home.family.today(home.now).unwrap().lead, None);
}

#[test]
fn only_the_one_who_earned_it_marks_it_ready() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(mira);
    let id = milestone(&mut home, &words(TITLE));
    home.family.share_milestone(id, true, home.now).unwrap();
    home.alone(ana);
    let copy = home.family.milestones("", home.now).unwrap().rows[0].id;
    assert_eq!(home.family.mark_ready(copy, Ready::Invite, None, home.now), Err(Error::NotHers));
    home.come_in(mira);
    assert_eq!(home.family.mark_ready(copy, Ready::Invite, None, home.now), Err(Error::NeedsHerPassphrase));
    let anas = Passphrase::typed(ANAS_PASSPHRASE);
    assert_eq!(home.family.mark_ready(copy, Ready::Invite, Some(&anas), home.now), Err(Error::WrongWords));
}

#[test]
fn a_week_before_she_alone_is_asked_once_and_an_unmarked_day_passes_silently() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(mira);
    let since = home.now.today - Days::new(80);
    let counted = MilestoneWords { counted: Some(CountedWords { number: 90, since }), ..words("Ninety mornings") };
    let id = milestone(&mut home, &counted);
    home.family.share_milestone(id, false, home.now).unwrap();
    assert_eq!(home.family.today(home.now).unwrap().lead, None, "ten days before it is quiet");
    home.days_go_by(3);
    assert!(matches!(home.family.today(home.now).unwrap().lead, Some(Lead::Expecting { .. })));
    home.family.answer_expected(id, Approach::Leave).unwrap();
    assert_eq!(home.family.today(home.now).unwrap().lead, None);

    home.alone(ana);
    let seen = home.family.milestones("", home.now).unwrap();
    home.days_go_by(10);
    assert_eq!(home.family.milestones("", home.now).unwrap(), seen);
    assert_eq!(home.family.today(home.now).unwrap().lead, None);
}

#[test]
fn who_wanted_to_mark_it_is_asked_how_on_the_day() {
    let (mut home, _) = Home::with_ana();
    let since = home.now.today - Days::new(85);
    let counted = MilestoneWords { counted: Some(CountedWords { number: 90, since }), ..words("Ninety mornings") };
    let id = milestone(&mut home, &counted);
    home.family.answer_expected(id, Approach::Mark).unwrap();
    assert_eq!(home.family.today(home.now).unwrap().lead, None);
    home.days_go_by(5);
    assert!(matches!(home.family.today(home.now).unwrap().lead, Some(Lead::ReadyToMark { .. })));
}

#[test]
fn the_hour_kept_close_is_kept_through_the_day_and_ends_with_it() {
    let (mut home, _) = Home::with_ana();
    let since = home.now.today - Days::new(85);
    let counted = MilestoneWords { counted: Some(CountedWords { number: 90, since }), ..words("Ninety mornings") };
    let id = milestone(&mut home, &counted);
    home.family.answer_expected(id, Approach::KeepClose).unwrap();
    for _ in 0..=5 {
        assert!(matches!(home.family.today(home.now).unwrap().lead, Some(Lead::KeptClose { .. })));
        home.days_go_by(1);
    }
    assert_eq!(home.family.today(home.now).unwrap().lead, None);
}

#[test]
fn the_soft_question_comes_on_the_next_day_once_and_can_be_turned_off() {
    let (mut home, ana) = Home::with_ana();
    let keep = |home: &mut Home| {
        let id = milestone(home, &words(TITLE));
        let ready = home.family.mark_ready(id, Ready::Alone, None, home.now).unwrap().rows[0].id;
        home.family.keep(ready, home.now).unwrap().rows[0].id
    };
    keep(&mut home);
    assert_eq!(home.family.today(home.now).unwrap().lead, None);
    home.days_go_by(1);
    let Some(Lead::NextDay { row }) = home.family.today(home.now).unwrap().lead else { panic!("she is asked") };
    let shelf = home.family.answer_next_day(row.id, "That you laughed.").unwrap().rows;
    assert_eq!((shelf[0].lines[0].who, shelf[0].lines[0].words.as_str()), (ana, "That you laughed."));
    assert_eq!(home.family.today(home.now).unwrap().lead, None);
    keep(&mut home);
    home.days_go_by(1);
    home.family.set_next_day_question(false).unwrap();
    assert_eq!(home.family.today(home.now).unwrap().lead, None);
}

#[test]
fn a_small_victory_stands_on_the_others_shelf_and_is_hers() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    home.family.see_small(ana, mira, "I saw you open the letter.", home.now).unwrap();
    assert_eq!(home.family.see_small(mira, ana, "not hers to say", home.now), Err(Error::NotHers));
    home.alone(mira);
    let row = home.family.shelf().unwrap().rows.remove(0);
    assert_eq!((row.from, row.owner, row.giver), (From::Seen, Owner::One(mira), Some(ana)));
    assert_eq!(home.family.delete_keepsake(row.id, None).unwrap().rows, []);
}

#[test]
fn a_keepsake_of_her_own_is_handed_on_and_stays_hers() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(mira);
    let id = milestone(&mut home, &words("My first coin"));
    let ready = home.family.mark_ready(id, Ready::Alone, None, home.now).unwrap().rows[0].id;
    let keepsake = home.family.keep(ready, home.now).unwrap().rows[0].id;
    home.family.hand_on(keepsake, home.now).unwrap();
    assert!(home.family.shelf().unwrap().rows.iter().any(|row| row.id == keepsake && row.is_handed_on));
    home.alone(ana);
    let row = home.family.shelf().unwrap().rows.remove(0);
    assert_eq!((row.title.as_str(), row.owner, row.giver), ("My first coin", Owner::One(ana), Some(mira)));
}

#[test]
fn earned_keepsakes_outlive_the_milestone() {
    let (mut home, _) = Home::with_ana();
    let id = milestone(&mut home, &words(TITLE));
    let ready = home.family.mark_ready(id, Ready::Alone, None, home.now).unwrap().rows[0].id;
    home.family.keep(ready, home.now).unwrap();
    home.family.delete_milestone(id, None, home.now).unwrap();
    home.family.tidy().unwrap();
    assert_eq!(home.family.shelf().unwrap().rows[0].why, WHY);
}
