//! Rituals as a screen shows them.

use crate::domain::ids::RitualId;
use crate::domain::person::Owner;
use crate::domain::recurrence::Recurrence;
use crate::domain::ritual::{Occurrence, Standing};
use crate::use_cases::Whose;
use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

/// The rituals of what is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RitualsView {
    /// One row a ritual: today's first, then the next ones, then what rests and what was let go.
    pub rows: Vec<RitualRow>,
    /// Whether there are more than fit here; looking for a word finds them.
    pub more: bool,
}

/// One ritual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RitualRow {
    /// Its id.
    pub id: RitualId,
    /// Which space it is in.
    pub whose: Whose,
    /// Whose it is.
    pub owner: Owner,
    /// What it is called, in her words.
    pub title: String,
    /// What it means; empty when she left it out.
    pub meaning: String,
    /// What is done, in order.
    pub steps: Vec<StepRow>,
    /// When it is due.
    pub recurrence: Recurrence,
    /// The time of day, in minutes after midnight, where it has one.
    pub at: Option<u16>,
    /// Where it stands.
    pub standing: Standing,
    /// The next day it is due and nothing was said of yet; today counts.
    pub next_on: Option<NaiveDate>,
    /// The last day it was kept.
    pub last_kept_on: Option<NaiveDate>,
    /// What is known of today.
    pub today: DueToday,
    /// Whether a copy of it is in *ours* now.
    pub is_shared: bool,
}

/// One ritual as Today shows it: nothing of any day but this one and those to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RitualToday {
    /// Its id.
    pub id: RitualId,
    /// Which space it is in.
    pub whose: Whose,
    /// Whose it is.
    pub owner: Owner,
    /// What it is called, in her words.
    pub title: String,
    /// What is done, in order.
    pub steps: Vec<StepRow>,
    /// When it is due.
    pub recurrence: Recurrence,
    /// The time of day, in minutes after midnight, where it has one.
    pub at: Option<u16>,
    /// The next day it is due and nothing was said of yet; today counts.
    pub next_on: Option<NaiveDate>,
    /// What is known of today.
    pub today: DueToday,
}

/// One step of a ritual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct StepRow {
    /// Whose step it is.
    pub who: Owner,
    /// What is done.
    pub words: String,
}

/// What is known of a ritual today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DueToday {
    /// It is not due today, and nothing was said of it.
    NotDue,
    /// It is due today, and nothing was said of it yet.
    Unknown,
    /// It was kept today.
    Kept,
    /// It was left out today, on purpose.
    Skipped,
}

impl From<RitualRow> for RitualToday {
    fn from(row: RitualRow) -> Self {
        let RitualRow { id, whose, owner, title, steps, recurrence, at, next_on, today, .. } = row;
        Self { id, whose, owner, title, steps, recurrence, at, next_on, today }
    }
}

impl DueToday {
    /// Joins what was said of today with whether it is due.
    pub(crate) fn of(said: Option<Occurrence>, is_due: bool) -> Self {
        match said {
            Some(Occurrence::Kept) => Self::Kept,
            Some(Occurrence::Skipped) => Self::Skipped,
            None if is_due => Self::Unknown,
            None => Self::NotDue,
        }
    }
}

/// Some of the days a ritual was kept, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct MemoryLaneView {
    /// Which ritual.
    pub ritual: RitualId,
    /// One row a day.
    pub rows: Vec<OccurrenceRow>,
    /// Whether there are older days, to ask for with the last row's day.
    pub has_more: bool,
}

/// One day of a ritual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct OccurrenceRow {
    /// The day.
    pub day: NaiveDate,
    /// Whether it was kept or skipped; `None` when only words of the other are left of it.
    pub state: Option<Occurrence>,
    /// What was written of it, one line a writer.
    pub lines: Vec<LineRow>,
    /// Whose photos there are, each to be asked for by itself.
    pub photos: Vec<Owner>,
}

/// What one person, or both together, wrote of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LineRow {
    /// Who wrote it.
    pub who: Owner,
    /// The words.
    pub words: String,
}
