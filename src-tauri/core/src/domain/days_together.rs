//! The counted milestone: days all together.
//!
//! What was lived is kept as spans, and the number is always worked out from them: how many days lie in their union. A day
//! counts once it is over, as people in recovery count: who starts on 1 November has one day on 2 November. Starting again
//! closes one span and opens another on the same day, so the number stays and goes on growing (abstinence violation
//! effect). Nothing lowers it but her own act: moving a start, or saying that one was mistyped.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

/// Names a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct SpanId(pub Uuid);

impl SpanId {
    /// Draws a fresh id from the randomness passed in.
    pub fn draw(rng: &mut dyn rand_core::CryptoRng) -> Self {
        let mut bytes = [0; 16];
        rng.fill_bytes(&mut bytes);
        Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }
}

/// A stretch of days that count.
///
/// Two devices apart may have left one whose end comes before its start; it counts nothing and breaks nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Span {
    /// Its id.
    pub id: SpanId,
    /// The first day lived.
    pub from: NaiveDate,
    /// The day on which another span took over, itself no longer counted here; `None` while it goes on.
    pub until: Option<NaiveDate>,
}

/// The spans of one counted milestone, in any order, overlapping or not. They belong in *mine* only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct Spans(Vec<Span>);

/// Why a change to the spans was refused. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum SpansError {
    /// The day has not come yet.
    #[error("the day has not come yet")]
    NotYet,
    /// The day is before the start of the span that goes on: it is that start she means to move.
    #[error("the day is before the start that goes on")]
    BeforeTheStart,
    /// The day is after the end of the span it should start.
    #[error("the day is after the span's end")]
    AfterItsEnd,
    /// No span has that id, or not any more.
    #[error("there is no such span")]
    NoSuchSpan,
    /// A span has that id already.
    #[error("the id is taken")]
    IdTaken,
}

impl Spans {
    /// Takes the spans as they were kept. None is refused: what was lived counts, whatever was merged since.
    #[must_use]
    pub fn new(kept: Vec<Span>) -> Self {
        Self(kept)
    }

    /// Lends the spans, in the order in which they were kept.
    pub fn iter(&self) -> impl Iterator<Item = &Span> {
        self.0.iter()
    }

    /// Counts the days all together: the whole days in the union of the spans, up to `today`, which is not over yet.
    ///
    /// For unchanged spans it never gets smaller from one day to a later one.
    #[must_use]
    pub fn all_together(&self, today: NaiveDate) -> u32 {
        let days: i64 = self
            .union()
            .iter()
            .map(|(from, until)| {
                let until = until.map_or(today, |until| until.min(today));
                (until - *from).num_days().max(0)
            })
            .sum();
        // The whole of chrono's calendar has fewer days than a u32 can hold.
        u32::try_from(days).unwrap_or(u32::MAX)
    }

    /// Starts again from a day: whatever goes on is closed on that day, and a new span opens on it.
    ///
    /// No [`Spans::all_together`] gets smaller, on no day. Answers which span goes on now: the new one, or, where one
    /// started that very day, that one, for a second press on one day adds nothing to look back at.
    ///
    /// # Errors
    ///
    /// [`SpansError::NotYet`], [`SpansError::BeforeTheStart`] (she moves that start instead), [`SpansError::IdTaken`].
    pub fn start_again_from(&mut self, day: NaiveDate, today: NaiveDate, new_id: SpanId) -> Result<SpanId, SpansError> {
        if day > today {
            return Err(SpansError::NotYet);
        }
        if self.0.iter().any(|span| span.id == new_id) {
            return Err(SpansError::IdTaken);
        }
        // Two devices apart may have opened one each: the later start is the one that she sees.
        let going_on = self.0.iter().filter(|span| span.until.is_none()).max_by_key(|span| (span.from, span.id));
        match going_on {
            Some(span) if day < span.from => return Err(SpansError::BeforeTheStart),
            Some(span) if day == span.from => return Ok(span.id),
            _ => {}
        }
        for span in self.0.iter_mut().filter(|span| span.until.is_none()) {
            span.until = Some(day);
        }
        self.0.push(Span { id: new_id, from: day, until: None });
        Ok(new_id)
    }

    /// Moves the day on which a span started, earlier or later; the other spans stay as they are.
    ///
    /// The day is hers to know, so no reason is asked. Later means fewer days: only this and [`Spans::mistyped`] can lower
    /// the number, by her own act.
    ///
    /// # Errors
    ///
    /// [`SpansError::NotYet`], [`SpansError::NoSuchSpan`], [`SpansError::AfterItsEnd`].
    pub fn move_start(&mut self, id: SpanId, day: NaiveDate, today: NaiveDate) -> Result<(), SpansError> {
        if day > today {
            return Err(SpansError::NotYet);
        }
        let span = self.0.iter_mut().find(|span| span.id == id).ok_or(SpansError::NoSuchSpan)?;
        if span.until.is_some_and(|until| day > until) {
            return Err(SpansError::AfterItsEnd);
        }
        span.from = day;
        Ok(())
    }

    /// Takes a span away, as if it had never been started: the one that started before it goes on to where this one did.
    ///
    /// So taking back a "start again" brings back exactly what was before. The first span has none before it: its days go
    /// with it, and the number may get smaller, by her own act. Answers the span as it was, for undo.
    ///
    /// # Errors
    ///
    /// [`SpansError::NoSuchSpan`].
    pub fn mistyped(&mut self, id: SpanId) -> Result<Span, SpansError> {
        let at = self.0.iter().position(|span| span.id == id).ok_or(SpansError::NoSuchSpan)?;
        let gone = self.0.remove(at);
        let before = self
            .0
            .iter_mut()
            .filter(|span| (span.from, span.id) < (gone.from, gone.id))
            .max_by_key(|span| (span.from, span.id));
        if let Some(before) = before {
            before.until = match (before.until, gone.until) {
                (Some(until), Some(later)) => Some(until.max(later)),
                _ => None,
            };
        }
        Ok(gone)
    }

    /// Tells since when the span that goes on has been going; where two do, the later start. For her alone, and only if
    /// she asks for it.
    #[must_use]
    pub fn open_since(&self) -> Option<NaiveDate> {
        self.0.iter().filter(|span| span.until.is_none()).map(|span| span.from).max()
    }

    /// Finds the day after `today` on which the number will be reached if the span that goes on goes on.
    ///
    /// Answers nothing where it is reached already, or where nothing goes on. The day stays in *mine*: an expected day that
    /// moves tells.
    #[must_use]
    pub fn reaches_on(&self, number: u32, today: NaiveDate) -> Option<NaiveDate> {
        self.day_of(number).filter(|day| *day > today)
    }

    /// Finds the day, up to and including `today`, on which the number was reached.
    #[must_use]
    pub fn reached_on(&self, number: u32, today: NaiveDate) -> Option<NaiveDate> {
        self.day_of(number).filter(|day| *day <= today)
    }

    /// The first day on which `number` days are over, past or to come. Nothing has to be lived to reach nought.
    fn day_of(&self, number: u32) -> Option<NaiveDate> {
        let mut missing = u64::from(number);
        if missing == 0 {
            return None;
        }
        for (from, until) in self.union() {
            let lasts = until.map(|until| u64::try_from((until - from).num_days()).unwrap_or(0));
            match lasts {
                Some(days) if days < missing => missing -= days,
                _ => return from.checked_add_days(Days::new(missing)),
            }
        }
        None
    }

    /// The spans as half-open intervals, earliest first, none of them touching another and none empty.
    fn union(&self) -> Vec<(NaiveDate, Option<NaiveDate>)> {
        let mut spans: Vec<(NaiveDate, Option<NaiveDate>)> = self
            .0
            .iter()
            .filter(|span| span.until.is_none_or(|until| span.from < until))
            .map(|span| (span.from, span.until))
            .collect();
        spans.sort_unstable();
        let mut union: Vec<(NaiveDate, Option<NaiveDate>)> = Vec::with_capacity(spans.len());
        for (from, until) in spans {
            match union.last_mut() {
                Some((_, last)) if last.is_none_or(|last| from <= last) => {
                    // No end is later than every end.
                    *last = last.zip(until).map(|(last, until)| last.max(until));
                }
                _ => union.push((from, until)),
            }
        }
        union
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn id(number: u128) -> SpanId {
        SpanId(Uuid::from_u128(number))
    }

    fn span(number: u128, from: NaiveDate, until: Option<NaiveDate>) -> Span {
        Span { id: id(number), from, until }
    }

    /// A tiny generator, the same at every run (the constants are Knuth's, from MMIX).
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, bound: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % bound
        }

        fn day(&mut self) -> NaiveDate {
            day(2026, 1, 1) + Days::new(self.below(120))
        }

        /// Spans as two devices apart could have left them: overlapping, touching, empty, turned round, several open.
        fn spans(&mut self) -> Spans {
            let count = self.below(6);
            Spans::new(
                (0..count)
                    .map(|number| {
                        let from = self.day();
                        let until = (self.below(4) > 0).then(|| self.day());
                        span(u128::from(number), from, until)
                    })
                    .collect(),
            )
        }
    }

    /// The same number, counted a day at a time.
    fn counted(spans: &Spans, today: NaiveDate) -> u32 {
        let lived: BTreeSet<NaiveDate> = spans
            .iter()
            .flat_map(|span| {
                let until = span.until.unwrap_or(today).min(today);
                span.from.iter_days().take_while(move |day| *day < until)
            })
            .collect();
        lived.len() as u32
    }

    fn every_day() -> impl Iterator<Item = NaiveDate> {
        day(2025, 12, 20).iter_days().take(180)
    }

    #[test]
    fn a_day_counts_once_it_is_over() {
        let spans = Spans::new(vec![span(1, day(2026, 11, 1), None)]);
        assert_eq!(spans.all_together(day(2026, 10, 31)), 0);
        assert_eq!(spans.all_together(day(2026, 11, 1)), 0);
        assert_eq!(spans.all_together(day(2026, 11, 2)), 1);
        assert_eq!(spans.all_together(day(2027, 11, 1)), 365);
    }

    #[test]
    fn a_leap_day_counts_like_any_other() {
        let spans = Spans::new(vec![span(1, day(2028, 2, 28), None)]);
        assert_eq!(spans.all_together(day(2028, 3, 1)), 2);
    }

    #[test]
    fn a_day_in_two_spans_counts_once() {
        let spans = Spans::new(vec![
            span(1, day(2026, 1, 1), Some(day(2026, 1, 11))),
            span(2, day(2026, 1, 6), Some(day(2026, 1, 16))),
            span(3, day(2026, 2, 1), Some(day(2026, 2, 2))),
        ]);
        assert_eq!(spans.all_together(day(2026, 3, 1)), 16);
    }

    #[test]
    fn two_hundred_and_twelve_days_stay_two_hundred_and_twelve_after_a_hard_day() {
        let mut spans = Spans::new(vec![span(1, day(2026, 1, 1), None)]);
        let today = day(2026, 8, 1);
        assert_eq!(spans.all_together(today), 212);
        assert_eq!(spans.start_again_from(today, today, id(2)), Ok(id(2)));
        assert_eq!(spans.all_together(today), 212);
        assert_eq!(spans.all_together(day(2026, 8, 2)), 213);
        assert_eq!(spans.open_since(), Some(today));
    }

    #[test]
    fn the_number_is_that_of_counting_a_day_at_a_time() {
        let mut dice = Dice(3);
        for _ in 0..400 {
            let spans = dice.spans();
            for today in every_day().step_by(7) {
                assert_eq!(spans.all_together(today), counted(&spans, today), "{spans:?}");
            }
        }
    }

    #[test]
    fn the_number_never_falls_as_days_go_by() {
        let mut dice = Dice(5);
        for _ in 0..200 {
            let spans = dice.spans();
            let numbers: Vec<u32> = every_day().map(|today| spans.all_together(today)).collect();
            assert!(numbers.windows(2).all(|two| two[0] <= two[1] && two[1] <= two[0] + 1), "{spans:?}");
        }
    }

    #[test]
    fn starting_again_lowers_the_number_on_no_day() {
        let mut dice = Dice(13);
        let mut started = 0;
        for _ in 0..3000 {
            let mut spans = dice.spans();
            let before = spans.clone();
            let (from, today) = (dice.day(), dice.day());
            match spans.start_again_from(from, today, id(99)) {
                Ok(_) => started += 1,
                Err(_) => assert_eq!(spans, before),
            }
            for on in every_day() {
                assert!(spans.all_together(on) >= before.all_together(on), "{before:?} from {from} on {on}");
            }
        }
        assert!(started > 500, "only {started} of the tries started");
    }

    #[test]
    fn starting_again_however_often_lowers_nothing() {
        let mut dice = Dice(17);
        for _ in 0..200 {
            let mut spans = Spans::default();
            let mut today = day(2026, 1, 1);
            let mut before = 0;
            for number in 0..20 {
                today = today + Days::new(dice.below(9));
                assert!(spans.all_together(today) >= before);
                before = spans.all_together(today);
                let from = today - Days::new(dice.below(5));
                let _ = spans.start_again_from(from, today, id(number));
                assert!(spans.all_together(today) >= before);
                assert_eq!(spans.iter().filter(|span| span.until.is_none()).count(), 1);
                before = spans.all_together(today);
            }
        }
    }

    #[test]
    fn starting_again_is_refused_for_a_day_to_come_and_before_the_start_that_goes_on() {
        let mut spans = Spans::new(vec![span(1, day(2026, 11, 10), None)]);
        let today = day(2026, 11, 22);
        assert_eq!(spans.start_again_from(day(2026, 11, 23), today, id(2)), Err(SpansError::NotYet));
        assert_eq!(spans.start_again_from(day(2026, 11, 9), today, id(2)), Err(SpansError::BeforeTheStart));
        assert_eq!(spans.start_again_from(today, today, id(1)), Err(SpansError::IdTaken));
    }

    #[test]
    fn starting_again_twice_on_one_day_leaves_one_start() {
        let mut spans = Spans::new(vec![span(1, day(2026, 11, 10), None)]);
        let today = day(2026, 11, 22);
        assert_eq!(spans.start_again_from(today, today, id(2)), Ok(id(2)));
        let once = spans.clone();
        assert_eq!(spans.start_again_from(today, today, id(3)), Ok(id(2)));
        assert_eq!(spans, once);
    }

    #[test]
    fn two_starts_made_apart_are_both_closed_by_starting_again() {
        let mut spans = Spans::new(vec![span(1, day(2026, 11, 1), None), span(2, day(2026, 11, 5), None)]);
        assert_eq!(spans.open_since(), Some(day(2026, 11, 5)));
        let today = day(2026, 11, 22);
        assert_eq!(spans.start_again_from(today, today, id(3)), Ok(id(3)));
        assert_eq!(spans.open_since(), Some(today));
        assert_eq!(spans.all_together(today), 21);
    }

    #[test]
    fn a_start_moves_earlier_or_later_as_she_says() {
        let mut spans = Spans::new(vec![span(1, day(2026, 11, 10), None)]);
        let today = day(2026, 11, 22);
        assert_eq!(spans.move_start(id(1), day(2026, 11, 1), today), Ok(()));
        assert_eq!(spans.all_together(today), 21);
        assert_eq!(spans.move_start(id(1), day(2026, 11, 20), today), Ok(()));
        assert_eq!(spans.all_together(today), 2);
    }

    #[test]
    fn a_start_moves_neither_past_its_end_nor_into_days_to_come() {
        let mut spans = Spans::new(vec![span(1, day(2026, 11, 1), Some(day(2026, 11, 10)))]);
        let today = day(2026, 11, 22);
        assert_eq!(spans.move_start(id(1), day(2026, 11, 11), today), Err(SpansError::AfterItsEnd));
        assert_eq!(spans.move_start(id(1), day(2026, 11, 23), today), Err(SpansError::NotYet));
        assert_eq!(spans.move_start(id(2), day(2026, 11, 1), today), Err(SpansError::NoSuchSpan));
        assert_eq!(spans.all_together(today), 9);
    }

    #[test]
    fn taking_back_a_start_brings_back_what_was() {
        let mut dice = Dice(29);
        for _ in 0..300 {
            let mut spans = Spans::new(vec![span(0, dice.day(), None)]);
            let today = day(2026, 6, 1);
            for number in 1..dice.below(6) {
                let _ = spans.start_again_from(dice.day(), today, id(u128::from(number)));
            }
            let before = spans.clone();
            if spans.start_again_from(dice.day(), today, id(99)) == Ok(id(99)) {
                assert_eq!(spans.mistyped(id(99)).unwrap().id, id(99));
                assert_eq!(spans, before);
            }
        }
    }

    #[test]
    fn a_mistyped_start_in_the_middle_lowers_nothing() {
        let mut spans = Spans::new(vec![
            span(1, day(2026, 1, 1), Some(day(2026, 3, 1))),
            span(2, day(2026, 3, 1), Some(day(2026, 5, 1))),
            span(3, day(2026, 5, 1), None),
        ]);
        let today = day(2026, 6, 1);
        let before = spans.all_together(today);
        assert!(spans.mistyped(id(2)).is_ok());
        assert_eq!(spans.all_together(today), before);
        assert_eq!(spans.iter().count(), 2);
        assert_eq!(spans.mistyped(id(2)), Err(SpansError::NoSuchSpan));
    }

    #[test]
    fn a_mistyped_first_start_takes_its_days_along() {
        let mut spans =
            Spans::new(vec![span(1, day(2026, 1, 1), Some(day(2026, 1, 11))), span(2, day(2026, 1, 11), None)]);
        let today = day(2026, 1, 21);
        assert_eq!(spans.all_together(today), 20);
        assert!(spans.mistyped(id(1)).is_ok());
        assert_eq!(spans.all_together(today), 10);
    }

    #[test]
    fn the_expected_day_is_the_first_on_which_the_number_stands() {
        let mut dice = Dice(31);
        for _ in 0..400 {
            let spans = dice.spans();
            let today = dice.day();
            for number in [1, 2, 7, 30, 60, 90] {
                let first = every_day().find(|on| spans.all_together(*on) >= number);
                let answered = spans.reached_on(number, today).or(spans.reaches_on(number, today));
                match first {
                    Some(first) => assert_eq!(answered, Some(first), "{number} of {spans:?}"),
                    None => assert!(answered.is_none_or(|answered| answered > day(2026, 6, 1))),
                }
            }
        }
    }

    #[test]
    fn what_is_reached_is_not_expected_any_more() {
        let spans = Spans::new(vec![span(1, day(2026, 11, 1), None)]);
        let reached = day(2026, 11, 8);
        assert_eq!(spans.reaches_on(7, day(2026, 11, 7)), Some(reached));
        assert_eq!(spans.reached_on(7, day(2026, 11, 7)), None);
        assert_eq!(spans.reaches_on(7, reached), None);
        assert_eq!(spans.reached_on(7, reached), Some(reached));
        assert_eq!(spans.reaches_on(0, reached), None);
        assert_eq!(spans.reaches_on(u32::MAX, reached), None);
        let closed = Spans::new(vec![span(1, day(2026, 11, 1), Some(day(2026, 11, 4)))]);
        assert_eq!(closed.reaches_on(7, reached), None);
    }

    #[test]
    fn days_at_the_ends_of_the_calendar_break_nothing() {
        let spans = Spans::new(vec![span(1, NaiveDate::MIN, None), span(2, NaiveDate::MAX, Some(NaiveDate::MIN))]);
        assert!(spans.all_together(NaiveDate::MAX) > 100_000_000);
        assert_eq!(spans.all_together(NaiveDate::MIN), 0);
    }

    #[test]
    fn spans_are_written_as_a_plain_list() {
        let spans = Spans::new(vec![span(1, day(2026, 11, 1), None)]);
        let text = r#"[{"id":"00000000-0000-0000-0000-000000000001","from":"2026-11-01","until":null}]"#;
        assert_eq!(serde_json::to_string(&spans).unwrap(), text);
        assert_eq!(serde_json::from_str::<Spans>(text).unwrap(), spans);
    }
}
