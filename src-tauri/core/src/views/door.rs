//! The door, who is here, and what a person says of herself.

use crate::domain::ideas::Lives;
use crate::domain::ids::{ContactId, PersonId};
use crate::domain::person::Colour;
use crate::views::ReadableWords;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A person wherever she is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PersonView {
    /// Her id.
    pub id: PersonId,
    /// Her name as she writes it.
    pub name: String,
    /// Her colour.
    pub colour: Colour,
    /// Whether she is in.
    pub here: bool,
}

/// What the door shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct DoorView {
    /// The people, in the order in which they came; nobody on the first day.
    pub people: Vec<PersonView>,
    /// The language that was chosen.
    pub language: Option<String>,
    /// The region that was chosen for help lines.
    pub region: Option<String>,
    /// The theme that was chosen.
    pub theme: Option<String>,
    /// What each ticked as readable while locked, for Help now.
    pub readable: Vec<ContactRow>,
    /// Of the words each keeps for the next hour, those she ticked as readable while locked.
    pub readable_words: Vec<ReadableWords>,
}

/// Who is here, and what is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct HereView {
    /// Who is in.
    pub here: Vec<PersonView>,
    /// Whose own space is open: nobody's while both are here.
    pub mine_is_open: Vec<PersonId>,
    /// Whether the shared space is open.
    pub ours_is_open: bool,
    /// Whether both are here.
    pub together: bool,
    /// Somebody who has made her way in and waits for a yes.
    pub newcomer: Option<NewcomerView>,
    /// After how many quiet minutes everything locks: the shorter choice of those who are here.
    pub idle_minutes: Option<u32>,
    /// Whether there is an act of this session to take back.
    pub can_undo: bool,
    /// Whether this folder was found to be older than what was kept on this computer before.
    pub put_back: bool,
}

/// Somebody who waits to be let into *ours*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct NewcomerView {
    /// Who she is.
    pub person: PersonView,
    /// Six words of her key, the same on her own screen.
    pub words: Vec<String>,
}

/// What a person says of herself, in her own space.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct MeView {
    /// Who she is.
    pub person: PersonView,
    /// What she lives with, as she ticked it.
    pub lives: Vec<Lives>,
    /// Quiet minutes until everything locks; `None` when she wants no such lock.
    pub idle_minutes: Option<u32>,
    /// Whether the soft question on the day after a celebration is asked.
    pub next_day_question: bool,
    /// Whether spare words are kept on paper somewhere; `false` once they were used.
    pub has_spare_words: bool,
    /// Six words of her key, for the other to compare.
    pub words: Vec<String>,
}

/// One of her own people: somebody she can call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ContactRow {
    /// Its id.
    pub id: ContactId,
    /// Whose it is.
    pub owner: PersonId,
    /// The name.
    pub name: String,
    /// The number, as she writes it.
    pub number: String,
    /// What this person is good for; may be empty.
    pub good_for: String,
    /// Words she wrote while well, to be sent by hand; older ones at the door have none.
    #[serde(default)]
    pub to_send: Vec<String>,
    /// Whether anyone at this computer can read it at the door.
    pub readable_while_locked: bool,
}

/// Words that were not finished when the window closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct DraftRow {
    /// The field they were in, as the window names it.
    pub field: String,
    /// The words.
    pub text: String,
}
