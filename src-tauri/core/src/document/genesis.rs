//! The frozen first change of every document.
//!
//! Two devices that each made the tables would lose one side's; so all begin from these very bytes: a fixed actor,
//! time 0, every table. A later schema adds a second frozen change and never alters this one.

use crate::{Error, Result};
use automerge::Change;

/// The schema that this version writes.
pub(crate) const SCHEMA: i64 = 1;

const GENESIS: &[u8] = include_bytes!("genesis.bin");

/// Returns the frozen change.
pub(super) fn change() -> Result<Change> {
    Change::from_bytes(GENESIS.to_vec()).map_err(|_| Error::DamagedStore("the genesis"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Table;
    use automerge::transaction::{CommitOptions, Transactable};
    use automerge::{ActorId, Automerge, ObjType, ROOT};

    /// The tables of schema 1: those in use, and those of rooms that are still to be built.
    const TABLES: [&str; 22] = [
        "people",
        "milestones",
        "rituals",
        "goals",
        "letters",
        "celebrations",
        "keepsakes",
        "settings",
        "contacts",
        "occurrences",
        "check_ins",
        "thanks",
        "setbacks",
        "agreements",
        "boundaries",
        "cards",
        "ways",
        "plans",
        "questions",
        "devices",
        "other_wordings",
        "pages",
    ];

    #[test]
    fn the_genesis_is_these_very_bytes() {
        let mut auto = Automerge::new().with_actor(ActorId::from(*b"twinflower genes"));
        auto.transact_with::<_, _, automerge::AutomergeError, _>(
            |_| CommitOptions::default().with_time(0),
            |tx| {
                tx.put(ROOT, "schema", SCHEMA)?;
                for table in TABLES {
                    tx.put_object(ROOT, table, ObjType::Map)?;
                }
                Ok(())
            },
        )
        .unwrap();
        let made = auto.get_last_local_change().unwrap();
        if std::env::var_os("TWINFLOWER_WRITE_GENESIS").is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/document/genesis.bin"), made.raw_bytes()).unwrap();
        }
        assert_eq!(made.raw_bytes(), GENESIS);
    }

    #[test]
    fn every_table_in_use_is_in_the_genesis() {
        assert!(Table::ALL.iter().all(|table| TABLES.contains(&table.name())));
    }
}
