//! What a person says of herself: what she lives with, when her side locks, what she wants to be asked.
//!
//! All of it stays in *mine*; changing it is seen by nobody (CARE.md, Always 11).

use super::family::{Family, In};
use crate::document::Table;
use crate::domain::ideas::Lives;
use crate::domain::ids::PersonId;
use crate::views::MeView;
use crate::{Error, Result};
use serde::Serialize;

/// The quiet minutes after which everything locks, until she chooses.
pub const IDLE_MINUTES: u32 = 10;

/// The most quiet minutes she may choose: a working day.
pub const MOST_IDLE_MINUTES: u32 = 480;

const ME: &str = "me";

impl Family {
    /// Shows what she said of herself, while she is here alone.
    pub fn me(&self) -> Result<MeView> {
        let person = self.alone()?;
        let settings = self.space(In::Mine(person))?.settings(ME);
        let slots = self.slots.people.get(&person).ok_or(Error::Gone)?;
        Ok(MeView {
            person: self.person(person),
            lives: settings.get("lives")?.unwrap_or_default(),
            idle_minutes: self.idle_minutes_of(person)?,
            next_day_question: settings.get("next_day_question")?.unwrap_or(true),
            has_spare_words: slots.spare_words.is_some(),
            words: slots.public.six_words().map(str::to_owned).to_vec(),
        })
    }

    /// Keeps what she lives with, as she ticked it: several, none, or "I am here for her".
    pub fn set_lives(&mut self, lives: &[Lives]) -> Result<MeView> {
        let mut lives = lives.to_vec();
        lives.sort();
        lives.dedup();
        self.set("lives", &lives)
    }

    /// Keeps after how many quiet minutes everything locks; `None` for no such lock.
    pub fn set_idle_minutes(&mut self, minutes: Option<u32>) -> Result<MeView> {
        if minutes.is_some_and(|minutes| !(1..=MOST_IDLE_MINUTES).contains(&minutes)) {
            return Err(Error::OutOfBounds(MOST_IDLE_MINUTES));
        }
        // Nought stands for "never": an empty field would read as not chosen.
        let view = self.set("idle_minutes", &minutes.unwrap_or(0))?;
        self.recall_idle(view.person.id)?;
        Ok(view)
    }

    /// Keeps whether she wants the soft question on the day after a celebration.
    pub fn set_next_day_question(&mut self, asked: bool) -> Result<MeView> {
        self.set("next_day_question", &asked)
    }

    /// Reads her idle time while her own space is open, to hold it while both are here and that space is closed.
    pub(super) fn recall_idle(&mut self, person: PersonId) -> Result<()> {
        let minutes = self.idle_minutes_of(person)?;
        self.idle.insert(person, minutes);
        Ok(())
    }

    fn idle_minutes_of(&self, person: PersonId) -> Result<Option<u32>> {
        let chosen: Option<u32> = self.space(In::Mine(person))?.settings(ME).get("idle_minutes")?;
        Ok(Some(chosen.unwrap_or(IDLE_MINUTES)).filter(|minutes| *minutes > 0))
    }

    fn set<T: Serialize + ?Sized>(&mut self, field: &str, value: &T) -> Result<MeView> {
        let person = self.alone()?;
        self.write(In::Mine(person), |pen| Ok(pen.put(Table::Settings, ME, field, value)))?;
        self.me()
    }
}
