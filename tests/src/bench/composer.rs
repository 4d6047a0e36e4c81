//! The composer in the real window: from a tick to the painted page that it makes.

use std::thread;
use std::time::{Duration, Instant, SystemTime};

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde_json::json;
use twinflower_core::domain::goal::Target;
use twinflower_core::domain::ids::{GoalId, PersonId};
use twinflower_core::use_cases::{CheckInWords, GoalWords};

use super::Bed;
use super::figure::Figure;
use super::screen::Desktop;
use crate::home::{ANAS_PASSPHRASE, Home, copy_folder};
use crate::window::Window;

/// So many goals, on each of which she says something every day, come to 3,000 entries in a year.
const GOALS: usize = 8;

const LINES: [&str; 5] = [
    "It rained and we stayed out.",
    "You told me about the blue house, and who lived there before. I had never heard it.",
    "Hardly any words. It was good.",
    "We laughed about the goose.",
    "I was late. You had waited with the kettle.",
];

/// Unticks one of the pieces of a kind, and answers with the milliseconds until the frame after the one in which the page has
/// changed.
const TICK: &str = "
    const [kind, at, done] = arguments;
    const titled = (part) => part.querySelector('.top h3')?.textContent.includes(kind);
    const pieces = [...document.querySelectorAll('main section')].filter(titled).at(-1);
    const shown = () => document.querySelector('main img.sheet')?.src;
    const before = shown();
    const began = performance.now();
    pieces.querySelectorAll('[type=checkbox]')[at].click();
    const look = () => {
      if (performance.now() > began + 25000) done(null);
      else if (!shown() || shown() === before) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
    };
    requestAnimationFrame(look);";

/// Whether what is shown is what is ticked.
const IS_SHOWN: &str =
    "return document.querySelector('main img.sheet') !== null && document.querySelector('main .behind') === null";

const SAID: &str = "What was said of a goal";

/// Composes a month and a year in the window, each with everything on it, and unticks the pieces that stand first: what is
/// below them moves.
pub fn ticks(bed: &mut Bed) -> Vec<Figure> {
    let home = written(bed.days_a_year);
    [("This month", "a month", 300.0), ("This year", "a year", 1_500.0)]
        .into_iter()
        .map(|(days, length, most)| {
            let mut slowest = Vec::new();
            for run in 0..bed.ask.n {
                slowest.push(slowest_tick(&home, days));
                (bed.progress)(&format!(
                    "{length} in the window {} of {}: {:.0} ms",
                    run + 1,
                    bed.ask.n,
                    slowest[run as usize]
                ));
            }
            let what = format!("{length} follows a tick in the window, to the painted page");
            Figure::new("pages", what, "ms", slowest).at_most(most)
        })
        .collect()
}

fn slowest_tick(home: &Home, days: &str) -> f64 {
    let folder = tempfile::tempdir().expect("the bench has a temporary folder");
    let data = folder.path().join("family");
    copy_folder(home.folder(), &data);
    let desktop = Desktop::open();
    let window = Window::open_with(&data, &[], &[("DISPLAY", desktop.screen.display.as_str())]);
    window.waits_at_most(Duration::from_secs(90));
    window.type_into("Ana 🌷’s passphrase", ANAS_PASSPHRASE);
    window.press_beside("Ana 🌷", "Come in");
    window.press("Pages to print");
    window.press("My own page For yourself, or for someone you would like to show it to.");
    window.choose("Which days", days);
    window.press(&format!("All of these: {SAID}"));
    let mut slowest: f64 = 0.0;
    for at in 0..3 {
        wait_until_shown(&window);
        let took = window.runs_until(TICK, vec![json!(SAID), json!(at)]).as_f64();
        slowest = slowest.max(took.expect("the page follows a tick"));
    }
    slowest
}

fn wait_until_shown(window: &Window) {
    let patience = Instant::now() + Duration::from_secs(120);
    while window.runs(IS_SHOWN, Vec::new()) != true {
        assert!(Instant::now() < patience, "the page is never shown");
        thread::sleep(Duration::from_millis(50));
    }
}

/// Ana, who wrote on every day of this year, whatever day it is; nobody is in.
fn written(days: u64) -> Home {
    let (mut home, ana) = Home::with_ana();
    let today = DateTime::<Utc>::from(SystemTime::now()).date_naive();
    home.now.today = day(today.year(), 12, 31);
    let goals: Vec<GoalId> = (0..GOALS).map(|at| add_goal(&mut home, &format!("Evening walks {at}"))).collect();
    let (first, most) = match days {
        365 => (day(today.year(), 1, 1), 366),
        few => (today.with_day(1).expect("every month has a first day"), few),
    };
    for on in first.iter_days().take(most as usize).filter(|on| on.year() == today.year()) {
        goals.iter().enumerate().for_each(|(at, goal)| says(&mut home, *goal, ana, on, at));
    }
    home.restart();
    home
}

fn says(home: &mut Home, goal: GoalId, by: PersonId, on: NaiveDate, at: usize) {
    let words = LINES[(on.ordinal() as usize + at) % LINES.len()].to_owned();
    home.family.check_in(goal, by, &CheckInWords { on, done: true, words }, None, home.now).expect("it is hers");
}

fn add_goal(home: &mut Home, title: &str) -> GoalId {
    let (why, helps) = (String::new(), String::new());
    let words = GoalWords { title: title.to_owned(), why, helps, target: Target::None, touches_use: false };
    let rows = home.family.add_goal(&words).expect("she may set one down").rows;
    rows.iter().find(|row| row.title == title).map(|row| row.id).expect("it was added")
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("it is in the calendar")
}
