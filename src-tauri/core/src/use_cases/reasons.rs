//! Her reasons: words, and a photo where she likes. Readable while locked are the words alone.

use super::family::{Family, In};
use crate::document::{Record, Table};
use crate::domain::ids::{PersonId, ReasonId};
use crate::domain::photo;
use crate::domain::plan::{MOST_REASONS, Reason};
use crate::domain::words::{Words, WordsRef};
use crate::views::{NextHourView, Readable, ReadableWords, ReasonRow};
use crate::{Error, Result};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use serde::{Deserialize, Serialize};

/// The most characters of a reason: they are read whole, in a hard hour.
pub const MOST_CHARACTERS_OF_A_REASON: usize = 600;

/// What she says of a reason.
#[derive(Clone, Debug, Serialize, Deserialize, specta::Type)]
pub struct ReasonWords {
    /// What it is.
    pub words: String,
    /// Whether anyone at this computer may read the words at the door.
    pub readable_while_locked: bool,
}

/// What the records of this table say of themselves when they are reasons; the others are lines of her plan.
const PART: &str = "reason";

impl Family {
    /// Writes down a reason, with a photo where she gives one.
    pub fn add_reason(&mut self, words: &ReasonWords, photo: Option<&[u8]>) -> Result<NextHourView> {
        let reasons = self.reasons_of(self.alone()?)?;
        if reasons.len() >= MOST_REASONS as usize {
            return Err(Error::OutOfBounds(MOST_REASONS));
        }
        let at = reasons.iter().map(|reason| reason.at + 1).max().unwrap_or(0);
        self.write_reason(None, words, photo, at)
    }

    /// Edits a reason; without a new photo, the one it has stays.
    pub fn edit_reason(&mut self, id: ReasonId, words: &ReasonWords, photo: Option<&[u8]>) -> Result<NextHourView> {
        let at = self.find_reason(id)?.at;
        self.write_reason(Some(id), words, photo, at)
    }

    /// Takes the photo away from a reason.
    pub fn remove_reason_photo(&mut self, id: ReasonId) -> Result<NextHourView> {
        self.find_reason(id)?;
        let mine = In::Mine(self.alone()?);
        self.write(mine, |pen| Ok(pen.put(Table::Plans, id, "photo", &None::<WordsRef>)))?;
        self.next_hour()
    }

    /// Deletes a reason for real, with its photo.
    pub fn delete_reason(&mut self, id: ReasonId) -> Result<NextHourView> {
        let mine = In::Mine(self.alone()?);
        self.find_reason(id)?;
        let ((), ink) = self.compose(mine, |pen| {
            pen.put(Table::Plans, id, "gone", &true);
            pen.erase(id)
        })?;
        self.behind_the_door(Some(id.into()), |family| family.commit_for_good(vec![(mine, ink)]))?;
        self.next_hour()
    }

    /// Shows the photo of a reason, as base64 of a JPEG.
    pub fn reason_photo(&self, id: ReasonId) -> Result<String> {
        let photo = self.find_reason(id)?.photo.ok_or(Error::Gone)?;
        let mine = self.space(In::Mine(self.alone()?))?;
        let jpeg = mine.bytes(self.store()?, id, photo)?.ok_or(Error::Gone)?;
        Ok(BASE64.encode(&*jpeg))
    }

    /// Shows her reasons in the order in which she wrote them down.
    pub(super) fn reason_rows(&self, owner: PersonId) -> Result<Vec<ReasonRow>> {
        let (space, store) = (self.space(In::Mine(owner))?, self.store()?);
        let row = |reason: Reason| {
            let words = space.text(store, reason.id, reason.words)?;
            let Reason { id, photo, readable_while_locked, .. } = reason;
            Ok(ReasonRow { id, words, has_photo: photo.is_some(), readable_while_locked })
        };
        self.reasons_of(owner)?.into_iter().map(row).collect()
    }

    /// Lists of her reasons the words of those she ticked as readable while locked; a photo never is.
    pub(super) fn ticked_reasons(&self, owner: PersonId) -> Result<Vec<ReadableWords>> {
        let ticked = self.reason_rows(owner)?.into_iter().filter(|row| row.readable_while_locked);
        let readable = ticked.map(|row| ReadableWords {
            owner,
            id: row.id.into(),
            what: Readable::Reason,
            words: row.words,
            with_care: false,
        });
        Ok(readable.collect())
    }

    fn find_reason(&self, id: ReasonId) -> Result<Reason> {
        let record = self.space(In::Mine(self.alone()?))?.record(Table::Plans, id)?;
        read(&id.to_string(), record)?.ok_or(Error::Gone)
    }

    fn reasons_of(&self, owner: PersonId) -> Result<Vec<Reason>> {
        let records = self.space(In::Mine(owner))?.records(Table::Plans);
        let reasons = records.map(|(id, record)| read(id, record)).collect::<Result<Vec<_>>>()?;
        let mut reasons: Vec<Reason> = reasons.into_iter().flatten().collect();
        reasons.sort_by_key(|reason| (reason.at, reason.id));
        Ok(reasons)
    }

    fn write_reason(
        &mut self,
        id: Option<ReasonId>,
        typed: &ReasonWords,
        photo: Option<&[u8]>,
        at: u32,
    ) -> Result<NextHourView> {
        let words = Words::within(&typed.words, MOST_CHARACTERS_OF_A_REASON)?;
        let photo = photo.map(photo::prepare).transpose()?;
        if typed.readable_while_locked {
            self.check_room_at_the_door(id.map(Into::into), typed)?;
        }
        self.write_readable(id.map(Into::into), |pen| {
            let id = id.unwrap_or_else(|| ReasonId::draw(pen.rng()));
            let words = pen.words(id, &words)?;
            pen.put(Table::Plans, id, "gone", &false);
            pen.put(Table::Plans, id, "part", PART);
            pen.put(Table::Plans, id, "words", &words);
            if let Some(photo) = photo {
                let photo = pen.bytes(id, &photo.jpeg)?;
                pen.put(Table::Plans, id, "photo", &Some(photo));
            }
            pen.put(Table::Plans, id, "readable_while_locked", &typed.readable_while_locked);
            pen.put(Table::Plans, id, "at", &at);
            Ok(())
        })?;
        self.next_hour()
    }
}

/// Reads a reason; `None` when the record is something else.
fn read(id: &str, record: &Record) -> Result<Option<Reason>> {
    if record.must::<String>("part")? != PART {
        return Ok(None);
    }
    Ok(Some(Reason {
        id: id.parse().map_err(|_| Error::DamagedStore("a reason's id"))?,
        words: record.must("words")?,
        photo: record.get("photo")?,
        readable_while_locked: record.get("readable_while_locked")?.unwrap_or(false),
        at: record.get("at")?.unwrap_or(0),
    }))
}
