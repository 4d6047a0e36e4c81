//! The next hour: what she kept while well, to be used in one press. Made by nobody but her, and in *mine*.

use super::family::Family;
use crate::Result;
use crate::views::NextHourView;

impl Family {
    /// Shows what she keeps for the next hour, while she is here alone.
    pub fn next_hour(&self) -> Result<NextHourView> {
        let me = self.alone()?;
        Ok(NextHourView {
            reasons: self.reason_rows(me)?,
            ways: self.way_rows(me)?,
            lent: self.ways_lent_to(me)?,
            plan: self.plan_rows(me)?,
            cards: self.kept_cards(me)?,
        })
    }
}
