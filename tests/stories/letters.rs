//! Letters, told as stories.

use chrono::Days;
use twinflower_core::Error;
use twinflower_core::domain::celebration::Ready;
use twinflower_core::domain::ids::{LetterId, PersonId};
use twinflower_core::domain::letter::Until;
use twinflower_core::use_cases::{LetterWords, MilestoneWords};
use twinflower_core::views::LettersView;
use twinflower_tests::home::{Home, holds, holds_bytes};

const WORDS: &str = "Née Núñez 🌷 – أمي, I kept the sea in a jar for you.";

fn letter(to: PersonId) -> LetterWords {
    LetterWords { to, title: "For the hard evening 🌙".to_owned(), words: WORDS.to_owned() }
}

fn in_days(home: &Home, days: u64) -> Until {
    Until::Day(home.now.today + Days::new(days))
}

fn letters(home: &Home) -> LettersView {
    home.family.letters(home.now).unwrap()
}

/// Lets the one who is here alone write a letter and hand it over.
fn hands_over(home: &mut Home, to: PersonId, until: Until) -> LettersView {
    let draft = home.family.keep_letter(None, &letter(to), home.now).unwrap().id;
    home.family.seal_letter(draft, until, home.now).unwrap()
}

/// Lets Ana hand a letter over to Mira, and Mira come in alone.
fn ana_wrote_to_mira(until_in: u64) -> (Home, PersonId, PersonId) {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let until = in_days(&home, until_in);
    hands_over(&mut home, mira, until);
    home.alone(mira);
    (home, ana, mira)
}

/// Returns what is on the disk of the letter that will wait for the one who is here in so many days.
fn sealed_bytes(home: &mut Home, days: u64) -> Vec<Vec<u8>> {
    let today = home.now.today;
    home.days_go_by(days);
    let id = waiting(home);
    home.now.today = today;
    home.family.sealed_bytes_of(id.into()).unwrap()
}

fn waiting(home: &Home) -> LetterId {
    letters(home).waiting[0].id
}

#[test]
fn a_draft_is_hers_alone_survives_the_end_of_the_process_and_stands_on_the_disk_sealed() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let id = home.family.keep_letter(None, &letter(mira), home.now).unwrap().id;
    home.restart();
    assert!(!holds(&home.every_byte(), "the sea in a jar") && !holds(&home.every_byte(), "hard evening"));
    home.come_in(mira);
    assert_eq!((letters(&home), home.family.read_letter(id)), (LettersView::default(), Err(Error::Gone)));
    home.alone(ana);
    let whole = home.family.read_letter(id).unwrap();
    assert_eq!((whole.words.as_str(), whole.title.as_str(), whole.to), (WORDS, "For the hard evening 🌙", mira));
}

#[test]
fn the_receiver_sees_nothing_before_the_moment_and_a_closed_letter_from_its_day_on() {
    let (mut home, _, mira) = ana_wrote_to_mira(3);
    assert_eq!(letters(&home), LettersView::default());
    home.days_go_by(2);
    assert_eq!(letters(&home), LettersView::default());
    home.days_go_by(1);
    let id = waiting(&home);
    assert_eq!(home.family.read_letter(id), Err(Error::Gone), "it is closed until she opens it");
    assert_eq!(home.family.open_letter(id, home.now).unwrap().words, WORDS);
    home.alone(mira);
    assert_eq!((letters(&home).waiting.len(), letters(&home).opened.len()), (0, 1));
    assert_eq!(home.family.read_letter(id).unwrap().words, WORDS);
}

#[test]
fn a_letter_is_not_opened_put_away_or_deleted_by_its_receiver_before_its_moment() {
    let (mut home, ana, _) = ana_wrote_to_mira(0);
    let id = waiting(&home);
    home.now.today = home.now.today - Days::new(1);
    assert_eq!(home.family.open_letter(id, home.now), Err(Error::Gone));
    assert_eq!(home.family.put_letter_away(id, true, home.now), Err(Error::Gone));
    assert_eq!(home.family.delete_letter(id, home.now), Err(Error::Gone));
    home.alone(ana);
    assert_eq!(home.family.open_letter(id, home.now), Err(Error::Gone), "its writer does not open it either");
}

#[test]
fn the_writer_sees_handed_over_and_nothing_else_whatever_becomes_of_it() {
    let (mut home, ana, mira) = ana_wrote_to_mira(0);
    let seen_by_ana = |home: &mut Home| {
        home.alone(ana);
        let seen = (letters(home), home.family.shared().unwrap(), home.family.frames_of_ours().unwrap());
        home.alone(mira);
        seen
    };
    let before = seen_by_ana(&mut home);
    assert_eq!(before.0.handed_over.len(), 1);
    let id = waiting(&home);
    home.family.put_letter_away(id, true, home.now).unwrap();
    assert_eq!(seen_by_ana(&mut home), before, "put away");
    home.family.open_letter(id, home.now).unwrap();
    assert_eq!(seen_by_ana(&mut home), before, "opened");
    home.family.delete_letter(id, home.now).unwrap();
    assert_eq!(seen_by_ana(&mut home).0, before.0, "deleted");
    assert_eq!(letters(&home), LettersView::default());
}

#[test]
fn a_letter_taken_back_before_its_moment_is_erased_where_it_was_sealed_and_a_draft_again() {
    let (mut home, ana, mira) = ana_wrote_to_mira(3);
    let sealed = sealed_bytes(&mut home, 3);
    let on_the_disk = |home: &Home| sealed.iter().filter(|part| holds_bytes(&home.every_byte(), part)).count();
    assert_eq!(on_the_disk(&home), 3);
    home.alone(ana);
    let row = letters(&home).handed_over[0].clone();
    assert!(row.can_be_taken_back);
    let view = home.family.take_back_letter(row.id, home.now).unwrap();
    home.family.tidy().unwrap();
    assert_eq!((sealed.len(), on_the_disk(&home)), (3, 0), "what was sealed: its words, its envelope and their key");
    assert_eq!((view.handed_over.len(), view.drafts.len()), (0, 1));
    assert_eq!(home.family.read_letter(view.drafts[0].id).unwrap().words, WORDS);
    home.family.delete_letter(view.drafts[0].id, home.now).unwrap();
    home.days_go_by(3);
    home.restart();
    home.come_in(mira);
    assert_eq!(letters(&home), LettersView::default());
    home.alone(ana);
    assert_eq!(letters(&home), LettersView::default());
}

#[test]
fn from_its_moment_on_a_letter_cannot_be_taken_back_opened_or_not() {
    for opened in [false, true] {
        let (mut home, ana, mira) = ana_wrote_to_mira(1);
        home.days_go_by(1);
        if opened {
            let id = waiting(&home);
            home.family.open_letter(id, home.now).unwrap();
        }
        home.alone(ana);
        let row = letters(&home).handed_over[0].clone();
        assert!(!row.can_be_taken_back);
        assert_eq!(home.family.take_back_letter(row.id, home.now), Err(Error::HandedOver));
        home.alone(mira);
        assert_eq!(letters(&home).opened.len() + letters(&home).waiting.len(), 1);
    }
}

#[test]
fn a_letter_put_away_unread_is_taken_out_again_or_opened_when_she_likes() {
    let (mut home, _, _) = ana_wrote_to_mira(0);
    let id = waiting(&home);
    let away = home.family.put_letter_away(id, true, home.now).unwrap();
    assert_eq!((away.waiting.len(), away.put_away.len()), (0, 1));
    assert!(home.family.undo(None).unwrap());
    assert_eq!(letters(&home).waiting.len(), 1);
    home.family.put_letter_away(id, true, home.now).unwrap();
    home.family.open_letter(id, home.now).unwrap();
    assert_eq!((letters(&home).put_away.len(), letters(&home).opened.len()), (0, 1));
}

#[test]
fn undo_never_un_opens_a_letter_and_never_un_seals_one() {
    let (mut home, ana, mira) = ana_wrote_to_mira(0);
    let id = waiting(&home);
    home.family.put_letter_away(id, true, home.now).unwrap();
    home.family.open_letter(id, home.now).unwrap();
    home.undo_all();
    assert_eq!((letters(&home).opened.len(), letters(&home).put_away.len()), (1, 0));
    home.alone(ana);
    let before = letters(&home).handed_over.len();
    hands_over(&mut home, mira, Until::Now);
    home.undo_all();
    assert_eq!((letters(&home).handed_over.len(), letters(&home).drafts.len()), (before + 1, 0));
}

#[test]
fn no_letter_of_one_is_on_the_screen_while_both_are_here() {
    let (mut home, ana, mira) = ana_wrote_to_mira(0);
    let id = waiting(&home);
    home.together(ana, mira);
    assert_eq!(letters(&home), LettersView::default());
    assert_eq!(home.family.open_letter(id, home.now), Err(Error::NeedsHerPassphrase));
    assert_eq!(home.family.read_letter(id), Err(Error::NeedsHerPassphrase));
}

#[test]
fn a_letter_for_a_celebration_opens_there_before_both_and_stays_its_receivers() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(mira);
    let words = MilestoneWords { title: "first".to_owned(), why: String::new(), reached_on: None, counted: None };
    let milestone = home.family.add_milestone(&words, home.now).unwrap().rows[0].id;
    let celebration = home.family.mark_ready(milestone, Ready::Invite, None, home.now).unwrap().rows[0].id;
    home.alone(ana);
    let row = hands_over(&mut home, mira, Until::Celebration(celebration)).handed_over[0].clone();
    assert!(row.can_be_taken_back);
    home.days_go_by(400);
    home.alone(mira);
    assert_eq!((letters(&home), home.family.letters_for(celebration)), (LettersView::default(), Ok(vec![])));
    home.come_in(ana);
    let open = home.family.open_letters_for(celebration, home.now).unwrap();
    assert_eq!(open.iter().map(|letter| letter.words.as_str()).collect::<Vec<_>>(), [WORDS]);
    home.undo_all();
    home.alone(mira);
    assert_eq!(letters(&home).opened.len(), 1);
    home.alone(ana);
    assert_eq!(home.family.take_back_letter(row.id, home.now), Err(Error::HandedOver));
    assert_eq!(letters(&home).handed_over[0].title, row.title);
}

#[test]
fn a_letter_is_not_handed_over_for_a_celebration_that_is_not_there() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let nowhere = Until::Celebration("00000000-0000-4000-8000-000000000000".parse().unwrap());
    for to in [mira, ana] {
        let draft = home.family.keep_letter(None, &letter(to), home.now).unwrap().id;
        assert_eq!(home.family.seal_letter(draft, nowhere, home.now), Err(Error::Gone));
        assert_eq!(home.family.read_letter(draft).unwrap().words, WORDS, "nothing of it is lost");
    }
}

#[test]
fn a_letter_to_herself_works_for_one_person_and_never_leaves_her_space() {
    let (mut home, ana) = Home::with_ana();
    let frames = home.family.frames_of_ours().unwrap();
    let until = in_days(&home, 30);
    let sealed = hands_over(&mut home, ana, until);
    assert_eq!((sealed.drafts.len(), sealed.handed_over.len(), sealed.waiting.len()), (0, 1, 0));
    assert_eq!(home.family.frames_of_ours().unwrap(), frames);
    home.days_go_by(30);
    let come = letters(&home);
    assert_eq!((come.handed_over.len(), come.waiting.len()), (0, 1));
    assert_eq!(home.family.open_letter(come.waiting[0].id, home.now).unwrap().words, WORDS);
}

#[test]
fn new_words_of_a_draft_are_kept_and_undo_brings_the_old_ones_back() {
    let (mut home, ana) = Home::with_ana();
    let id = home.family.keep_letter(None, &letter(ana), home.now).unwrap().id;
    let other = LetterWords { title: " ".to_owned(), words: "x".repeat(10_000), ..letter(ana) };
    let kept = home.family.keep_letter(Some(id), &other, home.now).unwrap();
    assert_eq!((kept.id, kept.letters.drafts[0].title.as_str()), (id, ""));
    assert!(home.family.undo(None).unwrap());
    assert_eq!(home.family.read_letter(id).unwrap().words, WORDS);
    let longer = LetterWords { words: "x".repeat(10_001), ..letter(ana) };
    assert_eq!(home.family.keep_letter(None, &longer, home.now).err(), Some(Error::TooLong(10_000)));
    let blank = LetterWords { words: " \n".to_owned(), ..letter(ana) };
    assert_eq!(home.family.keep_letter(None, &blank, home.now).err(), Some(Error::Blank));
}
