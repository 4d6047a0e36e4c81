//! What she keeps for the next hour, in the real window: made with the keys alone while well, and used in one press.

use twinflower_tests::home::{ANAS_PASSPHRASE, Home};
use twinflower_tests::window::Window;

use super::people::{can_be_read_twice_as_large, enters, everybody_can_use};

const WAY: &str = "the back step, with the dog 🐕";
const REASON: &str = "The sea in May, and you in it. הים";

#[test]
fn what_she_made_while_well_is_there_in_one_press_and_at_the_door_only_what_she_ticked() {
    let (mut home, ..) = Home::with_ana();
    home.restart();
    let window = Window::open(home.folder());
    window.tabs_to("Ana 🌷’s passphrase");
    window.types(ANAS_PASSPHRASE);
    window.keys("Enter");
    window.says("Here now:");
    enters(&window, "The next hour");
    window.says("A quiet day is a good day");
    everybody_can_use(&window, "kept empty");
    enters(&window, "Begin with one thing");
    window.focuses("Back to what helps");

    enters(&window, "Write a reason down");
    window.focuses("What is it?");
    window.types(REASON);
    enters(&window, "Keep");
    window.says("Kept.");
    enters(&window, "Write a way down");
    window.focuses("What is it?");
    window.types(WAY);
    window.tabs_to("Readable while this is locked");
    window.keys("Space");
    everybody_can_use(&window, "kept way form");
    enters(&window, "Keep");
    window.stops_saying("What kind of thing it is");
    window.says("Readable by anyone at this computer");
    enters(&window, "Write down a sign");
    window.types("I answer nobody");
    enters(&window, "Keep");
    window.stops_saying("A thought, a feeling");
    enters(&window, "Write somebody down");
    window.focuses("Name");
    window.types("Tía Rosa 🌹");
    window.tabs_to("Number");
    window.types("0123 456");
    window.tabs_to("Words to send: 1");
    window.types("I am having a hard hour. Could you call me?");
    enters(&window, "Keep");
    window.stops_saying("Words to send: 1");
    everybody_can_use(&window, "kept making");
    can_be_read_twice_as_large(&window, "kept making");

    window.tabs_back_to("Back to what helps");
    window.keys("Enter");
    window.says(REASON);
    enters(&window, "It helped");
    window.says("What helped before");
    window.says("Could you call me?");
    enters(&window, "My plan for a hard hour");
    window.says("I answer nobody");
    everybody_can_use(&window, "kept reading");
    can_be_read_twice_as_large(&window, "kept reading");
    assert!(window.storage_is_empty(), "{:?}", window.storage());
    drop(window);

    let window = Window::open(home.folder());
    window.says("Who’s here?");
    enters(&window, "The next hour");
    window.says(WAY);
    window.does_not_say(REASON);
    window.does_not_say("Tía Rosa");
    everybody_can_use(&window, "kept at the door");
}
