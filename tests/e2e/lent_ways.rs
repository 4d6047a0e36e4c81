//! A way that is lent, in the real window: by the one who lends it and by the one who keeps it, with the keys alone.

use twinflower_core::domain::way::WayKind;
use twinflower_core::use_cases::WayWords;
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE};
use twinflower_tests::window::Window;

use super::people::{Person, can_be_read_twice_as_large, comes_in, enters, everybody_can_use, lock};

const ANA: Person = Person { name: "Ana 🌷", colour: "Rose", passphrase: ANAS_PASSPHRASE };
const MIRA: Person = Person { name: "Mira מירה", colour: "Honey", passphrase: MIRAS_PASSPHRASE };
const WAY: &str = "the back step, with the dog 🐕";

fn way(words: &str, with_care: bool) -> WayWords {
    let (kind, readable_while_locked) = (WayKind::CalmTheBody, false);
    WayWords { kind, words: words.to_owned(), with_care, readable_while_locked }
}

#[test]
fn what_helped_one_is_lent_by_an_act_kept_by_the_other_and_taken_back() {
    let (mut home, ana, _) = Home::with_both();
    home.alone(ana);
    home.family.add_way(&way(WAY, false)).unwrap();
    home.family.add_way(&way("cold water over my hands", true)).unwrap();
    home.restart();

    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    she_lends(&window);
    lock(window);

    let window = Window::open(home.folder());
    comes_in(&window, &MIRA);
    enters(&window, "The next hour");
    window.says("Ways that Ana 🌷 lends");
    window.does_not_say("cold water");
    enters(&window, "Ways that Ana 🌷 lends");
    window.says(WAY);
    everybody_can_use(&window, "lent to her");
    can_be_read_twice_as_large(&window, "lent to her");
    enters(&window, "Keep it among mine");
    window.says("It is among yours now. Nobody is told.");
    window.says("You have it among yours.");
    window.keys("Escape");
    lock(window);

    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    she_takes_it_back(&window);
    assert!(window.storage_is_empty(), "{:?}", window.storage());
}

fn she_lends(window: &Window) {
    enters(window, "The next hour");
    enters(window, "Change what is kept here");
    enters(window, "What to do with “cold water over my hands”");
    window.says("Delete");
    window.does_not_say("Lend it to");
    window.keys("Escape");
    enters(window, &format!("What to do with “{WAY}”"));
    window.says("Lend it to Mira מירה…");
    window.focuses("Change");
    window.keys("ArrowDown");
    window.focuses("It helped: show it first");
    window.keys("ArrowDown");
    window.focuses("Lend it to Mira מירה…");
    window.keys("Enter");
    window.says("This is what Mira מירה will see");
    window.says("whether it helped you");
    everybody_can_use(window, "lend a way");
    can_be_read_twice_as_large(window, "lend a way");
    enters(window, "Lend it");
    window.says("Lent to Mira מירה. Your own stays as it is.");
    window.stops_saying("This is what Mira מירה will see");
    everybody_can_use(window, "lent by her");
    window.keys("Escape");
}

fn she_takes_it_back(window: &Window) {
    window.press("What I share");
    window.says("Way that helps");
    window.says(WAY);
    everybody_can_use(window, "lent among what she shares");
    enters(window, "Take back");
    window.says("We can only stop what comes next.");
    enters(window, "Take it back");
    window.says("Taken back. It is no longer shared.");
    window.does_not_say(WAY);
}
