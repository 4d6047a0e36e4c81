//! A space and a copy of it: what a copy holds, what it brings, and what can still be read of a damaged store.

use super::OpenSpace;
use super::item_keys::MoreKeys;
use super::years::YEARS;
use crate::document::DocumentId;
use crate::domain::words::WordsRef;
use crate::store::frame::{MOST_IN_A_FRAME, Opened, Place, open, seal};
use crate::store::{Batch, Store};
use crate::{Error, Result};
use rand_core::CryptoRng;
use std::collections::BTreeSet;

impl OpenSpace {
    /// Lists the sealed frames of every document, as another device would receive them.
    pub(crate) fn frames(&self, store: &Store) -> Result<Vec<Vec<u8>>> {
        let mut frames = Vec::new();
        for id in self.documents.ids() {
            let sealed = store.frames(self.id(), self.reader.part(id))?;
            frames.extend(sealed.into_iter().map(|(_, sealed)| sealed.bytes().to_vec()));
        }
        Ok(frames)
    }

    /// Lists every sealed frame of this space with its key and its place.
    #[cfg(feature = "faults")]
    pub(crate) fn sealed_frames(&self, store: &Store, found: &mut Vec<crate::outside::Frame>) -> Result<()> {
        use crate::outside::Frame;
        let (space, keys) = (self.id(), &self.reader.keys);
        for id in self.documents.ids() {
            let part = self.reader.part(id);
            for (seq, sealed) in store.frames(space, part)? {
                found.push(Frame::new(keys.log.clone(), Place::Document { space, part, seq }, sealed));
            }
        }
        for (item, name) in store.words_in(space)? {
            let Some(sealed) = store.words(space, item, name)? else { continue };
            let place = Place::Words { space, item };
            let Some(key) = self.item_keys(store, item)?.that_opens(&place, &sealed) else { continue };
            found.push(Frame::new(key, place, sealed));
            if let Some(sealed) = store.key(space, item)? {
                found.push(Frame::new(keys.words.clone(), Place::Key { space, item }, sealed));
            }
        }
        Ok(())
    }

    /// Puts something that does not open in the place of a year's first frame.
    #[cfg(feature = "faults")]
    pub(crate) fn spoil_year(&self, year: i32, batch: &mut Batch) {
        let sealed = crate::store::frame::Sealed::read(vec![0; 80]);
        batch.frame(self.id(), self.reader.part(DocumentId::Year(year)), 0, sealed);
    }

    /// Tells whether this space, in its store, has all that a copy of it has, in the copy's.
    pub(crate) fn knows(&self, store: &Store, copy: &Self, from: &Store) -> Result<bool> {
        for (id, theirs) in copy.documents.all(&copy.reader, from)? {
            let known = self.documents.get(id, &self.reader, store)?;
            if !known.is_some_and(|open| open.document.knows(&theirs.document)) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Opens every sealed word that something living refers to and that its store has; fails at the first that is damaged.
    pub(crate) fn check_words(&self, store: &Store) -> Result<()> {
        let live = self.live_references(store)?;
        for (item, name) in store.words_in(self.id())? {
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
        let before = self.live_references(store)?;
        let mut brought = false;
        for (id, theirs) in copy.documents.all(&copy.reader, from)? {
            let (space, part) = (self.reader.id, self.reader.part(id));
            let open = self.documents.get_mut(id, &self.reader, store)?;
            for change in open.document.merge(&theirs.document)? {
                let place = Place::Document { space, part, seq: open.next_seq };
                batch.frame(space, part, open.next_seq, seal(&self.reader.keys.log, &place, &change, rng));
                open.next_seq += 1;
                brought = true;
            }
        }
        let after = self.live_references(store)?;
        if !before.is_subset(&after) {
            // What the copy knows to be deleted or reworded takes its words here as well.
            let mut kept = self.references(store)?;
            kept.retain(|name| after.contains(name) || !before.contains(name));
            batch.erase_words_except(store, self.id(), &kept)?;
        }
        Ok(self.bring_words(&after, from, batch, store, rng)? || brought)
    }

    /// Takes over what can still be read of a damaged store into this copy out of another, and tells whether that was all
    /// of it.
    pub(crate) fn take_readable(&mut self, damaged: &Store, from: &Store) -> bool {
        let Ok(parts) = damaged.parts(self.id()) else { return false };
        let mut all = parts.contains(&self.reader.part(DocumentId::Lasting));
        for id in std::iter::once(DocumentId::Lasting).chain(YEARS.map(DocumentId::Year)) {
            let (space, part) = (self.reader.id, self.reader.part(id));
            if !parts.contains(&part) {
                continue;
            }
            let (frames, readable) = damaged.readable_frames(space, part);
            let opened: Vec<Opened> = frames
                .iter()
                .filter_map(|(seq, sealed)| {
                    open(&self.reader.keys.log, &Place::Document { space, part, seq: *seq }, sealed).ok()
                })
                .collect();
            all &= readable && opened.len() == frames.len();
            match self.documents.get_mut(id, &self.reader, from) {
                Ok(open) => all &= open.document.take(opened.iter().map(|frame| frame.as_slice())),
                Err(_) => all = false,
            }
        }
        all
    }

    /// Writes every document of this copy whole into a store that has none of them, and its words.
    pub(crate) fn write_whole(
        &self,
        from: &Store,
        batch: &mut Batch,
        store: &Store,
        rng: &mut dyn CryptoRng,
    ) -> Result<()> {
        let space = self.id();
        for (id, open) in self.documents.all(&self.reader, from)? {
            let (part, snapshot) = (self.reader.part(id), open.document.snapshot());
            let frames = if snapshot.len() > MOST_IN_A_FRAME { open.document.changes() } else { vec![snapshot] };
            for (seq, frame) in (0..).zip(frames) {
                let place = Place::Document { space, part, seq };
                batch.frame(space, part, seq, seal(&self.reader.keys.log, &place, &frame, rng));
            }
        }
        self.bring_words(&self.live_references(from)?, from, batch, store, rng).map(|_| ())
    }

    /// Takes over the words that something living refers to from one store into another.
    fn bring_words(
        &self,
        live: &BTreeSet<WordsRef>,
        from: &Store,
        batch: &mut Batch,
        store: &Store,
        rng: &mut dyn CryptoRng,
    ) -> Result<bool> {
        let space = self.id();
        let (mut brought, mut keys) = (false, MoreKeys::default());
        for (item, name) in from.words_in(space)? {
            // What is here but does not open is as good as not here.
            if !live.contains(&name) || matches!(self.bytes(store, item, name), Ok(Some(_))) {
                continue;
            }
            let Some(sealed) = from.words(space, item, name)? else { continue };
            let Some(key) = self.item_keys(from, item)?.that_opens(&Place::Words { space, item }, &sealed) else {
                continue;
            };
            keys.add(self, store, item, key)?;
            batch.words(space, item, name, sealed);
            brought = true;
        }
        keys.seal(self, batch, rng);
        Ok(brought)
    }

    pub(super) fn live_references(&self, store: &Store) -> Result<BTreeSet<WordsRef>> {
        let mut found = BTreeSet::new();
        for (_, open) in self.documents.all(&self.reader, store)? {
            open.document.live_references(&mut found)?;
        }
        Ok(found)
    }

    /// Collects every reference of every document, deleted records and the losing side of a conflict included.
    pub(super) fn references(&self, store: &Store) -> Result<BTreeSet<WordsRef>> {
        let mut found = BTreeSet::new();
        for (_, open) in self.documents.all(&self.reader, store)? {
            open.document.references(&mut found)?;
        }
        Ok(found)
    }
}
