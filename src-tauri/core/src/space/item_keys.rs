//! The keys of an item's words: one, and more where two devices wrote the first words of the same item apart.

use super::OpenSpace;
use crate::domain::ids::ItemId;
use crate::store::frame::{Opened, Place, Sealed, open, seal};
use crate::store::{Batch, Store};
use crate::{Error, Result};
use rand_core::CryptoRng;
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// The most keys that one item may have: as many devices as may have begun it apart, and more.
const MOST_KEYS: usize = 16;

/// A key of an item's words.
pub(super) type ItemKey = Zeroizing<[u8; 32]>;

/// The keys of one item, in an order that does not depend on which came first.
#[derive(Default)]
pub(super) struct ItemKeys(Vec<ItemKey>);

/// Keys that come to items, gathered until all are known.
#[derive(Default)]
pub(super) struct MoreKeys(BTreeMap<ItemId, ItemKeys>);

impl ItemKeys {
    pub(super) fn of(key: &ItemKey) -> Self {
        Self(vec![key.clone()])
    }

    /// Reads them from their bytes, one after the other.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let (keys, rest) = bytes.as_chunks::<32>();
        let is_right = rest.is_empty() && (1..=MOST_KEYS).contains(&keys.len());
        is_right.then(|| Self(keys.iter().map(|key| Zeroizing::new(*key)).collect()))
    }

    pub(super) fn bytes(&self) -> Opened {
        Zeroizing::new(self.0.iter().flat_map(|key| key.iter().copied()).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn first(&self) -> Option<ItemKey> {
        self.0.first().cloned()
    }

    /// Opens words of the item with whichever of the keys they are sealed under.
    pub(super) fn open(&self, place: &Place, sealed: &Sealed) -> Result<Opened> {
        let mut answer = Err(Error::DamagedStore("a key that is gone"));
        for key in &self.0 {
            answer = open(key, place, sealed);
            if answer.is_ok() {
                break;
            }
        }
        answer
    }

    /// Finds the key that opens these words.
    pub(super) fn that_opens(&self, place: &Place, sealed: &Sealed) -> Option<ItemKey> {
        self.0.iter().find(|key| open(key, place, sealed).is_ok()).cloned()
    }

    fn add(&mut self, key: ItemKey) -> Result<()> {
        if !self.0.contains(&key) {
            self.0.push(key);
            self.0.sort_by(|one, other| one.cmp(other));
        }
        if self.0.len() > MOST_KEYS {
            Err(Error::RefusedMeeting("more keys of one thing than there can be"))
        } else {
            Ok(())
        }
    }
}

impl MoreKeys {
    /// Adds a key to those an item has in the store.
    pub(super) fn add(&mut self, space: &OpenSpace, store: &Store, item: ItemId, key: ItemKey) -> Result<()> {
        let keys = match self.0.entry(item) {
            std::collections::btree_map::Entry::Occupied(there) => there.into_mut(),
            // What is here but does not open is as good as not here.
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(space.item_keys(store, item).unwrap_or_default())
            }
        };
        keys.add(key)
    }

    /// Seals what was gathered into a batch.
    pub(super) fn seal(&self, space: &OpenSpace, batch: &mut Batch, rng: &mut dyn CryptoRng) {
        for (item, keys) in &self.0 {
            batch.key(space.id(), *item, space.sealed_keys(*item, keys, rng));
        }
    }
}

impl OpenSpace {
    /// Opens the keys of an item; none when it never had words or they were erased.
    pub(super) fn item_keys(&self, store: &Store, item: ItemId) -> Result<ItemKeys> {
        let Some(sealed) = store.key(self.id(), item)? else { return Ok(ItemKeys::default()) };
        let opened = open(&self.reader.keys.words, &Place::Key { space: self.id(), item }, &sealed)?;
        ItemKeys::read(&opened).ok_or(Error::DamagedStore("a key's length"))
    }

    pub(super) fn sealed_keys(&self, item: ItemId, keys: &ItemKeys, rng: &mut dyn CryptoRng) -> Sealed {
        seal(&self.reader.keys.words, &Place::Key { space: self.id(), item }, &keys.bytes(), rng)
    }
}
