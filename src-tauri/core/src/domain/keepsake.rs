//! A keepsake: what stays of a celebration, or of a small victory one saw in the other.

use super::ids::PersonId;
use super::person::Owner;
use super::words::WordsRef;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a keepsake came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// A celebration.
    Celebration,
    /// A small victory: "I saw you do this."
    Seen,
    /// A keepsake of the other's own, handed on.
    HandedOn,
}

/// A keepsake as it stands in its document. It has words of its own: nothing that happens to the milestone touches it.
#[derive(Clone, Debug, PartialEq)]
pub struct Keepsake {
    /// Whose it is.
    pub owner: Owner,
    /// What it came from.
    pub from: From,
    /// Who saw it or handed it on.
    pub giver: Option<PersonId>,
    /// What it is.
    pub title: WordsRef,
    /// Why it matters.
    pub why: Option<WordsRef>,
    /// The ritual that was done.
    pub ritual: Option<WordsRef>,
    /// The photo.
    pub photo: Option<WordsRef>,
    /// What each said.
    pub lines: Vec<Line>,
    /// The letters that were opened.
    pub letters: Vec<Line>,
    /// The day.
    pub kept_on: NaiveDate,
}

/// Words of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Who wrote them.
    pub who: PersonId,
    /// Where they are.
    pub words: WordsRef,
}
