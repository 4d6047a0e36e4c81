//! When the store cannot be read: it is set aside under a dated name, never deleted, and the newest copy that holds comes
//! back in its place, with everything of the old one that can still be read.

use super::family::{Family, Now};
use crate::domain::ids::{PersonId, SpaceId};
use crate::store::{Batch, Store};
use crate::vault::{Passphrase, PersonKey};
use crate::views::RestoreView;
use crate::{Error, Result};
use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;

impl Family {
    /// Brings back what can be brought back of a store that does not open, from the newest copy on this computer or from
    /// one she names. It takes her passphrase, and for a copy of another day the passphrase of then is tried as well.
    ///
    /// The other's own space comes back when she next comes in, with her own key.
    pub fn repair(
        &mut self,
        person: PersonId,
        passphrase: &Passphrase,
        from: Option<&Path>,
        now: Now,
    ) -> Result<RestoreView> {
        let slots = self.slots.people.get(&person).ok_or(Error::Gone)?;
        let key = Rc::new(slots.passphrase.open_with_passphrase(person, passphrase)?);
        self.lock_all();
        let mut copy = match from {
            Some(path) => self.copy_in(path, passphrase)?,
            None => self.newest_copy(person, &key)?,
        };
        let ids: BTreeSet<SpaceId> = copy.spaces.keys().copied().collect();
        if copy.header.person != person || !ids.iter().all(|id| self.slots.spaces.contains_key(id)) {
            return Err(Error::OtherFamily);
        }
        // She goes on from here knowingly: what was kept before is not asked for again.
        let least = self.known().store.max(copy.commits());
        let home = self.folder.join("store");
        let mut all_was_readable = true;
        let store = Store::begin_afresh(&home, now.today, &ids, |old, fresh| {
            fresh.count_from(least);
            for space in copy.spaces.values_mut() {
                all_was_readable &= old.is_some_and(|old| space.take_readable(old, &copy.store));
                let mut batch = Batch::default();
                space.write_whole(&copy.store, &mut batch, fresh, &mut *self.rng)?;
                fresh.commit(&batch)?;
            }
            if old.is_none() {
                // Before the fresh store is the store: of a copy that comes back too often, nothing new comes.
                let others = self.slots.people.keys().copied().filter(|other| *other != person).collect::<Vec<_>>();
                self.rewrite_slots(|slots| Some(slots.waiting.extend(others)))?;
            }
            Ok(())
        })?;
        self.store = Some(store);
        let made_on = Some(copy.made_on());
        drop(copy);
        self.enter(person, &key)?;
        Ok(RestoreView { here: self.whos_here(), made_on, brought_something: true, all_was_readable })
    }

    /// Brings a person's own space back from her newest copy, where it was in a store that had to be set aside.
    ///
    /// Where there is no copy she is told so once; then she may come in, and find her space empty.
    pub(super) fn bring_back_what_waits(&mut self, person: PersonId, key: &Rc<PersonKey>) -> Result<()> {
        if !self.slots.waiting.contains(&person) {
            return Ok(());
        }
        let copy = self.newest_copy(person, key);
        if let Ok(copy) = &copy {
            for id in copy.spaces.keys() {
                if self.slots.spaces.contains_key(id) {
                    self.bring_space(copy, *id)?;
                }
            }
        }
        self.rewrite_slots(|slots| slots.waiting.remove(&person).then_some(()))?;
        copy.map(|_| ())
    }
}
