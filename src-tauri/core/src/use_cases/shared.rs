//! What she shares: all of it in one list, any of it taken back, and *not now*.

use super::family::{Family, In, Now};
use crate::document::{Record, Table};
use crate::domain::ids::{ItemId, MilestoneId, PersonId, RitualId};
use crate::domain::person::Owner;
use crate::domain::words::WordsRef;
use crate::vault::Passphrase;
use crate::views::{Origin, SharedRow, SharedView};
use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Something that can stand in *ours*.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum SharedThing {
    /// A milestone.
    Milestone(MilestoneId),
    /// A ritual.
    Ritual(RitualId),
}

/// The settings in *mine* that hold whether she shares nothing new for now: nobody else ever learns of it.
const SHARING: &str = "sharing";

const TABLES: [Table; 2] = [Table::Milestones, Table::Rituals];

impl Family {
    /// Shows everything in *ours* that belongs to whoever is here, or to both.
    ///
    /// Letters are not in it: one that was handed over belongs to whom it is for.
    pub fn shared(&self) -> Result<SharedView> {
        let mut view = SharedView { hers: Vec::new(), joint: Vec::new(), not_now: None };
        match self.alone() {
            Ok(me) => view.not_now = self.not_now(me)?,
            Err(Error::NeedsHerPassphrase) => {}
            Err(error) => return Err(error),
        }
        for table in TABLES {
            let originals = self.originals(table)?;
            for (id, record) in self.space(In::Ours)?.records(table)? {
                let row = self.shared_row(table, &id, &record, originals.as_ref())?;
                match row.owner {
                    Owner::Both => view.joint.push(row),
                    Owner::One(person) if self.is_here(person) => view.hers.push(row),
                    Owner::One(_) => {}
                }
            }
        }
        for rows in [&mut view.hers, &mut view.joint] {
            rows.sort_by_cached_key(|row| (row.title.to_lowercase(), row.thing));
        }
        Ok(view)
    }

    /// Takes something back out of *ours*: the copy and its words are erased there, the original stays in *mine*.
    pub fn take_back(&mut self, thing: SharedThing, passphrase: Option<&Passphrase>, now: Now) -> Result<SharedView> {
        let (table, id) = thing.place();
        let record = self.space(In::Ours)?.record(table, id)?;
        let owner @ Owner::One(_) = record.must::<Owner>("owner")? else { return Err(Error::NotHers) };
        self.signed(owner, passphrase)?;
        match thing {
            SharedThing::Milestone(id) => self.delete_milestone(id, passphrase, now).map(|_| ())?,
            SharedThing::Ritual(id) => self.take_back_ritual(id, passphrase, now).map(|_| ())?,
        }
        self.shared()
    }

    /// Says *not now*, or takes it back: until then nothing of hers is newly shared. Nothing is announced.
    pub fn set_not_now(&mut self, not_now: bool) -> Result<SharedView> {
        let me = self.alone()?;
        self.write(In::Mine(me), |pen| Ok(pen.put(Table::Settings, SHARING, "not_now", &not_now)))?;
        self.shared()
    }

    /// Refuses whatever shares, proposes, invites or hands over while this person says *not now*.
    ///
    /// While both are here her space is closed, and a refusal would tell the other (CARE.md, Never 3): what she then signs
    /// with her own passphrase is taken at her word.
    pub(super) fn may_share(&self, person: PersonId) -> Result<()> {
        if self.not_now(person)? == Some(true) { Err(Error::NotNow) } else { Ok(()) }
    }

    /// Reads whether she says *not now*; `None` while her own space is closed.
    fn not_now(&self, person: PersonId) -> Result<Option<bool>> {
        match self.space(In::Mine(person)) {
            Ok(mine) => Ok(Some(mine.settings(SHARING).get("not_now")?.unwrap_or(false))),
            Err(Error::Closed) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Lists the copies that originals in an open *mine* remember; `None` while every one of those spaces is closed.
    fn originals(&self, table: Table) -> Result<Option<BTreeSet<String>>> {
        let Some(mine) = self.open_spaces().into_iter().find(|which| *which != In::Ours) else { return Ok(None) };
        let mut copies = BTreeSet::new();
        for (_, record) in self.space(mine)?.records(table)? {
            copies.extend(record.get::<String>("shared_as")?);
        }
        Ok(Some(copies))
    }

    fn shared_row(&self, table: Table, id: &str, record: &Record, originals: Option<&BTreeSet<String>>) -> Result<SharedRow> {
        let thing = SharedThing::at(table, id)?;
        let title: WordsRef = record.must("title")?;
        Ok(SharedRow {
            thing,
            owner: record.must("owner")?,
            title: self.space(In::Ours)?.text(self.store()?, thing.place().1, title)?,
            origin: originals.map(|copies| if copies.contains(id) { Origin::Mine } else { Origin::Ours }),
        })
    }
}

impl SharedThing {
    fn place(self) -> (Table, ItemId) {
        match self {
            Self::Milestone(id) => (Table::Milestones, id.into()),
            Self::Ritual(id) => (Table::Rituals, id.into()),
        }
    }

    fn at(table: Table, id: &str) -> Result<Self> {
        let thing = match table {
            Table::Milestones => id.parse().map(Self::Milestone),
            _ => id.parse().map(Self::Ritual),
        };
        thing.map_err(|_| Error::DamagedStore("a shared thing's id"))
    }
}
