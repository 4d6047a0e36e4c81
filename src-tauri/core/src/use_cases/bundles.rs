//! Copies of what is hers and what is shared: made by themselves, or made where she asks.
//!
//! A copy is made while she is here alone: it holds *mine* and *ours*, never the other's space. It counts only after it
//! was restored into a temporary place and held the same.

mod bring_back;
mod header;
mod trial;

pub(super) use self::header::Header;

use self::header::Inside;
use self::trial::Trial;
use super::door::{DoorCard, PersonSlots, SpaceWraps};
use super::family::{Family, In, Now};
use crate::domain::ids::{PersonId, SpaceId};
use crate::space::OpenSpace;
use crate::store::backups::{Backups, ENDING};
use crate::store::bundle::{self, Bundle, BundleKeys};
use crate::store::{Store, disk};
use crate::vault::PersonKey;
use crate::views::{CopyMade, KeptView};
use crate::{Error, Result};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The most copies elsewhere that are remembered, to be rewrapped when her passphrase changes.
const MOST_ELSEWHERE: usize = 20;

/// What is remembered of her copies, on this computer only.
const COPIES: &str = "copies";

#[derive(Clone, Default, Serialize, Deserialize)]
struct Remembered {
    /// What the spaces were at the newest copy.
    mark: Option<String>,
    failed_on: Option<NaiveDate>,
    elsewhere: Vec<PathBuf>,
}

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

    /// Makes the copy with which a fresh computer of hers begins. It is not remembered: it goes as soon as it was sent.
    pub fn copy_for_joining(&mut self, path: &Path, now: Now) -> Result<()> {
        self.write_copy(path, None, now)
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
            let kept = self.store()?;
            if twin.heads(&store)? != open.heads(kept)? || store.words_in(*id)? != kept.words_in(*id)? {
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
            for head in space.heads(self.store()?)?.into_values().flatten() {
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
