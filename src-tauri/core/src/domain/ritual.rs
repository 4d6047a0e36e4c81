//! A ritual: a practice, hers or shared, that repeats because it means something.

use super::recurrence::Recurrence;
use super::{ids::RitualId, person::Owner, words::WordsRef};
use serde::{Deserialize, Serialize};

/// The most steps a ritual may have.
pub const MOST_STEPS: usize = 20;

/// The last minute of a day, counted after midnight.
pub const LAST_MINUTE: u16 = 24 * 60 - 1;

/// Where a ritual stands. Resting and letting go take nothing away of what was kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename = "RitualStanding", rename_all = "snake_case")]
pub enum Standing {
    /// It is due when its recurrence says so.
    Going,
    /// Let rest for now.
    Resting,
    /// Let go, kept to look back at.
    LetGo,
}

/// What is known of one day of a ritual. A day of which nothing is known is unknown, never "missed".
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Occurrence {
    /// It was kept.
    Kept,
    /// It was left out on purpose.
    Skipped,
}

/// A ritual as it stands in its document.
#[derive(Clone, Debug, PartialEq)]
pub struct Ritual {
    /// Its id.
    pub id: RitualId,
    /// Whose it is.
    pub owner: Owner,
    /// What it is called, in her words.
    pub title: WordsRef,
    /// What it means, in her words.
    pub meaning: Option<WordsRef>,
    /// What is done, in order, and by whom.
    pub steps: Vec<Step>,
    /// When it is due.
    pub recurrence: Recurrence,
    /// The time of day, in minutes after midnight, where it has one.
    pub at: Option<u16>,
    /// Where it stands.
    pub standing: Standing,
    /// The copy of it in *ours*, remembered in *mine* only.
    pub shared_as: Option<RitualId>,
}

/// One step of a ritual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Whose step it is: one person's, or both people's.
    pub who: Owner,
    /// What is done.
    pub words: WordsRef,
}
