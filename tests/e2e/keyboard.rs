//! Without a mouse: on every screen something is made, changed or kept with the keys alone. Whoever does it always sees where
//! she is, and a sheet that is laid aside gives her back to where she came from.

use tempfile::TempDir;
use twinflower_core::domain::celebration::Ready;
use twinflower_core::use_cases::MilestoneWords;
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE};
use twinflower_tests::window::Window;

use super::people::{self, Person};

const ANA: Person = Person { name: "Ana 🌷", colour: "Rose", passphrase: ANAS_PASSPHRASE };
const MIRA: Person = Person { name: "Mira מירה", colour: "Honey", passphrase: MIRAS_PASSPHRASE };

const TITLE: &str = "Née Núñez 🌷 said שלום";

/// Opens the window on a home, lets one of the two in and goes to a screen.
fn goes_to(home: &mut Home, person: &Person, place: &str) -> Window {
    home.restart();
    let window = Window::open(home.folder());
    window.tabs_to(&format!("{}’s passphrase", person.name));
    window.types(person.passphrase);
    window.keys("Enter");
    window.stops_saying("Who’s here?");
    window.says("Here now:");
    window.tabs_to(place);
    window.keys("Enter");
    window.focuses(place);
    window
}

/// Opens what is behind a button, chooses with the arrows, and presses Enter there.
fn chooses(window: &Window, menu: &str, choice: &str) {
    window.tabs_to(menu);
    window.keys("Enter");
    window.says(choice);
    for _ in 0..12 {
        if window.focus() == choice {
            return window.keys("Enter");
        }
        window.keys("ArrowDown");
    }
    panic!("The arrows never came to “{choice}”; they are at “{}”.", window.focus());
}

/// A milestone that Mira reached; Mira is in.
fn reached(home: &mut Home) {
    let words =
        MilestoneWords { title: TITLE.to_owned(), why: String::new(), reached_on: Some(home.now.today), counted: None };
    home.family.add_milestone(&words, home.now).unwrap();
}

#[test]
fn the_door_the_spare_words_and_help_need_no_mouse() {
    let folder = TempDir::new().unwrap();
    let (anas, _) = people::both_have_come(folder.path());
    let window = Window::open(folder.path());
    window.tabs_to("Mira’s passphrase");
    window.types("not hers at all");
    window.keys("Enter");
    window.says("These words do not open it.");
    window.focuses("Mira’s passphrase");
    window.types(people::MIRA.passphrase);
    window.keys("Enter");
    window.says("Here now:");
    chooses(&window, "Who is here: come in, or lock a side", "Somebody else comes in");
    window.tabs_to("I have my spare words");
    window.keys("Enter");
    window.says("Ana’s spare words");
    window.tabs_to("The twelve words from your paper");
    window.types(&anas);
    window.tabs_to("Go on");
    window.keys("Enter");
    window.says("A new passphrase");
    window.tabs_to("Help now");
    window.keys("Enter");
    window.says("For someone with me");
    window.tabs_to("For me");
    window.keys("ArrowRight");
    window.says("Ring this number first");
    window.keys("Escape");
    window.says("A new passphrase");
    window.focuses("Help now");
}

#[test]
fn a_goal_needs_no_mouse() {
    let (mut home, ..) = Home::with_both();
    let window = goes_to(&mut home, &ANA, "Goals");
    window.tabs_to("Set down a goal");
    window.keys("Enter");
    window.focuses("What would you like to try?");
    window.types(TITLE);
    window.tabs_to("How far it goes");
    window.types("So many times a");
    window.tabs_to("How many times a week?");
    window.types("2");
    window.tabs_to("Keep it");
    window.keys("Enter");
    window.says("Twice a week");
    window.focuses("Goals");
    let menu = format!("More for “{TITLE}”");
    chooses(&window, &menu, "Change it");
    window.says("Change this goal");
    window.keys("Escape");
    window.focuses(&menu);
    window.tabs_to("Write it down");
    window.keys("Enter");
    window.tabs_to("A few words If you like");
    window.types("By the river 🌙");
    window.tabs_to("Keep it");
    window.keys("Enter");
    window.says("By the river 🌙");
    window.focuses("Write it down");
    chooses(&window, &menu, "Delete it");
    window.says("This cannot be undone.");
    window.keys("Escape");
    window.focuses(&menu);
    window.says(TITLE);
}

#[test]
fn a_letter_needs_no_mouse() {
    let (mut home, ..) = Home::with_both();
    let window = goes_to(&mut home, &ANA, "Letters");
    window.tabs_to("Write a letter");
    window.keys("Enter");
    window.focuses("Your letter");
    window.types("I kept the sea in a jar for you. שלום 🌊");
    window.tabs_to("On the envelope If you like");
    window.types(TITLE);
    window.tabs_to("Keep it on the desk");
    window.keys("Enter");
    window.says("On the desk");
    window.tabs_to("Go on writing");
    window.keys("Enter");
    window.says("Your letter");
    window.tabs_to("Choose when it opens");
    window.keys("Enter");
    window.focuses("When may it be opened?");
    window.tabs_to("Seal it and hand it over");
    window.keys("Enter");
    window.says("Handed over on");
    window.focuses("Letters");
    let menu = format!("What you can do with “{TITLE}”");
    chooses(&window, &menu, "Take it off this list");
    window.says("Take it off your list?");
    window.keys("Escape");
    window.focuses(&menu);
}

#[test]
fn a_ritual_needs_no_mouse() {
    let (mut home, ..) = Home::with_both();
    let window = goes_to(&mut home, &ANA, "Rituals");
    window.tabs_to("Set one down");
    window.keys("Enter");
    window.focuses("What is it called?");
    window.types(TITLE);
    window.tabs_to("Add a step");
    window.keys("Enter");
    window.focuses("Step 1");
    window.types("Lamp on. אור");
    window.tabs_to("By weeks");
    window.keys("ArrowLeft");
    window.focuses("By days");
    window.says("Every day");
    window.tabs_to("Keep it");
    window.keys("Enter");
    window.says("It is set down.");
    window.focuses("Rituals");
    window.tabs_to("I did it");
    window.keys("Enter");
    window.says("Kept today.");
    window.tabs_to("Add a line or a photo");
    window.keys("Enter");
    window.tabs_to("A line about it If you like");
    window.types("It rained, and we stayed out. 🌧");
    window.tabs_to("Keep it");
    window.keys("Enter");
    window.stops_saying("A time it was kept");
    window.focuses("Add a line or a photo");
    window.tabs_back_to(TITLE);
    window.keys("Enter");
    window.focuses(TITLE);
    window.says("It rained, and we stayed out. 🌧");
    let menu = format!("More about {TITLE}");
    chooses(&window, &menu, "Delete it");
    window.says("This cannot be undone.");
    window.keys("Escape");
    window.focuses(&menu);
    window.tabs_back_to("All rituals");
    window.keys("Enter");
    window.focuses(TITLE);
}

#[test]
fn the_shelf_needs_no_mouse() {
    let (mut home, _, mira) = Home::with_both();
    home.alone(mira);
    reached(&mut home);
    let milestone = home.family.milestones("", home.now).unwrap().rows[0].id;
    let ready = home.family.mark_ready(milestone, Ready::Alone, None, home.now).unwrap().rows[0].id;
    home.family.keep(ready, home.now).unwrap();
    let window = goes_to(&mut home, &MIRA, "The shelf");
    let thing = format!("{TITLE}…");
    window.tabs_to(&thing);
    window.keys("Enter");
    window.focuses(TITLE);
    let menu = format!("What you can do with “{TITLE}”");
    chooses(&window, &menu, "Hand it on");
    window.says("This is what Ana 🌷 will see");
    window.keys("Escape");
    window.focuses(&menu);
    window.keys("Enter");
    window.focuses("Hand it on");
    window.keys("Enter");
    window.says("This is what Ana 🌷 will see");
    window.tabs_to("Hand it on");
    window.keys("Enter");
    window.says("Yours stays where it is.");
    window.focuses(&menu);
    window.tabs_back_to("Back to the shelf");
    window.keys("Enter");
    window.focuses(&thing);
}

#[test]
fn what_she_shares_needs_no_mouse() {
    let (mut home, _, mira) = Home::with_both();
    home.alone(mira);
    reached(&mut home);
    let milestone = home.family.milestones("", home.now).unwrap().rows[0].id;
    home.family.share_milestone(milestone, false, home.now).unwrap();
    let window = goes_to(&mut home, &MIRA, "What I share");
    window.tabs_to("Take back");
    window.keys("Enter");
    window.says("We can only stop what comes next.");
    window.keys("Escape");
    window.stops_saying("We can only stop what comes next.");
    window.focuses("Take back");
    window.keys("Enter");
    window.says("We can only stop what comes next.");
    window.tabs_to("Take it back");
    window.keys("Enter");
    window.says("Taken back.");
    window.says("Nothing of yours is shared.");
    window.focuses("What I share");
    window.tabs_to("Not now");
    window.keys("Enter");
    window.says("Nothing new of yours is shared for now");
    window.focuses("Share again when I choose");
    window.keys("Enter");
    window.stops_saying("Nothing new of yours is shared for now");
    window.focuses("Not now");
}

#[test]
fn the_settings_need_no_mouse() {
    let (mut home, ..) = Home::with_both();
    let window = goes_to(&mut home, &ANA, "Settings");
    window.tabs_to("Where you are");
    window.types("Irel");
    window.tabs_to("As this computer");
    window.keys("ArrowRight");
    window.keys("ArrowRight");
    window.focuses("Evening");
    window.tabs_to("Lock by itself after");
    window.types("3");
    window.tabs_to("Change your passphrase");
    window.keys("Enter");
    window.focuses("A new passphrase");
    window.tabs_to("Back");
    window.keys("Enter");
    window.focuses("Settings");
    window.tabs_to("Trauma");
    window.keys("Space");
    window.tabs_to("Write somebody down");
    window.keys("Enter");
    window.focuses("Name");
    window.types("Tía Rosa 🌹");
    window.tabs_to("Number");
    window.types("0123 456");
    window.tabs_to("Readable while this is locked");
    window.keys("Space");
    window.tabs_to("Keep");
    window.keys("Enter");
    window.says("Readable by anyone at this computer");
    window.focuses("Write somebody down");
    let menu = "What to do with Tía Rosa 🌹";
    window.tabs_back_to(menu);
    window.keys("Enter");
    window.focuses("Change");
    window.keys("Escape");
    window.focuses(menu);
    window.keys("F1");
    window.says("Tía Rosa 🌹");
    window.says("Help lines: Ireland");
    window.keys("Escape");
    window.stops_saying("Help lines: Ireland");
    window.focuses(menu);
    assert_eq!(window.field("Lock by itself after"), "30");
    assert_eq!(window.runs("return document.documentElement.dataset.theme", vec![]), "night");
    assert_eq!(window.runs("return document.querySelectorAll('input[type=checkbox]:checked').length", vec![]), 1);
}
