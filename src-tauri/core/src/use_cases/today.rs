//! Today: the next ritual, an invitation, what is on the way, a letter waiting. Calm when there is nothing.

use super::family::{Family, In, Now};
use crate::Result;
use crate::document::Table;
use crate::domain::celebration::{Approach, DAYS_AFTER, DAYS_BEFORE};
use crate::domain::ids::PersonId;
use crate::domain::person::Owner;
use crate::views::{
    CelebrationRow, DueToday, KeepsakeRow, Lead, MilestoneGroup, MilestoneRow, RitualToday, TodayView, shorten,
};
use chrono::Days;

/// How many of each kind wait quietly beneath what leads.
const FEW: usize = 3;

impl Family {
    /// Puts together what is on the screen that opens first.
    pub fn today(&self, now: Now) -> Result<TodayView> {
        let mut goals = self.goals_of_today(now)?;
        goals.truncate(FEW);
        let mut milestones = self.milestone_rows_of(now, |group| group == MilestoneGroup::OnTheWay)?;
        let (mut shelf, kept) = self.newest_keepsakes(FEW, now.today - Days::new(DAYS_AFTER))?;
        let lead = self.lead(&milestones, &shelf, now)?;
        milestones.truncate(FEW);
        shelf.truncate(FEW);
        let a_letter_waits = self.a_letter_waits(now)?;
        let rituals = todays(self.rituals_of_today(now)?);
        let mut view = TodayView { day: now.today, lead, rituals, goals, milestones, shelf, kept, a_letter_waits };
        beginnings(&mut view);
        Ok(view)
    }

    fn lead(&self, on_the_way: &[MilestoneRow], shelf: &[KeepsakeRow], now: Now) -> Result<Option<Lead>> {
        let mut celebrations = self.celebrations(now)?.rows;
        celebrations.sort_by_key(|row| (!row.can_open, !row.is_invitation));
        if let Some(row) = celebrations.into_iter().find(|row| self.concerns(row)) {
            return Ok(Some(Lead::Celebration { row }));
        }
        let Ok(person) = self.alone() else { return Ok(None) };
        if self.space(In::Mine(person)).is_err() {
            return Ok(None);
        }
        for row in on_the_way {
            if let Some(lead) = self.lead_of_counted(person, row, now)? {
                return Ok(Some(lead));
            }
        }
        self.next_day(person, shelf, now)
    }

    /// An invitation she has answered, one that waits for both, and what she put off wait quietly.
    fn concerns(&self, row: &CelebrationRow) -> bool {
        !row.is_put_off && (row.can_open || (row.is_invitation && !row.is_awaited))
    }

    fn lead_of_counted(&self, person: PersonId, row: &MilestoneRow, now: Now) -> Result<Option<Lead>> {
        let Some(counted) = &row.counted else { return Ok(None) };
        let record = self.space(In::Mine(person))?.record(Table::Milestones, row.id)?;
        let approach: Option<Approach> = record.get("approach")?;
        let near = now.today + Days::new(DAYS_BEFORE);
        let is_near = counted.expected_on.is_some_and(|day| day <= near);
        let has_come = counted.all_together >= counted.number;
        Ok(match approach {
            None if is_near => Some(Lead::Expecting { row: row.clone() }),
            Some(Approach::Mark) if has_come => Some(Lead::ReadyToMark { row: row.clone() }),
            Some(Approach::KeepClose) if is_near || counted.lived_on == Some(now.today) => {
                Some(Lead::KeptClose { row: row.clone() })
            }
            _ => None,
        })
    }

    fn next_day(&self, person: PersonId, shelf: &[KeepsakeRow], now: Now) -> Result<Option<Lead>> {
        if !self.me()?.next_day_question {
            return Ok(None);
        }
        let oldest = now.today - Days::new(DAYS_AFTER);
        for row in shelf.iter().filter(|row| row.kept_on < now.today && row.kept_on >= oldest) {
            let was_there = matches!(row.owner, Owner::Both) || row.owner == Owner::One(person);
            if was_there && !self.was_asked(person, row.id)? {
                return Ok(Some(Lead::NextDay { row: row.clone() }));
            }
        }
        Ok(None)
    }
}

/// Shortens what waits quietly: each of it is whole on its own screen, and so is what is marked from here.
fn beginnings(view: &mut TodayView) {
    for row in &mut view.rituals {
        row.steps.iter_mut().map(|step| &mut step.words).chain([&mut row.title]).for_each(shorten);
    }
    for row in &mut view.goals {
        row.last.iter_mut().map(|said| &mut said.words).for_each(shorten);
        shorten(&mut row.title);
    }
    for row in &mut view.milestones {
        row.copy.iter_mut().flat_map(|copy| [&mut copy.title, &mut copy.why]).for_each(shorten);
        [&mut row.title, &mut row.why].into_iter().for_each(shorten);
    }
    view.shelf.iter_mut().for_each(beginning_of_keepsake);
    if let Some(Lead::NextDay { row }) = &mut view.lead {
        beginning_of_keepsake(row);
    }
}

fn beginning_of_keepsake(row: &mut KeepsakeRow) {
    row.lines.truncate(FEW);
    row.letters.truncate(FEW);
    row.lines.iter_mut().chain(&mut row.letters).map(|said| &mut said.words).for_each(shorten);
    [&mut row.title, &mut row.why, &mut row.ritual].into_iter().for_each(shorten);
}

/// Takes the rituals of today, or else the next one.
fn todays(mut rows: Vec<RitualToday>) -> Vec<RitualToday> {
    let is_today = |row: &RitualToday| row.today != DueToday::NotDue;
    if rows.iter().any(is_today) {
        rows.retain(is_today);
    } else {
        rows.retain(|row| row.next_on.is_some());
        rows.sort_by_key(|row| row.next_on);
        rows.truncate(1);
    }
    rows.truncate(FEW);
    rows
}
