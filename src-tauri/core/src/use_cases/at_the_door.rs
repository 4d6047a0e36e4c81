//! What she ticked as readable while locked: it stands on the door card, in the open, and nothing else of hers does.

use super::door::MOST_IN_A_FILE;
use super::family::{Family, In};
use crate::document::Table;
use crate::domain::ids::ItemId;
use crate::space::Pen;
use crate::views::{ContactRow, ReadableWords};
use crate::{Error, Result};
use serde::Serialize;

/// The most bytes that one person may have standing at the door. Half the card is left for the people and for how it is laid out.
pub const MOST_AT_THE_DOOR: usize = MOST_IN_A_FILE as usize / 4;

/// The tables with something that she may tick as readable while locked.
pub(super) const READABLE_AT_THE_DOOR: [Table; 3] = [Table::Contacts, Table::Ways, Table::Plans];

impl Family {
    /// Changes something while the door does not show it: what she no longer wants there must not stay because the disk failed in
    /// between. What the door lacks afterwards is caught up when she next comes in.
    pub(super) fn behind_the_door<T>(
        &mut self,
        only: Option<ItemId>,
        change: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<T> {
        let person = self.alone()?;
        let is_meant = |owner, id: ItemId| owner == person && only.is_none_or(|only| id == only);
        let contact = |row: &ContactRow| is_meant(row.owner, row.id.into());
        let words = |row: &ReadableWords| is_meant(row.owner, row.id);
        if self.card.readable.iter().any(contact) || self.card.readable_words.iter().any(words) {
            self.rewrite_card(|card| {
                card.readable.retain(|row| !contact(row));
                card.readable_words.retain(|row| !words(row));
            })?;
        }
        let changed = change(self);
        let _ = self.show_at_the_door();
        changed
    }

    /// Writes something of hers that may stand at the door: a new thing, or one that may stand there already.
    pub(super) fn write_readable(
        &mut self,
        id: Option<ItemId>,
        write: impl FnOnce(&mut Pen) -> Result<()>,
    ) -> Result<()> {
        let mine = In::Mine(self.alone()?);
        if id.is_some() {
            return self.behind_the_door(id, |family| family.write(mine, write));
        }
        self.write(mine, write)?;
        let _ = self.show_at_the_door();
        Ok(())
    }

    /// Brings the door card up to what she ticked: also after an undo, or a power cut between the two files.
    pub(super) fn show_at_the_door(&mut self) -> Result<()> {
        let (readable, readable_words) = self.what_stands_at_the_door()?;
        if readable != self.card.readable || readable_words != self.card.readable_words {
            self.rewrite_card(|card| (card.readable, card.readable_words) = (readable, readable_words))?;
        }
        Ok(())
    }

    /// Does the same as she comes in. A disk that fails then does not keep her out: what she took away is off the door before
    /// it is off her list, so the door can only lack something.
    pub(super) fn catch_up_at_the_door(&mut self) -> Result<()> {
        self.what_stands_at_the_door()?;
        let _ = self.show_at_the_door();
        Ok(())
    }

    fn what_stands_at_the_door(&self) -> Result<(Vec<ContactRow>, Vec<ReadableWords>)> {
        let person = self.alone()?;
        let (mut contacts, mut words) = (self.ticked_contacts()?, self.ticked_words()?);
        // Older people of hers may have more words than the door has room for.
        let mut room = MOST_AT_THE_DOOR;
        contacts.retain(|row| takes(&mut room, row));
        words.retain(|row| takes(&mut room, row));
        let others = self.card.readable.iter().filter(|row| row.owner != person);
        let mut readable: Vec<ContactRow> = others.cloned().chain(contacts).collect();
        let others = self.card.readable_words.iter().filter(|row| row.owner != person);
        let mut readable_words: Vec<ReadableWords> = others.cloned().chain(words).collect();
        // In the order of the door, so that it does not show who of the two was the last to write.
        let place = |owner| self.card.people.iter().position(|person| person.id == owner);
        readable.sort_by_key(|row| place(row.owner));
        readable_words.sort_by_key(|row| place(row.owner));
        Ok((readable, readable_words))
    }

    /// Refuses what she ticks when the door has no room left for it.
    pub(super) fn check_room_at_the_door(&self, id: Option<ItemId>, fresh: &impl Serialize) -> Result<()> {
        let mut room = MOST_AT_THE_DOOR;
        let contacts = self.ticked_contacts()?.into_iter().filter(|row| Some(row.id.into()) != id);
        let words = self.ticked_words()?.into_iter().filter(|row| Some(row.id) != id);
        contacts.for_each(|row| _ = takes(&mut room, &row));
        words.for_each(|row| _ = takes(&mut room, &row));
        // An owner and an id stand beside it.
        if takes(&mut room, &(fresh, [ItemId::from_bytes([0; 16]); 2])) { Ok(()) } else { Err(Error::DoorFull) }
    }

    fn ticked_contacts(&self) -> Result<Vec<ContactRow>> {
        Ok(self.contacts_of(self.alone()?)?.into_iter().filter(|row| row.readable_while_locked).collect())
    }

    fn ticked_words(&self) -> Result<Vec<ReadableWords>> {
        let me = self.alone()?;
        Ok([self.ticked_reasons(me)?, self.ticked_ways(me)?].concat())
    }
}

/// Takes from the room what a row needs as JSON, if there is so much.
fn takes(room: &mut usize, row: &impl Serialize) -> bool {
    let size = serde_json::to_vec(row).map_or(usize::MAX, |json| json.len());
    let fits = size <= *room;
    *room -= if fits { size } else { 0 };
    fits
}
