//! What the other one said is looked at and tried before anything of it is taken.

use super::turn::{Last, Turn};
use super::{MOST_OF_CHANGES, MOST_OFFERED, MOST_UNASKED, Talk};
use crate::document::{Document, DocumentId, Tried};
use crate::domain::ids::ItemId;
use crate::domain::words::WordsRef;
use crate::space::OpenSpace;
use crate::space::item_keys::{ItemKey, ItemKeys, MoreKeys};
use crate::store::frame::{Place, Sealed, seal};
use crate::store::{Batch, Store};
use crate::{Error, Result};
use rand_core::CryptoRng;
use std::collections::{BTreeMap, BTreeSet};

/// What was said of a space and holds; nothing of it is taken yet.
#[derive(Default)]
pub(crate) struct Taken {
    words: Vec<(ItemId, WordsRef, ItemKey, Sealed)>,
    tried: Vec<(DocumentId, Tried)>,
    /// Whether the other has said all: what came and nothing refers to goes again.
    is_last: bool,
}

impl Taken {
    /// Tells whether there is nothing to take.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.tried.is_empty() && !self.is_last
    }
}

impl OpenSpace {
    /// Hears what is said of this space. It is tried, and nothing is taken; an error is the end of the meeting.
    pub(crate) fn hear(
        &self,
        talk: &mut Talk,
        context: &[u8; 16],
        number: u64,
        sealed: &Sealed,
        store: &Store,
    ) -> Result<Taken> {
        let turn = self.heard(talk, context, number, sealed)?;
        if talk.heard_last.is_some() && (!turn.changes.is_empty() || !turn.words.is_empty() || turn.last.is_some()) {
            return Err(Error::RefusedMeeting("more after the last"));
        }
        if let Some(digest) = turn.digest {
            talk.is_alike = digest == talk.digest;
            talk.state_due = !talk.is_alike;
        }
        if let Some(state) = &turn.state {
            if talk.theirs.is_some() {
                return Err(Error::RefusedMeeting("a second state"));
            }
            talk.theirs = Some(state.clone());
        }
        self.hear_wants(talk, &turn)?;
        let taken = Taken {
            words: self.hear_words(talk, &turn)?,
            tried: self.hear_changes(talk, &turn, store)?,
            is_last: turn.last.is_some(),
        };
        self.hear_offers(talk, &turn, store)?;
        if let Some(last) = turn.last {
            talk.heard_last = Some(last);
        }
        Ok(taken)
    }

    /// Takes what holds into the open documents and a batch; durable only once that is committed. Tells whether anything came.
    pub(crate) fn take(
        &mut self,
        talk: &mut Talk,
        taken: Taken,
        batch: &mut Batch,
        store: &Store,
        rng: &mut dyn CryptoRng,
    ) -> Result<bool> {
        let came_something = !taken.words.is_empty() || taken.tried.iter().any(|(_, tried)| !tried.frames.is_empty());
        let touched: Vec<DocumentId> = taken.tried.iter().map(|(id, _)| *id).collect();
        let before = self.live_references_of(&touched, store)?;
        self.keep_what_is_taken_away(&taken.tried, batch, store, rng)?;
        for (id, tried) in taken.tried {
            self.take_tried(id, tried, batch, store, rng)?;
        }
        let mut gone: BTreeSet<WordsRef> =
            before.difference(&self.live_references_of(&touched, store)?).copied().collect();
        talk.came.extend(taken.words.iter().map(|(_, name, _, _)| *name));
        if taken.is_last {
            self.check_heads(talk, store)?;
            gone.append(&mut talk.came);
        }
        if !gone.is_empty() {
            // What was deleted or reworded there takes its words here as well, and what nothing here wants does not stay.
            for name in self.live_references(store)? {
                gone.remove(&name);
            }
        }
        let mut keys = MoreKeys::default();
        for (item, name, key, sealed) in taken.words.into_iter().filter(|(_, name, _, _)| !gone.contains(name)) {
            keys.add(self, store, item, key)?;
            batch.words(self.id(), item, name, sealed);
        }
        keys.seal(self, batch, rng);
        if !gone.is_empty() {
            batch.erase_words(store, self.id(), &gone)?;
        }
        Ok(came_something)
    }

    fn keep_what_is_taken_away(
        &self,
        tried: &[(DocumentId, Tried)],
        batch: &mut Batch,
        store: &Store,
        rng: &mut dyn CryptoRng,
    ) -> Result<()> {
        let mut taken_away = Vec::new();
        for (id, tried) in tried {
            if let Some(open) = self.documents.get(*id, &self.reader, store)? {
                taken_away.extend(open.document.taken_away(tried));
            }
        }
        if taken_away.is_empty() { Ok(()) } else { self.keep_words_of(&taken_away, batch, store, rng) }
    }

    fn take_tried(
        &mut self,
        id: DocumentId,
        tried: Tried,
        batch: &mut Batch,
        store: &Store,
        rng: &mut dyn CryptoRng,
    ) -> Result<()> {
        let (space, part) = (self.reader.id, self.reader.part(id));
        let open = self.documents.get_mut(id, &self.reader, store)?;
        for frame in &tried.frames {
            let place = Place::Document { space, part, seq: open.next_seq };
            batch.frame(space, part, open.next_seq, seal(&self.reader.keys.log, &place, frame, rng));
            open.next_seq += 1;
        }
        open.document.take_tried(tried);
        Ok(())
    }

    /// Once they have said all, everything they have must be here.
    fn check_heads(&self, talk: &Talk, store: &Store) -> Result<()> {
        if talk.heard_last == Some(Last::MoreAnotherTime) {
            return Ok(());
        }
        for (id, standing) in talk.theirs.iter().flat_map(|theirs| &theirs.documents) {
            let known = self.documents.get(*id, &self.reader, store)?;
            if !known.is_some_and(|open| standing.heads.iter().all(|head| open.document.has(head))) {
                return Err(Error::RefusedMeeting("less than was promised"));
            }
        }
        Ok(())
    }

    fn hear_wants(&self, talk: &mut Talk, turn: &Turn) -> Result<()> {
        let Some(wants) = &turn.wants else { return Ok(()) };
        let plan = talk.plan.as_mut().filter(|plan| plan.is_waiting);
        let plan = plan.ok_or(Error::RefusedMeeting("an answer to nothing"))?;
        let offered = std::mem::take(&mut plan.offered);
        let wanted: BTreeSet<&WordsRef> = wants.iter().collect();
        plan.words =
            offered.into_iter().filter(|(name, _)| wanted.contains(name)).map(|(name, item)| (item, name)).collect();
        plan.is_waiting = false;
        Ok(())
    }

    /// Wants of what is offered whatever is not there, but for what was deleted here: that never comes back.
    fn hear_offers(&self, talk: &mut Talk, turn: &Turn, store: &Store) -> Result<()> {
        if turn.offers.is_empty() {
            return Ok(());
        }
        if turn.offers.len() > MOST_OFFERED {
            return Err(Error::RefusedMeeting("more offers than are answered"));
        }
        let there: BTreeSet<WordsRef> = store.words_in(self.id())?.into_iter().map(|(_, name)| name).collect();
        let deleted = self.deleted_records(store)?;
        let is_wanted =
            |(item, name): &&(ItemId, WordsRef)| !there.contains(name) && !deleted.contains(&item.to_string());
        let wants: Vec<WordsRef> = turn.offers.iter().filter(is_wanted).map(|(_, name)| *name).collect();
        talk.asked.extend(&wants);
        talk.wants_due = Some(wants);
        Ok(())
    }

    fn hear_words(&self, talk: &mut Talk, turn: &Turn) -> Result<Vec<(ItemId, WordsRef, ItemKey, Sealed)>> {
        let mut words = Vec::new();
        for sent in &turn.words {
            let name = WordsRef::of(&sent.sealed);
            if !talk.asked.remove(&name) {
                talk.unasked += 1;
            }
            if talk.unasked > MOST_UNASKED {
                return Err(Error::RefusedMeeting("words that nobody asked for"));
            }
            let (place, sealed) =
                (Place::Words { space: self.id(), item: sent.item }, Sealed::read(sent.sealed.clone()));
            let key = ItemKeys::read(&sent.keys).and_then(|keys| keys.that_opens(&place, &sealed));
            let key = key.ok_or(Error::RefusedMeeting("words that do not open"))?;
            words.push((sent.item, name, key, sealed));
        }
        Ok(words)
    }

    fn hear_changes(&self, talk: &mut Talk, turn: &Turn, store: &Store) -> Result<Vec<(DocumentId, Tried)>> {
        let mut changes: BTreeMap<DocumentId, Vec<Vec<u8>>> = BTreeMap::new();
        for (id, change) in &turn.changes {
            talk.bytes_of_changes += change.len();
            changes.entry(*id).or_default().push(change.clone());
        }
        if talk.bytes_of_changes > MOST_OF_CHANGES {
            return Err(Error::RefusedMeeting("more changes than one meeting has"));
        }
        let tried = changes.into_iter().map(|(id, changes)| {
            let tried = match self.documents.get(id, &self.reader, store)? {
                Some(open) => open.document.tried(&changes)?,
                None => Document::begin(self.reader.actor)?.tried(&changes)?,
            };
            Ok((id, tried))
        });
        tried.collect()
    }

    fn live_references_of(&self, documents: &[DocumentId], store: &Store) -> Result<BTreeSet<WordsRef>> {
        let mut found = BTreeSet::new();
        for id in documents {
            if let Some(open) = self.documents.get(*id, &self.reader, store)? {
                open.document.live_references(&mut found)?;
            }
        }
        Ok(found)
    }

    fn deleted_records(&self, store: &Store) -> Result<BTreeSet<String>> {
        let mut deleted = BTreeSet::new();
        for (_, open) in self.documents.all(&self.reader, store)? {
            deleted.extend(open.document.deleted().map(str::to_owned));
        }
        Ok(deleted)
    }
}
