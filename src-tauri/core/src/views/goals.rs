//! Goals as a screen shows them.

use crate::domain::goal::{Achievement, Lifecycle, Target, Wording};
use crate::domain::ids::{CheckInId, GoalId, PersonId};
use crate::domain::person::Owner;
use crate::use_cases::Whose;
use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

/// The goals of what is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct GoalsView {
    /// One row a goal, as many as fit, group by group.
    pub rows: Vec<GoalRow>,
    /// Whether there are more than fit here; looking for a word finds them.
    pub more: bool,
}

/// What a goal is to the one who looks. The order is the order on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum GoalGroup {
    /// Proposed by the other; she has not answered.
    WaitsForMe,
    /// Hers, or agreed by both.
    Active,
    /// Somebody else's yes is still open; while both are here, anybody's.
    WaitsForYes,
    /// Proposed by the other, and laid aside by her alone; nobody else ever learns of it.
    NotNow,
    /// Let rest for now.
    Resting,
    /// It is done with.
    Finished,
    /// Let go, kept to look back at.
    LetGo,
}

/// One goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct GoalRow {
    /// Its id.
    pub id: GoalId,
    /// Which space it is in.
    pub whose: Whose,
    /// Whose it is.
    pub owner: Owner,
    /// Who proposed it, when one of them did.
    pub proposed_by: Option<PersonId>,
    /// What it is, in her words.
    pub title: String,
    /// Why it matters; empty when it was left out.
    pub why: String,
    /// What helps; empty when it was left out.
    pub helps: String,
    /// How far it reaches: in *mine*, and in *ours* only where it is being agreed (CARE.md, Never 14).
    pub target: Option<Target>,
    /// Names what one would agree to.
    pub wording: Wording,
    /// What it is to the one who looks.
    pub group: GoalGroup,
    /// Where it stands in its life.
    pub lifecycle: Lifecycle,
    /// What came of it.
    pub achievement: Achievement,
    /// Who agreed to the wording it has now.
    pub agreed: Vec<PersonId>,
    /// Whether it is still a proposal that may be taken back.
    pub can_be_taken_back: bool,
    /// Whether it is about using, eating or self-harm, and stays *mine*.
    pub touches_use: bool,
    /// Whether a copy of it is in *ours* now.
    pub is_shared: bool,
    /// How often it happened, all together and never by person; only where its target is a number in all.
    pub times: Option<u32>,
    /// The last few check-ins, the newest first.
    pub last: Vec<CheckInRow>,
}

/// One goal as Today shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct GoalToday {
    /// Its id.
    pub id: GoalId,
    /// Which space it is in.
    pub whose: Whose,
    /// Whose it is.
    pub owner: Owner,
    /// What it is, in her words.
    pub title: String,
    /// What it is to the one who looks.
    pub group: GoalGroup,
    /// The last word about it, if there was one lately.
    pub last: Option<CheckInRow>,
}

/// One person's word about a goal, on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CheckInRow {
    /// Its id.
    pub id: CheckInId,
    /// Whose word it is.
    pub by: PersonId,
    /// The day.
    pub on: NaiveDate,
    /// What she wrote; may be empty.
    pub words: String,
    /// Whether it happened on that day.
    pub done: bool,
}

/// The check-ins of one goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CheckInsView {
    /// The newest first, as many as fit.
    pub rows: Vec<CheckInRow>,
    /// Whether there are earlier ones.
    pub more: bool,
}

/// Exactly what the other will be asked to agree to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ProposalPreview {
    /// The row as it will stand on her screen.
    pub row: GoalRow,
}
