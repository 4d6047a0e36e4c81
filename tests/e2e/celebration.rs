//! The celebration, in the real window: alone and together, from the invitation to the shelf.

use std::time::{Duration, SystemTime};

use chrono::DateTime;
use twinflower_core::domain::celebration::Ready;
use twinflower_core::domain::ids::PersonId;
use twinflower_core::domain::person::Owner;
use twinflower_core::domain::recurrence::How;
use twinflower_core::use_cases::{MilestoneWords, RitualWords, StepWords};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE};
use twinflower_tests::window::Window;

use super::album::Chapter;
use super::people::{Person, can_be_read_twice_as_large, comes_in, comes_in_too, everybody_can_use, lock};

const ANA: Person = Person { name: "Ana 🌷", colour: "Rose", passphrase: ANAS_PASSPHRASE };
const MIRA: Person = Person { name: "Mira מירה", colour: "Honey", passphrase: MIRAS_PASSPHRASE };

/// A picture of something that is nobody.
const PHOTO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../icons/128x128.png");

const TITLE: &str = "I asked for help first";
const JOINT: &str = "A winter without shouting. חורף";
const WHY: &str = "I rang you from the car park instead of going in. You just said: stay there, I’m coming.";
const LETTER: &str = "Dear Mira, you rang. I was already putting on my shoes. Née Núñez, always. אמא 🌷";

/// Ana and Mira on the day that it is, with a ritual they share and a milestone of Mira's own; nobody is in.
fn home() -> Home {
    let (mut home, ana, mira) = Home::with_both();
    home.now.today = DateTime::<chrono::Utc>::from(SystemTime::now()).date_naive();
    home.together(ana, mira);
    home.family.add_ritual(&candle(&home, ana, mira), home.now).unwrap();
    home.alone(mira);
    let words = MilestoneWords { title: TITLE.to_owned(), why: WHY.to_owned(), reached_on: None, counted: None };
    home.family.add_milestone(&words, home.now).unwrap();
    home
}

fn candle(home: &Home, ana: PersonId, mira: PersonId) -> RitualWords {
    let step = |who: Owner, words: &str| StepWords { who, words: words.to_owned() };
    RitualWords {
        title: "The blue candle".to_owned(),
        meaning: "It is only ever lit for this.".to_owned(),
        steps: vec![
            step(Owner::One(ana), "Lights the candle."),
            step(Owner::One(mira), "Says what the light is for, or says nothing."),
            step(Owner::Both, "Stay until one of you blows it out."),
        ],
        how: How::Daily { every: 1 },
        starts_on: home.now.today,
        ends_on: None,
        at: Some(19 * 60 + 30),
    }
}

/// The same, marked ready by Mira for herself.
fn home_where_mira_is_ready() -> Home {
    let mut home = home();
    let rows = home.family.milestones("", home.now).unwrap().rows;
    let milestone = rows.iter().find(|row| row.title == TITLE).unwrap().id;
    home.family.mark_ready(milestone, Ready::Alone, None, home.now).unwrap();
    home.restart();
    home
}

#[test]
fn a_celebration_together_from_the_invitation_to_the_shelf() {
    let mut home = home();
    home.restart();

    let window = Window::open(home.folder());
    comes_in(&window, &MIRA);
    window.press("Milestones");
    window.press(&format!("More for “{TITLE}”"));
    window.press("Mark it…");
    window.press(
        "With Ana 🌷 An invitation waits for Ana 🌷. It opens when you are both here. Until then you may take it back.",
    );
    window.says("This is what Ana 🌷 will see");
    window.says(WHY);
    let chapter = Chapter::begins("An invitation");
    chapter.shows(&window, "mark-ready");
    window.press("Invite Ana 🌷");
    window.says("The invitation is there.");
    window.press("Today");
    window.says("It opens when you are both here.");
    lock(window);

    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    window.says("Mira מירה has something to celebrate with you.");
    everybody_can_use(&window, "today invited");
    window.press("I’ll be there");
    window.says("Is there something you would like to bring?");
    window.choose("A ritual to do together", "The blue candle");
    window.press("A photo");
    window.type_into("Or where it is on this computer", PHOTO);
    window.press("Take this one");
    window.says("A photo is with it now.");
    chapter.shows(&window, "bring-something-along");
    chapter.ends();
    window.press("Write a letter for it");
    window.type_into("Your letter", LETTER);
    window.press("Choose when it opens");
    window.says("It is opened there, before both of you.");
    window.press("Seal it and hand it over");
    window.says("Handed over.");
    window.press("Today");
    window.says("You will be there.");
    lock(window);

    let window = Window::open(home.folder());
    comes_in(&window, &MIRA);
    window.says("Ana 🌷 will be there.");
    assert!(!window.holds(LETTER));
    comes_in_too(&window, &ANA);
    window.says("Mira מירה has something to celebrate.");
    window.screenshot("today together");
    let before = window.size();
    window.press("Open the celebration");
    window.focuses(TITLE);
    // The flower takes its time.
    std::thread::sleep(Duration::from_secs(9));
    let filled = window.size();
    assert!(filled.0 > before.0 && filled.1 > before.1, "{filled:?} is the whole screen");
    window.screenshot("celebration 1 words full screen");
    window.keys("Escape");
    window.says(WHY);
    stands(&window, "celebration 1 words");
    window.press("On to your ritual");
    window.focuses("The blue candle");
    window.says("Mira מירה");
    stands(&window, "celebration 2 ritual");
    window.press("We did it");
    window.focuses("A letter from Ana 🌷");
    window.says(LETTER);
    stands(&window, "celebration 3 letter");
    window.press("Go on");
    window.focuses("A line from each of you");
    window.type_into("Mira מירה’s line", "Thank you for picking up. תודה");
    window.type_into("Ana 🌷’s line", "Always. À toujours 🌷");
    stands(&window, "celebration 4 lines");
    window.press("Put it on the shelf");
    window.focuses("It is on the shelf");
    window.says("Always. À toujours 🌷");
    stands(&window, "celebration 5 keepsake");
    window.press("Back to today");
    window.says("On the shelf");
    window.says("Kept today.");
    assert!(!window.offers("Open the celebration"), "it happens once");
    everybody_can_use(&window, "today after a celebration");

    window.press("The shelf");
    everybody_can_use(&window, "shelf");
    window.runs("document.querySelector('[id^=keepsake-]').focus()", vec![]);
    window.keys("Enter");
    window.focuses(TITLE);
    window.says("Thank you for picking up. תודה");
    window.says(LETTER);
    everybody_can_use(&window, "keepsake");
    lock(window);

    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    window.says("On the shelf");
    assert!(!window.offers("Open the celebration"));
}

#[test]
fn alone_and_without_a_mouse_it_is_hers_and_the_other_sees_nothing() {
    let home = home_where_mira_is_ready();
    let window = Window::open(home.folder());
    comes_in(&window, &MIRA);
    window.says("You have something to celebrate.");
    tab_to(&window, "Open the celebration");
    window.keys("Enter");
    window.focuses(TITLE);
    window.says("Mira מירה, in her own words");
    tab_to(&window, "Go on");
    window.keys("Enter");
    window.focuses("A line to keep");
    tab_to(&window, "Your line");
    window.types("Half of it 🌷");
    window.keys("Escape");
    window.focuses("Your line");
    window.keys("Escape");
    window.says("You have something to celebrate.");
    tab_to(&window, "Open the celebration");
    window.keys("Enter");
    window.focuses(TITLE);
    tab_to(&window, "Go on");
    window.keys("Enter");
    window.focuses("A line to keep");
    assert_eq!(window.field("Your line"), "Half of it 🌷");
    tab_to(&window, "Put it on the shelf");
    window.keys("Enter");
    window.focuses("It is on the shelf");
    tab_to(&window, "Back to today");
    window.keys("Enter");
    window.says("On the shelf");
    lock(window);

    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    window.press("The shelf");
    window.says("Nothing stands here yet.");
    everybody_can_use(&window, "shelf empty");
    assert!(!window.holds(TITLE));
}

#[test]
fn a_small_victory_stands_on_the_others_shelf() {
    let mut home = home();
    home.restart();
    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    window.type_into("One line for Mira מירה", "I saw you open the letter. ראיתי 🌷");
    window.press("Put it on her shelf");
    window.says("It stands on Mira מירה’s shelf.");
    lock(window);
    let window = Window::open(home.folder());
    comes_in(&window, &MIRA);
    window.press("The shelf");
    window.says("I saw you open the letter. ראיתי 🌷");
    window.runs("document.querySelector('[id^=keepsake-]').click()", vec![]);
    window.says("Ana 🌷 saw you do this");
    everybody_can_use(&window, "small victory");
}

#[test]
fn what_both_reached_is_celebrated_together_still_and_complete_where_less_motion_is_asked_for() {
    let mut home = home();
    home.family.lock_all();
    let people: Vec<PersonId> = home.family.door().people.iter().map(|person| person.id).collect();
    home.together(people[0], people[1]);
    let words = MilestoneWords { title: JOINT.to_owned(), why: WHY.to_owned(), reached_on: None, counted: None };
    let rows = home.family.add_milestone(&words, home.now).unwrap().rows;
    let milestone = rows.iter().find(|row| row.title == JOINT).unwrap().id;
    home.family.mark_ready(milestone, Ready::Invite, None, home.now).unwrap();
    home.restart();
    let settings = tempfile::tempdir().unwrap();
    std::fs::create_dir(settings.path().join("gtk-3.0")).unwrap();
    std::fs::write(settings.path().join("gtk-3.0/settings.ini"), "[Settings]\ngtk-enable-animations=0\n").unwrap();

    let config = settings.path().to_string_lossy();
    let window = Window::open_with(home.folder(), &[], &[("XDG_CONFIG_HOME", &config)]);
    comes_in(&window, &MIRA);
    comes_in_too(&window, &ANA);
    let asks = "return matchMedia('(prefers-reduced-motion: reduce)').matches";
    assert_eq!(window.runs(asks, vec![]), true, "the system asks for less motion");
    window.press("Open the celebration");
    window.focuses(JOINT);
    window.keys("Escape");
    window.says(WHY);
    is_still(&window, "less motion 1 words");
    window.press("Go on");
    window.focuses("Is there something you would like to do now?");
    window.press("The blue candle It is only ever lit for this.");
    window.focuses("The blue candle");
    is_still(&window, "less motion 2 ritual");
    window.press("We did it");
    window.focuses("A line from each of you");
    window.type_into("Mira מירה’s line", "We stayed. נשארנו");
    window.press("Put it on the shelf");
    window.focuses("It is on the shelf");
    is_still(&window, "less motion 3 keepsake");
    window.press("Back to today");
    window.says("Both of you");
}

#[test]
fn a_keepsake_of_her_own_is_handed_on_and_stays_hers() {
    let mut home = home_where_mira_is_ready();
    let mira = home.family.door().people[1].id;
    home.alone(mira);
    let id = home.family.celebrations(home.now).unwrap().rows[0].id;
    home.family.keep(id, home.now).unwrap();
    home.restart();

    let window = Window::open(home.folder());
    comes_in(&window, &MIRA);
    window.press("The shelf");
    window.says(TITLE);
    window.runs("document.querySelector('[id^=keepsake-]').click()", vec![]);
    window.press(&format!("What you can do with “{TITLE}”"));
    window.press("Hand it on");
    window.says("Hand it on to Ana 🌷?");
    everybody_can_use(&window, "hand it on");
    window.press("Hand it on");
    window.says("Handed on. Yours stays where it is.");
    window.says("A copy of it stands on the other’s shelf.");
    lock(window);

    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    window.press("The shelf");
    window.says(TITLE);
    window.runs("document.querySelector('[id^=keepsake-]').click()", vec![]);
    window.says("Handed on by Mira מירה");
    window.says(TITLE);
}

/// Holds that nothing on the screen changes from one moment to a later one.
fn is_still(window: &Window, name: &str) {
    window.comes_to_rest();
    let running = "return document.getAnimations().filter((one) => one.playState === 'running').length";
    assert_eq!(window.runs(running, vec![]), 0, "{name}: something moves");
    window.screenshot(name);
}

/// Holds what everybody needs of a moment, also on a large screen and with large text.
fn stands(window: &Window, name: &str) {
    // What has just come in is not half there any more.
    std::thread::sleep(Duration::from_millis(400));
    everybody_can_use(window, name);
    window.resize(1920, 1080);
    window.screenshot(&format!("{name} day 1920"));
    assert_eq!(window.sticks_out(), Vec::<String>::new(), "{name}, 1920 wide");
    can_be_read_twice_as_large(window, name);
}

fn tab_to(window: &Window, name: &str) {
    for _ in 0..40 {
        if window.focus() == name {
            return;
        }
        window.keys("Tab");
    }
    panic!("Tab never came to “{name}”; it is at “{}”.\n{}", window.focus(), window.text());
}
