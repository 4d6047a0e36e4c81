//! A ritual, in the real window: from an idea to an evening that was kept, and everything that can be done with it.

use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use twinflower_tests::window::Window;

use super::album::Chapter;
use super::people::{ANA, MIRA, both_have_come, comes_in, comes_in_too, everybody_can_use, lock};

const TITLE: &str = "Thé on the step 🍵 شاي";

#[test]
fn a_ritual_is_set_down_together_kept_with_a_line_and_a_photo_and_remembered() {
    let folder = TempDir::new().unwrap();
    both_have_come(folder.path());
    let window = Window::open(folder.path());
    comes_in(&window, &ANA);
    comes_in_too(&window, &MIRA);
    window.press("Rituals");
    window.says("Nothing here yet. Small counts.");
    everybody_can_use(&window, "rituals empty");

    window.press("Start from an idea");
    window.says("The blue candle");
    everybody_can_use(&window, "rituals ideas");
    window.press("The blue candle");
    window.type_into("What is it called?", TITLE);
    window.type_into("What does it mean to you? If you like", "Because nobody has to say how the week was.");
    everybody_can_use(&window, "rituals form");
    window.press("By days");
    window.type_into("At what time? If you like", "7.30 pm");
    window.says("Every day, at 19:30");
    window.press("Keep it");
    window.says("It is set down.");
    window.says("Light the candle.");
    everybody_can_use(&window, "rituals today");

    window.press("We did it");
    window.says("Kept today.");
    window.press("Add a line or a photo");
    window.type_into("A line about it If you like", "It rained, and we stayed out. נשארנו בחוץ");
    window.type_into(
        "Where the photo is on this computer If you like",
        concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
    );
    let chapter = Chapter::begins("A time it was kept");
    chapter.shows(&window, "ritual-kept");
    chapter.ends();
    window.press("Keep it");
    window.says("This file is not a picture that can be read here. Nothing was changed.");
    window.type_into(
        "Where the photo is on this computer If you like",
        concat!(env!("CARGO_MANIFEST_DIR"), "/../icons/128x128.png"),
    );
    window.press("Keep it");
    window.stops_saying("A time it was kept");

    window.press(TITLE);
    window.says("When it was kept");
    window.says("It rained, and we stayed out. נשארנו בחוץ");
    shows_a_photo(&window);
    everybody_can_use(&window, "ritual page");
    lock(window);

    let window = Window::open(folder.path());
    comes_in(&window, &MIRA);
    window.press("Rituals");
    window.says("Kept today.");
    window.press(TITLE);
    window.says("It rained, and we stayed out.");
}

/// Waits until a photo of the memory lane is on the screen, all of it.
fn shows_a_photo(window: &Window) {
    let is_there =
        "return [...document.querySelectorAll('.photo img')].some((one) => one.complete && one.naturalWidth === 128)";
    let until = Instant::now() + Duration::from_secs(10);
    while window.runs(is_there, vec![]) != true {
        assert!(Instant::now() < until, "the photo is not shown: {}", window.text());
        sleep(Duration::from_millis(100));
    }
}

#[test]
fn what_is_hers_is_shared_by_an_act_and_taken_back_and_deleted_for_real() {
    let folder = TempDir::new().unwrap();
    both_have_come(folder.path());
    let window = Window::open(folder.path());
    comes_in(&window, &ANA);
    window.press("Rituals");
    window.press("Set one down");
    window.type_into("What is it called?", TITLE);
    window.press("Add a step");
    window.types("Bring the blanket.");
    window.keys("Enter");
    window.types("Sit there.");
    window.press("Keep it");
    window.stops_saying("It is only yours until you share it.");

    window.press(TITLE);
    window.says("Only yours");
    window.press(&format!("More about {TITLE}"));
    window.press("Share it");
    window.says("This is what Mira will see");
    everybody_can_use(&window, "ritual share");
    window.press("Share it");
    window.says("You share a copy of it");
    window.press("Undo");
    window.stops_saying("You share a copy of it");

    window.press(&format!("More about {TITLE}"));
    window.press("Delete it");
    window.says("This cannot be undone.");
    window.press("Delete for real");
    window.says("Nothing here yet. Small counts.");
    assert!(!window.holds(TITLE));
}
