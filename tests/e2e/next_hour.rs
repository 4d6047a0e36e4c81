//! The next hour: at the door with no family, signed in, by the keys alone, still where less motion is asked for, and hidden
//! at once.

use std::time::Duration;

use serde_json::json;
use tempfile::TempDir;
use twinflower_tests::home::{ANAS_PASSPHRASE, Home};
use twinflower_tests::window::{Ending, Window};

use super::album::Chapter;
use super::people::{Person, comes_in};

const ANA: Person = Person { name: "Ana 🌷", colour: "Rose", passphrase: ANAS_PASSPHRASE };

#[test]
fn with_no_family_at_all_everything_in_it_can_be_begun_gone_through_and_left() {
    let folder = TempDir::new().unwrap();
    let window = Window::open(folder.path());
    window.says("Welcome");
    let chapter = Chapter::begins("The next hour");
    by_keys(&window, "The next hour");
    window.says("Only this hour.");
    window.focuses("The next hour");
    chapter.shows(&window, "next-hour");

    by_keys(&window, "Breathe");
    window.focuses("Breathe with the flower");
    chapter.shows(&window, "breathing-ready");
    she_breathes(&window);
    later(&window, Duration::from_secs(2));
    chapter.shows(&window, "breathing");
    by_keys(&window, "Stop");
    window.says("Whenever you are ready");
    window.focuses("Begin");
    she_finds_her_pace(&window);
    chapter.shows(&window, "breathing-pace");
    window.keys("Escape");
    window.focuses("The next hour");

    by_keys(&window, "Let tension go…");
    window.focuses("Let tension go");
    chapter.shows(&window, "let-tension-go");
    she_lets_go(&window);

    by_keys(&window, "Five senses…");
    window.focuses("Five senses");
    chapter.shows(&window, "five-senses");
    she_finds_the_room(&window);

    by_keys(&window, "Ride out an urge…");
    window.focuses("Ride out an urge");
    chapter.shows(&window, "wave-before");
    she_begins_a_wave(&window);
    window.focuses("Leave it here");
    later(&window, Duration::from_secs(165));
    window.says("This is the top.");
    chapter.shows(&window, "wave");
    she_does_something_else_meanwhile(&window);
    later(&window, Duration::from_secs(140));
    window.says("You are here. The next one, if it comes, is another wave.");
    chapter.shows(&window, "wave-over");
    by_keys(&window, "That is enough");
    window.focuses("The next hour");
    window.keys("Escape");
    window.says("Welcome");
    window.focuses("The next hour");
    assert!(window.storage_is_empty(), "{:?}", window.storage());
    chapter.ends();
}

/// Goes to something with Tab and presses Enter there.
fn by_keys(window: &Window, name: &str) {
    window.tabs_to(name);
    window.keys("Enter");
}

/// Lets the window's clock stand later by so much.
fn later(window: &Window, by: Duration) {
    let script = "const now = Date.now.bind(Date); Date.now = () => now() + arguments[0];";
    window.runs(script, vec![json!(u64::try_from(by.as_millis()).unwrap())]);
}

fn she_breathes(window: &Window) {
    by_keys(window, "Begin");
    window.says("Breathe in");
    window.says("Breathe out");
    window.says("Breathe in");
    window.focuses("Pause");
    window.keys("Enter");
    window.says("The flower waits");
    window.focuses("Go on");
    window.keys("Enter");
    window.says("Breathe");
    window.stops_saying("The flower waits");
}

fn she_finds_her_pace(window: &Window) {
    window.says("In for 4 seconds, out for 6.");
    by_keys(window, "Change the pace");
    window.tabs_to("Then wait for");
    window.types("3");
    window.says("In for 4 seconds, wait for 3, out for 6.");
    window.tabs_to("A picture that does not move");
}

fn she_lets_go(window: &Window) {
    by_keys(window, "Next");
    window.says("Press your elbows against your sides.");
    by_keys(window, "Skip this one");
    window.says("Lift them towards your ears.");
    by_keys(window, "The one before");
    window.says("Press your elbows against your sides.");
    by_keys(window, "Choose a part");
    by_keys(window, "Feet");
    window.says("Curl your toes.");
    window.tabs_back_to("Next");
    window.keys("Enter");
    window.says("Stay like this as long as you like.");
    window.focuses("That is enough");
    window.keys("Enter");
    window.focuses("The next hour");
}

fn she_finds_the_room(window: &Window) {
    window.tabs_to("Next");
    for words in [
        "Four things you can touch",
        "Three things you can hear",
        "Two things you can smell",
        "One thing you can taste",
    ] {
        window.keys("Enter");
        window.says(words);
    }
    window.keys("Enter");
    window.says("In this room, in this hour.");
    window.focuses("That is enough");
    window.keys("Enter");
    window.focuses("The next hour");
}

fn she_begins_a_wave(window: &Window) {
    window.tabs_to("10 minutes");
    window.keys("ArrowLeft");
    window.focuses("5 minutes");
    by_keys(window, "Begin");
    window.says("It comes like a wave.");
}

fn she_does_something_else_meanwhile(window: &Window) {
    by_keys(window, "Five senses");
    window.says("The wave goes by meanwhile.");
    window.says("Five things you can see");
    by_keys(window, "Back to the wave");
    window.focuses("Ride out an urge");
}

#[test]
fn signed_in_it_is_one_press_away_and_help_now_lies_over_it() {
    let (home, ..) = Home::with_both();
    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    for place in ["Today", "Goals", "Settings"] {
        window.press(place);
        window.press("The next hour");
        window.says("Only this hour.");
        window.keys("Escape");
        window.stops_saying("Only this hour.");
    }
    window.press("Settings");
    by_keys(&window, "Write somebody down");
    window.focuses("Name");
    window.keys("F1");
    window.says("Breathing, letting tension go");
    by_keys(&window, "The next hour");
    window.focuses("The next hour");
    by_keys(&window, "People and numbers to call");
    window.says("For someone with me");
    window.keys("Escape");
    window.stops_saying("For someone with me");
    window.focuses("People and numbers to call");
    window.tabs_back_to("Breathe");
    window.keys("Enter");
    by_keys(&window, "Begin");
    window.says("Breathe in");
    window.press("Help now");
    window.says("For someone with me");
    assert_eq!(window.out_of_reach(&["Hide now", "Help now"]), Vec::<String>::new());
    window.keys("Escape");
    window.stops_saying("For someone with me");
    window.says("Breathe");
    window.focuses("Pause");
    window.keys("Escape");
    window.keys("Escape");
    window.stops_saying("Only this hour.");
    window.says("Name");
}

#[test]
fn while_she_breathes_nothing_locks_by_itself_but_hide_hides_at_once() {
    let (home, ..) = Home::with_both();
    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    window.press("Settings");
    window.choose("Lock by itself after", "One quiet minute");
    window.press("The next hour");
    window.press("Breathe");
    window.press("Begin");
    window.says("Breathe in");
    later(&window, Duration::from_secs(120));
    std::thread::sleep(Duration::from_secs(6)); // it looks every five seconds
    assert!(window.is_open());
    window.says("Breathe");
    for _ in 0..3 {
        window.keys("Shift");
    }
    assert_eq!(window.closed_by_itself(), Ending::ForGood);

    let window = Window::open(home.folder());
    window.press("The next hour");
    window.press("Ride out an urge It comes like a wave, and it goes like one.");
    window.press("Begin");
    window.says("It comes like a wave.");
    window.press("Hide now");
    assert_eq!(window.closed_by_itself(), Ending::ForGood);
}

#[test]
fn it_is_still_and_complete_where_less_motion_is_asked_for() {
    let folder = TempDir::new().unwrap();
    let settings = TempDir::new().unwrap();
    std::fs::create_dir(settings.path().join("gtk-3.0")).unwrap();
    std::fs::write(settings.path().join("gtk-3.0/settings.ini"), "[Settings]\ngtk-enable-animations=0\n").unwrap();
    let config = settings.path().to_string_lossy();
    let window = Window::open_with(folder.path(), &[], &[("XDG_CONFIG_HOME", &config)]);
    window.says("Welcome");
    window.press("The next hour");
    window.press("Breathe");
    window.press("Begin");
    window.says("Breathe out");
    let opened = "return document.querySelector('.blossom').style.getPropertyValue('--opened')";
    for words in ["Breathe in", "Breathe out"] {
        window.says(words);
        assert_eq!(window.runs(opened, vec![]), "1", "{words}");
    }
    let filled = "return document.querySelectorAll('.blossom .full:is(circle)').length";
    assert_ne!(window.runs(filled, vec![]), 0, "a ring fills instead");
    window.screenshot("breathing with less motion");
    assert_eq!(window.axe(), Vec::<String>::new());
    // A change of colour that is over within a frame may just be under way.
    let lasting = "return document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime > 1).length";
    assert_eq!(window.runs(lasting, vec![]), 0);
}
