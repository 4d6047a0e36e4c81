//! Celebrations and the shelf of keepsakes.

use super::{LetterView, RitualRow};
use crate::domain::ids::{CelebrationId, KeepsakeId, PersonId};
use crate::domain::keepsake::From;
use crate::domain::person::Owner;
use crate::use_cases::Whose;
use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

/// The celebrations that are ready.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct CelebrationsView {
    /// One row a celebration, the oldest first, each with the beginning of its words.
    pub rows: Vec<CelebrationRow>,
}

/// One celebration that is ready.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CelebrationRow {
    /// Its id.
    pub id: CelebrationId,
    /// Which space it is in: in *mine* it is celebrated alone.
    pub whose: Whose,
    /// Who earned it.
    pub owner: Owner,
    /// What was reached.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// Whether it is somebody else's and the one who is here alone is invited to it.
    pub is_invitation: bool,
    /// Whether the invited one has said that she will be there.
    pub is_awaited: bool,
    /// Whether one who is here said "later" today; it leads no screen until tomorrow.
    pub is_put_off: bool,
    /// Whether it can be opened now: alone what is hers, together what is shared.
    pub can_open: bool,
}

/// A celebration while it is open on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CelebrationView {
    /// What stands in the list.
    pub row: CelebrationRow,
    /// The ritual to do, step by step.
    pub ritual: Option<RitualRow>,
    /// The letters that were sealed for this moment.
    pub letters: Vec<LetterView>,
    /// What each has said so far.
    pub lines: Vec<SaidRow>,
    /// The photo, as base64 of a JPEG.
    pub photo: Option<String>,
}

/// Words of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SaidRow {
    /// Who said them.
    pub who: PersonId,
    /// The words.
    pub words: String,
}

/// The keepsakes of what is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct ShelfView {
    /// One row a keepsake, the newest first, as many as fit.
    pub rows: Vec<KeepsakeRow>,
    /// Whether there are more than fit here; looking for a word finds them.
    pub more: bool,
    /// How many stand on it in all.
    pub all: u32,
}

/// One keepsake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct KeepsakeRow {
    /// Its id.
    pub id: KeepsakeId,
    /// Which space it is in.
    pub whose: Whose,
    /// Whose it is.
    pub owner: Owner,
    /// What it came from.
    pub from: From,
    /// Who saw it or handed it on.
    pub giver: Option<PersonId>,
    /// What it is.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// The ritual that was done.
    pub ritual: String,
    /// What each said, then and since.
    pub lines: Vec<SaidRow>,
    /// The letters that were opened.
    pub letters: Vec<SaidRow>,
    /// Whether there is a photo, to be asked for by itself.
    pub has_photo: bool,
    /// The day.
    pub kept_on: NaiveDate,
    /// Whether a copy was handed on to the other.
    pub is_handed_on: bool,
}
