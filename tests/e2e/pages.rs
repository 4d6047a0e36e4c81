//! Pages to print, in the real window: composed piece by piece, seen as they will be, signed off by each, saved and read again.

use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use chrono::{DateTime, Days};
use tempfile::TempDir;
use twinflower_core::domain::ids::PersonId;
use twinflower_core::domain::person::Owner;
use twinflower_core::domain::recurrence::How;
use twinflower_core::use_cases::{MilestoneWords, RitualWords, StepWords};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE};
use twinflower_tests::window::Window;

use super::album::Chapter;
use super::people::{self, Person, comes_in, comes_in_too, said};

const ANA: Person = Person { name: "Ana 🌷", colour: "Rose", passphrase: ANAS_PASSPHRASE };
const MIRA: Person = Person { name: "Mira מירה", colour: "Honey", passphrase: MIRAS_PASSPHRASE };

const OUR_DAYS: &str = "Our days For the two of you, from what you share.";
const HER_OWN: &str = "My own page For yourself, or for someone you would like to show it to.";
const HERS: &str = "First night feed handed over";
const REFUSED: &str = "I said no to my brother";
const TEA: &str = "Tea on the back step";
const SEEN: &str = "You came to get me and didn’t ask why.";

/// What Ana shares, what is Mira's own, and what is of both, on the day that it is; nobody is in.
fn home() -> Home {
    let (mut home, ana, mira) = Home::with_both();
    home.now.today = DateTime::<chrono::Utc>::from(SystemTime::now()).date_naive();
    home.alone(ana);
    for title in [HERS, REFUSED] {
        reached(&mut home, title);
        let rows = home.family.milestones("", home.now).unwrap().rows;
        let milestone = rows.iter().find(|row| row.title == title).unwrap().id;
        home.family.share_milestone(milestone, false, home.now).unwrap();
    }
    home.alone(mira);
    reached(&mut home, "I asked for help first");
    home.together(ana, mira);
    let tea = home.family.add_ritual(&tea(&home, ana, mira), home.now).unwrap().rows[0].id;
    for ago in [0, 3, 7] {
        let day = home.now.today - Days::new(ago);
        home.family.keep_occurrence(tea, day, None, None, home.now).unwrap();
    }
    home.family.see_small(mira, ana, SEEN, home.now).unwrap();
    home.restart();
    home
}

fn reached(home: &mut Home, title: &str) {
    let reached_on = Some(home.now.today);
    let words = MilestoneWords { title: title.to_owned(), why: String::new(), reached_on, counted: None };
    home.family.add_milestone(&words, home.now).unwrap();
}

fn tea(home: &Home, ana: PersonId, mira: PersonId) -> RitualWords {
    let step = |who: Owner, words: &str| StepWords { who, words: words.to_owned() };
    RitualWords {
        title: TEA.to_owned(),
        meaning: "Because nobody has to say how the week was.".to_owned(),
        steps: vec![
            step(Owner::One(ana), "Puts the kettle on, phones in the drawer"),
            step(Owner::One(mira), "Picks the question from the jar"),
            step(Owner::Both, "One thing that was hard, one that was good"),
        ],
        how: How::Daily { every: 1 },
        starts_on: home.now.today - Days::new(10),
        ends_on: None,
        at: Some(19 * 60 + 30),
    }
}

/// Goes to a paper from the screen of all of them.
fn takes(window: &Window, paper: &str) {
    window.press("Pages to print");
    window.says("A paper to hold.");
    window.press(paper);
    window.says("Nothing is on this page yet.");
}

/// Holds that the page that is seen says this, as a screen reader reads it.
fn page_says(window: &Window, words: &str) {
    let patience = Instant::now() + Duration::from_secs(60);
    while !said(window, "main .room ~ .unseen").contains(words) {
        assert!(Instant::now() < patience, "the page never says “{words}”");
        thread::sleep(Duration::from_millis(50));
    }
}

fn reads_and_signs(window: &Window, person: &Person) {
    window.press(&format!("Read and sign off: {}", person.name));
    window.says(&format!("{}’s part", person.name));
    window.type_into(&format!("{}’s passphrase", person.name), person.passphrase);
    window.press("Sign off");
    window.stops_saying(&format!("{}’s part", person.name));
}

/// The text of a PDF, as another program reads it.
fn read(pdf: &Path) -> String {
    let read = Command::new("pdftotext").args(["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()]).output().unwrap();
    assert!(read.status.success());
    String::from_utf8(read.stdout).unwrap()
}

#[test]
fn a_page_is_composed_signed_off_by_both_saved_found_and_read() {
    let home = home();
    let paper = TempDir::new().unwrap();
    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    let chapter = Chapter::begins("On paper");
    window.press("Pages to print");
    window.says("A paper to hold.");
    chapter.shows(&window, "pages");

    takes(&window, HER_OWN);
    window.press("My days at a glance");
    window.press("Questions for the session");
    window.type_into("A question", "Is it always like this on Sundays?");
    page_says(&window, "Is it always like this on Sundays?");
    window.says("Save as PDF");
    chapter.shows(&window, "page-of-her-own");

    comes_in_too(&window, &MIRA);
    takes(&window, OUR_DAYS);
    chapter.shows(&window, "page-empty");
    for piece in [TEA, HERS, REFUSED, SEEN, "Room for your names"] {
        window.press(piece);
    }
    page_says(&window, REFUSED);
    window.says("Each signs off her part");
    assert!(!window.offers("Save as PDF"));
    chapter.shows(&window, "page-composed");

    window.press(&format!("Read and sign off: {}", ANA.name));
    window.says(&format!("{}’s part", ANA.name));
    chapter.shows(&window, "page-sign-off");
    window.press_beside(&format!("{}’s passphrase", ANA.name), REFUSED);
    window.type_into(&format!("{}’s passphrase", ANA.name), ANA.passphrase);
    window.press("Sign off");
    window.stops_saying(&format!("{}’s part", ANA.name));
    window.says("Signed off");
    assert!(!window.offers("Save as PDF"));
    reads_and_signs(&window, &MIRA);
    window.says("Save as PDF");

    window.press(HERS);
    window.says("This part has changed since it was signed off.");
    assert!(!window.offers("Save as PDF"));
    window.press(HERS);
    window.stops_saying("This part has changed since it was signed off.");

    window.press("Save as PDF");
    window.says("outside our protection");
    window.press("Go on");
    window.type_into("Where to", "/nowhere/at/all");
    window.press("Save");
    window.says("There is no folder with this name.");
    window.type_into("Where to", paper.path().to_str().unwrap());
    window.press("Save");
    window.says("Saved. It is here:");
    chapter.shows(&window, "page-saved");

    let files: Vec<_> = paper.path().read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 1);
    window.says(files[0].to_str().unwrap());
    let text = read(&files[0]);
    for piece in [TEA, HERS, "You came to get me", "Self-reported. Not a medical or legal record.", "Page 1 of 1"] {
        assert!(text.contains(piece), "{piece} is not on the page:\n{text}");
    }
    for absent in [REFUSED, "I asked for help first"] {
        assert!(!text.contains(absent), "{absent} is on the page:\n{text}");
    }

    window.press("Copy as text");
    window.says("Copied.");
    chapter.ends();
    assert!(window.storage_is_empty());
}

#[test]
fn a_keepsake_and_a_ritual_lead_to_their_pages() {
    let home = home();
    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    comes_in_too(&window, &MIRA);
    window.press("The shelf");
    window.says(SEEN);
    window.runs("document.querySelector('[id^=keepsake-]').click()", vec![]);
    window.says("Back to the shelf");
    window.press(&format!("What you can do with “{SEEN}”"));
    window.press("Print this…");
    window.says("Nothing is on this page yet.");
    window.press(SEEN);
    page_says(&window, SEEN);
    people::everybody_can_use(&window, "page keepsake");

    window.press("Rituals");
    window.press(TEA);
    window.press(&format!("More about {TEA}"));
    window.press("Print as a card");
    window.says("Nothing is on this page yet.");
    window.press("All of these: Who does what");
    page_says(&window, "Puts the kettle on");
    people::everybody_can_use(&window, "page ritual card");
    people::can_be_read_twice_as_large(&window, "page ritual card");
}

#[test]
fn the_keys_alone_make_a_page_and_save_it() {
    let home = home();
    let paper = TempDir::new().unwrap();
    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    window.tabs_to("Pages to print");
    window.keys("Enter");
    window.says("A paper to hold.");
    window.tabs_to(HER_OWN);
    window.keys("Enter");
    window.says("Nothing is on this page yet.");
    window.tabs_to("My days at a glance");
    window.keys(" ");
    window.says("Save as PDF");
    window.tabs_to("Save as PDF");
    window.keys("Enter");
    window.says("outside our protection");
    window.keys("Enter");
    window.tabs_to("Where to");
    window.types(paper.path().to_str().unwrap());
    window.keys("Enter");
    window.says("Saved. It is here:");
    assert_eq!(paper.path().read_dir().unwrap().count(), 1);
    window.tabs_back_to("Another paper");
    window.keys("Enter");
    window.says("A paper to hold.");
}

#[test]
fn a_page_is_saved_where_the_systems_own_dialog_says() {
    let home = home();
    let paper = TempDir::new().unwrap();
    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    takes(&window, HER_OWN);
    window.press("My days at a glance");
    window.says("Save as PDF");
    window.press("Save as PDF");
    window.says("outside our protection");
    window.press("Go on");
    window.press("Choose where to save");
    let place = paper.path().join("for her.pdf");
    window.answers_dialog("Choose where to save", place.to_str().unwrap());
    let patience = Instant::now() + Duration::from_secs(10);
    while window.field("Where to") != place.to_str().unwrap() {
        assert!(Instant::now() < patience, "the dialog says “{}”", window.field("Where to"));
        thread::sleep(Duration::from_millis(50));
    }
    window.press("Save");
    window.says("Saved. It is here:");
    assert!(read(&place).contains("My own page"));
    // What the system writes down of it, it writes a moment later.
    let list = window.home().join(".local/share/recently-used.xbel");
    while !list.exists() && Instant::now() < patience {
        thread::sleep(Duration::from_millis(50));
    }
    thread::sleep(Duration::from_secs(1));
    let recent = std::fs::read_to_string(list).unwrap_or_default();
    assert!(!recent.contains("for%20her"), "it is in no list of recent files: {recent}");
}

#[test]
fn the_spare_words_can_be_printed_and_what_that_leaves_behind_is_said_before() {
    let folder = TempDir::new().unwrap();
    let window = Window::open(folder.path());
    window.press("Go on");
    window.press("I have read this");
    window.type_into("Your name", people::ANA.name);
    window.press(people::ANA.colour);
    window.press("Go on");
    people::chooses_own_words(&window, people::ANA.passphrase);
    window.press("Go on");
    window.says("Twelve spare words");
    window.press("Print these words");
    window.says("By hand is safest.");
    window.says("Print");
    window.comes_to_rest();
    let shown = said(&window, "main [role=alert]");
    assert_eq!(shown, "");
    people::everybody_can_use(&window, "spare words to print");
}
