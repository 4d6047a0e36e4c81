//! Check-ins: one person's word about a goal, on a day. Each checks in only for herself.

use super::family::{Family, In, Now};
use crate::document::{Record, Table};
use crate::domain::goal::{CheckIn, Goal, LAST_YEAR, Lifecycle};
use crate::domain::ids::{CheckInId, GoalId, PersonId};
use crate::domain::person::Owner;
use crate::domain::words::Words;
use crate::vault::Passphrase;
use crate::views::{CheckInRow, CheckInsView, GoalsView, cut};
use crate::{Error, Result};
use chrono::NaiveDate;
use serde::Deserialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

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
        let check_in = self.check_ins_of(which, goal.id)?.into_iter().find(|one| one.id == id).ok_or(Error::Gone)?;
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
        let check_in = self.check_ins_of(which, goal.id)?.into_iter().find(|one| one.id == id).ok_or(Error::Gone)?;
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
        let found = self.check_ins_of(which, goal.id)?.into_iter().filter(|check_in| check_in.on <= until);
        let mut rows = found.map(|check_in| self.check_in_row(which, &check_in)).collect::<Result<_>>()?;
        let more = cut(&mut rows);
        Ok(CheckInsView { rows, more })
    }

    /// Shows one check-in.
    pub(super) fn check_in_row(&self, which: In, check_in: &CheckIn) -> Result<CheckInRow> {
        let words = self.space(which)?.text_if(self.store()?, check_in.id, check_in.words)?.unwrap_or_default();
        Ok(CheckInRow { id: check_in.id, by: check_in.by, on: check_in.on, words, done: check_in.done })
    }

    /// Reads the check-ins of every goal of a space, the newest first.
    pub(super) fn check_ins(&self, which: In) -> Result<BTreeMap<GoalId, Vec<CheckIn>>> {
        let [from, until] = [1900, LAST_YEAR as i32].map(|year| {
            NaiveDate::from_ymd_opt(year, 1, 1).expect("the first of January is in the calendar of every such year")
        });
        let mut by_goal: BTreeMap<GoalId, Vec<CheckIn>> = BTreeMap::new();
        for (id, record) in self.space(which)?.records_between(Table::CheckIns, from, until) {
            if let Some(check_in) = read(id, record)? {
                by_goal.entry(check_in.goal).or_default().push(check_in);
            }
        }
        for check_ins in by_goal.values_mut() {
            check_ins.sort_by_key(|check_in| (Reverse(check_in.on), check_in.id));
        }
        Ok(by_goal)
    }

    /// Reads the check-ins of one goal, the newest first.
    pub(super) fn check_ins_of(&self, which: In, goal: GoalId) -> Result<Vec<CheckIn>> {
        Ok(self.check_ins(which)?.remove(&goal).unwrap_or_default())
    }

    /// Lists what one person wrote about a goal.
    pub(super) fn check_ins_by(&self, which: In, goal: &Goal, person: PersonId) -> Result<Vec<CheckIn>> {
        Ok(self.check_ins_of(which, goal.id)?.into_iter().filter(|check_in| check_in.by == person).collect())
    }
}

/// Reads a check-in; one that is about no goal is about a day, and none of ours.
fn read(id: &str, record: &Record) -> Result<Option<CheckIn>> {
    let Some(goal) = record.get("goal")? else { return Ok(None) };
    Ok(Some(CheckIn {
        id: id.parse().map_err(|_| Error::DamagedStore("a check-in's id"))?,
        goal,
        by: record.must("by")?,
        on: record.must("on")?,
        words: record.get("words")?,
        done: record.must("done")?,
    }))
}
