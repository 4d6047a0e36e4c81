//! What she plans for a hard hour: her reasons, and the parts of a safety plan that are words of hers.
//!
//! The six parts and their order follow the Safety Planning Intervention (Barbara Stanley and Gregory K. Brown, 2012): warning
//! signs; what can be done alone; people and places that take the mind off it; people to ask; professionals and help lines;
//! making the surroundings safer. The words are ours. Three of the parts she has already: her ways, her people, and the lines of
//! her region; the other three are written here.

use super::{ids::PlanLineId, ids::ReasonId, words::WordsRef};
use serde::{Deserialize, Serialize};
use specta::Type;

/// The most reasons she may write down.
pub const MOST_REASONS: u32 = 20;

/// The most lines that each part of her plan may have.
pub const MOST_PLAN_LINES: u32 = 15;

/// A part of the plan that is words of hers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PlanPart {
    /// How she notices that a hard hour begins.
    Signs,
    /// Where people or things take her mind off it.
    Places,
    /// What makes the surroundings safer.
    Safer,
}

/// One line of her plan as it stands in its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// Its id.
    pub id: PlanLineId,
    /// Which part it belongs to.
    pub part: PlanPart,
    /// What it says, in her words.
    pub words: WordsRef,
    /// Its place among those of its part.
    pub at: u32,
}

/// One of her reasons as it stands in its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Its id.
    pub id: ReasonId,
    /// What it is, in her words.
    pub words: WordsRef,
    /// A photo beside it; it is never at the door.
    pub photo: Option<WordsRef>,
    /// Whether anyone at this computer may read the words at the door.
    pub readable_while_locked: bool,
    /// Its place among those she wrote down.
    pub at: u32,
}
