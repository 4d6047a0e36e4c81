//! The made-up family of `--demo`, and the picture of it that the README shows.

use std::time::Duration;

use twinflower_tests::window::Window;

use super::people::{Person, comes_in, comes_in_too};

const ANA: Person = Person { name: "Ana", colour: "Rose", passphrase: "river lamp seven quiet stone" };
const MIRA: Person = Person { name: "Mira", colour: "Honey", passphrase: "heron window slow copper tea" };

#[test]
fn the_made_up_family_has_ten_years_and_an_evening_before_it() {
    let window = Window::demo();
    window.waits_at_most(Duration::from_secs(60));
    comes_in(&window, &ANA);
    comes_in_too(&window, &MIRA);
    window.says("Open the celebration");
    window.says("Asking for help first");
    window.screenshot("today");
    window.press("The shelf");
    window.says("We went to the sea, and told the truth");
    window.press("Rituals");
    window.says("The long way round the river");
    window.says("Tea on the back step");
    assert!(window.storage_is_empty(), "{:?}", window.storage());
}
