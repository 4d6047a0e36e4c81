//! What she keeps for the next hour, as a screen shows it.

use crate::domain::card::CardId;
use crate::domain::ids::{ItemId, PersonId, PlanLineId, ReasonId, WayId};
use crate::domain::plan::PlanPart;
use crate::domain::way::WayKind;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What she keeps for the next hour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct NextHourView {
    /// Her reasons, in the order in which she wrote them down.
    pub reasons: Vec<ReasonRow>,
    /// Her ways that help: those she marked first, then by kind.
    pub ways: Vec<WayRow>,
    /// Ways that the other lends her.
    pub lent: Vec<LentWayRow>,
    /// The parts of her plan that are words of hers, line by line.
    pub plan: Vec<PlanLineRow>,
    /// The cards she keeps for it.
    pub cards: Vec<CardId>,
}

/// One of her reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ReasonRow {
    /// Its id.
    pub id: ReasonId,
    /// What it is, in her words.
    pub words: String,
    /// Whether there is a photo beside it.
    pub has_photo: bool,
    /// Whether anyone at this computer can read the words at the door.
    pub readable_while_locked: bool,
}

/// A way that helps her.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct WayRow {
    /// Its id.
    pub id: WayId,
    /// Of which kind it is.
    pub kind: WayKind,
    /// What it is, in her words.
    pub words: String,
    /// Whether she tried it and it helped.
    pub helped: bool,
    /// Whether it is not for everybody.
    pub with_care: bool,
    /// Whether anyone at this computer can read it at the door.
    pub readable_while_locked: bool,
    /// Whether she lends it, and whether what she lends says the same.
    pub lent: Lent,
}

/// Whether a way is lent to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Lent {
    /// It is only hers.
    No,
    /// The other sees it as it is.
    AsItIs,
    /// The other sees it as it was before she changed it.
    AsItWas,
}

/// A way that one lends the other, exactly as the other sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LentWayRow {
    /// Its id in *ours*.
    pub id: WayId,
    /// Who lends it.
    pub owner: PersonId,
    /// Of which kind it is.
    pub kind: WayKind,
    /// What it is, in the words of the one who lends it.
    pub words: String,
}

/// One line of her plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PlanLineRow {
    /// Its id.
    pub id: PlanLineId,
    /// Which part it belongs to.
    pub part: PlanPart,
    /// What it says, in her words.
    pub words: String,
}

/// Words she keeps for the next hour and ticked as readable while locked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReadableWords {
    /// Whose they are.
    pub owner: PersonId,
    /// The id of what they belong to.
    pub id: ItemId,
    /// What they are.
    pub what: Readable,
    /// The words.
    pub words: String,
    /// Whether it is not for everybody.
    pub with_care: bool,
}

/// What may be readable while locked, beside her people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Readable {
    /// One of her reasons.
    Reason,
    /// A way that helps her.
    Way,
}
