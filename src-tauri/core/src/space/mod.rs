//! A space while it is open: its keys, its documents in memory, and the sealing of what a use case writes.

mod apart;
mod copies;
mod item_keys;
mod meeting;
mod pen;
mod years;

pub(crate) use self::apart::KeptWords;
pub(crate) use self::meeting::{MOST_IN_A_MESSAGE, Taken, Talk};
pub(crate) use self::pen::{Ink, Inverses, Pen};

use self::years::{Documents, Reader};
use crate::document::{Document, DocumentId, Put, Record, Table};
use crate::domain::ids::{ItemId, SpaceId};
use crate::domain::words::WordsRef;
use crate::store::bundle::BundleKeys;
use crate::store::frame::{MOST_IN_A_FRAME, Opened, Place, open, seal};
use crate::store::{Batch, Store};
use crate::vault::SpaceKey;
use crate::{Error, Result};
use chrono::{Datelike, NaiveDate};
use rand_core::CryptoRng;
use std::collections::{BTreeMap, BTreeSet};
use zeroize::Zeroizing;

/// A document of more frames than this is folded into a snapshot when the session ends.
const LONG: u64 = 64;

/// A space whose key is in memory. It reads from one store, which it is given at every call.
pub(crate) struct OpenSpace {
    reader: Reader,
    documents: Documents,
}

#[derive(Clone)]
struct Keys {
    bundle: BundleKeys,
    log: Zeroizing<[u8; 32]>,
    words: Zeroizing<[u8; 32]>,
    local: Zeroizing<[u8; 32]>,
    names: Zeroizing<[u8; 32]>,
    wire: Zeroizing<[u8; 32]>,
}

impl OpenSpace {
    /// Opens a space with its lasting document. Its years are read when they are asked for; that all of them open is seen
    /// at once.
    pub(crate) fn open(id: SpaceId, key: &SpaceKey, actor: [u8; 16], store: &Store) -> Result<Self> {
        let keys = Keys {
            bundle: BundleKeys::of(key),
            log: key.derive(b"twinflower log v1"),
            words: key.derive(b"twinflower words v1"),
            local: key.derive(b"twinflower local v1"),
            names: key.derive(b"twinflower names v1"),
            wire: key.derive(b"twinflower wire v1"),
        };
        let reader = Reader { id, keys, actor };
        let documents = Documents::open_checked(&reader, store)?;
        Ok(Self { reader, documents })
    }

    /// Opens a space with everything in it, read and understood.
    pub(crate) fn open_whole(id: SpaceId, key: &SpaceKey, actor: [u8; 16], store: &Store) -> Result<Self> {
        let space = Self::open(id, key, actor, store)?;
        space.documents.all(&space.reader, store)?;
        Ok(space)
    }

    /// Opens the same space out of another store, with the keys at hand.
    pub(crate) fn twin(&self, store: &Store) -> Result<Self> {
        let Reader { id, keys, actor } = &self.reader;
        let reader = Reader { id: *id, keys: keys.clone(), actor: *actor };
        Ok(Self { documents: Documents::open(&reader, store)?, reader })
    }

    /// Returns the space's id.
    pub(crate) fn id(&self) -> SpaceId {
        self.reader.id
    }

    /// Reads every record of a table of the lasting document that was not deleted.
    pub(crate) fn records(&self, table: Table) -> impl Iterator<Item = (&str, &Record)> {
        self.lasting().records(table)
    }

    /// Reads one record of the lasting document; [`Error::Gone`] when it was never there or was deleted.
    pub(crate) fn record(&self, table: Table, id: impl ToString) -> Result<&Record> {
        let record = self.lasting().record(table, &id.to_string());
        if record.is_gone() { Err(Error::Gone) } else { Ok(record) }
    }

    /// Reads one record of the lasting document, deleted or not; empty when it was never there.
    pub(crate) fn record_or_empty(&self, table: Table, id: impl ToString) -> &Record {
        self.lasting().record(table, &id.to_string())
    }

    /// Reads a record of settings; empty when nothing was ever chosen.
    pub(crate) fn settings(&self, name: &str) -> &Record {
        self.lasting().record(Table::Settings, name)
    }

    /// Reads the years from one day to another, the newest first, each when it is come to: who has found enough reads no
    /// further back.
    pub(crate) fn years<'a>(
        &'a self,
        store: &'a Store,
        from: NaiveDate,
        until: NaiveDate,
    ) -> impl Iterator<Item = Result<&'a Document>> {
        self.documents.back(from.year()..=until.year(), &self.reader, store)
    }

    /// Reads one record of the year of a day; empty when there is none.
    pub(crate) fn record_on(&self, store: &Store, table: Table, day: NaiveDate, id: &str) -> Result<&Record> {
        let year = self.documents.get(DocumentId::of(day), &self.reader, store)?;
        Ok(year.map_or(Record::NONE, |open| open.document.record(table, id)))
    }

    /// Tells whether a year was not read yet.
    pub(crate) fn has_more_years(&self) -> bool {
        self.documents.has_more()
    }

    /// Reads the newest year that was not read yet, and tells whether there was one.
    pub(crate) fn read_one_more_year(&self, store: &Store) -> Result<bool> {
        self.documents.read_one_more(&self.reader, store)
    }

    /// Opens what was sealed under a reference; `None` when its words were erased.
    pub(crate) fn bytes(&self, store: &Store, item: impl Into<ItemId>, name: WordsRef) -> Result<Option<Opened>> {
        let (item, space) = (item.into(), self.id());
        let Some(sealed) = store.words(space, item, name)? else { return Ok(None) };
        let keys = self.item_keys(store, item)?;
        if keys.is_empty() { Ok(None) } else { keys.open(&Place::Words { space, item }, &sealed).map(Some) }
    }

    /// Opens a text; empty when it was erased.
    pub(crate) fn text(&self, store: &Store, item: impl Into<ItemId>, name: WordsRef) -> Result<String> {
        let bytes = self.bytes(store, item, name)?.unwrap_or_default();
        String::from_utf8(bytes.to_vec()).map_err(|_| Error::DamagedStore("words that are not text"))
    }

    /// Opens a text that may never have been written.
    pub(crate) fn text_if(
        &self,
        store: &Store,
        item: impl Into<ItemId>,
        name: Option<WordsRef>,
    ) -> Result<Option<String>> {
        name.map(|name| self.text(store, item, name)).transpose()
    }

    /// Opens something that stays on this computer.
    pub(crate) fn local(&self, store: &Store, name: &str) -> Result<Option<Opened>> {
        let (space, name) = (self.id(), self.local_name(name));
        let sealed = store.local(space, name)?;
        sealed.map(|sealed| open(&self.reader.keys.local, &Place::Local { space, name }, &sealed)).transpose()
    }

    /// Applies what was written in memory and adds the sealed changes to the batch; durable only once that is committed.
    pub(crate) fn apply(
        &mut self,
        ink: Ink,
        batch: &mut Batch,
        store: &Store,
        rng: &mut dyn CryptoRng,
    ) -> Result<Inverses> {
        batch.append(ink.batch);
        let mut inverses = Inverses::new();
        for (id, puts) in ink.puts {
            let open = self.documents.get_mut(id, &self.reader, store)?;
            if let Some(written) = open.document.write(&puts)? {
                let (space, part, seq) = (self.reader.id, self.reader.part(id), open.next_seq);
                let place = Place::Document { space, part, seq };
                batch.frame(space, part, seq, seal(&self.reader.keys.log, &place, &written.change, rng));
                open.next_seq += 1;
                inverses.insert(id, written.inverse);
            }
        }
        Ok(inverses)
    }

    /// Folds every document of many changes into one snapshot.
    pub(crate) fn fold(&mut self, batch: &mut Batch, store: &Store, rng: &mut dyn CryptoRng) -> Result<()> {
        let all = self.documents.all(&self.reader, store)?;
        let long = all.into_iter().filter(|(_, open)| open.next_seq - open.first_seq > LONG).map(|(id, _)| id);
        for id in long.collect::<Vec<_>>() {
            let (space, part) = (self.reader.id, self.reader.part(id));
            let open = self.documents.get_mut(id, &self.reader, store)?;
            let snapshot = open.document.snapshot();
            if snapshot.len() > MOST_IN_A_FRAME {
                continue;
            }
            let seq = open.next_seq;
            let place = Place::Document { space, part, seq };
            batch.frame(space, part, seq, seal(&self.reader.keys.log, &place, &snapshot, rng));
            batch.erase_frames_before(store, space, part, seq)?;
            (open.first_seq, open.next_seq) = (seq, seq + 1);
        }
        Ok(())
    }

    /// Erases sealed words that no document refers to: old wordings, undone and deleted things.
    pub(crate) fn erase_what_nothing_refers_to(&self, batch: &mut Batch, store: &Store) -> Result<()> {
        batch.erase_words_except(store, self.id(), &self.references(store)?)
    }

    /// Forgets what is in memory and reads from the disk again, as a fresh opening does: after a commit that failed.
    pub(crate) fn reload(&mut self, store: &Store) -> Result<()> {
        self.documents = Documents::open(&self.reader, store)?;
        Ok(())
    }

    /// Lends what seals a copy of this space.
    pub(crate) fn bundle_keys(&self) -> &BundleKeys {
        &self.reader.keys.bundle
    }

    /// Names the state of every document: two copies of a space with the same heads hold the same.
    pub(crate) fn heads(&self, store: &Store) -> Result<BTreeMap<DocumentId, BTreeSet<[u8; 32]>>> {
        let all = self.documents.all(&self.reader, store)?;
        Ok(all.into_iter().map(|(id, open)| (id, open.document.heads())).collect())
    }

    /// Finds of an inverse what may still be put back.
    pub(crate) fn still_standing(&self, inverses: &Inverses, store: &Store) -> Result<BTreeMap<DocumentId, Vec<Put>>> {
        let mut standing = BTreeMap::new();
        for (id, inverse) in inverses {
            let open = self.documents.get(*id, &self.reader, store)?;
            let puts = open.map(|open| open.document.still_standing(inverse)).unwrap_or_default();
            if !puts.is_empty() {
                standing.insert(*id, puts);
            }
        }
        Ok(standing)
    }

    fn lasting(&self) -> &Document {
        &self.documents.lasting().document
    }

    fn local_name(&self, name: &str) -> [u8; 16] {
        self.reader.hidden_name(&format!("local {name}"))
    }
}
