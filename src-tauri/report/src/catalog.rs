//! The catalog's sentences, and days as her language writes them.

use crate::{Error, Result};
use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use twinflower_core::views::PageSpan;

/// The sentences of one language.
pub struct Catalog {
    language: String,
    bundle: FluentBundle<FluentResource>,
}

impl Catalog {
    /// Reads the catalog of a language: its tag (BCP 47) and the text of its `pages.ftl`.
    pub fn new(language: &str, pages: &str) -> Result<Self> {
        let tag = language.parse().map_err(|_| Error::Catalog)?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Days and numbers stay plain, so that they can be found; a name is kept apart where it has to be (`text::name`).
        bundle.set_use_isolating(false);
        let sentences = FluentResource::try_new(pages.to_owned()).map_err(|_| Error::Catalog)?;
        bundle.add_resource(sentences).map_err(|_| Error::Catalog)?;
        Ok(Self { language: language.to_owned(), bundle })
    }

    /// Returns the language's tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Returns a sentence that says the same every time.
    pub(crate) fn say(&self, id: &'static str) -> Result<String> {
        self.say_of(id, [])
    }

    /// Returns a sentence with what it is about.
    pub(crate) fn say_of<'a, const N: usize>(
        &self,
        id: &'static str,
        about: [(&'static str, FluentValue<'a>); N],
    ) -> Result<String> {
        let pattern = self.bundle.get_message(id).and_then(|message| message.value()).ok_or(Error::NoSentence(id))?;
        let about: FluentArgs = about.into_iter().collect();
        let mut wrong = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&about), &mut wrong).into_owned();
        if wrong.is_empty() { Ok(said) } else { Err(Error::NoSentence(id)) }
    }

    /// Returns what stands around the two numbers of "Page 1 of 2": three parts.
    pub(crate) fn around_page_number(&self) -> Result<[String; 3]> {
        let said = self.say_of("pages-number", [("page", "\u{1}".into()), ("pages", "\u{2}".into())])?;
        let (before, rest) = said.split_once('\u{1}').ok_or(Error::NoSentence("pages-number"))?;
        let (between, after) = rest.split_once('\u{2}').ok_or(Error::NoSentence("pages-number"))?;
        Ok([before, between, after].map(str::to_owned))
    }

    /// Returns "7 November 2026".
    pub(crate) fn day_long(&self, day: NaiveDate) -> Result<String> {
        self.day("pages-day-long", "pages-month", day)
    }

    /// Returns "7 Nov", or "7 Nov 2026" where the days are of more than one year.
    pub(crate) fn day_short(&self, day: NaiveDate, span: Option<PageSpan>) -> Result<String> {
        let of_one_year = span.is_some_and(|span| span.from.year() == span.until.year());
        let id = if of_one_year { "pages-day-short" } else { "pages-day-short-year" };
        self.day(id, "pages-month-short", day)
    }

    /// Returns "Nov", or "Nov 2026" where the days are of more than one year.
    pub(crate) fn month_short(&self, day: NaiveDate, span: PageSpan) -> Result<String> {
        self.month_of("pages-month-short", day, span)
    }

    /// Returns "November", or "November 2026" where the days are of more than one year.
    pub(crate) fn month_long(&self, day: NaiveDate, span: PageSpan) -> Result<String> {
        self.month_of("pages-month", day, span)
    }

    /// Returns "1–30 November 2026".
    pub(crate) fn span(&self, PageSpan { from, until }: PageSpan) -> Result<String> {
        if from == until {
            return self.day_long(from);
        }
        if from.year() != until.year() {
            return self.say_of(
                "pages-span",
                [("from", self.day_long(from)?.into()), ("until", self.day_long(until)?.into())],
            );
        }
        let days = [("from", from.day().into()), ("until", until.day().into())];
        let year = from.year().to_string();
        if from.month() == until.month() {
            let month = self.month("pages-month", from)?;
            let [from, until] = days;
            return self.say_of("pages-span-in-month", [from, until, ("month", month.into()), ("year", year.into())]);
        }
        let months = [("from-month", from), ("until-month", until)];
        let [from_month, until_month] = months.map(|(name, day)| Ok((name, self.month("pages-month", day)?.into())));
        let [from, until] = days;
        self.say_of("pages-span-in-year", [from, until, from_month?, until_month?, ("year", year.into())])
    }

    fn day(&self, id: &'static str, month: &'static str, day: NaiveDate) -> Result<String> {
        let month = self.month(month, day)?;
        // A year is no amount: it takes no separator.
        let year = day.year().to_string();
        self.say_of(id, [("day", day.day().into()), ("month", month.into()), ("year", year.into())])
    }

    fn month_of(&self, id: &'static str, day: NaiveDate, span: PageSpan) -> Result<String> {
        let month = self.month(id, day)?;
        if span.from.year() == span.until.year() {
            return Ok(month);
        }
        self.say_of("pages-month-year", [("month", month.into()), ("year", day.year().to_string().into())])
    }

    fn month(&self, id: &'static str, day: NaiveDate) -> Result<String> {
        self.say_of(id, [("month", day.month().into())])
    }
}

/// Tells whether a character only keeps writing directions apart (Unicode Standard Annex 9, isolates).
pub(crate) fn is_isolate(c: char) -> bool {
    ('\u{2066}'..='\u{2069}').contains(&c)
}
