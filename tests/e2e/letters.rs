//! Letters and What I share, in the real window.

use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE};
use twinflower_tests::window::Window;

use super::people::{Person, comes_in, comes_in_too, everybody_can_use, lock, said, writes};

const ANA: Person = Person { name: "Ana 🌷", colour: "Rose", passphrase: ANAS_PASSPHRASE };
const MIRA: Person = Person { name: "Mira מירה", colour: "Honey", passphrase: MIRAS_PASSPHRASE };

const LETTER: &str = "Née Núñez 🌷 said שלום. I kept the sea in a jar for you.";

#[test]
fn a_letter_is_written_handed_over_put_away_and_opened_and_its_writer_only_ever_sees_handed_over() {
    let (home, _, _) = Home::with_both();
    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    window.press("Letters");
    window.says("A few lines are a letter, too.");
    window.press("Write a letter");
    window.focuses("Your letter");
    window.types(LETTER);
    window.type_into("On the envelope If you like", "For the hard evening 🌙");
    everybody_can_use(&window, "Letters, writing");
    window.press("Choose when it opens");
    window.says("The seal is a promise, not a cipher");
    everybody_can_use(&window, "Letters, its moment");
    window.press("Seal it and hand it over");
    window.says("Handed over on");
    let seen = seen_by_its_writer(&window);
    lock(window);

    let window = Window::open(home.folder());
    comes_in(&window, &MIRA);
    window.press("Letters");
    window.says("A letter from Ana 🌷");
    window.says("For the hard evening 🌙");
    window.does_not_say("the sea in a jar");
    everybody_can_use(&window, "Letters, one waits");
    window.press("Put it away unread");
    window.press("Undo");
    window.press("Open it");
    window.says(LETTER);
    window.focuses("For the hard evening 🌙");
    everybody_can_use(&window, "Letters, one open");
    comes_in_too(&window, &ANA);
    window.press("Letters");
    window.says("A letter is for one");
    assert!(!window.holds("the sea in a jar") && !window.holds("hard evening"));
    lock(window);

    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    window.press("Letters");
    window.says("Handed over on");
    assert_eq!(seen_by_its_writer(&window), seen);
    assert!(window.storage_is_empty(), "{:?}", window.storage());
}

/// What the writer's screen says of it: the whole page but for the line at the foot, which passes.
fn seen_by_its_writer(window: &Window) -> String {
    if window.text().contains("Handed over.") {
        window.press("Close");
        window.stops_saying("Handed over.");
    }
    said(window, "main")
}

#[test]
fn what_is_shared_stands_in_one_list_and_is_taken_back_with_her_own_passphrase() {
    let (home, _, _) = Home::with_both();
    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    writes(&window, "I asked for help first 🌷 – אמא");
    window.press("More for “I asked for help first 🌷 – אמא”");
    window.press("Share with Mira מירה");
    window.says("This is what Mira מירה will see");
    window.press("Share it");
    window.stops_saying("This is what Mira מירה will see");
    window.press("What I share");
    window.says("Your own stays in your space.");
    everybody_can_use(&window, "What I share");
    window.press("Not now");
    window.says("Nothing new of yours is shared for now");
    assert_eq!(window.axe(), Vec::<String>::new());
    window.press("Share again when I choose");
    window.stops_saying("Nothing new of yours is shared for now");

    comes_in_too(&window, &MIRA);
    window.press("What I share");
    window.press("Take back");
    window.says("We can only stop what comes next.");
    window.press("Take it back");
    window.says("This is Ana 🌷’s to say");
    window.type_into("Ana 🌷’s passphrase", "heron window slow copper tea");
    window.press("Go on");
    window.says("These words do not open it");
    assert_eq!(window.axe(), Vec::<String>::new());
    window.type_into("Ana 🌷’s passphrase", ANA.passphrase);
    window.press("Go on");
    window.says("Taken back. It is no longer shared.");
    lock(window);

    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    window.press("Milestones");
    window.says("I asked for help first 🌷 – אמא");
    window.press("What I share");
    window.says("Nothing of yours is shared.");
}
