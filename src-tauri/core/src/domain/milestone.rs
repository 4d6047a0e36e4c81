//! A milestone: a point that is reached or not, on a day, once.

use super::days_together::{Span, Spans};
use super::{ids::MilestoneId, person::Owner, words::WordsRef};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where a milestone stands. It never goes down: a setback does not touch it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Hoped for.
    OnTheWay,
    /// Let rest for now.
    Resting,
    /// Let go, kept to look back at.
    LetGo,
}

/// The most days a counted milestone may be of: a hundred years.
pub const MOST_DAYS: u32 = 36_525;

/// A milestone as it stands in its document.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// Its id.
    pub id: MilestoneId,
    /// Whose it is.
    pub owner: Owner,
    /// What it is, in her words.
    pub title: WordsRef,
    /// Why it matters, in her words.
    pub why: Option<WordsRef>,
    /// The day it was reached; `None` while it is on the way.
    pub reached_on: Option<NaiveDate>,
    /// Where it stands.
    pub standing: Standing,
    /// The days of a counted one. They stay in *mine* (CARE.md, Never 3).
    pub counted: Option<Counted>,
    /// The copy of it in *ours*, remembered in *mine* only.
    pub shared_as: Option<MilestoneId>,
}

/// The days of a counted milestone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Counted {
    /// How many days it is of.
    pub number: u32,
    /// The spans that were lived.
    pub spans: Spans,
}

impl Counted {
    /// Joins what two devices kept of it apart: whatever either says was lived was lived (CARE.md, Never 1).
    #[must_use]
    pub fn with_all_of(self, other: Self) -> Self {
        let mut spans: Vec<Span> = self.spans.iter().cloned().collect();
        for theirs in other.spans.iter() {
            match spans.iter_mut().find(|span| span.id == theirs.id) {
                Some(span) => {
                    span.from = span.from.min(theirs.from);
                    span.until = span.until.zip(theirs.until).map(|(one, other)| one.max(other));
                }
                None => spans.push(theirs.clone()),
            }
        }
        Self { spans: Spans::new(spans), ..self }
    }
}
