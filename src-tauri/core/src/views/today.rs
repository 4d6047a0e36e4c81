//! Today: what leads, and what waits quietly.

use super::{CelebrationRow, GoalToday, KeepsakeRow, MilestoneRow, RitualToday};
use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

/// What is on the screen that opens first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct TodayView {
    /// The day.
    pub day: NaiveDate,
    /// The one thing that leads, when there is one.
    pub lead: Option<Lead>,
    /// The rituals of today, or else the next one.
    pub rituals: Vec<RitualToday>,
    /// What is being tried.
    pub goals: Vec<GoalToday>,
    /// What is on the way.
    pub milestones: Vec<MilestoneRow>,
    /// The newest of the shelf.
    pub shelf: Vec<KeepsakeRow>,
    /// How much stands on the shelf in all.
    pub kept: u32,
    /// Whether a letter to the one who is here alone waits to be opened.
    pub a_letter_waits: bool,
}

/// The one thing that leads. Each comes once and goes when it was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Lead {
    /// A celebration that can be opened, or an invitation to one.
    Celebration {
        /// Which.
        row: CelebrationRow,
    },
    /// The day of a counted milestone she wanted to mark has come.
    ReadyToMark {
        /// Which.
        row: MilestoneRow,
    },
    /// The day of a counted milestone is near: mark it, leave it, or keep the next hour close around it?
    Expecting {
        /// Which.
        row: MilestoneRow,
    },
    /// She wanted the next hour kept close around this day. It ends with the day.
    KeptClose {
        /// Which.
        row: MilestoneRow,
    },
    /// The soft question on the day after.
    NextDay {
        /// Which keepsake.
        row: KeepsakeRow,
    },
}
