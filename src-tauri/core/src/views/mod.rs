//! What a screen or a page needs: plain data in the family's words.

mod apart;
mod bundles;
mod celebrations;
mod devices;
mod door;
mod goals;
mod letters;
mod looking;
mod milestones;
mod next_hour;
mod pages;
mod rituals;
mod shared;
mod today;

pub use apart::{ApartView, KeptWordsRow, OtherWordingRow};
pub use bundles::{BundlePreview, CopyMade, KeptView, RestoreView};
pub use celebrations::{CelebrationRow, CelebrationView, CelebrationsView, KeepsakeRow, SaidRow, ShelfView};
pub use devices::{DeviceRow, DevicesView};
pub use door::{ContactRow, DoorView, DraftRow, HereView, MeView, NewcomerView, PersonView};
pub use goals::{CheckInRow, CheckInsView, GoalGroup, GoalRow, GoalToday, GoalsView, ProposalPreview};
pub use letters::{
    DraftKept, DraftLetterRow, HandedOverRow, LetterView, LettersView, OpenedLetterRow, WaitingLetterRow,
};
pub(crate) use looking::{BYTES_OF_A_VIEW, MOST_ROWS, cut, cut_lists, shorten};
pub use looking::{Looking, Show};
pub use milestones::{CopyRow, CountedView, MilestoneGroup, MilestoneRow, MilestonesView, SharePreview, SpanRow};
pub use next_hour::{Lent, LentWayRow, NextHourView, PlanLineRow, Readable, ReadableWords, ReasonRow, WayRow};
pub use pages::{
    Choice, DayMarks, LaidOutView, LookingForPieces, MissingLetter, OccurrenceMark, PageLayout, PageSize, PageSpan,
    PageView, Paper, Photo, PieceGroup, PieceId, PieceKind, PieceRow, PieceView, PiecesView, SPARE_WORDS, Signer,
};
pub use rituals::{DueToday, LineRow, MemoryLaneView, OccurrenceRow, RitualRow, RitualToday, RitualsView, StepRow};
pub use shared::{Origin, SharedRow, SharedView};
pub use today::{Lead, TodayView};
