//! The press: a page's view becomes a tagged PDF and pictures, and what a person wrote is only ever words on it.

use chrono::{Days, NaiveDate};
use twinflower_core::domain::goal::{Achievement, Lifecycle};
use twinflower_core::domain::ritual::Occurrence;
use twinflower_core::views::{DayMarks, OccurrenceMark, PageLayout, PageSpan, PageView, Photo, PieceView, SPARE_WORDS};
use twinflower_report::{Catalog, Error, Fonts, Press, Printed, Setting, Size, Worded};
use twinflower_tests::home::holds;

const PAGES: &str = include_str!("../../src-tauri/locales/en/pages.ftl");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn said(words: &str) -> PieceView {
    PieceView::Said { by: Some("Ana".into()), on: day("2026-11-03"), about: String::new(), words: words.into() }
}

fn named(title: &str) -> PieceView {
    let (by, on) = (Some(title.to_owned()), day("2026-11-04"));
    PieceView::Milestone { by, on, title: title.into(), why: String::new() }
}

fn year(layout: PageLayout, pieces: Vec<PieceView>) -> PageView {
    let span = PageSpan { from: day("2026-01-01"), until: day("2026-12-31") };
    let people = vec!["Ana 🌷".to_owned(), "Mira".to_owned()];
    PageView { layout, span: Some(span), people, made_on: day("2026-11-22"), pieces }
}

fn month(pieces: Vec<PieceView>) -> PageView {
    let span = Some(PageSpan { from: day("2026-11-01"), until: day("2026-11-30") });
    PageView { span, ..year(PageLayout::OurMonth, pieces) }
}

/// A page of everything there is.
fn rich(layout: PageLayout) -> PageView {
    let days = [1, 4, 8].map(|at| day("2026-11-01") + Days::new(at));
    let kept = days.map(|day| OccurrenceMark { day, state: Occurrence::Kept }).to_vec();
    let marks = days.map(|day| DayMarks { day, kept: true, skipped: false, wrote: true, reached: true }).to_vec();
    let (title, by) = ("Sunday tea".to_owned(), Some("Ana".to_owned()));
    let (lifecycle, achievement) = (Lifecycle::Active, Achievement::GoingOn);
    let words = "She put the kettle on.".to_owned();
    let pieces = vec![
        PieceView::Title { title: title.clone(), on: Some(day("2026-11-22")) },
        PieceView::Why { words: words.clone() },
        PieceView::When { words: "Every Sunday".into() },
        PieceView::Rite { words: words.clone() },
        PieceView::Step { by: by.clone(), words: words.clone() },
        PieceView::Letter { by: by.clone(), words: words.clone() },
        PieceView::Days { days: marks },
        PieceView::Ritual { by: None, title: title.clone(), days: kept },
        named("a night through"),
        PieceView::AllTogether { title: title.clone(), days: 212 },
        PieceView::Goal { by: None, title: title.clone(), lifecycle, achievement, times: Some(7) },
        PieceView::Helped { title, words: words.clone() },
        PieceView::Seen { by: by.clone(), to: Some("Mira".into()), on: days[0], words: words.clone() },
        said("We laughed."),
        PieceView::Question { words },
        PieceView::Signatures,
    ];
    PageView { layout, ..month(pieces) }
}

fn spare_words() -> PageView {
    let words: Vec<String> = (0..SPARE_WORDS).map(|at| format!("word{at}")).collect();
    PageView::of_spare_words(&words, day("2026-11-22")).unwrap()
}

fn pressed(fonts: Fonts, page: &PageView, size: Size) -> Printed {
    let catalog = Catalog::new("en-GB", PAGES).unwrap();
    Press::new(fonts).pdf(page, &Setting { catalog: &catalog, size }).unwrap()
}

#[test]
fn every_paper_is_an_accessible_pdf_and_the_same_bytes_twice() {
    let catalog = Catalog::new("en-GB", PAGES).unwrap();
    let layouts = [PageLayout::OurMonth, PageLayout::HerOwn, PageLayout::Keepsake, PageLayout::RitualCard];
    let mut pages: Vec<PageView> = layouts.map(rich).into();
    pages.extend([spare_words(), month(Vec::new())]);
    for size in [Size::A4, Size::UsLetter] {
        let (one, other) = (Press::new(Fonts::Inside), Press::new(Fonts::Inside));
        for page in &pages {
            let setting = Setting { catalog: &catalog, size };
            let first = one.pdf(page, &setting).unwrap();
            one.forget();
            assert_eq!((first.missing.as_slice(), first.is_accessible), (&[][..], true), "{:?}", page.layout);
            assert!(holds(&first.bytes, "pdfuaid"), "the claim is in the file");
            assert!(first.bytes == other.pdf(page, &setting).unwrap().bytes, "{:?}", page.layout);
            let (pictures, _) = one.pictures(page, &setting).unwrap();
            assert!(pictures.iter().all(|picture| picture.0.starts_with("<svg")));
            for trace in ["Typst", "typst", "Twinflower", "CreationDate", "ModDate"] {
                assert!(!holds(&first.bytes, trace), "{trace} stands in the file");
            }
        }
    }
}

#[test]
fn a_letter_that_no_font_has_is_told_and_drops_the_claim_but_not_the_page() {
    let page = month(vec![said("茶 and \u{e000}"), named("plain")]);
    let printed = pressed(Fonts::Inside, &page, Size::A4);
    assert_eq!((printed.missing.as_slice(), printed.is_accessible), (&['茶', '\u{e000}'][..], false));
    assert!(!holds(&printed.bytes, "pdfuaid") && holds(&printed.bytes, "/StructTreeRoot"), "tagged, without the claim");
}

#[test]
fn a_broken_photo_is_told() {
    let catalog = Catalog::new("en", PAGES).unwrap();
    let broken = PieceView::Photo(Photo { jpeg: b"\xff\xd8\xff not a picture".to_vec() });
    let page = PageView { layout: PageLayout::Keepsake, ..month(vec![broken]) };
    let made = Press::new(Fonts::Inside).pdf(&page, &Setting { catalog: &catalog, size: Size::A4 });
    assert_eq!(made.err(), Some(Error::BrokenPhoto));
}

#[test]
fn a_catalog_that_lacks_a_sentence_is_told_by_its_name() {
    let catalog = Catalog::new("en", "pages-foot = x").unwrap();
    let made = Press::new(Fonts::Inside).pdf(&month(Vec::new()), &Setting { catalog: &catalog, size: Size::A4 });
    assert!(matches!(made.err(), Some(Error::NoSentence(_))));
    assert!(Catalog::new("not a language", "").is_err());
}

fn text_of(page: &PageView) -> String {
    let catalog = Catalog::new("en-GB", PAGES).unwrap();
    Worded::new(page, &Setting { catalog: &catalog, size: Size::A4 }).unwrap().text()
}

#[test]
fn the_text_for_the_clipboard_is_headings_and_lists() {
    let quiet = month(vec![said("We laughed.\nA lot."), named("a night through"), PieceView::Signatures]);
    let expected = "\
Our month
Ana 🌷 and Mira · 1–30 November 2026 · chosen by both, for both

Milestones
- 4 Nov: a night through: a night through

What we said
- 3 Nov: “We laughed.
  A lot.”
  Ana
Ana 🌷
Mira

Self-reported. Not a medical or legal record.
";
    assert_eq!(text_of(&quiet), expected);
    let spare = text_of(&spare_words());
    assert!(spare.starts_with("Twelve words\nTheir order matters.\n1. word0\n2. word1\n"), "{spare}");
    assert!(!spare.contains("Self-reported"));
    let unbroken = "Xm".repeat(5_000);
    assert!(text_of(&month(vec![said(&unbroken)])).contains(&unbroken), "no place to break stands in it");
}

#[test]
fn letter_is_for_the_regions_that_use_it() {
    assert_eq!(["US", "CA", "CA-QC", "MX"].map(Size::of_region), [Size::UsLetter; 4]);
    assert_eq!(["GB", "GB-SCT", "DE", ""].map(Size::of_region), [Size::A4; 4]);
}

#[test]
fn no_sentence_around_her_words_is_a_denominator_or_a_share() {
    let of_two_numbers = PAGES.lines().filter(|line| line.contains("} of {"));
    assert_eq!(of_two_numbers.collect::<Vec<_>>(), ["pages-number = Page { $page } of { $pages }"]);
    for not in ["%", "percent", "out of", "missed", "streak", "failed", "score", " / "] {
        assert!(!PAGES.contains(not), "{not}");
    }
}

/// What is read out of a PDF needs poppler's tools, which the tests install on Linux.
#[cfg(target_os = "linux")]
mod read {
    use super::*;
    use twinflower_tests::paper::{letters, read};

    fn words_of(page: &PageView, fonts: Fonts, size: Size) -> String {
        letters(&read("pdftotext", &["-raw"], &pressed(fonts, page, size).bytes))
    }

    #[test]
    fn markup_that_a_person_wrote_stands_on_the_page_as_words() {
        let words = [
            "#panic()",
            "#import \"x\"",
            "#read(\"/etc/passwd\")",
            "*bold*",
            "_it_",
            "$x^2$",
            "@ref",
            "<label>",
            "= heading",
            "- list",
            "`raw`",
            "\\ back",
            "\"quoted\"",
            "--",
            "...",
            "https://example.org/a//b",
            "/* no */",
            "// no",
            "{ $name }",
        ];
        let together = words.join(" ");
        let on = day("2026-11-22");
        let mut pieces = vec![said(&together), named(&together)];
        pieces.extend([PieceView::Question { words: together.clone() }, PieceView::Why { words: together.clone() }]);
        pieces.extend([
            PieceView::Title { title: together.clone(), on: Some(on) },
            PieceView::Rite { words: together.clone() },
        ]);
        pieces.extend([PieceView::Step { by: Some(together.clone()), words: together.clone() }, PieceView::Signatures]);
        for layout in [PageLayout::OurMonth, PageLayout::Keepsake, PageLayout::RitualCard] {
            let people = vec![together.clone(), "b".to_owned()];
            let page = PageView { layout, people, ..month(pieces.clone()) };
            let text = words_of(&page, Fonts::Inside, Size::A4);
            for word in words {
                assert!(text.contains(&letters(word)), "{layout:?}: {word} in {text}");
            }
        }
    }

    #[test]
    fn names_and_words_of_many_scripts_stand_on_the_page() {
        let words = ["שלום מירה", "नमस्ते दुनिया", "مرحبا بكم", "Ἀθηνᾶ", "Đặng Thị", "👩🏽‍🦱 ❤️ 1️⃣"];
        let page = month(words.iter().map(|words| said(words)).collect());
        let printed = pressed(Fonts::InsideThenSystem, &page, Size::A4);
        assert_eq!((printed.missing, printed.is_accessible), (Vec::new(), true));
        let text = words_of(&page, Fonts::InsideThenSystem, Size::A4);
        for word in ["Ἀθηνᾶ", "Đặng"] {
            assert!(text.contains(word), "{word} in {text}");
        }
    }

    /// Asserts that every word lies between the margins of its page; answers with how many pages there are.
    fn lies_inside(printed: &Printed) -> usize {
        let boxes = read("pdftotext", &["-bbox"], &printed.bytes);
        let number = |line: &str, name: &str| -> f64 {
            let rest = line.split(&format!("{name}=\"")).nth(1).unwrap();
            rest.split('"').next().unwrap().parse().unwrap()
        };
        let (mut pages, mut width, mut height) = (0, 0.0, 0.0);
        for line in boxes.lines() {
            if line.contains("<page ") {
                pages += 1;
                (width, height) = (number(line, "width"), number(line, "height"));
            } else if line.contains("<word ") {
                let inside = number(line, "xMin") >= 40.0 && number(line, "xMax") <= width - 40.0;
                assert!(inside && number(line, "yMin") >= 20.0 && number(line, "yMax") <= height - 20.0, "{line}");
            }
        }
        pages
    }

    #[test]
    fn however_long_a_text_is_it_stays_on_the_page_and_none_of_it_is_lost() {
        let (unbroken, many) = ("Xm".repeat(5_000), "a word, V. ".repeat(900));
        let question = PieceView::Question { words: unbroken[..400].to_owned() };
        let page = month(vec![named(&unbroken[..400]), said(&unbroken), said(&many), question]);
        let printed = pressed(Fonts::Inside, &page, Size::A4);
        assert!(lies_inside(&printed) > 5);
        let text = letters(&read("pdftotext", &["-raw"], &printed.bytes));
        assert_eq!((text.matches('X').count(), text.matches('V').count()), (5_000 + 3 * 200, 900));
        for (layout, size) in [(PageLayout::Keepsake, Size::A4), (PageLayout::RitualCard, Size::UsLetter)] {
            let step = PieceView::Step { by: Some(unbroken[..200].to_owned()), words: unbroken[..800].to_owned() };
            let title = PieceView::Title { title: unbroken[..300].to_owned(), on: None };
            let page = PageView { layout, ..month(vec![title, step, said(&unbroken[..900])]) };
            lies_inside(&pressed(Fonts::Inside, &page, size));
        }
    }

    /// The left and the right edge of a word.
    fn edges_of(boxes: &str, word: &str) -> [f64; 2] {
        let line = boxes.lines().find(|line| letters(line).contains(&format!(">{word}<"))).unwrap();
        ["xMin", "xMax"].map(|name| {
            let rest = line.split(&format!("{name}=\"")).nth(1).unwrap();
            rest.split('"').next().unwrap().parse().unwrap()
        })
    }

    #[test]
    fn a_word_of_wide_letters_stays_in_its_column_and_a_title_between_the_margins() {
        let second = "Zfirst".to_owned();
        let helped = |title: &str| PieceView::Helped { title: title.to_owned(), words: second.clone() };
        let step = PieceView::Step { by: Some("Konstantinopoulou".into()), words: second.clone() };
        let pages = [
            ("Hmmmmmmmmmmmmm", PageLayout::HerOwn, vec![helped("Hmmmmmmmmmmmmm"), said("We laughed.")]),
            ("Konstantinopoulou", PageLayout::RitualCard, vec![step]),
        ];
        for (first, layout, pieces) in pages {
            let printed = pressed(Fonts::Inside, &PageView { layout, ..month(pieces) }, Size::A4);
            let boxes = read("pdftotext", &["-bbox"], &printed.bytes);
            assert!(
                edges_of(&boxes, first)[1] < edges_of(&boxes, &second)[0],
                "{first} lies beneath what stands beside it"
            );
        }
        for layout in [PageLayout::Keepsake, PageLayout::RitualCard] {
            let title = PieceView::Title { title: format!("{} {}", "W".repeat(22), "m".repeat(21)), on: None };
            assert_eq!(
                lies_inside(&pressed(Fonts::Inside, &PageView { layout, ..month(vec![title]) }, Size::UsLetter)),
                1
            );
        }
    }

    #[test]
    fn a_year_of_rows_repeats_its_header_numbers_its_pages_and_cuts_no_row() {
        let rows: Vec<PieceView> =
            (0..200).map(|at| said(&format!("first{at} and so on, quite far {}", "on ".repeat(40)))).collect();
        let printed = pressed(Fonts::Inside, &year(PageLayout::OurMonth, rows), Size::A4);
        let text = read("pdftotext", &["-layout"], &printed.bytes);
        let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
        assert!(pages.len() > 8);
        for (at, page) in (1..).zip(&pages) {
            assert!(page.contains("Day") && page.contains("Words"), "the header on page {at}");
            assert!(page.contains(&format!("Page {at} of {}", pages.len())), "page {at}");
            assert!(page.contains("Self-reported. Not a medical or legal record."));
            let begun = page.matches("first").count();
            assert_eq!(begun, page.matches("3 Nov").count(), "each row begins and ends on page {at}");
        }
    }

    #[test]
    fn the_text_says_what_the_page_says_and_nothing_else() {
        for layout in [PageLayout::OurMonth, PageLayout::HerOwn, PageLayout::Keepsake, PageLayout::RitualCard] {
            let page = rich(layout);
            let (text, printed) = (text_of(&page), pressed(Fonts::Inside, &page, Size::A4));
            // The strips of days, and the photo, are pictures with words for who does not see them.
            let page_says = letters(&read("pdftotext", &["-raw"], &printed.bytes));
            let said_aloud = letters(&read("pdfinfo", &["-struct-text"], &printed.bytes));
            for part in text.split(['\n', ':']).map(|part| letters(part.trim_start_matches("- "))) {
                let part = part.trim_matches(|c| matches!(c, '“' | '”' | '.' | ',')).to_owned();
                let is_alt =
                    text.lines().any(|line| line.contains("Of the other days") && letters(line).contains(&part));
                assert!(
                    page_says.contains(&part) || said_aloud.contains(&part) || is_alt,
                    "{layout:?}: {part}\n{page_says}"
                );
            }
            for piece in ["Sunday tea", "She put the kettle on."] {
                assert_eq!(
                    page_says.contains(&letters(piece)),
                    letters(&text).contains(&letters(piece)),
                    "{layout:?}: {piece}"
                );
            }
        }
    }

    #[test]
    fn a_screen_reader_finds_headings_table_headers_and_pictures() {
        let printed = pressed(Fonts::Inside, &rich(PageLayout::HerOwn), Size::A4);
        let structure = read("pdfinfo", &["-struct-text"], &printed.bytes);
        for part in ["H1", "H2", "TH", "TD", "Figure"] {
            assert!(structure.lines().any(|line| line.trim().starts_with(part)), "{part} in {structure}");
        }
        let about = read("pdfinfo", &[], &printed.bytes);
        assert!(about.contains("My own page") && about.contains("Tagged:          yes"), "{about}");
    }

    #[test]
    fn the_spare_words_say_neither_what_they_open_nor_whose_they_are() {
        let page = spare_words();
        let text = words_of(&page, Fonts::Inside, Size::A4);
        for at in 0..SPARE_WORDS {
            assert!(text.contains(&format!("word{at}")));
        }
        let printed = pressed(Fonts::Inside, &page, Size::A4);
        for not in ["Twinflower", "twinflower", "passphrase", "recover", "Self-reported", "space", "milestone"] {
            assert!(!text.contains(not) && !holds(&printed.bytes, not), "{not}");
        }
    }

    #[test]
    fn no_number_stands_beside_another_it_could_be_a_part_of() {
        for layout in [PageLayout::OurMonth, PageLayout::HerOwn] {
            let printed = pressed(Fonts::Inside, &rich(layout), Size::A4);
            let text = read("pdftotext", &["-layout"], &printed.bytes).replace("Page 1 of 1", "");
            let words: Vec<&str> = text.split_whitespace().collect();
            let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit());
            for three in words.windows(3) {
                let parted = ["of", "/", "out"].contains(&three[1]) && is_number(three[0]) && is_number(three[2]);
                assert!(!parted && !three[0].ends_with('%'), "{three:?}");
            }
        }
    }
}
