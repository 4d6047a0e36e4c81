//! The only place that knows the CRDT: tables of registers that two people may write apart and that merge one by one.
//!
//! Every table is one flat map from `record.field` to a JSON text. A record has no map of its own, so two devices that
//! create the same record apart (an occurrence, named by its ritual and day) merge field by field instead of losing one
//! side's map. Nothing a person wrote is in here: words are references to sealed bytes.

mod apart;
mod counted;
mod crdt;
mod genesis;
mod meeting;
mod record;
mod table;

use crate::domain::words::WordsRef;
use crate::{Error, Result};
use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Automerge, Change, ReadDoc, ScalarValue, Value};
use chrono::{Datelike, NaiveDate};
use crdt::Crdt;
use record::GONE;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) use apart::{Collision, TakenAway};
pub(crate) use genesis::SCHEMA;
pub(crate) use meeting::{Hash, Standing, Tried};
pub(crate) use record::{Inverse, Put, Record};
pub(crate) use table::Table;

/// Which document of a space.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum DocumentId {
    /// What lasts: people, milestones, rituals, goals, letters, keepsakes.
    Lasting,
    /// What belongs to days of one year: occurrences, check-ins, thanks.
    Year(i32),
}

impl DocumentId {
    /// Names the document of the year of a day.
    pub(crate) fn of(day: NaiveDate) -> Self {
        Self::Year(day.year())
    }
}

/// A write that has been made in memory: the change to seal, and what puts it back.
pub(crate) struct Written {
    pub(crate) change: Vec<u8>,
    pub(crate) inverse: Vec<Inverse>,
}

/// One Automerge document.
pub(crate) struct Document {
    auto: Crdt,
    /// Every live register, table by table: what a use case reads, so that no read walks the CRDT.
    rows: BTreeMap<String, BTreeMap<String, Record>>,
}

impl Document {
    /// Begins a document at the genesis that all devices share.
    pub(crate) fn begin(actor: [u8; 16]) -> Result<Self> {
        let mut auto = Automerge::new().with_actor(ActorId::from(actor));
        auto.apply_changes([genesis::change()?]).map_err(refused)?;
        Ok(Self { auto: auto.into(), rows: BTreeMap::new() })
    }

    /// Loads a document from its frames: snapshots and single changes, in the order in which they were written.
    pub(crate) fn load<'a>(actor: [u8; 16], frames: impl Iterator<Item = &'a [u8]>) -> Result<Self> {
        let (mut document, mut changes) = (None, Vec::new());
        for frame in frames {
            match frame.split_first() {
                Some((&CHANGE, bytes)) => changes.push(decode(bytes)?),
                Some((&SNAPSHOT, bytes)) => {
                    let saved = Automerge::load(bytes).map_err(refused)?;
                    document = Some(Self::joined(document, saved, actor)?);
                }
                _ => return Err(Error::LaterVersion),
            }
        }
        let mut document = document.map_or_else(|| Self::begin(actor), Ok)?;
        document.auto.apply_changes(changes).map_err(refused)?;
        document.check_schema()?;
        document.read_rows();
        Ok(document)
    }

    /// Keeps what is read, and of what merges only few bytes until something is written or merged.
    pub(crate) fn put_by(&mut self) {
        self.auto.put_by();
    }

    /// Tells of a frame that was opened whether this version can read it at all, without reading it.
    pub(crate) fn check(frame: &[u8]) -> Result<()> {
        if matches!(frame.first(), Some(&CHANGE | &SNAPSHOT)) { Ok(()) } else { Err(Error::LaterVersion) }
    }

    /// Writes registers in one Automerge change; a register that already holds the value is left alone.
    pub(crate) fn write(&mut self, puts: &[Put]) -> Result<Option<Written>> {
        let mut inverse = Vec::new();
        let aside = self.put_aside(puts);
        let torn: Vec<bool> = puts.iter().map(|put| self.is_torn(put)).collect();
        let made = self.auto.transact_with::<_, _, automerge::AutomergeError, _>(
            |_| CommitOptions::default().with_time(0),
            |tx| {
                for put in &aside {
                    let Some((_, table)) = tx.get(automerge::ROOT, put.table.name())? else { continue };
                    tx.put(&table, put.name().as_str(), put.value.as_str())?;
                }
                for (put, is_torn) in puts.iter().zip(torn) {
                    let Some((_, table)) = tx.get(automerge::ROOT, put.table.name())? else { continue };
                    let name = put.name();
                    let before = text(tx.get(&table, name.as_str())?);
                    if before.as_ref() == Some(&put.value) && !is_torn {
                        continue;
                    }
                    if is_torn {
                        // One of the values there, written again, would be a removal of the others: no other device takes one.
                        tx.put(&table, name.as_str(), "null")?;
                    }
                    tx.put(&table, name.as_str(), put.value.as_str())?;
                    let value = before.unwrap_or_else(|| put.before_it_was().to_owned());
                    inverse.push(Inverse { written: put.value.clone(), put: Put { value, ..put.clone() } });
                }
                Ok(())
            },
        );
        let made = made.map_err(|failure| refused(failure.error))?;
        for put in aside.iter().chain(puts) {
            let records = self.rows.entry(put.table.name().to_owned()).or_default();
            records.entry(put.record.clone()).or_default().put(&put.field, &put.value);
        }
        inverse.reverse();
        Ok(made
            .hash
            .and_then(|_| self.auto.get_last_local_change())
            .map(|change| Written { change: [&[CHANGE], change.raw_bytes()].concat(), inverse }))
    }

    /// Keeps of an inverse only what may still be put back: registers that hold what was written, of records that are
    /// there or that it brings back.
    pub(crate) fn still_standing(&self, inverse: &[Inverse]) -> Vec<Put> {
        let stands = |one: &&Inverse| {
            self.record(one.put.table, &one.put.record).value(&one.put.field) == Some(one.written.as_str())
        };
        let standing: Vec<&Put> = inverse.iter().filter(stands).map(|one| &one.put).collect();
        let comes_back = |put: &Put| {
            standing.iter().any(|one| one.field == GONE && (one.table, &one.record) == (put.table, &put.record))
        };
        let is_there = |put: &Put| !self.record(put.table, &put.record).is_gone() || comes_back(put);
        standing.iter().filter(|put| is_there(put)).map(|put| (*put).clone()).collect()
    }

    /// Lends every record of a table that was not deleted, in the order of their names.
    pub(crate) fn records(&self, table: Table) -> impl Iterator<Item = (&str, &Record)> {
        let records = self.rows.get(table.name()).into_iter().flatten();
        records.map(|(name, record)| (name.as_str(), record)).filter(|(_, record)| !record.is_gone())
    }

    /// Lends the records whose names begin so, in their order, those that were not deleted.
    pub(crate) fn records_named(
        &self,
        table: Table,
        beginning: &str,
    ) -> impl DoubleEndedIterator<Item = (&str, &Record)> + use<'_> {
        // No name of a record has a character behind this one.
        let names = beginning.to_owned()..format!("{beginning}~");
        let records = self.rows.get(table.name()).into_iter().flat_map(move |records| records.range(names.clone()));
        records.map(|(name, record)| (name.as_str(), record)).filter(|(_, record)| !record.is_gone())
    }

    /// Lends the records of a table whose field holds a value, those that were not deleted.
    pub(crate) fn records_with<T: Serialize>(
        &self,
        table: Table,
        field: &str,
        value: &T,
    ) -> impl Iterator<Item = (&str, &Record)> {
        let value = Put::value_of(value);
        self.records(table).filter(move |(_, record)| record.value(field) == Some(value.as_str()))
    }

    /// Lends one record, deleted or not; an unknown one has no registers.
    pub(crate) fn record(&self, table: Table, record: &str) -> &Record {
        self.rows.get(table.name()).and_then(|records| records.get(record)).unwrap_or(Record::NONE)
    }

    /// Collects every reference to sealed words that any live register holds, the losing side of a conflict included.
    pub(crate) fn references(&self, found: &mut BTreeSet<WordsRef>) -> Result<()> {
        for table in self.tables() {
            for entry in self.auto.map_range(&table, ..) {
                let values = self.auto.get_all(&table, entry.key.as_ref()).map_err(refused)?;
                for json in values.into_iter().filter_map(|value| text(Some(value))) {
                    let json = serde_json::from_str(&json).map_err(|_| Error::DamagedStore("a document's field"))?;
                    collect(&json, found);
                }
            }
        }
        Ok(())
    }

    /// Names the state: documents with the same heads are the same.
    pub(crate) fn heads(&self) -> BTreeSet<[u8; 32]> {
        self.auto.heads().into_iter().map(|head| head.0).collect()
    }

    /// Tells whether this document has all that another copy has.
    pub(crate) fn knows(&self, other: &Self) -> bool {
        other.auto.get_heads().iter().all(|head| self.auto.get_change_by_hash(head).is_some())
    }

    /// Takes over what another copy has and this one has not; answers with it as frames. Nothing is ever replaced by it.
    pub(crate) fn merge(&mut self, other: &Self) -> Result<Vec<Vec<u8>>> {
        let before = self.auto.get_heads();
        let mut merged = self.auto.clone();
        merged.merge(&mut other.auto.clone()).map_err(refused)?;
        let fresh = merged.get_changes(&before);
        self.auto = merged.into();
        self.read_rows();
        self.check_schema()?;
        Ok(fresh.iter().map(|change| [&[CHANGE], change.raw_bytes()].concat()).collect())
    }

    /// Takes over the frames of a store that cannot be read whole, and tells whether each of them found its place.
    pub(crate) fn take<'a>(&mut self, frames: impl Iterator<Item = &'a [u8]>) -> bool {
        let (mut all, mut changes) = (true, Vec::new());
        let mut taken = self.auto.clone();
        for frame in frames {
            match frame.split_first() {
                Some((&CHANGE, bytes)) => match decode(bytes) {
                    Ok(change) => changes.push(change),
                    Err(_) => all = false,
                },
                Some((&SNAPSHOT, bytes)) => {
                    all &= Automerge::load(bytes).is_ok_and(|mut saved| taken.merge(&mut saved).is_ok());
                }
                _ => all = false,
            }
        }
        let hashes: Vec<_> = changes.iter().map(Change::hash).collect();
        if taken.apply_changes(changes).is_err() {
            return false;
        }
        all &= hashes.iter().all(|hash| taken.get_change_by_hash(hash).is_some());
        self.auto = taken.into();
        self.read_rows();
        all
    }

    /// Saves the whole document as one frame.
    pub(crate) fn snapshot(&self) -> Vec<u8> {
        [&[SNAPSHOT], self.auto.save().as_slice()].concat()
    }

    /// Lists every change as a frame of its own, for a document whose snapshot would be too long for one.
    pub(crate) fn changes(&self) -> Vec<Vec<u8>> {
        self.auto.get_changes(&[]).iter().map(|change| [&[CHANGE], change.raw_bytes()].concat()).collect()
    }

    /// Goes on from a snapshot: from itself where it is the first, or else beside what is there.
    fn joined(there: Option<Self>, mut saved: Automerge, actor: [u8; 16]) -> Result<Self> {
        let has_begun = saved.get_change_by_hash(&genesis::change()?.hash()).is_some();
        let mut document = match there {
            Some(document) => document,
            None if has_begun => {
                let auto = saved.with_actor(ActorId::from(actor));
                return Ok(Self { auto: auto.into(), rows: BTreeMap::new() });
            }
            None => Self::begin(actor)?,
        };
        document.auto.merge(&mut saved).map_err(refused)?;
        Ok(document)
    }

    /// Reads every register anew: after changes that were not written here.
    fn read_rows(&mut self) {
        self.rows.clear();
        let names: Vec<String> = self.auto.keys(automerge::ROOT).collect();
        for name in names {
            let Ok(Some((Value::Object(_), table))) = self.auto.get(automerge::ROOT, name.as_str()) else { continue };
            let mut records: BTreeMap<String, Record> = BTreeMap::new();
            for entry in self.auto.map_range(&table, ..) {
                let Some((record, field)) = entry.key.split_once('.') else { continue };
                if let automerge::ValueRef::Scalar(automerge::ScalarValueRef::Str(value)) = entry.value {
                    let joined = entry.conflict.then(|| self.joined_value(&table, &entry.key, &value)).flatten();
                    let value = joined.unwrap_or_else(|| value.to_string());
                    records.entry(record.to_owned()).or_default().put(field, &value);
                }
            }
            self.rows.insert(name, records);
        }
    }

    fn register(&self, table: Table, name: &str) -> Option<String> {
        text(self.auto.get(self.table(table)?, name).ok()?)
    }

    fn table(&self, table: Table) -> Option<automerge::ObjId> {
        self.auto.get(automerge::ROOT, table.name()).ok()?.map(|(_, id)| id)
    }

    /// Lists every table there is, also those that only a later version reads.
    fn tables(&self) -> Vec<automerge::ObjId> {
        let names = self.auto.keys(automerge::ROOT);
        names
            .filter_map(|name| match self.auto.get(automerge::ROOT, name.as_str()) {
                Ok(Some((Value::Object(_), id))) => Some(id),
                _ => None,
            })
            .collect()
    }

    fn check_schema(&self) -> Result<()> {
        match self.auto.get(automerge::ROOT, "schema").map_err(refused)? {
            Some((Value::Scalar(value), _)) if value.as_i64() == Some(SCHEMA) => Ok(()),
            Some((Value::Scalar(value), _)) if value.as_i64() > Some(SCHEMA) => Err(Error::LaterVersion),
            _ => Err(Error::DamagedStore("a document's schema")),
        }
    }
}

const CHANGE: u8 = 1;
const SNAPSHOT: u8 = 2;

fn collect(json: &serde_json::Value, found: &mut BTreeSet<WordsRef>) {
    match json {
        serde_json::Value::String(_) => found.extend(serde_json::from_value::<WordsRef>(json.clone()).ok()),
        serde_json::Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        serde_json::Value::Object(fields) => fields.values().for_each(|value| collect(value, found)),
        _ => (),
    }
}

fn decode(bytes: &[u8]) -> Result<Change> {
    let change = Change::from_bytes(bytes.to_vec()).map_err(|_| Error::DamagedStore("a change"))?;
    // Automerge reads the checksum of a change (four bytes behind its magic ones) without comparing it.
    if bytes.get(4..8) == change.hash().0.get(..4) {
        Ok(change)
    } else {
        Err(Error::DamagedStore("a change's checksum"))
    }
}

fn text(found: Option<(Value<'_>, automerge::ObjId)>) -> Option<String> {
    match found?.0 {
        Value::Scalar(scalar) => match scalar.as_ref() {
            ScalarValue::Str(text) => Some(text.to_string()),
            _ => None,
        },
        Value::Object(_) => None,
    }
}

fn refused(_: automerge::AutomergeError) -> Error {
    Error::DamagedStore("a document")
}
