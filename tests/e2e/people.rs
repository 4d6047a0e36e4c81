//! Ana and Mira, and what each does at the door.

use std::path::Path;

use twinflower_tests::window::{Ending, Window};

/// One of the two, as she comes to the window.
pub(super) struct Person {
    pub(super) name: &'static str,
    pub(super) colour: &'static str,
    pub(super) passphrase: &'static str,
}

pub(super) const ANA: Person = Person { name: "Ana", colour: "Rose", passphrase: "kettle orbit velvet nine gravel" };
pub(super) const MIRA: Person =
    Person { name: "Mira", colour: "Honey", passphrase: "lantern sudden pepper ocean drift" };

/// From the first page to being in. Answers with her twelve spare words.
pub(super) fn comes_for_the_first_time(window: &Window, person: &Person) -> String {
    window.says("Welcome");
    window.press("Go on");
    window.says("When not to use it");
    window.press("I have read this");
    window.type_into("Your name", person.name);
    window.press(person.colour);
    window.press("Go on");
    chooses_own_words(window, person.passphrase);
    window.press("Go on");
    copies_spare_words(window, "Come in")
}

/// Types a passphrase of her own, twice.
pub(super) fn chooses_own_words(window: &Window, passphrase: &str) {
    window.press("Words of my own");
    window.type_into("Your passphrase", passphrase);
    window.type_into("The same once more", passphrase);
}

/// Copies the twelve words by hand and types them back from paper.
pub(super) fn copies_spare_words(window: &Window, and_then: &str) -> String {
    window.says("Twelve spare words");
    let words = spare_words(window);
    window.press("I have written them down");
    window.type_into("The twelve words from your paper", &words);
    window.press(and_then);
    window.stops_saying("Try your paper once");
    words
}

/// Comes in at the door.
pub(super) fn comes_in(window: &Window, person: &Person) {
    window.type_into(&format!("{}’s passphrase", person.name), person.passphrase);
    window.press_beside(person.name, "Come in");
    window.stops_saying("Who’s here?");
}

/// Lets the other one come in beside whoever is here.
pub(super) fn comes_in_too(window: &Window, person: &Person) {
    window.press("Who is here: come in, or lock a side");
    window.press("Somebody else comes in");
    comes_in(window, person);
}

/// Goes to something by the keys, and presses Enter there.
pub(super) fn enters(window: &Window, name: &str) {
    window.tabs_to(name);
    window.keys("Enter");
}

/// Locks everything: the process ends, and a new one stands at the door.
pub(super) fn lock(window: Window) {
    window.press("Lock");
    assert_eq!(window.closed_by_itself(), Ending::StartedAnew);
}

/// Writes down a milestone, in whatever space is in front.
pub(super) fn writes(window: &Window, title: &str) {
    begins_to_write(window, title);
    window.press("Keep it");
    window.says(title);
}

/// Begins to write down a milestone, and does not finish.
pub(super) fn begins_to_write(window: &Window, title: &str) {
    window.press("Milestones");
    window.press("Write one down");
    window.type_into("What is it?", title);
}

/// A family of both, let into what they share. Answers with their spare words.
pub(super) fn both_have_come(folder: &Path) -> (String, String) {
    let window = Window::open(folder);
    let anas = comes_for_the_first_time(&window, &ANA);
    lock(window);
    let window = Window::open(folder);
    window.press("Somebody else’s first time here");
    let miras = comes_for_the_first_time(&window, &MIRA);
    comes_in_too(&window, &ANA);
    window.type_into("Ana’s passphrase", ANA.passphrase);
    window.press("Yes, let Mira in");
    window.says("together");
    lock(window);
    (anas, miras)
}

/// The twelve words that are on the screen, as somebody copies them by hand.
pub(super) fn spare_words(window: &Window) -> String {
    said(window, "[data-spare-word]")
}

/// The words of every part of the page that this selects, with spaces between.
pub(super) fn said(window: &Window, selector: &str) -> String {
    let script = "return [...document.querySelectorAll(arguments[0])].map((part) => part.textContent).join(' ')";
    window.runs(script, vec![selector.into()]).as_str().unwrap_or_default().to_owned()
}

/// Holds that this screen can be used by everybody, by day and at dusk, in a large window and a small one; keeps pictures.
pub(super) fn everybody_can_use(window: &Window, name: &str) {
    for (theme, width, height) in [("day", 1280, 800), ("night", 1280, 800), ("day", 900, 640)] {
        window.runs("document.documentElement.dataset.theme = arguments[0]", vec![theme.into()]);
        window.resize(width, height);
        window.screenshot(&format!("{name} {theme} {width}"));
        assert_eq!(window.axe(), Vec::<String>::new(), "{name}, {theme}");
        assert_eq!(window.sticks_out(), Vec::<String>::new(), "{name}, {width} wide");
    }
    window.resize(1280, 800);
}

/// Holds that nothing is cut off or scrolled sideways with text at 200 %, in a small window; keeps a picture.
pub(super) fn can_be_read_twice_as_large(window: &Window, name: &str) {
    window.resize(900, 640);
    window.text_scale(200);
    window.screenshot(&format!("{name} twice as large"));
    assert_eq!(window.sticks_out(), Vec::<String>::new(), "{name}, twice as large");
    window.text_scale(100);
    window.resize(1280, 800);
}
