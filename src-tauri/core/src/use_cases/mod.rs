//! The public API: one verb, one function. A use case is one transaction and answers with the fresh view.

mod at_the_door;
mod bundles;
mod celebrations;
mod check_ins;
mod contacts;
mod door;
mod drafts;
mod family;
mod goals;
mod keepsakes;
mod leave;
mod letters;
mod mark;
mod me;
mod milestones;
mod newcomer;
mod next_hour;
mod occurrences;
#[cfg(feature = "faults")]
pub mod outside;
mod pages;
mod reasons;
mod repair;
mod rituals;
mod secrets;
mod shared;
mod tidy;
mod today;
mod undo;
mod ways;

pub use at_the_door::MOST_AT_THE_DOOR;
pub use check_ins::CheckInWords;
pub use contacts::{ContactWords, MOST_CONTACTS};
pub use door::{DoorCard, MOST_IN_A_FILE};
pub use family::{Family, Now};
pub use goals::{GoalWords, Offer};
pub use leave::Labels;
pub use letters::LetterWords;
pub use me::{IDLE_MINUTES, MOST_IDLE_MINUTES};
pub use milestones::{CountedWords, MilestoneWords, Whose};
pub use newcomer::PersonWords;
pub use pages::{MOST_DAYS_OF_A_PAGE, MOST_PIECES, MOST_QUESTIONS, forget_printed, save_page};
pub use reasons::{MOST_CHARACTERS_OF_A_REASON, ReasonWords};
pub use rituals::{RitualWords, StepWords};
pub use shared::SharedThing;
pub use ways::WayWords;
