//! Copies as a screen shows them: what is kept, what one holds, what came back.

use super::HereView;
use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

/// What is kept safe of the one who is here alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct KeptView {
    /// The day of the newest copy on this computer.
    pub last_on: Option<NaiveDate>,
    /// How many copies there are on this computer.
    pub copies: u32,
    /// The day on which a copy could not be made, when that was the last try.
    pub failed_on: Option<NaiveDate>,
    /// Whether anything was written since the newest copy.
    pub changed_since: bool,
}

/// A copy that was made where she asked for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CopyMade {
    /// The files, as they stand in the folder.
    pub files: Vec<String>,
}

/// What a copy holds, before anything of it is brought back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct BundlePreview {
    /// Whose it is.
    pub name: String,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// Milestones, hers and shared.
    pub milestones: u32,
    /// Rituals, hers and shared.
    pub rituals: u32,
    /// Goals, hers and shared.
    pub goals: u32,
    /// Letters she wrote or has opened.
    pub letters: u32,
    /// Keepsakes, hers and shared.
    pub keepsakes: u32,
    /// Whether all of it is here already.
    pub is_here_already: bool,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RestoreView {
    /// Who is here now.
    pub here: HereView,
    /// The day the copy was made.
    pub made_on: Option<NaiveDate>,
    /// Whether there was anything in it that was not here.
    pub brought_something: bool,
    /// Whether everything that was on this computer could still be read as well.
    pub all_was_readable: bool,
}
