//! Cards she keeps for the next hour: which ones, and nothing about what was read.

use super::family::{Family, In};
use crate::Result;
use crate::document::Table;
use crate::domain::card::{CARDS, CardId};
use crate::domain::ids::PersonId;
use crate::views::NextHourView;

const KEPT_CARDS: &str = "kept_cards";

impl Family {
    /// Keeps a card for the next hour, or takes it out again.
    pub fn set_card_kept(&mut self, id: &str, kept: bool) -> Result<NextHourView> {
        let (id, mine) = (CardId::known(id)?, In::Mine(self.alone()?));
        self.write(mine, |pen| Ok(pen.put(Table::Settings, KEPT_CARDS, id.as_str(), &kept)))?;
        self.next_hour()
    }

    /// Lists the cards she keeps, in the order of all cards. One that only a later version knows stays kept, unseen.
    pub(super) fn kept_cards(&self, owner: PersonId) -> Result<Vec<CardId>> {
        let settings = self.space(In::Mine(owner))?.settings(KEPT_CARDS);
        let mut kept = Vec::new();
        for card in CARDS {
            if settings.get(card)?.unwrap_or(false) {
                kept.push(CardId::known(card)?);
            }
        }
        Ok(kept)
    }
}
