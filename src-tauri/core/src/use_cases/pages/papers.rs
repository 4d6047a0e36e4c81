//! The papers, each made of what it is given and nothing else: no space can be reached from here.

use super::{Names, Things};
use crate::domain::goal::Lifecycle;
use crate::domain::ids::PersonId;
use crate::domain::keepsake::From;
use crate::domain::person::Owner;
use crate::domain::ritual::{Occurrence, Standing};
use crate::views::{
    DayMarks, KeepsakeRow, OccurrenceMark, OccurrenceRow, PageSpan, Photo, PieceId, PieceRow, PieceView, RitualRow,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The most characters of a preview.
const PREVIEW: usize = 80;

/// What could be chosen, and how it would stand on the page.
pub(super) struct Piece {
    pub(super) row: PieceRow,
    pub(super) view: PieceView,
}

impl Piece {
    fn new(id: PieceId, owner: Owner, on: Option<NaiveDate>, words: &str, view: PieceView) -> Self {
        Self { row: PieceRow { id, owner, on, preview: preview(words) }, view }
    }
}

impl Things {
    /// Keeps of shared things what is hers alone: her milestones and rituals, and of all others only what she wrote,
    /// without the words around it.
    pub(super) fn only_of(mut self, me: PersonId) -> Self {
        let hers = Owner::One(me);
        self.milestones.retain(|row| row.owner == hers);
        for (ritual, days) in &mut self.rituals {
            for day in days.iter_mut() {
                day.lines.retain(|line| line.who == hers);
                day.state = day.state.filter(|_| ritual.owner == hers);
            }
            days.retain(|day| day.state.is_some() || !day.lines.is_empty());
            if ritual.owner != hers {
                ritual.title.clear();
            }
        }
        self.rituals.retain(|(_, days)| !days.is_empty());
        for (goal, said) in &mut self.goals {
            said.retain(|check_in| check_in.by == me);
            goal.title.clear();
            goal.helps.clear();
        }
        for keepsake in &mut self.keepsakes {
            keepsake.lines.retain(|line| line.who == me);
            keepsake.title.clear();
        }
        self
    }

    /// Joins what two spaces hold. A copy in the second whose original is in the first is not there twice.
    pub(super) fn and(mut self, other: Self) -> Self {
        let copies: Vec<_> = self.milestones.iter().filter_map(|row| row.copy.as_ref()).map(|copy| copy.id).collect();
        self.milestones.extend(other.milestones.into_iter().filter(|row| !copies.contains(&row.id)));
        self.rituals.extend(other.rituals);
        self.goals.extend(other.goals);
        self.keepsakes.extend(other.keepsakes);
        self
    }
}

/// Offers the family's page: shared things only, because it is given nothing else.
pub(super) fn our_month(ours: &Things, names: &Names, span: &PageSpan) -> Vec<Piece> {
    let mut pieces = rituals(ours, names);
    pieces.extend(milestones(ours, names, span, |_| String::new()));
    pieces.extend(goals(ours, names));
    for row in ours.keepsakes.iter().filter(|row| row.from == From::Seen) {
        let by = row.giver.and_then(|giver| name(names, Owner::One(giver)));
        let view = PieceView::Seen { by, to: name(names, row.owner), on: row.kept_on, words: row.title.clone() };
        let id = PieceId::Seen { keepsake: row.id };
        // One saw it, the other did it: both sign it off.
        pieces.push(Piece::new(id, Owner::Both, Some(row.kept_on), &row.title, view));
    }
    pieces.extend(said(ours, names));
    pieces.push(signatures(Owner::Both));
    pieces
}

/// Offers her own page: what is in *mine*, and what she herself wrote in *ours*.
pub(super) fn her_own(hers: &Things, questions: &[String], me: PersonId, span: &PageSpan) -> Vec<Piece> {
    // The whole page is hers, so that no name stands beside anything.
    let (names, owner) = (Names::new(), Owner::One(me));
    let days = marks(hers, span);
    let mut pieces = vec![Piece::new(PieceId::Days, owner, None, "", PieceView::Days { days })];
    pieces.extend(milestones(hers, &names, span, |why| why.to_owned()));
    for row in &hers.milestones {
        let Some(counted) = &row.counted else { continue };
        let view = PieceView::AllTogether { title: row.title.clone(), days: counted.all_together };
        pieces.push(Piece::new(PieceId::AllTogether { milestone: row.id }, owner, None, &row.title, view));
    }
    pieces.extend(rituals(hers, &names));
    pieces.extend(goals(hers, &names));
    for (goal, _) in hers.goals.iter().filter(|(goal, _)| !goal.helps.is_empty()) {
        let view = PieceView::Helped { title: goal.title.clone(), words: goal.helps.clone() };
        pieces.push(Piece::new(PieceId::Helped { goal: goal.id }, owner, None, &goal.helps, view));
    }
    pieces.extend(said(hers, &names));
    for (at, words) in (0..).zip(questions) {
        let view = PieceView::Question { words: words.clone() };
        pieces.push(Piece::new(PieceId::Question { at }, owner, None, words, view));
    }
    pieces
}

/// Offers what stays of one celebration.
pub(super) fn keepsake(row: &KeepsakeRow, photo: Option<Photo>, names: &Names) -> Vec<Piece> {
    // What the other saw or handed on is in her words and about the owner: both sign it off.
    let owner = if row.giver.is_some() { Owner::Both } else { row.owner };
    let on = Some(row.kept_on);
    let view = PieceView::Title { title: row.title.clone(), on };
    let mut pieces = vec![Piece::new(PieceId::Title, owner, on, &row.title, view)];
    if !row.why.is_empty() {
        let view = PieceView::Why { words: row.why.clone() };
        pieces.push(Piece::new(PieceId::Why, owner, None, &row.why, view));
    }
    pieces.extend(photo.map(|photo| Piece::new(PieceId::Photo, owner, None, "", PieceView::Photo(photo))));
    if !row.ritual.is_empty() {
        let view = PieceView::Rite { words: row.ritual.clone() };
        pieces.push(Piece::new(PieceId::Rite, owner, None, &row.ritual, view));
    }
    for (at, line) in (0..).zip(&row.lines) {
        let by = name(names, Owner::One(line.who));
        let view = PieceView::Said { by, on: row.kept_on, about: String::new(), words: line.words.clone() };
        let id = PieceId::Said { keepsake: row.id, at };
        pieces.push(Piece::new(id, Owner::One(line.who), None, &line.words, view));
    }
    for (letter, said) in (0..).zip(&row.letters) {
        let lines = said.words.lines().map(str::trim).filter(|words| !words.is_empty());
        for (line, words) in (0..).zip(lines) {
            let view = PieceView::Letter { by: name(names, Owner::One(said.who)), words: words.to_owned() };
            pieces.push(Piece::new(PieceId::Letter { letter, line }, Owner::One(said.who), None, words, view));
        }
    }
    pieces.push(signatures(row.owner));
    pieces
}

/// Offers a ritual as a card: who does what.
pub(super) fn ritual_card(row: &RitualRow, when: &str, names: &Names) -> Vec<Piece> {
    let view = PieceView::Title { title: row.title.clone(), on: None };
    let mut pieces = vec![Piece::new(PieceId::Title, row.owner, None, &row.title, view)];
    if !when.is_empty() {
        let view = PieceView::When { words: when.to_owned() };
        pieces.push(Piece::new(PieceId::When, row.owner, None, when, view));
    }
    if !row.meaning.is_empty() {
        let view = PieceView::Why { words: row.meaning.clone() };
        pieces.push(Piece::new(PieceId::Why, row.owner, None, &row.meaning, view));
    }
    for (at, step) in (0..).zip(&row.steps) {
        let view = PieceView::Step { by: name(names, step.who), words: step.words.clone() };
        pieces.push(Piece::new(PieceId::Step { at }, row.owner, None, &step.words, view));
    }
    pieces
}

fn rituals(things: &Things, names: &Names) -> Vec<Piece> {
    let known = |days: &[OccurrenceRow]| -> Vec<OccurrenceMark> {
        days.iter().filter_map(|row| Some(OccurrenceMark { day: row.day, state: row.state? })).collect()
    };
    let mut found: Vec<_> = things.rituals.iter().map(|(ritual, days)| (ritual, known(days))).collect();
    found.retain(|(ritual, days)| !ritual.title.is_empty() && (ritual.standing == Standing::Going || !days.is_empty()));
    found.sort_by_cached_key(|(ritual, _)| (ritual.title.to_lowercase(), ritual.id));
    let piece = |(ritual, days): (&RitualRow, _)| {
        let view = PieceView::Ritual { by: name(names, ritual.owner), title: ritual.title.clone(), days };
        Piece::new(PieceId::Ritual { ritual: ritual.id }, ritual.owner, None, &ritual.title, view)
    };
    found.into_iter().map(piece).collect()
}

fn milestones(things: &Things, names: &Names, span: &PageSpan, why: fn(&str) -> String) -> Vec<Piece> {
    let mut found = Vec::new();
    for row in &things.milestones {
        let lived_on = row.counted.as_ref().and_then(|counted| counted.lived_on);
        let Some(on) = row.reached_on.or(lived_on).filter(|on| span.holds(*on)) else { continue };
        let (by, title) = (name(names, row.owner), row.title.clone());
        let view = PieceView::Milestone { by, on, title, why: why(&row.why) };
        found.push(Piece::new(PieceId::Milestone { milestone: row.id }, row.owner, Some(on), &row.title, view));
    }
    found.sort_by_key(|piece| (piece.row.on, piece.row.id));
    found
}

fn goals(things: &Things, names: &Names) -> Vec<Piece> {
    let mut found: Vec<_> = things.goals.iter().collect();
    found.retain(|(goal, _)| !goal.title.is_empty() && goal.lifecycle != Lifecycle::Proposed);
    found.sort_by_cached_key(|(goal, _)| (goal.lifecycle != Lifecycle::Active, goal.title.to_lowercase(), goal.id));
    let piece = |(goal, said): &(crate::views::GoalRow, Vec<crate::views::CheckInRow>)| {
        let view = PieceView::Goal {
            by: name(names, goal.owner),
            title: goal.title.clone(),
            lifecycle: goal.lifecycle,
            achievement: goal.achievement,
            times: goal.times.map(|_| said.iter().filter(|check_in| check_in.done).count() as u32),
        };
        Piece::new(PieceId::Goal { goal: goal.id }, goal.owner, None, &goal.title, view)
    };
    found.into_iter().map(piece).collect()
}

/// Lists every line of these days: of check-ins, of rituals' days, of celebrations. Each belongs to who wrote it.
fn said(things: &Things, names: &Names) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut push = |id, who, on, about: &str, words: &str| {
        let (about, quoted) = (about.to_owned(), words.to_owned());
        let view = PieceView::Said { by: name(names, who), on, about, words: quoted };
        found.push(Piece::new(id, who, Some(on), words, view));
    };
    for (goal, said) in &things.goals {
        for one in said.iter().filter(|one| !one.words.is_empty()) {
            push(PieceId::CheckIn { check_in: one.id }, Owner::One(one.by), one.on, &goal.title, &one.words);
        }
    }
    for (ritual, days) in &things.rituals {
        for (day, line) in days.iter().flat_map(|day| day.lines.iter().map(move |line| (day.day, line))) {
            let who = match line.who {
                Owner::One(person) => Some(person),
                Owner::Both => None,
            };
            push(PieceId::RitualLine { ritual: ritual.id, day, who }, line.who, day, &ritual.title, &line.words);
        }
    }
    for row in &things.keepsakes {
        for (at, line) in (0..).zip(&row.lines) {
            let id = PieceId::Said { keepsake: row.id, at };
            push(id, Owner::One(line.who), row.kept_on, &row.title, &line.words);
        }
    }
    found.sort_by_key(|piece| (piece.row.on, piece.row.id));
    found
}

fn marks(hers: &Things, span: &PageSpan) -> Vec<DayMarks> {
    let mut days: BTreeMap<NaiveDate, DayMarks> = BTreeMap::new();
    let mut mark = |day: NaiveDate, set: fn(&mut DayMarks)| {
        let blank = DayMarks { day, kept: false, skipped: false, wrote: false, reached: false };
        set(days.entry(day).or_insert(blank));
    };
    for row in hers.rituals.iter().flat_map(|(_, days)| days) {
        match row.state {
            Some(Occurrence::Kept) => mark(row.day, |marks| marks.kept = true),
            Some(Occurrence::Skipped) => mark(row.day, |marks| marks.skipped = true),
            None => {}
        }
        if !row.lines.is_empty() {
            mark(row.day, |marks| marks.wrote = true);
        }
    }
    for check_in in hers.goals.iter().flat_map(|(_, said)| said) {
        mark(check_in.on, |marks| marks.wrote = true);
    }
    for piece in milestones(hers, &Names::new(), span, |_| String::new()) {
        piece.row.on.into_iter().for_each(|on| mark(on, |marks| marks.reached = true));
    }
    days.into_values().collect()
}

fn signatures(owner: Owner) -> Piece {
    Piece::new(PieceId::Signatures, owner, None, "", PieceView::Signatures)
}

fn name(names: &Names, who: Owner) -> Option<String> {
    match who {
        Owner::One(person) => names.get(&person).cloned(),
        Owner::Both => None,
    }
}

fn preview(words: &str) -> String {
    let line = words.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    if line.chars().count() <= PREVIEW {
        line.to_owned()
    } else {
        line.chars().take(PREVIEW - 1).chain(['…']).collect()
    }
}
