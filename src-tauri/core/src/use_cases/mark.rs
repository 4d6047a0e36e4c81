//! The mark: how far a family had come, kept outside the data folder, so that a folder put back to an older one is noticed.
//!
//! It holds counts under the family's id: no name, nothing a person wrote. It is written after what it counts is on the
//! disk, so it may lag and never leads; without it nothing is noticed, and nothing else changes.

use super::family::{Family, In};
use crate::domain::ids::{FamilyId, PersonId};
use crate::store::{Batch, files};
use crate::vault::PersonKey;
use crate::views::HereView;
use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How often each part of a data folder was written.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Counts {
    pub(super) store: u64,
    pub(super) slots: u64,
    pub(super) door: u64,
}

/// The counts of every family whose settings are in one folder.
#[derive(Default)]
pub(super) struct Mark {
    folder: Option<PathBuf>,
    families: BTreeMap<FamilyId, Counts>,
}

impl Family {
    /// Keeps the mark in a settings folder, which must not be in the data folder; whether the data folder is older than it
    /// is told by [`HereView::put_back`].
    pub fn marked_in(mut self, settings: &Path) -> Self {
        self.mark = Mark::read(settings);
        self.put_back |= self.is_behind(self.known());
        self
    }

    /// Goes on from an older folder as from any other: what was kept before is no longer asked for.
    pub fn go_on_from_here(&mut self) -> Result<HereView> {
        self.store.as_ref().ok_or(Error::Closed)?;
        let mut known = self.known();
        for person in self.mine.keys() {
            known.store = known.store.max(self.newest_copy_counts(*person, None).unwrap_or(0));
        }
        let now = self.counts();
        // Only what is behind is written: refused anywhere, something still is, and she is asked again.
        if now.slots < known.slots {
            self.rewrite_slots(|slots| Some(slots.written = known.slots))?;
        }
        if now.door < known.door {
            self.rewrite_card(|card| card.written = known.door)?;
        }
        if let Some(store) = self.store.as_mut().filter(|store| store.commits() < known.store) {
            store.count_from(known.store);
            store.commit(&Batch::default())?;
        }
        self.put_back = false;
        self.keep_mark();
        Ok(self.whos_here())
    }

    /// Returns the highest counts that this family is known to have come to on this computer.
    pub(super) fn known(&self) -> Counts {
        self.known_of(self.card.family)
    }

    /// The same of another family: one that a copy is of.
    pub(super) fn known_of(&self, family: FamilyId) -> Counts {
        self.mark.families.get(&family).copied().unwrap_or_default()
    }

    /// Notices a store that is older than the mark or than a person's newest copy.
    pub(super) fn notice_older_store(&mut self, person: PersonId, key: &PersonKey) {
        let copied = self.newest_copy_counts(person, Some(key)).unwrap_or(0);
        let known = self.known();
        self.put_back |= self.is_behind(Counts { store: known.store.max(copied), ..known });
    }

    /// Writes how far the family has come. What cannot be written is caught up with the next time.
    pub(super) fn keep_mark(&mut self) {
        let (now, known) = (self.counts(), self.known());
        let Some(folder) = &self.mark.folder else { return };
        let counts = Counts {
            store: now.store.max(known.store),
            slots: now.slots.max(known.slots),
            door: now.door.max(known.door),
        };
        if counts != known {
            self.mark.families.insert(self.card.family, counts);
            let _ = self.mark.write(folder);
        }
    }

    fn counts(&self) -> Counts {
        let store = self.store.as_ref().map_or(0, |store| store.commits());
        Counts { store, slots: self.slots.written, door: self.card.written }
    }

    fn is_behind(&self, known: Counts) -> bool {
        let now = self.counts();
        (self.store.is_some() && now.store < known.store) || now.slots < known.slots || now.door < known.door
    }

    /// Reads how far the store had come at a person's newest copy, with her key or in her own open space.
    fn newest_copy_counts(&self, person: PersonId, key: Option<&PersonKey>) -> Result<u64> {
        self.newest_copy_commits(person, key, || Ok(self.space(In::Mine(person))?.bundle_keys().clone()))
    }
}

impl Mark {
    /// Reads what is there; a mark that is gone or broken is as good as none.
    fn read(folder: &Path) -> Self {
        let text = files::read(&folder.join(FILE), super::MOST_IN_A_FILE).ok().flatten().unwrap_or_default();
        Self { folder: Some(folder.to_owned()), families: families(&text).unwrap_or_default() }
    }

    fn write(&self, folder: &Path) -> Result<()> {
        files::make_folder(folder)?;
        let text = serde_json::to_vec(&self.families).expect("counts have only text keys");
        files::replace_in_passing(&folder.join(FILE), &text)
    }
}

/// Reads the counts of every family; `None` where they are not what was written.
pub(super) fn families(text: &[u8]) -> Option<BTreeMap<FamilyId, Counts>> {
    serde_json::from_slice(text).ok()
}

const FILE: &str = "marks.json";
