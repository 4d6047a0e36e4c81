//! How the pages look: each paper against a picture of it that was kept and looked at. `TWINFLOWER_KEEP_PICTURES=1` renews
//! them.
#![cfg(target_os = "linux")] // poppler draws the pages, and is installed for the tests on Linux

use image::GrayImage;
use std::path::{Path, PathBuf};
use std::process::Command;
use twinflower_core::views::{PageLayout, PageView, Photo, PieceView};
use twinflower_report::{Catalog, Fonts, Press, Setting, Size};
use twinflower_tests::paper::{Length, SENTENCES, card, keepsake, of_days, spare_words};
use twinflower_tests::window::pictures;

/// Dots an inch: enough to see a line that has moved, too few to see how a letter's edge is smoothed.
const DOTS: &str = "72";

/// How far two pictures of the same page may be apart: the mean of how much brighter or darker a dot is, of 255, and how many
/// dots of a thousand are something else altogether. Another release of poppler smooths edges in another way.
const MEAN: f64 = 1.0;
const OTHER: f64 = 3.0;

/// A keepsake with a photo of that day.
fn with_photo() -> PageView {
    let mut light = image::RgbImage::new(320, 240);
    light.enumerate_pixels_mut().for_each(|(x, y, dot)| dot.0 = [(x / 2) as u8 + 60, (y / 2) as u8 + 90, 140]);
    let mut jpeg = std::io::Cursor::new(Vec::new());
    light.write_to(&mut jpeg, image::ImageFormat::Jpeg).unwrap();
    let mut page = keepsake(3, "Ana");
    page.pieces.insert(1, PieceView::Photo(Photo { jpeg: jpeg.into_inner() }));
    page
}

/// Each by its name, with the sheet that is looked at.
fn pages() -> Vec<(&'static str, Size, PageView, u32)> {
    let both = of_days(PageLayout::OurMonth, Length::QUIET_MONTH, "Ana");
    let year = of_days(PageLayout::HerOwn, Length::QUIET_YEAR, "Ana");
    let month = of_days(PageLayout::HerOwn, Length::QUIET_MONTH, "Ana");
    vec![
        ("her-own-month", Size::A4, month, 1),
        ("our-month-of-one-entry", Size::A4, of_days(PageLayout::OurMonth, Length::ONE, "Ana"), 1),
        ("keepsake-with-photo", Size::UsLetter, with_photo(), 1),
        ("our-month", Size::A4, both.clone(), 1),
        ("our-month-letter", Size::UsLetter, both, 1),
        ("her-own-year", Size::A4, year.clone(), 1),
        ("her-own-year-by-month", Size::A4, year, 3),
        ("keepsake", Size::A4, keepsake(4, "Ana"), 1),
        ("ritual-card", Size::A4, card(5, "Ana"), 1),
        ("spare-words", Size::A4, spare_words(), 1),
    ]
}

/// One sheet of a page, in grey.
fn drawn(page: &PageView, size: Size, sheet: u32) -> GrayImage {
    let catalog = Catalog::new("en-GB", SENTENCES).unwrap();
    let printed = Press::new(Fonts::Inside).pdf(page, &Setting { catalog: &catalog, size }).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (pdf, png) = (folder.path().join("page.pdf"), folder.path().join("page"));
    std::fs::write(&pdf, printed.bytes).unwrap();
    let sheet = sheet.to_string();
    let args = ["-r", DOTS, "-gray", "-png", "-singlefile", "-f", &sheet, "-l", &sheet];
    assert!(Command::new("pdftoppm").args(args).arg(pdf).arg(&png).status().unwrap().success());
    image::open(png.with_extension("png")).unwrap().to_luma8()
}

/// Tells how far apart two pictures are: the mean, and how many of a thousand dots are something else.
fn apart(one: &GrayImage, other: &GrayImage) -> (f64, f64) {
    assert_eq!(one.dimensions(), other.dimensions());
    let by: Vec<u8> = one.pixels().zip(other.pixels()).map(|(one, other)| one.0[0].abs_diff(other.0[0])).collect();
    let mean = by.iter().map(|by| f64::from(*by)).sum::<f64>() / by.len() as f64;
    let other = by.iter().filter(|by| **by > 96).count() as f64 * 1000.0 / by.len() as f64;
    (mean, other)
}

fn is_the_same((mean, other): (f64, f64)) -> bool {
    mean <= MEAN && other <= OTHER
}

fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/pages").join(name).with_extension("png")
}

#[test]
fn every_paper_looks_as_it_was_kept() {
    for (name, size, page, sheet) in pages() {
        let (path, now) = (kept(name), drawn(&page, size, sheet));
        if pictures::are_renewed() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            now.save(path).unwrap();
            continue;
        }
        let apart = apart(&now, &image::open(&path).unwrap().to_luma8());
        if !is_the_same(apart) {
            let seen = std::env::temp_dir().join(format!("twinflower-page-{name}.png"));
            now.save(&seen).unwrap();
            panic!("{name} looks otherwise, by {apart:?}: it is {} now", seen.display());
        }
    }
}

#[test]
fn a_line_more_and_a_line_that_moved_are_seen() {
    let page = of_days(PageLayout::OurMonth, Length::QUIET_MONTH, "Ana");
    let whole = drawn(&page, Size::A4, 1);
    assert_eq!(apart(&whole, &drawn(&page, Size::A4, 1)), (0.0, 0.0));
    let mut without_goal = page.clone();
    without_goal.pieces.retain(|piece| !matches!(piece, PieceView::Goal { .. }));
    let mut without_names = page.clone();
    without_names.pieces.retain(|piece| *piece != PieceView::Signatures);
    without_names.pieces.truncate(6);
    for other in [without_goal, without_names, of_days(PageLayout::OurMonth, Length::QUIET_MONTH, "Anna-Marie")] {
        let apart = apart(&whole, &drawn(&other, Size::A4, 1));
        assert!(!is_the_same(apart), "{apart:?}");
    }
}
