//! What a document says of itself to another copy of it, and how it takes what that one has and it has not.
//!
//! Nothing that comes from elsewhere is trusted before it was tried: decoded one by one, looked at write by write, applied
//! to a fork, and that fork saved and read again. Only then does the live document become the fork.

use super::counted;
use super::record::GONE;
use super::{CHANGE, Document, collect, decode, genesis, text};
use crate::domain::words::WordsRef;
use crate::{Error, Result};
use automerge::legacy::{Key, ObjectId, OpType};
use automerge::{ActorId, Automerge, Change, ChangeHash, ObjId, ROOT, ReadDoc, ScalarValue, Value};
use std::collections::BTreeSet;

/// A change's name: the hash of it and of all that was before it.
pub(crate) type Hash = [u8; 32];

/// How far back, in changes, a document names what it has, so that another finds where the two parted.
const STEPS_BACK: [usize; 7] = [1, 4, 16, 64, 256, 1024, 4096];

/// What a document tells of itself: its heads, and a few of the changes behind them.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(crate) struct Standing {
    pub(crate) heads: Vec<Hash>,
    pub(crate) behind: Vec<Hash>,
}

/// Changes from elsewhere that were tried on a fork and hold.
pub(crate) struct Tried {
    pub(super) fork: Automerge,
    /// What they delete, each with the changes that the one who deleted it knew.
    pub(super) tombstones: Vec<(String, String, Vec<ChangeHash>)>,
    /// What is new of them, as frames.
    pub(crate) frames: Vec<Vec<u8>>,
}

impl Document {
    /// Tells whether anything was ever written in it.
    pub(crate) fn is_begun(&self) -> Result<bool> {
        Ok(self.auto.get_heads() != [genesis::change()?.hash()])
    }

    /// Tells what it has.
    pub(crate) fn standing(&self) -> Standing {
        let changes = self.auto.get_changes_meta(&[]);
        let behind = STEPS_BACK.iter().filter_map(|back| Some(changes.iter().rev().nth(*back)?.hash.0));
        Standing { heads: self.heads().into_iter().collect(), behind: behind.collect() }
    }

    /// Tells whether it has a change.
    pub(crate) fn has(&self, hash: &Hash) -> bool {
        self.auto.get_change_meta_by_hash(&ChangeHash(*hash)).is_some()
    }

    /// Lists the changes that one lacks who has these, each before those that build on it. Of what it does not know itself
    /// it cannot tell what is behind it: then it lists more, never less.
    pub(crate) fn changes_beyond(&self, theirs: &Standing) -> Result<Vec<Vec<u8>>> {
        let known = theirs.heads.iter().chain(&theirs.behind).filter(|hash| self.has(hash));
        let mut known: Vec<ChangeHash> = known.map(|hash| ChangeHash(*hash)).collect();
        known.push(genesis::change()?.hash());
        Ok(self.auto.get_changes(&known).iter().map(|change| change.raw_bytes().to_vec()).collect())
    }

    /// Names every record that was deleted.
    pub(crate) fn deleted(&self) -> impl Iterator<Item = &str> {
        let records = self.rows.values().flatten();
        records.filter(|(_, record)| record.is_gone()).map(|(name, _)| name.as_str())
    }

    /// Collects the references to sealed words that a change writes.
    pub(crate) fn references_of(change: &[u8], found: &mut BTreeSet<WordsRef>) -> Result<()> {
        for write in decode(change)?.decode().operations {
            if let OpType::Put(ScalarValue::Str(json)) = &write.action {
                let json = serde_json::from_str(json).map_err(|_| Error::DamagedStore("a document's field"))?;
                collect(&json, found);
            }
        }
        Ok(())
    }

    /// Tries changes from elsewhere on a fork. Whatever they are, this document stays what it is.
    pub(crate) fn tried(&self, changes: &[Vec<u8>]) -> Result<Tried> {
        let try_them = std::panic::AssertUnwindSafe(|| self.try_on_a_fork(changes));
        // A crafted change may make the document's library panic.
        std::panic::catch_unwind(try_them).unwrap_or(Err(Error::RefusedMeeting("a change that cannot be applied")))
    }

    /// Becomes what was tried; durable only once its frames are.
    pub(crate) fn take_tried(&mut self, tried: Tried) {
        self.auto = tried.fork.into();
        self.read_rows();
    }

    /// Lists the names of every change.
    #[cfg(feature = "faults")]
    pub(crate) fn every_change(&self) -> Vec<Hash> {
        self.auto.get_changes_meta(&[]).iter().map(|change| change.hash.0).collect()
    }

    fn try_on_a_fork(&self, changes: &[Vec<u8>]) -> Result<Tried> {
        let tables = self.table_ids();
        let mut fresh = Vec::new();
        for bytes in changes {
            counted::count(bytes)?;
            let change = decode(bytes).map_err(|_| Error::RefusedMeeting("a change's checksum"))?;
            check_writes(&change, &tables)?;
            if !self.has(&change.hash().0) {
                fresh.push(change);
            }
        }
        let mut fork = self.auto.clone();
        fork.apply_changes(fresh.iter().cloned()).map_err(|_| Error::RefusedMeeting("a change that does not fit"))?;
        if fresh.iter().any(|change| fork.get_change_meta_by_hash(&change.hash()).is_none()) {
            return Err(Error::RefusedMeeting("a change without what was before it"));
        }
        let read_again =
            Automerge::load(&fork.save()).map_err(|_| Error::RefusedMeeting("what cannot be read again"))?;
        if read_again.get_heads() != fork.get_heads() {
            return Err(Error::RefusedMeeting("what is read again as something else"));
        }
        let frames = fresh.iter().map(|change| [&[CHANGE], change.raw_bytes()].concat()).collect();
        let tombstones = fresh.iter().flat_map(|change| tombstones(change, &tables)).collect();
        Ok(Tried { fork, tombstones, frames })
    }

    /// Names the tables as a change names them.
    fn table_ids(&self) -> Vec<(u64, ActorId, String)> {
        let names = self.auto.keys(ROOT);
        let ids = names.filter_map(|name| match self.auto.get(ROOT, name.as_str()) {
            Ok(Some((Value::Object(_), ObjId::Id(counter, actor, _)))) => Some((counter, actor, name)),
            _ => None,
        });
        ids.collect()
    }
}

impl Tried {
    /// Tells whether a record is deleted once they are taken.
    pub(super) fn is_gone(&self, table: &ObjId, record: &str) -> bool {
        let gone = self.fork.get(table, format!("{record}.{GONE}")).ok().flatten();
        text(gone).is_some_and(|gone| gone == "true")
    }
}

/// Finds what a change deletes.
fn tombstones(change: &Change, tables: &[(u64, ActorId, String)]) -> Vec<(String, String, Vec<ChangeHash>)> {
    let writes = change.decode().operations.into_iter().filter_map(|write| {
        let (ObjectId::Id(id), Key::Map(name)) = (&write.obj, &write.key) else { return None };
        let (_, _, table) = tables.iter().find(|(counter, actor, _)| (*counter, actor) == (id.0, &id.1))?;
        let (record, field) = name.split_once('.')?;
        let deletes = matches!(&write.action, OpType::Put(ScalarValue::Str(json)) if json.as_str() == "true");
        (field == GONE && deletes).then(|| (table.clone(), record.to_owned(), change.deps().to_vec()))
    });
    writes.collect()
}

/// Refuses a change that does anything but write JSON texts into registers of the tables there are.
fn check_writes(change: &Change, tables: &[(u64, ActorId, String)]) -> Result<()> {
    if change.timestamp() != 0 || change.message().is_some() {
        return Err(Error::RefusedMeeting("a change that tells more than it writes"));
    }
    for write in change.decode().operations {
        let is_in_a_table = match &write.obj {
            ObjectId::Id(id) => tables.iter().any(|(counter, actor, _)| (*counter, actor) == (id.0, &id.1)),
            ObjectId::Root => false,
        };
        let is_a_register = matches!(&write.key, Key::Map(name) if name.contains('.'));
        let is_json = match &write.action {
            OpType::Put(ScalarValue::Str(json)) => serde_json::from_str::<serde::de::IgnoredAny>(json).is_ok(),
            _ => false,
        };
        if !is_in_a_table || !is_a_register || !is_json || write.insert {
            return Err(Error::RefusedMeeting("a write that is none of ours"));
        }
    }
    Ok(())
}
