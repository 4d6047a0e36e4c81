//! Her ways that help: written down while well, marked when they were tried and helped, shown first next time.

use super::family::{Family, In};
use crate::document::{Record, Table};
use crate::domain::ids::{PersonId, WayId};
use crate::domain::way::{self, MOST_WAYS, Way, WayIdea, WayKind};
use crate::domain::words::Words;
use crate::views::{NextHourView, Readable, ReadableWords, WayRow};
use crate::{Error, Result};
use serde::{Deserialize, Serialize};

/// What she says of a way.
#[derive(Clone, Debug, Serialize, Deserialize, specta::Type)]
pub struct WayWords {
    /// Of which kind it is.
    pub kind: WayKind,
    /// What it is; as long as a name.
    pub words: String,
    /// Whether it is not for everybody, and is to say so.
    pub with_care: bool,
    /// Whether anyone at this computer may read it at the door.
    pub readable_while_locked: bool,
}

impl Family {
    /// Lists ways to begin with, narrowed by what she ticked of herself.
    pub fn way_ideas(&self) -> Result<Vec<WayIdea>> {
        Ok(way::offered_to(&self.me()?.lives))
    }

    /// Writes down a way.
    pub fn add_way(&mut self, words: &WayWords) -> Result<NextHourView> {
        let ways = self.ways_of(self.alone()?)?;
        if ways.len() >= MOST_WAYS as usize {
            return Err(Error::OutOfBounds(MOST_WAYS));
        }
        let at = ways.iter().map(|way| way.at + 1).max().unwrap_or(0);
        self.write_way(None, words, at)
    }

    /// Edits a way; that it helped stays.
    pub fn edit_way(&mut self, id: WayId, words: &WayWords) -> Result<NextHourView> {
        let way = self.find_way(id)?;
        if words.with_care && self.lent_copy(&way).is_some() {
            return Err(Error::NotForEverybody);
        }
        self.write_way(Some(id), words, way.at)
    }

    /// Marks that a way was tried and helped, so that it comes first; or takes the mark away.
    pub fn set_way_helped(&mut self, id: WayId, helped: bool) -> Result<NextHourView> {
        self.find_way(id)?;
        let mine = In::Mine(self.alone()?);
        self.write(mine, |pen| Ok(pen.put(Table::Ways, id, "helped", &helped)))?;
        // The door has them in the same order.
        let _ = self.show_at_the_door();
        self.next_hour()
    }

    /// Deletes a way for real.
    pub fn delete_way(&mut self, id: WayId) -> Result<NextHourView> {
        let mine = In::Mine(self.alone()?);
        self.find_way(id)?;
        let ((), ink) = self.compose(mine, |pen| {
            pen.put(Table::Ways, id, "gone", &true);
            pen.erase(id)
        })?;
        self.behind_the_door(Some(id.into()), |family| family.commit_for_good(vec![(mine, ink)]))?;
        self.next_hour()
    }

    /// Shows her ways: those that helped first, then by kind, in the order in which she wrote them down.
    pub(super) fn way_rows(&self, owner: PersonId) -> Result<Vec<WayRow>> {
        let (space, store) = (self.space(In::Mine(owner))?, self.store()?);
        let row = |way: Way| {
            let words = space.text(store, way.id, way.words)?;
            let lent = self.how_lent(&way, &words)?;
            let Way { id, kind, helped, with_care, readable_while_locked, .. } = way;
            Ok(WayRow { id, kind, words, helped, with_care, readable_while_locked, lent })
        };
        self.ways_of(owner)?.into_iter().map(row).collect()
    }

    /// Lists of her ways those she ticked as readable while locked, in the same order.
    pub(super) fn ticked_ways(&self, owner: PersonId) -> Result<Vec<ReadableWords>> {
        let ticked = self.way_rows(owner)?.into_iter().filter(|row| row.readable_while_locked);
        let readable = ticked.map(|row| ReadableWords {
            owner,
            id: row.id.into(),
            what: Readable::Way,
            words: row.words,
            with_care: row.with_care,
        });
        Ok(readable.collect())
    }

    pub(super) fn find_way(&self, id: WayId) -> Result<Way> {
        read(&id.to_string(), self.space(In::Mine(self.alone()?))?.record(Table::Ways, id)?)
    }

    fn ways_of(&self, owner: PersonId) -> Result<Vec<Way>> {
        let records = self.space(In::Mine(owner))?.records(Table::Ways);
        let mut ways = records.map(|(id, record)| read(id, record)).collect::<Result<Vec<_>>>()?;
        ways.sort_by_key(|way| (!way.helped, way.kind, way.at, way.id));
        Ok(ways)
    }

    fn write_way(&mut self, id: Option<WayId>, typed: &WayWords, at: u32) -> Result<NextHourView> {
        let words = Words::name(&typed.words)?;
        if typed.readable_while_locked {
            self.check_room_at_the_door(id.map(Into::into), typed)?;
        }
        self.write_readable(id.map(Into::into), |pen| {
            let id = id.unwrap_or_else(|| WayId::draw(pen.rng()));
            let words = pen.words(id, &words)?;
            pen.put(Table::Ways, id, "gone", &false);
            pen.put(Table::Ways, id, "kind", &typed.kind);
            pen.put(Table::Ways, id, "words", &words);
            pen.put(Table::Ways, id, "with_care", &typed.with_care);
            pen.put(Table::Ways, id, "readable_while_locked", &typed.readable_while_locked);
            pen.put(Table::Ways, id, "at", &at);
            Ok(())
        })?;
        self.next_hour()
    }
}

fn read(id: &str, record: &Record) -> Result<Way> {
    Ok(Way {
        id: id.parse().map_err(|_| Error::DamagedStore("a way's id"))?,
        kind: record.must("kind")?,
        words: record.must("words")?,
        helped: record.get("helped")?.unwrap_or(false),
        with_care: record.get("with_care")?.unwrap_or(false),
        readable_while_locked: record.get("readable_while_locked")?.unwrap_or(false),
        at: record.get("at")?.unwrap_or(0),
        lent_as: record.get("lent_as")?,
    })
}
