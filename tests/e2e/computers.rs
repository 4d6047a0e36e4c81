//! Two computers of one family in two real windows: they are paired by the screens, and what is marked on one stands on the
//! other. The ticket carries the way, so nothing here needs a network that finds others by itself.

use std::time::Duration;

use tempfile::TempDir;
use twinflower_core::use_cases::MilestoneWords;
use twinflower_core::vault::Passphrase;
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE};
use twinflower_tests::meet::Apart;
use twinflower_tests::window::Window;

use super::album::Chapter;
use super::people::{Person, can_be_read_twice_as_large, comes_in, everybody_can_use, lock, said, writes};

const ANA: Person = Person { name: "Ana 🌷", colour: "Rose", passphrase: ANAS_PASSPHRASE };
const MIRA: Person = Person { name: "Mira מירה", colour: "Honey", passphrase: MIRAS_PASSPHRASE };
const TITLE: &str = "Née Núñez 🌷 said שלום";
const KNOWN: &str = "Our family is on it already What you share will be on both. Your own space stays here.";
const FRESH: &str = "It is a new one of mine What you share and your own space will be on both. Your own space opens there \
                     with your passphrase only.";
const FIELD: &str = "The ticket, or where its file is";

/// A family's computer and Mira's own, which began with her copy on a stick; nobody is in, and they do not know each other.
fn two_desks() -> (Home, Home) {
    let (mut desk, _, mira) = Home::with_both();
    desk.alone(mira);
    let stick = TempDir::new().unwrap();
    let made = desk.family.copy_to(stick.path(), desk.now).unwrap();
    let mut away = Home::elsewhere();
    away.family.restore_bundle(&stick.path().join(&made.files[0]), &Passphrase::typed(MIRAS_PASSPHRASE)).unwrap();
    desk.restart();
    away.restart();
    (desk, away)
}

fn milestone(title: &str) -> MilestoneWords {
    MilestoneWords { title: title.to_owned(), why: String::new(), reached_on: None, counted: None }
}

fn opens(home: &Home, person: &Person) -> Window {
    let window = Window::open(home.folder());
    comes_in(&window, person);
    window
}

/// Shows a ticket for a computer, and answers with it.
fn shows_a_ticket(window: &Window, which: &str) -> String {
    if window.offers("Settings") && !window.offers("Show a ticket") {
        window.press("Settings");
        window.press("Add a computer");
    }
    window.press(which);
    window.press("Show a ticket");
    window.says("Waiting for the other one");
    said(window, "[data-ticket]")
}

/// Holds that both screens show the same six words.
fn both_show_the_same(one: &Window, other: &Window) {
    for window in [one, other] {
        window.says("Are these the same six words?");
    }
    let six = said(one, ".six li");
    assert_eq!(six.split(' ').count(), 6, "{six}");
    assert_eq!(six, said(other, ".six li"));
}

fn are_paired(desk: &Window, away: &Window) {
    let ticket = shows_a_ticket(desk, KNOWN);
    away.press("Settings");
    away.press("I have a ticket");
    away.type_into(FIELD, &ticket);
    away.press("Go on");
    both_show_the_same(desk, away);
    desk.press("They are the same");
    desk.says("Now the other screen");
    away.press("They are the same");
    for window in [desk, away] {
        window.says("The two know each other now");
        window.press("Done");
        window.says("The other computer");
        window.focuses("Computers");
    }
}

fn shares(window: &Window, title: &str) {
    window.press(&format!("More for “{title}”"));
    window.press("Share with Mira מירה");
    window.press("Share it");
    window.says("Shared.");
}

/// Whether a process has a socket by which packets could come: at the door it has none.
fn listens(process: u32) -> bool {
    let inodes = |table: &str| -> Vec<String> {
        let table = std::fs::read_to_string(format!("/proc/{process}/net/{table}")).unwrap_or_default();
        table.lines().skip(1).filter_map(|line| Some(format!("socket:[{}]", line.split_whitespace().nth(9)?))).collect()
    };
    let packets = [inodes("udp"), inodes("udp6")].concat();
    let open = std::fs::read_dir(format!("/proc/{process}/fd")).unwrap();
    let mut names = open.flatten().filter_map(|entry| std::fs::read_link(entry.path()).ok());
    names.any(|name| packets.iter().any(|packet| name.as_os_str() == packet.as_str()))
}

fn stops_listening(process: u32) -> bool {
    (0..100).any(|_| {
        std::thread::sleep(Duration::from_millis(50));
        !listens(process)
    })
}

#[test]
fn there_is_no_wire_before_somebody_is_in_and_two_are_paired_nor_while_it_is_switched_off() {
    let (desk, away) = two_desks();
    let (here, there) = (Window::open(desk.folder()), opens(&away, &MIRA));
    here.says("Who’s here?");
    assert!(!listens(here.process()), "at the door");
    comes_in(&here, &ANA);
    writes(&here, TITLE);
    assert!(!listens(here.process()), "with nobody to meet");
    are_paired(&here, &there);
    assert!(listens(here.process()) && listens(there.process()));
    here.press("Let the computers meet");
    assert!(stops_listening(here.process()), "switched off");
    here.press("Let the computers meet");
    lock(there);
    let there = Window::open(away.folder());
    there.says("Who’s here?");
    assert!(!listens(there.process()), "at the door, although there is somebody to meet");
}

#[test]
fn a_ticket_is_made_copied_put_in_a_file_and_taken_back_by_the_keyboard_alone() {
    let (desk, _) = two_desks();
    let window = opens(&desk, &ANA);
    let stick = TempDir::new().unwrap();
    window.tabs_to("Settings");
    window.keys("Enter");
    window.focuses("Settings");
    window.tabs_to("Add a computer");
    window.keys("Enter");
    window.focuses("Add a computer");
    window.tabs_to(KNOWN);
    window.tabs_to("Show a ticket");
    window.keys("Enter");
    window.focuses("A ticket for the other one");
    window.tabs_to("Put it in a file");
    window.keys("Enter");
    window.tabs_to("Folder");
    window.types(&stick.path().to_string_lossy());
    window.tabs_to("Write the file");
    window.keys("Enter");
    window.says("It is in the file ticket.txt.");
    let written = std::fs::read_to_string(stick.path().join("ticket.txt")).unwrap();
    assert_eq!(written, said(&window, "[data-ticket]"));
    window.tabs_back_to("Not now");
    window.keys("Enter");
    window.focuses("Add a computer");
    window.tabs_to("Back");
    window.keys("Enter");
    window.focuses("Computers");
    assert!(stops_listening(window.process()), "it was taken back, and nobody is to be met");
}

#[test]
fn what_was_written_twice_apart_is_asked_once_on_the_screen_that_opens_first() {
    let mut apart = Apart::begin();
    let now = apart.desk.now;
    apart.desk.together(apart.ana, apart.mira);
    let words = |why: &str| MilestoneWords { why: why.to_owned(), ..milestone(TITLE) };
    let sea = apart.desk.family.add_milestone(&words("because"), now).unwrap().rows[0].id;
    apart.meet();
    apart.desk.family.edit_milestone(sea, &words("by the sea"), None, now).unwrap();
    apart.away.family.edit_milestone(sea, &words("by the lake"), None, now).unwrap();
    apart.meet();
    apart.desk.restart();
    let window = opens(&apart.desk, &ANA);
    window.says("Written twice");
    for wording in ["by the sea", "by the lake"] {
        window.says(wording);
    }
    everybody_can_use(&window, "computers written twice");
    can_be_read_twice_as_large(&window, "computers written twice");
    let other = said(&window, "dd:nth-of-type(2)");
    window.press("Take the other");
    window.stops_saying("Written twice");
    window.press("Milestones");
    window.says(&other);
    window.press("Today");
    window.does_not_say("Written twice");
}

#[test]
fn two_computers_are_paired_by_the_screens_and_what_is_marked_on_one_stands_on_the_other() {
    let (desk, away) = two_desks();
    let (here, there) = (opens(&desk, &ANA), opens(&away, &MIRA));
    are_paired(&here, &there);
    there.press("Milestones");
    writes(&here, TITLE);
    there.does_not_say(TITLE);
    shares(&here, TITLE);
    there.says(TITLE);

    lock(there);
    writes(&here, "the hill");
    shares(&here, "the hill");
    here.press("Settings");
    here.says("What is new is kept here until they meet.");
    let there = opens(&away, &MIRA);
    there.press("Milestones");
    there.says("the hill");
    here.stops_saying("What is new is kept here until they meet.");
    assert!(there.storage_is_empty(), "{:?}", there.storage());
}

#[test]
fn a_fresh_computer_begins_with_a_ticket_and_opens_with_her_passphrase() {
    let (desk, _) = two_desks();
    let here = opens(&desk, &MIRA);
    writes(&here, TITLE);
    let chapter = Chapter::begins("A second computer");
    here.press("Settings");
    here.press("Add a computer");
    chapter.shows(&here, "add-a-computer");
    let ticket = shows_a_ticket(&here, FRESH);
    chapter.shows(&here, "add-a-ticket");
    let fresh = TempDir::new().unwrap();
    let there = Window::open(fresh.path());
    there.press("Join from another computer");
    there.type_into(FIELD, &ticket);
    chapter.shows(&there, "join-with-a-ticket");
    there.press("Go on");
    both_show_the_same(&here, &there);
    chapter.shows(&here, "add-six-words");
    there.press("They are the same");
    there.says("Now the other screen");
    chapter.shows(&there, "join-waits");
    here.type_into("Your passphrase", ANAS_PASSPHRASE);
    here.press("They are the same");
    here.says("These words do not open it.");
    here.type_into("Your passphrase", MIRAS_PASSPHRASE);
    here.press("They are the same");
    there.says("Your copy is here");
    chapter.shows(&there, "join-your-copy");
    here.says("Your copy is there.");
    chapter.shows(&here, "add-is-done");
    there.type_into("Your passphrase", MIRAS_PASSPHRASE);
    there.press("Come in");
    there.says("Here now");
    there.press("Milestones");
    there.says(TITLE);
    here.press("Done");
    here.says("What you share goes there, and your own space.");
    chapter.shows(&here, "settings-computers");
    chapter.ends();
    writes(&here, "the hill");
    there.says("the hill");
    let left = std::fs::read_dir(fresh.path()).unwrap().chain(std::fs::read_dir(desk.folder()).unwrap());
    assert!(left.flatten().all(|file| file.path().extension().is_none_or(|ending| ending != "copy")));
}

#[test]
fn whatever_goes_wrong_on_the_way_is_said_and_changes_nothing() {
    let (desk, away) = two_desks();
    let (here, there) = (opens(&desk, &ANA), opens(&away, &MIRA));
    there.press("Settings");
    there.press("I have a ticket");
    there.type_into(FIELD, "not a ticket at all");
    there.press("Go on");
    there.says("This is not a whole ticket.");
    everybody_can_use(&there, "computers a ticket brought");
    can_be_read_twice_as_large(&there, "computers a ticket brought");
    let ticket = shows_a_ticket(&here, KNOWN);
    everybody_can_use(&here, "computers a ticket shown");
    can_be_read_twice_as_large(&here, "computers a ticket shown");
    there.type_into(FIELD, &ticket);
    there.press("Go on");
    both_show_the_same(&here, &there);
    everybody_can_use(&here, "computers six words");
    can_be_read_twice_as_large(&here, "computers six words");
    here.press("They are not");
    for window in [&here, &there] {
        window.says("One of you said that the words are not the same.");
    }
    everybody_can_use(&there, "computers over");
    there.press("Try again");
    there.type_into(FIELD, &ticket);
    there.press("Go on");
    there.waits_at_most(Duration::from_secs(20));
    there.says("The other computer was not found.");
    there.press("Try again");
    here.press("Try again");
    here.press("Show a ticket");
    here.says("Waiting for the other one");
    there.type_into(FIELD, &ticket);
    there.press("Go on");
    there.says("The other computer does not take this ticket, or not any more.");
    there.press("Back");
    there.says("This is the only computer");
}

#[test]
fn a_computer_is_named_anew_switched_off_and_forgotten() {
    let (desk, away) = two_desks();
    let (here, there) = (opens(&desk, &ANA), opens(&away, &MIRA));
    are_paired(&here, &there);
    everybody_can_use(&here, "computers");
    can_be_read_twice_as_large(&here, "computers");
    here.press("What to do with The other computer");
    here.press("Call it something else");
    here.type_into("What you call the other one", "Mira’s, in town");
    here.press("Keep");
    here.says("Mira’s, in town");
    there.press("Let the computers meet");
    writes(&here, TITLE);
    shares(&here, TITLE);
    here.press("Settings");
    here.says("What is new is kept here until they meet.");
    there.press("Milestones");
    there.does_not_say(TITLE);
    here.press("What to do with Mira’s, in town");
    here.press("Forget it");
    here.says("What is there already stays there");
    everybody_can_use(&here, "computers forget");
    here.press("Forget it");
    here.says("It is forgotten here.");
    here.says("This is the only computer");
    there.press("Settings");
    there.press("Let the computers meet");
    there.says("What is new is kept here until they meet.");
}
