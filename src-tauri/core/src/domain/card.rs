//! Cards of "Knowing more": short texts that stand in the catalog. Here are only their ids; nothing records what was read.

use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Every card there is, in the order in which they are offered. An id is kept for good.
pub const CARDS: [&str; 30] = [
    "what-recovery-is",
    "hope",
    "medicines-count",
    "triggers",
    "after-a-setback",
    "after-a-break",
    "stopping-suddenly",
    "when-to-call",
    "thoughts-of-dying",
    "sleep",
    "medicine-changes",
    "trauma",
    "after-birth",
    "after-birth-at-once",
    "mothers-rest",
    "what-family-can-do",
    "not-yours-to-save",
    "boundaries",
    "trust-comes-back",
    "anger",
    "eating-together",
    "eating-disorders",
    "talking-to-a-child",
    "asking-is-strength",
    "groups-and-mentors",
    "shame",
    "visits-and-feasts",
    "money",
    "work",
    "rest-for-who-is-near",
];

/// The id of a card, and that of its sentences in the catalog after `card-`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct CardId(String);

impl CardId {
    /// Lends the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Takes an id as it was asked for; an unknown one is gone.
    pub fn known(id: &str) -> Result<Self> {
        CARDS.iter().find(|card| **card == id).map(|card| Self((*card).to_owned())).ok_or(Error::Gone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const ENGLISH: &str = include_str!("../../../locales/en/cards/cards.ftl");

    #[test]
    fn every_card_has_its_sentences_and_every_sentence_its_card() {
        let named = ENGLISH.lines().filter_map(|line| line.strip_prefix("card-")?.split_once(" = "));
        let named: Vec<&str> = named.map(|(id, _)| id).collect();
        assert_eq!(named, CARDS);
        assert_eq!(named.iter().collect::<BTreeSet<_>>().len(), CARDS.len());
    }

    #[test]
    fn an_id_that_is_no_card_is_not_taken() {
        assert_eq!(CardId::known("hope").map(|id| id.as_str().to_owned()), Ok("hope".to_owned()));
        assert_eq!(CardId::known("gone"), Err(Error::Gone));
    }
}
