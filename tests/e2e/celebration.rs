//! The celebration, in the real window: alone and together, from the invitation to the shelf.

use std::time::SystemTime;

use chrono::DateTime;
use twinflower_core::domain::celebration::Ready;
use twinflower_core::domain::ids::PersonId;
use twinflower_core::domain::letter::Until;
use twinflower_core::domain::person::Owner;
use twinflower_core::domain::recurrence::How;
use twinflower_core::use_cases::{LetterWords, MilestoneWords, RitualWords, StepWords};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE};
use twinflower_tests::window::Window;

use super::people::{Person, comes_in, comes_in_too};

const ANA: Person = Person { name: "Ana 🌷", colour: "Rose", passphrase: ANAS_PASSPHRASE };
const MIRA: Person = Person { name: "Mira מירה", colour: "Honey", passphrase: MIRAS_PASSPHRASE };

const TITLE: &str = "I asked for help first";
const WHY: &str = "I rang you from the car park instead of going in. You just said: stay there, I’m coming.";

/// Ana and Mira, let into what they share, on the day that it is; nobody is in.
fn home() -> (Home, PersonId, PersonId) {
    let (mut home, ana, mira) = Home::with_both();
    let day = DateTime::<chrono::Utc>::from(SystemTime::now()).date_naive();
    home.now.today = day;
    (home, ana, mira)
}

fn ritual(home: &mut Home, ana: PersonId, mira: PersonId) {
    let step = |who: Owner, words: &str| StepWords { who, words: words.to_owned() };
    let words = RitualWords {
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
    };
    home.family.add_ritual(&words, home.now).unwrap();
}

#[test]
fn looks() {
    let (mut home, ana, mira) = home();
    home.together(ana, mira);
    ritual(&mut home, ana, mira);
    let day = home.now.today;
    let _ = day;
    home.alone(mira);
    let words = |title: &str, why: &str| MilestoneWords { title: title.to_owned(), why: why.to_owned(), reached_on: None, counted: None };
    let rows = home.family.add_milestone(&words(TITLE, WHY), home.now).unwrap().rows;
    let id = home.family.mark_ready(rows[0].id, Ready::Invite, None, home.now).unwrap().rows[0].id;
    home.alone(ana);
    let letter = LetterWords { to: mira, title: String::new(), words: "Dear Mira,\n\nyou rang. I was already putting on my shoes.\n\nI have thought of that call every day since: you, in the car park, with the engine off. You asked for help first, before anything else. I do not know how you did that.\n\nI am here. Née Núñez, always.\n\nMama 🌷".to_owned() };
    let draft = home.family.keep_letter(None, &letter, home.now).unwrap().id;
    home.family.seal_letter(draft, Until::Celebration(id), home.now).unwrap();
    home.family.answer_invitation(id, true, home.now).unwrap();
    home.restart();

    let window = Window::open(home.folder());
    comes_in(&window, &MIRA);
    window.says("Today");
    picture(&window, "c today mira");
    comes_in_too(&window, &ANA);
    window.says("together");
    window.says("Open the celebration");
    picture(&window, "c today together");
    window.press("Open the celebration");
    window.says(TITLE);
    std::thread::sleep(std::time::Duration::from_secs(6));
    window.screenshot("c full words");
    window.keys("Escape");
    std::thread::sleep(std::time::Duration::from_millis(800));
    window.resize(1280, 800);
    std::thread::sleep(std::time::Duration::from_millis(300));
    picture(&window, "c words");
    window.press("Go on");
    picture(&window, "c ritual choose");
    window.press("The blue candle It is only ever lit for this.");
    window.says("Lights the candle.");
    picture(&window, "c ritual");
    window.press("We did it");
    window.says("A letter from Ana");
    picture(&window, "c letter");
    window.press("Go on");
    window.type_into("Mira מירה’s line", "Thank you for picking up. תודה");
    window.type_into("Ana 🌷’s line", "Always. 🌷 né");
    picture(&window, "c lines");
    window.press("Put it on the shelf");
    window.says("It is on the shelf");
    picture(&window, "c keepsake");
    window.press("Back to today");
    window.says("On the shelf");
    picture(&window, "c today after");
    window.press("The shelf");
    window.says("It stays, whatever comes.");
    picture(&window, "c shelf");
}

fn picture(window: &Window, name: &str) {
    for (theme, width, height) in [("day", 1280, 800), ("night", 1280, 800), ("day", 1920, 1080), ("day", 900, 640)] {
        window.runs("document.documentElement.dataset.theme = arguments[0]", vec![theme.into()]);
        window.resize(width, height);
        window.screenshot(&format!("{name} {theme} {width}"));
        for trouble in window.sticks_out().iter().chain(&window.axe()) {
            println!("{name} {theme} {width}: {trouble}");
        }
    }
    window.runs("document.documentElement.dataset.theme = 'day'", vec![]);
    window.resize(1280, 800);
}

/// How the time between frames was spread while a page was shown for some seconds.
fn frames(window: &Window, seconds: u64) -> (usize, f64, f64) {
    window.runs(
        "const t = []; const tick = (now) => { t.push(now); if (!window.__stop) requestAnimationFrame(tick) }; window.__stop = false; window.__frames = t; requestAnimationFrame(tick)",
        vec![],
    );
    std::thread::sleep(std::time::Duration::from_secs(seconds));
    let gaps = window.runs("window.__stop = true; return window.__frames.slice(1).map((t, i) => t - window.__frames[i])", vec![]);
    let gaps: Vec<f64> = gaps.as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect();
    let late = gaps.iter().filter(|gap| **gap > 25.0).count();
    let longest = gaps.iter().copied().fold(0.0, f64::max);
    (gaps.len(), late as f64 / gaps.len() as f64, longest)
}

#[test]
fn measures() {
    let (mut home, ana, mira) = home();
    home.alone(mira);
    let words = MilestoneWords { title: TITLE.to_owned(), why: WHY.to_owned(), reached_on: None, counted: None };
    home.family.add_milestone(&words, home.now).unwrap();
    let id = home.family.milestones("", home.now).unwrap().rows[0].id;
    home.family.mark_ready(id, Ready::Alone, None, home.now).unwrap();
    home.restart();
    let _ = ana;
    let window = Window::open(home.folder());
    comes_in(&window, &MIRA);
    window.says("Open the celebration");
    for round in 0..3 {
        window.runs("document.body.style.display = 'none'", vec![]);
        println!("{round} blank: {:?}", frames(&window, 6));
        window.runs("document.body.style.display = ''", vec![]);
        window.press("Open the celebration");
        println!("{round} opening, {:?}: {:?}", window.size(), frames(&window, 10));
        window.keys("Escape");
        std::thread::sleep(std::time::Duration::from_millis(400));
        window.keys("Escape");
        window.says("Open the celebration");
    }
}
