//! A first day, and all the screens while there is nothing in them; and what is there when not even the door can be read.

use tempfile::TempDir;
use twinflower_tests::home::Home;
use twinflower_tests::window::Window;

use super::album::Chapter;
use super::people::{ANA, spare_words};

#[test]
fn everybody_can_use_every_screen_of_a_first_day() {
    let folder = TempDir::new().unwrap();
    let window = Window::open(folder.path());
    she_makes_her_way_in(&window);
    let chapter = Chapter::begins("Nothing here yet");
    for (place, words, screen) in [
        ("Today", "Set something down", "today-empty"),
        ("Milestones", "Something to begin with", "milestones-empty"),
        ("Rituals", "Start from an idea", "rituals-empty"),
        ("Goals", "Small counts.", "goals-empty"),
        ("Letters", "A few lines are a letter, too.", "letters-empty"),
        ("The shelf", "Nothing stands here yet.", "shelf-empty"),
        ("What I share", "Nothing of yours is shared.", "shared-empty"),
    ] {
        window.press(place);
        window.says(words);
        chapter.shows(&window, screen);
    }
    window.press("Settings");
    window.says("There is no copy on this computer yet.");
    window.runs(
        "[...document.querySelectorAll('h2')].find((title) => title.textContent === 'Kept safe').scrollIntoView()",
        vec![],
    );
    chapter.shows(&window, "settings-kept-safe-empty");
    window.press("Help now");
    window.says("Where are you?");
    chapter.shows(&window, "help-without-a-region");
    chapter.ends();
}

fn she_makes_her_way_in(window: &Window) {
    let chapter = Chapter::begins("The first day");
    window.says("Welcome");
    chapter.shows(window, "welcome-look");
    window.press("Go on");
    window.says("When not to use it");
    chapter.shows(window, "welcome-a-minute-to-read");
    window.press("I have read this");
    window.type_into("Your name", ANA.name);
    window.press(ANA.colour);
    chapter.shows(window, "welcome-herself");
    window.press("Go on");
    window.says("Five words, drawn at random");
    chapter.shows(window, "welcome-passphrase");
    window.press("Words of my own");
    window.type_into("Your passphrase", ANA.passphrase);
    window.type_into("The same once more", "something else");
    window.press("Go on");
    window.says("The two are not the same.");
    chapter.shows(window, "welcome-words-of-her-own");
    window.type_into("The same once more", ANA.passphrase);
    window.press("Go on");
    window.says("Twelve spare words");
    chapter.shows(window, "welcome-spare-words");
    let words = spare_words(window);
    window.press("I have written them down");
    window.type_into("The twelve words from your paper", "not the twelve words at all");
    window.press("Come in");
    window.says("These are not the twelve words that were on the screen.");
    chapter.shows(window, "welcome-try-the-paper");
    window.type_into("The twelve words from your paper", &words);
    window.press("Come in");
    window.says("Here now");
    chapter.ends();
}

#[test]
fn when_not_even_the_door_can_be_read_everybody_is_told_so() {
    let (home, ..) = Home::with_both();
    let twins = ["door.json", "door.twin.json"].map(|name| home.folder().join(name));
    let whole = std::fs::read(&twins[0]).unwrap();
    for twin in &twins {
        std::fs::write(twin, &whole[..whole.len() / 2]).unwrap();
    }
    let window = Window::open(home.folder());
    window.says("This cannot be opened for the moment");
    let chapter = Chapter::begins("When something is wrong");
    chapter.shows(&window, "unreadable");
    chapter.ends();
    std::fs::write(&twins[1], whole).unwrap();
    window.press("Try again");
    window.says("Who’s here?");
}
