//! Copies of what is hers and what is shared: made by themselves, made where she asks, looked into, brought back.
//!
//! A copy is made while she is here alone: it holds *mine* and *ours*, never the other's space. It counts only after it
//! was restored into a temporary place and held the same.

use super::door::{CardPerson, DoorCard, PersonSlots, SpaceWraps};
use super::family::{Family, In, Now};
use crate::document::Table;
use crate::domain::ids::{FamilyId, PersonId, SpaceId};
use crate::domain::person::Owner;
use crate::space::OpenSpace;
use crate::store::backups::{Backups, ENDING};
use crate::store::bundle::{self, Bundle, BundleKeys};
use crate::store::{Batch, Store, disk, files};
use crate::vault::{Passphrase, PersonKey, SpaceKey, SpareWords};
use crate::views::{BundlePreview, CopyMade, KeptView, RestoreView};
use crate::{Error, Result};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The most copies elsewhere that are remembered, to be rewrapped when her passphrase changes.
const MOST_ELSEWHERE: usize = 20;

/// What is remembered of her copies, on this computer only.
const COPIES: &str = "copies";

/// What stands at the head of a copy, readable without any words: who may open it, and with what.
#[derive(Serialize, Deserialize)]
pub(super) struct Header {
    family: FamilyId,
    pub(super) person: PersonId,
    slots: PersonSlots,
    pub(super) spaces: BTreeMap<SpaceId, SpaceWraps>,
    inside: String,
}

/// What a head says only to her.
#[derive(Serialize, Deserialize)]
struct Inside {
    made_on: NaiveDate,
    /// How many commits the store had taken.
    #[serde(default)]
    commits: u64,
    people: Vec<CardPerson>,
    language: Option<String>,
    region: Option<String>,
    theme: Option<String>,
}

#[derive(Clone, Default, Serialize, Deserialize)]
struct Remembered {
    /// What the spaces were at the newest copy.
    mark: Option<String>,
    failed_on: Option<NaiveDate>,
    elsewhere: Vec<PathBuf>,
}

/// A copy that was unlocked and restored into a temporary place: all of it holds, and nothing here has changed.
pub(super) struct Copy {
    pub(super) header: Header,
    inside: Inside,
    key: Rc<PersonKey>,
    keys: BTreeMap<SpaceId, SpaceKey>,
    pub(super) spaces: BTreeMap<SpaceId, OpenSpace>,
    pub(super) store: Store,
    _trial: Trial,
}

/// A folder to try something in; swept away when dropped.
struct Trial(PathBuf);

impl Family {
    /// Tells what is kept safe of the one who is here alone.
    pub fn kept_safe(&self) -> Result<KeptView> {
        let person = self.alone()?;
        let (days, remembered) = (Backups::of(&self.folder, person).days()?, self.remembered(person)?);
        Ok(KeptView {
            last_on: days.first().copied(),
            copies: days.len() as u32,
            failed_on: remembered.failed_on,
            changed_since: self.has_changed(person, &remembered)?,
        })
    }

    /// Makes the copy of today, if anything changed since the newest one; for the end of a session. Tells whether it did.
    pub fn back_up_if_changed(&mut self, now: Now) -> Result<bool> {
        let person = self.alone()?;
        if self.put_back {
            return Ok(false);
        }
        self.renew_copies(person, None)?;
        let is_due = self.has_changed(person, &self.remembered(person)?)?;
        if is_due {
            self.back_up(now)?;
        }
        Ok(is_due)
    }

    /// Makes the copy of today, if anything changed and the newest is of an earlier day; for the beginning of a session,
    /// in case the last one ended without a word.
    pub fn back_up_if_overdue(&mut self, now: Now) -> Result<bool> {
        let backups = Backups::of(&self.folder, self.alone()?);
        if self.put_back {
            return Ok(false);
        }
        backups.rotate(now.today)?;
        let is_overdue = backups.days()?.first().is_none_or(|last| *last < now.today);
        if is_overdue { self.back_up_if_changed(now) } else { Ok(false) }
    }

    /// Makes the copy of today on this computer. From a folder that is older than it was none is made: the copy of today may
    /// hold the newer words.
    pub fn back_up(&mut self, now: Now) -> Result<KeptView> {
        let person = self.alone()?;
        if self.put_back {
            return Err(Error::PutBack);
        }
        if self.has_nothing(person)? {
            return self.kept_safe();
        }
        let backups = Backups::of(&self.folder, person);
        let made = backups
            .making()
            .and_then(|making| self.write_copy(&making, Some(&backups.beside()), now))
            .and_then(|()| backups.keep(now.today));
        let mut remembered = self.remembered(person)?;
        match &made {
            Ok(()) => (remembered.mark, remembered.failed_on) = (Some(self.mark(person)?), None),
            Err(_) => remembered.failed_on = Some(now.today),
        }
        let told = self.remember(person, &remembered);
        made.and(told)?;
        backups.rotate(now.today)?;
        sweep_beside(&backups)?;
        self.kept_safe()
    }

    /// Makes a copy in a folder of her choice: one file that holds everything, photos too.
    pub fn copy_to(&mut self, folder: &Path, now: Now) -> Result<CopyMade> {
        let person = self.alone()?;
        let path = free_place(folder, now.today, ENDING)?;
        let making = path.with_extension("new");
        self.write_copy(&making, None, now)?;
        disk::rename(&making, &path)?;
        disk::sync_folder(folder)?;
        let mut remembered = self.remembered(person)?;
        remembered.elsewhere.push(path.clone());
        let surplus = remembered.elsewhere.len().saturating_sub(MOST_ELSEWHERE);
        remembered.elsewhere.drain(..surplus);
        self.remember(person, &remembered)?;
        Ok(CopyMade { files: vec![name_of(&path)] })
    }

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
            is_here_already: copy
                .spaces
                .iter()
                .all(|(id, space)| self.open_space_of(*id).is_some_and(|open| open.knows(space))),
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
        let brought_something = if self.slots.people.contains_key(&copy.header.person) {
            self.merge_copy(&copy)?
        } else {
            self.adopt(&copy)?;
            true
        };
        let made_on = Some(copy.inside.made_on);
        Ok(RestoreView { here: self.whos_here(), made_on, brought_something, all_was_readable: true })
    }

    /// Puts her new slots into every copy of hers that can be reached, so that they open with the new words only.
    ///
    /// What cannot be reached now is tried again when the next copy is made; a copy in a drawer keeps the old words.
    pub(super) fn renew_copies(&mut self, person: PersonId, key: Option<&PersonKey>) -> Result<()> {
        let backups = Backups::of(&self.folder, person);
        let slots = self.slots.people.get(&person).cloned().ok_or(Error::Gone)?;
        let elsewhere = self.remembered(person).map(|remembered| remembered.elsewhere).unwrap_or_default();
        let here = backups.days()?.into_iter().map(|day| backups.path(day));
        for path in here.chain(elsewhere) {
            // A copy on a stick in a drawer, or a damaged one, must not stand in the way of the others.
            let _ = self.renew_copy(&path, &slots, key);
        }
        Ok(())
    }

    /// Refuses a store in which nothing of hers is left although there are copies of it.
    pub(super) fn check_is_there(&self, person: PersonId) -> Result<()> {
        if self.has_nothing(person)? && !Backups::of(&self.folder, person).days()?.is_empty() {
            return Err(Error::DamagedStore("nothing of hers is left in it"));
        }
        Ok(())
    }

    /// Tells whether there is anything that the newest copy does not hold.
    fn has_changed(&self, person: PersonId, remembered: &Remembered) -> Result<bool> {
        Ok(!self.has_nothing(person)? && remembered.mark != Some(self.mark(person)?))
    }

    /// Tells whether nothing was ever written in a space that she can open.
    fn has_nothing(&self, person: PersonId) -> Result<bool> {
        for (id, space) in &self.slots.spaces {
            if !space.left_behind && space.wraps.contains_key(&person) && !self.store()?.parts(*id)?.is_empty() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Unlocks the newest copy of hers on this computer that holds, with her own key.
    pub(super) fn newest_copy(&self, person: PersonId, key: &Rc<PersonKey>) -> Result<Copy> {
        let backups = Backups::of(&self.folder, person);
        let mut days = backups.days()?.into_iter();
        days.find_map(|day| self.unlock(&backups.path(day), |_| Ok(key.clone())).ok()).ok_or(Error::NoCopy)
    }

    /// Reads how many commits the store had taken at her newest copy, with her own key or with what her open space lends.
    pub(super) fn newest_copy_commits(
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
    pub(super) fn copy_in(&self, path: &Path, words: &Passphrase) -> Result<Copy> {
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
            let space = OpenSpace::open(id, key, self.actor(), store)?;
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
    /// Until the slots are written nothing has happened: rows of a space that nobody has a key for are nothing.
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
    pub(super) fn bring_space(&mut self, copy: &Copy, id: SpaceId) -> Result<()> {
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

    fn write_copy(&mut self, path: &Path, beside: Option<&Path>, now: Now) -> Result<()> {
        let person = self.alone()?;
        let header = self.header(person, now)?;
        let (ids, mine) = (header.ids(), self.space(In::Mine(person))?);
        let written = bundle::write(path, &header.bytes(), self.store()?, &ids, mine.bundle_keys(), beside);
        let verified = written.and_then(|()| self.verify_copy(path, &ids, mine.bundle_keys()));
        if verified.is_err() {
            // What does not hold must not lie about; if it cannot be removed it still does not count.
            let _ = std::fs::remove_file(path);
        }
        verified
    }

    /// Restores a copy into a temporary place and compares it with what is open: only then does it count.
    fn verify_copy(&self, path: &Path, ids: &BTreeSet<SpaceId>, keys: &BundleKeys) -> Result<()> {
        let trial = Trial::begin(&self.folder)?;
        let store = Store::open(&trial.0)?;
        Bundle::open(path)?.copy_into(&store, ids, keys, &beside(path))?;
        for id in ids {
            let open = self.open_space_of(*id).ok_or(Error::Closed)?;
            let twin = open.twin(&store)?;
            if twin.heads() != open.heads() || store.words_in(*id)? != self.store()?.words_in(*id)? {
                return Err(Error::DamagedBundle("not what was copied"));
            }
            twin.check_words(&store)?;
        }
        Ok(())
    }

    fn header(&mut self, person: PersonId, now: Now) -> Result<Header> {
        let slots = self.slots.people.get(&person).cloned().ok_or(Error::Gone)?;
        let mut spaces = BTreeMap::new();
        for which in self.open_spaces() {
            let id = self.space(which)?.id();
            let wraps = self.slots.spaces.get(&id).ok_or(Error::Gone)?;
            let hers = wraps.wraps.iter().filter(|(one, _)| **one == person).map(|(one, wrap)| (*one, wrap.clone()));
            spaces.insert(id, SpaceWraps { owner: wraps.owner, left_behind: false, wraps: hers.collect() });
        }
        let DoorCard { people, remembered, language, region, theme, .. } = self.card.clone();
        let people = people.into_iter().chain(remembered).collect();
        let inside = Inside { made_on: now.today, commits: self.store()?.commits(), people, language, region, theme };
        let plain = serde_json::to_vec(&inside).expect("a card has only text keys");
        let Self { mine, rng, card, .. } = self;
        let space = mine.get(&person).ok_or(Error::Closed)?;
        let sealed = space.bundle_keys().seal_inside(space.id(), &plain, &mut **rng);
        Ok(Header { family: card.family, person, slots, spaces, inside: BASE64.encode(sealed.bytes()) })
    }

    fn renew_copy(&self, path: &Path, slots: &PersonSlots, key: Option<&PersonKey>) -> Result<()> {
        let bundle = Bundle::open(path)?;
        let header = Header::read(bundle.header())?;
        if header.slots == *slots {
            return Ok(());
        }
        let (ids, person) = (header.ids(), header.person);
        let keys = header.keys(key, || Ok(self.space(In::Mine(person))?.bundle_keys().clone()))?;
        let fresh = Header { slots: slots.clone(), ..header };
        let making = path.with_extension("new");
        let renewed =
            bundle::rewrap(path, &making, &fresh.bytes(), &ids, &keys).and_then(|()| disk::rename(&making, path));
        if renewed.is_err() {
            let _ = std::fs::remove_file(&making);
        }
        renewed.and_then(|()| disk::sync_folder(path.parent().unwrap_or(Path::new("."))))
    }

    /// Names what her spaces are now: it changes with every change, and with what opens them.
    fn mark(&self, person: PersonId) -> Result<String> {
        let mut hash = blake3::Hasher::new();
        for which in self.open_spaces() {
            let space = self.space(which)?;
            hash.update(space.id().bytes());
            for head in space.heads().into_values().flatten() {
                hash.update(&head);
            }
        }
        let opens = (self.slots.people.get(&person), &self.card.people);
        hash.update(&serde_json::to_vec(&opens).expect("slots and cards have only text keys"));
        Ok(hash.finalize().to_hex().to_string())
    }

    fn remembered(&self, person: PersonId) -> Result<Remembered> {
        let Some(plain) = self.space(In::Mine(person))?.local(self.store()?, COPIES)? else {
            return Ok(Remembered::default());
        };
        serde_json::from_slice(&plain).map_err(|_| Error::DamagedStore("what is known of copies"))
    }

    fn remember(&mut self, person: PersonId, remembered: &Remembered) -> Result<()> {
        let plain = serde_json::to_vec(remembered).map_err(|_| Error::NoSuchFolder)?;
        let mine = In::Mine(person);
        let ((), ink) = self.compose(mine, |pen| Ok(pen.local(COPIES, &plain)))?;
        self.commit_for_good(vec![(mine, ink)]).map(|_| ())
    }

    fn open_space_of(&self, id: SpaceId) -> Option<&OpenSpace> {
        self.mine.values().chain(self.ours.as_ref()).find(|space| space.id() == id)
    }
}

impl Header {
    pub(super) fn read(bytes: &[u8]) -> Result<Self> {
        let header: Self = serde_json::from_slice(bytes).map_err(|_| Error::DamagedBundle("its header's form"))?;
        header.mine()?;
        if header.spaces.len() > 2 {
            return Err(Error::DamagedBundle("more spaces than there can be"));
        }
        Ok(header)
    }

    fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a header has only text keys")
    }

    pub(super) fn ids(&self) -> BTreeSet<SpaceId> {
        self.spaces.keys().copied().collect()
    }

    fn mine(&self) -> Result<SpaceId> {
        let mine = self.spaces.iter().find(|(_, space)| space.owner == Owner::One(self.person));
        mine.map(|(id, _)| *id).ok_or(Error::DamagedBundle("a header without her own space"))
    }

    /// Finds what seals the copy, with her own key where it is at hand.
    fn keys(&self, key: Option<&PersonKey>, open: impl FnOnce() -> Result<BundleKeys>) -> Result<BundleKeys> {
        let Some(key) = key else { return open() };
        let mine = self.mine()?;
        let wrapped = self.spaces[&mine].wraps.get(&self.person).ok_or(Error::DamagedBundle("its header's keys"))?;
        Ok(BundleKeys::of(&key.unwrap(wrapped, mine, Owner::One(self.person), self.person)?))
    }

    /// Opens what the head says only to her.
    fn inside(&self, keys: &BundleKeys) -> Result<Inside> {
        let sealed = BASE64.decode(&self.inside).map_err(|_| Error::DamagedBundle("its header's form"))?;
        let plain = keys.open_inside(self.mine()?, sealed)?;
        serde_json::from_slice(&plain).map_err(|_| Error::DamagedBundle("its header's form"))
    }

    /// Opens her key with the passphrase of the copy, or with the spare words of then.
    fn open(&self, words: &Passphrase) -> Result<PersonKey> {
        if let (Ok(spare), Some(slot)) = (SpareWords::typed(words.reveal()), &self.slots.spare_words) {
            return slot.open_with_spare_words(self.person, &spare);
        }
        self.slots.passphrase.open_with_passphrase(self.person, words)
    }
}

impl Copy {
    /// Tells how many commits the store had taken when it was made.
    pub(super) fn commits(&self) -> u64 {
        self.inside.commits
    }

    /// Tells the day it was made.
    pub(super) fn made_on(&self) -> NaiveDate {
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

impl Trial {
    fn begin(home: &Path) -> Result<Self> {
        let folder = home.join("trial");
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        files::make_folder(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        // What stays is sealed, and is swept away before the next trial.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Finds a file name in her folder that is not taken: nothing of hers is ever written over.
pub(super) fn free_place(folder: &Path, day: NaiveDate, ending: &str) -> Result<PathBuf> {
    if !folder.is_dir() {
        return Err(Error::NoSuchFolder);
    }
    let name = |at: u32| {
        if at == 1 { format!("twinflower-{day}.{ending}") } else { format!("twinflower-{day}-{at}.{ending}") }
    };
    Ok((1..).map(|at| folder.join(name(at))).find(|path| !path.exists()).expect("some number is free"))
}

/// Names a file as it stands in its folder.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn beside(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new(".")).join("blobs")
}

/// Removes photos that no copy refers to; while any copy cannot be read, none.
fn sweep_beside(backups: &Backups) -> Result<()> {
    let mut kept = BTreeSet::new();
    for day in backups.days()? {
        let read = Bundle::open(&backups.path(day)).and_then(|bundle| {
            let ids = Header::read(bundle.header())?.ids();
            bundle.check(&ids)
        });
        match read {
            Ok(beside) => kept.extend(beside),
            Err(_) => return Ok(()),
        }
    }
    bundle::sweep_beside(&backups.beside(), &kept)
}
