//! Tidying at the end of a session: changes folded into snapshots, and what was deleted taken off the disk for real.

use super::family::Family;
use crate::{Error, Result};

impl Family {
    /// Folds long documents, erases words that no document refers to any more, and, where anything was erased, writes the
    /// store afresh, so that not even the sealed bytes stay.
    ///
    /// It needs the open spaces, so it runs before a lock. It can fail or be cut off at any point and lose nothing.
    pub fn tidy(&mut self) -> Result<()> {
        if self.store.is_none() {
            return Ok(());
        }
        self.undo.clear();
        self.commit_spaces(self.open_spaces(), |mine, ours, batch, store, rng| {
            mine.values_mut().chain(ours.as_mut()).try_for_each(|space| {
                space.fold(batch, store, rng)?;
                space.erase_what_nothing_refers_to(batch, store)
            })
        })?;
        let store = self.store.as_mut().ok_or(Error::Closed)?;
        if store.has_erased()? { store.write_afresh() } else { Ok(()) }
    }
}
