//! Languages that nobody speaks: sentences that grew by half, and the same from right to left. Nothing is cut off in them,
//! nothing covers anything, and everything is named, so that the next language needs nothing but a catalog.

use std::path::Path;

use twinflower_tests::home::{ANAS_PASSPHRASE, Home};
use twinflower_tests::window::Window;

/// The screens that somebody who is in can go to.
const SCREENS: [&str; 9] =
    ["Today", "Milestones", "Rituals", "Goals", "Letters", "The shelf", "Pages to print", "What I share", "Settings"];

#[test]
fn sentences_that_are_longer_by_half_fit_on_every_screen() {
    walks_through_all_of_it("en-XA", "ltr");
}

#[test]
fn every_screen_is_whole_from_right_to_left() {
    walks_through_all_of_it("ar-XB", "rtl");
}

fn walks_through_all_of_it(language: &str, direction: &str) {
    let mut home = Home::in_a_copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/golden/v3/folder"));
    home.family.set_language(language).unwrap();
    let window = Window::open(home.folder());
    window.says(&grown("Who’s here?"));
    assert_eq!(window.runs("return document.documentElement.dir", vec![]), direction);
    let mut found = Vec::new();
    let mut looks = |screen: &str| {
        window.resize(900, 640);
        let cut_off = window.sticks_out().into_iter().map(|what| format!("it sticks out: {what}"));
        let corners = window.out_of_reach(&[&grown("Hide now"), &grown("Help now")]);
        found.extend(window.axe().into_iter().chain(cut_off).chain(corners).map(|what| format!("{screen}: {what}")));
        window.resize(1280, 800);
        window.screenshot(&format!("{language} {screen}"));
    };
    looks("the door");
    window.press(&grown("Help now"));
    window.says(&grown("For someone with me"));
    looks("Help now");
    let back = "return getComputedStyle(document.querySelector('.lucide-arrow-left')).scale";
    let way = if direction == "rtl" { "-1 1" } else { "none" };
    assert_eq!(window.runs(back, vec![]), way, "back is where one began to read");
    window.keys("Escape");
    window.press(&grown("The next hour"));
    window.says(&grown("Breathe"));
    looks("the next hour");
    window.keys("Escape");
    window.type_into(&format!("Ana 🌷{}", grown("’s passphrase")), ANAS_PASSPHRASE);
    window.press_beside("Ana 🌷", &grown("Come in"));
    window.stops_saying(&grown("Who’s here?"));
    for screen in SCREENS {
        window.press(&grown(screen));
        window.comes_to_rest();
        looks(screen);
    }
    window.press(&grown("The next hour"));
    window.press(&grown("Short cards to read"));
    window.says(&grown("What recovery is"));
    looks("Knowing more");
    window.press(&grown("Settings"));
    window.comes_to_rest();
    window.press(&grown("Add a computer"));
    window.says(&grown("Which one is it?"));
    looks("adding a computer");
    window.press(&grown("Show a ticket"));
    window.says(&grown("A ticket for the other one"));
    looks("a ticket");
    assert_eq!(found, Vec::<String>::new());
}

/// Says a sentence of the catalog as these languages have it.
fn grown(text: &str) -> String {
    let grow = |letter| match letter {
        'a' => "áa".to_owned(),
        'e' => "éé".to_owned(),
        'i' => "íi".to_owned(),
        'o' => "óo".to_owned(),
        'u' => "úu".to_owned(),
        other => other.to_string(),
    };
    text.chars().map(grow).collect()
}
