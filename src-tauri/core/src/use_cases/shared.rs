//! What she shares: all of it in one list, any of it taken back, and *not now*.

use super::Whose;
use super::family::{Family, In, Now};
use crate::document::{Record, Table};
use crate::domain::ids::{CelebrationId, GoalId, ItemId, KeepsakeId, MilestoneId, PersonId, RitualId, WayId};
use crate::domain::keepsake::From;
use crate::domain::person::Owner;
use crate::vault::Passphrase;
use crate::views::{BYTES_OF_A_VIEW, Looking, Origin, SharedRow, SharedView, Show, cut_lists};
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
    /// A goal: a proposal of hers, or one of both.
    Goal(GoalId),
    /// An invitation to a celebration.
    Celebration(CelebrationId),
    /// What stays of a celebration.
    Keepsake(KeepsakeId),
    /// A way that helps, lent to the other.
    Way(WayId),
}

/// The settings in *mine* that hold whether she shares nothing new for now: nobody else ever learns of it.
const SHARING: &str = "sharing";

/// Where what is shared stands; goals are owned by both from the moment they are proposed, and are asked for by themselves.
const TABLES: [Table; 5] = [Table::Milestones, Table::Rituals, Table::Celebrations, Table::Keepsakes, Table::Ways];

impl Family {
    /// Shows everything in *ours* that belongs to whoever is here, or to both.
    ///
    /// Letters are not in it: one that was handed over belongs to whom it is for.
    pub fn shared(&self) -> Result<SharedView> {
        self.find_shared("")
    }

    /// Shows of what is shared those she looks for, and how many there are in all.
    pub fn find_shared(&self, look: impl Into<Looking>) -> Result<SharedView> {
        let mut view = SharedView { hers: Vec::new(), joint: Vec::new(), not_now: None, more: false, all: 0 };
        match self.alone() {
            Ok(me) => view.not_now = self.not_now(me)?,
            Err(Error::NeedsHerPassphrase) => {}
            Err(error) => return Err(error),
        }
        for row in self.shared_rows()? {
            match row.owner {
                Owner::Both => view.joint.push(row),
                Owner::One(person) if self.is_here(person) => view.hers.push(row),
                Owner::One(_) => {}
            }
        }
        view.all = (view.hers.len() + view.joint.len()) as u32;
        let (look, mut bytes) = (look.into(), BYTES_OF_A_VIEW);
        for rows in [&mut view.hers, &mut view.joint] {
            rows.sort_by_cached_key(|row| (row.title.to_lowercase(), row.thing));
            look.keep(rows, |row| row.thing.item(), |row, show| row.thing.is(show), |row| vec![&row.title]);
            view.more |= cut_lists(rows, &mut bytes);
        }
        Ok(view)
    }

    /// Takes something back out of *ours*: the copy and its words are erased there, the original stays in *mine*.
    pub fn take_back(&mut self, thing: SharedThing, passphrase: Option<&Passphrase>, now: Now) -> Result<SharedView> {
        if let Some(row) = self.shared_rows()?.into_iter().find(|row| row.thing == thing) {
            if row.owner == Owner::Both {
                return Err(Error::NotHers);
            }
            self.signed(row.owner, passphrase)?;
        } else {
            return Err(Error::Gone);
        }
        match thing {
            SharedThing::Milestone(id) => self.delete_milestone(id, passphrase, now).map(|_| ())?,
            SharedThing::Ritual(id) => self.take_back_ritual(id, passphrase, now).map(|_| ())?,
            SharedThing::Goal(id) => self.take_back_proposal(id, passphrase).map(|_| ())?,
            SharedThing::Celebration(id) => self.withdraw(id, passphrase, now).map(|_| ())?,
            SharedThing::Keepsake(id) => self.delete_keepsake(id, passphrase).map(|_| ())?,
            SharedThing::Way(id) => self.delete_lent_way(id, passphrase)?,
        }
        self.shared()
    }

    /// Says *not now*, or takes it back: until then nothing of hers is newly shared. Nothing is announced.
    pub fn set_not_now(&mut self, not_now: bool) -> Result<SharedView> {
        let me = self.alone()?;
        self.write(In::Mine(me), |pen| {
            pen.put(Table::Settings, SHARING, "not_now", &not_now);
            Ok(())
        })?;
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

    fn shared_rows(&self) -> Result<Vec<SharedRow>> {
        let mut rows = self.shared_goals()?;
        for table in TABLES {
            let originals = self.originals(table)?;
            for (id, record) in self.space(In::Ours)?.records(table) {
                // What the other gave her stands on her shelf, and is not of her sharing.
                if table != Table::Keepsakes || record.must::<From>("from")? == From::Celebration {
                    rows.push(self.shared_row(SharedThing::at(table, id)?, record, originals.as_ref())?);
                }
            }
        }
        Ok(rows)
    }

    fn shared_goals(&self) -> Result<Vec<SharedRow>> {
        let originals = self.originals(Table::Goals)?;
        let goals = self.goal_rows()?.into_iter().filter(|goal| goal.whose == Whose::Ours);
        let rows = goals.map(|goal| {
            let proposer = goal.proposed_by.or(goal.agreed.first().copied()).filter(|_| goal.can_be_taken_back);
            let thing = SharedThing::Goal(goal.id);
            let origin = originals.as_ref().map(|copies| origin(copies, thing.item()));
            SharedRow { thing, owner: proposer.map_or(Owner::Both, Owner::One), title: goal.title, origin }
        });
        Ok(rows.collect())
    }

    /// Lists the copies that originals in an open *mine* remember; `None` while every one of those spaces is closed.
    fn originals(&self, table: Table) -> Result<Option<BTreeSet<ItemId>>> {
        let Some(mine) = self.open_spaces().into_iter().find(|which| *which != In::Ours) else { return Ok(None) };
        let mut copies = BTreeSet::new();
        for (_, record) in self.space(mine)?.records(table) {
            copies.extend(record.get::<ItemId>(if table == Table::Ways { "lent_as" } else { "shared_as" })?);
        }
        Ok(Some(copies))
    }

    fn shared_row(
        &self,
        thing: SharedThing,
        record: &Record,
        originals: Option<&BTreeSet<ItemId>>,
    ) -> Result<SharedRow> {
        Ok(SharedRow {
            thing,
            owner: record.must("owner")?,
            title: self.space(In::Ours)?.text(self.store()?, thing.item(), record.must(thing.called())?)?,
            origin: originals.map(|copies| origin(copies, thing.item())),
        })
    }
}

impl SharedThing {
    fn is(self, show: Show) -> bool {
        let kind = match self {
            Self::Milestone(_) => Show::Milestone,
            Self::Ritual(_) => Show::Ritual,
            Self::Goal(_) => Show::Goal,
            Self::Celebration(_) => Show::Celebration,
            Self::Keepsake(_) => Show::Keepsake,
            Self::Way(_) => Show::Way,
        };
        kind == show
    }

    fn item(self) -> ItemId {
        match self {
            Self::Milestone(id) => id.into(),
            Self::Ritual(id) => id.into(),
            Self::Goal(id) => id.into(),
            Self::Celebration(id) => id.into(),
            Self::Keepsake(id) => id.into(),
            Self::Way(id) => id.into(),
        }
    }

    /// Names the field that says what it is called.
    fn called(self) -> &'static str {
        if matches!(self, Self::Way(_)) { "words" } else { "title" }
    }

    fn at(table: Table, id: &str) -> Result<Self> {
        let thing = match table {
            Table::Rituals => id.parse().map(Self::Ritual),
            Table::Celebrations => id.parse().map(Self::Celebration),
            Table::Keepsakes => id.parse().map(Self::Keepsake),
            Table::Ways => id.parse().map(Self::Way),
            _ => id.parse().map(Self::Milestone),
        };
        thing.map_err(|_| Error::DamagedStore("a shared thing's id"))
    }
}

fn origin(copies: &BTreeSet<ItemId>, item: ItemId) -> Origin {
    if copies.contains(&item) { Origin::Mine } else { Origin::Ours }
}
