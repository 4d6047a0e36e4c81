//! The pen of one use case: what it writes into one space, sealed, and applied only as a whole.

use super::OpenSpace;
use super::item_keys::ItemKeys;
use crate::Result;
use crate::document::{DocumentId, Inverse, Put, Table};
use crate::domain::ids::ItemId;
use crate::domain::words::{Words, WordsRef};
use crate::store::frame::{Place, seal};
use crate::store::{Batch, Store};
use chrono::NaiveDate;
use rand_core::CryptoRng;
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// What one use case writes into one space; nothing is applied before [`OpenSpace::apply`].
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
    pub(super) batch: Batch,
    pub(super) puts: BTreeMap<DocumentId, Vec<Put>>,
}

/// What a finished use case can take back, for each document it wrote in.
pub(crate) type Inverses = BTreeMap<DocumentId, Vec<Inverse>>;

impl OpenSpace {
    /// Takes up a pen for one use case.
    pub(crate) fn pen<'a>(&'a self, store: &'a Store, rng: &'a mut dyn CryptoRng) -> Pen<'a> {
        Pen { space: self, store, rng, batch: Batch::default(), puts: BTreeMap::new(), fresh_keys: BTreeMap::new() }
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
        self.puts.entry(DocumentId::of(day)).or_default().push(Put::new(table, id, field, value));
    }

    /// Writes one register of a document.
    pub(crate) fn put_in(&mut self, id: DocumentId, put: Put) {
        self.puts.entry(id).or_default().push(put);
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
        let sealed = seal(&key, &Place::Words { space: self.space.reader.id, item }, plain, self.rng);
        let name = WordsRef::of(sealed.bytes());
        self.batch.words(self.space.reader.id, item, name, sealed);
        Ok(name)
    }

    /// Erases an item's key and all its sealed words: deleting for real.
    pub(crate) fn erase(&mut self, item: impl Into<ItemId>) -> Result<()> {
        self.batch.erase_item(self.store, self.space.reader.id, item.into())
    }

    /// Keeps something sealed that stays on this computer.
    pub(crate) fn local(&mut self, name: &str, plain: &[u8]) {
        let name = self.space.local_name(name);
        let place = Place::Local { space: self.space.reader.id, name };
        self.batch.local(self.space.reader.id, name, seal(&self.space.reader.keys.local, &place, plain, self.rng));
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
        if let Some(key) = self.space.item_keys(self.store, item)?.first() {
            return Ok(key);
        }
        let mut key = Zeroizing::new([0; 32]);
        self.rng.fill_bytes(&mut *key);
        self.batch.key(self.space.reader.id, item, self.space.sealed_keys(item, &ItemKeys::of(&key), self.rng));
        self.fresh_keys.insert(item, key.clone());
        Ok(key)
    }
}
