//! What the proof that two computers converge looks at, and a way in that does not cost a passphrase each time.

use crate::domain::ids::PersonId;
use crate::domain::person::Owner;
use crate::use_cases::family::{Family, In};
use crate::vault::{Passphrase, PersonKey};
use crate::{Error, Result};
use std::collections::{BTreeMap, BTreeSet};

/// Names of changes.
pub type Changes = BTreeSet<[u8; 32]>;

impl Family {
    /// Opens a person's key once, to come in with it often.
    pub fn key_of(&self, person: PersonId, words: &Passphrase) -> Result<PersonKey> {
        self.slots.people.get(&person).ok_or(Error::Gone)?.passphrase.open_with_passphrase(person, words)
    }

    /// Lets a person in whose key was opened before.
    pub fn come_in_with(&mut self, person: PersonId, key: &PersonKey) -> Result<()> {
        self.open_store()?;
        self.enter(person, key)
    }

    /// Lists the names of every change of *ours*, and of *mine* of whoever is here alone, document by document.
    pub fn every_change(&self) -> Result<BTreeMap<Option<PersonId>, Changes>> {
        let mut found = BTreeMap::new();
        for which in self.open_spaces() {
            let whose = match which {
                In::Mine(person) => Some(person),
                In::Ours => None,
            };
            found.insert(whose, self.space(which)?.every_change(self.store()?)?);
        }
        Ok(found)
    }

    /// Counts the words that something living refers to and that are not there, in what is open.
    pub fn missing_words(&self) -> Result<usize> {
        let spaces = self.open_spaces().into_iter();
        spaces.map(|which| Ok(self.space(which)?.missing(self.store()?)?.len())).sum()
    }

    /// Tells whether anything of a person's own space stands in the store.
    pub fn holds_anything_of(&self, person: PersonId) -> Result<bool> {
        let Some((id, _)) = self.slots.space_of(Owner::One(person)) else { return Ok(false) };
        Ok(!self.store()?.parts(id)?.is_empty())
    }
}
