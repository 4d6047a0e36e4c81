//! Milestones in the real window: written, reached, counted, started again, shared and taken back, let rest, deleted for real.

use chrono::Days;
use serde_json::json;
use twinflower_core::use_cases::{CountedWords, MilestoneWords};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE};
use twinflower_tests::window::Window;

use super::people::{Person, comes_in, comes_in_too, everybody_can_use};

const ANA: Person = Person { name: "Ana 🌷", colour: "Rose", passphrase: ANAS_PASSPHRASE };
const MIRA: Person = Person { name: "Mira מירה", colour: "Honey", passphrase: MIRAS_PASSPHRASE };
const TITLE: &str = "Née Núñez 🌷 said שלום";

/// Opens the window on what a home holds so far, and lets Ana in to her milestones.
fn ana_looks(home: &mut Home) -> Window {
    home.restart();
    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    window.press("Milestones");
    window.says("What matters to you");
    window
}

fn milestone(title: &str) -> MilestoneWords {
    MilestoneWords { title: title.to_owned(), why: String::new(), reached_on: None, counted: None }
}

fn choose(window: &Window, title: &str, choice: &str) {
    window.press(&format!("More for “{title}”"));
    window.press(choice);
}

#[test]
fn a_milestone_is_written_down_reached_undone_let_rest_and_deleted_for_real() {
    let (mut home, ..) = Home::with_both();
    let window = ana_looks(&mut home);
    window.says("Nothing here yet. Small counts.");
    window.says("I asked for help with one thing");
    everybody_can_use(&window, "milestones empty");
    window.press("Write one down");
    window.focuses("What is it?");
    window.press("Keep it");
    window.says("There is nothing written here yet.");
    window.focuses("What is it?");
    everybody_can_use(&window, "milestones form");
    window.type_into("What is it?", TITLE);
    window.type_into("Why it matters If you like", "Because I did not think I could.\nI could.");
    window.press("Keep it");
    window.says("Kept.");
    window.says("On the way");
    window.says("Because I did not think I could.");
    window.focuses("Milestones");
    everybody_can_use(&window, "milestones one");

    choose(&window, TITLE, "It happened");
    window.says("When did it happen?");
    everybody_can_use(&window, "milestones it happened");
    window.press("Keep it");
    window.says("Reached");
    window.press("Undo");
    window.says("Undone.");
    window.stops_saying("Reached");
    choose(&window, TITLE, "Let it rest");
    window.says("It rests.");
    window.does_not_say(TITLE);
    window.press("Resting");
    choose(&window, TITLE, "Bring it back");
    window.says("On the way");

    choose(&window, TITLE, "Change the words");
    window.type_into("What is it?", "Half a change");
    window.keys("Escape");
    window.stops_saying("Keep it");
    window.focuses(&format!("More for “{TITLE}”"));
    choose(&window, TITLE, "Change the words");
    window.says("You had begun to change this.");
    assert_eq!(window.field("What is it?"), "Half a change");
    window.press("Back to how it was");
    assert_eq!(window.field("What is it?"), TITLE);
    window.keys("Escape");

    choose(&window, TITLE, "Delete it");
    window.says("Old backups may hold them for up to twelve months.");
    everybody_can_use(&window, "milestones delete");
    window.press("Delete it");
    window.says("Deleted.");
    window.says("Nothing here yet. Small counts.");
    window.focuses("Milestones");
    assert!(window.storage_is_empty(), "{:?}", window.storage());
}

#[test]
fn her_days_are_hers_whatever_she_does_with_the_first_of_them() {
    let (mut home, ana, _) = Home::with_both();
    home.alone(ana);
    let since = home.now.today - Days::new(30);
    let counted = MilestoneWords { counted: Some(CountedWords { number: 4000, since }), ..milestone("Mornings 🌷") };
    home.family.add_milestone(&counted, home.now).unwrap();
    let window = ana_looks(&mut home);
    window.says("days are yours.");
    window.does_not_say("4,000");
    let days = window.text();
    let days = days.lines().find(|line| line.contains("days are yours.")).unwrap().to_owned();
    window.press("About these days");
    window.says("You named 4,000 days.");
    window.press("Before stopping alcohol or benzodiazepines");
    window.says("stopping all at once can be dangerous");
    everybody_can_use(&window, "milestones days");
    window.press("Start again from…");
    window.says("Nothing is lost.");
    everybody_can_use(&window, "milestones start again");
    window.press("Start from this day");
    window.says("The count goes on from that day. Nothing is lost.");
    window.says(&days);
    window.press("Each time, from its first day");
    window.says("and it goes on");
    everybody_can_use(&window, "milestones each time");
    window.press("Undo");
    window.says("Undone.");
    window.stops_saying("Each time, from its first day");
    window.says(&days);
    window.press("I mistyped this day");
    window.says("The first day is under way.");
    window.press("Undo");
    window.says(&days);

    window.press("Write one down");
    window.type_into("What is it?", "A week of sleeping through");
    window.press("Count days towards it");
    window.type_into("How many days?", "0");
    window.press("Keep it");
    window.says("A number from 1 to 36,525, please.");
    window.focuses("How many days?");
    everybody_can_use(&window, "milestones count");
    window.type_into("How many days?", "7");
    window.press("Keep it");
    window.says("The first day is under way.");
}

#[test]
fn what_she_shares_is_shown_before_and_taken_back_again_and_both_see_only_that() {
    let (mut home, ana, _) = Home::with_both();
    home.alone(ana);
    let why = "for my own sake".to_owned();
    home.family.add_milestone(&MilestoneWords { why, ..milestone(TITLE) }, home.now).unwrap();
    let window = ana_looks(&mut home);
    choose(&window, TITLE, "Share with Mira מירה");
    window.says("This is what Mira מירה will see");
    window.says("This stays with you");
    window.says("why it matters");
    everybody_can_use(&window, "milestones share");
    window.press("Share it");
    window.says("Shared. Mira מירה can see it now.");
    window.press("Undo");
    window.stops_saying("Mira מירה can see this");
    choose(&window, TITLE, "Share with Mira מירה");
    window.press("Take along why it matters");
    window.stops_saying("This stays with you");
    window.press("Share it");
    window.press("Mira מירה can see this");
    window.says("We can only stop what comes next.");
    everybody_can_use(&window, "milestones what she sees");
    window.keys("Escape");
    window.focuses("Mira מירה can see this");

    comes_in_too(&window, &MIRA);
    window.press("Milestones");
    window.says("What matters to the two of you");
    window.says("for my own sake");
    window.press("Write one down");
    window.says("What is it?");
    window.does_not_say("Count days towards it");
    window.type_into("What is it?", "We went to the sea, and told the truth");
    window.press("Keep it");
    window.says("Kept.");
    window.says("Both");
    everybody_can_use(&window, "milestones together");
    choose(&window, TITLE, "Stop sharing");
    window.says("We can only stop what comes next.");
    window.press("Stop sharing");
    window.says("This is Ana 🌷’s to say");
    window.type_into("Ana 🌷’s passphrase", MIRA.passphrase);
    window.press("Go on");
    window.says("These words do not open it.");
    window.type_into("Ana 🌷’s passphrase", ANA.passphrase);
    window.press("Go on");
    window.says("No longer shared.");
    window.does_not_say(TITLE);
}

#[test]
fn forty_of_them_are_calm_and_found_and_nothing_is_cut_off() {
    let (mut home, ana, _) = Home::with_both();
    home.alone(ana);
    for number in 0..40 {
        let title =
            format!("{number} Donaudampfschifffahrtsgesellschaftskapitän {}", "never shortened ".repeat(number % 6));
        let reached_on = (number > 9).then(|| home.now.today - Days::new(number as u64 * 13));
        home.family.add_milestone(&MilestoneWords { reached_on, ..milestone(&title) }, home.now).unwrap();
    }
    let longest = "كل كلمة هنا مهمة 🌷 é ".repeat(500).chars().take(10_000).collect::<String>();
    home.family.add_milestone(&MilestoneWords { why: longest.clone(), ..milestone(&longest) }, home.now).unwrap();
    let window = ana_looks(&mut home);
    window.says("Read on");
    everybody_can_use(&window, "milestones forty");
    window.resize(900, 640);
    window.text_scale(200);
    window.screenshot("milestones forty twice as large");
    assert_eq!(window.sticks_out(), Vec::<String>::new());
    window.press("Write one down");
    window.says("What is it?");
    window.screenshot("milestones form twice as large");
    assert_eq!(window.sticks_out(), Vec::<String>::new());
    window.keys("Escape");
    window.text_scale(100);
    window.resize(1280, 800);
    window.press("On the way");
    window.stops_saying("Reached 20");
    window.type_into("Find a milestone", "9 donau");
    window.stops_saying("Read on");
    window.says("9 Donau");
    window.type_into("Find a milestone", "no such thing");
    window.says("Nothing here holds these words.");
    window.press("Clear the search");
    window.press("All");
    window.says("Read on");

    window.press("Write one down");
    let paste = "const field = document.activeElement; field.value = arguments[0]; field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    window.focuses("What is it?");
    window.runs(paste, vec![json!(format!("{}é", "🌷".repeat(10_000)))]);
    window.says("One character more than fits");
    window.press("Keep it");
    window.says("This is longer than 10,000 characters. Nothing was cut.");
}

#[test]
fn a_milestone_needs_no_mouse() {
    let (mut home, ..) = Home::with_both();
    let window = ana_looks(&mut home);
    let tab_to = |name: &str| {
        for _ in 0..40 {
            if window.focus() == name {
                return;
            }
            window.keys("Tab");
        }
        panic!("Tab never came to “{name}”; it is at “{}”.\n{}", window.focus(), window.text());
    };
    window.focuses("Milestones");
    tab_to("Write one down");
    window.keys("Enter");
    window.focuses("What is it?");
    window.types(TITLE);
    tab_to("Keep it");
    window.keys("Enter");
    window.says("Kept.");
    tab_to(&format!("More for “{TITLE}”"));
    window.keys("Enter");
    window.says("It happened");
    window.keys("ArrowDown");
    window.focuses("It happened");
    window.keys("Enter");
    window.says("When did it happen?");
    tab_to("Keep it");
    window.keys("Enter");
    window.says("Reached");
    window.focuses(&format!("More for “{TITLE}”"));
    tab_to("Undo");
    window.keys("Enter");
    window.says("Undone.");
    window.stops_saying("Reached");
}
