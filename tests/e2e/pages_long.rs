//! A long page, in the real window: more to choose from than one view holds, stopped, laid out after all, and turned.

use std::thread;
use std::time::{Duration, Instant, SystemTime};

use chrono::{DateTime, Utc};
use twinflower_core::use_cases::MilestoneWords;
use twinflower_tests::home::{ANAS_PASSPHRASE, Home};
use twinflower_tests::window::Window;

use super::people::{self, Person, comes_in};

const ANA: Person = Person { name: "Ana 🌷", colour: "Rose", passphrase: ANAS_PASSPHRASE };

/// More than the rows of one view.
const MANY: usize = 230;

/// A letter that no font on any computer has.
const NO_LETTER: char = '\u{e000}';

/// Ana, with many milestones on one day; the last of them has a letter that nothing can show.
fn home() -> Home {
    let (mut home, _) = Home::with_ana();
    home.now.today = DateTime::<Utc>::from(SystemTime::now()).date_naive();
    for at in 0..MANY {
        let title = if at + 1 == MANY { format!("The last one {NO_LETTER}") } else { format!("Small thing {at:03}") };
        let why = "Because it was mine, and because nobody else would have seen it that day. ".repeat(3);
        let words = MilestoneWords { title, why, reached_on: Some(home.now.today), counted: None };
        home.family.add_milestone(&words, home.now).unwrap();
    }
    home.restart();
    home
}

#[test]
fn a_long_page_is_chosen_as_a_whole_stopped_laid_out_after_all_and_turned() {
    let home = home();
    let window = Window::open(home.folder());
    // A long page takes its time where nothing was optimised.
    window.waits_at_most(Duration::from_secs(45));
    comes_in(&window, &ANA);
    window.press("Pages to print");
    window.says("A paper to hold.");
    window.press("My own page For yourself, or for someone you would like to show it to.");
    window.says("Nothing is on this page yet.");
    window.says(&format!("Milestones · {MANY}"));
    assert_eq!(rows(&window), 6, "only some are shown before she asks for all");
    window.press("Show all of them: Milestones");
    let patience = Instant::now() + Duration::from_secs(60);
    while rows(&window) <= 190 {
        assert!(Instant::now() < patience, "{} rows, and not as many as a view has room for", rows(&window));
        thread::sleep(Duration::from_millis(50));
    }
    assert!(rows(&window) <= 200, "a view has at most as many");

    window.type_into("Find a piece", "The last one");
    window.says("The last one");
    window.type_into("Find a piece", "");

    window.press("All of these: Milestones");
    window.says("Laying out…");
    window.screenshot("page-long-laying-out");
    window.press("Stop");
    window.says("Stopped. What you ticked is still ticked.");
    window.press("Lay it out");
    window.says("Page 1 of ");
    window.says(&format!("can show {NO_LETTER}"));
    window.press("Page after");
    window.says("Page 2 of ");
    window.screenshot("page-long-turned");
    people::everybody_can_use(&window, "page long");
    window.press("Page before");
    window.says("Page 1 of ");
}

/// How many milestones there are to tick.
fn rows(window: &Window) -> u64 {
    let are_milestones = "/Small thing|The last one/.test(row.textContent)";
    let count =
        format!("return [...document.querySelectorAll('section ul li')].filter((row) => {are_milestones}).length");
    window.runs(&count, vec![]).as_u64().unwrap()
}
