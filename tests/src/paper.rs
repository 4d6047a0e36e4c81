//! Made-up pages to print: of nothing, of one entry, of a month and of a year of two busy people.

use chrono::{Days, NaiveDate};
use twinflower_core::domain::goal::{Achievement, Lifecycle};
use twinflower_core::domain::ritual::Occurrence;
use twinflower_core::views::{DayMarks, OccurrenceMark, PageLayout, PageSpan, PageView, PieceView, SPARE_WORDS};

/// The sentences around her words, in English.
pub const SENTENCES: &str = include_str!("../../src-tauri/locales/en/pages.ftl");

/// Rituals whose days are drawn.
const RITUALS: [&str; 4] = ["Tea on the back step", "A page before sleep", "Stretch", "Sunday soup"];

const LINES: [&str; 6] = [
    "It rained and we stayed out.",
    "You told me about the blue house, and who lived there before. I had never heard it.",
    "Hardly any words. It was good.",
    "The question was: what would you keep?\nI did not know at first. Then I did.",
    "We laughed about the goose.",
    "I was late. You had waited with the kettle.",
];

/// How much stands on a page of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// Over how many days.
    pub days: usize,
    /// How much was written down in them.
    pub entries: usize,
}

impl Length {
    /// Nothing was chosen.
    pub const EMPTY: Self = Self { days: 30, entries: 0 };
    /// One piece.
    pub const ONE: Self = Self { days: 30, entries: 1 };
    /// A month of two busy people.
    pub const MONTH: Self = Self { days: 30, entries: 250 };
    /// A year of two busy people.
    pub const YEAR: Self = Self { days: 365, entries: 3_000 };
    /// A month of two people who write now and then.
    pub const QUIET_MONTH: Self = Self { days: 30, entries: 24 };
    /// A year of two people who write now and then.
    pub const QUIET_YEAR: Self = Self { days: 365, entries: 66 };
}

/// Makes up a page of days; `name` is the first person's.
pub fn of_days(layout: PageLayout, length: Length, name: &str) -> PageView {
    let Length { days, entries } = length;
    let from = if days > 31 { day(2026, 1, 1) } else { day(2026, 11, 1) };
    let until = from + Days::new(days as u64 - 1);
    let is_ours = layout == PageLayout::OurMonth;
    let people = if is_ours { vec![name.to_owned(), "Mira".to_owned()] } else { vec![name.to_owned()] };
    let by = is_ours.then(|| name.to_owned());
    let rituals = if entries > 100 { RITUALS.len() } else { 1 };
    let mut pieces = if entries > 1 { at_a_glance(layout, from, days, rituals) } else { Vec::new() };
    pieces.extend((0..entries).map(|at| entry(at, from + Days::new((at * days / entries) as u64), by.clone())));
    PageView { layout, span: Some(PageSpan { from, until }), people, made_on: day(2026, 11, 22), pieces }
}

/// Makes up a keepsake with so many lines of both people on it.
pub fn keepsake(lines: usize, name: &str) -> PageView {
    let mut pieces = Vec::new();
    if lines > 0 {
        pieces.push(PieceView::Title { title: "A night through".to_owned(), on: Some(day(2026, 11, 22)) });
    }
    if lines > 1 {
        pieces.push(PieceView::Why { words: LINES[1].to_owned() });
        pieces.push(PieceView::Rite { words: "We lit the lamp on the sill.".to_owned() });
    }
    for at in 1..lines {
        let (by, words) = (Some(name.to_owned()), format!("{} {at}.", LINES[at % LINES.len()]));
        pieces.push(if at % 2 == 0 {
            PieceView::Letter { by, words }
        } else {
            PieceView::Said { by, on: day(2026, 11, 22), about: String::new(), words }
        });
    }
    if lines > 0 {
        pieces.push(PieceView::Signatures);
    }
    let people = vec![name.to_owned(), "Mira".to_owned()];
    PageView { layout: PageLayout::Keepsake, span: None, people, made_on: day(2026, 11, 22), pieces }
}

/// Makes up a ritual's card with so many steps.
pub fn card(steps: usize, name: &str) -> PageView {
    let mut pieces = Vec::new();
    if steps > 0 {
        pieces.push(PieceView::Title { title: RITUALS[0].to_owned(), on: None });
    }
    if steps > 1 {
        pieces.push(PieceView::When { words: "Every Sunday, at 16:00".to_owned() });
        pieces.push(PieceView::Why { words: "Because nobody has to say how the week was.".to_owned() });
    }
    pieces.extend((1..steps).map(|at| {
        let by = (at % 3 != 0).then(|| name.to_owned());
        PieceView::Step { by, words: format!("{} {at}.", LINES[at % LINES.len()]) }
    }));
    let people = vec![name.to_owned(), "Mira".to_owned()];
    PageView { layout: PageLayout::RitualCard, span: None, people, made_on: day(2026, 11, 22), pieces }
}

/// The page of twelve spare words.
pub fn spare_words() -> PageView {
    let words: Vec<String> = (0..SPARE_WORDS).map(|at| format!("word{at}")).collect();
    PageView::of_spare_words(&words, day(2026, 11, 22)).expect("there are twelve")
}

/// The sentences of a language that is longer than English by half, as some are; its letters are marked.
pub fn pseudo_long() -> String {
    let mut depth = 0;
    let mut long = String::new();
    for line in SENTENCES.lines() {
        // Only what follows the name of a sentence, or of one of its variants, is words.
        let words_from = line.find(" = ").or_else(|| line.find("] ")).map_or(line.len(), |at| at + 2);
        for (at, c) in line.char_indices() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            let longer = match c {
                'a' => "áa",
                'e' => "éé",
                'i' => "íi",
                'o' => "óo",
                'u' => "úu",
                _ => "",
            };
            if at >= words_from && depth == 0 && !line.starts_with('#') && !longer.is_empty() {
                long.push_str(longer);
            } else {
                long.push(c);
            }
        }
        long.push('\n');
    }
    long
}

/// The letters alone, so that neither line ends nor places to break stand between them.
pub fn letters(text: &str) -> String {
    let is_unseen = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    text.chars().filter(|c| !c.is_whitespace() && !is_unseen(*c)).collect()
}

/// Reads a PDF with one of poppler's programs, which the tests install on Linux.
#[cfg(target_os = "linux")]
pub fn read(program: &str, args: &[&str], pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("the tests have a temporary folder");
    let path = folder.path().join("page.pdf");
    std::fs::write(&path, pdf).expect("the tests have a temporary folder");
    let mut command = std::process::Command::new(program);
    command.args(args).arg(&path);
    if program == "pdftotext" {
        command.arg("-");
    }
    let read = command.output().expect("poppler-utils is installed");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    // `pdfinfo` writes a heading's title as it stands in the file, which may be UTF-16.
    String::from_utf8_lossy(&read.stdout).into_owned()
}

/// Keeps a PDF in the folder that `TWINFLOWER_PAPERS` names, for other programs to check; nowhere where nothing is named.
pub fn keep_in_folder(name: &str, pdf: &[u8]) {
    if let Some(folder) = std::env::var_os("TWINFLOWER_PAPERS") {
        let path = std::path::Path::new(&folder).join(name).with_extension("pdf");
        std::fs::write(path, pdf).expect("TWINFLOWER_PAPERS names a folder");
    }
}

/// One day.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("it is in the calendar")
}

/// One thing that was written down: mostly a line, now and then a milestone, in words that differ.
fn entry(at: usize, on: NaiveDate, by: Option<String>) -> PieceView {
    let words = format!("{} {at}.", LINES[at % LINES.len()]);
    match at % 30 {
        29 => PieceView::Milestone { by, on, title: format!("The {at}th"), why: words },
        _ => PieceView::Said { by, on, about: RITUALS[at % RITUALS.len()].to_owned(), words },
    }
}

/// Days as boxes, goals and what helps: what stands on the page beside what was written on a day.
fn at_a_glance(layout: PageLayout, from: NaiveDate, days: usize, rituals: usize) -> Vec<PieceView> {
    let each = |every: usize| (0..days).filter(move |at| at % every != 0).map(move |at| from + Days::new(at as u64));
    let mut pieces = Vec::new();
    if layout == PageLayout::HerOwn {
        let marks = |day| DayMarks { day, kept: true, skipped: false, wrote: true, reached: false };
        pieces.push(PieceView::Days { days: each(5).map(marks).collect() });
    }
    for (at, title) in RITUALS.iter().take(rituals).enumerate() {
        let marks = each(at + 2).map(|day| OccurrenceMark { day, state: Occurrence::Kept }).collect();
        pieces.push(PieceView::Ritual { by: None, title: (*title).to_owned(), days: marks });
    }
    let (lifecycle, achievement) = (Lifecycle::Active, Achievement::GoingOn);
    let title = "Evening walks".to_owned();
    pieces.push(PieceView::Goal { by: None, title: title.clone(), lifecycle, achievement, times: Some(9) });
    pieces.push(PieceView::Helped { title, words: "Shoes beside the door.".to_owned() });
    pieces.push(PieceView::Signatures);
    pieces
}
