//! The words that open her space: changed, lost, used up, made anew.

use super::door::Slots;
use super::family::Family;
use super::newcomer::Newcomer;
use crate::domain::ids::PersonId;
use crate::domain::person::Owner;
use crate::vault::{Passphrase, PersonKey, Slot, SpareWords};
use crate::views::HereView;
use crate::{Error, Result};

/// Spare words that were shown and have yet to be tried once; in memory only.
pub(super) struct FreshSpareWords {
    person: PersonId,
    key: PersonKey,
    words: SpareWords,
}

impl Family {
    /// Changes her passphrase. What it opens stays as it is; her spare words stay good.
    pub fn change_passphrase(&mut self, person: PersonId, old: &Passphrase, fresh: &Passphrase) -> Result<()> {
        let slots = self.slots.people.get(&person).ok_or(Error::Gone)?;
        let key = slots.passphrase.open_with_passphrase(person, old)?;
        let slot = self.seal_under(&key, person, fresh)?;
        self.rewrite_slots(|slots| slots.people.get_mut(&person).map(|hers| hers.passphrase = slot))?;
        self.renew_copies(person, Some(&key))
    }

    /// Draws twelve new spare words for her to copy; the old ones stay good until the new ones were tried.
    pub fn begin_spare_words(&mut self, person: PersonId, passphrase: &Passphrase) -> Result<Vec<&'static str>> {
        let slots = self.slots.people.get(&person).ok_or(Error::Gone)?;
        let key = slots.passphrase.open_with_passphrase(person, passphrase)?;
        let words = SpareWords::draw(&mut *self.rng);
        let shown = words.reveal();
        self.fresh_spare_words = Some(FreshSpareWords { person, key, words });
        Ok(shown)
    }

    /// Takes the new spare words as she copied them; from then on only they are good.
    pub fn try_fresh_spare_words(&mut self, copied: &str) -> Result<()> {
        let fresh = self.fresh_spare_words.as_ref().ok_or(Error::Closed)?;
        if !SpareWords::typed(copied).is_ok_and(|words| words == fresh.words) {
            return Err(Error::SpareWordsDiffer);
        }
        let FreshSpareWords { person, key, words } = self.fresh_spare_words.take().ok_or(Error::Closed)?;
        let slot = Slot::under_spare_words(&key, person, &words, &mut *self.rng);
        self.rewrite_slots(|slots| slots.people.get_mut(&person).map(|hers| hers.spare_words = Some(slot)))?;
        self.renew_copies(person, Some(&key))
    }

    /// Opens her space with the spare words, under a fresh passphrase. Using them voids them.
    pub fn open_with_spare_words(&mut self, person: PersonId, copied: &str, fresh: &Passphrase) -> Result<HereView> {
        let words = SpareWords::typed(copied)?;
        let slots = self.slots.people.get(&person).ok_or(Error::Gone)?;
        let spare = slots.spare_words.as_ref().ok_or(Error::SpareWordsUsed)?;
        let key = spare.open_with_spare_words(person, &words)?;
        let slot = self.seal_under(&key, person, fresh)?;
        self.open_store()?;
        self.rewrite_slots(|slots| {
            slots.people.get_mut(&person).map(|hers| {
                hers.passphrase = slot;
                hers.spare_words = None;
            })
        })?;
        self.renew_copies(person, Some(&key))?;
        self.enter(person, &key)?;
        Ok(self.whos_here())
    }

    /// Lets a person begin again who has neither her passphrase nor her spare words; answers with new spare words.
    ///
    /// What she had in *mine* stays closed and is kept. Where there is another person, it takes her passphrase: she lets
    /// her back into *ours* under the new key (CARE.md, Always 12), and nobody can begin in another's place unseen.
    pub fn begin_again(
        &mut self,
        person: PersonId,
        fresh: &Passphrase,
        other: Option<&Passphrase>,
    ) -> Result<Vec<&'static str>> {
        let hers = self.card.people.iter().find(|view| view.id == person).cloned().ok_or(Error::Gone)?;
        fresh.check(&[&hers.name])?;
        let mut ours = None;
        if let Some((id, slots)) = self.slots.people.iter().find(|(id, _)| **id != person) {
            let key = slots.passphrase.open_with_passphrase(*id, other.ok_or(Error::NeedsHerPassphrase)?)?;
            let (space, wraps) = self.slots.space_of(Owner::Both).ok_or(Error::Gone)?;
            ours = wraps.wraps.get(id).map(|wrapped| key.unwrap(wrapped, space, Owner::Both, *id)).transpose()?;
        }
        self.lock_all();
        let again =
            Newcomer::draw(person, &hers.name, hers.colour, fresh, (self.hardness)(), &mut *self.rng)?.again(ours);
        let words = again.spare_words();
        self.newcomer = Some(again);
        Ok(words)
    }

    /// Replaces the slots on the disk, then in memory.
    pub(super) fn rewrite_slots(&mut self, change: impl FnOnce(&mut Slots) -> Option<()>) -> Result<()> {
        let mut slots = self.slots.clone();
        change(&mut slots).ok_or(Error::Gone)?;
        self.replace_slots(slots)
    }

    /// Puts other slots in the place of these, on the disk, then in memory.
    pub(super) fn replace_slots(&mut self, mut slots: Slots) -> Result<()> {
        slots.written += 1;
        slots.write(&self.folder)?;
        self.slots = slots;
        self.keep_mark();
        Ok(())
    }

    fn seal_under(&mut self, key: &PersonKey, person: PersonId, fresh: &Passphrase) -> Result<Slot> {
        fresh.check(&[&self.person(person).name])?;
        Slot::under_passphrase(key, person, fresh, (self.hardness)(), &mut *self.rng)
    }
}
