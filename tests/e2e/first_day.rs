//! The first day, in the real window: one makes her way in, then the other, and what is written is there when they come again.

use tempfile::TempDir;
use twinflower_tests::window::Window;

use super::album::Chapter;
use super::people::{
    ANA, MIRA, begins_to_write, can_be_read_twice_as_large, comes_for_the_first_time, comes_in, comes_in_too,
    everybody_can_use, lock, said, spare_words, writes,
};

#[test]
fn what_she_wrote_on_the_first_day_is_there_when_she_comes_again() {
    let folder = TempDir::new().unwrap();
    let window = Window::open(folder.path());
    comes_for_the_first_time(&window, &ANA);
    begins_to_write(&window, "Née Núñez 🌷 said שלום");
    window.type_into("Why it matters If you like", "Because I did not think I could.");
    window.press("Keep it");
    window.says("Née Núñez 🌷 said שלום");
    lock(window);

    let window = Window::open(folder.path());
    window.says("Who’s here?");
    assert!(!window.holds("Núñez"));
    comes_in(&window, &ANA);
    window.press("Milestones");
    window.says("Née Núñez 🌷 said שלום");
    window.says("Because I did not think I could.");
    assert!(window.storage_is_empty(), "{:?}", window.storage());
}

#[test]
fn every_page_of_the_first_day_can_be_used_by_everybody() {
    let folder = TempDir::new().unwrap();
    let window = Window::open(folder.path());
    window.says("Welcome");
    everybody_can_use(&window, "welcome 1 look");
    can_be_read_twice_as_large(&window, "welcome 1 look");
    window.press("Go on");
    everybody_can_use(&window, "welcome 2 reading");
    can_be_read_twice_as_large(&window, "welcome 2 reading");
    window.press("I have read this");
    window.press("Go on");
    window.says("This one is needed.");
    window.focuses("Your name");
    window.type_into("Your name", "Ana");
    window.press("Rose");
    everybody_can_use(&window, "welcome 3 herself");
    can_be_read_twice_as_large(&window, "welcome 3 herself");
    window.press("Go on");
    window.says("Five words, drawn at random");
    everybody_can_use(&window, "welcome 4 passphrase offered");
    can_be_read_twice_as_large(&window, "welcome 4 passphrase offered");
    let offered = said(&window, "[data-offered]");
    window.press("Five other words");
    window.stops_saying(&offered);
    window.press("Words of my own");
    window.type_into("Your passphrase", "ana1234");
    window.type_into("The same once more", "ana1235");
    window.press("Go on");
    window.says("The two are not the same.");
    window.focuses("The same once more");
    window.type_into("The same once more", "ana1234");
    window.press("Go on");
    window.says("This passphrase could be guessed too soon.");
    everybody_can_use(&window, "welcome 4 passphrase own");
    window.type_into("Your passphrase", ANA.passphrase);
    window.type_into("The same once more", ANA.passphrase);
    window.press("Go on");
    window.says("Twelve spare words");
    everybody_can_use(&window, "welcome 5 spare words");
    can_be_read_twice_as_large(&window, "welcome 5 spare words");
    let words = spare_words(&window);
    window.press("I have written them down");
    window.type_into("The twelve words from your paper", "not the twelve words at all");
    window.press("Come in");
    window.says("These are not the twelve words that were on the screen.");
    window.focuses("The twelve words from your paper");
    everybody_can_use(&window, "welcome 6 try");
    can_be_read_twice_as_large(&window, "welcome 6 try");
    window.press("Look at them again");
    assert_eq!(spare_words(&window), words);
    window.press("I have written them down");
    window.type_into(
        "The twelve words from your paper",
        &format!("  {}\n", words.to_uppercase().replacen(' ', "   ", 3)).replace('\n', " "),
    );
    window.press("Come in");
    window.says("Here now");
}

#[test]
fn the_first_day_needs_no_mouse() {
    let folder = TempDir::new().unwrap();
    let window = Window::open(folder.path());
    let tab_to = |name: &str| {
        for _ in 0..40 {
            if window.focus() == name {
                return;
            }
            window.keys("Tab");
        }
        panic!("Tab never came to “{name}”; it is at “{}”.\n{}", window.focus(), window.text());
    };
    window.focuses("Welcome");
    tab_to("Where you are");
    window.types("Ire");
    tab_to("Go on");
    window.keys("Enter");
    window.focuses("A minute to read");
    tab_to("I have read this");
    window.keys("Enter");
    window.focuses("What shall we call you?");
    tab_to("Your name");
    window.types("Ana");
    window.keys("Tab");
    window.keys("Space");
    window.keys("ArrowDown");
    window.keys("Enter");
    window.focuses("Your passphrase");
    let offered = said(&window, "[data-offered]");
    tab_to("Type the five words once");
    window.types(&offered);
    window.keys("Enter");
    window.focuses("Twelve spare words");
    let words = spare_words(&window);
    tab_to("I have written them down");
    window.keys("Enter");
    window.focuses("Try your paper once");
    tab_to("The twelve words from your paper");
    window.types(&words);
    window.keys("Enter");
    window.says("Here now");
}

#[test]
fn the_second_one_has_hers_at_once_and_ours_after_a_yes() {
    let folder = TempDir::new().unwrap();
    let window = Window::open(folder.path());
    comes_for_the_first_time(&window, &ANA);
    writes(&window, "Only Ana knows this");
    lock(window);

    let window = Window::open(folder.path());
    window.press("Somebody else’s first time here");
    comes_for_the_first_time(&window, &MIRA);
    window.says("What is yours is open");
    window.does_not_say("Only Ana knows this");
    let chapter = Chapter::begins("The second one comes");
    chapter.shows(&window, "waits-for-a-yes");
    let six = said(&window, ".six li");
    assert_eq!(six.split(' ').count(), 6, "{six}");
    writes(&window, "Only Mira knows this");
    lock(window);

    let window = Window::open(folder.path());
    comes_in(&window, &ANA);
    window.says("Mira has made her way in");
    assert_eq!(said(&window, ".six li"), six);
    chapter.shows(&window, "say-yes");
    chapter.ends();
    window.type_into("Ana’s passphrase", MIRA.passphrase);
    window.press("Yes, let Mira in");
    window.says("These words do not open it.");
    window.type_into("Ana’s passphrase", ANA.passphrase);
    window.press("Yes, let Mira in");
    window.stops_saying("Mira has made her way in");
    window.press("Milestones");
    window.says("Only Ana knows this");

    comes_in_too(&window, &MIRA);
    window.says("together");
    assert!(!window.holds("Only Ana knows this"));
    assert!(!window.holds("Only Mira knows this"));
    everybody_can_use(&window, "together");
}
