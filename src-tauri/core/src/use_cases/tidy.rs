//! Tidying at the end of a session: changes folded into snapshots, and what was deleted taken off the disk for real.

use super::family::Family;
use crate::Result;
use crate::space::OpenSpace;
use crate::store::Batch;

impl Family {
    /// Folds long documents, erases words that no document refers to any more, and, where anything was erased, writes the
    /// store afresh, so that not even the sealed bytes stay.
    ///
    /// It needs the open spaces, so it runs before a lock. It can fail or be cut off at any point and lose nothing.
    pub fn tidy(&mut self) -> Result<()> {
        let Self { store, mine, ours, rng, undo, .. } = self;
        let Some(store) = store.as_mut() else { return Ok(()) };
        undo.clear();
        let mut batch = Batch::default();
        let spaces: Vec<&mut OpenSpace> = mine.values_mut().chain(ours.as_mut()).collect();
        for space in spaces {
            space.fold(&mut batch, store, &mut **rng)?;
            space.erase_what_nothing_refers_to(&mut batch, store)?;
        }
        if !batch.is_empty() {
            store.commit(&batch)?;
        }
        if store.has_erased()? {
            store.write_afresh()?;
        }
        Ok(())
    }
}
