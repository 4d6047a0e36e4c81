//! A space while it is open: its keys, its documents in memory, and the sealing of what a use case writes.

use crate::document::{Document, DocumentId, Inverse, Put, Record, Table};
use crate::domain::ids::{ItemId, SpaceId};
use crate::domain::words::{Words, WordsRef};
use crate::store::bundle::BundleKeys;
use crate::store::frame::{MOST_IN_A_FRAME, Opened, Place, open, seal};
use crate::store::{Batch, Store};
use crate::vault::SpaceKey;
use crate::{Error, Result};
use chrono::{Datelike, NaiveDate};
use rand_core::CryptoRng;
use std::collections::{BTreeMap, BTreeSet};
use zeroize::Zeroizing;

/// The years a document may be of; a day outside them is refused before it comes here.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// A document of more frames than this is folded into a snapshot when the session ends.
const LONG: u64 = 64;

/// A space whose key is in memory.
pub(crate) struct OpenSpace {
    id: SpaceId,
    keys: Keys,
    actor: [u8; 16],
    documents: BTreeMap<DocumentId, OpenDocument>,
}

#[derive(Clone)]
struct Keys {
    bundle: BundleKeys,
    log: Zeroizing<[u8; 32]>,
    words: Zeroizing<[u8; 32]>,
    local: Zeroizing<[u8; 32]>,
    names: Zeroizing<[u8; 32]>,
}

struct OpenDocument {
    document: Document,
    first_seq: u64,
    next_seq: u64,
}

/// What one use case writes into one space; nothing is applied before [`OpenSpace::finish`].
pub(crate) struct Pen<'a> {
    space: &'a OpenSpace,
    store: &'a Store,
    rng: &'a mut dyn CryptoRng,
    batch: Batch,
    puts: BTreeMap<DocumentId, Vec<Put>>,
    fresh_keys: BTreeMap<ItemId, Zeroizing<[u8; 32]>>,
}

/// A filled pen, detached from the space it is for.
pub(crate) struct Ink {
    batch: Batch,
    puts: BTreeMap<DocumentId, Vec<Put>>,
}

/// What a finished use case can take back, for each document it wrote in.
pub(crate) type Inverses = BTreeMap<DocumentId, Vec<Inverse>>;

impl OpenSpace {
    /// Opens a space: its lasting document and every year it has.
    pub(crate) fn open(id: SpaceId, key: &SpaceKey, actor: [u8; 16], store: &Store) -> Result<Self> {
        let keys = Keys {
            bundle: BundleKeys::of(key),
            log: key.derive(b"twinflower log v1"),
            words: key.derive(b"twinflower words v1"),
            local: key.derive(b"twinflower local v1"),
            names: key.derive(b"twinflower names v1"),
        };
        Self::with_keys(id, keys, actor, store)
    }

    /// Opens the same space out of another store, with the keys at hand.
    pub(crate) fn twin(&self, store: &Store) -> Result<Self> {
        Self::with_keys(self.id, self.keys.clone(), self.actor, store)
    }

    fn with_keys(id: SpaceId, keys: Keys, actor: [u8; 16], store: &Store) -> Result<Self> {
        let mut space = Self { id, keys, actor, documents: BTreeMap::new() };
        space.load(DocumentId::Lasting, store)?;
        let parts = store.parts(id)?;
        for year in YEARS {
            if parts.contains(&space.part(DocumentId::Year(year))) {
                space.load(DocumentId::Year(year), store)?;
            }
        }
        Ok(space)
    }

    /// Returns the space's id.
    pub(crate) fn id(&self) -> SpaceId {
        self.id
    }

    /// Reads every record of a table of the lasting document that was not deleted.
    pub(crate) fn records(&self, table: Table) -> impl Iterator<Item = (&str, &Record)> {
        self.lasting().records(table)
    }

    /// Reads every record of a table in the years from one day to another.
    pub(crate) fn records_between(
        &self,
        table: Table,
        from: NaiveDate,
        until: NaiveDate,
    ) -> impl Iterator<Item = (&str, &Record)> {
        let years = DocumentId::Year(from.year())..=DocumentId::Year(until.year());
        self.documents.range(years).flat_map(move |(_, open)| open.document.records(table))
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

    /// Reads one record of the year of a day; empty when there is none.
    pub(crate) fn record_on(&self, table: Table, day: NaiveDate, id: &str) -> &Record {
        self.documents.get(&year_of(day)).map_or(Record::NONE, |open| open.document.record(table, id))
    }

    /// Opens what was sealed under a reference; `None` when its words were erased.
    pub(crate) fn bytes(&self, store: &Store, item: impl Into<ItemId>, name: WordsRef) -> Result<Option<Opened>> {
        let item = item.into();
        let (Some(key), Some(sealed)) = (self.item_key(store, item)?, store.words(self.id, item, name)?) else {
            return Ok(None);
        };
        open(&key, &Place::Words { space: self.id, item }, &sealed).map(Some)
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
        let place = Place::Local { space: self.id, name: self.local_name(name) };
        store.local(self.id, self.local_name(name))?.map(|sealed| open(&self.keys.local, &place, &sealed)).transpose()
    }

    /// Lists the sealed frames of every document, as another device would receive them.
    pub(crate) fn frames(&self, store: &Store) -> Result<Vec<Vec<u8>>> {
        let mut frames = Vec::new();
        for id in self.documents.keys() {
            frames
                .extend(store.frames(self.id, self.part(*id))?.into_iter().map(|(_, sealed)| sealed.bytes().to_vec()));
        }
        Ok(frames)
    }

    /// Lists every sealed frame of this space with its key and its place.
    #[cfg(feature = "faults")]
    pub(crate) fn sealed_frames(&self, store: &Store, found: &mut Vec<crate::outside::Frame>) -> Result<()> {
        use crate::outside::Frame;
        for id in self.documents.keys() {
            let part = self.part(*id);
            for (seq, sealed) in store.frames(self.id, part)? {
                found.push(Frame::new(self.keys.log.clone(), Place::Document { space: self.id, part, seq }, sealed));
            }
        }
        for (item, name) in store.words_in(self.id)? {
            let (Some(key), Some(sealed)) = (self.item_key(store, item)?, store.words(self.id, item, name)?) else {
                continue;
            };
            found.push(Frame::new(key, Place::Words { space: self.id, item }, sealed));
            if let Some(sealed) = store.key(self.id, item)? {
                found.push(Frame::new(self.keys.words.clone(), Place::Key { space: self.id, item }, sealed));
            }
        }
        Ok(())
    }

    /// Takes up a pen for one use case.
    pub(crate) fn pen<'a>(&'a self, store: &'a Store, rng: &'a mut dyn CryptoRng) -> Pen<'a> {
        Pen { space: self, store, rng, batch: Batch::default(), puts: BTreeMap::new(), fresh_keys: BTreeMap::new() }
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
            self.load(id, store)?;
            let part = self.part(id);
            let open = self.documents.get_mut(&id).expect("it was loaded above");
            if let Some(written) = open.document.write(&puts)? {
                let place = Place::Document { space: self.id, part, seq: open.next_seq };
                batch.frame(self.id, part, open.next_seq, seal(&self.keys.log, &place, &written.change, rng));
                open.next_seq += 1;
                inverses.insert(id, written.inverse);
            }
        }
        Ok(inverses)
    }

    /// Folds every document of many changes into one snapshot.
    pub(crate) fn fold(&mut self, batch: &mut Batch, store: &Store, rng: &mut dyn CryptoRng) -> Result<()> {
        let long: Vec<DocumentId> = self
            .documents
            .iter()
            .filter(|(_, open)| open.next_seq - open.first_seq > LONG)
            .map(|(id, _)| *id)
            .collect();
        for id in long {
            let part = self.part(id);
            let open = self.documents.get_mut(&id).expect("its id was listed above");
            let snapshot = open.document.snapshot();
            if snapshot.len() > MOST_IN_A_FRAME {
                continue;
            }
            let seq = open.next_seq;
            let place = Place::Document { space: self.id, part, seq };
            batch.frame(self.id, part, seq, seal(&self.keys.log, &place, &snapshot, rng));
            batch.erase_frames_before(store, self.id, part, seq)?;
            (open.first_seq, open.next_seq) = (seq, seq + 1);
        }
        Ok(())
    }

    /// Erases sealed words that no document refers to: old wordings, undone and deleted things.
    pub(crate) fn erase_what_nothing_refers_to(&self, batch: &mut Batch, store: &Store) -> Result<()> {
        batch.erase_words_except(store, self.id, &self.references()?)
    }

    /// Forgets what is in memory and reads the documents again: after a commit that failed.
    pub(crate) fn reload(&mut self, store: &Store) -> Result<()> {
        let written = std::mem::take(&mut self.documents);
        let loaded = written.keys().try_for_each(|id| self.load(*id, store));
        if loaded.is_err() {
            self.documents = written;
        }
        loaded
    }

    /// Lends what seals a copy of this space.
    pub(crate) fn bundle_keys(&self) -> &BundleKeys {
        &self.keys.bundle
    }

    /// Names the state of every document: two copies of a space with the same heads hold the same.
    pub(crate) fn heads(&self) -> BTreeMap<DocumentId, BTreeSet<[u8; 32]>> {
        self.documents.iter().map(|(id, open)| (*id, open.document.heads())).collect()
    }

    /// Tells whether this space has all that a copy of it has.
    pub(crate) fn knows(&self, copy: &Self) -> bool {
        let knows = |(id, theirs): (_, &OpenDocument)| match self.documents.get(id) {
            Some(open) => open.document.knows(&theirs.document),
            None => false,
        };
        copy.documents.iter().all(knows)
    }

    /// Opens every sealed word that something living refers to and that a store has; fails at the first that is damaged.
    pub(crate) fn check_words(&self, store: &Store) -> Result<()> {
        let live = self.live_references()?;
        for (item, name) in store.words_in(self.id)? {
            if live.contains(&name) {
                self.bytes(store, item, name)?.ok_or(Error::DamagedStore("words without their key"))?;
            }
        }
        Ok(())
    }

    /// Takes over what a copy of this space has and this one has not, and tells whether there was anything.
    ///
    /// Nothing is replaced: changes merge, and words come only where something living refers to them and they are not there.
    pub(crate) fn merge(
        &mut self,
        copy: &Self,
        from: &Store,
        batch: &mut Batch,
        store: &Store,
        rng: &mut dyn CryptoRng,
    ) -> Result<bool> {
        let before = self.live_references()?;
        let mut brought = false;
        for (id, theirs) in &copy.documents {
            self.load(*id, store)?;
            let part = self.part(*id);
            let open = self.documents.get_mut(id).expect("it was loaded above");
            for change in open.document.merge(&theirs.document)? {
                let place = Place::Document { space: self.id, part, seq: open.next_seq };
                batch.frame(self.id, part, open.next_seq, seal(&self.keys.log, &place, &change, rng));
                open.next_seq += 1;
                brought = true;
            }
        }
        let after = self.live_references()?;
        if !before.is_subset(&after) {
            // What the copy knows to be deleted or reworded takes its words here as well.
            let mut kept = self.references()?;
            kept.retain(|name| after.contains(name) || !before.contains(name));
            batch.erase_words_except(store, self.id, &kept)?;
        }
        Ok(self.bring_words(from, batch, store)? || brought)
    }

    /// Takes over what can still be read of a damaged store, and tells whether that was all of it.
    pub(crate) fn take_readable(&mut self, damaged: &Store, from: &Store) -> bool {
        let Ok(parts) = damaged.parts(self.id) else { return false };
        let mut all = parts.contains(&self.part(DocumentId::Lasting));
        for id in std::iter::once(DocumentId::Lasting).chain(YEARS.map(DocumentId::Year)) {
            let part = self.part(id);
            if !parts.contains(&part) {
                continue;
            }
            let (frames, readable) = damaged.readable_frames(self.id, part);
            let opened: Vec<Opened> = frames
                .iter()
                .filter_map(|(seq, sealed)| {
                    open(&self.keys.log, &Place::Document { space: self.id, part, seq: *seq }, sealed).ok()
                })
                .collect();
            all &= readable && opened.len() == frames.len() && self.load(id, from).is_ok();
            if let Some(open) = self.documents.get_mut(&id) {
                all &= open.document.take(opened.iter().map(|frame| frame.as_slice()));
            }
        }
        all
    }

    /// Writes every document whole into a store that has none of them, and the words that a copy has.
    pub(crate) fn write_whole(
        &self,
        from: &Store,
        batch: &mut Batch,
        store: &Store,
        rng: &mut dyn CryptoRng,
    ) -> Result<()> {
        for (id, open) in &self.documents {
            let (part, snapshot) = (self.part(*id), open.document.snapshot());
            let frames = if snapshot.len() > MOST_IN_A_FRAME { open.document.changes() } else { vec![snapshot] };
            for (seq, frame) in (0..).zip(frames) {
                let place = Place::Document { space: self.id, part, seq };
                batch.frame(self.id, part, seq, seal(&self.keys.log, &place, &frame, rng));
            }
        }
        self.bring_words(from, batch, store).map(|_| ())
    }

    fn bring_words(&self, from: &Store, batch: &mut Batch, store: &Store) -> Result<bool> {
        let live = self.live_references()?;
        let mut brought = false;
        for (item, name) in from.words_in(self.id)? {
            // What is here but does not open is as good as not here.
            if !live.contains(&name) || matches!(self.bytes(store, item, name), Ok(Some(_))) {
                continue;
            }
            let Some(sealed) = from.words(self.id, item, name)? else { continue };
            let holder = if matches!(self.item_key(store, item), Ok(Some(_))) { store } else { from };
            let (Some(key), Some(sealed_key)) = (self.item_key(holder, item)?, holder.key(self.id, item)?) else {
                continue;
            };
            if open(&key, &Place::Words { space: self.id, item }, &sealed).is_ok() {
                batch.words(self.id, item, name, sealed);
                batch.key(self.id, item, sealed_key);
                brought = true;
            }
        }
        Ok(brought)
    }

    fn live_references(&self) -> Result<BTreeSet<WordsRef>> {
        let mut found = BTreeSet::new();
        for open in self.documents.values() {
            open.document.live_references(&mut found)?;
        }
        Ok(found)
    }

    fn references(&self) -> Result<BTreeSet<WordsRef>> {
        let mut found = BTreeSet::new();
        for open in self.documents.values() {
            open.document.references(&mut found)?;
        }
        Ok(found)
    }

    /// Finds of an inverse what may still be put back.
    pub(crate) fn still_standing(&self, inverses: &Inverses) -> BTreeMap<DocumentId, Vec<Put>> {
        inverses
            .iter()
            .filter_map(|(id, inverse)| Some((*id, self.documents.get(id)?.document.still_standing(inverse))))
            .filter(|(_, puts)| !puts.is_empty())
            .collect()
    }

    fn load(&mut self, id: DocumentId, store: &Store) -> Result<()> {
        if self.documents.contains_key(&id) {
            return Ok(());
        }
        let part = self.part(id);
        let frames = store.frames(self.id, part)?;
        let first_seq = frames.first().map_or(0, |(seq, _)| *seq);
        let next_seq = frames.last().map_or(0, |(seq, _)| seq + 1);
        let opened = frames
            .into_iter()
            .map(|(seq, sealed)| open(&self.keys.log, &Place::Document { space: self.id, part, seq }, &sealed))
            .collect::<Result<Vec<_>>>()?;
        let document = Document::load(self.actor, opened.iter().map(|frame| frame.as_slice()))?;
        self.documents.insert(id, OpenDocument { document, first_seq, next_seq });
        Ok(())
    }

    fn lasting(&self) -> &Document {
        &self.documents.get(&DocumentId::Lasting).expect("it is loaded when a space opens").document
    }

    fn item_key(&self, store: &Store, item: ItemId) -> Result<Option<Zeroizing<[u8; 32]>>> {
        let Some(sealed) = store.key(self.id, item)? else { return Ok(None) };
        let opened = open(&self.keys.words, &Place::Key { space: self.id, item }, &sealed)?;
        let key = opened.as_slice().try_into().map_err(|_| Error::DamagedStore("a key's length"))?;
        Ok(Some(Zeroizing::new(key)))
    }

    /// Names a document without saying on the disk which one it is.
    fn part(&self, id: DocumentId) -> [u8; 16] {
        match id {
            DocumentId::Lasting => self.hidden_name("document lasting"),
            DocumentId::Year(year) => self.hidden_name(&format!("document {year}")),
        }
    }

    fn local_name(&self, name: &str) -> [u8; 16] {
        self.hidden_name(&format!("local {name}"))
    }

    fn hidden_name(&self, name: &str) -> [u8; 16] {
        let hash = blake3::keyed_hash(&self.keys.names, name.as_bytes());
        *hash.as_bytes().first_chunk().expect("a hash has thirty-two bytes")
    }
}

impl Pen<'_> {
    /// Writes a field of a record of the lasting document.
    pub(crate) fn put<T: serde::Serialize + ?Sized>(
        &mut self,
        table: Table,
        id: impl ToString,
        field: &str,
        value: &T,
    ) {
        self.puts.entry(DocumentId::Lasting).or_default().push(Put::new(table, id, field, value));
    }

    /// Writes a field of a record of the year of a day.
    pub(crate) fn put_on<T: serde::Serialize + ?Sized>(
        &mut self,
        day: NaiveDate,
        table: Table,
        id: impl ToString,
        field: &str,
        value: &T,
    ) {
        self.puts.entry(year_of(day)).or_default().push(Put::new(table, id, field, value));
    }

    /// Writes what puts a document back.
    pub(crate) fn put_back(&mut self, puts: BTreeMap<DocumentId, Vec<Put>>) {
        for (id, puts) in puts {
            self.puts.entry(id).or_default().extend(puts);
        }
    }

    /// Seals a text of an item under the item's own key and returns where it is found.
    pub(crate) fn words(&mut self, item: impl Into<ItemId>, words: &Words) -> Result<WordsRef> {
        self.bytes(item, words.as_str().as_bytes())
    }

    /// Seals a text that may be left out.
    pub(crate) fn words_if(&mut self, item: impl Into<ItemId>, words: Option<&Words>) -> Result<Option<WordsRef>> {
        let item = item.into();
        words.map(|words| self.words(item, words)).transpose()
    }

    /// Seals bytes (a text, a photo) of an item.
    pub(crate) fn bytes(&mut self, item: impl Into<ItemId>, plain: &[u8]) -> Result<WordsRef> {
        let item = item.into();
        let key = self.key_of(item)?;
        let sealed = seal(&key, &Place::Words { space: self.space.id, item }, plain, self.rng);
        let name = WordsRef::of(sealed.bytes());
        self.batch.words(self.space.id, item, name, sealed);
        Ok(name)
    }

    /// Erases an item's key and all its sealed words: deleting for real.
    pub(crate) fn erase(&mut self, item: impl Into<ItemId>) -> Result<()> {
        self.batch.erase_item(self.store, self.space.id, item.into())
    }

    /// Keeps something sealed that stays on this computer.
    pub(crate) fn local(&mut self, name: &str, plain: &[u8]) {
        let name = self.space.local_name(name);
        let place = Place::Local { space: self.space.id, name };
        self.batch.local(self.space.id, name, seal(&self.space.keys.local, &place, plain, self.rng));
    }

    /// Draws randomness for a new id.
    pub(crate) fn rng(&mut self) -> &mut dyn CryptoRng {
        self.rng
    }

    /// Lets go of the space, so that what was written can be applied to it.
    pub(crate) fn lift(self) -> Ink {
        Ink { batch: self.batch, puts: self.puts }
    }

    fn key_of(&mut self, item: ItemId) -> Result<Zeroizing<[u8; 32]>> {
        if let Some(key) = self.fresh_keys.get(&item) {
            return Ok(key.clone());
        }
        if let Some(key) = self.space.item_key(self.store, item)? {
            return Ok(key);
        }
        let mut key = Zeroizing::new([0; 32]);
        self.rng.fill_bytes(&mut *key);
        let place = Place::Key { space: self.space.id, item };
        self.batch.key(self.space.id, item, seal(&self.space.keys.words, &place, &*key, self.rng));
        self.fresh_keys.insert(item, key.clone());
        Ok(key)
    }
}

fn year_of(day: NaiveDate) -> DocumentId {
    DocumentId::Year(day.year())
}
