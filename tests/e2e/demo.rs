//! The made-up family of `--demo`: all its screens, one after another, as the album has them.

use std::time::Duration;

use serde_json::json;
use twinflower_tests::window::Window;

use super::album::Chapter;
use super::people::{Person, comes_in, comes_in_too};

const ANA: Person = Person { name: "Ana", colour: "Rose", passphrase: "river lamp seven quiet stone" };
const MIRA: Person = Person { name: "Mira", colour: "Honey", passphrase: "heron window slow copper tea" };

#[test]
fn everybody_can_use_every_screen_of_a_family_with_ten_years_in_it() {
    let window = Window::demo();
    window.waits_at_most(Duration::from_secs(60));
    window.says("Who’s here?");
    window.waits_at_most(Duration::from_secs(20));
    at_the_door(&window);
    one_of_them(&window);
    both(&window);
    assert!(window.storage_is_empty(), "{:?}", window.storage());
}

fn at_the_door(window: &Window) {
    let chapter = Chapter::begins("The door");
    chapter.shows(window, "door");
    window.type_into("Ana’s passphrase", MIRA.passphrase);
    window.press_beside("Ana", "Come in");
    window.says("These words do not open it.");
    chapter.shows(window, "door-wrong-words");
    window.press("Help now");
    window.says("Help lines: England");
    chapter.shows(window, "door-help");
    window.keys("Escape");
    window.press_beside("Mira", "I have my spare words");
    window.says("Mira’s spare words");
    chapter.shows(window, "lost-spare-words");
    window.press("I have neither");
    window.says("Beginning again");
    chapter.shows(window, "lost-neither");
    window.press("Back");
    window.press("Back to the door");
    comes_in(window, &MIRA);
    window.press("Who is here: come in, or lock a side");
    window.press("Somebody else comes in");
    window.says("Who’s here?");
    chapter.shows(window, "door-one-is-here");
    window.press("Go on");
    window.press("Milestones");
    window.press("Write one down");
    window.type_into("What is it?", "Half a sentence");
    window.keys("Escape");
    window.stops_saying("What is it?");
    window.press("Write one down");
    window.says("You had not finished this.");
    chapter.shows(window, "unfinished");
    window.press("Let them go");
    window.keys("Escape");
    window.stops_saying("What is it?");
    chapter.ends();
}

fn one_of_them(window: &Window) {
    let chapter = Chapter::begins("One of them, after ten years");
    window.press("Today");
    window.says("Asking for help first");
    chapter.shows(window, "today-alone");
    her_milestones(window, &chapter);
    her_rituals(window, &chapter);
    her_goals(window, &chapter);
    her_letters(window, &chapter);
    window.press("The shelf");
    window.says("We went to the sea, and told the truth");
    chapter.shows(window, "shelf");
    window.runs("document.querySelector('[id^=keepsake-]').click()", vec![]);
    window.says("Back to the shelf");
    chapter.shows(window, "keepsake");
    window.press("What I share");
    window.says("All of yours that Ana can see.");
    chapter.shows(window, "shared");
    window.runs(
        "[...document.querySelectorAll('main button')].find((one) => one.textContent === 'Take back').click()",
        vec![],
    );
    window.says("We can only stop what comes next.");
    chapter.shows(window, "shared-take-back");
    window.keys("Escape");
    window.stops_saying("We can only stop what comes next.");
    her_settings(window, &chapter);
    window.press("Help now");
    window.says("For someone with me");
    chapter.shows(window, "help-for-me");
    window.press("For someone with me");
    window.says("Ring this number first");
    chapter.shows(window, "help-for-someone");
    window.keys("Escape");
    chapter.ends();
}

fn her_milestones(window: &Window, chapter: &Chapter) {
    window.press("Milestones");
    window.says("days are yours.");
    chapter.shows(window, "milestones");
    window.press("About these days");
    window.says("You named 365 days.");
    chapter.shows(window, "milestone-days");
    window.press("Write one down");
    window.type_into("What is it?", LONG);
    window.type_into("Why it matters If you like", "So that I know that it was so. כי כך היה 🌷");
    window.press("Count days towards it");
    chapter.shows(window, "milestone-form");
    window.press("Count days towards it");
    window.press("Keep it");
    window.says("Kept.");
    window.press(&format!("More for “{LONG}”"));
    window.press("Share with Ana");
    window.says("This is what Ana will see");
    chapter.shows(window, "milestone-share");
    window.press("Share it");
    window.says("Ana can see this");
    window.press(&format!("More for “{LONG}”"));
    window.press("Delete it");
    window.says("Old backups may hold them");
    chapter.shows(window, "milestone-delete");
    window.keys("Escape");
    window.stops_saying("Old backups may hold them");
}

/// With a word that is longer than many a line.
const LONG: &str = "Donaudampfschifffahrtsgesellschaftskapitänin, after all";

fn her_rituals(window: &Window, chapter: &Chapter) {
    window.press("Rituals");
    window.says("The long way round the river");
    chapter.shows(window, "rituals");
    window.press("Tea on the back step");
    window.says("When it was kept");
    chapter.shows(window, "ritual");
    window.press("All rituals");
    window.press("Set one down");
    window.type_into("What is it called?", "A page before sleep");
    window.press("Add a step");
    window.types("Lamp on, telephone in the other room.");
    chapter.shows(window, "ritual-form");
    window.keys("Escape");
    window.stops_saying("What is it called?");
    window.press("Start from an idea");
    window.says("The blue candle");
    chapter.shows(window, "ritual-ideas");
    window.keys("Escape");
    window.stops_saying("The blue candle");
}

fn her_goals(window: &Window, chapter: &Chapter) {
    window.press("Goals");
    window.says("Evening walks");
    chapter.shows(window, "goals");
    window.press("Set down a goal");
    window.type_into("What would you like to try?", "Ring somebody before nine");
    window.type_into("Why it matters If you like", "The evening is long, and shorter with a voice in it.");
    window.type_into("What helps If you like", "The list on the fridge.");
    chapter.shows(window, "goal-form");
    window.press("Keep it");
    window.says("Kept.");
    window.press("More for “Ring somebody before nine”");
    window.press("Propose it to Ana");
    window.says("This is what Ana will see");
    chapter.shows(window, "goal-proposal");
    window.keys("Escape");
    window.stops_saying("This is what Ana will see");
    window.press_beside("Evening walks", "Write it down");
    window.says("What is it?");
    chapter.shows(window, "goal-check-in");
    window.keys("Escape");
    window.stops_saying("What is it?");
}

fn her_letters(window: &Window, chapter: &Chapter) {
    window.press("Letters");
    window.press("Write a letter");
    window.type_into("Your letter", "For the day it is quiet.");
    window.press("Myself, later");
    window.press("Keep it on the desk");
    window.says("On the desk");
    window.press("Write a letter");
    window.type_into("Your letter", LETTER);
    window.type_into("On the envelope If you like", "For a hard evening 🌙");
    window.press("Choose when it opens");
    window.press("Seal it and hand it over");
    window.says("Handed over on");
    window.press("Close");
    window.stops_saying("Handed over.");
    chapter.shows(window, "letters");
    window.press("Write a letter");
    window.type_into("Your letter", LETTER);
    chapter.shows(window, "letter-writing");
    window.press("Choose when it opens");
    window.says("The seal is a promise");
    chapter.shows(window, "letter-moment");
    window.press("Not yet");
}

const LETTER: &str =
    "Dear Ana, you came in your slippers. I never said how good the sound of them was on the gravel. À toi, מירה";

fn her_settings(window: &Window, chapter: &Chapter) {
    window.press("Settings");
    window.says("This window");
    chapter.shows(window, "settings");
    for (title, screen) in [
        ("What opens your space", "settings-what-opens-it"),
        ("Kept safe", "settings-kept-safe"),
        ("What you live with", "settings-what-she-lives-with"),
        ("Your people for Help now", "settings-her-people"),
    ] {
        let to =
            "[...document.querySelectorAll('h2')].find((title) => title.textContent === arguments[0]).scrollIntoView()";
        window.runs(to, vec![json!(title)]);
        chapter.shows(window, screen);
    }
    window.press("Change your passphrase");
    window.says("Your spare words stay as they are.");
    chapter.shows(window, "settings-passphrase");
    window.press("Back");
    window.press("Make new spare words");
    window.says("The old ones stay good");
    chapter.shows(window, "settings-spare-words");
    window.press("Back");
    window.press("Copy to a stick");
    window.says("One locked file");
    chapter.shows(window, "settings-stick");
    window.press("Back");
    window.press("Bring back from a copy");
    window.says("It adds what is not here.");
    chapter.shows(window, "settings-bring-back");
    window.press("Back");
    window.press("Leave with your copy");
    window.says("Three files are made");
    chapter.shows(window, "settings-leave");
    window.press("Back");
    window.press("Write somebody down");
    window.type_into("Name", "Aunt Rosa");
    window.type_into("Number", "0123 456");
    chapter.shows(window, "settings-a-person");
    window.press("Keep");
    window.says("0123 456");
}

fn both(window: &Window) {
    let chapter = Chapter::begins("Both of them");
    comes_in_too(window, &ANA);
    window.press("Today");
    window.says("Open the celebration");
    window.says("Asking for help first");
    chapter.shows(window, "today");
    window.press("Milestones");
    window.says("What matters to the two of you");
    chapter.shows(window, "milestones-together");
    window.press("Goals");
    window.says("What the two of you are trying.");
    chapter.shows(window, "goals-together");
    window.press("Letters");
    window.says("A letter is for one.");
    chapter.shows(window, "letters-together");
    window.press("Settings");
    window.says("Yours alone");
    chapter.shows(window, "settings-together");
    window.press("Milestones");
    window.press(&format!("More for “{LONG}”"));
    window.press("Stop sharing");
    window.press("Stop sharing");
    window.says("This is Mira’s to say");
    chapter.shows(window, "signature");
    window.keys("Escape");
    window.stops_saying("This is Mira’s to say");
    they_celebrate(window, &chapter);
    window.press("Who is here: come in, or lock a side");
    window.press("Lock Ana’s side");
    window.press("Open what is yours");
    window.says("Your passphrase");
    chapter.shows(window, "open-mine");
    chapter.ends();
}

fn they_celebrate(window: &Window, chapter: &Chapter) {
    window.press("Today");
    window.press("Open the celebration");
    window.focuses("Asking for help first");
    // The flower takes its time.
    std::thread::sleep(Duration::from_secs(9));
    window.keys("Escape");
    chapter.shows(window, "celebration-words");
    window.press("Go on");
    window.focuses("Is there something you would like to do now?");
    chapter.shows(window, "celebration-choose-a-ritual");
    // Which ritual comes first depends on the day of the week.
    let choose = "[...document.querySelectorAll('.choices button')].find((one) => one.textContent.includes(arguments[0])).click()";
    window.runs(choose, vec!["Tea on the back step".into()]);
    window.says("Puts the kettle on, phones in the drawer");
    chapter.shows(window, "celebration-ritual");
    window.press("We did it");
    window.focuses("A letter from Ana");
    chapter.shows(window, "celebration-letter");
    window.press("Go on");
    window.focuses("A line from each of you");
    window.type_into("Mira’s line", "Thank you for picking up.");
    chapter.shows(window, "celebration-lines");
    window.press("Put it on the shelf");
    window.focuses("It is on the shelf");
    chapter.shows(window, "celebration-keepsake");
    window.press("Back to today");
    window.says("On the shelf");
    chapter.shows(window, "today-after-a-celebration");
}
