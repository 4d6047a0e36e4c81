//! What two devices wrote apart in one space, and the words of what was deleted elsewhere while they were written here.

use super::OpenSpace;
use crate::document::{Collision, DocumentId, TakenAway};
use crate::domain::person::Owner;
use crate::domain::words::WordsRef;
use crate::store::frame::{Place, seal};
use crate::store::{Batch, Store};
use crate::{Error, Result};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// What is kept of words whose things are gone: on this computer only, until somebody chose.
const KEPT_WORDS: &str = "kept words";

/// The most of them that wait at once.
const MOST_KEPT: usize = 40;

/// Words that were written here while what they belong to was deleted elsewhere.
#[derive(Serialize, Deserialize)]
pub(crate) struct KeptWords {
    pub(crate) id: String,
    pub(crate) noun: String,
    pub(crate) owner: Option<Owner>,
    pub(crate) texts: Vec<String>,
}

impl OpenSpace {
    /// Lists the texts that stand beside others, each with its document and with whose the thing is.
    pub(crate) fn collisions(&self, store: &Store) -> Result<Vec<(DocumentId, Collision, Option<Owner>)>> {
        let mut found = Vec::new();
        for (id, open) in self.documents.all(&self.reader, store)? {
            for collision in open.document.collisions()? {
                let owner = open.document.record(collision.table, &collision.record).get("owner").ok().flatten();
                found.push((id, collision, owner));
            }
        }
        Ok(found)
    }

    /// Opens a text by its name alone; `None` when it is not there or is no text.
    pub(crate) fn text_named(&self, store: &Store, name: WordsRef) -> Result<Option<String>> {
        let Some((item, _)) = store.words_in(self.id())?.into_iter().find(|(_, one)| *one == name) else {
            return Ok(None);
        };
        let bytes = self.bytes(store, item, name)?;
        Ok(bytes.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok()))
    }

    /// Lists the words whose things are gone.
    pub(crate) fn kept_words(&self, store: &Store) -> Result<Vec<KeptWords>> {
        let Some(plain) = self.local(store, KEPT_WORDS)? else { return Ok(Vec::new()) };
        serde_json::from_slice(&plain).map_err(|_| Error::DamagedStore("the kept words"))
    }

    /// Lets go of words whose things are gone.
    pub(crate) fn let_go_of_words(
        &self,
        id: &str,
        batch: &mut Batch,
        store: &Store,
        rng: &mut dyn CryptoRng,
    ) -> Result<()> {
        let mut kept = self.kept_words(store)?;
        kept.retain(|one| one.id != id);
        self.write_kept(&kept, batch, rng);
        Ok(())
    }

    /// Keeps the words of what is being taken away, before they are erased with it.
    pub(super) fn keep_words_of(
        &self,
        taken_away: &[TakenAway],
        batch: &mut Batch,
        store: &Store,
        rng: &mut dyn CryptoRng,
    ) -> Result<()> {
        let mut kept = self.kept_words(store)?;
        for taken in taken_away {
            let mut texts = Vec::new();
            for (_, name) in &taken.texts {
                texts.extend(self.text_named(store, *name)?.filter(|text| !text.is_empty()));
            }
            if !texts.is_empty() {
                let name: Vec<u8> = taken.texts.iter().flat_map(|(_, name)| name.bytes().to_vec()).collect();
                let id = blake3::hash(&name).to_hex()[..16].to_owned();
                let (noun, owner) = (taken.table.name().to_owned(), taken.record.get("owner").ok().flatten());
                kept.push(KeptWords { id, noun, owner, texts });
            }
        }
        let surplus = kept.len().saturating_sub(MOST_KEPT);
        kept.drain(..surplus);
        self.write_kept(&kept, batch, rng);
        Ok(())
    }

    fn write_kept(&self, kept: &[KeptWords], batch: &mut Batch, rng: &mut dyn CryptoRng) {
        let plain = Zeroizing::new(serde_json::to_vec(kept).expect("texts are JSON"));
        let (space, name) = (self.id(), self.local_name(KEPT_WORDS));
        batch.local(space, name, seal(&self.reader.keys.local, &Place::Local { space, name }, &plain, rng));
    }
}
