//! A human being: as she writes her name, and the colour and pattern that stand for her.

use super::ids::PersonId;
use serde::{Deserialize, Serialize};

/// A person's colour; each carries a pattern of its own on the screen, so that no one is a colour alone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// Warm pink.
    Rose,
    /// Warm yellow.
    Honey,
    /// Light blue.
    Sky,
    /// Violet.
    Plum,
    /// Green.
    Fern,
    /// Earth.
    Clay,
}

/// Whose a thing is: one person's, or both people's.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// It belongs to one person; only she edits, dates, takes back or deletes it.
    One(PersonId),
    /// It belongs to both; either edits, each removes only her own words.
    Both,
}

impl Owner {
    /// Tells whether this person may edit, date, take back or delete it (CARE.md, Always 3).
    pub fn lets(&self, person: PersonId) -> bool {
        match self {
            Self::One(owner) => *owner == person,
            Self::Both => true,
        }
    }
}
