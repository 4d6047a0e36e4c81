//! What she shares, as a screen shows it.

use crate::domain::person::Owner;
use crate::use_cases::SharedThing;
use serde::Serialize;
use specta::Type;

/// Everything in *ours* that belongs to whoever is here, or to both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SharedView {
    /// What one of those who are here shares, and can take back.
    pub hers: Vec<SharedRow>,
    /// What belongs to both.
    pub joint: Vec<SharedRow>,
    /// Whether she shares nothing new for now; known only while her own space is open.
    pub not_now: Option<bool>,
    /// Whether there are more than fit here; looking for a word finds them.
    pub more: bool,
    /// How many there are in all.
    pub all: u32,
}

/// One thing in *ours*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SharedRow {
    /// What it is.
    pub thing: SharedThing,
    /// Whose it is.
    pub owner: Owner,
    /// What it is called, in her words.
    pub title: String,
    /// Where it comes from; unknown while her own space is closed.
    pub origin: Option<Origin>,
}

/// Where something in *ours* comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A copy: its original is in her own space, and stays there.
    Mine,
    /// It was made in *ours* and is nowhere else.
    Ours,
}
