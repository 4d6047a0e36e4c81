//! Her own people: whom she can call, what they are good for, and which of them may be read while locked.

use super::family::{Family, In};
use crate::document::Table;
use crate::domain::ids::{ContactId, PersonId};
use crate::domain::words::{Words, WordsRef};
use crate::space::Pen;
use crate::views::ContactRow;
use crate::{Error, Result};

/// The most of her own people she may write down.
pub const MOST_CONTACTS: u32 = 50;

/// The most words to send that one of her own people may have.
pub const MOST_TO_SEND: u32 = 5;

/// The most characters of words to send: as long as a message.
pub const MOST_CHARACTERS_TO_SEND: usize = 500;

/// What she says of one of her own people.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize, specta::Type)]
pub struct ContactWords {
    /// The name.
    pub name: String,
    /// The number, as she writes it.
    pub number: String,
    /// What this person is good for; may be left empty.
    pub good_for: String,
    /// Words to be sent by hand, written while well; at most [`MOST_TO_SEND`]. Those left blank are not kept.
    pub to_send: Vec<String>,
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
        self.behind_the_door(Some(id.into()), |family| family.commit_for_good(vec![(mine, ink)]))?;
        self.contacts()
    }

    pub(super) fn contacts_of(&self, owner: PersonId) -> Result<Vec<ContactRow>> {
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
                to_send: record
                    .get::<Vec<WordsRef>>("to_send")?
                    .unwrap_or_default()
                    .into_iter()
                    .map(|words| space.text(store, id, words))
                    .collect::<Result<_>>()?,
                readable_while_locked: record.get("readable_while_locked")?.unwrap_or(false),
            });
        }
        rows.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.id.cmp(&b.id)));
        Ok(rows)
    }

    fn write_contact(&mut self, id: Option<ContactId>, words: &ContactWords) -> Result<Vec<ContactRow>> {
        let (name, number) = (Words::name(&words.name)?, Words::name(&words.number)?);
        let good_for = Words::optional(&words.good_for)?;
        let to_send = checked_to_send(&words.to_send)?;
        if words.readable_while_locked {
            self.check_room_at_the_door(id.map(Into::into), words)?;
        }
        let write = |pen: &mut Pen| {
            let id = id.unwrap_or_else(|| ContactId::draw(pen.rng()));
            let (name, number) = (pen.words(id, &name)?, pen.words(id, &number)?);
            let good_for = pen.words_if(id, good_for.as_ref())?;
            let to_send = to_send.iter().map(|words| pen.words(id, words)).collect::<Result<Vec<_>>>()?;
            pen.put(Table::Contacts, id, "gone", &false);
            pen.put(Table::Contacts, id, "name", &name);
            pen.put(Table::Contacts, id, "number", &number);
            pen.put(Table::Contacts, id, "good_for", &good_for);
            pen.put(Table::Contacts, id, "to_send", &to_send);
            pen.put(Table::Contacts, id, "readable_while_locked", &words.readable_while_locked);
            Ok(())
        };
        self.write_readable(id.map(Into::into), write)?;
        self.contacts()
    }
}

fn checked_to_send(typed: &[String]) -> Result<Vec<Words>> {
    let written = typed.iter().filter(|words| !words.trim().is_empty());
    let words = written.map(|words| Ok(Words::within(words, MOST_CHARACTERS_TO_SEND)?)).collect::<Result<Vec<_>>>()?;
    if words.len() > MOST_TO_SEND as usize { Err(Error::OutOfBounds(MOST_TO_SEND)) } else { Ok(words) }
}
