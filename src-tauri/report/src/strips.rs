//! Days as boxes: one row of them for a month, one row a month for more. A day of which nothing is known is blank.

use crate::catalog::Catalog;
use crate::{Result, text};
use chrono::{Datelike, Days, NaiveDate};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use twinflower_core::domain::ritual::Occurrence;
use twinflower_core::views::{DayMarks, OccurrenceMark, PageSpan};

/// The most days that stand in one row.
const ROW: i64 = 31;

/// What can be drawn into a day's box, in the order in which a legend names it, and what says so aloud.
const MARKS: [(&str, &str, &str); 4] = [
    ("kept", "pages-kept", "pages-alt-kept"),
    ("skipped", "pages-skipped", "pages-alt-skipped"),
    ("wrote", "pages-wrote", "pages-alt-wrote"),
    ("reached", "pages-reached", "pages-alt-reached"),
];

/// The boxes of some days: what is in each, by day.
pub(crate) struct Strip {
    title: String,
    days: BTreeMap<NaiveDate, Vec<&'static str>>,
}

impl Strip {
    /// Takes the days of a ritual.
    pub(crate) fn of_ritual(title: String, days: &[OccurrenceMark]) -> Self {
        let mark = |state| match state {
            Occurrence::Kept => "kept",
            Occurrence::Skipped => "skipped",
        };
        Self { title, days: days.iter().map(|one| (one.day, vec![mark(one.state)])).collect() }
    }

    /// Takes her days, all in one.
    pub(crate) fn of_days(days: &[DayMarks]) -> Self {
        let marks = |one: &DayMarks| {
            let there = [one.kept, one.skipped && !one.kept, one.wrote, one.reached];
            MARKS.iter().zip(there).filter(|(_, there)| *there).map(|((mark, ..), _)| *mark).collect()
        };
        Self { title: String::new(), days: days.iter().map(|one| (one.day, marks(one))).collect() }
    }

    /// Lays the boxes out, and says in words what they show.
    pub(crate) fn laid_out(&self, span: PageSpan, catalog: &Catalog) -> Result<Value> {
        Ok(json!({
            "title": text::paragraphs(&self.title),
            "alt": self.said(span, catalog)?,
            "rows": rows(span, catalog, |day| self.days.get(&day).cloned().unwrap_or_default())?,
        }))
    }

    fn said(&self, span: PageSpan, catalog: &Catalog) -> Result<String> {
        if self.days.is_empty() {
            return catalog.say("pages-alt-nothing");
        }
        let comma = catalog.say("pages-list-comma")?;
        let mut said = Vec::new();
        for (mark, _, id) in MARKS {
            let days = self.days.iter().filter(|(_, marks)| marks.contains(&mark));
            let days: Vec<String> = days.map(|(day, _)| catalog.day_short(*day, Some(span))).collect::<Result<_>>()?;
            if !days.is_empty() {
                said.push(catalog.say_of(id, [("days", days.join(&comma).into())])?);
            }
        }
        said.push(catalog.say("pages-alt-rest")?);
        Ok(said.join(" "))
    }
}

/// Explains the marks that are in some strips, and what blank is.
pub(crate) fn legend(strips: &[Strip], catalog: &Catalog) -> Result<Value> {
    let mut legend = Vec::new();
    for (mark, id, _) in MARKS {
        if strips.iter().flat_map(|strip| strip.days.values()).any(|marks| marks.contains(&mark)) {
            legend.push(json!({ "mark": mark, "text": catalog.say(id)? }));
        }
    }
    legend.push(json!({ "mark": null, "text": catalog.say("pages-blank")? }));
    Ok(Value::Array(legend))
}

fn rows(span: PageSpan, catalog: &Catalog, marks: impl Fn(NaiveDate) -> Vec<&'static str>) -> Result<Vec<Value>> {
    let boxed = |day: NaiveDate| json!({ "day": day.day(), "marks": marks(day) });
    if (span.until - span.from).num_days() < ROW {
        let days: Vec<Value> = span.from.iter_days().take_while(|day| *day <= span.until).map(boxed).collect();
        return Ok(vec![json!({ "label": null, "days": days })]);
    }
    let mut rows = Vec::new();
    let mut first = span.from.with_day(1).expect("every month has a first day");
    while first <= span.until {
        let month = first.iter_days().take_while(|day| day.month() == first.month());
        let days: Vec<Value> = month.map(|day| if span.holds(day) { boxed(day) } else { Value::Null }).collect();
        let next = first + Days::new(days.len() as u64);
        rows.push(json!({ "label": catalog.month_short(first, span)?, "days": days }));
        first = next;
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_boxes_show_is_said_in_words_and_blank_days_are_not_called_anything() {
        let catalog = Catalog::new("en", include_str!("../../locales/en/pages.ftl")).unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let span = PageSpan { from: day("2026-11-01"), until: day("2026-11-30") };
        let mark = |text, state| OccurrenceMark { day: day(text), state };
        let days = [mark("2026-11-02", Occurrence::Kept), mark("2026-11-09", Occurrence::Skipped)];
        let strip = Strip::of_ritual("tea".to_owned(), &days).laid_out(span, &catalog).unwrap();
        assert_eq!(
            strip["alt"],
            "Kept on: 2 Nov. Chose to skip on: 9 Nov. Of the other days nothing was written down."
        );
        assert_eq!(strip["rows"].as_array().unwrap().len(), 1, "a month is one row");
        let year = PageSpan { from: day("2026-01-15"), until: day("2026-12-31") };
        let strip = Strip::of_ritual(String::new(), &days).laid_out(year, &catalog).unwrap();
        assert_eq!(strip["rows"].as_array().unwrap().len(), 12);
        assert!(strip["rows"][0]["days"][13].is_null(), "a day outside the span has no box");
    }
}
