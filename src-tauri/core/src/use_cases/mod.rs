//! The public API: one verb, one function. A use case is one transaction and answers with the fresh view.

mod contacts;
mod door;
mod drafts;
mod family;
mod me;
mod milestones;
mod newcomer;
mod secrets;
mod undo;

pub use contacts::{ContactWords, MOST_CONTACTS};
pub use door::{DoorCard, MOST_IN_A_FILE};
pub use family::{Family, Now};
pub use me::{IDLE_MINUTES, MOST_IDLE_MINUTES};
pub use milestones::{CountedWords, MilestoneWords, Whose};
pub use newcomer::PersonWords;
