//! The door, in the real window: coming in, locking one side or both, hiding, and words that were lost.

use tempfile::TempDir;
use twinflower_tests::window::{Ending, Window};

use super::people::{
    ANA, MIRA, Person, begins_to_write, both_have_come, can_be_read_twice_as_large, chooses_own_words,
    comes_for_the_first_time, comes_in, comes_in_too, copies_spare_words, everybody_can_use, lock, writes,
};

#[test]
fn wrong_words_are_told_in_their_place_and_the_cursor_comes_back() {
    let folder = TempDir::new().unwrap();
    both_have_come(folder.path());
    let window = Window::open(folder.path());
    everybody_can_use(&window, "door");
    for _ in 0..2 {
        window.type_into("Ana’s passphrase", MIRA.passphrase);
        window.press_beside("Ana", "Come in");
        window.says("These words do not open it. Nothing was lost.");
        window.focuses("Ana’s passphrase");
        assert_eq!(window.field("Ana’s passphrase"), "");
    }
    everybody_can_use(&window, "door wrong words");
    can_be_read_twice_as_large(&window, "door wrong words");
    assert!(!window.holds(MIRA.passphrase));
    window.types(ANA.passphrase);
    window.keys("Enter");
    window.says("Here now");
}

#[test]
fn when_one_locks_her_side_nothing_of_hers_stays_and_the_other_goes_on() {
    let folder = TempDir::new().unwrap();
    both_have_come(folder.path());
    let window = Window::open(folder.path());
    comes_in(&window, &MIRA);
    writes(&window, "Only Mira knows this");
    comes_in_too(&window, &ANA);
    window.says("together");
    assert!(!window.holds("Only Mira knows this"));
    writes(&window, "We both know this");

    window.press("Who is here: come in, or lock a side");
    window.press("Lock Ana’s side");
    window.says("To write something new, open what is yours.");
    for (place, write) in [("Goals", "Set down a goal"), ("Rituals", "Set one down"), ("Milestones", "Write one down")]
    {
        window.press(place);
        window.says("To write something new, open what is yours.");
        assert!(!window.offers(write), "nothing is offered that has no place to go to");
    }
    window.says("We both know this");
    window.does_not_say("Only Mira knows this");
    window.press("Open what is yours");
    everybody_can_use(&window, "open mine");
    can_be_read_twice_as_large(&window, "open mine");
    window.type_into("Your passphrase", MIRA.passphrase);
    window.press("Open");
    window.says("Only Mira knows this");
    window.stops_saying("Open what is yours");
    writes(&window, "And this is hers again");
    lock(window);
}

#[test]
fn both_lock_at_once() {
    let folder = TempDir::new().unwrap();
    both_have_come(folder.path());
    let window = Window::open(folder.path());
    comes_in(&window, &ANA);
    comes_in_too(&window, &MIRA);
    window.says("together");
    lock(window);
    let window = Window::open(folder.path());
    window.says("Who’s here?");
    assert!(!window.offers("Go on"));
}

#[test]
fn hide_now_closes_at_once_and_keeps_what_she_was_writing() {
    let folder = TempDir::new().unwrap();
    let window = Window::open(folder.path());
    comes_for_the_first_time(&window, &ANA);
    begins_to_write(&window, "Half a sentence");
    window.press("Hide now");
    assert_eq!(window.closed_by_itself(), Ending::ForGood);

    let window = Window::open(folder.path());
    assert!(!window.holds("Half a sentence"));
    comes_in(&window, &ANA);
    window.press("Milestones");
    window.press("Write one down");
    window.says("You had not finished this.");
    everybody_can_use(&window, "unfinished");
    window.press("Go on with them");
    assert_eq!(window.field("What is it?"), "Half a sentence");
    window.goes_into("What is it?");
    for _ in 0..3 {
        window.keys("Shift");
    }
    assert_eq!(window.closed_by_itself(), Ending::ForGood);

    let window = Window::open(folder.path());
    comes_in(&window, &ANA);
    window.press("Milestones");
    window.press("Write one down");
    window.says("Half a sentence");
    window.press("Let them go");
    window.stops_saying("Half a sentence");
    window.keys("Escape");
    lock(window);
    let window = Window::open(folder.path());
    comes_in(&window, &ANA);
    window.press("Milestones");
    window.press("Write one down");
    window.says("What is it?");
    window.does_not_say("You had not finished this.");
}

#[test]
fn at_the_door_hide_now_needs_nobody() {
    let folder = TempDir::new().unwrap();
    let window = Window::open(folder.path());
    window.says("Welcome");
    for _ in 0..3 {
        window.keys("Shift");
    }
    assert_eq!(window.closed_by_itself(), Ending::ForGood);
}

#[test]
fn the_spare_words_open_her_space_once() {
    let folder = TempDir::new().unwrap();
    let (anas, _) = both_have_come(folder.path());
    let window = Window::open(folder.path());
    window.press_beside("Ana", "I have my spare words");
    window.says("Ana’s spare words");
    everybody_can_use(&window, "lost 1 spare words");
    window.type_into("The twelve words from your paper", &anas.replacen(' ', " wrong ", 1));
    window.press("Go on");
    window.says("That is 13 words.");
    window.type_into("The twelve words from your paper", &anas.to_uppercase());
    window.press("Go on");
    chooses_own_words(&window, FRESH.passphrase);
    window.press("Come in");
    window.says("Your spare words have been used");
    everybody_can_use(&window, "spare words used");
    lock(window);

    let window = Window::open(folder.path());
    window.press_beside("Ana", "I have my spare words");
    window.type_into("The twelve words from your paper", &anas);
    window.press("Go on");
    chooses_own_words(&window, ANA.passphrase);
    window.press("Come in");
    window.says("These spare words were used before");
    window.press("Back to the door");
    comes_in(&window, &FRESH);
    window.press("Make new spare words");
    window.type_into("Your passphrase", FRESH.passphrase);
    window.press("Go on");
    let fresh = copies_spare_words(&window, "Keep these");
    window.says("Your new spare words are good from now on.");
    assert_ne!(fresh, anas);
}

/// Ana, after she has changed her passphrase.
const FRESH: Person = Person { name: "Ana", colour: "Rose", passphrase: "meadow kettle thirteen violet anchor" };

#[test]
fn her_passphrase_can_be_changed() {
    let folder = TempDir::new().unwrap();
    let window = Window::open(folder.path());
    comes_for_the_first_time(&window, &ANA);
    window.press("Settings");
    everybody_can_use(&window, "settings");
    can_be_read_twice_as_large(&window, "settings");
    window.press("Change your passphrase");
    everybody_can_use(&window, "settings passphrase");
    window.type_into("Your passphrase until now", MIRA.passphrase);
    chooses_own_words(&window, FRESH.passphrase);
    window.press("Change it");
    window.says("These words do not open it.");
    window.focuses("Your passphrase until now");
    window.type_into("Your passphrase until now", ANA.passphrase);
    window.press("Change it");
    window.says("Your new passphrase is good from now on.");
    lock(window);

    let window = Window::open(folder.path());
    window.type_into("Ana’s passphrase", ANA.passphrase);
    window.press("Come in");
    window.says("These words do not open it.");
    comes_in(&window, &FRESH);
    window.says("Milestones");
}

#[test]
fn with_neither_words_she_begins_again_and_the_other_says_yes() {
    let folder = TempDir::new().unwrap();
    both_have_come(folder.path());
    let window = Window::open(folder.path());
    comes_in(&window, &ANA);
    writes(&window, "Only Ana knew this");
    lock(window);

    let window = Window::open(folder.path());
    window.press_beside("Ana", "I have my spare words");
    window.press("I have neither");
    window.says("stays closed, and is kept as it is");
    window.type_into("Mira’s passphrase", ANA.passphrase);
    window.press("Go on");
    chooses_own_words(&window, FRESH.passphrase);
    window.press("Go on");
    window.says("These words do not open it.");
    everybody_can_use(&window, "lost 2 neither");
    can_be_read_twice_as_large(&window, "lost 2 neither");
    window.type_into("Mira’s passphrase", MIRA.passphrase);
    window.press("Go on");
    chooses_own_words(&window, FRESH.passphrase);
    window.press("Go on");
    copies_spare_words(&window, "Come in");
    window.press("Milestones");
    window.says("Nothing here yet.");
    window.does_not_say("Only Ana knew this");
    comes_in_too(&window, &MIRA);
    window.says("together");
}

#[test]
fn what_she_chose_in_settings_is_there_when_she_comes_again() {
    let folder = TempDir::new().unwrap();
    let window = Window::open(folder.path());
    comes_for_the_first_time(&window, &ANA);
    window.press("Settings");
    window.press("Evening");
    window.choose("Where you are", "Ireland");
    window.choose("Lock by itself after", "20 quiet minutes");
    window.press("Trauma");
    window.press("Write somebody down");
    window.type_into("Name", "Aunt Rosa");
    window.type_into("Number", "0123 456");
    window.type_into("What they are good for If you like", "A walk");
    window.press("Readable while this is locked");
    everybody_can_use(&window, "settings person");
    window.press("Keep");
    window.says("Readable by anyone at this computer");
    everybody_can_use(&window, "settings with a person");
    can_be_read_twice_as_large(&window, "settings with a person");
    lock(window);

    let window = Window::open(folder.path());
    window.press("Help now");
    window.says("Aunt Rosa");
    window.says("Help lines: Ireland");
    window.press("Back");
    comes_in(&window, &ANA);
    window.press("Settings");
    assert_eq!(window.runs("return document.documentElement.dataset.theme", vec![]), "night");
    assert_eq!(window.field("Lock by itself after"), "20");
    assert_eq!(window.runs("return document.querySelectorAll('input[type=checkbox]:checked').length", vec![]), 1);
    window.press("What to do with Aunt Rosa");
    window.press("Take off the list");
    window.says("Take Aunt Rosa off your list?");
    window.press("Take off the list");
    window.stops_saying("Aunt Rosa");
}
