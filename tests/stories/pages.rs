//! Pages: what may stand on them, whose it is, and what comes out of the press.

use std::path::Path;
use twinflower_core::domain::celebration::Ready;
use twinflower_core::domain::goal::Target;
use twinflower_core::domain::ids::{GoalId, KeepsakeId, PersonId, RitualId};
use twinflower_core::domain::letter::Until;
use twinflower_core::domain::person::Owner;
use twinflower_core::domain::recurrence::How;
use twinflower_core::faults::{self, Fault};
use twinflower_core::use_cases::{
    CheckInWords, CountedWords, GoalWords, LetterWords, MOST_DAYS_OF_A_PAGE, MOST_PIECES, MOST_QUESTIONS,
    MilestoneWords, Offer, RitualWords, StepWords, Whose, forget_printed, save_page,
};
use twinflower_core::vault::Passphrase;
use twinflower_core::views::{
    Choice, LookingForPieces, PageSpan, PageView, Paper, PieceId, PieceKind, PieceRow, PieceView, PiecesView,
};
use twinflower_core::{Error, Result};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE, holds};

fn november(home: &Home) -> PageSpan {
    use chrono::Datelike;
    let from = home.now.today.with_day(1).unwrap();
    PageSpan { from, until: from.with_day(30).unwrap() }
}

fn our_month(home: &Home) -> Paper {
    Paper::OurMonth { span: november(home) }
}

fn her_own(home: &Home, questions: &[&str]) -> Paper {
    Paper::HerOwn { span: november(home), questions: questions.iter().map(|words| (*words).to_owned()).collect() }
}

fn offered(home: &Home, paper: &Paper) -> Result<PiecesView> {
    home.family.pieces(paper, &LookingForPieces::default(), home.now)
}

fn rows(home: &Home, paper: &Paper) -> Vec<PieceRow> {
    offered(home, paper).unwrap().groups.into_iter().flat_map(|group| group.rows).collect()
}

fn all_of(home: &Home, paper: &Paper) -> Vec<PieceId> {
    rows(home, paper).into_iter().map(|row| row.id).collect()
}

fn these(paper: &Paper, pieces: &[PieceId]) -> Choice {
    Choice { paper: paper.clone(), whole: Vec::new(), pieces: pieces.to_vec(), without: Vec::new() }
}

fn everything(home: &Home, paper: &Paper) -> Choice {
    let whole = offered(home, paper).unwrap().groups.iter().map(|group| group.kind).collect();
    Choice { whole, ..these(paper, &[]) }
}

fn whole(home: &Home, paper: &Paper) -> PageView {
    home.family.page(&everything(home, paper), home.now).unwrap()
}

/// Everything that a paper offers and everything that its page holds, as one text to hunt in.
fn every_word(home: &Home, paper: &Paper) -> String {
    let pieces = offered(home, paper).unwrap();
    format!("{}{}", serde_json::to_string(&pieces).unwrap(), serde_json::to_string(&whole(home, paper)).unwrap())
}

fn milestone(home: &mut Home, title: &str) {
    let reached_on = Some(home.now.today);
    let words = MilestoneWords { title: title.to_owned(), why: format!("{title}, why"), reached_on, counted: None };
    home.family.add_milestone(&words, home.now).unwrap();
}

fn ritual(home: &mut Home, title: &str, who: Owner) -> RitualId {
    let words = RitualWords {
        title: title.to_owned(),
        meaning: format!("{title}, meaning"),
        steps: vec![StepWords { who, words: format!("{title}, step") }],
        how: How::Daily { every: 1 },
        starts_on: home.now.today,
        ends_on: None,
        at: None,
    };
    let rows = home.family.add_ritual(&words, home.now).unwrap().rows;
    rows.into_iter().find(|row| row.title == title).unwrap().id
}

fn goal(home: &mut Home, title: &str, target: Target) -> GoalId {
    let words = GoalWords {
        title: title.to_owned(),
        why: format!("{title}, why"),
        helps: format!("{title}, helps"),
        target,
        touches_use: false,
    };
    home.family.add_goal(&words).unwrap().rows.into_iter().find(|row| row.title == title).unwrap().id
}

fn check_in(home: &mut Home, goal: GoalId, by: PersonId, words: &str) {
    let passphrase = if home.name_of(by).starts_with("Ana") { ANAS_PASSPHRASE } else { MIRAS_PASSPHRASE };
    let words = CheckInWords { on: home.now.today, done: true, words: words.to_owned() };
    home.family.check_in(goal, by, &words, Some(&Passphrase::typed(passphrase)), home.now).unwrap();
}

/// Fills one person's own space; every text begins with the mark.
fn fill_mine(home: &mut Home, person: PersonId, mark: &str) {
    home.alone(person);
    milestone(home, &format!("{mark} milestone"));
    let counted = Some(CountedWords { number: 30, since: home.now.today });
    let title = format!("{mark} days");
    let words = MilestoneWords { title, why: String::new(), reached_on: None, counted };
    home.family.add_milestone(&words, home.now).unwrap();
    let ritual = ritual(home, &format!("{mark} ritual"), Owner::One(person));
    home.family.keep_occurrence(ritual, home.now.today, Some(&format!("{mark} line")), None, home.now).unwrap();
    let goal = goal(home, &format!("{mark} goal"), Target::None);
    check_in(home, goal, person, &format!("{mark} check-in"));
}

/// A joint goal that Ana proposed and Mira agreed to; Mira is in.
fn agreed_goal(home: &mut Home, ana: PersonId, mira: PersonId, title: &str, target: Target) -> GoalId {
    home.alone(ana);
    let hers = goal(home, title, target);
    let offer = Offer::Goal { with_why: true, with_helps: true };
    let rows = home.family.propose_goal(hers, &offer).unwrap().rows;
    let row = rows.into_iter().find(|row| row.whose == Whose::Ours && row.title == title).unwrap();
    home.alone(mira);
    home.family.agree_to_goal(row.id, mira, &row.wording, None).unwrap();
    row.id
}

/// A celebration of Mira's with a letter of Ana's; both are here.
fn celebrated(home: &mut Home, ana: PersonId, mira: PersonId) -> KeepsakeId {
    home.alone(mira);
    milestone(home, "I asked for help first");
    let rows = home.family.milestones("asked for help", home.now).unwrap().rows;
    let id = home.family.mark_ready(rows[0].id, Ready::Invite, None, home.now).unwrap().rows[0].id;
    home.alone(ana);
    let words = "You rang.\n\nI came.".to_owned();
    let draft = home.family.keep_letter(None, &LetterWords { to: mira, title: String::new(), words }, home.now);
    home.family.seal_letter(draft.unwrap().id, Until::Celebration(id), home.now).unwrap();
    home.together(ana, mira);
    home.family.open_celebration(id, home.now).unwrap();
    home.family.say_line(id, mira, "Mira says thank you", home.now).unwrap();
    home.family.say_line(id, ana, "Ana says always", home.now).unwrap();
    home.family.keep(id, home.now).unwrap().rows[0].id
}

#[test]
fn what_is_private_is_on_no_page_of_the_other_and_on_none_of_both() {
    let (mut home, ana, mira) = Home::with_both();
    fill_mine(&mut home, ana, "canary-a");
    fill_mine(&mut home, mira, "canary-m");
    let keepsake = celebrated(&mut home, ana, mira);
    let shared = [our_month(&home), Paper::Keepsake { keepsake }];
    for paper in &shared {
        assert!(!every_word(&home, paper).contains("canary"), "together");
    }
    for person in [ana, mira] {
        home.alone(person);
        for paper in &shared {
            assert!(!every_word(&home, paper).contains("canary"), "alone, with her own space open");
        }
    }
    let hers = every_word(&home, &her_own(&home, &[]));
    assert!(!hers.contains("canary-a"));
    for part in ["milestone", "days", "ritual", "line", "goal", "helps", "check-in"] {
        let kept = if part == "helps" { "canary-m goal, helps".to_owned() } else { format!("canary-m {part}") };
        assert!(hers.contains(&kept), "{kept} is hers to choose");
    }
}

#[test]
fn her_own_page_quotes_only_her_own_words_of_what_is_shared() {
    let (mut home, ana, mira) = Home::with_both();
    let goal = agreed_goal(&mut home, ana, mira, "words of Ana", Target::None);
    check_in(&mut home, goal, mira, "Mira walked");
    home.come_in(ana);
    check_in(&mut home, goal, ana, "Ana walked");
    let tea = ritual(&mut home, "words of both", Owner::Both);
    home.family.keep_occurrence(tea, home.now.today, Some("a line of both"), None, home.now).unwrap();
    celebrated(&mut home, ana, mira);
    home.alone(ana);
    home.family.keep_occurrence(tea, home.now.today, Some("Ana's line"), None, home.now).unwrap();
    home.alone(mira);
    home.family.keep_occurrence(tea, home.now.today, Some("Mira's line"), None, home.now).unwrap();
    let hers = every_word(&home, &her_own(&home, &[]));
    for words in ["Mira walked", "Mira's line", "Mira says thank you", "I asked for help first"] {
        assert!(hers.contains(words), "{words}");
    }
    for words in ["Ana", "words of", "of both", "You rang"] {
        assert!(!hers.contains(words), "{words}");
    }
    let pieces = rows(&home, &her_own(&home, &[]));
    assert!(pieces.iter().all(|row| row.owner == Owner::One(mira)));
}

#[test]
fn her_own_page_is_made_by_her_alone() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    assert_eq!(offered(&home, &her_own(&home, &[])), Err(Error::NeedsHerPassphrase));
    home.family.lock_all();
    assert_eq!(offered(&home, &our_month(&home)), Err(Error::Closed));
}

#[test]
fn a_page_begins_empty_and_each_piece_says_whose_it_is() {
    let (mut home, ana, mira) = Home::with_both();
    assert!(home.family.page(&these(&our_month(&home), &[]), home.now).is_err(), "nobody is here");
    let keepsake = celebrated(&mut home, ana, mira);
    let paper = our_month(&home);
    let blank = home.family.page(&these(&paper, &[]), home.now).unwrap();
    assert!(blank.is_empty() && blank.pieces.is_empty());
    assert!(
        home.family.page(&these(&paper, &[PieceId::Signatures]), home.now).unwrap().is_empty(),
        "names alone are no page"
    );
    let rows = rows(&home, &Paper::Keepsake { keepsake });
    let owner = |preview: &str| rows.iter().find(|row| row.preview == preview).unwrap().owner;
    assert_eq!(owner("I asked for help first"), Owner::One(mira));
    assert_eq!((owner("Mira says thank you"), owner("Ana says always")), (Owner::One(mira), Owner::One(ana)));
    assert_eq!(owner("I came."), Owner::One(ana), "each line of a letter is its writer's");
    assert_eq!(rows.last().map(|row| (row.id, row.owner)), Some((PieceId::Signatures, Owner::One(mira))));
}

#[test]
fn a_refused_piece_looks_like_one_never_chosen() {
    let (mut home, ana, mira) = Home::with_both();
    let keepsake = celebrated(&mut home, ana, mira);
    let paper = Paper::Keepsake { keepsake };
    let all = all_of(&home, &paper);
    let letter = |id: &PieceId| matches!(id, PieceId::Letter { .. });
    let without: Vec<PieceId> = all.iter().copied().filter(|id| !letter(id)).collect();
    let page = home.family.page(&these(&paper, &without), home.now).unwrap();
    assert!(!serde_json::to_string(&page).unwrap().contains("I came"));
    let gone = [without.as_slice(), &[PieceId::Letter { letter: 9, line: 9 }]].concat();
    assert_eq!(home.family.page(&these(&paper, &gone), home.now).unwrap(), page);
    let signed = |page: &PageView| page.pieces.contains(&PieceView::Signatures);
    assert!(signed(&page));
}

#[test]
fn of_shared_goals_only_what_happened_is_told_and_never_out_of_how_many() {
    let (mut home, ana, mira) = Home::with_both();
    let goal = agreed_goal(&mut home, ana, mira, "walks", Target::Total { times: 40 });
    check_in(&mut home, goal, mira, "");
    check_in(&mut home, goal, mira, "");
    home.days_go_by(30);
    check_in(&mut home, goal, mira, "");
    home.now.today = home.now.today - chrono::Days::new(30);
    home.together(ana, mira);
    let page = whole(&home, &our_month(&home));
    let times = page.pieces.iter().find_map(|piece| match piece {
        PieceView::Goal { times, .. } => *times,
        _ => None,
    });
    assert_eq!(times, Some(2), "what happened in these days");
    let said = serde_json::to_string(&page).unwrap();
    assert!(!said.contains("40") && !said.contains("target"), "{said}");
    let agreed = agreed_goal(&mut home, ana, mira, "twice a week", Target::PerWeek { times: 2 });
    check_in(&mut home, agreed, mira, "");
    home.come_in(ana);
    let pieces = whole(&home, &our_month(&home)).pieces;
    let weekly = |piece: &&PieceView| matches!(piece, PieceView::Goal { title, .. } if title == "twice a week");
    assert!(matches!(pieces.iter().find(weekly), Some(PieceView::Goal { times: None, .. })));
}

#[test]
fn a_goal_that_only_one_agreed_to_is_not_offered() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let hers = goal(&mut home, "walks", Target::None);
    home.family.propose_goal(hers, &Offer::Goal { with_why: false, with_helps: false }).unwrap();
    home.together(ana, mira);
    assert_eq!(all_of(&home, &our_month(&home)), [PieceId::Signatures]);
}

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

#[test]
fn a_page_is_given_out_when_each_has_signed_exactly_her_part() {
    let (mut home, ana, mira) = Home::with_both();
    let paper = Paper::Keepsake { keepsake: celebrated(&mut home, ana, mira) };
    let now = home.now;
    let [anas, miras] = [ANAS_PASSPHRASE, MIRAS_PASSPHRASE].map(Passphrase::typed);
    let line = |words: &str| rows(&home, &paper).into_iter().find(|row| row.preview == words).unwrap().id;
    let (title, hers, letter) = (PieceId::Title, line("Ana says always"), line("I came."));
    let choice = these(&paper, &[title, hers]);
    let signed = |home: &Home, choice: &Choice| -> Vec<(PersonId, u32, bool)> {
        let signers = home.family.signers(choice, home.now).unwrap();
        signers.into_iter().map(|signer| (signer.person, signer.pieces, signer.has_signed)).collect()
    };
    assert_eq!(signed(&home, &choice), [(ana, 1, false), (mira, 1, false)]);
    assert_eq!(home.family.page_to_keep(&choice, now), Err(Error::NotSigned));
    assert_eq!(home.family.sign_page(&choice, ana, None, now), Err(Error::NeedsHerPassphrase));
    assert_eq!(home.family.sign_page(&choice, ana, Some(&miras), now), Err(Error::WrongWords), "nobody signs for her");
    home.family.sign_page(&choice, ana, Some(&anas), now).unwrap();
    assert_eq!(home.family.page_to_keep(&choice, now), Err(Error::NotSigned), "one of two");
    home.family.sign_page(&choice, mira, Some(&miras), now).unwrap();
    assert_eq!(home.family.page_to_keep(&choice, now), home.family.page(&choice, now));

    let more_of_anas = these(&paper, &[title, hers, letter]);
    assert_eq!(signed(&home, &more_of_anas), [(ana, 2, false), (mira, 1, true)], "only her part has changed");
    assert_eq!(home.family.page_to_keep(&more_of_anas, now), Err(Error::NotSigned));
    let refused = Choice { without: vec![letter], ..more_of_anas };
    assert_eq!(home.family.page_to_keep(&refused, now), home.family.page(&choice, now), "as one never chosen");
    let only_miras = these(&paper, &[title]);
    assert_eq!(signed(&home, &only_miras), [(mira, 1, true)], "who has no part is not asked");

    home.family.lock(ana);
    home.come_in(ana);
    assert_eq!(signed(&home, &choice), [(ana, 1, false), (mira, 1, false)], "it lapses at every lock");
    assert_eq!(home.family.page_to_keep(&these(&paper, &[]), now), Err(Error::NothingChosen));
}

#[test]
fn a_sign_off_lapses_when_the_words_it_was_for_change() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    let tea = ritual(&mut home, "tea", Owner::Both);
    home.family.keep_occurrence(tea, home.now.today, Some("a line of both"), None, home.now).unwrap();
    let choice = everything(&home, &our_month(&home));
    for (person, passphrase) in [(ana, ANAS_PASSPHRASE), (mira, MIRAS_PASSPHRASE)] {
        home.family.sign_page(&choice, person, Some(&Passphrase::typed(passphrase)), home.now).unwrap();
    }
    assert!(home.family.page_to_keep(&choice, home.now).is_ok());
    home.family.keep_occurrence(tea, home.now.today, Some("another line"), None, home.now).unwrap();
    assert_eq!(home.family.page_to_keep(&choice, home.now), Err(Error::NotSigned));
    assert!(home.family.page(&choice, home.now).is_ok(), "to look at it needs no signature");
}

#[test]
fn alone_she_is_offered_what_is_hers_alone_and_needs_to_sign_nothing() {
    let (mut home, ana, mira) = Home::with_both();
    let keepsake = celebrated(&mut home, ana, mira);
    ritual(&mut home, "tea", Owner::Both);
    let everybodys = everything(&home, &our_month(&home));
    home.alone(ana);
    for paper in [our_month(&home), Paper::Keepsake { keepsake }] {
        assert!(offered(&home, &paper).unwrap().more_together);
        assert!(rows(&home, &paper).iter().all(|row| row.owner == Owner::One(ana)));
        assert!(!every_word(&home, &paper).contains("Mira says"));
    }
    let hers = home.family.page(&everybodys, home.now).unwrap();
    assert!(serde_json::to_string(&hers).unwrap().contains("Ana says always"));
    assert!(!serde_json::to_string(&hers.pieces).unwrap().contains("tea"), "what needs both is as if never chosen");
    let choice = everything(&home, &our_month(&home));
    let signers = home.family.signers(&choice, home.now).unwrap();
    assert_eq!(signers.iter().map(|signer| (signer.person, signer.has_signed)).collect::<Vec<_>>(), [(ana, true)]);
    assert!(home.family.page_to_keep(&choice, home.now).is_ok());
    assert!(!offered(&home, &her_own(&home, &[])).unwrap().more_together);
    let (mut one, _) = Home::with_ana();
    milestone(&mut one, "a first");
    assert!(!offered(&one, &her_own(&one, &[])).unwrap().more_together, "nobody is absent from a family of one");
}

#[test]
fn the_spare_words_are_nobodys_part_and_twelve() {
    let (home, _, _) = Home::with_both();
    let words: Vec<String> = (0..12).map(|at| format!("word{at}")).collect();
    let paper = Paper::SpareWords { words: words.clone() };
    let page = home.family.page_to_keep(&these(&paper, &[]), home.now).unwrap();
    assert_eq!(page.pieces, [PieceView::SpareWords { words: words.clone() }]);
    assert_eq!(offered(&home, &paper).unwrap().groups, []);
    let eleven = Paper::SpareWords { words: words[1..].to_vec() };
    assert_eq!(home.family.page_to_keep(&these(&eleven, &[]), home.now), Err(Error::OutOfBounds(12)));
}

#[test]
fn a_saved_page_says_nothing_in_its_name_and_overwrites_nothing() {
    let home = Home::empty();
    let folder = tempfile::tempdir().unwrap();
    let saved = |place: &Path, pdf: &[u8]| -> Result<String> {
        let path = save_page(place, pdf, home.now)?;
        assert_eq!(std::fs::read(&path).unwrap(), pdf);
        Ok(path.strip_prefix(folder.path()).unwrap().to_str().unwrap().to_owned())
    };
    assert_eq!(saved(folder.path(), b"one").unwrap(), "Twinflower page 2026-11-22.pdf");
    assert_eq!(saved(folder.path(), b"two").unwrap(), "Twinflower page 2026-11-22 (2).pdf");
    assert_eq!(saved(&folder.path().join("ours.pdf"), b"three").unwrap(), "ours.pdf");
    assert_eq!(saved(&folder.path().join("ours.pdf"), b"four").unwrap(), "ours (2).pdf");
    assert_eq!(saved(&folder.path().join("ours"), b"five").unwrap(), "ours (3).pdf");
    assert_eq!(std::fs::read(folder.path().join("ours.pdf")).unwrap(), b"three");
    for nowhere in ["nowhere/ours.pdf", "ours.pdf/below.pdf"] {
        assert_eq!(saved(&folder.path().join(nowhere), b"x"), Err(Error::NoSuchFolder));
    }
    assert_eq!(save_page(Path::new(""), b"x", home.now), Err(Error::NoSuchFolder));
}

#[test]
fn a_page_that_a_disk_does_not_take_is_told_and_leaves_no_half_of_it() {
    let (home, folder) = (Home::empty(), tempfile::tempdir().unwrap());
    let full = 28; // ENOSPC
    for nth in 1.. {
        faults::begin(folder.path(), Fault { nth, from_then_on: true, errno: full });
        let saved = save_page(folder.path(), b"a page", home.now);
        let calls = faults::end(folder.path());
        if saved.is_ok() {
            assert!(calls < nth && nth > 4, "each of its calls has failed once");
            break;
        }
        assert_eq!(saved, Err(Error::DiskFull));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "call {nth}");
    }
}

#[test]
fn what_is_printed_from_lies_where_only_this_account_can_look_and_goes_at_every_lock() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    let words: Vec<String> = (0..12).map(|at| format!("word{at}")).collect();
    let choice = these(&Paper::SpareWords { words }, &[]);
    let printed = |home: &Home| {
        let path = home.family.page_to_print(&choice, b"%PDF canary", home.now).unwrap();
        assert!(path.starts_with(home.folder()) && holds(&home.every_byte(), "%PDF canary"));
        path
    };
    let path = printed(&home);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let folder = std::fs::metadata(path.parent().unwrap()).unwrap();
        assert_eq!(folder.permissions().mode() & 0o777, 0o700);
    }
    assert_eq!(path.file_name().unwrap(), "Twinflower page 2026-11-22.pdf");
    assert_ne!(printed(&home), path, "one that is open stays as it is");
    home.family.lock(mira);
    assert!(!holds(&home.every_byte(), "canary"), "when one of two locks");
    printed(&home);
    home.family.lock_all();
    assert!(!holds(&home.every_byte(), "canary"), "when everybody does");
    let late = home.family.page_to_print(&choice, b"%PDF canary", home.now);
    assert_eq!(late, Err(Error::Closed), "who locked while it was made has refused it");
    home.come_in(ana);
    let unsigned = these(&our_month(&home), &[]);
    assert_eq!(home.family.page_to_print(&unsigned, b"%PDF canary", home.now), Err(Error::NothingChosen));
    printed(&home);
    forget_printed(home.folder());
    assert!(!holds(&home.every_byte(), "canary"), "at the next start, and on Hide");
}
