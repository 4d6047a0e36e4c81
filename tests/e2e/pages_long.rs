//! A long page, in the real window: more to choose from than one view holds, stopped, laid out after all, and turned.

use std::thread;
use std::time::{Duration, Instant, SystemTime};

use chrono::{DateTime, Utc};
use twinflower_core::use_cases::MilestoneWords;
use twinflower_tests::home::{ANAS_PASSPHRASE, Home};
use twinflower_tests::window::Window;

use super::people::{self, Person, comes_in, said};

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
    window.says("Signs of one program alone: U+E000");
    window.screenshot("page-long-missing");
    people::everybody_can_use(&window, "page long");

    window.press("Page after");
    window.says("Page 2 of ");
    assert_eq!(window.focus(), "Page after", "the next key turns the next page");
    window.keys("Enter");
    window.says("Page 3 of ");
    window.press("Page before");
    window.says("Page 2 of ");
    window.screenshot("page-long-turned");
    is_seen_as_large_as_she_likes(&window);
}

#[test]
fn the_keys_alone_turn_the_pages_forward_and_back_and_come_past_the_pieces() {
    let home = home();
    let window = Window::open(home.folder());
    window.waits_at_most(Duration::from_secs(45));
    comes_in(&window, &ANA);
    let presses = |name: &str| {
        window.tabs_to(name);
        window.keys("Enter");
    };
    presses("Pages to print");
    window.says("A paper to hold.");
    presses("My own page For yourself, or for someone you would like to show it to.");
    window.says(&format!("Milestones · {MANY}"));
    presses("All of these: Milestones");
    window.says("Page 1 of ");
    window.says("Alt and Page Up or Page Down turn the page from anywhere here.");
    let turns = |keys: &str, page: &str| {
        window.keys(keys);
        window.says(&format!("Page {page} of "));
    };
    turns("Alt+PageDown", "2");
    turns("Alt+PageDown", "3");
    turns("Alt+PageUp", "2");
    assert_eq!(window.focus(), "None of these: Milestones", "whoever ticks goes on ticking");

    window.tabs_back_to("Skip to the paper");
    window.screenshot("page-long-skip");
    window.keys("Enter");
    turns("PageUp", "1");
    turns("PageDown", "2");
    let pages = said(&window, "main .turn p").rsplit(' ').next().unwrap().to_owned();
    turns("End", &pages);
    turns("Home", "1");
    window.tabs_to("Page after");
    turns("Enter", "2");
    window.tabs_back_to("Page before");
    turns("Enter", "1");
    window.tabs_back_to("Skip back to the pieces");
    window.keys("Enter");
    assert_eq!(window.focus(), "What is on it");

    // Where there is no room for both, the way past the pieces shows the paper in their place.
    window.resize(900, 640);
    window.does_not_say("Page 1 of ");
    window.tabs_to("Skip to the paper");
    turns("Enter", "1");
    turns("PageDown", "2");
    people::everybody_can_use(&window, "page long look");
    people::can_be_read_twice_as_large(&window, "page long look");
    window.resize(900, 640);
    window.keys("Tab");
    assert_eq!(window.focus(), "Skip back to the pieces");
    window.keys("Enter");
    assert_eq!(window.focus(), "What is on it");
}

/// Makes the page larger by the keys, looks at its end, and sees all of it again.
fn is_seen_as_large_as_she_likes(window: &Window) {
    let [width, height] = shown(window);
    assert!(height < 800.0, "all of it is seen: {height}");
    window.press("100 %");
    // A4 at 96 dots an inch.
    is_shown(window, 794.0);
    window.press("150 %");
    is_shown(window, 1191.0);
    people::everybody_can_use(window, "page enlarged");
    let scrolls = "const room = document.querySelector('main .room'); room.focus(); \
                   return [room.scrollWidth > room.clientWidth, document.activeElement === room]";
    assert_eq!(window.runs(scrolls, vec![]), serde_json::json!([true, true]), "its keys move it");
    window.keys("End");
    let moved = "return document.querySelector('main .room').scrollTop > 0";
    let patience = Instant::now() + Duration::from_secs(10);
    while window.runs(moved, vec![]) != true {
        assert!(Instant::now() < patience, "End does not come to its end");
        thread::sleep(Duration::from_millis(50));
    }
    window.screenshot("page-long-enlarged");
    window.press("Whole");
    is_shown(window, width);
}

fn is_shown(window: &Window, width: f64) {
    let patience = Instant::now() + Duration::from_secs(10);
    while (shown(window)[0] - width).abs() > 4.0 {
        assert!(Instant::now() < patience, "it is {:?} wide and high, and not {width}", shown(window));
        thread::sleep(Duration::from_millis(50));
    }
}

/// How wide and how high the page is on the screen.
fn shown(window: &Window) -> [f64; 2] {
    let script =
        "const box = document.querySelector('main img.sheet').getBoundingClientRect(); return [box.width, box.height]";
    let sides = window.runs(script, vec![]);
    [0, 1].map(|at| sides[at].as_f64().unwrap())
}

/// How many milestones there are to tick.
fn rows(window: &Window) -> u64 {
    let are_milestones = "/Small thing|The last one/.test(row.textContent)";
    let count =
        format!("return [...document.querySelectorAll('section ul li')].filter((row) => {are_milestones}).length");
    window.runs(&count, vec![]).as_u64().unwrap()
}
