//! The times a ritual was kept: a line and a photo of each, skipped ones, and the memory lane.
//!
//! A day of which nothing is known is blank. Each writes only her own line; what is written while both are here is both
//! people's. Two devices that keep the same evening apart write into the same record.

use super::family::{Family, In, Now};
use crate::document::{Document, Record, Table};
use crate::domain::ids::{ItemId, RitualId};
use crate::domain::person::Owner;
use crate::domain::photo::{self, PhotoError};
use crate::domain::recurrence::{FIRST_DAY, LAST_DAY};
use crate::domain::ritual::{Occurrence, Ritual};
use crate::domain::words::{Words, WordsRef};
use crate::views::{LineRow, MemoryLaneView, OccurrenceRow, RitualsView};
use crate::{Error, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;

/// The most days of the memory lane that are shown at once.
const MOST_DAYS_OF_A_LANE: usize = 50;

/// The bytes of lines after which the memory lane waits to be asked for more.
const ENOUGH_BYTES_OF_A_LANE: usize = 128 << 10;

/// What is known of a ritual's days.
#[derive(Clone, Copy, Default)]
pub(super) struct Known {
    pub(super) last_kept_on: Option<NaiveDate>,
    pub(super) today: Option<Occurrence>,
}

impl Family {
    /// Keeps an occurrence: it was done on that day, due or not. `line` and `photo` are left as they are when absent; an
    /// empty line takes her own away.
    ///
    /// Whoever sees a ritual that is not hers may add her line to a day its owner kept.
    pub fn keep_occurrence(
        &mut self,
        ritual: RitualId,
        day: NaiveDate,
        line: Option<&str>,
        photo: Option<&[u8]>,
        now: Now,
    ) -> Result<RitualsView> {
        let (which, found) = self.find_day(ritual, day, now)?;
        if self.state_on(which, ritual, day)? != Some(Occurrence::Kept) {
            self.check_may_say(&found)?;
        }
        let line = line.map(Words::optional).transpose()?;
        let photo = photo.map(photo::prepare).transpose()?;
        let (_, writer) = self.where_new_things_go()?;
        let (item, name) = (ItemId::of_occurrence(ritual, day), occurrence_name(ritual, day));
        self.write(which, |pen| {
            pen.put_on(day, Table::Occurrences, &name, "state", &Occurrence::Kept);
            if let Some(line) = line {
                let line = pen.words_if(item, line.as_ref())?;
                pen.put_on(day, Table::Occurrences, &name, &line_of(writer), &line);
            }
            if let Some(photo) = photo {
                let photo = pen.bytes(item, &photo.jpeg)?;
                pen.put_on(day, Table::Occurrences, &name, &photo_of(writer), &photo);
            }
            Ok(())
        })?;
        self.rituals(now)
    }

    /// Leaves an occurrence out on purpose. That is not missing it.
    pub fn skip_occurrence(&mut self, ritual: RitualId, day: NaiveDate, now: Now) -> Result<RitualsView> {
        let (which, found) = self.find_day(ritual, day, now)?;
        self.check_may_say(&found)?;
        let name = occurrence_name(ritual, day);
        self.write(which, |pen| {
            pen.put_on(day, Table::Occurrences, &name, "state", &Occurrence::Skipped);
            Ok(())
        })?;
        self.rituals(now)
    }

    /// Makes an occurrence unknown again and takes away the writer's own line and photo; the other's stay.
    pub fn clear_occurrence(&mut self, ritual: RitualId, day: NaiveDate, now: Now) -> Result<RitualsView> {
        let (which, found) = self.find_day(ritual, day, now)?;
        self.check_may_say(&found)?;
        let (_, writer) = self.where_new_things_go()?;
        let name = occurrence_name(ritual, day);
        self.write(which, |pen| {
            for field in ["state", &line_of(writer), &photo_of(writer)] {
                pen.put_on(day, Table::Occurrences, &name, field, &None::<WordsRef>);
            }
            Ok(())
        })?;
        self.rituals(now)
    }

    /// Takes away the writer's own photo of a day.
    pub fn remove_photo(&mut self, ritual: RitualId, day: NaiveDate, now: Now) -> Result<RitualsView> {
        let (which, _) = self.find_day(ritual, day, now)?;
        let (_, writer) = self.where_new_things_go()?;
        let name = occurrence_name(ritual, day);
        self.write(which, |pen| {
            pen.put_on(day, Table::Occurrences, &name, &photo_of(writer), &None::<WordsRef>);
            Ok(())
        })?;
        self.rituals(now)
    }

    /// Shows the days a ritual was kept, the newest first, from before a day on; without one, from the newest.
    pub fn memory_lane(&self, ritual: RitualId, before: Option<NaiveDate>) -> Result<MemoryLaneView> {
        let (which, _) = self.find_ritual(ritual)?;
        let until = before.map_or(Some(LAST_DAY), |before| before.pred_opt()).ok_or(Error::NoSuchDay)?;
        let (mut rows, mut bytes) = (Vec::new(), 0);
        for found in self.days_back(which, ritual, FIRST_DAY, until)? {
            let (day, record) = found?;
            let row = self.occurrence_row(which, ritual, day, record)?;
            if row.state != Some(Occurrence::Kept) && row.lines.is_empty() && row.photos.is_empty() {
                continue;
            }
            if rows.len() == MOST_DAYS_OF_A_LANE || bytes > ENOUGH_BYTES_OF_A_LANE {
                return Ok(MemoryLaneView { ritual, rows, has_more: true });
            }
            bytes += row.lines.iter().map(|line| line.words.len()).sum::<usize>();
            rows.push(row);
        }
        Ok(MemoryLaneView { ritual, rows, has_more: false })
    }

    /// Opens one photo of a day: a JPEG file in base64. One at a time, so that a lane of them stays light.
    pub fn occurrence_photo(&self, ritual: RitualId, day: NaiveDate, whose: Owner) -> Result<String> {
        let (which, _) = self.find_ritual(ritual)?;
        let (space, store) = (self.space(which)?, self.store()?);
        let record = space.record_on(store, Table::Occurrences, day, &occurrence_name(ritual, day))?;
        let name: WordsRef = record.get(&photo_of(whose))?.ok_or(Error::Gone)?;
        let bytes = space.bytes(store, ItemId::of_occurrence(ritual, day), name)?.ok_or(Error::Gone)?;
        Ok(STANDARD.encode(&*bytes))
    }

    /// Reads what is known of a ritual's days.
    pub(super) fn known_days(&self, which: In, ritual: RitualId, now: Now) -> Result<Known> {
        let mut known = self.known_today(which, ritual, now)?;
        for found in self.days_back(which, ritual, FIRST_DAY, now.today)? {
            let (day, record) = found?;
            if record.get("state")? == Some(Occurrence::Kept) {
                known.last_kept_on = Some(day);
                break;
            }
        }
        Ok(known)
    }

    /// Reads only what is known of today.
    pub(super) fn known_today(&self, which: In, ritual: RitualId, now: Now) -> Result<Known> {
        Ok(Known { today: self.state_on(which, ritual, now.today)?, last_kept_on: None })
    }

    /// Reads the days of one ritual that anything was written of, the newest first; each year when it is come to.
    pub(super) fn days_back(
        &self,
        which: In,
        ritual: RitualId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<impl Iterator<Item = Result<(NaiveDate, &Record)>>> {
        let years = self.space(which)?.years(self.store()?, from, until);
        let days = years.flat_map(move |year| match year {
            Ok(year) => days_of(year, ritual),
            Err(error) => vec![Err(error)],
        });
        let is_within = move |day: &Result<(NaiveDate, &Record)>| {
            day.as_ref().map_or(true, |(day, _)| (from..=until).contains(day))
        };
        Ok(days.filter(is_within))
    }

    pub(super) fn occurrence_row(
        &self,
        which: In,
        ritual: RitualId,
        day: NaiveDate,
        record: &Record,
    ) -> Result<OccurrenceRow> {
        let (space, store) = (self.space(which)?, self.store()?);
        let item = ItemId::of_occurrence(ritual, day);
        let people = self.card.people.iter().chain(&self.card.remembered);
        let writers = people.map(|person| Owner::One(person.id)).chain([Owner::Both]);
        let (mut lines, mut photos) = (Vec::new(), Vec::new());
        for who in writers {
            if let Some(words) = space.text_if(store, item, record.get(&line_of(who))?)? {
                lines.push(LineRow { who, words });
            }
            if record.get::<WordsRef>(&photo_of(who))?.is_some() {
                photos.push(who);
            }
        }
        Ok(OccurrenceRow { day, state: record.get("state")?, lines, photos })
    }

    fn find_day(&self, ritual: RitualId, day: NaiveDate, now: Now) -> Result<(In, Ritual)> {
        now.check_past(Some(day))?;
        self.find_ritual(ritual)
    }

    fn state_on(&self, which: In, ritual: RitualId, day: NaiveDate) -> Result<Option<Occurrence>> {
        let name = occurrence_name(ritual, day);
        self.space(which)?.record_on(self.store()?, Table::Occurrences, day, &name)?.get("state")
    }

    /// Only its owner says whether it was kept; beside each other at one screen either says it for both.
    fn check_may_say(&self, ritual: &Ritual) -> Result<()> {
        match self.where_new_things_go()?.1 {
            Owner::One(person) if !ritual.owner.lets(person) => Err(Error::NotHers),
            _ => Ok(()),
        }
    }
}

impl From<PhotoError> for Error {
    fn from(error: PhotoError) -> Self {
        match error {
            PhotoError::UnknownKind => Self::NotAPicture,
            PhotoError::TooManyBytes | PhotoError::TooManyPixels => Self::PictureTooLarge,
            PhotoError::Broken => Self::BrokenPicture,
        }
    }
}

/// Names an occurrence's record: the same on every device, so that one evening is one record.
pub(super) fn occurrence_name(ritual: RitualId, day: NaiveDate) -> String {
    format!("{ritual}_{day}")
}

/// Lists what a year has of one ritual, the newest day first.
fn days_of(year: &Document, ritual: RitualId) -> Vec<Result<(NaiveDate, &Record)>> {
    let days = year.records_named(Table::Occurrences, &format!("{ritual}_")).rev();
    days.map(|(name, record)| Ok((read_name(name)?.1, record))).collect()
}

pub(super) fn read_name(name: &str) -> Result<(RitualId, NaiveDate)> {
    let read = |(ritual, day): (&str, &str)| Some((ritual.parse().ok()?, day.parse().ok()?));
    name.split_once('_').and_then(read).ok_or(Error::DamagedStore("an occurrence's name"))
}

fn line_of(who: Owner) -> String {
    field_of("line", who)
}

fn photo_of(who: Owner) -> String {
    field_of("photo", who)
}

fn field_of(name: &str, who: Owner) -> String {
    match who {
        Owner::One(person) => format!("{name}_{person}"),
        Owner::Both => name.to_owned(),
    }
}
