//! Milestones as a screen shows them.

use crate::domain::days_together::SpanId;
use crate::domain::ids::MilestoneId;
use crate::domain::milestone::Standing;
use crate::domain::person::Owner;
use crate::use_cases::Whose;
use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

/// The milestones of what is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct MilestonesView {
    /// One row a milestone: on the way first, then the reached ones, the newest on top.
    pub rows: Vec<MilestoneRow>,
}

/// One milestone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct MilestoneRow {
    /// Its id.
    pub id: MilestoneId,
    /// Which space it is in.
    pub whose: Whose,
    /// Whose it is.
    pub owner: Owner,
    /// What it is, in her words.
    pub title: String,
    /// Why it matters; empty when she left it out.
    pub why: String,
    /// The day it was reached.
    pub reached_on: Option<NaiveDate>,
    /// Where it stands.
    pub standing: Standing,
    /// The days of a counted one; only ever in *mine*.
    pub counted: Option<CountedView>,
    /// Whether a copy of it is in *ours* now.
    pub is_shared: bool,
}

/// The days of a counted milestone, for her alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CountedView {
    /// How many days it is of.
    pub number: u32,
    /// Days all together: they only grow.
    pub all_together: u32,
    /// The day the open span began, when one is open.
    pub since: Option<NaiveDate>,
    /// The day on which the number is reached if nothing changes.
    pub expected_on: Option<NaiveDate>,
    /// Every span, the newest first.
    pub spans: Vec<SpanRow>,
}

/// One span of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SpanRow {
    /// Its id.
    pub id: SpanId,
    /// Its first day.
    pub from: NaiveDate,
    /// The day it closed, when it did.
    pub until: Option<NaiveDate>,
}

/// Exactly what the other will see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SharePreview {
    /// The row as it will stand on her screen.
    pub row: MilestoneRow,
}
