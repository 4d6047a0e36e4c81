//! The folder of one person's dated copies on this computer: which days there are, and which may go.

use super::{disk, files};
use crate::Result;
use crate::domain::ids::PersonId;
use chrono::{Datelike, Months, NaiveDate};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// How a copy's file name ends.
pub(crate) const ENDING: &str = "twinflower";

/// How many of the newest copies stay, whatever month they are of.
const DAILY: usize = 7;

/// For how many months the newest copy of each stays. What was deleted for real is in no copy that is older.
const MONTHLY: u32 = 12;

/// One person's dated copies.
pub(crate) struct Backups {
    folder: PathBuf,
}

impl Backups {
    /// Finds a person's copies in the data folder.
    pub(crate) fn of(home: &Path, person: PersonId) -> Self {
        Self { folder: home.join("backups").join(person.to_string()) }
    }

    /// Lists the days of which there is a copy, the newest first.
    pub(crate) fn days(&self) -> Result<Vec<NaiveDate>> {
        if !self.folder.is_dir() {
            return Ok(Vec::new());
        }
        let mut days = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let name = entry?.file_name();
            let day = name.to_str().and_then(|name| name.strip_suffix(ENDING)?.strip_suffix('.'));
            days.extend(day.and_then(|day| day.parse::<NaiveDate>().ok()));
        }
        days.sort_by_key(|day| std::cmp::Reverse(*day));
        Ok(days)
    }

    /// Names the copy of a day.
    pub(crate) fn path(&self, day: NaiveDate) -> PathBuf {
        self.folder.join(format!("{day}.{ENDING}"))
    }

    /// Names the folder of photos, each kept once for all copies.
    pub(crate) fn beside(&self) -> PathBuf {
        self.folder.join("blobs")
    }

    /// Names the file in which a copy is made, before it counts.
    pub(crate) fn making(&self) -> Result<PathBuf> {
        files::make_folder(&self.folder)?;
        Ok(self.folder.join("making.new"))
    }

    /// Lets the copy that was made count as the one of a day.
    pub(crate) fn keep(&self, day: NaiveDate) -> Result<()> {
        disk::rename(&self.making()?, &self.path(day))?;
        disk::sync_folder(&self.folder)
    }

    /// Removes the copies that may go, and tells whether there were any.
    pub(crate) fn rotate(&self, today: NaiveDate) -> Result<bool> {
        let days = self.days()?;
        let kept = kept(&days, today);
        let mut removed = false;
        for day in days.iter().filter(|day| !kept.contains(day)) {
            fs::remove_file(self.path(*day))?;
            removed = true;
        }
        Ok(removed)
    }
}

/// Chooses which copies stay: the newest seven and the newest of each month, none of them older than twelve months, and
/// the newest of all whatever its age.
fn kept(newest_first: &[NaiveDate], today: NaiveDate) -> BTreeSet<NaiveDate> {
    let oldest = today.checked_sub_months(Months::new(MONTHLY)).unwrap_or(NaiveDate::MIN);
    let mut kept: BTreeSet<NaiveDate> = newest_first.iter().take(DAILY).copied().collect();
    let mut months = BTreeSet::new();
    kept.extend(newest_first.iter().filter(|day| months.insert((day.year(), day.month()))));
    kept.retain(|day| *day > oldest);
    kept.extend(newest_first.first());
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn of_a_copy_a_day_for_two_years_seven_days_and_twelve_months_stay() {
        let today = day(2026, 11, 22);
        let days: Vec<NaiveDate> = (0..730).map(|back| today - chrono::Days::new(back)).collect();
        let kept = kept(&days, today);
        assert!(days[..7].iter().all(|day| kept.contains(day)));
        let months: BTreeSet<(i32, u32)> = kept.iter().map(|day| (day.year(), day.month())).collect();
        assert_eq!(
            (kept.len(), months.len()),
            (7 + 12, 13),
            "the thirteenth month is the one that has just begun to leave"
        );
        assert!(kept.iter().all(|kept| *kept > day(2025, 11, 22)));
    }

    #[test]
    fn the_newest_stays_however_old_it_is() {
        let kept = kept(&[day(2020, 1, 5), day(2020, 1, 4)], day(2026, 11, 22));
        assert_eq!(kept, [day(2020, 1, 5)].into());
    }
}
