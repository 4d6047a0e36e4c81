//! Ana and Mira, and what each does at the door.

use twinflower_tests::window::Window;

/// One of the two, as she comes to the window.
pub(super) struct Person {
    pub(super) name: &'static str,
    pub(super) colour: &'static str,
    pub(super) passphrase: &'static str,
}

pub(super) const ANA: Person = Person { name: "Ana", colour: "Rose", passphrase: "kettle orbit velvet nine gravel" };
pub(super) const MIRA: Person = Person { name: "Mira", colour: "Honey", passphrase: "lantern sudden pepper ocean drift" };

/// From the first page to being in. Answers with her twelve spare words.
pub(super) fn comes_for_the_first_time(window: &Window, person: &Person) -> String {
    window.says("Welcome");
    window.press("Go on");
    window.says("When not to use it");
    window.press("I have read this");
    window.type_into("Your name", person.name);
    window.press(person.colour);
    window.press("Go on");
    window.press("Words of my own");
    window.type_into("Your passphrase", person.passphrase);
    window.type_into("The same once more", person.passphrase);
    window.press("Go on");
    window.says("Twelve spare words");
    let words = spare_words(window);
    window.press("I have written them down");
    window.type_into("The twelve words from your paper", &words);
    window.press("Come in");
    window.says("Here now");
    words
}

/// The twelve words that are on the screen, as somebody copies them by hand.
pub(super) fn spare_words(window: &Window) -> String {
    let words = window.runs("return [...document.querySelectorAll('[data-spare-word]')].map((word) => word.textContent).join(' ')", vec![]);
    words.as_str().unwrap_or_default().to_owned()
}
