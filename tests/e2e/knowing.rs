//! Knowing more, in the real window: a card is found, kept for the next hour, and put into a letter; both may read together.

use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE};
use twinflower_tests::window::Window;

use super::people::{Person, can_be_read_twice_as_large, comes_in, comes_in_too, enters, everybody_can_use};

const ANA: Person = Person { name: "Ana 🌷", colour: "Rose", passphrase: ANAS_PASSPHRASE };
const MIRA: Person = Person { name: "Mira מירה", colour: "Honey", passphrase: MIRAS_PASSPHRASE };

fn to_the_cards(window: &Window) {
    enters(window, "The next hour");
    window.says("Breathe with the flower");
    enters(window, "Short cards to read");
    window.says("Nobody notes which ones you open");
    window.says("What recovery is");
}

#[test]
fn a_card_is_found_kept_for_the_next_hour_and_put_into_a_letter_with_the_keys_alone() {
    let (mut home, ..) = Home::with_ana();
    home.restart();
    let window = Window::open(home.folder());
    window.tabs_to("Ana 🌷’s passphrase");
    window.types(ANAS_PASSPHRASE);
    window.keys("Enter");
    window.says("Here now:");
    to_the_cards(&window);
    everybody_can_use(&window, "knowing");
    can_be_read_twice_as_large(&window, "knowing");
    window.tabs_to("Find a card");
    window.types("naloxone");
    window.stops_saying("What recovery is");
    enters(&window, "After a break, the body is not the same");
    window.says("WHO: Community Management of Opioid Overdose");
    everybody_can_use(&window, "knowing a card");
    enters(&window, "Keep it for the next hour");
    window.says("It is there in your next hour.");
    enters(&window, "Close");
    enters(&window, "Put it into a letter");
    window.says("Put a card into this letter");
    everybody_can_use(&window, "knowing in a letter");
    enters(&window, "Put a card into this letter");
    window.says("Its words go in at the end");
    enters(&window, "Put it in");
    window.says("It stands at the end of your letter.");
    enters(&window, "Keep it on the desk");
    window.says("“After a break, the body is not the same”");
    window.press("The next hour");
    window.says("Cards I keep");
    everybody_can_use(&window, "knowing kept");
    assert!(window.storage_is_empty(), "{:?}", window.storage());
}

#[test]
fn both_may_read_together_and_nothing_is_kept_of_it() {
    let (mut home, ..) = Home::with_both();
    home.family.lock_all();
    home.restart();
    let window = Window::open(home.folder());
    window.does_not_say("Short cards to read");
    comes_in(&window, &ANA);
    comes_in_too(&window, &MIRA);
    window.says("Only what you share is on the screen.");
    to_the_cards(&window);
    window.press("Hope");
    window.says("Hope is where recovery begins");
    window.does_not_say("Keep it for the next hour");
    window.does_not_say("Put it into a letter");
}
