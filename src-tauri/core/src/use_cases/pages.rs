//! Pages: what could stand on a paper, and the page of what was chosen. Nothing here is written or kept.

mod choosing;
mod files;
mod papers;
mod sign_off;

pub use self::files::{forget_printed, save_page};
use self::papers::Piece;
pub(super) use self::sign_off::SignedParts;
use super::family::{Family, In, Now};
use super::milestones::Whose;
use super::occurrences::Known;
use crate::document::Table;
use crate::domain::ids::{KeepsakeId, MilestoneId, PersonId, RitualId};
use crate::domain::recurrence::{FIRST_DAY, LAST_DAY};
use crate::domain::words::Words;
use crate::views::{
    CheckInRow, Choice, GoalRow, KeepsakeRow, LookingForPieces, MilestoneRow, OccurrenceRow, PageLayout, PageSpan,
    PageView, Paper, Photo, PieceId, PiecesView, RitualRow, Signer,
};
use crate::{Error, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::collections::BTreeMap;

/// The most days one page may be about: a year, a leap one too.
pub const MOST_DAYS_OF_A_PAGE: u32 = 366;

/// The most pieces that are chosen, or left out, one by one: more than two busy people write in a year.
pub const MOST_PIECES: usize = 4_000;

/// The most questions she can take along.
pub const MOST_QUESTIONS: usize = 20;

/// What one space holds that is of some days, and nothing of any other space.
#[derive(Default)]
struct Things {
    milestones: Vec<MilestoneRow>,
    rituals: Vec<(RitualRow, Vec<OccurrenceRow>)>,
    goals: Vec<(GoalRow, Vec<CheckInRow>)>,
    keepsakes: Vec<KeepsakeRow>,
}

/// What people are called.
type Names = BTreeMap<PersonId, String>;

impl Family {
    /// Lists the pieces that could be chosen for a paper, or those she looks for. Her own page can be made only by her, alone.
    pub fn pieces(&self, paper: &Paper, look: &LookingForPieces, now: Now) -> Result<PiecesView> {
        let (pieces, more_together) = self.pieces_here(paper, now)?;
        Ok(PiecesView { groups: choosing::groups(pieces, look), more_together })
    }

    /// Makes the page of what was chosen, to be looked at on the screen. A piece that is not there, or not any more, is as
    /// if it had never been chosen.
    pub fn page(&self, choice: &Choice, now: Now) -> Result<PageView> {
        self.page_of(choice, self.chosen(choice, now)?, now)
    }

    /// Makes the same page, and tells whose pieces are on it and who has signed off hers.
    pub fn page_with_signers(&self, choice: &Choice, now: Now) -> Result<(PageView, Vec<Signer>)> {
        let chosen = self.chosen(choice, now)?;
        let signers = self.signers_of(choice, &chosen);
        Ok((self.page_of(choice, chosen, now)?, signers))
    }

    /// Makes the same page to be saved, printed or copied: only once each has signed off her part (CARE.md, Always 7).
    pub fn page_to_keep(&self, choice: &Choice, now: Now) -> Result<PageView> {
        let (page, signers) = self.page_with_signers(choice, now)?;
        if signers.iter().any(|signer| !signer.has_signed) {
            return Err(Error::NotSigned);
        }
        if page.is_empty() { Err(Error::NothingChosen) } else { Ok(page) }
    }

    fn page_of(&self, choice: &Choice, chosen: Vec<Piece>, now: Now) -> Result<PageView> {
        let pieces = chosen.into_iter().map(|piece| piece.view).collect();
        let everybody = || self.card.people.iter().map(|person| person.name.clone()).collect();
        let (layout, span, people) = match &choice.paper {
            Paper::OurMonth { span } => (PageLayout::OurMonth, Some(*span), everybody()),
            Paper::HerOwn { span, .. } => (PageLayout::HerOwn, Some(*span), vec![self.person(self.alone()?).name]),
            Paper::Keepsake { keepsake } => {
                let people = match self.keepsake_of(*keepsake)?.whose {
                    Whose::Ours => everybody(),
                    Whose::Mine => vec![self.person(self.alone()?).name],
                };
                (PageLayout::Keepsake, None, people)
            }
            Paper::RitualCard { .. } => (PageLayout::RitualCard, None, Vec::new()),
            Paper::SpareWords { words } => return PageView::of_spare_words(words, now.today),
        };
        Ok(PageView { layout, span, people, made_on: now.today, pieces })
    }

    /// Lists what may be chosen by those who are here, and tells whether there is more once both are. A piece that somebody
    /// would have to sign off who is not here is not offered.
    fn pieces_here(&self, paper: &Paper, now: Now) -> Result<(Vec<Piece>, bool)> {
        let mut pieces = self.every_piece(paper, now)?;
        let family: Vec<PersonId> = self.card.people.iter().map(|person| person.id).collect();
        // A person who was known once and is not of the family now cannot sign anything off.
        pieces.retain(|piece| family.iter().any(|person| piece.row.owner.lets(*person)));
        let is_away = |piece: &Piece| family.iter().any(|one| piece.row.owner.lets(*one) && !self.is_here(*one));
        let more_together = pieces.iter().any(|piece| is_away(piece) && piece.row.id != PieceId::Signatures);
        pieces.retain(|piece| !is_away(piece));
        Ok((pieces, more_together))
    }

    fn chosen(&self, choice: &Choice, now: Now) -> Result<Vec<Piece>> {
        if choice.pieces.len().max(choice.without.len()) > MOST_PIECES {
            return Err(Error::OutOfBounds(MOST_PIECES as u32));
        }
        let (mut pieces, _) = self.pieces_here(&choice.paper, now)?;
        choosing::keep(&mut pieces, choice);
        Ok(pieces)
    }

    fn every_piece(&self, paper: &Paper, now: Now) -> Result<Vec<Piece>> {
        let people = self.card.people.iter().chain(&self.card.remembered);
        let names: Names = people.map(|person| (person.id, person.name.clone())).collect();
        match paper {
            Paper::OurMonth { span } => {
                check(span)?;
                Ok(papers::our_month(&self.things_in(In::Ours, span, now)?, &names, span))
            }
            Paper::HerOwn { span, questions } => {
                check(span)?;
                let (me, questions) = (self.alone()?, checked(questions)?);
                let mine = self.things_in(In::Mine(me), span, now)?;
                let ours = if self.ours.is_some() { self.things_in(In::Ours, span, now)? } else { Things::default() };
                Ok(papers::her_own(&mine.and(ours.only_of(me)), &questions, me, span))
            }
            Paper::Keepsake { keepsake } => {
                let row = self.keepsake_of(*keepsake)?;
                Ok(papers::keepsake(&row, self.photo_of(&row)?, &names))
            }
            Paper::RitualCard { ritual, when } => {
                let when = Words::optional(when)?;
                let row = self.ritual(*ritual, now)?;
                Ok(papers::ritual_card(&row, when.as_ref().map_or("", Words::as_str), &names))
            }
            Paper::SpareWords { .. } => Ok(Vec::new()),
        }
    }

    /// Reads one space, and no other, for what is of these days.
    fn things_in(&self, which: In, span: &PageSpan, now: Now) -> Result<Things> {
        let mut things = Things::default();
        for (id, _) in self.space(which)?.records(Table::Rituals) {
            let id: RitualId = id.parse().map_err(|_| Error::DamagedStore("a ritual's id"))?;
            let (_, ritual) = self.find_ritual(id)?;
            let mut days = Vec::new();
            for found in self.days_back(which, id, span.from, span.until)? {
                let (day, record) = found?;
                days.push(self.occurrence_row(which, id, day, record)?);
            }
            days.reverse();
            things.rituals.push((self.ritual_row(which, &ritual, Known::default(), now)?, days));
        }
        for (id, _) in self.space(which)?.records(Table::Milestones) {
            let id: MilestoneId = id.parse().map_err(|_| Error::DamagedStore("a milestone's id"))?;
            let (_, milestone) = self.find_milestone(id)?;
            things.milestones.push(self.milestone_row(which, &milestone, now)?);
        }
        for goal in self.goal_rows()?.into_iter().filter(|goal| goal.whose == which.into()) {
            let years = self.check_ins_between(which, goal.id, span.from, span.until);
            let said = years.collect::<Result<Vec<_>>>()?.concat();
            let rows = said.iter().map(|one| self.check_in_row(which, one)).collect::<Result<_>>()?;
            things.goals.push((goal, rows));
        }
        let keepsakes = self.keepsake_rows()?.into_iter();
        things.keepsakes = keepsakes.filter(|row| row.whose == which.into() && span.holds(row.kept_on)).collect();
        Ok(things)
    }

    fn keepsake_of(&self, id: KeepsakeId) -> Result<KeepsakeRow> {
        self.keepsake_rows()?.into_iter().find(|row| row.id == id).ok_or(Error::Gone)
    }

    fn photo_of(&self, row: &KeepsakeRow) -> Result<Option<Photo>> {
        if !row.has_photo {
            return Ok(None);
        }
        let jpeg = STANDARD.decode(self.keepsake_photo(row.id)?).expect("it was encoded by the same alphabet");
        Ok(Some(Photo { jpeg }))
    }
}

fn check(span: &PageSpan) -> Result<()> {
    if span.from < FIRST_DAY {
        return Err(Error::LongAgo);
    }
    if span.until > LAST_DAY {
        return Err(Error::NoSuchDay);
    }
    if span.from > span.until {
        return Err(Error::DaysCross);
    }
    if (span.until - span.from).num_days() >= MOST_DAYS_OF_A_PAGE.into() {
        return Err(Error::SpanTooLong(MOST_DAYS_OF_A_PAGE));
    }
    Ok(())
}

/// Questions left blank were only begun: they are not on the page.
fn checked(questions: &[String]) -> Result<Vec<String>> {
    if questions.len() > MOST_QUESTIONS {
        return Err(Error::OutOfBounds(MOST_QUESTIONS as u32));
    }
    let read = |typed: &String| Ok(Words::optional(typed)?.map(|words| words.as_str().to_owned()));
    questions.iter().filter_map(|typed| read(typed).transpose()).collect()
}
