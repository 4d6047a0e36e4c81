//! A store written afresh into another folder: to take off the disk what was erased, to go on after a write that the disk
//! did not confirm, and to begin again where it cannot be read.

use super::names::{COMMITS, ERASED, FRAME, WORDS};
use super::{Before, Store, check_room, files, generation};
use crate::domain::ids::SpaceId;
use crate::domain::words::WordsRef;
use crate::{Error, Result};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::path::Path;

/// The file beside sled's own that holds what an act that was refused would have replaced: sealed, as it was in the rows.
const REFUSED: &str = "refused";

/// The most bytes it may have: far more than one act replaces.
const MOST_REFUSED: u64 = 1 << 28;

impl Store {
    /// Sets a store that cannot be read whole aside under a dated name, and begins a fresh one in its place.
    ///
    /// What can still be read goes along, but for the documents of some spaces: those `fill` writes, from the old store
    /// where it opens at all. Nothing is deleted, and until the fresh one is whole nothing is changed.
    pub(crate) fn begin_afresh(
        home: &Path,
        day: NaiveDate,
        but: &BTreeSet<SpaceId>,
        fill: impl FnOnce(Option<&Self>, &mut Self) -> Result<()>,
    ) -> Result<Self> {
        let current = generation::current(home)?;
        check_room(home)?;
        let old = Self::try_open(&current).ok();
        let (folder, number) = generation::fresh(&current)?;
        let mut fresh = Self { is_current: false, ..Self::try_open(&folder)? };
        if let Some(old) = &old {
            fresh.copy_readable(old, but)?;
        }
        fill(old.as_ref(), &mut fresh)?;
        fresh.confirm()?;
        drop(old);
        generation::set_aside(&current, day, number)?;
        fresh.is_current = true;
        Ok(fresh)
    }

    /// Writes every live row into a fresh folder, makes that the store, and removes the old folder.
    pub(crate) fn write_afresh(&mut self) -> Result<()> {
        let (folder, number) = generation::fresh(&self.folder)?;
        let home = self.folder.parent().unwrap_or(Path::new(".")).to_owned();
        let written = self.written_into(&folder).and_then(|fresh| {
            // From here on a power cut may leave either of the two: nothing is acknowledged before it is known which.
            self.refused.get_or_insert_with(Before::new);
            generation::switch(&home, number).map(|()| fresh)
        });
        match written {
            Ok(fresh) => {
                *self = fresh;
                generation::sweep(&home, number)
            }
            Err(error) => {
                // What stays takes room, and is swept away when the store next opens.
                let _ = std::fs::remove_dir_all(&folder);
                Err(error)
            }
        }
    }

    /// Holds what stood before an act that the disk did not confirm, and tries at once to go on from there.
    pub(super) fn refuse(&mut self, before: Before, error: Error) -> Error {
        // Going on in another folder would make a half filled store the current one.
        if !self.is_current {
            return unconfirmed(error);
        }
        let mut undo = sled::Batch::default();
        for (name, was) in &before {
            match was {
                Some(piece) => undo.insert(name, piece),
                None => undo.remove(name),
            }
        }
        // Each of these may fail on such a disk. Whichever does not keeps a later start from finding the act.
        let _ = self.rows.apply_batch(undo).and_then(|()| self.db.flush());
        self.refused = Some(before);
        if self.recover().is_err() {
            let _ = self.write_refused();
        }
        unconfirmed(error)
    }

    fn write_refused(&self) -> Result<()> {
        let rows =
            self.refused.iter().flatten().map(|(name, was)| (name.to_vec(), was.as_ref().map(|was| was.to_vec())));
        let text = serde_json::to_vec(&rows.collect::<Vec<_>>()).expect("rows are only bytes");
        files::replace(&self.folder.join(REFUSED), &text)
    }

    /// Goes on after a write that the disk did not confirm: only once what was live before it stands in a fresh folder.
    ///
    /// The kernel has marked the failed pages clean, so that a second fsync of the old folder would lie.
    pub(super) fn recover(&mut self) -> Result<()> {
        if self.refused.is_none() {
            return Ok(());
        }
        let written = self.write_afresh();
        // What could not be swept away is in nobody's way.
        if self.refused.is_none() { Ok(()) } else { written.map_err(unconfirmed) }
    }

    fn written_into(&self, folder: &Path) -> Result<Self> {
        let mut fresh = Self::try_open(folder)?;
        for row in self.scan(&[]) {
            let (name, piece) = row?;
            if *name != *ERASED {
                fresh.rows.insert(name, piece)?;
            }
        }
        (fresh.commits, fresh.least) = (self.commits, self.least);
        fresh.confirm()?;
        Ok(fresh)
    }

    /// Copies what can be read of a damaged store: not the documents of some spaces, and no words that are not themselves.
    fn copy_readable(&mut self, old: &Self, but: &BTreeSet<SpaceId>) -> Result<()> {
        let mut last = Vec::new();
        for row in old.scan(&[]) {
            let Ok((name, _)) = row else { continue };
            let whole = name[..name.len().saturating_sub(2)].to_vec();
            if whole == last || *name == *ERASED || *name == *COMMITS {
                continue;
            }
            let is_left = whole[0] == FRAME && but.iter().any(|space| whole.get(1..17) == Some(space.bytes()));
            if let Some(sealed) = old.joined(&whole).ok().flatten().filter(|_| !is_left) {
                let is_itself = whole[0] != WORDS || whole.get(33..65) == Some(WordsRef::of(sealed.bytes()).bytes());
                if is_itself {
                    self.copy_row(&whole, &sealed)?;
                }
            }
            last = whole;
        }
        self.count_from(old.commits);
        Ok(())
    }
}

/// Reads what stood before an act that was refused when this folder was last open.
pub(super) fn refused_before(folder: &Path) -> Result<Option<Before>> {
    let Some(text) = files::read(&folder.join(REFUSED), MOST_REFUSED)? else { return Ok(None) };
    parse_refused(&text).map(Some)
}

pub(crate) fn parse_refused(text: &[u8]) -> Result<Before> {
    let rows: Vec<(Vec<u8>, Option<Vec<u8>>)> =
        serde_json::from_slice(text).map_err(|_| Error::DamagedStore("what was refused"))?;
    Ok(rows.into_iter().map(|(name, was)| (name.into(), was.map(Into::into))).collect())
}

/// Tells a failure as what it means to who was writing: it was not kept.
pub(super) fn unconfirmed(error: Error) -> Error {
    match error {
        Error::File(_) => Error::SavingStopped,
        other => other,
    }
}
