//! Letters as a screen shows them.

use crate::domain::ids::{LetterId, PersonId};
use crate::domain::letter::Until;
use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

/// The letters of the one who is here alone. While both are here there is nothing in it: a letter is for one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct LettersView {
    /// What she is writing, the newest first.
    pub drafts: Vec<DraftLetterRow>,
    /// What she sealed, the newest first: only that it was handed over.
    pub handed_over: Vec<HandedOverRow>,
    /// Letters to her whose moment has come and that she has not opened.
    pub waiting: Vec<WaitingLetterRow>,
    /// The same, put away unread.
    pub put_away: Vec<WaitingLetterRow>,
    /// Letters she has opened, the newest first.
    pub opened: Vec<OpenedLetterRow>,
    /// Whether there are more than fit here; looking for a word finds them.
    pub more: bool,
    /// How many there are in all.
    pub all: u32,
}

/// A letter she is writing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct DraftLetterRow {
    /// Its id.
    pub id: LetterId,
    /// Whom it is for: the other, or herself.
    pub to: PersonId,
    /// What stands on the envelope; may be empty.
    pub title: String,
    /// How it begins.
    pub beginning: String,
    /// The day of its last words.
    pub written_on: NaiveDate,
}

/// A letter she sealed. Nothing in it changes when the other opens it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct HandedOverRow {
    /// Its id.
    pub id: LetterId,
    /// Whom it is for.
    pub to: PersonId,
    /// What stands on the envelope; may be empty.
    pub title: String,
    /// The day she sealed it.
    pub handed_over_on: NaiveDate,
    /// Its moment.
    pub until: Until,
    /// Whether its moment is still to come, so that she may take it back.
    pub can_be_taken_back: bool,
}

/// A letter to her that is still closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct WaitingLetterRow {
    /// Its id.
    pub id: LetterId,
    /// Who wrote it.
    pub from: PersonId,
    /// What stands on the envelope; may be empty.
    pub title: String,
}

/// A letter to her that she has opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct OpenedLetterRow {
    /// Its id.
    pub id: LetterId,
    /// Who wrote it.
    pub from: PersonId,
    /// What stands on the envelope; may be empty.
    pub title: String,
    /// How it begins.
    pub beginning: String,
    /// The day it was handed over.
    pub written_on: NaiveDate,
    /// The day she opened it.
    pub opened_on: NaiveDate,
}

/// A whole letter: her draft, or one she has opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LetterView {
    /// Its id.
    pub id: LetterId,
    /// Who wrote it.
    pub from: PersonId,
    /// Whom it is for.
    pub to: PersonId,
    /// What stands on the envelope; may be empty.
    pub title: String,
    /// What is inside.
    pub words: String,
    /// The day of its last words, or the day it was handed over.
    pub written_on: NaiveDate,
}

/// A draft that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct DraftKept {
    /// The draft.
    pub id: LetterId,
    /// The letters as they are now.
    pub letters: LettersView,
}
