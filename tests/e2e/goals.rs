//! Goals, in the real window: set down by one, proposed, agreed by the other, written about by each for herself.

use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE};
use twinflower_tests::window::Window;

use super::people::{Person, comes_in, comes_in_too, everybody_can_use, lock};

const ANA: Person = Person { name: "Ana 🌷", colour: "Rose", passphrase: ANAS_PASSPHRASE };
const MIRA: Person = Person { name: "Mira מירה", colour: "Honey", passphrase: MIRAS_PASSPHRASE };

const TITLE: &str = "Evening walks 🌙 – à la Née Núñez – על שפת הנהר";

#[test]
fn a_goal_is_proposed_by_one_agreed_by_the_other_and_written_about_by_each_for_herself() {
    let (home, _, _) = Home::with_both();
    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    window.press("Goals");
    window.says("Nothing here yet. Small counts.");
    everybody_can_use(&window, "goals none");
    window.press("Set down a goal");
    window.type_into("What would you like to try?", TITLE);
    window.type_into("Why it matters If you like", "So that the evening has an end.");
    window.type_into("What helps If you like", "Shoes by the door. 👟");
    window.choose("How far it goes", "So many times a week");
    window.type_into("How many times a week?", "2");
    everybody_can_use(&window, "goals form");
    window.press("Keep it");
    window.says("Twice a week");
    window.press(&format!("More for “{TITLE}”"));
    window.press("Propose it to Mira מירה");
    window.press("Take along what helps");
    window.says("This is what Mira מירה will see");
    window.says("Shoes by the door. 👟");
    everybody_can_use(&window, "goals propose");
    window.press("Propose it");
    window.says("You have said yes. It begins when you both have.");
    everybody_can_use(&window, "goals ana");
    lock(window);

    let window = Window::open(home.folder());
    comes_in(&window, &MIRA);
    window.press("Goals");
    window.says("Ana 🌷 proposes this.");
    window.does_not_say("So that the evening has an end.");
    everybody_can_use(&window, "goals asked");
    window.press("Yes, I agree");
    window.says("Going on");
    window.does_not_say("Twice a week");
    window.press("Write it down");
    window.type_into("A few words If you like", "By the river, née slowly. لا أكثر");
    everybody_can_use(&window, "goals check in");
    window.press("Keep it");
    window.says("By the river, née slowly. لا أكثر");
    window.press("More about it");
    window.says("Written down so far");
    window.press("Change what was written today");
    window.says("Change the words");
    window.type_into("A few words If you like", "By the sea, née slowly. لا أكثر");
    everybody_can_use(&window, "goals change the words");
    window.press("Keep it");
    window.says("By the sea, née slowly. لا أكثر");

    comes_in_too(&window, &ANA);
    window.press("Goals");
    window.press("Write it down");
    window.press("Ana 🌷");
    window.press("Only a word about it For a day when it did not, or when something is to be said. Nothing counts it.");
    window.type_into("A few words", "Today I would rather not.");
    window.press("Keep it");
    window.says("This is Ana 🌷’s to say");
    window.type_into("Ana 🌷’s passphrase", MIRA.passphrase);
    window.keys("Enter");
    window.says("These words do not open it.");
    everybody_can_use(&window, "goals signature");
    window.type_into("Ana 🌷’s passphrase", ANA.passphrase);
    window.keys("Enter");
    window.says("Written down.");
    window.press("Close");
    window.press("More about it");
    window.says("Today I would rather not.");
    window.does_not_say("Twice a week");
    window.press("What you agreed");
    window.says("Twice a week");
    window.press("Before stopping alcohol or benzodiazepines");
    window.says("it is safer not to stop all at once");
    everybody_can_use(&window, "goals together");
    assert!(window.storage_is_empty(), "{:?}", window.storage());
}
