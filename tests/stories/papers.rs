//! Every paper, in every size, from an empty one to a year, in a short and a long language, for any name: what a reader of
//! the PDF finds on it, and what a screen reader does. `TWINFLOWER_PAPERS=FOLDER` keeps each of them, for a checker of PDF/UA
//! from elsewhere.
#![cfg(target_os = "linux")] // poppler's programs are installed for the tests on Linux

use chrono::Datelike;
use twinflower_core::views::{PageLayout, PageView, PieceView};
use twinflower_report::{Catalog, Fonts, Press, Setting, Size, Worded};
use twinflower_tests::paper::{
    Length, SENTENCES, card, keep_in_folder, keepsake, letters, of_days, pseudo_long, read, spare_words,
};
use twinflower_tests::prove::{self, Ask};

const LATIN: &str = "Ana";
const FROM_RIGHT: &str = "מירה לוי";

/// One language: its tag, its sentences, and what they call what every page has.
struct Language {
    tag: &'static str,
    sentences: String,
    foot: &'static str,
    page: [&'static str; 2],
}

fn english() -> Language {
    let foot = "Self-reported. Not a medical or legal record.";
    Language { tag: "en-GB", sentences: SENTENCES.to_owned(), foot, page: ["Page ", " of "] }
}

fn long() -> Language {
    let foot = "Séélf-réépóortééd. Nóot áa méédíicáal óor léégáal réécóord.";
    Language { tag: "en-XA", sentences: pseudo_long(), foot, page: ["Páagéé ", " óof "] }
}

/// Every paper at every length that it has.
fn papers(name: &str) -> Vec<PageView> {
    let lengths = [Length::EMPTY, Length::ONE, Length::QUIET_MONTH, Length::QUIET_YEAR];
    let mut pages = Vec::new();
    for layout in [PageLayout::OurMonth, PageLayout::HerOwn] {
        pages.extend(lengths.iter().map(|length| of_days(layout, *length, name)));
    }
    for lines in [0, 1, 6, 24] {
        pages.extend([keepsake(lines, name), card(lines, name)]);
    }
    pages.push(spare_words());
    pages
}

/// What a piece says in words, each for itself.
fn words_of(piece: &PieceView) -> Vec<&str> {
    match piece {
        PieceView::Said { words, .. } | PieceView::Why { words } | PieceView::Rite { words } => words.lines().collect(),
        PieceView::Letter { words, .. } | PieceView::Step { words, .. } => words.lines().collect(),
        PieceView::Milestone { title, why, .. } => std::iter::once(title.as_str()).chain(why.lines()).collect(),
        PieceView::Title { title, .. } | PieceView::Ritual { title, .. } => vec![title],
        PieceView::Helped { words, .. } | PieceView::When { words } => vec![words],
        PieceView::SpareWords { words } => words.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

fn are_right(language: &Language, name: &str) {
    let catalog = Catalog::new(language.tag, &language.sentences).unwrap();
    let press = Press::new(Fonts::InsideThenSystem);
    for page in papers(name) {
        for size in [Size::A4, Size::UsLetter] {
            let worded = Worded::new(&page, &Setting { catalog: &catalog, size }).unwrap();
            let laid_out = press.lay_out(&worded).unwrap();
            let (what, printed) = (format!("{:?} of {}", page.layout, page.pieces.len()), laid_out.pdf().unwrap());
            let side = if name == LATIN { "" } else { " from right" };
            keep_in_folder(&format!("{what} {size:?} {}{side}", language.tag), &printed.bytes);
            assert_eq!((laid_out.off_page(), printed.missing, printed.is_accessible), (0, vec![], true), "{what}");
            reads_well(language, &page, laid_out.pages(), &read("pdftotext", &["-layout"], &printed.bytes), &what);
            is_read_aloud(&page, &read("pdfinfo", &["-struct-text"], &printed.bytes), &what);
            let about = read("pdfinfo", &[], &printed.bytes);
            let paper = if size == Size::A4 { "595.276 x 841.89 pts (A4)" } else { "612 x 792 pts (letter)" };
            assert!(about.contains(paper) && about.contains("Tagged:          yes"), "{what}: {about}");
        }
    }
}

/// Holds that each page has its foot and number, and that every chosen word is there.
fn reads_well(language: &Language, page: &PageView, pages: usize, text: &str, what: &str) {
    let each: Vec<&str> = text.split_terminator('\u{c}').collect();
    assert_eq!(each.len(), pages, "{what}");
    let is_spare = page.layout == PageLayout::SpareWords;
    for (at, text) in (1..).zip(&each) {
        let [before, between] = language.page;
        let foot = text.contains(language.foot) && text.contains(&format!("{before}{at}{between}{pages}"));
        assert_eq!(foot, !is_spare, "{what}, page {at}: {text}");
    }
    // A text that is told on two lines of the page stands between others of its table row.
    let said = letters(text);
    let missing = |words: &&str| !words.split_whitespace().all(|word| said.contains(&letters(word)));
    let lost: Vec<&str> = page.pieces.iter().flat_map(words_of).filter(missing).collect();
    assert_eq!(lost, Vec::<&str>::new(), "{what}");
    let is_one_page = page.pieces.len() < 10;
    assert_eq!(pages == 1, is_one_page || is_spare, "{what} has {pages} pages");
}

/// Holds that a screen reader finds a heading, the headers of a table and the pictures.
fn is_read_aloud(page: &PageView, structure: &str, what: &str) {
    let has = |part: &str| structure.lines().any(|line| line.trim_start().starts_with(part));
    let is_there = |is_one: fn(&PieceView) -> bool| page.pieces.iter().any(is_one);
    assert!(has("H1"), "{what}: {structure}");
    let in_table = is_there(|piece| matches!(piece, PieceView::Milestone { .. } | PieceView::Step { .. }))
        || page.layout != PageLayout::Keepsake && is_there(|piece| matches!(piece, PieceView::Said { .. }));
    assert_eq!((has("TH"), has("TD")), (in_table, in_table), "{what}: {structure}");
    let has_picture =
        page.layout == PageLayout::Keepsake || is_there(|piece| matches!(piece, PieceView::Ritual { .. }));
    assert_eq!(has("Figure"), has_picture, "{what}: {structure}");
    let is_long_year = page.span.is_some_and(|span| span.from != span.until.with_day(1).unwrap()) && in_table;
    assert_eq!(has("H3"), is_long_year, "{what}: a long year is told month by month");
}

#[test]
fn every_paper_at_every_length_is_right_in_english() {
    are_right(&english(), LATIN);
}

#[test]
fn every_paper_at_every_length_is_right_in_a_long_language() {
    are_right(&long(), LATIN);
}

#[test]
fn every_paper_at_every_length_is_right_for_a_name_from_the_right() {
    are_right(&english(), FROM_RIGHT);
}

#[test]
fn what_two_people_write_by_chance_comes_to_paper_and_nothing_private_does() {
    let figures = prove::pages::pages(Ask { n: 10, seed: 22 }, &mut |_| ());
    assert!(figures.starts_with("10 pages on "), "{figures}");
}

#[test]
fn a_long_year_is_told_month_by_month_on_paper_and_as_text() {
    let page = of_days(PageLayout::HerOwn, Length::QUIET_YEAR, LATIN);
    let english = english();
    let catalog = Catalog::new(english.tag, &english.sentences).unwrap();
    let worded = Worded::new(&page, &Setting { catalog: &catalog, size: Size::A4 }).unwrap();
    let printed = Press::new(Fonts::Inside).lay_out(&worded).unwrap().pdf().unwrap();
    let is_month = |line: &&str| matches!(line.trim(), "January" | "July" | "December");
    let paper = read("pdftotext", &["-layout"], &printed.bytes);
    let on_paper: Vec<&str> = paper.lines().filter(is_month).map(str::trim).collect();
    assert_eq!(on_paper, ["January", "July", "December"]);
    let text = worded.text();
    assert_eq!(text.lines().filter(is_month).collect::<Vec<_>>(), on_paper);
    let after = |month: &str| text.split(&format!("\n{month}\n")).nth(1).unwrap().lines().next().unwrap().to_owned();
    assert!(after("July").starts_with("- 1 Jul") || after("July").starts_with("- 2 Jul"), "{}", after("July"));
}
