//! Pieces: what could be chosen for a paper, each with whose it is.

use crate::domain::ids::{CheckInId, GoalId, KeepsakeId, MilestoneId, PersonId, RitualId};
use crate::domain::person::Owner;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Names one piece of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PieceId {
    /// Her days at a glance.
    Days,
    /// The days of a ritual.
    Ritual {
        /// Which.
        ritual: RitualId,
    },
    /// A line about one day of a ritual.
    RitualLine {
        /// Which ritual.
        ritual: RitualId,
        /// Which day.
        day: NaiveDate,
        /// Who wrote it; nobody alone when it is of both.
        who: Option<PersonId>,
    },
    /// A milestone that was reached.
    Milestone {
        /// Which.
        milestone: MilestoneId,
    },
    /// The days all together of a counted milestone.
    AllTogether {
        /// Which.
        milestone: MilestoneId,
    },
    /// A goal, and where it stands.
    Goal {
        /// Which.
        goal: GoalId,
    },
    /// What helps with a goal.
    Helped {
        /// Which.
        goal: GoalId,
    },
    /// The words of a check-in.
    CheckIn {
        /// Which.
        check_in: CheckInId,
    },
    /// A small victory that one saw in the other.
    Seen {
        /// The keepsake it became.
        keepsake: KeepsakeId,
    },
    /// What one person said at a celebration, or since.
    Said {
        /// The keepsake it stands on.
        keepsake: KeepsakeId,
        /// Which of its lines, from nought.
        at: u32,
    },
    /// A question for the session.
    Question {
        /// Which, from nought.
        at: u32,
    },
    /// What a keepsake or a ritual is called.
    Title,
    /// Why it matters, or what it means.
    Why,
    /// The ritual that was done.
    Rite,
    /// The photo.
    Photo,
    /// A line of a letter.
    Letter {
        /// Which letter, from nought.
        letter: u32,
        /// Which of its lines, from nought.
        line: u32,
    },
    /// When a ritual is.
    When,
    /// One step of a ritual.
    Step {
        /// Which, from nought.
        at: u32,
    },
    /// Room for names.
    Signatures,
}

/// What kind of piece it is: one group of the composer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is what the variant of PieceId says")]
pub enum PieceKind {
    Days,
    Ritual,
    RitualLine,
    Milestone,
    AllTogether,
    Goal,
    Helped,
    CheckIn,
    Seen,
    Said,
    Question,
    Title,
    Why,
    Rite,
    Photo,
    Letter,
    When,
    Step,
    Signatures,
}

impl PieceId {
    /// Tells what kind of piece it names.
    pub fn kind(&self) -> PieceKind {
        match self {
            Self::Days => PieceKind::Days,
            Self::Ritual { .. } => PieceKind::Ritual,
            Self::RitualLine { .. } => PieceKind::RitualLine,
            Self::Milestone { .. } => PieceKind::Milestone,
            Self::AllTogether { .. } => PieceKind::AllTogether,
            Self::Goal { .. } => PieceKind::Goal,
            Self::Helped { .. } => PieceKind::Helped,
            Self::CheckIn { .. } => PieceKind::CheckIn,
            Self::Seen { .. } => PieceKind::Seen,
            Self::Said { .. } => PieceKind::Said,
            Self::Question { .. } => PieceKind::Question,
            Self::Title => PieceKind::Title,
            Self::Why => PieceKind::Why,
            Self::Rite => PieceKind::Rite,
            Self::Photo => PieceKind::Photo,
            Self::Letter { .. } => PieceKind::Letter,
            Self::When => PieceKind::When,
            Self::Step { .. } => PieceKind::Step,
            Self::Signatures => PieceKind::Signatures,
        }
    }
}

/// What she looks for among the pieces. It goes through all there are, not through what one view holds.
#[derive(Clone, Debug, Default, Deserialize, Type)]
pub struct LookingForPieces {
    /// Words that stand anywhere in a piece.
    pub find: String,
    /// The one group that is opened.
    pub only: Option<PieceKind>,
}

/// The pieces of a paper that could be chosen. Nothing is chosen to begin with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PiecesView {
    /// One group a kind, in the order of the page; never an empty one.
    pub groups: Vec<PieceGroup>,
    /// Whether there is more that is offered once both are here: it is of both, or the other's.
    pub more_together: bool,
}

/// The pieces of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PieceGroup {
    /// Which kind.
    pub kind: PieceKind,
    /// How many there are, of which the rows may be only the first.
    pub count: u32,
    /// One row a piece, in the order of the page.
    pub rows: Vec<PieceRow>,
    /// Whether there are more than the rows.
    pub more: bool,
}

/// One piece that could be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PieceRow {
    /// Its id.
    pub id: PieceId,
    /// Whose it is: each signs off her own, and both what is of both.
    pub owner: Owner,
    /// Its day, where it has one.
    pub on: Option<NaiveDate>,
    /// How it begins, in one line; empty where its kind says it all.
    pub preview: String,
}
