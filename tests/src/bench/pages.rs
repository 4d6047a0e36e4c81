//! Pages: laid out by the press in its own process beside the same document through the library alone, how soon a page
//! follows a tick, and what a year takes of memory.

use std::env;
use std::fs;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Instant;

use twinflower_core::views::{PageLayout, PageView};
use twinflower_report::{Answered, Asked, Catalog, Fonts, Press, Setting, Size, Worded, ask};

use super::Bed;
use super::figure::{Figure, quantile};
use crate::paper::{Length, SENTENCES, of_days};

/// How long the window waits after a tick for another one, in milliseconds.
const PAUSE: f64 = 80.0;

/// A press in a process of its own.
struct Apart {
    child: Child,
    input: ChildStdin,
    output: ChildStdout,
}

/// One length of a page, and what it may take.
struct Tried {
    length: Length,
    ratio: &'static str,
    first: &'static str,
    tick: &'static str,
    most: f64,
    /// How often a run goes from one to the other: a month takes a tenth of a second, and chance a good part of that.
    turns: usize,
}

/// Lays out a month and a year, each in a fresh press, by turns with the library alone.
pub fn pages(bed: &mut Bed) -> Vec<Figure> {
    let parted = |length: Length| match bed.days_a_year {
        365 => length,
        few => Length { entries: length.entries.min(few as usize), ..length },
    };
    let month = Tried {
        length: parted(Length::MONTH),
        ratio: "a month, laid out and drawn",
        first: "a month's first look",
        tick: "a month follows a tick",
        most: 300.0,
        turns: 15,
    };
    let year = Tried {
        length: parted(Length::YEAR),
        ratio: "a year, laid out and drawn",
        first: "a year's first look",
        tick: "a year follows a tick",
        most: 1_500.0,
        turns: 5,
    };
    let mut figures = Vec::new();
    let mut held = Vec::new();
    for tried in [month, year] {
        let (mut ratios, mut firsts, mut ticks) = (Vec::new(), Vec::new(), Vec::new());
        held.clear();
        for run in 0..bed.ask.n {
            let page = of_days(PageLayout::OurMonth, tried.length, "Ana");
            let (mut press, first, alone) = by_turns(&page, tried.turns);
            ratios.push(first / alone);
            firsts.push(first);
            ticks.push(PAUSE + slowest_tick(&mut press, page));
            held.push(press.most_memory());
            (bed.progress)(&format!("{} {} of {}: {first:.0} ms, {alone:.0} alone", tried.first, run + 1, bed.ask.n));
        }
        let against = "the same document through the library alone";
        figures.push(Figure::new("pages", tried.ratio, "×", ratios).against(against).at_most(1.3));
        figures.push(Figure::new("pages", tried.tick, "ms", ticks).at_most(tried.most));
        figures.push(Figure::new("pages", tried.first, "ms", firsts));
    }
    figures.push(Figure::new("pages", "the most memory of the press for a year", "MiB", held.clone()));
    figures
}

/// Shows a page in a fresh press and without one, by turns; answers with the last press, and the turn in the middle of each.
fn by_turns(page: &PageView, turns: usize) -> (Apart, f64, f64) {
    let one = of_days(PageLayout::OurMonth, Length::ONE, "Ana");
    let [mut firsts, mut alones] = [Vec::new(), Vec::new()];
    let mut press = None;
    for turn in 0..turns {
        let fresh = press.insert(Apart::start());
        fresh.shows(&one);
        // Whatever else the computer does meanwhile slows now the one and now the other.
        if turn.is_multiple_of(2) {
            alones.push(in_the_library(page));
            firsts.push(fresh.shows(page));
        } else {
            firsts.push(fresh.shows(page));
            alones.push(in_the_library(page));
        }
    }
    (press.expect("there is a turn"), quantile(&firsts, 0.5), quantile(&alones, 0.5))
}

/// Unticks a piece late in what was written, in its middle and early, and answers with the slowest.
fn slowest_tick(press: &mut Apart, mut page: PageView) -> f64 {
    let mut slowest: f64 = 0.0;
    for quarter in [3, 2, 1] {
        page.pieces.remove(page.pieces.len() * quarter / 4);
        slowest = slowest.max(press.shows(&page));
    }
    slowest
}

/// Lays a page out and draws its first sheet without a process between; answers with the milliseconds.
fn in_the_library(page: &PageView) -> f64 {
    let press = Press::new(Fonts::InsideThenSystem);
    let shows = |page: &PageView| {
        let began = Instant::now();
        let laid_out = press.lay_out(&worded(page)).expect("a made-up page is laid out");
        assert!(laid_out.picture(0).is_some(), "it has a first page");
        began.elapsed().as_secs_f64() * 1000.0
    };
    shows(&of_days(PageLayout::OurMonth, Length::ONE, "Ana"));
    let took = shows(page);
    press.forget();
    took
}

fn worded(page: &PageView) -> Worded {
    let catalog = Catalog::new("en-GB", SENTENCES).expect("the catalog is read");
    Worded::new(page, &Setting { catalog: &catalog, size: Size::A4 }).expect("a made-up page is worded")
}

impl Apart {
    fn start() -> Self {
        let program = env::var_os("TWINFLOWER_BIN").expect("`cargo xtask bench` sets TWINFLOWER_BIN");
        let mut command = Command::new(program);
        command.arg("--press").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program is there");
        let (input, output) = child.stdin.take().zip(child.stdout.take()).expect("both were asked for");
        Self { child, input, output }
    }

    /// Does what is done after a tick: words the page, lays it out and draws its first sheet; answers with the milliseconds.
    fn shows(&mut self, page: &PageView) -> f64 {
        let began = Instant::now();
        let worded = worded(page);
        let (laid_out, _) = self.asks(Asked::LayOut, Some(&worded));
        assert!(matches!(laid_out, Answered::LaidOut(..)), "{laid_out:?}");
        let (_, picture) = self.asks(Asked::Picture(0), None);
        assert!(picture.starts_with(b"<svg"), "it has a first page");
        began.elapsed().as_secs_f64() * 1000.0
    }

    /// The most memory it has held, in MiB.
    fn most_memory(&self) -> f64 {
        let text = fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("it runs");
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("Linux says it");
        line.trim().trim_end_matches(" kB").parse::<f64>().expect("it is a number") / 1024.0
    }

    fn asks(&mut self, asked: Asked, worded: Option<&Worded>) -> (Answered, Vec<u8>) {
        ask(asked, worded, &mut self.input, &mut self.output).expect("the press answers")
    }
}

impl Drop for Apart {
    fn drop(&mut self) {
        // One that has ended by itself cannot be ended, and need not be.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
