//! The nouns and their rules, pure: no store, no document, no words of anybody's.

pub mod card;
pub mod celebration;
pub mod days_together;
pub mod device;
pub mod goal;
pub mod ideas;
pub mod ids;
pub mod keepsake;
pub mod letter;
pub mod milestone;
pub mod person;
pub mod photo;
pub mod plan;
pub mod recurrence;
pub mod ritual;
pub mod way;
pub mod words;
