//! What one use case writes and erases: filled first, then given to the store as a whole.

use super::Store;
use super::frame::Sealed;
use super::names::{KEY, WORDS, frame_name, key_name, local_name, words_name};
use crate::domain::ids::{ItemId, SpaceId};
use crate::domain::words::WordsRef;
use crate::{Error, Result};
use std::collections::BTreeSet;

/// What one use case writes and erases, all of it or nothing.
#[derive(Default)]
pub(crate) struct Batch {
    pub(super) puts: Vec<(Vec<u8>, Sealed)>,
    pub(super) erasures: Vec<Vec<u8>>,
}

impl Batch {
    /// Erases every frame of a document before this one: it holds all that they held.
    pub(crate) fn erase_frames_before(
        &mut self,
        store: &Store,
        space: SpaceId,
        part: [u8; 16],
        seq: u64,
    ) -> Result<()> {
        let before = store.frames(space, part)?.into_iter().filter(|(at, _)| *at < seq);
        self.erasures.extend(before.map(|(at, _)| frame_name(space, &part, at)));
        Ok(())
    }

    /// Erases every sealed word of a space that is not among these, and the keys of items that have none left.
    pub(crate) fn erase_words_except(
        &mut self,
        store: &Store,
        space: SpaceId,
        kept: &BTreeSet<WordsRef>,
    ) -> Result<()> {
        let mut items_with_words = BTreeSet::new();
        for name in store.names(&[&[WORDS], space.bytes().as_slice()].concat())? {
            let (item, word) = name.get(17..33).zip(name.get(33..65)).ok_or(Error::DamagedStore("a name of words"))?;
            if kept.iter().any(|kept| kept.bytes() == word) {
                items_with_words.insert(item.to_vec());
            } else {
                self.erasures.push(name);
            }
        }
        for name in store.names(&[&[KEY], space.bytes().as_slice()].concat())? {
            if !name.get(17..33).is_some_and(|item| items_with_words.contains(item)) {
                self.erasures.push(name);
            }
        }
        Ok(())
    }

    /// Erases some sealed words of a space, and the keys of items that have none left.
    pub(crate) fn erase_words(&mut self, store: &Store, space: SpaceId, gone: &BTreeSet<WordsRef>) -> Result<()> {
        let there = store.words_in(space)?.into_iter().map(|(_, name)| name);
        self.erase_words_except(store, space, &there.filter(|name| !gone.contains(name)).collect())
    }

    /// Adds the n-th frame of a document.
    pub(crate) fn frame(&mut self, space: SpaceId, part: [u8; 16], seq: u64, sealed: Sealed) {
        self.puts.push((frame_name(space, &part, seq), sealed));
    }

    /// Adds an item's words under the name that its document refers to.
    pub(crate) fn words(&mut self, space: SpaceId, item: ItemId, name: WordsRef, sealed: Sealed) {
        self.puts.push((words_name(space, item, name), sealed));
    }

    /// Adds or replaces the key of an item's words.
    pub(crate) fn key(&mut self, space: SpaceId, item: ItemId, sealed: Sealed) {
        self.puts.push((key_name(space, item), sealed));
    }

    /// Adds or replaces something that stays on this computer.
    pub(crate) fn local(&mut self, space: SpaceId, name: [u8; 16], sealed: Sealed) {
        self.puts.push((local_name(space, &name), sealed));
    }

    /// Erases an item's key and every sealed word and picture of it.
    pub(crate) fn erase_item(&mut self, store: &Store, space: SpaceId, item: ItemId) -> Result<()> {
        self.erasures.push(key_name(space, item));
        let prefix = [&[WORDS], space.bytes().as_slice(), item.bytes()].concat();
        for name in store.names(&prefix)? {
            self.erasures.push(name);
        }
        Ok(())
    }

    /// Takes over what another batch writes and erases.
    pub(crate) fn append(&mut self, other: Self) {
        self.puts.extend(other.puts);
        self.erasures.extend(other.erasures);
    }

    /// Counts the bytes that are written: names and what is sealed.
    pub(super) fn bytes(&self) -> usize {
        self.puts.iter().map(|(name, sealed)| name.len() + sealed.bytes().len()).sum()
    }

    /// Tells whether there is nothing to write.
    pub(crate) fn is_empty(&self) -> bool {
        self.puts.is_empty() && self.erasures.is_empty()
    }
}
