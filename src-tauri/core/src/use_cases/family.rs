//! A family opened on this computer, and the session: who of the two is here.

use super::door::{DoorCard, Slots};
use super::mark::Mark;
use super::me::IDLE_MINUTES;
use super::newcomer::Newcomer;
use super::pages::{SignedParts, forget_printed};
use super::secrets::FreshSpareWords;
use super::undo::Undo;
use crate::domain::ids::{CelebrationId, FamilyId, ItemId, PersonId, SpaceId};
use crate::domain::person::Owner;
use crate::space::{Ink, OpenSpace, Pen};
use crate::store::{Batch, Store};
use crate::vault::{Hardness, Passphrase, PersonKey, SpaceKey};
use crate::views::{DoorView, HereView, PersonView};
use crate::{Error, Result};
use chrono::NaiveDate;
use rand_core::CryptoRng;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What the world outside says at the moment of a use case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The local calendar day.
    pub today: NaiveDate,
}

impl Now {
    /// The first day that anything may be of.
    const FIRST: NaiveDate = NaiveDate::from_ymd_opt(1900, 1, 1).expect("1 January 1900 is in the calendar");

    /// Refuses a day that has not come yet, or that nobody here has lived.
    pub(super) fn check_past(&self, day: Option<NaiveDate>) -> Result<()> {
        match day {
            Some(day) if day > self.today => Err(Error::FutureDay),
            Some(day) if day < Self::FIRST => Err(Error::LongAgo),
            _ => Ok(()),
        }
    }
}

/// A family on this computer: its door, and what is open of it.
pub struct Family {
    pub(super) folder: PathBuf,
    pub(super) card: DoorCard,
    pub(super) slots: Slots,
    pub(super) rng: Box<dyn CryptoRng + Send>,
    pub(super) hardness: fn() -> Hardness,
    pub(super) newcomer: Option<Newcomer>,
    pub(super) fresh_spare_words: Option<FreshSpareWords>,
    pub(super) undo: Vec<(Owner, Undo)>,
    /// Celebrations put off while no space of one person was open to keep that in, and the day on which.
    pub(super) put_off: BTreeMap<CelebrationId, NaiveDate>,
    /// After how many quiet minutes each wants everything locked, as read while her own space was open.
    pub(super) idle: BTreeMap<PersonId, Option<u32>>,
    /// What each has signed off of a page to print.
    pub(super) signed_parts: SignedParts,
    pub(super) mark: Mark,
    /// Whether the folder was found to be older than what was kept on this computer before.
    pub(super) put_back: bool,
    actor: [u8; 16],
    pub(super) store: Option<Store>,
    here: BTreeSet<PersonId>,
    pub(super) mine: BTreeMap<PersonId, OpenSpace>,
    pub(super) ours: Option<OpenSpace>,
}

/// Which of the open spaces something is in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum In {
    Mine(PersonId),
    Ours,
}

impl Family {
    /// Reads the door of the family in this folder; an empty folder is a family nobody has joined yet.
    ///
    /// `hardness` finds what a new passphrase is made to cost here; it is asked only when one is made. The store itself opens with the first who comes in.
    pub fn at(folder: &Path, mut rng: Box<dyn CryptoRng + Send>, hardness: fn() -> Hardness) -> Result<Self> {
        let card = match DoorCard::read(folder)? {
            Some(card) => card,
            None => DoorCard::new(FamilyId::draw(&mut *rng)),
        };
        let slots = Slots::read(folder)?;
        let mut actor = [0; 16];
        rng.fill_bytes(&mut actor);
        Ok(Self {
            folder: folder.to_owned(),
            card,
            slots,
            rng,
            hardness,
            newcomer: None,
            fresh_spare_words: None,
            undo: Vec::new(),
            put_off: BTreeMap::new(),
            idle: BTreeMap::new(),
            signed_parts: SignedParts::new(),
            mark: Mark::default(),
            put_back: false,
            actor,
            store: None,
            here: BTreeSet::new(),
            mine: BTreeMap::new(),
            ours: None,
        })
    }

    /// Shows the door.
    pub fn door(&self) -> DoorView {
        DoorView {
            people: self.card.people.iter().map(|person| self.person(person.id)).collect(),
            language: self.card.language.clone(),
            region: self.card.region.clone(),
            theme: self.card.theme.clone(),
            readable: self.card.readable.clone(),
            readable_words: self.card.readable_words.clone(),
        }
    }

    /// Lets a person in. The store opens while the passphrase is being tried.
    ///
    /// When both are here, both private spaces close and their keys are wiped.
    pub fn come_in(&mut self, person: PersonId, passphrase: &Passphrase) -> Result<HereView> {
        let slots = self.slots.people.get(&person).ok_or(Error::Gone)?;
        let folder = self.folder.join("store");
        let needs_store = self.store.is_none();
        let (key, store) = std::thread::scope(|scope| {
            let store = needs_store.then(|| scope.spawn(|| Store::open(&folder)));
            let key = slots.passphrase.open_with_passphrase(person, passphrase);
            (key, store.map(|store| store.join().unwrap_or(Err(Error::DamagedStore("opening")))))
        });
        let key = key?;
        if let Some(store) = store {
            self.store = Some(store?);
        }
        let key = std::rc::Rc::new(key);
        self.bring_back_what_waits(person, &key)?;
        self.check_is_there(person)?;
        let was_here = self.is_here(person);
        if let Err(error) = self.enter(person, &key) {
            if !was_here {
                self.lock(person);
            }
            return Err(error);
        }
        Ok(self.whos_here())
    }

    /// Locks one person's side: her documents and keys are dropped, and what could be undone is forgotten.
    pub fn lock(&mut self, person: PersonId) -> HereView {
        self.here.remove(&person);
        self.mine.remove(&person);
        self.undo.clear();
        self.signed_parts.clear();
        forget_printed(&self.folder);
        if self.here.is_empty() {
            self.lock_all();
        } else if !self.all_here_may_see_ours() {
            self.ours = None;
        }
        self.whos_here()
    }

    /// Locks everything: after this nothing of anybody's is in this object.
    pub fn lock_all(&mut self) {
        self.here.clear();
        self.mine.clear();
        self.ours = None;
        self.undo.clear();
        self.signed_parts.clear();
        forget_printed(&self.folder);
        self.put_off.clear();
        self.newcomer = None;
        self.fresh_spare_words = None;
        self.idle.clear();
        self.store = None;
    }

    /// Tells whether there is a year of what is open that was not read yet.
    pub fn has_more_ahead(&self) -> bool {
        self.open_spaces().into_iter().any(|which| self.space(which).is_ok_and(OpenSpace::has_more_years))
    }

    /// Reads the newest year of what is open that was not read yet, and tells whether there was one.
    ///
    /// Whatever needs a year reads it by itself; reading ahead only spares her the moment it takes.
    pub fn read_ahead(&self) -> Result<bool> {
        for which in self.open_spaces() {
            if self.space(which)?.read_one_more_year(self.store()?)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Tells who is here and what is open.
    pub fn whos_here(&self) -> HereView {
        HereView {
            here: self.here.iter().map(|id| self.person(*id)).collect(),
            mine_is_open: self.mine.keys().copied().collect::<Vec<_>>(),
            ours_is_open: self.ours.is_some(),
            together: self.here.len() == 2,
            newcomer: self.newcomer_to_greet(),
            idle_minutes: self
                .here
                .iter()
                .filter_map(|person| self.idle.get(person).copied().unwrap_or(Some(IDLE_MINUTES)))
                .min(),
            can_undo: self.can_undo(),
            put_back: self.put_back,
        }
    }

    /// Returns the sealed frames of *ours*: the bytes that the other could ever be sent.
    pub fn frames_of_ours(&self) -> Result<Vec<Vec<u8>>> {
        self.space(In::Ours)?.frames(self.store()?)
    }

    /// Returns the sealed bytes that an item has on the disk in the spaces that are open, to hunt for once it is deleted.
    pub fn sealed_bytes_of(&self, item: ItemId) -> Result<Vec<Vec<u8>>> {
        let mut sealed = Vec::new();
        for which in self.open_spaces() {
            sealed.extend(self.store()?.sealed_of(self.space(which)?.id(), item)?);
        }
        Ok(sealed)
    }

    pub(super) fn person(&self, id: PersonId) -> PersonView {
        let found = self.card.people.iter().chain(&self.card.remembered).find(|person| person.id == id);
        PersonView {
            id,
            name: found.map(|person| person.name.clone()).unwrap_or_default(),
            colour: found.map_or(crate::domain::person::Colour::Fern, |person| person.colour),
            here: self.here.contains(&id),
        }
    }

    /// Opens what a person's key opens.
    pub(super) fn enter(&mut self, person: PersonId, key: &PersonKey) -> Result<()> {
        // Another public half in her slots would have what is shared from now on wrapped for somebody else.
        if self.slots.people.get(&person).is_none_or(|slots| slots.public != key.public()) {
            return Err(Error::DamagedSlot("a public key that is not hers"));
        }
        self.notice_older_store(person, key);
        let store = self.store.as_ref().ok_or(Error::Closed)?;
        let open = |owner| -> Result<Option<OpenSpace>> {
            let Some((id, space)) = self.slots.space_of(owner) else { return Ok(None) };
            let Some(wrapped) = space.wraps.get(&person) else { return Ok(None) };
            let space_key = key.unwrap(wrapped, id, owner, person)?;
            OpenSpace::open(id, &space_key, self.actor, store).map(Some)
        };
        let together = self.here.iter().any(|other| *other != person);
        let mine = if together { None } else { open(Owner::One(person))? };
        let ours = if self.ours.is_none() { open(Owner::Both)? } else { None };
        if together {
            self.mine.clear();
            self.undo.clear();
        }
        self.mine.extend(mine.map(|space| (person, space)));
        self.here.insert(person);
        self.ours = self.ours.take().or(ours).filter(|_| self.all_here_may_see_ours());
        if !together {
            self.recall_idle(person)?;
            self.catch_up_at_the_door()?;
        }
        self.keep_mark();
        Ok(())
    }

    /// Opens *ours* with its key, once everybody who is here may see it.
    pub(super) fn open_ours(&mut self, id: SpaceId, key: &SpaceKey) -> Result<()> {
        if self.ours.is_none() && self.all_here_may_see_ours() {
            self.ours = Some(OpenSpace::open(id, key, self.actor, self.store()?)?);
        }
        Ok(())
    }

    /// Lends the writer's name that changes of this process carry.
    pub(super) fn actor(&self) -> [u8; 16] {
        self.actor
    }

    /// Tells whether a person is in.
    pub(super) fn is_here(&self, person: PersonId) -> bool {
        self.here.contains(&person)
    }

    /// Opens the store for a family that has none open yet.
    pub(super) fn open_store(&mut self) -> Result<()> {
        if self.store.is_none() {
            self.store = Some(Store::open(&self.folder.join("store"))?);
        }
        Ok(())
    }

    /// Returns the one person who is here alone.
    pub(super) fn alone(&self) -> Result<PersonId> {
        match self.here.iter().collect::<Vec<_>>()[..] {
            [person] => Ok(*person),
            [] => Err(Error::Closed),
            _ => Err(Error::NeedsHerPassphrase),
        }
    }

    /// Finds where something new goes: into *mine* while she is alone, into *ours*, for both, while both are here.
    pub(super) fn where_new_things_go(&self) -> Result<(In, Owner)> {
        match self.here.iter().collect::<Vec<_>>()[..] {
            [] => Err(Error::Closed),
            [person] => Ok((In::Mine(*person), Owner::One(*person))),
            _ => Ok((In::Ours, Owner::Both)),
        }
    }

    /// Holds the rule for what binds or exposes one person (CARE.md, Always 4): she is here alone, or gives her passphrase.
    /// Answers with whose act it is.
    pub(super) fn signed(&self, owner: Owner, passphrase: Option<&Passphrase>) -> Result<Owner> {
        let Owner::One(person) = owner else {
            return if self.here.is_empty() { Err(Error::Closed) } else { Ok(self.whose_act()) };
        };
        if !self.here.contains(&person) {
            return Err(Error::NotHers);
        }
        if self.here.len() == 1 {
            return Ok(owner);
        }
        let passphrase = passphrase.ok_or(Error::NeedsHerPassphrase)?;
        let slots = self.slots.people.get(&person).ok_or(Error::Gone)?;
        slots.passphrase.open_with_passphrase(person, passphrase).map(|_| owner)
    }

    pub(super) fn store(&self) -> Result<&Store> {
        self.store.as_ref().ok_or(Error::Closed)
    }

    pub(super) fn space(&self, which: In) -> Result<&OpenSpace> {
        match which {
            In::Mine(person) => self.mine.get(&person).ok_or(Error::Closed),
            In::Ours => self.ours.as_ref().ok_or(Error::Closed),
        }
    }

    /// Lists the spaces that are open, *mine* first.
    pub(super) fn open_spaces(&self) -> Vec<In> {
        self.mine.keys().map(|person| In::Mine(*person)).chain(self.ours.as_ref().map(|_| In::Ours)).collect()
    }

    /// Writes into one space as one transaction: all of it is on the disk when this returns, or nothing is anywhere.
    pub(super) fn write<T>(&mut self, which: In, what: impl FnOnce(&mut Pen) -> Result<T>) -> Result<T> {
        self.write_by(self.whose_act(), which, what)
    }

    /// Fills a pen for one space without applying anything yet.
    pub(super) fn compose<T>(&mut self, which: In, what: impl FnOnce(&mut Pen) -> Result<T>) -> Result<(T, Ink)> {
        let Self { store, mine, ours, rng, .. } = self;
        let space = match which {
            In::Mine(person) => mine.get(&person),
            In::Ours => ours.as_ref(),
        };
        let mut pen = space.ok_or(Error::Closed)?.pen(store.as_ref().ok_or(Error::Closed)?, &mut **rng);
        let answer = what(&mut pen)?;
        Ok((answer, pen.lift()))
    }

    /// Applies filled pens of one use case as one transaction, and remembers how to undo it.
    pub(super) fn commit(&mut self, inks: Vec<(In, Ink)>) -> Result<()> {
        self.commit_by(self.whose_act(), inks)
    }

    /// Applies filled pens as one transaction, and answers with what would put their registers back.
    pub(super) fn commit_for_good(&mut self, inks: Vec<(In, Ink)>) -> Result<Undo> {
        let mut undo = Undo::default();
        let touched = inks.iter().map(|(which, _)| *which).collect();
        self.commit_spaces(touched, |mine, ours, batch, store, rng| {
            inks.into_iter().try_for_each(|(which, ink)| {
                undo.0.push((which, open_space(mine, ours, which)?.apply(ink, batch, store, rng)?));
                Ok(())
            })
        })?;
        Ok(undo)
    }

    /// Commits what `fill` changes in some open spaces; if that fails, they are again what they were before it.
    pub(super) fn commit_spaces(
        &mut self,
        touched: Vec<In>,
        fill: impl FnOnce(
            &mut BTreeMap<PersonId, OpenSpace>,
            &mut Option<OpenSpace>,
            &mut Batch,
            &Store,
            &mut dyn CryptoRng,
        ) -> Result<()>,
    ) -> Result<()> {
        let Self { store, mine, ours, rng, .. } = self;
        let store = store.as_mut().ok_or(Error::Closed)?;
        let mut batch = Batch::default();
        let filled = fill(mine, ours, &mut batch, store, &mut **rng);
        let committed = filled.and_then(|()| if batch.is_empty() { Ok(()) } else { store.commit(&batch) });
        if committed.is_err() {
            let reloaded = touched.into_iter().try_for_each(|which| open_space(mine, ours, which)?.reload(store));
            if reloaded.is_err() {
                // What is in memory is no longer what is on the disk: nothing more may be read or written from it.
                self.lock_all();
            }
        }
        self.keep_mark();
        committed
    }

    /// Tells whether everybody who is here has been let into *ours*: a newcomer beside the first sees it only after the yes.
    fn all_here_may_see_ours(&self) -> bool {
        self.slots
            .space_of(Owner::Both)
            .is_some_and(|(_, space)| self.here.iter().all(|person| space.wraps.contains_key(person)))
    }
}

fn open_space<'a>(
    mine: &'a mut BTreeMap<PersonId, OpenSpace>,
    ours: &'a mut Option<OpenSpace>,
    which: In,
) -> Result<&'a mut OpenSpace> {
    match which {
        In::Mine(person) => mine.get_mut(&person),
        In::Ours => ours.as_mut(),
    }
    .ok_or(Error::Closed)
}
