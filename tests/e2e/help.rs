//! Help now: with no family, and from every screen.

use tempfile::TempDir;
use twinflower_tests::window::Window;

use super::people::{ANA, comes_for_the_first_time};

#[test]
fn help_is_there_before_there_is_a_family_and_from_every_screen_after() {
    let folder = TempDir::new().unwrap();
    let window = Window::open(folder.path());
    window.says("Welcome");
    window.press("Help now");
    window.says("For someone with me");
    window.says("Where are you?");
    window.keys("Escape");
    window.says("Welcome");

    comes_for_the_first_time(&window, &ANA);
    for screen in ["Today", "Milestones", "Rituals", "Goals", "Letters", "The shelf", "What I share", "Settings"] {
        window.press(screen);
        window.press("Help now");
        window.says("For someone with me");
        window.keys("Escape");
        window.stops_saying("For someone with me");
    }
    assert_eq!(window.axe(), Vec::<String>::new());
}
