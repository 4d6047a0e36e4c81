//! The window with ten years in it, beside a blank one: each screen, the memory, what both do while nobody touches them, and
//! the frames of a celebration.

use std::fs;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;
use twinflower_core::domain::celebration::Ready;
use twinflower_core::use_cases::MilestoneWords;

use super::door::memory_of;
use super::figure::Figure;
use super::screen::Desktop;
use super::years::Years;
use super::{Ask, Progress};
use crate::home::{ANAS_PASSPHRASE, Home};
use crate::window::Window;

/// Each screen, and words that are only there once it shows what it is about.
const SCREENS: [(&str, &str); 9] = [
    ("Milestones", "and still here"),
    ("Rituals", "A page before sleep"),
    ("Goals", "Ring somebody"),
    ("Letters", "For a hard evening"),
    ("The shelf", "It rained and we stayed out."),
    ("Pages to print", "My own page"),
    ("What I share", "Tea on the back step"),
    ("Settings", "This window"),
    ("Today", "Evening walks"),
];

/// Presses a screen's name, and answers with the milliseconds until the frame after the one in which its words are there.
const SWITCH: &str = "
    const [name, words, done] = arguments;
    const link = [...document.querySelectorAll('nav a, nav button')].find((one) => one.textContent.trim() === name);
    const began = performance.now();
    link.click();
    const look = () => {
      if (performance.now() > began + 10000) done(null);
      else if (!document.querySelector('main').textContent.includes(words)) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
    };
    requestAnimationFrame(look);";

/// Presses something, if it is named, and answers with how many frames there were then and how many of them came late.
const FRAMES: &str = "
    const [name, milliseconds, late, done] = arguments;
    [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name)?.click();
    const end = performance.now() + milliseconds;
    let [last, all, slow] = [null, 0, 0];
    const frame = (now) => {
      if (last !== null) [all, slow] = [all + 1, slow + (now - last > late ? 1 : 0)];
      last = now;
      if (now < end) requestAnimationFrame(frame);
      else done([all, slow]);
    };
    requestAnimationFrame(frame);";

/// How long a celebration's first page moves.
const MOVES: Duration = Duration::from_secs(8);

/// The longest a frame may take.
const LATE: u32 = 25;

/// After how long without a byte written everything that is done by itself has been done: the owed copy too.
const SETTLED: Duration = Duration::from_secs(45);

/// How long nobody touches anything.
const IDLE: Duration = Duration::from_secs(60);

/// The app with somebody in it, and a blank window, each on a screen of its own.
struct Beside {
    app: Window,
    blank: Window,
    _folder: TempDir,
    _screens: [Desktop; 2],
}

/// What some processes have done so far.
struct Done {
    seconds: f64,
    written: f64,
    woken: f64,
}

/// Goes through every screen, and counts the memory.
pub fn screens(ask: Ask, ten: &Years, progress: Progress) -> Vec<Figure> {
    let mut switches = vec![Vec::new(); SCREENS.len()];
    let (mut more, mut held, mut of_blank) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..ask.n {
        let beside = Beside::with(ten);
        thread::sleep(Duration::from_secs(3));
        let [app, blank] = [&beside.app, &beside.blank].map(|window| memory_of(ids(window).into_iter()));
        more.push(app - blank);
        held.push(app);
        of_blank.push(blank);
        for ((name, words), taken) in SCREENS.iter().zip(&mut switches) {
            let milliseconds = beside.app.runs_until(SWITCH, vec![json!(name), json!(words)]);
            taken.push(milliseconds.as_f64().unwrap_or_else(|| panic!("“{name}” does not show “{words}”")));
        }
        progress(&format!("screens {} of {}: {app:.0} MiB, blank {blank:.0} MiB", run + 1, ask.n));
    }
    let screens = SCREENS.iter().zip(switches).map(|((name, _), taken)| {
        Figure::new("screens", format!("{name}, from the press to the painted frame"), "ms", taken).at_most(100.0)
    });
    let mut figures: Vec<Figure> = screens.collect();
    figures.push(Figure::new("memory", "with ten years open, above a blank window", "MiB", more).at_most(60.0));
    figures.push(Figure::new("memory", "with ten years open (PSS of all processes)", "MiB", held));
    figures.push(Figure::new("memory", "of a blank window that is driven alike", "MiB", of_blank));
    figures
}

/// Leaves both windows alone for a minute, at the same time.
pub fn idle(ask: Ask, ten: &Years, progress: Progress) -> Vec<Figure> {
    let (mut more, mut written, mut woken, mut of_blank) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for run in 0..ask.n {
        let beside = Beside::with(ten);
        let windows = [&beside.app, &beside.blank];
        wait_until_settled(&beside.app);
        let before = windows.map(Done::by);
        thread::sleep(IDLE);
        let after = windows.map(Done::by);
        let [app, blank] = [0, 1].map(|at| after[at].since(&before[at]));
        let part = |done: &Done| 100.0 * done.seconds / IDLE.as_secs_f64();
        progress(&format!(
            "idle {} of {}: {:.1} % of a core, blank {:.1} %; {:.0} bytes written",
            run + 1,
            ask.n,
            part(&app),
            part(&blank),
            app.written
        ));
        more.push(part(&app) - part(&blank));
        written.push(app.written);
        woken.push(app.woken / IDLE.as_secs_f64());
        of_blank.push(blank.woken / IDLE.as_secs_f64());
    }
    vec![
        Figure::new("idle", "of one core, above a blank window", "%", more).at_most(1.0),
        Figure::new("idle", "written to the disk in a minute", "bytes", written).at_most(0.0),
        Figure::new("idle", "wake-ups a second", "", woken),
        Figure::new("idle", "wake-ups a second of a blank window", "", of_blank),
    ]
}

/// Opens a celebration, and counts its frames and a blank page's.
pub fn celebration(ask: Ask, ten: &Years, progress: Progress) -> Vec<Figure> {
    let mut home = Home::in_a_copy_of(ten.home.folder());
    home.come_in(ten.ana);
    let title = "Said it out loud".to_owned();
    let words = MilestoneWords { title, why: String::new(), reached_on: None, counted: None };
    let rows = home.family.add_milestone(&words, home.now).expect("she may").rows;
    let row = rows.iter().find(|row| row.title == words.title).expect("it is hoped for, so it is among the first");
    home.family.mark_ready(row.id, Ready::Alone, None, home.now).expect("it is hers");
    home.restart();
    let (mut more, mut own) = (Vec::new(), Vec::new());
    for run in 0..ask.n {
        let beside = Beside::on(&home);
        beside.app.says("You have something to celebrate.");
        let blank = late(&beside.blank, "");
        let app = late(&beside.app, "Open the celebration");
        progress(&format!("celebration {} of {}: {app:.1} % late, blank {blank:.1} %", run + 1, ask.n));
        more.push(app - blank);
        own.push(app);
    }
    let what = format!("frames of more than {LATE} ms, above a blank page's");
    vec![
        Figure::new("celebration", what, "%", more).at_most(5.0),
        Figure::new("celebration", format!("frames of more than {LATE} ms"), "%", own),
    ]
}

impl Beside {
    fn with(ten: &Years) -> Self {
        Self::at(|folder| ten.copy_to(folder))
    }

    fn on(home: &Home) -> Self {
        Self::at(|folder| crate::home::copy_folder(home.folder(), folder))
    }

    /// Opens both, and lets Ana in.
    fn at(fill: impl FnOnce(&std::path::Path)) -> Self {
        let folder = tempfile::tempdir().expect("the bench has a temporary folder");
        let data = folder.path().join("family");
        fill(&data);
        let screens = [Desktop::open(), Desktop::open()];
        let [of_app, of_blank] = [0, 1].map(|at| [("DISPLAY", screens[at].screen.display.as_str())]);
        let blank = Window::blank("TWINFLOWER_BLANK", &of_blank);
        let app = Window::open_with(&data, &[], &of_app);
        app.type_into("Ana 🌷’s passphrase", ANAS_PASSPHRASE);
        app.press_beside("Ana 🌷", "Come in");
        app.says("Evening walks");
        Self { app, blank, _folder: folder, _screens: screens }
    }
}

impl Done {
    /// Reads it of every process of a window.
    fn by(window: &Window) -> Self {
        let mut done = Self { seconds: 0.0, written: 0.0, woken: 0.0 };
        for id in ids(window) {
            let read = |file: String| fs::read_to_string(format!("/proc/{id}/{file}")).unwrap_or_default();
            let stat = read("stat".to_owned());
            let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or_default().split(' ').collect();
            // The fourteenth and the fifteenth field of the line, in hundredths of a second.
            done.seconds +=
                fields.iter().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0;
            done.written += number_in(&read("io".to_owned()), "write_bytes:");
            let tasks = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
            let status = |task: fs::DirEntry| read(format!("task/{}/status", task.file_name().to_string_lossy()));
            done.woken += tasks.map(|task| number_in(&status(task), "voluntary_ctxt_switches:")).sum::<f64>();
        }
        done
    }

    fn since(&self, before: &Self) -> Self {
        let Self { seconds, written, woken } = before;
        Self { seconds: self.seconds - seconds, written: self.written - written, woken: self.woken - woken }
    }
}

/// Waits until nothing has been written for a while.
fn wait_until_settled(window: &Window) {
    for _ in 0..10 {
        let before = Done::by(window);
        thread::sleep(SETTLED);
        if Done::by(window).since(&before).written == 0.0 {
            return;
        }
    }
}

/// Counts how many of a hundred frames came late.
fn late(window: &Window, name: &str) -> f64 {
    let arguments = vec![json!(name), json!(MOVES.as_millis() as u64), json!(LATE)];
    let counted = window.runs_until(FRAMES, arguments);
    let number = |value: &Value| value.as_f64().expect("the page counts in numbers");
    100.0 * number(&counted[1]) / number(&counted[0]).max(1.0)
}

fn ids(window: &Window) -> Vec<u32> {
    window.processes().into_iter().map(|(id, _)| id).collect()
}

fn number_in(text: &str, name: &str) -> f64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.trim().parse().ok()).unwrap_or(0.0)
}
