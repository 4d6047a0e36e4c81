//! Bringing back: a copy is unlocked and restored into a temporary place before anything of it is taken.

use super::beside;
use super::header::{Header, Inside};
use super::trial::Trial;
use crate::document::Table;
use crate::domain::ids::{PersonId, SpaceId};
use crate::domain::person::Owner;
use crate::space::OpenSpace;
use crate::store::backups::Backups;
use crate::store::bundle::{self, Bundle, BundleKeys};
use crate::store::{Batch, Store};
use crate::use_cases::door::SpaceWraps;
use crate::use_cases::family::Family;
use crate::vault::{Passphrase, PersonKey, SpaceKey};
use crate::views::{BundlePreview, RestoreView};
use crate::{Error, Result};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;

/// A copy that was unlocked and restored into a temporary place: all of it holds, and nothing here has changed.
pub(in crate::use_cases) struct Copy {
    pub(in crate::use_cases) header: Header,
    inside: Inside,
    key: Rc<PersonKey>,
    keys: BTreeMap<SpaceId, SpaceKey>,
    pub(in crate::use_cases) spaces: BTreeMap<SpaceId, OpenSpace>,
    pub(in crate::use_cases) store: Store,
    _trial: Trial,
}

impl Family {
    /// Looks into a copy. It takes the passphrase the copy was made under, or the spare words of then; nothing changes.
    pub fn preview_bundle(&self, path: &Path, words: &Passphrase) -> Result<BundlePreview> {
        let copy = self.unlock(path, |header| header.open(words).map(Rc::new))?;
        let (mine, ours) = (copy.space(Owner::One(copy.header.person)), copy.space(Owner::Both));
        let count = |table| -> Result<u32> {
            let (mut hers, mut copies) = (0, BTreeSet::new());
            for (_, record) in mine.iter().flat_map(|space| space.records(table)) {
                hers += 1;
                copies.extend(record.get::<String>("shared_as")?);
            }
            let shared = ours.iter().flat_map(|space| space.records(table)).filter(|(id, _)| !copies.contains(*id));
            Ok(hers + shared.count() as u32)
        };
        let mut letters = 0;
        for (_, record) in mine.iter().flat_map(|space| space.records(Table::Letters)) {
            let is_hers = record.get::<serde_json::Value>("kept")?.is_some();
            letters += u32::from(is_hers || record.get::<NaiveDate>("opened_on")?.is_some());
        }
        Ok(BundlePreview {
            name: copy.name(),
            made_on: copy.inside.made_on,
            milestones: count(Table::Milestones)?,
            rituals: count(Table::Rituals)?,
            goals: count(Table::Goals)?,
            letters,
            keepsakes: count(Table::Keepsakes)?,
            is_here_already: self.has_all_of(&copy)?,
        })
    }

    /// Brings back what a copy holds and what is not here. It adds, and never replaces newer words or revives a deleted one.
    ///
    /// Whose copy it is, she must be here alone, or have no way in here yet: then the copy is her way in.
    pub fn restore_bundle(&mut self, path: &Path, words: &Passphrase) -> Result<RestoreView> {
        let copy = self.unlock(path, |header| header.open(words).map(Rc::new))?;
        if !self.card.people.is_empty() && self.card.family != copy.header.family {
            return Err(Error::OtherFamily);
        }
        let person = copy.header.person;
        // A way in without a name at the door is what is left of a coming back that the disk cut short: it is done anew.
        let is_at_the_door = self.card.people.iter().any(|known| known.id == person);
        let brought_something = if is_at_the_door && self.slots.people.contains_key(&person) {
            self.merge_copy(&copy)?
        } else {
            self.adopt(&copy)?;
            true
        };
        let made_on = Some(copy.inside.made_on);
        Ok(RestoreView { here: self.whos_here(), made_on, brought_something, all_was_readable: true })
    }

    fn has_all_of(&self, copy: &Copy) -> Result<bool> {
        for (id, space) in &copy.spaces {
            let Some(open) = self.open_space_of(*id) else { return Ok(false) };
            if !open.knows(self.store()?, space, &copy.store)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Unlocks the newest copy of hers on this computer that holds, with her own key.
    pub(in crate::use_cases) fn newest_copy(&self, person: PersonId, key: &Rc<PersonKey>) -> Result<Copy> {
        let backups = Backups::of(&self.folder, person);
        let mut refused = Error::NoCopy;
        for day in backups.days()? {
            match self.unlock(&backups.path(day), |_| Ok(key.clone())) {
                Ok(copy) => return Ok(copy),
                // Without room no copy can be tried: an older one would be no better, and this one may well hold.
                Err(Error::DiskFull) => return Err(Error::DiskFull),
                // That there is none is not said of one that the disk did not give.
                Err(error @ (Error::SavingStopped | Error::File(_))) => refused = error,
                Err(_) => (),
            }
        }
        Err(refused)
    }

    /// Reads how many commits the store had taken at her newest copy, with her own key or with what her open space lends.
    pub(in crate::use_cases) fn newest_copy_commits(
        &self,
        person: PersonId,
        key: Option<&PersonKey>,
        open: impl FnOnce() -> Result<BundleKeys>,
    ) -> Result<u64> {
        let backups = Backups::of(&self.folder, person);
        let day = *backups.days()?.first().ok_or(Error::NoCopy)?;
        let header = Header::read(Bundle::open(&backups.path(day))?.header())?;
        Ok(header.inside(&header.keys(key, open)?)?.commits)
    }

    /// Unlocks a copy from a file with her words.
    pub(in crate::use_cases) fn copy_in(&self, path: &Path, words: &Passphrase) -> Result<Copy> {
        self.unlock(path, |header| header.open(words).map(Rc::new))
    }

    fn unlock(&self, path: &Path, open: impl FnOnce(&Header) -> Result<Rc<PersonKey>>) -> Result<Copy> {
        let bundle = Bundle::open(path)?;
        let header = Header::read(bundle.header())?;
        let ids = header.ids();
        bundle.check(&ids)?;
        let key = open(&header)?;
        let mut keys = BTreeMap::new();
        for (id, space) in &header.spaces {
            let wrapped = space.wraps.get(&header.person).ok_or(Error::DamagedBundle("its header's keys"))?;
            keys.insert(*id, key.unwrap(wrapped, *id, space.owner, header.person)?);
        }
        let mine = header.mine()?;
        let sealing = BundleKeys::of(&keys[&mine]);
        let trial = Trial::begin(&self.folder)?;
        let store = Store::open(&trial.0)?;
        Bundle::open(path)?.copy_into(&store, &ids, &sealing, &beside(path))?;
        let inside = header.inside(&sealing)?;
        let mut spaces = BTreeMap::new();
        for (id, key) in &keys {
            spaces.insert(*id, self.open_carefully(*id, key, &store).map_err(bundle::in_a_bundle)?);
        }
        Ok(Copy { header, inside, key, keys, spaces, store, _trial: trial })
    }

    /// Opens a space out of a file: a crafted change may make the document's library panic, and must not end the session.
    fn open_carefully(&self, id: SpaceId, key: &SpaceKey, store: &Store) -> Result<OpenSpace> {
        let open = std::panic::AssertUnwindSafe(|| {
            let space = OpenSpace::open_whole(id, key, self.actor(), store)?;
            space.check_words(store)?;
            Ok(space)
        });
        std::panic::catch_unwind(open).unwrap_or(Err(Error::DamagedBundle("a document")))
    }

    fn merge_copy(&mut self, copy: &Copy) -> Result<bool> {
        let person = copy.header.person;
        if self.alone()? != person {
            return Err(Error::NotHers);
        }
        for id in copy.spaces.keys() {
            if self.open_space_of(*id).is_none() {
                return Err(Error::OtherFamily);
            }
        }
        let mut brought = false;
        self.undo.clear();
        self.commit_spaces(self.open_spaces(), |mine, ours, batch, store, rng| {
            mine.values_mut().chain(ours.as_mut()).try_for_each(|space| {
                let Some(theirs) = copy.spaces.get(&space.id()) else { return Ok(()) };
                brought |= space.merge(theirs, &copy.store, batch, store, rng)?;
                Ok(())
            })
        })?;
        Ok(brought)
    }

    /// Lets her in with her copy: into a folder nobody has come to yet, or beside one who brought hers back before.
    ///
    /// Until the door is written nothing has happened: rows that nobody at the door has a key for are nothing.
    fn adopt(&mut self, copy: &Copy) -> Result<()> {
        let person = copy.header.person;
        let is_known = self.card.people.iter().any(|known| known.id == person);
        if !is_known && self.card.people.len() == 2 {
            return Err(Error::TwoAlready);
        }
        self.lock_all();
        self.open_store()?;
        let family = copy.header.family;
        // She goes on from this copy knowingly: what was kept here before it is not asked for.
        let known = self.known_of(family);
        self.store.as_mut().ok_or(Error::Closed)?.count_from(known.store.max(copy.inside.commits));
        let mut slots = self.slots.clone();
        for (id, wraps) in &copy.header.spaces {
            self.adopt_space(copy, *id, wraps, &mut slots.spaces)?;
        }
        slots.people.insert(person, copy.header.slots.clone());
        slots.written = slots.written.max(known.slots);
        self.replace_slots(slots)?;
        let inside = &copy.inside;
        self.rewrite_card(|card| {
            card.written = card.written.max(known.door);
            if card.people.is_empty() {
                card.family = family;
                card.language = card.language.take().or(inside.language.clone());
                card.region = card.region.take().or(inside.region.clone());
                card.theme = card.theme.take().or(inside.theme.clone());
            }
            card.remembered.extend(inside.people.iter().filter(|one| one.id != person).cloned());
            card.people.extend(inside.people.iter().filter(|one| one.id == person && !is_known).cloned());
            let mut seen: BTreeSet<PersonId> = card.people.iter().map(|one| one.id).collect();
            card.remembered.retain(|one| seen.insert(one.id));
        })?;
        self.enter(person, &copy.key)
    }

    fn adopt_space(
        &mut self,
        copy: &Copy,
        id: SpaceId,
        wraps: &SpaceWraps,
        spaces: &mut BTreeMap<SpaceId, SpaceWraps>,
    ) -> Result<()> {
        let store = self.store.as_mut().ok_or(Error::Closed)?;
        let is_taken = |space: &SpaceWraps| space.owner == wraps.owner && !space.left_behind;
        let Some(known) = spaces.get_mut(&id) else {
            if spaces.values().any(is_taken) {
                return Err(Error::OtherFamily);
            }
            store.copy_from(&copy.store, &[id].into())?;
            spaces.insert(id, wraps.clone());
            return Ok(());
        };
        // Where nothing is here to try her key on, the other one says yes to her as to any newcomer.
        if !store.parts(id)?.is_empty() {
            known.wraps.extend(wraps.wraps.clone());
            self.bring_space(copy, id)?;
        }
        Ok(())
    }

    /// Adds what a copy has of a space to the store. Its key must open what is there already.
    pub(in crate::use_cases) fn bring_space(&mut self, copy: &Copy, id: SpaceId) -> Result<()> {
        let actor = self.actor();
        let store = self.store.as_mut().ok_or(Error::Closed)?;
        store.count_from(copy.inside.commits);
        if store.parts(id)?.is_empty() {
            return store.copy_from(&copy.store, &[id].into());
        }
        let mut open = OpenSpace::open(id, &copy.keys[&id], actor, store).map_err(|_| Error::OtherFamily)?;
        let mut batch = Batch::default();
        open.merge(&copy.spaces[&id], &copy.store, &mut batch, store, &mut *self.rng)?;
        if batch.is_empty() { Ok(()) } else { store.commit(&batch) }
    }
}

impl Copy {
    /// Tells how many commits the store had taken when it was made.
    pub(in crate::use_cases) fn commits(&self) -> u64 {
        self.inside.commits
    }

    /// Tells the day it was made.
    pub(in crate::use_cases) fn made_on(&self) -> NaiveDate {
        self.inside.made_on
    }

    fn name(&self) -> String {
        let hers = self.inside.people.iter().find(|person| person.id == self.header.person);
        hers.map(|person| person.name.clone()).unwrap_or_default()
    }

    fn space(&self, owner: Owner) -> Option<&OpenSpace> {
        let id = self.header.spaces.iter().find(|(_, space)| space.owner == owner)?.0;
        self.spaces.get(id)
    }
}
