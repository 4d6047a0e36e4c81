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
    /// One row a milestone, as many as fit, group by group; of the reached ones the newest on top.
    pub rows: Vec<MilestoneRow>,
    /// Whether there are more than fit here; looking for a word finds them.
    pub more: bool,
}

/// Where a milestone is found. The order is the order on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MilestoneGroup {
    /// Hoped for.
    OnTheWay,
    /// It happened.
    Reached,
    /// Let rest for now.
    Resting,
    /// Let go, kept to look back at.
    LetGo,
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
    /// Where it is found.
    pub group: MilestoneGroup,
    /// The days of a counted one; only ever in *mine*.
    pub counted: Option<CountedView>,
    /// The copy of it that is in *ours* now; only ever in *mine*.
    pub copy: Option<CopyRow>,
}

/// What the other can see of a milestone that was shared: its words as they were then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CopyRow {
    /// Its own id.
    pub id: MilestoneId,
    /// What it is.
    pub title: String,
    /// Why it matters; empty when that stayed with her.
    pub why: String,
    /// The day it was reached.
    pub reached_on: Option<NaiveDate>,
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
    /// The day on which the number was reached, once it was.
    pub lived_on: Option<NaiveDate>,
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
