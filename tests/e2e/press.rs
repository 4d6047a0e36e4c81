//! The press in a process of its own: the app's own program, started as it starts itself. No window is opened.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use rustix::process::{Pid, Signal, kill_process};
use twinflower_core::views::{PageLayout, PageSpan, PageView, PieceView};
use twinflower_report::{Asked, Catalog, Error, Fonts, Press, PressApart, Setting, Size, Worded, ask};
use twinflower_tests::bench::{Ask, BENCHES, Bed};

const PAGES: &str = include_str!("../../src-tauri/locales/en/pages.ftl");

fn program() -> PathBuf {
    std::env::var_os("TWINFLOWER_BIN").expect("TWINFLOWER_BIN names the app that is tried").into()
}

fn press() -> PressApart {
    PressApart::of(program(), "--press")
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A page of so many lines.
fn page(lines: usize, words: &str) -> PageView {
    let said =
        |at| PieceView::Said { by: None, on: day("2026-11-03"), about: String::new(), words: format!("{words} {at}") };
    PageView {
        layout: PageLayout::HerOwn,
        span: Some(PageSpan { from: day("2026-01-01"), until: day("2026-12-31") }),
        people: vec!["Ana 🌷".to_owned()],
        made_on: day("2026-11-22"),
        pieces: (0..lines).map(said).collect(),
    }
}

fn with_setting<T>(what: impl FnOnce(&Setting) -> T) -> T {
    let catalog = Catalog::new("en", PAGES).unwrap();
    what(&Setting { catalog: &catalog, size: Size::A4 })
}

fn worded(lines: usize, words: &str) -> Worded {
    with_setting(|setting| Worded::new(&page(lines, words), setting)).unwrap()
}

/// So much that no computer lays it out before it is stopped, and yet not more than is let in.
fn endless() -> Worded {
    worded(12_000, &"words that go on and on, ".repeat(8))
}

/// The presses that this process has started and that run.
fn running() -> Vec<u32> {
    let own = std::process::id();
    let is_press = |id: u32| {
        let read = |name| std::fs::read(format!("/proc/{id}/{name}")).unwrap_or_default();
        let stat = String::from_utf8_lossy(&read("stat")).into_owned();
        let after_name = stat.rsplit(") ").next().unwrap_or_default().to_owned();
        let mut fields = after_name.split(' ');
        let (state, parent) = (fields.next(), fields.next());
        state != Some("Z") && parent == Some(&own.to_string()) && read("cmdline").ends_with(b"\0--press\0")
    };
    let entries = std::fs::read_dir("/proc").unwrap().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).filter(|id| is_press(*id)).collect()
}

/// Waits for what comes about by itself.
fn eventually(what: &str, mut is_so: impl FnMut() -> bool) {
    let until = Instant::now() + Duration::from_secs(50);
    while !is_so() {
        assert!(Instant::now() < until, "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Begins a page that takes long, and does something while it is laid out; answers with what became of it.
fn while_it_lays_out(press: &PressApart, what: impl FnOnce()) -> Result<(u32, Vec<char>), Error> {
    std::thread::scope(|scope| {
        let long = scope.spawn(|| press.lay_out(endless()));
        eventually("the press begins", || !running().is_empty());
        std::thread::sleep(Duration::from_millis(500));
        assert!(!long.is_finished(), "it is still being laid out");
        what();
        long.join().unwrap()
    })
}

#[test]
fn a_page_comes_out_of_it_as_it_would_here() {
    let (press, here) = (press(), Press::new(Fonts::Inside));
    let written = page(40, "We laughed.");
    let (pages, missing) = press.lay_out(worded(40, "We laughed.")).unwrap();
    let (pictures, none) = with_setting(|setting| here.pictures(&written, setting)).unwrap();
    assert_eq!((pages as usize, &missing, &none), (pictures.len(), &Vec::new(), &Vec::new()));
    for (at, picture) in (0..).zip(&pictures) {
        assert_eq!(press.picture(at).unwrap(), picture.0);
    }
    assert_eq!(press.picture(pages), Err(Error::Stopped), "there is no such page");
    assert!(press.text().unwrap().contains("“We laughed. 39”"));
    let pdf = with_setting(|setting| here.pdf(&written, setting)).unwrap().bytes;
    assert!(press.pdf(worded(40, "We laughed.")).unwrap() == pdf, "the very same bytes");
    assert_eq!(running().len(), 1, "it is kept warm");
    press.stop();
    assert!(running().is_empty());
    assert_eq!((press.picture(0), press.text()), (Err(Error::Stopped), Err(Error::Stopped)), "it remembers nothing");
}

#[test]
fn it_is_stopped_while_it_lays_out_and_begins_anew() {
    let press = press();
    assert_eq!(while_it_lays_out(&press, || press.stop()), Err(Error::Stopped));
    assert!(running().is_empty());
    assert_eq!(press.lay_out(worded(1, "a line")), Ok((1, Vec::new())));
}

#[test]
fn a_newer_page_ends_an_older_one() {
    let press = press();
    let older = while_it_lays_out(&press, || assert_eq!(press.lay_out(worded(1, "newer")), Ok((1, Vec::new()))));
    assert_eq!(older, Err(Error::Stopped));
    assert!(press.text().unwrap().contains("newer"));
}

#[test]
fn looking_for_more_to_choose_leaves_a_page_that_is_being_laid_out_alone() {
    let press = press();
    let stopped = while_it_lays_out(&press, || {
        let before = running();
        press.warm();
        assert_eq!((running(), before.len()), (before, 1), "it is the same one");
        press.stop();
    });
    assert_eq!(stopped, Err(Error::Stopped));
}

#[test]
fn one_that_dies_is_told_and_the_next_page_is_made() {
    let press = press();
    let killed = while_it_lays_out(&press, || {
        for id in running() {
            kill_process(Pid::from_raw(id as i32).unwrap(), Signal::KILL).unwrap();
        }
    });
    assert_eq!(killed, Err(Error::NotMade));
    assert_eq!(press.lay_out(worded(1, "a line")), Ok((1, Vec::new())));
    assert_eq!(PressApart::of("/nowhere/at/all".into(), "--press").lay_out(worded(1, "a line")), Err(Error::NotMade));
}

#[test]
fn no_word_of_hers_is_in_its_arguments_its_environment_or_a_core_file() {
    let press = press();
    press.lay_out(worded(3, "canary")).unwrap();
    let [id] = running()[..] else { panic!("one press runs") };
    let read = |name: &str| std::fs::read(format!("/proc/{id}/{name}")).unwrap();
    for name in ["cmdline", "environ"] {
        assert!(!read(name).windows(6).any(|bytes| bytes == b"canary"), "{name}");
    }
    let limits = String::from_utf8(read("limits")).unwrap();
    let of = |what: &str| limits.lines().find(|line| line.starts_with(what)).unwrap().to_owned();
    assert!(of("Max core file size").split_whitespace().nth(4) == Some("0"), "{limits}");
    assert!(of("Max address space").split_whitespace().nth(3) != Some("unlimited"), "{limits}");
}

#[test]
fn what_measures_pages_answers_for_a_month_and_a_year() {
    let bench = BENCHES.iter().find(|bench| bench.name == "pages").unwrap();
    let figures = (bench.measures)(&mut Bed::new(Ask { n: 1, seed: 22 }, 2, &mut |_| ()));
    let held: Vec<_> = figures.iter().map(|figure| (figure.unit, figure.bound)).collect();
    let [ratio, first] = [("×", Some(1.3)), ("ms", None)];
    let [month, year] = [("ms", Some(300.0)), ("ms", Some(1_500.0))];
    assert_eq!(held, [ratio, month, first, ratio, year, first, ("MiB", None), month, year]);
    assert!(figures.iter().all(|figure| figure.median() > 0.0));
}

fn alone() -> Child {
    let piped = || Stdio::piped();
    Command::new(program()).arg("--press").stdin(piped()).stdout(piped()).stderr(piped()).spawn().unwrap()
}

/// Tells that it was read from, and then has nothing.
struct Asks(mpsc::Sender<()>);

impl Read for Asks {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.send(()).unwrap();
        Ok(0)
    }
}

#[test]
fn it_ends_by_itself_when_nobody_is_there_any_more_even_while_it_lays_out() {
    let mut child = alone();
    let mut input = child.stdin.take().unwrap();
    let (asks, asked) = mpsc::channel();
    assert!(ask(Asked::LayOut, Some(&endless()), &mut input, &mut Asks(asks)).is_err());
    asked.recv().unwrap();
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(child.try_wait().unwrap(), None, "it is still being laid out");
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn what_is_no_message_ends_it_without_a_word() {
    for garbage in [&b"GET / HTTP/1.1\r\n\r\n"[..], &[0xff; 4096], &[1, 255, 255, 255, 255, 255, 255, 255, 255], &[]] {
        let mut child = alone();
        // It may have ended before it was told everything.
        let _ = child.stdin.take().unwrap().write_all(garbage);
        let ended = child.wait_with_output().unwrap();
        assert!(ended.status.success() && ended.stdout.is_empty() && ended.stderr.is_empty(), "{ended:?}");
    }
    let mut child = alone();
    let mut input = child.stdin.take().unwrap();
    let nonsense = [&[2][..], &4u64.to_le_bytes(), b"what", &3u64.to_le_bytes(), b"not"].concat();
    input.write_all(&nonsense).unwrap();
    let answered = ask(Asked::Pdf, None, &mut input, child.stdout.as_mut().unwrap()).unwrap();
    assert_eq!(answered.0, twinflower_report::Answered::NotMade, "a question that is none");
    drop(input);
    assert!(child.wait().unwrap().success());
}
