//! What is offered, and what is chosen of it.

use super::{
    all_of, celebrated, check_in, every_word, fill_mine, goal, her_own, milestone, offered, our_month, ritual, these,
    whole,
};
use twinflower_core::domain::goal::Target;
use twinflower_core::domain::person::Owner;
use twinflower_core::use_cases::{MOST_DAYS_OF_A_PAGE, MOST_PIECES, MOST_QUESTIONS};
use twinflower_core::views::{Choice, LookingForPieces, PageSpan, Paper, PieceId, PieceKind, PieceView};
use twinflower_core::{Error, Result};
use twinflower_tests::home::{Home, holds};

#[test]
fn days_that_cannot_be_and_too_much_at_once_are_told() {
    let (mut home, ana, _) = Home::with_both();
    home.alone(ana);
    let day = |text: &str| text.parse().unwrap();
    let told = |from: &str, until: &str| -> Result<()> {
        let span = PageSpan { from: day(from), until: day(until) };
        offered(&home, &Paper::OurMonth { span }).map(|_| ())
    };
    assert_eq!(told("2026-11-02", "2026-11-01"), Err(Error::DaysCross));
    assert_eq!(told("1899-12-31", "1900-01-01"), Err(Error::LongAgo));
    assert_eq!(told("2199-12-31", "2200-01-01"), Err(Error::NoSuchDay));
    assert_eq!(told("2024-01-01", "2025-01-01"), Err(Error::SpanTooLong(MOST_DAYS_OF_A_PAGE)));
    assert_eq!(told("2024-01-01", "2024-12-31"), Ok(()), "a leap year is one year");
    let many = vec!["why?"; MOST_QUESTIONS + 1];
    assert_eq!(offered(&home, &her_own(&home, &many)), Err(Error::OutOfBounds(MOST_QUESTIONS as u32)));
    let long = "?".repeat(10_001);
    assert_eq!(offered(&home, &her_own(&home, &[&long])), Err(Error::TooLong(10_000)));
    let two = whole(&home, &her_own(&home, &["What helps at night?", "  "]));
    assert_eq!(two.pieces.iter().filter(|piece| matches!(piece, PieceView::Question { .. })).count(), 1);
}

#[test]
fn a_ritual_becomes_a_card_of_who_does_what() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    let ritual = ritual(&mut home, "Sunday tea", Owner::One(mira));
    let paper = Paper::RitualCard { ritual, when: "Every Sunday, at 16:00".to_owned() };
    let said = every_word(&home, &paper);
    for words in ["Sunday tea", "Sunday tea, meaning", "Sunday tea, step", "Every Sunday", "Mira מירה"] {
        assert!(said.contains(words), "{words}");
    }
    let nowhere = "c2a4f9d0-7be1-4c58-b1d3-5e0ac2a4f9d0".parse().unwrap();
    let paper = Paper::RitualCard { ritual: nowhere, when: String::new() };
    assert_eq!(offered(&home, &paper), Err(Error::Gone));
}

#[test]
fn asking_what_could_be_chosen_and_making_a_page_write_nothing() {
    let (mut home, ana, mira) = Home::with_both();
    fill_mine(&mut home, ana, "hers");
    let frames = home.family.frames_of_ours().unwrap();
    let can_undo = home.family.whos_here().can_undo;
    whole(&home, &our_month(&home));
    whole(&home, &her_own(&home, &["a question that is kept nowhere"]));
    assert_eq!((home.family.frames_of_ours().unwrap(), home.family.whos_here().can_undo), (frames, can_undo));
    home.alone(mira);
    assert!(!holds(&home.every_byte(), "a question that is kept nowhere"));
}

#[test]
fn all_of_a_kind_some_and_but_these_are_chosen_as_they_are_there() {
    let (mut home, ana, mira) = Home::with_both();
    let paper = Paper::Keepsake { keepsake: celebrated(&mut home, ana, mira) };
    let chosen = |choice: &Choice| home.family.page(choice, home.now).unwrap().pieces;
    let letter: Vec<PieceId> = all_of(&home, &paper).into_iter().filter(|id| id.kind() == PieceKind::Letter).collect();
    assert_eq!(letter.len(), 2);
    let all = Choice { whole: vec![PieceKind::Letter], ..these(&paper, &[]) };
    assert_eq!(chosen(&all), chosen(&these(&paper, &letter)), "all of a kind");
    let but_one = Choice { without: vec![letter[0]], ..all.clone() };
    assert_eq!(chosen(&but_one), chosen(&these(&paper, &letter[1..])), "but these");
    let both_ways = Choice { without: vec![letter[0]], ..these(&paper, &letter) };
    assert_eq!(chosen(&both_ways), chosen(&but_one), "what is left out is out, whatever chose it");
    let in_another_order = Choice { pieces: vec![PieceId::Title], ..all };
    assert!(matches!(chosen(&in_another_order)[0], PieceView::Title { .. }), "the order is the page's");
    let many = vec![PieceId::Title; MOST_PIECES + 1];
    for too_many in [these(&paper, &many), Choice { without: many.clone(), ..these(&paper, &[]) }] {
        assert_eq!(home.family.page(&too_many, home.now), Err(Error::OutOfBounds(MOST_PIECES as u32)));
    }
}

#[test]
fn a_year_of_pieces_fits_one_view_each_kind_keeps_some_and_what_is_left_out_is_found() {
    let (mut home, ana) = Home::with_ana();
    let words = "\u{1}\u{2}\"אمא 👩‍👧".repeat(40);
    for at in 0..150 {
        milestone(&mut home, &format!("{words} {at}."));
    }
    let goal = goal(&mut home, "walks", Target::None);
    for at in 0..150 {
        check_in(&mut home, goal, ana, &format!("{words} said {at}."));
    }
    let paper = her_own(&home, &["What helps at night?"]);
    let view = offered(&home, &paper).unwrap();
    assert!(serde_json::to_vec(&view).unwrap().len() <= 250 << 10);
    let held = |kind| {
        let group = view.groups.iter().find(|group| group.kind == kind).unwrap();
        (group.count, group.rows.len() as u32, group.more)
    };
    assert_eq!(view.groups.iter().map(|group| group.rows.len()).sum::<usize>(), 200);
    let (milestones, said) = (held(PieceKind::Milestone), held(PieceKind::CheckIn));
    assert_eq!((milestones.0, milestones.2, said.0, said.2), (150, true, 150, true));
    assert!(milestones.1 >= 90 && said.1 >= 90, "both keep their part: {milestones:?} {said:?}");
    assert_eq!(held(PieceKind::Question), (1, 1, false), "the short ones stay whole");
    let look = LookingForPieces { only: Some(PieceKind::CheckIn), ..LookingForPieces::default() };
    let opened = home.family.pieces(&paper, &look, home.now).unwrap().groups;
    assert_eq!((opened.len(), opened[0].rows.len(), opened[0].more), (1, 150, false));
    let look = LookingForPieces { find: " SAID 149. ".to_owned(), ..LookingForPieces::default() };
    let found = home.family.pieces(&paper, &look, home.now).unwrap().groups;
    assert_eq!((found.len(), found[0].count), (1, 1), "at the end of a text that only begins in its row");
    let all = Choice { whole: vec![PieceKind::CheckIn], ..these(&paper, &[]) };
    assert_eq!(home.family.page(&all, home.now).unwrap().pieces.len(), 150, "all of a kind is all, not its rows");
}
