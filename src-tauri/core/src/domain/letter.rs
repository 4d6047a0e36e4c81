//! A letter: a draft, then sealed until its moment, then opened. The seal is a promise, not a cipher.

use super::ids::{CelebrationId, LetterId, PersonId};
use super::words::WordsRef;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// When a sealed letter may be opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Until {
    /// As soon as it is handed over.
    Now,
    /// From this day on.
    Day(NaiveDate),
    /// At this celebration, before both.
    Celebration(CelebrationId),
}

/// What its writer keeps of a letter, in her own space.
#[derive(Clone, PartialEq, Debug)]
pub struct OwnLetter {
    /// Its id.
    pub id: LetterId,
    /// Whom it is for.
    pub to: PersonId,
    /// What stands on the envelope.
    pub title: Option<WordsRef>,
    /// The day of its last words, or the day it was handed over.
    pub on: NaiveDate,
    /// Whether it is still hers to change.
    pub kept: Kept,
}

/// What of a letter is still in its writer's space.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// All of its words.
    Draft(WordsRef),
    /// Only that it was handed over: what became of it is the receiver's.
    HandedOver {
        /// The letter that was sealed.
        letter: LetterId,
        /// Its moment.
        until: Until,
    },
}

/// A letter once it was sealed.
#[derive(Clone, PartialEq, Debug)]
pub struct SealedLetter {
    /// Its id.
    pub id: LetterId,
    /// Who wrote it.
    pub from: PersonId,
    /// Whom it is for.
    pub to: PersonId,
    /// What stands on the envelope.
    pub title: Option<WordsRef>,
    /// What is inside.
    pub words: WordsRef,
    /// The day it was handed over.
    pub on: NaiveDate,
    /// Its moment.
    pub until: Until,
    /// The day of the celebration at which it was opened before both.
    pub celebrated_on: Option<NaiveDate>,
}

impl SealedLetter {
    /// Tells whether its moment has come. Until then its receiver sees nothing, and its writer may take it back.
    ///
    /// It never depends on what the receiver does with it: whether a letter can be taken back must not tell her writer.
    pub fn moment_has_come(&self, today: NaiveDate) -> bool {
        match self.until {
            Until::Now => true,
            Until::Day(day) => day <= today,
            Until::Celebration(_) => self.celebrated_on.is_some(),
        }
    }
}
