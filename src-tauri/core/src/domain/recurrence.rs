//! When a ritual is due: a named subset of RFC 5545.
//!
//! Rituals recur on floating calendar days. The `rrule` crate does the counting, always in UTC and always at midnight,
//! so no day is ever shortened, doubled or skipped by daylight saving, wherever the computer stands.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta};
use rrule::{Frequency, NWeekday, RRule, RRuleSet, Tz, Unvalidated};
use serde::{Deserialize, Deserializer, Serialize};
use specta::Type;

/// The earliest day a recurrence may name.
pub const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(1900, 1, 1).expect("1 January 1900 is in the calendar");

/// The latest day a recurrence may name, and the last on which anything is due.
pub const LAST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2199, 12, 31).expect("31 December 2199 is in the calendar");

/// The largest interval, in days, weeks, months or years.
pub const MOST_EVERY: u16 = 999;

/// The most rest periods one recurrence may hold: more than one a month for thirty years.
pub const MOST_RESTS: usize = 400;

/// When a ritual is due: how it repeats, from which day, with which rests.
///
/// Its parts are open to be read. Whoever changes one runs [`Recurrence::check`] before keeping it; until then a value
/// that fails the check is simply never due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Recurrence {
    /// The day it starts: nothing is due before it, and intervals are counted from its day, week, month or year.
    pub starts_on: NaiveDate,
    /// How it repeats.
    pub how: How,
    /// The periods in which nothing is due. They do not move the days that follow.
    pub rests: Vec<Rest>,
    /// The last day on which it may be due; without one it goes on.
    pub ends_on: Option<NaiveDate>,
}

/// How a ritual repeats. `every` counts days, weeks, months or years, 1 to [`MOST_EVERY`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum How {
    /// On the day it starts and never again.
    Once,
    /// Every so many days.
    Daily {
        /// The number of days from one to the next.
        every: u16,
    },
    /// Every so many weeks, on chosen weekdays. Weeks start on Monday.
    Weekly {
        /// The number of weeks from one to the next.
        every: u16,
        /// The weekdays: at least one, Monday first, none twice.
        on: Vec<Weekday>,
    },
    /// Every so many months, on a day of the month.
    MonthlyOnDay {
        /// The number of months from one to the next.
        every: u16,
        /// The day, 1 to 31. The 29th to the 31st fall on a shorter month's last day.
        day: u8,
    },
    /// Every so many months, on a weekday counted within the month.
    MonthlyOnNth {
        /// The number of months from one to the next.
        every: u16,
        /// Which of the month's weekdays.
        nth: Nth,
        /// The weekday that is counted.
        weekday: Weekday,
    },
    /// Every so many years, on one day.
    Yearly {
        /// The number of years from one to the next.
        every: u16,
        /// The month, 1 to 12.
        month: u8,
        /// The day of that month. 29 February falls on 28 February in the years that have none.
        day: u8,
    },
}

/// A day of the week, in the order of a week that starts on Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

impl Weekday {
    fn to_chrono(self) -> chrono::Weekday {
        match self {
            Self::Mon => chrono::Weekday::Mon,
            Self::Tue => chrono::Weekday::Tue,
            Self::Wed => chrono::Weekday::Wed,
            Self::Thu => chrono::Weekday::Thu,
            Self::Fri => chrono::Weekday::Fri,
            Self::Sat => chrono::Weekday::Sat,
            Self::Sun => chrono::Weekday::Sun,
        }
    }

    /// The two letters of RFC 5545, section 3.3.10.
    fn letters(self) -> &'static str {
        match self {
            Self::Mon => "MO",
            Self::Tue => "TU",
            Self::Wed => "WE",
            Self::Thu => "TH",
            Self::Fri => "FR",
            Self::Sat => "SA",
            Self::Sun => "SU",
        }
    }
}

impl From<chrono::Weekday> for Weekday {
    fn from(weekday: chrono::Weekday) -> Self {
        match weekday {
            chrono::Weekday::Mon => Self::Mon,
            chrono::Weekday::Tue => Self::Tue,
            chrono::Weekday::Wed => Self::Wed,
            chrono::Weekday::Thu => Self::Thu,
            chrono::Weekday::Fri => Self::Fri,
            chrono::Weekday::Sat => Self::Sat,
            chrono::Weekday::Sun => Self::Sun,
        }
    }
}

/// Which of a month's Mondays, Tuesdays and so on. There is no fifth: not every month has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Nth {
    /// The first one.
    First,
    /// The second one.
    Second,
    /// The third one.
    Third,
    /// The fourth one.
    Fourth,
    /// The last one, be it the fourth or the fifth.
    Last,
}

impl Nth {
    /// The number of RFC 5545's BYDAY, where the last is -1.
    fn number(self) -> i16 {
        match self {
            Self::First => 1,
            Self::Second => 2,
            Self::Third => 3,
            Self::Fourth => 4,
            Self::Last => -1,
        }
    }
}

/// A time of rest: nothing is due from the one day to the other, both of them included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Rest {
    /// The first day of rest.
    pub from: NaiveDate,
    /// The last day of rest.
    pub until: NaiveDate,
}

/// Why a recurrence was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum RecurrenceError {
    /// The interval is not within 1 to [`MOST_EVERY`].
    #[error("the interval is not within 1 to 999")]
    EveryOutOfRange,
    /// No weekday was chosen.
    #[error("no weekday was chosen")]
    NoWeekday,
    /// The weekdays are not in order, or one is there twice.
    #[error("the weekdays are not in order or one is there twice")]
    WeekdaysOutOfOrder,
    /// No month, or no year, has that day.
    #[error("there is no such day")]
    NoSuchDay,
    /// The last day comes before the first.
    #[error("it ends before it starts")]
    EndsBeforeItStarts,
    /// A rest ends before it begins.
    #[error("a rest ends before it begins")]
    RestEndsBeforeItBegins,
    /// There are more than [`MOST_RESTS`] rests.
    #[error("there are too many rests")]
    TooManyRests,
    /// A day lies before [`FIRST_DAY`] or after [`LAST_DAY`].
    #[error("a day lies outside the years 1900 to 2199")]
    DayOutOfReach,
}

impl<'de> Deserialize<'de> for Recurrence {
    // Written out, not `serde(try_from)`: specta would then ask for one type on the way in and another on the way out.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Unchecked {
            starts_on: NaiveDate,
            how: How,
            rests: Vec<Rest>,
            ends_on: Option<NaiveDate>,
        }
        let said = Unchecked::deserialize(from)?;
        Self::new(said.starts_on, said.how, said.rests, said.ends_on).map_err(serde::de::Error::custom)
    }
}

impl Recurrence {
    /// Makes a recurrence, once it is checked; weekdays are put in order and named once each.
    ///
    /// # Errors
    ///
    /// One [`RecurrenceError`] for the first reason found.
    pub fn new(
        starts_on: NaiveDate,
        mut how: How,
        rests: Vec<Rest>,
        ends_on: Option<NaiveDate>,
    ) -> Result<Self, RecurrenceError> {
        if let How::Weekly { on, .. } = &mut how {
            on.sort_unstable();
            on.dedup();
        }
        let made = Self { starts_on, how, rests, ends_on };
        made.check()?;
        Ok(made)
    }

    /// Checks every rule that [`Recurrence::new`] checks, for one whose parts were changed.
    ///
    /// # Errors
    ///
    /// One [`RecurrenceError`] for the first reason found.
    pub fn check(&self) -> Result<(), RecurrenceError> {
        self.how.check()?;
        let within_reach = |day: NaiveDate| (FIRST_DAY..=LAST_DAY).contains(&day);
        if !within_reach(self.starts_on) {
            return Err(RecurrenceError::DayOutOfReach);
        }
        if let Some(ends_on) = self.ends_on {
            if ends_on < self.starts_on {
                return Err(RecurrenceError::EndsBeforeItStarts);
            }
            if !within_reach(ends_on) {
                return Err(RecurrenceError::DayOutOfReach);
            }
        }
        if self.rests.len() > MOST_RESTS {
            return Err(RecurrenceError::TooManyRests);
        }
        for rest in &self.rests {
            if rest.until < rest.from {
                return Err(RecurrenceError::RestEndsBeforeItBegins);
            }
            if !within_reach(rest.from) || !within_reach(rest.until) {
                return Err(RecurrenceError::DayOutOfReach);
            }
        }
        Ok(())
    }

    /// Says whether it is due on that day. For a stretch of days [`Recurrence::due_between`] is far quicker.
    #[must_use]
    pub fn due_on(&self, day: NaiveDate) -> bool {
        !self.due_between(day, day, 1).is_empty()
    }

    /// Lists the days on which it is due, earliest first, both ends included, and never more than `at_most`.
    #[must_use]
    pub fn due_between(&self, from: NaiveDate, until: NaiveDate, at_most: usize) -> Vec<NaiveDate> {
        let last = until.min(self.last_day());
        let mut due = Vec::new();
        let mut from = from;
        'after_a_rest: loop {
            for day in self.by_rule(from) {
                if day > last || due.len() >= at_most {
                    return due;
                }
                if let Some(rest) = self.rest_over(day) {
                    // Leaping over the whole rest keeps a long one as quick as a short one.
                    let Some(next) = rest.until.succ_opt() else {
                        return due;
                    };
                    from = next;
                    continue 'after_a_rest;
                }
                due.push(day);
            }
            return due;
        }
    }

    /// Finds the first day, from this one on, on which it is due.
    #[must_use]
    pub fn next_on_or_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.due_between(day, LAST_DAY, 1).pop()
    }

    /// Finds the last day before this one on which it was due.
    #[must_use]
    pub fn previous_before(&self, day: NaiveDate) -> Option<NaiveDate> {
        if self.check().is_err() {
            return None;
        }
        let mut until = day.pred_opt()?.min(self.last_day());
        loop {
            let found = self.last_by_rule(until)?;
            match self.rest_over(found) {
                None => return Some(found),
                Some(rest) => until = rest.from.pred_opt()?,
            }
        }
    }

    /// Writes it as the property lines of an RFC 5545 event: `DTSTART`, `RRULE` and, for its rests, `EXDATE`.
    ///
    /// All of them are floating days (`VALUE=DATE`, section 3.3.4), one property a line, lines parted by `\n`; whoever
    /// writes a calendar file folds them (section 3.1). A day of the month past the 28th is written as the last of the
    /// days up to it (`BYMONTHDAY=28,29,30,31;BYSETPOS=-1`), for plain `BYMONTHDAY=31` would leave short months out.
    /// Answers nothing where nothing is ever due.
    #[must_use]
    pub fn to_rrule(&self) -> Option<String> {
        // DTSTART itself counts as due (section 3.8.5.3), so it has to be a day that is.
        let first = self.by_rule(FIRST_DAY).next().filter(|day| *day <= self.last_day())?;
        let mut lines = vec![format!("DTSTART;VALUE=DATE:{}", basic(first))];
        if let Some(rule) = self.how.rule_parts() {
            let end = match self.ends_on {
                Some(ends_on) => format!(";UNTIL={}", basic(ends_on)),
                None => String::new(),
            };
            lines.push(format!("RRULE:{rule}{end}"));
        }
        let mut rested: Vec<NaiveDate> = self
            .rests
            .iter()
            .flat_map(|rest| {
                let last = rest.until.min(self.last_day());
                self.by_rule(rest.from).take_while(move |day| *day <= last)
            })
            .collect();
        rested.sort_unstable();
        rested.dedup();
        if !rested.is_empty() {
            let days: Vec<String> = rested.into_iter().map(basic).collect();
            lines.push(format!("EXDATE;VALUE=DATE:{}", days.join(",")));
        }
        Some(lines.join("\n"))
    }

    fn last_day(&self) -> NaiveDate {
        self.ends_on.unwrap_or(LAST_DAY).min(LAST_DAY)
    }

    fn rest_over(&self, day: NaiveDate) -> Option<&Rest> {
        self.rests.iter().find(|rest| (rest.from..=rest.until).contains(&day))
    }

    /// The days the rule names from `from` on, without end, resting or not.
    fn by_rule(&self, from: NaiveDate) -> impl Iterator<Item = NaiveDate> + use<> {
        let from = from.max(self.starts_on);
        let checked = self.check().is_ok() && from <= LAST_DAY;
        let once = (checked && self.how == How::Once).then_some(self.starts_on);
        let rule = if checked { self.rule_from(self.period_start(from)) } else { None };
        once.into_iter()
            .chain(rule.into_iter().flat_map(|rule| rule.into_iter().map(|instant| instant.date_naive())))
            .skip_while(move |day| *day < from)
            .take_while(|day| *day <= LAST_DAY)
    }

    fn last_by_rule(&self, until: NaiveDate) -> Option<NaiveDate> {
        let mut until = until;
        while until >= self.starts_on {
            let period = self.period_start(until);
            let found = self.by_rule(period).take_while(|day| *day <= until).last();
            if found.is_some() {
                return found;
            }
            until = period.pred_opt()?;
        }
        None
    }

    /// The first day of the interval that holds `day`: the day, Monday, first of the month or first of the year from
    /// which the rule's counting starts. It is a whole number of intervals after the one that holds the start, so that a
    /// rule that began sixty years ago is asked about this week only. `day` is not before the start.
    fn period_start(&self, day: NaiveDate) -> NaiveDate {
        let start = self.starts_on;
        let in_days = |anchor: NaiveDate, length: i64| {
            let passed = (day - anchor).num_days();
            anchor.checked_add_signed(TimeDelta::days(passed - passed.rem_euclid(length))).unwrap_or(start)
        };
        let in_months = |anchor: NaiveDate, length: u32| {
            let months = |of: NaiveDate| of.year() * 12 + of.month0() as i32;
            let passed = u32::try_from(months(day) - months(anchor)).unwrap_or(0);
            anchor.checked_add_months(Months::new(passed - passed % length)).unwrap_or(start)
        };
        match self.how {
            How::Once => start,
            How::Daily { every } => in_days(start, i64::from(every.max(1))),
            How::Weekly { every, .. } => {
                let since_monday = u64::from(start.weekday().num_days_from_monday());
                let monday = start.checked_sub_days(Days::new(since_monday)).unwrap_or(start);
                in_days(monday, 7 * i64::from(every.max(1)))
            }
            How::MonthlyOnDay { every, .. } | How::MonthlyOnNth { every, .. } => {
                in_months(start.with_day(1).unwrap_or(start), u32::from(every.max(1)))
            }
            How::Yearly { every, .. } => {
                in_months(start.with_ordinal(1).unwrap_or(start), 12 * u32::from(every.max(1)))
            }
        }
    }

    fn rule_from(&self, period_start: NaiveDate) -> Option<RRuleSet> {
        // UTC has no daylight saving. The machine's own zone would lose the midnights that it skips.
        let midnight = period_start.and_time(NaiveTime::MIN).and_utc().with_timezone(&Tz::UTC);
        self.how.rule()?.build(midnight).ok()
    }
}

impl How {
    /// Checks the interval and the days; the rest is checked where a [`Recurrence`] is made.
    ///
    /// # Errors
    ///
    /// One [`RecurrenceError`] for the first reason found.
    pub fn check(&self) -> Result<(), RecurrenceError> {
        match self {
            Self::Once => return Ok(()),
            Self::Daily { every }
            | Self::Weekly { every, .. }
            | Self::MonthlyOnDay { every, .. }
            | Self::MonthlyOnNth { every, .. }
            | Self::Yearly { every, .. } => {
                if !(1..=MOST_EVERY).contains(every) {
                    return Err(RecurrenceError::EveryOutOfRange);
                }
            }
        }
        match self {
            Self::Weekly { on, .. } if on.is_empty() => Err(RecurrenceError::NoWeekday),
            Self::Weekly { on, .. } if !on.windows(2).all(|two| two[0] < two[1]) => {
                Err(RecurrenceError::WeekdaysOutOfOrder)
            }
            Self::MonthlyOnDay { day, .. } if !(1..=31).contains(day) => Err(RecurrenceError::NoSuchDay),
            // A leap year has every day that any year has.
            Self::Yearly { month, day, .. }
                if NaiveDate::from_ymd_opt(2000, u32::from(*month), u32::from(*day)).is_none() =>
            {
                Err(RecurrenceError::NoSuchDay)
            }
            _ => Ok(()),
        }
    }

    fn rule(&self) -> Option<RRule<Unvalidated>> {
        let every = |frequency, every: u16| RRule::new(frequency).interval(every).week_start(chrono::Weekday::Mon);
        Some(match self {
            Self::Once => return None,
            Self::Daily { every: days } => every(Frequency::Daily, *days),
            Self::Weekly { every: weeks, on } => every(Frequency::Weekly, *weeks)
                .by_weekday(on.iter().map(|weekday| NWeekday::Every(weekday.to_chrono())).collect()),
            Self::MonthlyOnDay { every: months, day } => {
                let (days, last) = days_up_to(*day);
                every(Frequency::Monthly, *months).by_month_day(days).by_set_pos(last)
            }
            Self::MonthlyOnNth { every: months, nth, weekday } => {
                every(Frequency::Monthly, *months).by_weekday(vec![NWeekday::Nth(nth.number(), weekday.to_chrono())])
            }
            Self::Yearly { every: years, month, day } => {
                let (days, last) = yearly_days(*month, *day);
                every(Frequency::Yearly, *years)
                    .by_month(&[chrono::Month::try_from(*month).ok()?])
                    .by_month_day(days)
                    .by_set_pos(last)
            }
        })
    }

    fn rule_parts(&self) -> Option<String> {
        let frequency = |name: &str, every: u16| match every {
            1 => format!("FREQ={name};WKST=MO"),
            _ => format!("FREQ={name};INTERVAL={every};WKST=MO"),
        };
        let on_days = |(days, last): (Vec<i8>, Vec<i32>)| {
            let days: Vec<String> = days.iter().map(ToString::to_string).collect();
            let last = if last.is_empty() { "" } else { ";BYSETPOS=-1" };
            format!("BYMONTHDAY={}{last}", days.join(","))
        };
        Some(match self {
            Self::Once => return None,
            Self::Daily { every } => frequency("DAILY", *every),
            Self::Weekly { every, on } => {
                let on: Vec<&str> = on.iter().map(|weekday| weekday.letters()).collect();
                format!("{};BYDAY={}", frequency("WEEKLY", *every), on.join(","))
            }
            Self::MonthlyOnDay { every, day } => {
                format!("{};{}", frequency("MONTHLY", *every), on_days(days_up_to(*day)))
            }
            Self::MonthlyOnNth { every, nth, weekday } => {
                format!("{};BYDAY={}{}", frequency("MONTHLY", *every), nth.number(), weekday.letters())
            }
            Self::Yearly { every, month, day } => {
                format!("{};BYMONTH={month};{}", frequency("YEARLY", *every), on_days(yearly_days(*month, *day)))
            }
        })
    }
}

/// `BYMONTHDAY` and `BYSETPOS` for a day of the month. Up to the 28th it is that day. Past it, it is the last there is of
/// the 28th and the days up to it: every month has a 28th.
fn days_up_to(day: u8) -> (Vec<i8>, Vec<i32>) {
    let day = i8::try_from(day).unwrap_or(i8::MAX);
    if day <= 28 { (vec![day], Vec::new()) } else { ((28..=day).collect(), vec![-1]) }
}

/// The same for a day of the year, where only 29 February is not there each year.
fn yearly_days(month: u8, day: u8) -> (Vec<i8>, Vec<i32>) {
    if month == 2 { days_up_to(day) } else { (vec![i8::try_from(day).unwrap_or(i8::MAX)], Vec::new()) }
}

/// A date as RFC 5545 writes it (section 3.3.4): `20261101`.
fn basic(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn made(starts_on: NaiveDate, how: How) -> Recurrence {
        Recurrence::new(starts_on, how, Vec::new(), None).unwrap()
    }

    fn last_of_month(of: NaiveDate) -> u32 {
        let first = of.with_day(1).unwrap();
        (first + Months::new(1)).pred_opt().unwrap().day()
    }

    /// The same rules, worked out a day at a time and without rrule.
    fn worked_out(of: &Recurrence, on: NaiveDate) -> bool {
        if on < of.starts_on
            || on > of.ends_on.unwrap_or(LAST_DAY)
            || of.rests.iter().any(|rest| rest.from <= on && on <= rest.until)
        {
            return false;
        }
        let monday = |of: NaiveDate| of - Days::new(u64::from(of.weekday().num_days_from_monday()));
        let months = |of: NaiveDate| of.year() * 12 + of.month0() as i32;
        let months_since = months(on) - months(of.starts_on);
        match &of.how {
            How::Once => on == of.starts_on,
            How::Daily { every } => (on - of.starts_on).num_days() % i64::from(*every) == 0,
            How::Weekly { every, on: weekdays } => {
                (monday(on) - monday(of.starts_on)).num_weeks() % i64::from(*every) == 0
                    && weekdays.contains(&on.weekday().into())
            }
            How::MonthlyOnDay { every, day } => {
                months_since % i32::from(*every) == 0 && on.day() == u32::from(*day).min(last_of_month(on))
            }
            How::MonthlyOnNth { every, nth, weekday } => {
                let which = (on.day() - 1) / 7;
                let right = match nth {
                    Nth::First => which == 0,
                    Nth::Second => which == 1,
                    Nth::Third => which == 2,
                    Nth::Fourth => which == 3,
                    Nth::Last => on.day() + 7 > last_of_month(on),
                };
                months_since % i32::from(*every) == 0 && Weekday::from(on.weekday()) == *weekday && right
            }
            How::Yearly { every, month, day } => {
                (on.year() - of.starts_on.year()) % i32::from(*every) == 0
                    && on.month() == u32::from(*month)
                    && on.day() == u32::from(*day).min(last_of_month(on))
            }
        }
    }

    /// Compares every way of asking with the plain working out, over whole years.
    fn compare(of: &Recurrence, from: NaiveDate, until: NaiveDate) {
        let expected: Vec<NaiveDate> =
            from.iter_days().take_while(|on| *on <= until).filter(|on| worked_out(of, *on)).collect();
        assert_eq!(of.due_between(from, until, usize::MAX), expected, "{of:?}");
        // Days scattered over the span, for the three that start counting afresh at each call.
        for on in from.iter_days().step_by(101).take_while(|on| *on <= until) {
            assert_eq!(of.due_on(on), worked_out(of, on), "{of:?} on {on}");
            let next = of.next_on_or_after(on).filter(|next| *next <= until);
            let expected_next = expected.iter().copied().find(|due| *due >= on);
            assert_eq!(next, expected_next, "{of:?} from {on}");
            let previous = of.previous_before(on).filter(|previous| *previous >= from);
            let expected_previous = expected.iter().copied().rfind(|due| *due < on);
            assert_eq!(previous, expected_previous, "{of:?} before {on}");
        }
    }

    /// A tiny generator, the same at every run (the constants are Knuth's, from MMIX).
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, bound: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % bound
        }

        fn day(&mut self) -> NaiveDate {
            day(1995, 1, 1) + Days::new(self.below(366 * 12))
        }

        fn every(&mut self) -> u16 {
            [1, 1, 2, 3, 5, 7, 12, 13, 52, 999][self.below(10) as usize]
        }

        fn weekday(&mut self) -> Weekday {
            EVERY_WEEKDAY[self.below(7) as usize]
        }
    }

    const EVERY_WEEKDAY: [Weekday; 7] =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

    const EVERY_NTH: [Nth; 5] = [Nth::First, Nth::Second, Nth::Third, Nth::Fourth, Nth::Last];

    #[test]
    fn once_is_due_on_its_day_and_never_again() {
        let once = made(day(2026, 11, 1), How::Once);
        compare(&once, day(2020, 1, 1), day(2035, 12, 31));
        assert_eq!(once.due_between(FIRST_DAY, LAST_DAY, 9), [day(2026, 11, 1)]);
    }

    #[test]
    fn daily_falls_where_counting_by_hand_falls() {
        for every in [1, 2, 3, 7, 10, 365, 999] {
            let daily = made(day(2001, 3, 31), How::Daily { every });
            compare(&daily, day(2000, 1, 1), day(2031, 12, 31));
        }
    }

    #[test]
    fn weekly_falls_where_counting_by_hand_falls() {
        let mut dice = Dice(7);
        for _ in 0..40 {
            let on = (0..=dice.below(4)).map(|_| dice.weekday()).collect();
            let every = dice.every();
            let weekly = made(dice.day(), How::Weekly { every, on });
            compare(&weekly, day(1994, 1, 1), day(2024, 12, 31));
        }
    }

    #[test]
    fn every_day_of_the_month_falls_where_counting_by_hand_falls() {
        for wanted in 1..=31 {
            for every in [1, 2, 5, 12, 999] {
                let how = How::MonthlyOnDay { every, day: wanted };
                compare(&made(day(1999, 12, 31), how), day(1999, 1, 1), day(2016, 12, 31));
            }
        }
    }

    #[test]
    fn every_nth_weekday_falls_where_counting_by_hand_falls() {
        let mut dice = Dice(11);
        for nth in EVERY_NTH {
            for weekday in EVERY_WEEKDAY {
                let every = dice.every();
                let how = How::MonthlyOnNth { every, nth, weekday };
                compare(&made(dice.day(), how), day(1994, 1, 1), day(2024, 12, 31));
            }
        }
    }

    #[test]
    fn every_day_of_the_year_falls_where_counting_by_hand_falls() {
        let leap_year = day(2000, 1, 1).iter_days().take(366);
        let month_ends = |on: &NaiveDate| on.day() % 7 == 1 || on.day() >= 28;
        for (number, on) in leap_year.filter(month_ends).enumerate() {
            let how =
                How::Yearly { every: [1, 2, 3, 4, 100][number % 5], month: on.month() as u8, day: on.day() as u8 };
            compare(&made(day(1997, 6, 15), how), day(1997, 1, 1), day(2009, 12, 31));
        }
    }

    #[test]
    fn rests_and_ends_fall_where_counting_by_hand_falls() {
        let mut dice = Dice(23);
        for _ in 0..120 {
            let every = dice.every().min(13);
            let how = match dice.below(5) {
                0 => How::Daily { every },
                1 => How::Weekly { every, on: vec![dice.weekday(), dice.weekday()] },
                2 => How::MonthlyOnDay { every, day: 26 + dice.below(6) as u8 },
                3 => How::MonthlyOnNth { every, nth: EVERY_NTH[dice.below(5) as usize], weekday: dice.weekday() },
                _ => How::Yearly { every, month: 2, day: 29 },
            };
            let rests = (0..dice.below(6))
                .map(|_| {
                    let from = dice.day();
                    let until = from + Days::new(dice.below(500));
                    Rest { from, until }
                })
                .collect();
            let starts_on = dice.day();
            let ends_on = (dice.below(2) == 0).then(|| starts_on + Days::new(dice.below(4000)));
            let recurrence = Recurrence::new(starts_on, how, rests, ends_on).unwrap();
            compare(&recurrence, day(1994, 1, 1), day(2015, 12, 31));
        }
    }

    #[test]
    fn the_thirty_first_falls_on_the_last_day_of_a_short_month() {
        let how = How::MonthlyOnDay { every: 1, day: 31 };
        assert_eq!(
            made(day(2028, 1, 31), how).due_between(day(2028, 1, 1), day(2028, 6, 30), 9),
            [
                day(2028, 1, 31),
                day(2028, 2, 29),
                day(2028, 3, 31),
                day(2028, 4, 30),
                day(2028, 5, 31),
                day(2028, 6, 30),
            ]
        );
    }

    #[test]
    fn the_twenty_ninth_of_february_falls_on_the_twenty_eighth_in_other_years() {
        let how = How::Yearly { every: 1, month: 2, day: 29 };
        assert_eq!(
            made(day(2024, 2, 29), how).due_between(day(2024, 1, 1), day(2028, 12, 31), 9),
            [day(2024, 2, 29), day(2025, 2, 28), day(2026, 2, 28), day(2027, 2, 28), day(2028, 2, 29),]
        );
    }

    #[test]
    fn every_second_week_is_counted_from_the_monday_of_the_first() {
        // 1 November 2026 is a Sunday: the Monday after it opens the week that is left out.
        let how = How::Weekly { every: 2, on: vec![Weekday::Mon, Weekday::Sun] };
        assert_eq!(
            made(day(2026, 11, 1), how).due_between(day(2026, 10, 1), day(2026, 11, 30), 9),
            [day(2026, 11, 1), day(2026, 11, 9), day(2026, 11, 15), day(2026, 11, 23), day(2026, 11, 29)]
        );
    }

    #[test]
    fn days_need_no_midnight_in_any_zone() {
        // In São Paulo 4 November 2018 began at one o'clock. rrule, asked in that zone, leaves the day out.
        let skipped = day(2018, 11, 4);
        let there = Tz::America__Sao_Paulo;
        let start = chrono::TimeZone::with_ymd_and_hms(&there, 2018, 11, 3, 0, 0, 0).unwrap();
        let in_that_zone = RRule::new(Frequency::Daily).build(start).unwrap();
        assert!(
            !in_that_zone.into_iter().take(3).any(|at| { at.date_naive() == skipped && at.time() == NaiveTime::MIN })
        );
        let daily = made(day(2018, 11, 3), How::Daily { every: 1 });
        assert!(daily.due_on(skipped));
        // Ours never leaves UTC: every instant rrule is given or gives is a midnight there, and no day is missing.
        let rule = daily.rule_from(day(2018, 11, 3)).unwrap();
        assert_eq!(rule.get_dt_start().timezone(), Tz::UTC);
        let instants = rule.into_iter().take(4000);
        for (at, expected) in instants.zip(day(2018, 11, 3).iter_days()) {
            assert_eq!((at.timezone(), at.time()), (Tz::UTC, NaiveTime::MIN));
            assert_eq!(at.date_naive(), expected);
        }
    }

    #[test]
    fn a_start_long_ago_answers_at_once() {
        let long_ago = day(1966, 11, 22);
        let hows = [
            How::Once,
            How::Daily { every: 1 },
            How::Weekly { every: 1, on: vec![Weekday::Sun] },
            How::MonthlyOnDay { every: 1, day: 31 },
            How::MonthlyOnNth { every: 1, nth: Nth::Last, weekday: Weekday::Fri },
            How::Yearly { every: 1, month: 2, day: 29 },
        ];
        for how in hows {
            let recurrence = made(long_ago, how);
            let began = Instant::now();
            for days in 0..50 {
                let _ = recurrence.next_on_or_after(day(2026, 11, 22) + Days::new(days));
            }
            assert!(began.elapsed() / 50 < Duration::from_millis(5), "{recurrence:?}");
        }
    }

    #[test]
    fn a_rest_of_three_centuries_is_leapt_over_at_once() {
        let rests = vec![Rest { from: FIRST_DAY, until: day(2199, 12, 30) }];
        let daily = Recurrence::new(FIRST_DAY, How::Daily { every: 1 }, rests, None).unwrap();
        let began = Instant::now();
        assert_eq!(daily.next_on_or_after(FIRST_DAY), Some(LAST_DAY));
        assert_eq!(daily.previous_before(LAST_DAY), None);
        assert!(began.elapsed() < Duration::from_millis(100));
    }

    #[test]
    fn no_more_than_asked_for_is_answered() {
        let daily = made(day(2026, 11, 1), How::Daily { every: 1 });
        assert_eq!(daily.due_between(FIRST_DAY, LAST_DAY, 3).len(), 3);
        assert!(daily.due_between(FIRST_DAY, LAST_DAY, 0).is_empty());
        assert!(daily.due_between(LAST_DAY, FIRST_DAY, 3).is_empty());
    }

    #[test]
    fn nothing_is_due_past_the_last_day_and_no_date_breaks_it() {
        for how in [
            How::Daily { every: 999 },
            How::Weekly { every: 999, on: vec![Weekday::Sun] },
            How::MonthlyOnDay { every: 999, day: 31 },
            How::Yearly { every: 999, month: 2, day: 29 },
        ] {
            let recurrence = made(day(2199, 12, 1), how);
            for asked in [NaiveDate::MIN, FIRST_DAY, LAST_DAY, NaiveDate::MAX] {
                let next = recurrence.next_on_or_after(asked);
                assert!(next.is_none_or(|next| next <= LAST_DAY));
                let previous = recurrence.previous_before(asked);
                assert!(previous.is_none_or(|previous| previous <= LAST_DAY));
            }
        }
    }

    #[test]
    fn each_refusal_has_its_own_reason() {
        let start = day(2026, 11, 1);
        let refused = |how| Recurrence::new(start, how, Vec::new(), None).unwrap_err();
        for every in [0, 1000] {
            let error = refused(How::Daily { every });
            assert_eq!(error, RecurrenceError::EveryOutOfRange);
        }
        let on = Vec::new();
        assert_eq!(refused(How::Weekly { every: 1, on }), RecurrenceError::NoWeekday);
        for day in [0, 32, 255] {
            let error = refused(How::MonthlyOnDay { every: 1, day });
            assert_eq!(error, RecurrenceError::NoSuchDay);
        }
        for (month, day) in [(2, 30), (4, 31), (13, 1), (0, 1), (1, 0)] {
            let every = 1;
            let error = refused(How::Yearly { every, month, day });
            assert_eq!(error, RecurrenceError::NoSuchDay);
        }
        let rested = |rests, ends_on| Recurrence::new(start, How::Once, rests, ends_on).unwrap_err();
        let rest = |from, until| Rest { from, until };
        assert_eq!(rested(Vec::new(), start.pred_opt()), RecurrenceError::EndsBeforeItStarts);
        assert_eq!(rested(vec![rest(start, day(2026, 10, 31))], None), RecurrenceError::RestEndsBeforeItBegins);
        assert_eq!(rested(vec![rest(start, start); MOST_RESTS + 1], None), RecurrenceError::TooManyRests);
        assert_eq!(rested(vec![rest(start, NaiveDate::MAX)], None), RecurrenceError::DayOutOfReach);
        assert_eq!(rested(Vec::new(), Some(NaiveDate::MAX)), RecurrenceError::DayOutOfReach);
        let mut changed = made(start, How::Daily { every: 1 });
        changed.how = How::Weekly { every: 1, on: vec![Weekday::Tue, Weekday::Mon] };
        assert_eq!(changed.check(), Err(RecurrenceError::WeekdaysOutOfOrder));
        assert!(!changed.due_on(day(2026, 11, 3)));
        changed.how = How::Daily { every: 0 };
        assert_eq!(changed.next_on_or_after(start), None);
        assert_eq!(changed.previous_before(LAST_DAY), None);
        assert_eq!(changed.to_rrule(), None);
    }

    #[test]
    fn what_is_read_is_checked_like_what_is_made() {
        let weekly = Recurrence::new(
            day(2026, 11, 1),
            How::Weekly { every: 2, on: vec![Weekday::Sun, Weekday::Mon, Weekday::Sun] },
            vec![Rest { from: day(2026, 12, 20), until: day(2027, 1, 6) }],
            Some(day(2030, 1, 1)),
        )
        .unwrap();
        let text = serde_json::to_string(&weekly).unwrap();
        assert_eq!(
            text,
            concat!(
                r#"{"starts_on":"2026-11-01","how":{"kind":"weekly","every":2,"on":["mon","sun"]},"#,
                r#""rests":[{"from":"2026-12-20","until":"2027-01-06"}],"ends_on":"2030-01-01"}"#
            )
        );
        assert_eq!(serde_json::from_str::<Recurrence>(&text).unwrap(), weekly);
        let broken = text.replace("\"every\":2", "\"every\":0");
        assert!(serde_json::from_str::<Recurrence>(&broken).is_err());
        let backwards = text.replace("2030-01-01", "2026-10-31");
        assert!(serde_json::from_str::<Recurrence>(&backwards).is_err());
    }

    #[test]
    fn the_text_is_that_of_rfc_5545() {
        let text = |starts_on, how| made(starts_on, how).to_rrule().unwrap();
        assert_eq!(text(day(2026, 11, 1), How::Once), "DTSTART;VALUE=DATE:20261101");
        assert_eq!(
            text(day(2026, 11, 1), How::Daily { every: 3 }),
            "DTSTART;VALUE=DATE:20261101\nRRULE:FREQ=DAILY;INTERVAL=3;WKST=MO"
        );
        let on = vec![Weekday::Wed, Weekday::Mon];
        assert_eq!(
            text(day(2026, 11, 1), How::Weekly { every: 1, on }),
            "DTSTART;VALUE=DATE:20261102\nRRULE:FREQ=WEEKLY;WKST=MO;BYDAY=MO,WE"
        );
        assert_eq!(
            text(day(2026, 11, 1), How::MonthlyOnDay { every: 1, day: 30 }),
            "DTSTART;VALUE=DATE:20261130\nRRULE:FREQ=MONTHLY;WKST=MO;BYMONTHDAY=28,29,30;BYSETPOS=-1"
        );
        let nth = How::MonthlyOnNth { every: 1, nth: Nth::Last, weekday: Weekday::Sun };
        assert_eq!(text(day(2026, 11, 1), nth), "DTSTART;VALUE=DATE:20261129\nRRULE:FREQ=MONTHLY;WKST=MO;BYDAY=-1SU");
        let yearly = How::Yearly { every: 1, month: 2, day: 29 };
        assert_eq!(
            text(day(2026, 11, 1), yearly),
            "DTSTART;VALUE=DATE:20270228\nRRULE:FREQ=YEARLY;WKST=MO;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"
        );
        let rests = vec![Rest { from: day(2026, 11, 4), until: day(2026, 11, 5) }];
        let resting = Recurrence::new(day(2026, 11, 1), How::Daily { every: 1 }, rests, Some(day(2026, 11, 9)));
        assert_eq!(
            resting.unwrap().to_rrule().unwrap(),
            "DTSTART;VALUE=DATE:20261101\nRRULE:FREQ=DAILY;WKST=MO;UNTIL=20261109\nEXDATE;VALUE=DATE:20261104,20261105"
        );
    }

    #[test]
    fn the_text_read_by_another_reader_names_the_same_days() {
        let start = day(2027, 1, 31);
        let rests = vec![Rest { from: day(2028, 2, 1), until: day(2028, 7, 31) }];
        for how in [
            How::Daily { every: 9 },
            How::Weekly { every: 3, on: vec![Weekday::Tue, Weekday::Sat] },
            How::MonthlyOnDay { every: 1, day: 31 },
            How::MonthlyOnNth { every: 2, nth: Nth::Last, weekday: Weekday::Thu },
            How::Yearly { every: 1, month: 2, day: 29 },
        ] {
            let ours = Recurrence::new(start, how, rests.clone(), Some(day(2034, 12, 31))).unwrap();
            // rrule reads a floating date in the machine's own zone, so each date is given one first.
            let zoned: Vec<String> = ours
                .to_rrule()
                .unwrap()
                .replace(";VALUE=DATE", "")
                .split_inclusive([',', '\n', ';'])
                .map(|part| {
                    let end = part.len() - usize::from(part.ends_with([',', '\n', ';']));
                    let (value, mark) = part.split_at(end);
                    let date = value.len() >= 8 && value[value.len() - 8..].bytes().all(|byte| byte.is_ascii_digit());
                    format!("{value}{}{mark}", if date { "T000000Z" } else { "" })
                })
                .collect();
            let read: RRuleSet = zoned.concat().parse().unwrap();
            let theirs: Vec<NaiveDate> = read.into_iter().map(|at| at.date_naive()).collect();
            assert_eq!(ours.due_between(FIRST_DAY, LAST_DAY, usize::MAX), theirs);
        }
    }
}
