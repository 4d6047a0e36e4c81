//! Pages of families that write what pages stumble over: each is made, and holds nothing that is not to be on it.

use chrono::{Days, NaiveDate};
use memchr::memmem;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use twinflower_core::views::{
    Choice, LookingForPieces, PageLayout, PageSpan, PageView, Paper, Photo, PieceId, PieceView,
};
use twinflower_report::{Catalog, Error, Fonts, LaidOut, Press, Setting, Size, Worded};

use super::{Ask, Progress};
use crate::hostile::{below, name, one_of, words};
use crate::paper::{SENTENCES, keep_in_folder, pseudo_long, spare_words};
use family::{HUSHED, Writers};

mod family;

/// How many pages are made of one family.
const PAGES_OF_ONE: u64 = 10;

/// What was found in all pages together.
#[derive(Default)]
struct Found {
    pages: usize,
    sheets: usize,
    with_missing: usize,
}

/// Makes pages of families drawn by chance; all of one family's are of pieces drawn by chance.
pub fn pages(ask: Ask, progress: Progress) -> String {
    let press = Press::new(Fonts::InsideThenSystem);
    let catalogs = [Catalog::new("en-GB", SENTENCES), Catalog::new("en-XA", &pseudo_long())];
    let catalogs = catalogs.map(|catalog| catalog.expect("they are read"));
    a_broken_photo_is_told(&press, &catalogs[0]);
    let mut found = Found::default();
    for number in 0..ask.n.div_ceil(PAGES_OF_ONE) {
        let mut chance = ChaCha20Rng::seed_from_u64(ask.seed ^ number.rotate_left(32));
        let mut writers = Writers::live(&mut chance, number);
        for at in 0..PAGES_OF_ONE.min(ask.n - number * PAGES_OF_ONE) {
            let (page, not) = page(&mut writers, at, &mut chance);
            let size = *one_of(&mut chance, &[Size::A4, Size::UsLetter]);
            let setting = Setting { catalog: one_of(&mut chance, &catalogs), size };
            let what = format!("seed {}, family {number}, page {at}, {:?}", ask.seed, page.layout);
            found.takes(&is_right(&press, &page, &setting, &not, &what));
        }
        progress(&format!("{} pages of {} families", found.pages, number + 1));
    }
    format!(
        "{} pages on {} sheets, {} with letters that no font has: all made, 0 private words on them, 0 texts or pictures off \
         the page, all the same bytes twice",
        found.pages, found.sheets, found.with_missing
    )
}

impl Found {
    fn takes(&mut self, laid_out: &LaidOut) {
        self.pages += 1;
        self.sheets += laid_out.pages();
        self.with_missing += usize::from(!laid_out.missing().is_empty());
    }
}

/// Composes one page by chance; answers with what must not be on it.
fn page(writers: &mut Writers, at: u64, chance: &mut ChaCha20Rng) -> (PageView, Vec<&'static str>) {
    let span = span(writers.home.now.today, chance);
    let [anas, miras] = HUSHED;
    let both = vec![anas, miras];
    let questions = (0..below(chance, 4)).map(|_| words(chance, 2_000)).collect();
    let (paper, not) = match at % 5 {
        0 => (Paper::OurMonth { span }, both),
        1 => (Paper::Keepsake { keepsake: writers.keepsake }, both),
        2 => (Paper::HerOwn { span, questions }, vec![anas]),
        3 => (Paper::HerOwn { span, questions }, vec![miras]),
        _ => (Paper::RitualCard { ritual: writers.ritual, when: name(chance) }, both),
    };
    match at % 10 {
        2 | 7 => writers.home.alone(writers.mira),
        3 | 5 | 8 => writers.home.alone(writers.ana),
        9 => return (spare_words(), both_of()),
        _ => writers.home.together(writers.ana, writers.mira),
    }
    let (family, now) = (&writers.home.family, writers.home.now);
    let offered = family.pieces(&paper, &LookingForPieces::default(), now).expect("she may look");
    let ids: Vec<PieceId> = offered.groups.iter().flat_map(|group| &group.rows).map(|row| row.id).collect();
    let all = Choice {
        paper: paper.clone(),
        whole: offered.groups.iter().map(|group| group.kind).collect(),
        pieces: Vec::new(),
        without: Vec::new(),
    };
    hunts(&family.page(&all, now).expect("she may make it"), &paper, &not);
    let mut some = |part: usize| -> Vec<PieceId> { ids.iter().copied().filter(|_| below(chance, part) == 0).collect() };
    let (pieces, without) = (some(3), some(6));
    let whole = all.whole.into_iter().filter(|_| below(chance, 2) == 0).collect();
    let choice = Choice { paper, whole, pieces, without };
    (family.page(&choice, now).expect("she may make it"), not)
}

fn both_of() -> Vec<&'static str> {
    HUSHED.to_vec()
}

/// Holds that the hunt finds what is there: of her own page with everything on it, her own private words.
fn hunts(page: &PageView, paper: &Paper, not: &[&str]) {
    let text = serde_json::to_string(page).expect("a page is JSON");
    assert!(not.iter().all(|hushed| !text.contains(hushed)), "{:?} could hold what is private", page.layout);
    if let Paper::HerOwn { span, .. } = paper
        && span.holds(family::always())
    {
        let hers = HUSHED.iter().find(|hushed| !not.contains(hushed)).expect("only the other's are not to be on it");
        assert!(text.contains(hers), "her own private words are hers to choose");
    }
}

fn span(today: NaiveDate, chance: &mut ChaCha20Rng) -> PageSpan {
    let until = today - Days::new(below(chance, 40) as u64);
    PageSpan { from: until - Days::new(*one_of(chance, &[0, 6, 30, 45, 200, 365])), until }
}

/// Holds everything that is claimed of a page.
fn is_right(press: &Press, page: &PageView, setting: &Setting, not: &[&str], what: &str) -> LaidOut {
    let worded = Worded::new(page, setting).unwrap_or_else(|error| panic!("{what}: {error}"));
    let laid_out = press.lay_out(&worded).unwrap_or_else(|error| panic!("{what}: {error}"));
    assert_eq!(laid_out.off_page(), 0, "{what}: something is off the page");
    let pdf = laid_out.pdf().unwrap_or_else(|error| panic!("{what}: {error}"));
    assert_eq!(pdf.is_accessible, pdf.missing.is_empty(), "{what}: it is accessible when it has all letters");
    keep_in_folder(what, &pdf.bytes);
    let mut held = vec![worded.sheet.clone(), worded.text().into_bytes(), pdf.bytes.clone()];
    #[cfg(target_os = "linux")]
    held.push(crate::paper::read("pdftotext", &["-raw"], &pdf.bytes).into_bytes());
    for hushed in not {
        assert!(
            held.iter().all(|bytes| memmem::find(bytes, hushed.as_bytes()).is_none()),
            "{what}: it holds what is private"
        );
    }
    held.clear();
    press.forget();
    let again =
        press.lay_out(&worded).and_then(|laid_out| laid_out.pdf()).unwrap_or_else(|error| panic!("{what}: {error}"));
    assert!(again.bytes == pdf.bytes, "{what}: it is not the same bytes twice");
    press.forget();
    laid_out
}

fn a_broken_photo_is_told(press: &Press, catalog: &Catalog) {
    let mut page = PageView { layout: PageLayout::Keepsake, ..spare_words() };
    for jpeg in [&b"\xff\xd8\xff not a picture"[..], b"", b"GIF89a"] {
        page.pieces = vec![PieceView::Photo(Photo { jpeg: jpeg.to_vec() })];
        let made = press.pdf(&page, &Setting { catalog, size: Size::A4 });
        assert_eq!(made.err(), Some(Error::BrokenPhoto), "a broken photo has its own sentence");
    }
}
