//! Her own people: whom she can call, what they are good for, and which of them may be read while locked.

use super::family::{Family, In};
use crate::document::Table;
use crate::domain::ids::{ContactId, PersonId};
use crate::domain::words::Words;
use crate::space::Pen;
use crate::views::ContactRow;
use crate::{Error, Result};

/// The most of her own people she may write down.
pub const MOST_CONTACTS: u32 = 50;

/// What she says of one of her own people.
#[derive(Clone, Debug, serde::Deserialize, specta::Type)]
pub struct ContactWords {
    /// The name.
    pub name: String,
    /// The number, as she writes it.
    pub number: String,
    /// What this person is good for; may be left empty.
    pub good_for: String,
    /// Whether anyone at this computer may read it at the door.
    pub readable_while_locked: bool,
}

impl Family {
    /// Lists her own people, while she is here alone.
    pub fn contacts(&self) -> Result<Vec<ContactRow>> {
        self.contacts_of(self.alone()?)
    }

    /// Writes down one of her own people.
    pub fn add_contact(&mut self, words: &ContactWords) -> Result<Vec<ContactRow>> {
        if self.contacts()?.len() >= MOST_CONTACTS as usize {
            return Err(Error::OutOfBounds(MOST_CONTACTS));
        }
        self.write_contact(None, words)
    }

    /// Edits one of her own people.
    pub fn edit_contact(&mut self, id: ContactId, words: &ContactWords) -> Result<Vec<ContactRow>> {
        self.space(In::Mine(self.alone()?))?.record(Table::Contacts, id)?;
        self.write_contact(Some(id), words)
    }

    /// Deletes one of her own people for real.
    pub fn remove_contact(&mut self, id: ContactId) -> Result<Vec<ContactRow>> {
        let mine = In::Mine(self.alone()?);
        let ((), ink) = self.compose(mine, |pen| {
            pen.put(Table::Contacts, id, "gone", &true);
            pen.erase(id)
        })?;
        self.behind_the_door(Some(id), |family| family.commit_for_good(vec![(mine, ink)]))?;
        self.contacts()
    }

    /// Changes contacts while the door shows none of them: one that she no longer wants there must not stay because the
    /// disk failed in between. What it lacks afterwards is caught up when she next comes in.
    pub(super) fn behind_the_door<T>(
        &mut self,
        only: Option<ContactId>,
        change: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<T> {
        let person = self.alone()?;
        let is_meant = |row: &ContactRow| row.owner == person && only.is_none_or(|only| row.id == only);
        if self.card.readable.iter().any(is_meant) {
            self.rewrite_card(|card| card.readable.retain(|row| !is_meant(row)))?;
        }
        let changed = change(self);
        let _ = self.show_readable_contacts();
        changed
    }

    /// Brings the door card up to what she ticked: also after an undo, or a power cut between the two files.
    pub(super) fn show_readable_contacts(&mut self) -> Result<Vec<ContactRow>> {
        let person = self.alone()?;
        let rows = self.contacts_of(person)?;
        let others = self.card.readable.iter().filter(|row| row.owner != person);
        let hers = rows.iter().filter(|row| row.readable_while_locked);
        let mut readable: Vec<ContactRow> = others.chain(hers).cloned().collect();
        // In the order of the door, so that it does not show who of the two was the last to write.
        readable.sort_by_key(|row| self.card.people.iter().position(|person| person.id == row.owner));
        if readable != self.card.readable {
            self.rewrite_card(|card| card.readable = readable)?;
        }
        Ok(rows)
    }

    fn contacts_of(&self, owner: PersonId) -> Result<Vec<ContactRow>> {
        let (space, store) = (self.space(In::Mine(owner))?, self.store()?);
        let mut rows = Vec::new();
        for (id, record) in space.records(Table::Contacts) {
            let id: ContactId = id.parse().map_err(|_| Error::DamagedStore("a contact's id"))?;
            rows.push(ContactRow {
                id,
                owner,
                name: space.text(store, id, record.must("name")?)?,
                number: space.text(store, id, record.must("number")?)?,
                good_for: space.text_if(store, id, record.get("good_for")?)?.unwrap_or_default(),
                readable_while_locked: record.get("readable_while_locked")?.unwrap_or(false),
            });
        }
        rows.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.id.cmp(&b.id)));
        Ok(rows)
    }

    fn write_contact(&mut self, id: Option<ContactId>, words: &ContactWords) -> Result<Vec<ContactRow>> {
        let (name, number) = (Words::name(&words.name)?, Words::name(&words.number)?);
        let good_for = Words::optional(&words.good_for)?;
        let mine = In::Mine(self.alone()?);
        let write = |pen: &mut Pen| {
            let id = id.unwrap_or_else(|| ContactId::draw(pen.rng()));
            let (name, number) = (pen.words(id, &name)?, pen.words(id, &number)?);
            let good_for = pen.words_if(id, good_for.as_ref())?;
            pen.put(Table::Contacts, id, "gone", &false);
            pen.put(Table::Contacts, id, "name", &name);
            pen.put(Table::Contacts, id, "number", &number);
            pen.put(Table::Contacts, id, "good_for", &good_for);
            pen.put(Table::Contacts, id, "readable_while_locked", &words.readable_while_locked);
            Ok(())
        };
        match id {
            Some(_) => self.behind_the_door(id, |family| family.write(mine, write))?,
            None => {
                self.write(mine, write)?;
                let _ = self.show_readable_contacts();
            }
        }
        self.contacts()
    }
}
