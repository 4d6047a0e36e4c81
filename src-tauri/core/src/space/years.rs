//! The documents of a space: the lasting one, and every year from the moment on at which somebody asks for it.
//!
//! Nobody can read past a year that is still on the disk: there is no way to a year but through what reads it.

use super::Keys;
use crate::document::{Document, DocumentId};
use crate::domain::ids::SpaceId;
use crate::store::Store;
use crate::store::frame::{Opened, Place, open};
use crate::{Error, Result};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// The years a document may be of; a day outside them is refused before it comes here.
pub(super) const YEARS: RangeInclusive<i32> = 1900..=2200;

/// What the documents of one space are read with.
pub(super) struct Reader {
    pub(super) id: SpaceId,
    pub(super) keys: Keys,
    pub(super) actor: [u8; 16],
}

/// A document in memory, and which frames of it are on the disk.
pub(super) struct OpenDocument {
    pub(super) document: Document,
    pub(super) first_seq: u64,
    pub(super) next_seq: u64,
}

/// The documents of one space.
pub(super) struct Documents {
    lasting: OpenDocument,
    /// Every year there is; empty while it is only on the disk.
    years: BTreeMap<i32, OnceCell<OpenDocument>>,
}

impl Reader {
    /// Opens every frame of a document.
    pub(super) fn frames(&self, id: DocumentId, store: &Store) -> Result<Vec<(u64, Opened)>> {
        let part = self.part(id);
        let frames = store.frames(self.id, part)?.into_iter().map(|(seq, sealed)| {
            let place = Place::Document { space: self.id, part, seq };
            Ok((seq, open(&self.keys.log, &place, &sealed)?))
        });
        frames.collect()
    }

    /// Names a document without saying on the disk which one it is.
    pub(super) fn part(&self, id: DocumentId) -> [u8; 16] {
        match id {
            DocumentId::Lasting => self.hidden_name("document lasting"),
            DocumentId::Year(year) => self.hidden_name(&format!("document {year}")),
        }
    }

    /// Names something without saying on the disk what it is.
    pub(super) fn hidden_name(&self, name: &str) -> [u8; 16] {
        let hash = blake3::keyed_hash(&self.keys.names, name.as_bytes());
        *hash.as_bytes().first_chunk().expect("a hash has thirty-two bytes")
    }

    fn read(&self, id: DocumentId, store: &Store) -> Result<OpenDocument> {
        let frames = self.frames(id, store)?;
        let first_seq = frames.first().map_or(0, |(seq, _)| *seq);
        let next_seq = frames.last().map_or(0, |(seq, _)| seq + 1);
        let document = Document::load(self.actor, frames.iter().map(|(_, frame)| frame.as_slice()))?;
        Ok(OpenDocument { document, first_seq, next_seq })
    }

    fn read_year(&self, year: i32, store: &Store) -> Result<OpenDocument> {
        let open = self.read(DocumentId::Year(year), store)?;
        // It was there when the space was opened; of another store an emptier one would be made.
        if open.next_seq == 0 { Err(Error::DamagedStore("a year that is gone")) } else { Ok(open) }
    }
}

impl Documents {
    /// Reads the lasting document, and which years there are.
    pub(super) fn open(reader: &Reader, store: &Store) -> Result<Self> {
        Self::of(&Self::years(reader, store)?, reader, store)
    }

    /// Opens the documents; what is damaged in any year is told as she comes in.
    ///
    /// Twice the years take twice as long to see through: that is done beside what has to be understood.
    pub(super) fn open_checked(reader: &Reader, store: &Store) -> Result<Self> {
        let years = Self::years(reader, store)?;
        std::thread::scope(|scope| {
            let checked = scope.spawn(|| check(&years, reader, store));
            let documents = Self::of(&years, reader, store)?;
            checked.join().unwrap_or(Err(Error::DamagedStore("looking through the years")))?;
            Ok(documents)
        })
    }

    /// Lends the lasting document.
    pub(super) fn lasting(&self) -> &OpenDocument {
        &self.lasting
    }

    /// Lists which documents there are, read or not.
    pub(super) fn ids(&self) -> impl Iterator<Item = DocumentId> {
        std::iter::once(DocumentId::Lasting).chain(self.years.keys().map(|year| DocumentId::Year(*year)))
    }

    /// Lends a document; `None` when there is none.
    pub(super) fn get(&self, id: DocumentId, reader: &Reader, store: &Store) -> Result<Option<&OpenDocument>> {
        let DocumentId::Year(year) = id else { return Ok(Some(&self.lasting)) };
        let Some(cell) = self.years.get(&year) else { return Ok(None) };
        if cell.get().is_none() {
            let mut open = reader.read_year(year, store)?;
            // The newest year is the one that is written in.
            if self.years.last_key_value().is_none_or(|(newest, _)| *newest != year) {
                open.document.put_by();
            }
            let _ = cell.set(open);
        }
        Ok(cell.get())
    }

    /// Lends a document to be written in; one that there is not yet begins.
    pub(super) fn get_mut(&mut self, id: DocumentId, reader: &Reader, store: &Store) -> Result<&mut OpenDocument> {
        let DocumentId::Year(year) = id else { return Ok(&mut self.lasting) };
        if self.get(id, reader, store)?.is_none() {
            self.years.insert(year, OnceCell::from(reader.read(id, store)?));
        }
        Ok(self.years.get_mut(&year).and_then(OnceCell::get_mut).expect("it was read above"))
    }

    /// Lends the years between two, the newest first; each is read when it is come to.
    pub(super) fn back<'a>(
        &'a self,
        years: RangeInclusive<i32>,
        reader: &'a Reader,
        store: &'a Store,
    ) -> impl Iterator<Item = Result<&'a Document>> {
        let years = if years.is_empty() { 0..=0 } else { years };
        self.years.range(years).rev().filter_map(move |(year, _)| {
            let open = self.get(DocumentId::Year(*year), reader, store).transpose()?;
            Some(open.map(|open| &open.document))
        })
    }

    /// Reads every document and lends them all.
    pub(super) fn all(&self, reader: &Reader, store: &Store) -> Result<Vec<(DocumentId, &OpenDocument)>> {
        let documents = self.ids().filter_map(|id| Some((id, self.get(id, reader, store).transpose()?)));
        documents.map(|(id, open)| Ok((id, open?))).collect()
    }

    /// Tells whether a year was not read yet.
    pub(super) fn has_more(&self) -> bool {
        self.years.values().any(|cell| cell.get().is_none())
    }

    /// Reads the newest year that was not read yet, and tells whether there was one.
    pub(super) fn read_one_more(&self, reader: &Reader, store: &Store) -> Result<bool> {
        match self.years.iter().rev().find(|(_, cell)| cell.get().is_none()) {
            Some((year, _)) => self.get(DocumentId::Year(*year), reader, store).map(|_| true),
            None => Ok(false),
        }
    }

    fn of(years: &[i32], reader: &Reader, store: &Store) -> Result<Self> {
        let lasting = reader.read(DocumentId::Lasting, store)?;
        Ok(Self { lasting, years: years.iter().map(|year| (*year, OnceCell::new())).collect() })
    }

    fn years(reader: &Reader, store: &Store) -> Result<Vec<i32>> {
        let parts = store.parts(reader.id)?;
        Ok(YEARS.filter(|year| parts.contains(&reader.part(DocumentId::Year(*year)))).collect())
    }
}

/// Opens every frame of every year without making anything of it.
fn check(years: &[i32], reader: &Reader, store: &Store) -> Result<()> {
    years.iter().try_for_each(|year| {
        let frames = reader.frames(DocumentId::Year(*year), store)?;
        frames.iter().try_for_each(|(_, frame)| Document::check(frame))
    })
}
