//! A celebration: the owner marks a milestone ready, alone, with an invitation, or not this time.

use super::ids::{MilestoneId, RitualId};
use super::person::Owner;
use super::words::WordsRef;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How the owner wants to mark a milestone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Ready {
    /// By herself; nobody else is told.
    Alone,
    /// With the other: an invitation stands in *ours* until it is opened or withdrawn.
    Invite,
    /// The day is written down and nothing else happens.
    NotThisTime,
}

/// What she wants as the day of a counted milestone comes near; asked once, in her own space.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Approach {
    /// Mark it: on the day she is asked how.
    Mark,
    /// Leave it: the day passes like any other.
    Leave,
    /// Keep the next hour close around it.
    KeepClose,
}

/// How many days before the expected day she is asked.
pub const DAYS_BEFORE: u64 = 7;

/// How many days after it was kept the soft question may still be asked.
pub const DAYS_AFTER: u64 = 7;

/// A celebration as it stands in its document. It carries words of its own, so that the milestone can stay in *mine*.
#[derive(Clone, Debug, PartialEq)]
pub struct Celebration {
    /// The milestone that is celebrated; it may be in a space that is closed.
    pub milestone: MilestoneId,
    /// Who earned it.
    pub owner: Owner,
    /// What was reached, in her words.
    pub title: WordsRef,
    /// Why it matters, in her words.
    pub why: Option<WordsRef>,
    /// The ritual to do.
    pub ritual: Option<RitualId>,
    /// A photo.
    pub photo: Option<WordsRef>,
    /// The day it was marked ready.
    pub ready_on: NaiveDate,
}
