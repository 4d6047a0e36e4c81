//! Records: the registers of one thing, how one of them is written, and how that is put back.

use super::Table;
use crate::{Error, Result};
use serde::{Serialize, de::DeserializeOwned};

/// One register to be written; `value` is JSON. Nothing ever takes a register away: a concurrent edit would go with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Put {
    pub(crate) table: Table,
    pub(crate) record: String,
    pub(crate) field: String,
    pub(crate) value: String,
}

/// Puts one register back, if it still holds what was written.
#[derive(Clone, Debug)]
pub(crate) struct Inverse {
    pub(crate) written: String,
    pub(crate) put: Put,
}

/// The registers of one record, a line each: `field=value`. One piece of memory a record, of which years have thousands.
#[derive(Clone, Default, Debug)]
pub(crate) struct Record(String);

impl Record {
    /// The record of what was never written.
    pub(crate) const NONE: &Self = &Self(String::new());

    /// Tells whether anything was ever written in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads a field that may be absent or null.
    pub(crate) fn get<T: DeserializeOwned>(&self, field: &str) -> Result<Option<T>> {
        match self.value(field) {
            None => Ok(None),
            // A field that was emptied holds `null` and reads as one that was never written.
            Some(json) => serde_json::from_str(json).map_err(|_| Error::DamagedStore("a document's field")),
        }
    }

    /// Reads a field that every record of its kind has.
    pub(crate) fn must<T: DeserializeOwned>(&self, field: &str) -> Result<T> {
        self.get(field)?.ok_or(Error::DamagedStore("a document's missing field"))
    }

    /// Tells whether the record was deleted: a field, never a removed key, or a concurrent edit would be lost with it.
    pub(crate) fn is_gone(&self) -> bool {
        self.is_empty() || self.value(GONE) == Some("true")
    }

    /// Lends a field as it stands in its register.
    pub(super) fn value(&self, field: &str) -> Option<&str> {
        self.fields().find(|(name, _)| *name == field).map(|(_, value)| value)
    }

    /// Takes over a register.
    pub(super) fn put(&mut self, field: &str, value: &str) {
        // JSON has no bare end of a line: what has one is none, and is told as none by whoever reads it.
        let value = if value.contains('\n') { "" } else { value };
        if field.contains(['=', '\n']) {
            return;
        }
        let mut lines = String::with_capacity(self.0.len() + field.len() + value.len() + 2);
        for (name, value) in self.fields().filter(|(name, _)| *name != field).chain([(field, value)]) {
            lines.extend([name, "=", value, "\n"]);
        }
        self.0 = lines;
    }

    /// Lends every field as it stands in its register.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.split_terminator('\n').filter_map(|line| line.split_once('='))
    }
}

impl Put {
    /// Makes a write of one field.
    pub(crate) fn new<T: Serialize + ?Sized>(table: Table, record: impl ToString, field: &str, value: &T) -> Self {
        Self { table, record: record.to_string(), field: field.to_owned(), value: Self::value_of(value) }
    }

    /// Writes a value as a register holds it.
    pub(super) fn value_of<T: Serialize + ?Sized>(value: &T) -> String {
        serde_json::to_string(value).expect("the domain's types have only text keys")
    }

    /// What a register stands for before it was ever written: a record that is not there is gone, a field is empty.
    pub(super) fn before_it_was(&self) -> &'static str {
        if self.field == GONE { "true" } else { "null" }
    }

    pub(super) fn name(&self) -> String {
        format!("{}.{}", self.record, self.field)
    }
}

/// The field that deletes a record.
pub(super) const GONE: &str = "gone";
