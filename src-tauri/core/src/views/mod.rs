//! What a screen or a page needs: plain data in the family's words.

mod door;
mod milestones;

pub use door::{ContactRow, DoorView, DraftRow, HereView, MeView, NewcomerView, PersonView};
pub use milestones::{CountedView, MilestoneRow, MilestonesView, SharePreview, SpanRow};
