//! Milestones: set down, edited, reached, let rest, let go, shared, taken back, deleted for real.

use super::family::{Family, In, Now};
use crate::document::{Record, Table};
use crate::domain::days_together::{SpanId, Spans};
use crate::domain::ideas::{self, Company, Idea, Suggested};
use crate::domain::ids::MilestoneId;
use crate::domain::milestone::{Counted, MOST_DAYS, Milestone, Standing};
use crate::domain::person::Owner;
use crate::domain::words::Words;
use crate::space::Pen;
use crate::vault::Passphrase;
use crate::views::{
    CopyRow, CountedView, Looking, MilestoneGroup, MilestoneRow, MilestonesView, SharePreview, Show, SpanRow, cut,
};
use crate::{Error, Result};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Where something stands that a person sees: in *mine*, or in *ours*.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// In her own space.
    Mine,
    /// In the shared one.
    Ours,
}

/// What she says of a milestone.
#[derive(Clone, Debug, Deserialize, specta::Type)]
pub struct MilestoneWords {
    /// What it is.
    pub title: String,
    /// Why it matters; may be left empty.
    pub why: String,
    /// The day it was reached, when it was; past days are welcome.
    pub reached_on: Option<NaiveDate>,
    /// The days of a counted one, hers only.
    pub counted: Option<CountedWords>,
}

/// What she says of a counted milestone when she sets it down.
#[derive(Clone, Copy, Debug, Deserialize, specta::Type)]
pub struct CountedWords {
    /// How many days it is of, 1 to [`MOST_DAYS`].
    pub number: u32,
    /// The first day of them.
    pub since: NaiveDate,
}

impl Family {
    /// Shows the milestones of the spaces that are open: all of them, or those she looks for.
    pub fn milestones(&self, look: impl Into<Looking>, now: Now) -> Result<MilestonesView> {
        let mut rows = self.milestone_rows(now)?;
        let is = |row: &MilestoneRow, show| match show {
            Show::OnTheWay => row.group == MilestoneGroup::OnTheWay,
            Show::Reached => row.group == MilestoneGroup::Reached,
            show => row.whose.is(show),
        };
        look.into().keep(&mut rows, |row| row.id.into(), is, |row| vec![&row.title, &row.why]);
        let more = cut(&mut rows);
        Ok(MilestonesView { rows, more })
    }

    /// Lists the milestones that are offered to begin with: by what she ticked in her own space, the strict ones in *ours*.
    pub fn milestone_ideas(&self) -> Result<Vec<Idea>> {
        let ideas = match self.where_new_things_go()? {
            (In::Ours, _) => ideas::offered_in_ours(),
            (In::Mine(_), _) => ideas::offered_to(&self.me()?.lives),
        };
        let is_pair = self.everybody().len() == 2;
        let is_offered = |idea: &&&Idea| {
            matches!(idea.what, Suggested::Milestone { .. }) && (is_pair || idea.company == Company::Alone)
        };
        Ok(ideas.iter().filter(is_offered).map(|idea| (*idea).clone()).collect())
    }

    /// Sets down a milestone: hers while she is alone, of both while both are here. A counted one is always hers.
    pub fn add_milestone(&mut self, words: &MilestoneWords, now: Now) -> Result<MilestonesView> {
        let checked = Checked::new(words, now)?;
        let (which, owner) = self.where_new_things_go()?;
        if words.counted.is_some() && which == In::Ours {
            return Err(Error::StaysMine);
        }
        self.write(which, |pen| {
            let id = MilestoneId::draw(pen.rng());
            pen.put(Table::Milestones, id, "gone", &false);
            pen.put(Table::Milestones, id, "owner", &owner);
            pen.put(Table::Milestones, id, "standing", &Standing::OnTheWay);
            checked.write(pen, id)?;
            let Some(counted) = words.counted else { return Ok(()) };
            let mut spans = Spans::default();
            spans.start_again_from(counted.since, now.today, SpanId::draw(pen.rng()))?;
            pen.put(Table::Milestones, id, "counted", &Some(Counted { number: counted.number, spans }));
            Ok(())
        })?;
        self.milestones("", now)
    }

    /// Edits what she says of a milestone; only what she changed is written, so that the rest merges.
    ///
    /// The days of a counted one are moved by their own verbs.
    pub fn edit_milestone(
        &mut self,
        id: MilestoneId,
        words: &MilestoneWords,
        passphrase: Option<&Passphrase>,
        now: Now,
    ) -> Result<MilestonesView> {
        let checked = Checked::new(words, now)?;
        let (which, milestone) = self.find_milestone(id)?;
        let by = self.signed(milestone.owner, passphrase)?;
        let before = self.milestone_row(which, &milestone, now)?;
        self.write_by(by, which, |pen| {
            if before.title != checked.title.as_str() {
                checked.write_title(pen, id)?;
            }
            if before.why != checked.why.as_ref().map_or("", Words::as_str) {
                checked.write_why(pen, id)?;
            }
            if before.reached_on != checked.reached_on {
                pen.put(Table::Milestones, id, "reached_on", &checked.reached_on);
            }
            if let (Some(counted), Some(words)) = (milestone.counted, words.counted)
                && counted.number != words.number
            {
                pen.put(Table::Milestones, id, "counted", &Some(Counted { number: words.number, ..counted }));
            }
            Ok(())
        })?;
        self.milestones("", now)
    }

    /// Keeps the day on which a milestone was reached; `None` puts it on the way again.
    pub fn set_milestone_reached_on(
        &mut self,
        id: MilestoneId,
        day: Option<NaiveDate>,
        passphrase: Option<&Passphrase>,
        now: Now,
    ) -> Result<MilestonesView> {
        now.check_past(day)?;
        let (which, milestone) = self.find_milestone(id)?;
        let by = self.signed(milestone.owner, passphrase)?;
        self.write_by(by, which, |pen| Ok(pen.put(Table::Milestones, id, "reached_on", &day)))?;
        self.milestones("", now)
    }

    /// Lets a milestone rest, lets it go, or brings it back.
    pub fn set_milestone_standing(
        &mut self,
        id: MilestoneId,
        standing: Standing,
        passphrase: Option<&Passphrase>,
        now: Now,
    ) -> Result<MilestonesView> {
        let (which, milestone) = self.find_milestone(id)?;
        let by = self.signed(milestone.owner, passphrase)?;
        self.write_by(by, which, |pen| Ok(pen.put(Table::Milestones, id, "standing", &standing)))?;
        self.milestones("", now)
    }

    /// Deletes a milestone for real: its words' key and their bytes are erased, and those of its copy in *ours* with them.
    /// It cannot be undone. What is of both goes while both are here: neither takes the other's words away.
    pub fn delete_milestone(
        &mut self,
        id: MilestoneId,
        passphrase: Option<&Passphrase>,
        now: Now,
    ) -> Result<MilestonesView> {
        let (which, milestone) = self.find_milestone(id)?;
        self.signed(milestone.owner, passphrase)?;
        if milestone.owner == Owner::Both && self.alone().is_ok() {
            return Err(Error::NeedsBoth);
        }
        let mut inks = vec![(which, self.compose(which, |pen| erase(pen, id))?.1)];
        if let Some(copy) = self.copy_of(&milestone) {
            inks.push((In::Ours, self.compose(In::Ours, |pen| erase(pen, copy))?.1));
        }
        self.commit_for_good(inks)?;
        self.milestones("", now)
    }

    /// Starts a counted milestone's days again from a day. Days all together stay and go on growing.
    pub fn start_again(&mut self, id: MilestoneId, day: NaiveDate, now: Now) -> Result<MilestonesView> {
        self.change_spans(id, now, |spans, fresh| spans.start_again_from(day, now.today, fresh).map(|_| ()))
    }

    /// Moves the first day of a span, without a reason and seen by nobody.
    pub fn move_start(&mut self, id: MilestoneId, span: SpanId, day: NaiveDate, now: Now) -> Result<MilestonesView> {
        self.change_spans(id, now, |spans, _| spans.move_start(span, day, now.today))
    }

    /// Takes away a span that was mistyped.
    pub fn mistyped(&mut self, id: MilestoneId, span: SpanId, now: Now) -> Result<MilestonesView> {
        self.change_spans(id, now, |spans, _| spans.mistyped(span).map(|_| ()))
    }

    /// Shows exactly what the other would see if she shared this milestone.
    pub fn preview_milestone(&self, id: MilestoneId, with_why: bool, now: Now) -> Result<SharePreview> {
        let (which, milestone) = self.find_own_milestone(id)?;
        let row = self.milestone_row(which, &milestone, now)?;
        let counted = row.counted.is_some();
        let why = if with_why && !counted { row.why } else { String::new() };
        let reached_on = row.reached_on.filter(|_| !counted);
        let standing = Standing::OnTheWay;
        let group = group_of(standing, reached_on);
        let row =
            MilestoneRow { whose: Whose::Ours, why, reached_on, standing, group, counted: None, copy: None, ..row };
        Ok(SharePreview { row })
    }

    /// Shares a milestone: a copy of what the preview shows goes into *ours* under a new id; the original stays hers.
    ///
    /// Of a counted one only the title goes: start days, numbers and expected dates stay in *mine* (CARE.md, Never 3).
    pub fn share_milestone(&mut self, id: MilestoneId, with_why: bool, now: Now) -> Result<MilestonesView> {
        let (which, milestone) = self.find_own_milestone(id)?;
        self.may_share(self.alone()?)?;
        if self.copy_of(&milestone).is_some() {
            return self.milestones("", now);
        }
        let SharePreview { row } = self.preview_milestone(id, with_why, now)?;
        let title = Words::new(&row.title)?;
        let why = Words::optional(&row.why)?;
        let (copy, ours) = self.compose(In::Ours, |pen| {
            let copy = MilestoneId::draw(pen.rng());
            pen.put(Table::Milestones, copy, "gone", &false);
            pen.put(Table::Milestones, copy, "owner", &row.owner);
            pen.put(Table::Milestones, copy, "standing", &row.standing);
            Checked { title, why, reached_on: row.reached_on }.write(pen, copy)?;
            Ok(copy)
        })?;
        let ((), mine) = self.compose(which, |pen| Ok(pen.put(Table::Milestones, id, "shared_as", &Some(copy))))?;
        self.commit(vec![(In::Ours, ours), (which, mine)])?;
        self.milestones("", now)
    }

    /// Reads every milestone of the spaces that are open, in the order of the screen. A copy in *ours* whose original
    /// is open beside it stands in the original's row.
    pub(super) fn milestone_rows(&self, now: Now) -> Result<Vec<MilestoneRow>> {
        self.milestone_rows_of(now, |_| true)
    }

    /// Reads the milestones of some groups, in the order of the screen.
    pub(super) fn milestone_rows_of(
        &self,
        now: Now,
        is_asked_for: impl Fn(MilestoneGroup) -> bool,
    ) -> Result<Vec<MilestoneRow>> {
        let (mut rows, mut copies) = (Vec::new(), BTreeSet::new());
        // Her own space comes first, so that the copies are known when *ours* is read.
        for which in self.open_spaces() {
            for (id, record) in self.space(which)?.records(Table::Milestones) {
                let milestone = read(id, record)?;
                if copies.contains(&milestone.id) {
                    continue;
                }
                copies.extend(milestone.shared_as);
                if is_asked_for(group_of(milestone.standing, milestone.reached_on)) {
                    rows.push(self.milestone_row(which, &milestone, now)?);
                }
            }
        }
        rows.sort_by_cached_key(|row| (row.group, Reverse(row.reached_on), row.title.to_lowercase(), row.id));
        Ok(rows)
    }

    /// Finds a milestone in the spaces that are open.
    pub(super) fn find_milestone(&self, id: MilestoneId) -> Result<(In, Milestone)> {
        for which in self.open_spaces() {
            match self.space(which)?.record(Table::Milestones, id) {
                Ok(record) => return Ok((which, read(&id.to_string(), record)?)),
                Err(Error::Gone) => continue,
                Err(error) => return Err(error),
            }
        }
        Err(Error::Gone)
    }

    /// Shows one milestone of a space.
    pub(super) fn milestone_row(&self, which: In, milestone: &Milestone, now: Now) -> Result<MilestoneRow> {
        let (space, store) = (self.space(which)?, self.store()?);
        Ok(MilestoneRow {
            id: milestone.id,
            whose: which.into(),
            owner: milestone.owner,
            title: space.text(store, milestone.id, milestone.title)?,
            why: space.text_if(store, milestone.id, milestone.why)?.unwrap_or_default(),
            reached_on: milestone.reached_on,
            standing: milestone.standing,
            group: group_of(milestone.standing, milestone.reached_on),
            counted: milestone.counted.as_ref().map(|counted| counted_view(counted, now)),
            copy: self.copy_of(milestone).map(|copy| self.copy_row(copy)).transpose()?,
        })
    }

    fn find_own_milestone(&self, id: MilestoneId) -> Result<(In, Milestone)> {
        match self.find_milestone(id)? {
            (In::Ours, _) => Err(Error::Gone),
            found => Ok(found),
        }
    }

    /// Finds the copy of a milestone, while it is in *ours*.
    fn copy_of(&self, milestone: &Milestone) -> Option<MilestoneId> {
        let ours = self.space(In::Ours).ok()?;
        milestone.shared_as.filter(|copy| ours.record(Table::Milestones, copy).is_ok())
    }

    fn copy_row(&self, id: MilestoneId) -> Result<CopyRow> {
        let (ours, store) = (self.space(In::Ours)?, self.store()?);
        let copy = read(&id.to_string(), ours.record(Table::Milestones, id)?)?;
        Ok(CopyRow {
            id,
            title: ours.text(store, id, copy.title)?,
            why: ours.text_if(store, id, copy.why)?.unwrap_or_default(),
            reached_on: copy.reached_on,
        })
    }

    fn change_spans(
        &mut self,
        id: MilestoneId,
        now: Now,
        change: impl FnOnce(&mut Spans, SpanId) -> std::result::Result<(), crate::domain::days_together::SpansError>,
    ) -> Result<MilestonesView> {
        let (which, milestone) = self.find_own_milestone(id)?;
        let mut counted = milestone.counted.ok_or(Error::Gone)?;
        self.write(which, |pen| {
            change(&mut counted.spans, SpanId::draw(pen.rng()))?;
            pen.put(Table::Milestones, id, "counted", &Some(counted));
            Ok(())
        })?;
        self.milestones("", now)
    }
}

impl Whose {
    /// Tells whether it is what is shown.
    pub(super) fn is(self, show: Show) -> bool {
        matches!((self, show), (_, Show::All) | (Self::Mine, Show::Mine) | (Self::Ours, Show::Ours))
    }
}

impl From<In> for Whose {
    fn from(which: In) -> Self {
        match which {
            In::Mine(_) => Self::Mine,
            In::Ours => Self::Ours,
        }
    }
}

struct Checked {
    title: Words,
    why: Option<Words>,
    reached_on: Option<NaiveDate>,
}

impl Checked {
    fn new(words: &MilestoneWords, now: Now) -> Result<Self> {
        now.check_past(words.reached_on)?;
        if words.counted.is_some_and(|counted| !(1..=MOST_DAYS).contains(&counted.number)) {
            return Err(Error::OutOfBounds(MOST_DAYS));
        }
        Ok(Self { title: Words::new(&words.title)?, why: Words::optional(&words.why)?, reached_on: words.reached_on })
    }

    fn write(&self, pen: &mut Pen, id: MilestoneId) -> Result<()> {
        self.write_title(pen, id)?;
        self.write_why(pen, id)?;
        pen.put(Table::Milestones, id, "reached_on", &self.reached_on);
        Ok(())
    }

    fn write_title(&self, pen: &mut Pen, id: MilestoneId) -> Result<()> {
        let title = pen.words(id, &self.title)?;
        pen.put(Table::Milestones, id, "title", &title);
        Ok(())
    }

    fn write_why(&self, pen: &mut Pen, id: MilestoneId) -> Result<()> {
        let why = pen.words_if(id, self.why.as_ref())?;
        pen.put(Table::Milestones, id, "why", &why);
        Ok(())
    }
}

fn erase(pen: &mut Pen, id: MilestoneId) -> Result<()> {
    pen.put(Table::Milestones, id, "gone", &true);
    pen.erase(id)
}

/// Finds where a milestone stands on the screen. What was reached stays reached, whatever rested before.
fn group_of(standing: Standing, reached_on: Option<NaiveDate>) -> MilestoneGroup {
    match (standing, reached_on) {
        (Standing::LetGo, _) => MilestoneGroup::LetGo,
        (_, Some(_)) => MilestoneGroup::Reached,
        (Standing::Resting, None) => MilestoneGroup::Resting,
        (Standing::OnTheWay, None) => MilestoneGroup::OnTheWay,
    }
}

fn read(id: &str, record: &Record) -> Result<Milestone> {
    Ok(Milestone {
        id: id.parse().map_err(|_| Error::DamagedStore("a milestone's id"))?,
        owner: record.must("owner")?,
        title: record.must("title")?,
        why: record.get("why")?,
        reached_on: record.get("reached_on")?,
        standing: record.must("standing")?,
        counted: record.get("counted")?,
        shared_as: record.get("shared_as")?,
    })
}

fn counted_view(counted: &Counted, now: Now) -> CountedView {
    let mut spans: Vec<SpanRow> =
        counted.spans.iter().map(|span| SpanRow { id: span.id, from: span.from, until: span.until }).collect();
    spans.sort_by_key(|span| (std::cmp::Reverse(span.from), span.id));
    CountedView {
        number: counted.number,
        all_together: counted.spans.all_together(now.today),
        since: counted.spans.open_since(),
        expected_on: counted.spans.reaches_on(counted.number, now.today),
        lived_on: counted.spans.reached_on(counted.number, now.today),
        spans,
    }
}
