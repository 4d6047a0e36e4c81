//! What was written as one thing stands on one page, wherever a page can hold it; only what no page can hold goes on on the
//! next.
#![cfg(target_os = "linux")] // poppler's programs are installed for the tests on Linux

use twinflower_core::views::{PageLayout, PageView, PieceView};
use twinflower_report::{Catalog, Fonts, LaidOut, Press, Setting, Size, Worded};
use twinflower_tests::paper::{Length, SENTENCES, card, day, keepsake, letters, of_days, read};

const BEGINS: &str = "Zbegins";
const ENDS: &str = "Zends";

/// One text of so many letters, by whose first and last word it is found.
fn text(letters: usize) -> String {
    let middle = "We walked until it was dark, and nobody said a word. ".repeat(letters.div_ceil(53));
    format!("{BEGINS} {} {ENDS}", &middle[..letters - BEGINS.len() - ENDS.len() - 2].trim_end())
}

/// Every paper on which the text can stand, below so much else that it comes to stand at many heights of a page.
fn papers(words: &str, before: usize) -> Vec<PageView> {
    let (by, on, words) = (Some("Ana".to_owned()), day(2026, 11, 22), words.to_owned());
    let said = PieceView::Said { by: by.clone(), on, about: String::new(), words: words.clone() };
    let letter = PieceView::Letter { by: by.clone(), words: words.clone() };
    let helped = PieceView::Helped { title: "Evening walks".to_owned(), words: words.clone() };
    let question = PieceView::Question { words: words.clone() };
    let (why, step) = (PieceView::Why { words: words.clone() }, PieceView::Step { by, words });
    let month = |piece: PieceView| {
        let mut page = of_days(PageLayout::OurMonth, Length { days: 30, entries: before }, "Ana");
        page.pieces.push(piece);
        page
    };
    let with = |mut page: PageView, piece: PieceView| {
        page.pieces.push(piece);
        page
    };
    let without_why = |mut page: PageView| {
        page.pieces.retain(|piece| !matches!(piece, PieceView::Why { .. }));
        page
    };
    vec![
        month(said.clone()),
        month(helped),
        month(question),
        with(keepsake(before, "Ana"), said),
        with(keepsake(before, "Ana"), letter),
        with(without_why(keepsake(before, "Ana")), why.clone()),
        with(without_why(card(before, "Ana")), why),
        with(card(before, "Ana"), step),
    ]
}

fn laid_out(press: &Press, page: &PageView, size: Size) -> LaidOut {
    let catalog = Catalog::new("en-GB", SENTENCES).unwrap();
    press.lay_out(&Worded::new(page, &Setting { catalog: &catalog, size }).unwrap()).unwrap()
}

/// The pages on which the text begins and ends.
fn begins_and_ends(laid_out: &LaidOut) -> [usize; 2] {
    let text = read("pdftotext", &["-raw"], &laid_out.pdf().unwrap().bytes);
    let pages: Vec<String> = text.split('\u{c}').map(letters).collect();
    [BEGINS, ENDS].map(|word| {
        let on: Vec<usize> = (0..pages.len()).filter(|at| pages[*at].contains(word)).collect();
        assert_eq!(on.len(), 1, "{word} stands once");
        on[0]
    })
}

#[test]
fn what_fits_on_one_page_is_on_one_page() {
    let press = Press::new(Fonts::Inside);
    for letters in [250, 1_300, 1_800] {
        for before in [1, 9] {
            for (at, page) in papers(&text(letters), before).iter().enumerate() {
                let laid_out = laid_out(&press, page, Size::A4);
                let [begins, ends] = begins_and_ends(&laid_out);
                assert_eq!(begins, ends, "{letters} letters below {before} others on paper {at}, {:?}", page.layout);
                assert_eq!(laid_out.off_page(), 0);
            }
        }
    }
}

#[test]
fn a_letter_of_three_thousand_characters_moves_whole_to_the_next_page() {
    let press = Press::new(Fonts::Inside);
    for size in [Size::A4, Size::UsLetter] {
        let mut page = keepsake(4, "Ana");
        page.pieces.push(PieceView::Letter { by: Some("Mira".to_owned()), words: text(3_000) });
        assert_eq!(begins_and_ends(&laid_out(&press, &page, size)), [1, 1], "{size:?}");
    }
}

#[test]
fn what_no_page_can_hold_goes_on_on_the_next_and_stays_within_both() {
    let press = Press::new(Fonts::Inside);
    for (at, page) in papers(&text(10_000), 1).iter().enumerate() {
        let laid_out = laid_out(&press, page, Size::UsLetter);
        let [begins, ends] = begins_and_ends(&laid_out);
        assert!(ends > begins, "paper {at}, {:?}", page.layout);
        assert_eq!(laid_out.off_page(), 0, "paper {at}, {:?}", page.layout);
    }
}

#[test]
fn wide_letters_and_many_short_lines_stay_on_the_page() {
    let press = Press::new(Fonts::InsideThenSystem);
    for words in ["茶".repeat(149), "茶".repeat(1_190), "🌷".repeat(290), "a\n".repeat(29), "a\n".repeat(400)] {
        for (at, page) in papers(&words, 3).iter().enumerate() {
            let laid_out = laid_out(&press, page, Size::UsLetter);
            assert_eq!(laid_out.off_page(), 0, "paper {at}, {:?}", page.layout);
        }
    }
}

#[test]
fn two_small_tables_that_no_page_could_hold_beside_each_other_stand_below_each_other() {
    let words = "One and another, as far as this goes, and then some more of it, until it ends near here".to_owned();
    let mut page = of_days(PageLayout::HerOwn, Length::EMPTY, "Ana");
    for _ in 0..8 {
        page.pieces.push(PieceView::Helped { title: words.clone(), words: words.clone() });
        let (by, to) = (Some(words.clone()), Some(words.clone()));
        page.pieces.push(PieceView::Seen { by, to, on: day(2026, 11, 22), words: words.clone() });
    }
    let laid_out = laid_out(&Press::new(Fonts::Inside), &page, Size::UsLetter);
    assert!(laid_out.pages() > 1);
    assert_eq!(laid_out.off_page(), 0);
}
