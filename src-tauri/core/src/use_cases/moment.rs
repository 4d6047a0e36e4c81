//! By what it is known outside that something happened here, without asking what.

use super::family::Family;
use crate::domain::ids::PersonId;
use crate::store::Store;

/// What is other whenever something was written here, or somebody came or went.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Moment {
    commits: Option<u64>,
    ours_is_open: bool,
    mine_is_open: Vec<PersonId>,
}

impl Family {
    /// Tells at which moment the family is.
    pub fn moment(&self) -> Moment {
        Moment {
            commits: self.store.as_ref().map(Store::commits),
            ours_is_open: self.ours.is_some(),
            mine_is_open: self.mine.keys().copied().collect(),
        }
    }
}
