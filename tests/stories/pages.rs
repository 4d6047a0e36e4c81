//! Pages: what may stand on them, whose it is, and what comes out of the press.

use twinflower_core::Result;
use twinflower_core::domain::celebration::Ready;
use twinflower_core::domain::goal::Target;
use twinflower_core::domain::ids::{GoalId, KeepsakeId, PersonId, RitualId};
use twinflower_core::domain::letter::Until;
use twinflower_core::domain::person::Owner;
use twinflower_core::domain::recurrence::How;
use twinflower_core::use_cases::{
    CheckInWords, CountedWords, GoalWords, LetterWords, MilestoneWords, Offer, RitualWords, StepWords, Whose,
};
use twinflower_core::vault::Passphrase;
use twinflower_core::views::{Choice, LookingForPieces, PageSpan, PageView, Paper, PieceId, PieceRow, PiecesView};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE};

mod choosing;
mod out;
mod signing;
mod whose;

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
