//! The words that open her space, her own people, and unfinished words.

use twinflower_core::Error;
use twinflower_core::domain::ideas::Lives;
use twinflower_core::use_cases::{ContactWords, MilestoneWords};
use twinflower_core::vault::Passphrase;
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE, holds};

const FRESH: &str = "seven geese over slow water";

fn milestone(title: &str) -> MilestoneWords {
    MilestoneWords { title: title.to_owned(), why: String::new(), reached_on: None, counted: None }
}

fn own_titles(home: &Home) -> Vec<String> {
    home.family.milestones("", home.now).unwrap().rows.into_iter().map(|row| row.title).collect()
}

#[test]
fn a_changed_passphrase_opens_what_the_old_one_did_and_the_old_one_nothing() {
    let (mut home, ana) = Home::with_ana();
    home.family.add_milestone(&milestone("kept"), home.now).unwrap();
    let (old, fresh) = (Passphrase::typed(ANAS_PASSPHRASE), Passphrase::typed(FRESH));
    assert_eq!(home.family.change_passphrase(ana, &fresh, &fresh), Err(Error::WrongWords));
    assert_eq!(home.family.change_passphrase(ana, &old, &Passphrase::typed("ana")), Err(Error::WeakPassphrase));
    home.family.change_passphrase(ana, &old, &fresh).unwrap();
    home.restart();
    assert_eq!(home.family.come_in(ana, &old), Err(Error::WrongWords));
    home.family.come_in(ana, &fresh).unwrap();
    assert_eq!(own_titles(&home), ["kept"]);
}

#[test]
fn spare_words_open_her_space_once_and_she_is_told_that_they_are_used() {
    let (mut home, ana) = Home::with_ana();
    home.family.add_milestone(&milestone("kept"), home.now).unwrap();
    let words = home.family.begin_spare_words(ana, &Passphrase::typed(ANAS_PASSPHRASE)).unwrap().join(" ");
    home.family.try_fresh_spare_words(&words).unwrap();
    home.restart();
    let fresh = Passphrase::typed(FRESH);
    home.family.open_with_spare_words(ana, &words, &fresh).unwrap();
    assert_eq!(own_titles(&home), ["kept"]);
    assert!(!home.family.me().unwrap().has_spare_words);
    home.restart();
    let again = home.family.open_with_spare_words(ana, &words, &fresh);
    assert_eq!(again, Err(Error::SpareWordsUsed));
}

#[test]
fn new_spare_words_are_good_only_once_they_were_copied_and_void_the_old_ones() {
    let (mut home, ana) = Home::with_ana();
    let passphrase = Passphrase::typed(ANAS_PASSPHRASE);
    let first = home.family.begin_spare_words(ana, &passphrase).unwrap().join(" ");
    home.family.try_fresh_spare_words(&first).unwrap();
    let second = home.family.begin_spare_words(ana, &passphrase).unwrap().join(" ");
    assert_eq!(home.family.try_fresh_spare_words(&first), Err(Error::SpareWordsDiffer));
    home.family.try_fresh_spare_words(&second).unwrap();
    home.restart();
    let fresh = Passphrase::typed(FRESH);
    assert_eq!(home.family.open_with_spare_words(ana, &first, &fresh), Err(Error::WrongWords));
    home.family.open_with_spare_words(ana, &second, &fresh).unwrap();
}

#[test]
fn with_neither_her_own_space_stays_closed_and_the_other_lets_her_back_into_ours() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(mira);
    home.family.add_milestone(&milestone("Mira's own"), home.now).unwrap();
    home.together(ana, mira);
    home.family.add_milestone(&milestone("of both"), home.now).unwrap();
    home.restart();

    let fresh = Passphrase::typed(FRESH);
    assert_eq!(home.family.begin_again(mira, &fresh, None), Err(Error::NeedsHerPassphrase));
    let wrong = Passphrase::typed(MIRAS_PASSPHRASE);
    assert_eq!(home.family.begin_again(mira, &fresh, Some(&wrong)), Err(Error::WrongWords));
    let anas = Passphrase::typed(ANAS_PASSPHRASE);
    let words = home.family.begin_again(mira, &fresh, Some(&anas)).unwrap().join(" ");
    home.family.try_spare_words(&words).unwrap();
    assert_eq!(own_titles(&home), ["of both"]);

    home.restart();
    home.family.come_in(mira, &fresh).unwrap();
    assert_eq!(own_titles(&home), ["of both"]);
    assert_eq!(home.family.door().people.len(), 2);
}

#[test]
fn what_she_lives_with_is_seen_by_nobody_else() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let view = home.family.set_lives(&[Lives::Trauma, Lives::EatingDisorder, Lives::Trauma]).unwrap();
    assert_eq!(view.lives, [Lives::EatingDisorder, Lives::Trauma]);
    home.alone(mira);
    assert_eq!(home.family.me().unwrap().lives, []);
    home.come_in(ana);
    assert_eq!(home.family.me(), Err(Error::NeedsHerPassphrase));
}

fn contact(name: &str, readable_while_locked: bool) -> ContactWords {
    ContactWords {
        name: name.to_owned(),
        number: "+44 7700 900123".to_owned(),
        good_for: "a walk".to_owned(),
        to_send: vec![],
        readable_while_locked,
    }
}

#[test]
fn the_door_does_not_show_which_of_the_two_wrote_down_her_people_last() {
    let (mut home, ana, mira) = Home::with_both();
    for (person, name) in [(mira, "Ruth"), (ana, "Bea"), (mira, "Noor"), (ana, "Ines")] {
        home.alone(person);
        home.family.add_contact(&contact(name, true)).unwrap();
        home.family.lock_all();
        let owners: Vec<_> = home.family.door().readable.iter().map(|row| row.owner).collect();
        let by_person = [ana, mira].map(|person| owners.iter().filter(|owner| **owner == person).count());
        assert_eq!(owners, [vec![ana; by_person[0]], vec![mira; by_person[1]]].concat());
    }
}

#[test]
fn only_ticked_people_can_be_read_at_the_door_and_unticking_takes_them_away() {
    let (mut home, ana) = Home::with_ana();
    home.family.add_contact(&contact("Ruth", false)).unwrap();
    assert!(home.family.door().readable.is_empty());
    assert!(!holds(&home.every_byte(), "Ruth"));
    let rows = home.family.add_contact(&contact("Bea", true)).unwrap();
    home.restart();
    assert_eq!(home.family.door().readable.len(), 1);
    home.come_in(ana);
    let bea = rows.iter().find(|row| row.name == "Bea").unwrap().id;
    home.family.edit_contact(bea, &contact("Bea", false)).unwrap();
    assert!(home.family.door().readable.is_empty());
    home.family.remove_contact(bea).unwrap();
    assert_eq!(home.family.contacts().unwrap().len(), 1);
}

#[test]
fn unfinished_words_wait_sealed_in_her_own_space() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    home.family.keep_draft("letter", "Dear Mira, I never said").unwrap();
    home.restart();
    assert!(!holds(&home.every_byte(), "never said"));
    home.come_in(mira);
    assert_eq!(home.family.drafts().unwrap(), []);
    home.alone(ana);
    assert_eq!(home.family.drafts().unwrap()[0].text, "Dear Mira, I never said");
    home.family.keep_draft("letter", "").unwrap();
    assert_eq!(home.family.drafts().unwrap(), []);
}
