//! Check-ins: one person's word about a goal, on a day. Each checks in only for herself.

use super::family::{Family, In, Now};
use crate::document::{Document, Record, Table};
use crate::domain::goal::{CheckIn, Goal, Lifecycle};
use crate::domain::ids::{CheckInId, GoalId, PersonId};
use crate::domain::person::Owner;
use crate::domain::recurrence::{FIRST_DAY, LAST_DAY};
use crate::domain::words::Words;
use crate::vault::Passphrase;
use crate::views::{CheckInRow, CheckInsView, GoalsView, MOST_ROWS, cut};
use crate::{Error, Result};
use chrono::NaiveDate;
use serde::Deserialize;
use std::cmp::Reverse;

/// What she says when she checks in.
#[derive(Clone, Debug, Deserialize, specta::Type)]
pub struct CheckInWords {
    /// The day; past days are welcome.
    pub on: NaiveDate,
    /// Whether it happened. Where it did not, there are only her words, and nothing says "missed".
    pub done: bool,
    /// What she writes; may be left empty where it happened.
    pub words: String,
}

impl Family {
    /// Checks in to a goal, for herself. While both are here it asks her passphrase.
    pub fn check_in(
        &mut self,
        goal: GoalId,
        by: PersonId,
        words: &CheckInWords,
        passphrase: Option<&Passphrase>,
        now: Now,
    ) -> Result<GoalsView> {
        now.check_past(Some(words.on))?;
        let text = Words::optional(&words.words)?;
        if !words.done && text.is_none() {
            return Err(Error::Blank);
        }
        let (which, goal) = self.find_goal(goal)?;
        if !goal.owner.lets(by) {
            return Err(Error::NotHers);
        }
        if goal.lifecycle() == Lifecycle::Proposed {
            return Err(Error::NotAgreed);
        }
        let signer = self.signed(Owner::One(by), passphrase)?;
        self.write_by(signer, which, |pen| {
            let id = CheckInId::draw(pen.rng());
            let text = pen.words_if(id, text.as_ref())?;
            pen.put_on(words.on, Table::CheckIns, id, "gone", &false);
            pen.put_on(words.on, Table::CheckIns, id, "goal", &goal.id);
            pen.put_on(words.on, Table::CheckIns, id, "by", &by);
            pen.put_on(words.on, Table::CheckIns, id, "on", &words.on);
            pen.put_on(words.on, Table::CheckIns, id, "done", &words.done);
            pen.put_on(words.on, Table::CheckIns, id, "words", &text);
            Ok(())
        })?;
        self.goals("")
    }

    /// Gives one of her own check-ins other words; its day stays. Only what she changed is written.
    pub fn edit_check_in(
        &mut self,
        goal: GoalId,
        id: CheckInId,
        words: &str,
        passphrase: Option<&Passphrase>,
    ) -> Result<GoalsView> {
        let text = Words::optional(words)?;
        let (which, goal) = self.find_goal(goal)?;
        let check_in = self.find_check_in(which, goal.id, id)?;
        if !check_in.done && text.is_none() {
            return Err(Error::Blank);
        }
        let signer = self.signed(Owner::One(check_in.by), passphrase)?;
        let before = self.check_in_row(which, &check_in)?.words;
        self.write_by(signer, which, |pen| {
            if text.as_ref().map_or("", Words::as_str) != before {
                let text = pen.words_if(id, text.as_ref())?;
                pen.put_on(check_in.on, Table::CheckIns, id, "words", &text);
            }
            Ok(())
        })?;
        self.goals("")
    }

    /// Deletes one of her own check-ins for real. It cannot be undone.
    pub fn remove_check_in(
        &mut self,
        goal: GoalId,
        id: CheckInId,
        passphrase: Option<&Passphrase>,
    ) -> Result<GoalsView> {
        let (which, goal) = self.find_goal(goal)?;
        let check_in = self.find_check_in(which, goal.id, id)?;
        self.signed(Owner::One(check_in.by), passphrase)?;
        let ((), ink) = self.compose(which, |pen| {
            pen.put_on(check_in.on, Table::CheckIns, id, "gone", &true);
            pen.erase(id)
        })?;
        self.commit_for_good(vec![(which, ink)])?;
        self.goals("")
    }

    /// Shows the check-ins of one goal, from a day back.
    pub fn goal_check_ins(&self, goal: GoalId, until: NaiveDate) -> Result<CheckInsView> {
        let (which, goal) = self.find_goal(goal)?;
        let found = self.newest_check_ins(which, goal.id, MOST_ROWS + 1, FIRST_DAY, until)?;
        let mut rows = found.iter().map(|check_in| self.check_in_row(which, check_in)).collect::<Result<_>>()?;
        let more = cut(&mut rows);
        Ok(CheckInsView { rows, more })
    }

    /// Shows one check-in.
    pub(super) fn check_in_row(&self, which: In, check_in: &CheckIn) -> Result<CheckInRow> {
        let words = self.space(which)?.text_if(self.store()?, check_in.id, check_in.words)?.unwrap_or_default();
        Ok(CheckInRow { id: check_in.id, by: check_in.by, on: check_in.on, words, done: check_in.done })
    }

    /// Reads the check-ins of one goal, the newest first.
    pub(super) fn check_ins_of(&self, which: In, goal: GoalId) -> Result<Vec<CheckIn>> {
        self.check_ins_between(which, goal, FIRST_DAY, LAST_DAY).collect::<Result<Vec<_>>>().map(|years| years.concat())
    }

    /// Lists what one person wrote about a goal.
    pub(super) fn check_ins_by(&self, which: In, goal: &Goal, person: PersonId) -> Result<Vec<CheckIn>> {
        Ok(self.check_ins_of(which, goal.id)?.into_iter().filter(|check_in| check_in.by == person).collect())
    }

    /// Reads so many check-ins of one goal in these days, the newest first, and no year further back than they reach.
    pub(super) fn newest_check_ins(
        &self,
        which: In,
        goal: GoalId,
        many: usize,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<CheckIn>> {
        let mut newest = Vec::new();
        for year in self.check_ins_between(which, goal, from, until) {
            newest.extend(year?);
            if newest.len() >= many {
                break;
            }
        }
        newest.truncate(many);
        Ok(newest)
    }

    /// Reads the check-ins of one goal in these days: year after year from the newest on, each when it is come to.
    pub(super) fn check_ins_between(
        &self,
        which: In,
        goal: GoalId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> impl Iterator<Item = Result<Vec<CheckIn>>> {
        let open = self.space(which).and_then(|space| Ok((space, self.store()?)));
        let (space, failed) = match open {
            Ok(open) => (Some(open), None),
            Err(error) => (None, Some(Err(error))),
        };
        let years = space.into_iter().flat_map(move |(space, store)| space.years(store, from, until));
        let of_year = move |year: &Document| {
            let records = year.records_with(Table::CheckIns, "goal", &goal);
            let mut said = records.map(|(id, record)| read(id, record)).collect::<Result<Vec<_>>>()?;
            said.retain(|check_in| (from..=until).contains(&check_in.on));
            said.sort_by_key(|check_in| (Reverse(check_in.on), check_in.id));
            Ok(said)
        };
        failed.into_iter().chain(years.map(move |year| of_year(year?)))
    }

    fn find_check_in(&self, which: In, goal: GoalId, id: CheckInId) -> Result<CheckIn> {
        let name = id.to_string();
        for year in self.space(which)?.years(self.store()?, FIRST_DAY, LAST_DAY) {
            let record = year?.record(Table::CheckIns, &name);
            if !record.is_gone() && record.get("goal")? == Some(goal) {
                return read(&name, record);
            }
        }
        Err(Error::Gone)
    }
}

/// Reads a check-in.
fn read(id: &str, record: &Record) -> Result<CheckIn> {
    Ok(CheckIn {
        id: id.parse().map_err(|_| Error::DamagedStore("a check-in's id"))?,
        goal: record.must("goal")?,
        by: record.must("by")?,
        on: record.must("on")?,
        words: record.get("words")?,
        done: record.must("done")?,
    })
}
