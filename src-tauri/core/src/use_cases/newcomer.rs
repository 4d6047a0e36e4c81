//! How a person makes her way in: a name, a passphrase, twelve spare words copied and tried once; then, for the second,
//! the first one's yes.

use super::door::{CardPerson, PersonSlots, Slots, SpaceWraps};
use super::family::Family;
use crate::domain::ids::{PersonId, SpaceId};
use crate::domain::person::{Colour, Owner};
use crate::domain::words::Words;
use crate::vault::{Hardness, Passphrase, PersonKey, Slot, SpaceKey, SpareWords};
use crate::views::{HereView, NewcomerView};
use crate::{Error, Result};
use rand_core::CryptoRng;

/// What a person says of herself when she comes.
#[derive(Clone, Debug, serde::Deserialize, specta::Type)]
pub struct PersonWords {
    /// Her name as she writes it.
    pub name: String,
    /// Her colour.
    pub colour: Colour,
}

/// Somebody who is on her way in and has yet to try her spare words; in memory only.
pub(super) struct Newcomer {
    id: PersonId,
    name: Words,
    colour: Colour,
    key: PersonKey,
    slot: Slot,
    spare_words: SpareWords,
    /// Set when she has been here before: what she had is left behind closed.
    again: bool,
    /// The key of *ours*, when the other has let her back in.
    ours: Option<SpaceKey>,
}

impl Newcomer {
    /// Draws her keys and her spare words, and seals the first under her passphrase.
    pub(super) fn draw(
        id: PersonId,
        name: &str,
        colour: Colour,
        passphrase: &Passphrase,
        hardness: Hardness,
        rng: &mut dyn CryptoRng,
    ) -> Result<Self> {
        let key = PersonKey::draw(rng);
        let slot = Slot::under_passphrase(&key, id, passphrase, hardness, rng)?;
        let (name, spare_words) = (Words::name(name)?, SpareWords::draw(rng));
        Ok(Self { id, name, colour, key, slot, spare_words, again: false, ours: None })
    }

    /// Marks her as one who has been here before.
    pub(super) fn again(self, ours: Option<SpaceKey>) -> Self {
        Self { again: true, ours, ..self }
    }

    /// Returns her twelve spare words.
    pub(super) fn spare_words(&self) -> Vec<&'static str> {
        self.spare_words.reveal()
    }
}

impl Family {
    /// Offers five generated words for a passphrase.
    pub fn offer_passphrase(&mut self) -> Passphrase {
        Passphrase::offer(&mut *self.rng)
    }

    /// Takes a newcomer's name and passphrase, and returns her twelve spare words to copy by hand.
    ///
    /// Nothing is kept before [`Family::try_spare_words`]. Each comes alone at the screen: the other one's side is locked.
    pub fn begin(&mut self, person: &PersonWords, passphrase: &Passphrase) -> Result<Vec<&'static str>> {
        let name = Words::name(&person.name)?;
        if self.card.people.len() == 2 {
            return Err(Error::TwoAlready);
        }
        passphrase.check(&[name.as_str()])?;
        self.lock_all();
        // Whose words came back with a copy of *ours* finds them hers again; until the other's yes she sees none of them.
        let before = self.card.remembered.iter().find(|one| one.name == name.as_str()).map(|one| one.id);
        let id = before.unwrap_or_else(|| PersonId::draw(&mut *self.rng));
        let hardness = (self.hardness)();
        let newcomer = Newcomer::draw(id, name.as_str(), person.colour, passphrase, hardness, &mut *self.rng)?;
        let words = newcomer.spare_words();
        self.newcomer = Some(newcomer);
        Ok(words)
    }

    /// Takes the twelve words as she copied them; when they are right she is in.
    ///
    /// The first person makes *ours* as well. The slots are written before the door card: a power cut in between leaves
    /// nobody half in.
    pub fn try_spare_words(&mut self, copied: &str) -> Result<HereView> {
        let newcomer = self.newcomer.as_ref().ok_or(Error::Closed)?;
        if !SpareWords::typed(copied).is_ok_and(|words| words == newcomer.spare_words) {
            return Err(Error::SpareWordsDiffer);
        }
        self.open_store()?;
        let newcomer = self.newcomer.take().ok_or(Error::Closed)?;
        let mut slots = self.slots.clone();
        self.make_spaces(&mut slots, &newcomer)?;
        let spare = Slot::under_spare_words(&newcomer.key, newcomer.id, &newcomer.spare_words, &mut *self.rng);
        let hers =
            PersonSlots { public: newcomer.key.public(), passphrase: newcomer.slot.clone(), spare_words: Some(spare) };
        if let Some(before) = slots.people.insert(newcomer.id, hers) {
            slots.left_behind.push(before);
        }
        self.replace_slots(slots)?;
        if !newcomer.again {
            let name = newcomer.name.as_str().to_owned();
            let person = CardPerson { id: newcomer.id, name, colour: newcomer.colour };
            self.rewrite_card(|card| {
                card.remembered.retain(|one| one.id != person.id);
                card.people.push(person);
            })?;
        }
        self.enter(newcomer.id, &newcomer.key)?;
        Ok(self.whos_here())
    }

    /// Says yes to the newcomer: *ours* is wrapped for her key. It takes the passphrase of the one who has *ours*.
    pub fn say_yes(&mut self, newcomer: PersonId, passphrase: &Passphrase) -> Result<HereView> {
        let greeted = self.newcomer_to_greet().filter(|view| view.person.id == newcomer).ok_or(Error::Gone)?;
        let (id, space) = self.slots.space_of(Owner::Both).ok_or(Error::Gone)?;
        let (person, wrapped) = space.wraps.iter().next().ok_or(Error::Gone)?;
        let opener = self.slots.people.get(person).ok_or(Error::Gone)?;
        let key =
            opener.passphrase.open_with_passphrase(*person, passphrase)?.unwrap(wrapped, id, Owner::Both, *person)?;
        let public = self.slots.people.get(&greeted.person.id).ok_or(Error::Gone)?.public;
        let wrapped = key.wrap(&public, id, Owner::Both, newcomer, &mut *self.rng)?;
        self.rewrite_slots(|slots| slots.spaces.get_mut(&id).map(|space| drop(space.wraps.insert(newcomer, wrapped))))?;
        self.open_ours(id, &key)?;
        Ok(self.whos_here())
    }

    /// Finds who has made her way in and is not yet let into *ours*, for whoever is here and has it.
    pub(super) fn newcomer_to_greet(&self) -> Option<NewcomerView> {
        let (_, space) = self.slots.space_of(Owner::Both)?;
        space.wraps.keys().find(|person| self.is_here(**person))?;
        let (id, slots) = self.slots.people.iter().find(|(id, _)| !space.wraps.contains_key(id))?;
        let words = slots.public.six_words().map(str::to_owned).to_vec();
        Some(NewcomerView { person: self.person(*id), words })
    }

    /// Makes her own space, and *ours* where there is none that anybody can open.
    fn make_spaces(&mut self, slots: &mut Slots, newcomer: &Newcomer) -> Result<()> {
        let public = newcomer.key.public();
        let rng = &mut *self.rng;
        for (id, space) in slots.spaces.iter_mut().filter(|(_, space)| !space.left_behind) {
            if space.owner == Owner::One(newcomer.id) {
                space.left_behind = true;
            } else if space.owner == Owner::Both && newcomer.again {
                space.wraps.remove(&newcomer.id);
                if let Some(ours) = &newcomer.ours {
                    space.wraps.insert(newcomer.id, ours.wrap(&public, *id, Owner::Both, newcomer.id, rng)?);
                }
                space.left_behind = space.wraps.is_empty();
            }
        }
        for owner in [Owner::One(newcomer.id), Owner::Both] {
            if slots.space_of(owner).is_none() {
                let id = SpaceId::draw(rng);
                let wrapped = SpaceKey::draw(rng).wrap(&public, id, owner, newcomer.id, rng)?;
                let wraps = [(newcomer.id, wrapped)].into();
                slots.spaces.insert(id, SpaceWraps { owner, left_behind: false, wraps });
            }
        }
        Ok(())
    }
}
