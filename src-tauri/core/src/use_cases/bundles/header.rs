//! The head of a copy: who may open it, and what it says only to her.

use crate::domain::ids::{FamilyId, PersonId, SpaceId};
use crate::domain::person::Owner;
use crate::store::bundle::BundleKeys;
use crate::use_cases::door::{CardPerson, PersonSlots, SpaceWraps};
use crate::vault::{Passphrase, PersonKey, SpareWords};
use crate::{Error, Result};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What stands at the head of a copy, readable without any words: who may open it, and with what.
#[derive(Serialize, Deserialize)]
pub(in crate::use_cases) struct Header {
    pub(super) family: FamilyId,
    pub(in crate::use_cases) person: PersonId,
    pub(super) slots: PersonSlots,
    pub(in crate::use_cases) spaces: BTreeMap<SpaceId, SpaceWraps>,
    pub(super) inside: String,
}

/// What a head says only to her.
#[derive(Serialize, Deserialize)]
pub(super) struct Inside {
    pub(super) made_on: NaiveDate,
    /// How many commits the store had taken.
    #[serde(default)]
    pub(super) commits: u64,
    pub(super) people: Vec<CardPerson>,
    pub(super) language: Option<String>,
    pub(super) region: Option<String>,
    pub(super) theme: Option<String>,
}

impl Header {
    pub(in crate::use_cases) fn read(bytes: &[u8]) -> Result<Self> {
        let header: Self = serde_json::from_slice(bytes).map_err(|_| Error::DamagedBundle("its header's form"))?;
        header.mine()?;
        if header.spaces.len() > 2 {
            return Err(Error::DamagedBundle("more spaces than there can be"));
        }
        Ok(header)
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a header has only text keys")
    }

    pub(in crate::use_cases) fn ids(&self) -> BTreeSet<SpaceId> {
        self.spaces.keys().copied().collect()
    }

    pub(super) fn mine(&self) -> Result<SpaceId> {
        let mine = self.spaces.iter().find(|(_, space)| space.owner == Owner::One(self.person));
        mine.map(|(id, _)| *id).ok_or(Error::DamagedBundle("a header without her own space"))
    }

    /// Finds what seals the copy, with her own key where it is at hand.
    pub(super) fn keys(
        &self,
        key: Option<&PersonKey>,
        open: impl FnOnce() -> Result<BundleKeys>,
    ) -> Result<BundleKeys> {
        let Some(key) = key else { return open() };
        let mine = self.mine()?;
        let wrapped = self.spaces[&mine].wraps.get(&self.person).ok_or(Error::DamagedBundle("its header's keys"))?;
        Ok(BundleKeys::of(&key.unwrap(wrapped, mine, Owner::One(self.person), self.person)?))
    }

    /// Opens what the head says only to her.
    pub(super) fn inside(&self, keys: &BundleKeys) -> Result<Inside> {
        let sealed = BASE64.decode(&self.inside).map_err(|_| Error::DamagedBundle("its header's form"))?;
        let plain = keys.open_inside(self.mine()?, sealed)?;
        serde_json::from_slice(&plain).map_err(|_| Error::DamagedBundle("its header's form"))
    }

    /// Opens her key with the passphrase of the copy, or with the spare words of then.
    pub(super) fn open(&self, words: &Passphrase) -> Result<PersonKey> {
        if let (Ok(spare), Some(slot)) = (SpareWords::typed(words.reveal()), &self.slots.spare_words) {
            return slot.open_with_spare_words(self.person, &spare);
        }
        self.slots.passphrase.open_with_passphrase(self.person, words)
    }
}
