//! What two devices wrote apart. Registers merge one by one; where two texts meet in one register neither is lost before
//! somebody chose, and what was deleted there while it was edited here is told.

use super::{Document, Put, Record, Table, Tried, collect, text};
use crate::domain::milestone::Counted;
use crate::domain::words::WordsRef;
use crate::{Error, Result};
use automerge::{ObjId, ROOT, ReadDoc, Value};
use std::collections::BTreeSet;

/// The field of the days of a counted milestone: of what was lived nothing is ever lost (CARE.md, Never 1).
const COUNTED: &str = "counted";

/// A text that stands beside another of the same register.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Collision {
    pub(crate) table: Table,
    pub(crate) record: String,
    pub(crate) field: String,
    /// What the register holds.
    here: String,
    /// What would be lost.
    other: String,
}

/// A record that was deleted elsewhere, and the texts of it that were written here meanwhile.
pub(crate) struct TakenAway {
    pub(crate) table: Table,
    pub(crate) record: Record,
    pub(crate) texts: Vec<(String, WordsRef)>,
}

impl Collision {
    /// Names the record in which the other text waits.
    pub(crate) fn name(&self) -> String {
        name_of(self.table, &self.record, &self.field, &self.other)
    }

    /// Finds the text that is shown.
    pub(crate) fn text_here(&self) -> Option<WordsRef> {
        reference(&self.here)
    }

    /// Finds the text that would be lost.
    pub(crate) fn other_text(&self) -> Option<WordsRef> {
        reference(&self.other)
    }

    /// Makes the writes after which one of the two stands and nothing waits any more.
    pub(crate) fn settled(&self, takes_other: bool) -> [Put; 3] {
        let (name, value) = (self.name(), if takes_other { &self.other } else { &self.here });
        let stands =
            Put { table: self.table, record: self.record.clone(), field: self.field.clone(), value: value.clone() };
        let waiting = Put::new(Table::OtherWordings, &name, "wording", &None::<WordsRef>);
        [stands, waiting, Put::new(Table::OtherWordings, &name, "gone", &true)]
    }
}

impl Document {
    /// Lists the texts that stand beside others: in the same register, or put aside when it was written again.
    pub(crate) fn collisions(&self) -> Result<Vec<Collision>> {
        let mut found = Vec::new();
        for (table, id) in Table::ALL.into_iter().filter_map(|table| Some((table, self.table(table)?))) {
            for entry in self.auto.map_range(&id, ..).filter(|entry| entry.conflict) {
                let Some((record, field)) = entry.key.split_once('.') else { continue };
                if !self.is_live(table.name(), record) {
                    continue;
                }
                let here = self.json(table, record, field);
                for other in self.values(&id, &entry.key)? {
                    if other != here && reference(&other).is_some() {
                        let (record, field, here) = (record.to_owned(), field.to_owned(), here.clone());
                        found.push(Collision { table, record, field, here, other });
                    }
                }
            }
        }
        for (name, waiting) in self.records(Table::OtherWordings) {
            let Some((table, record, field)) = parts_of(name) else { continue };
            let other = waiting.value("wording").filter(|json| reference(json).is_some());
            if let (true, Some(other)) = (self.is_live(table.name(), record), other) {
                let (here, other) = (self.json(table, record, field), other.to_owned());
                found.push(Collision { table, record: record.to_owned(), field: field.to_owned(), here, other });
            }
        }
        Ok(found)
    }

    /// Finds what was deleted by changes that were tried, while it was edited here.
    pub(crate) fn taken_away(&self, tried: &Tried) -> Vec<TakenAway> {
        let mut found = Vec::new();
        for (table, record, before) in &tried.tombstones {
            let Some(table) = Table::ALL.into_iter().find(|one| one.name() == table) else { continue };
            let (Some(id), kept) = (self.table(table), self.record(table, record)) else { continue };
            if kept.is_gone() || !tried.is_gone(&id, record) {
                continue;
            }
            let mut texts = Vec::new();
            for (field, json) in kept.fields() {
                let was = text(tried.fork.get_at(&id, format!("{record}.{field}"), before).ok().flatten());
                if let Some(reference) = reference(json).filter(|_| was.as_deref() != Some(json)) {
                    texts.push((field.to_owned(), reference));
                }
            }
            if !texts.is_empty() {
                found.push(TakenAway { table, record: kept.clone(), texts });
            }
        }
        found
    }

    /// Collects the references of records that were not deleted, the losing side of a conflict included.
    pub(crate) fn live_references(&self, found: &mut BTreeSet<WordsRef>) -> Result<()> {
        for name in self.auto.keys(ROOT) {
            let Ok(Some((Value::Object(_), id))) = self.auto.get(ROOT, name.as_str()) else { continue };
            for entry in self.auto.map_range(&id, ..) {
                if entry.key.split_once('.').is_some_and(|(record, _)| !self.is_live(&name, record)) {
                    continue;
                }
                for json in self.values(&id, &entry.key)? {
                    let json = serde_json::from_str(&json).map_err(|_| Error::DamagedStore("a document's field"))?;
                    collect(&json, found);
                }
            }
        }
        Ok(())
    }

    /// Makes the writes that put aside what other writes would take away: texts that stand beside others.
    pub(super) fn put_aside(&self, puts: &[Put]) -> Vec<Put> {
        let mut aside = Vec::new();
        for put in puts {
            let Some(id) = self.table(put.table) else { continue };
            let values = self.values(&id, &put.name()).unwrap_or_default();
            let shown = self.register(put.table, &put.name());
            for other in values.iter().filter(|json| Some(*json) != shown.as_ref() && **json != put.value) {
                let name = name_of(put.table, &put.record, &put.field, other);
                let is_settled = puts.iter().any(|one| one.table == Table::OtherWordings && one.record == name);
                if reference(other).is_some() && !is_settled {
                    let (table, record, field) = (Table::OtherWordings, name.clone(), "wording".to_owned());
                    aside.push(Put { table, record, field, value: other.clone() });
                    aside.push(Put::new(Table::OtherWordings, &name, "gone", &false));
                }
            }
        }
        aside
    }

    /// Tells whether a register holds more than one value.
    pub(super) fn is_torn(&self, put: &Put) -> bool {
        let values = self.table(put.table).and_then(|id| self.values(&id, &put.name()).ok());
        values.is_some_and(|values| values.len() > 1)
    }

    /// Reads a register into which two devices wrote apart, where there is more to be said than which of them is shown.
    pub(super) fn joined_value(&self, id: &ObjId, name: &str, shown: &str) -> Option<String> {
        if !name.ends_with(&format!(".{COUNTED}")) {
            return None;
        }
        let shown = serde_json::from_str::<Counted>(shown).ok()?;
        let others = self.values(id, name).ok()?;
        let others = others.iter().filter_map(|json| serde_json::from_str::<Counted>(json).ok());
        Some(Put::value_of(&others.fold(shown, |all, other| all.with_all_of(other))))
    }

    fn json(&self, table: Table, record: &str, field: &str) -> String {
        self.record(table, record).value(field).unwrap_or("null").to_owned()
    }

    /// Reads all values of a register.
    fn values(&self, id: &ObjId, name: &str) -> Result<Vec<String>> {
        let values = self.auto.get_all(id, name).map_err(super::refused)?;
        Ok(values.into_iter().filter_map(|value| text(Some(value))).collect())
    }

    /// Tells whether a record was not deleted; a wording that was put aside lives as long as what it is of.
    fn is_live(&self, table: &str, record: &str) -> bool {
        let is_there = |table: &str, record: &str| {
            self.rows.get(table).and_then(|records| records.get(record)).is_some_and(|record| !record.is_gone())
        };
        let is_of_something = || parts_of(record).is_some_and(|(of, record, _)| !is_deleted(self.record(of, record)));
        let holds = !self.rows.get(table).and_then(|records| records.get(record)).is_some_and(is_deleted);
        if table == Table::OtherWordings.name() { is_there(table, record) && is_of_something() } else { holds }
    }
}

fn is_deleted(record: &Record) -> bool {
    record.value(super::record::GONE) == Some("true")
}

/// Finds the one text that a register holds.
fn reference(json: &str) -> Option<WordsRef> {
    let mut found = BTreeSet::new();
    collect(&serde_json::from_str(json).ok()?, &mut found);
    found.pop_first().filter(|_| found.is_empty())
}

fn name_of(table: Table, record: &str, field: &str, other: &str) -> String {
    let hash = blake3::hash(other.as_bytes()).to_hex();
    format!("{}/{record}/{field}/{}", table.name(), &hash[..16])
}

fn parts_of(name: &str) -> Option<(Table, &str, &str)> {
    let mut parts = name.split('/');
    let table = parts.next()?;
    let table = Table::ALL.into_iter().find(|one| one.name() == table)?;
    Some((table, parts.next()?, parts.next()?))
}
