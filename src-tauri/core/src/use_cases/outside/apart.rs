//! What the proof that two computers converge looks at, and a way in that does not cost a passphrase each time.

use crate::domain::ids::PersonId;
use crate::domain::person::Owner;
use crate::use_cases::Meeting;
use crate::use_cases::family::{Family, In};
use crate::vault::{Passphrase, PersonKey};
use crate::{Error, Result};
use std::collections::{BTreeMap, BTreeSet};

/// Names of changes.
pub type Changes = BTreeSet<[u8; 32]>;

/// How a device gone bad spoils what it says, under seals that hold.
pub struct Spoil {
    /// Whether each change is spoilt, its checksum made good again; or else the whole of what is said.
    pub changes: bool,
    /// What is done to the bytes.
    pub how: Spoiling,
}

/// What is done to bytes that are said.
pub type Spoiling = Box<dyn Fn(&mut Vec<u8>) + Send>;

impl Meeting {
    /// Spoils what is said from now on of every space.
    pub fn spoil(&mut self, changes: bool, how: impl Fn(&mut Vec<u8>) + Clone + Send + 'static) {
        for talk in self.talks_mut() {
            talk.spoil(Spoil { changes, how: Box::new(how.clone()) });
        }
    }
}

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

    /// Names what something living refers to and is not among the words that are there, in what is open. The wording that
    /// somebody agreed to is named like words and never is any.
    pub fn missing_words(&self) -> Result<BTreeSet<[u8; 32]>> {
        let mut missing = BTreeSet::new();
        for which in self.open_spaces() {
            missing.extend(self.space(which)?.missing(self.store()?)?.iter().map(|name| *name.bytes()));
        }
        Ok(missing)
    }

    /// Names the words that are there, in what is open.
    pub fn words_there(&self) -> Result<BTreeSet<[u8; 32]>> {
        let mut there = BTreeSet::new();
        for which in self.open_spaces() {
            there.extend(self.store()?.words_in(self.space(which)?.id())?.iter().map(|(_, name)| *name.bytes()));
        }
        Ok(there)
    }

    /// Tells whether anything of a person's own space stands in the store.
    pub fn holds_anything_of(&self, person: PersonId) -> Result<bool> {
        let Some((id, _)) = self.slots.space_of(Owner::One(person)) else { return Ok(false) };
        Ok(!self.store()?.parts(id)?.is_empty())
    }
}
