//! Pages: what may stand on them, whose it is, and what comes out of the press.

use twinflower_core::domain::celebration::Ready;
use twinflower_core::domain::goal::Target;
use twinflower_core::domain::ids::{GoalId, KeepsakeId, PersonId, RitualId};
use twinflower_core::domain::letter::Until;
use twinflower_core::domain::person::Owner;
use twinflower_core::domain::recurrence::How;
use twinflower_core::use_cases::{
    CheckInWords, CountedWords, GoalWords, LetterWords, MOST_DAYS_OF_A_PAGE, MOST_QUESTIONS, MilestoneWords, Offer,
    RitualWords, StepWords, Whose,
};
use twinflower_core::vault::Passphrase;
use twinflower_core::views::{
    Choice, LookingForPieces, PageSpan, PageView, Paper, PieceId, PieceRow, PieceView, PiecesView,
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
