//! A page's view, worded in one language: plain data for the templates, which know no word themselves.

use crate::catalog::Catalog;
use crate::strips::{Strip, legend};
use crate::text::{is_long, line, name, paragraphs};
use crate::{Result, text};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};
use twinflower_core::domain::goal::{Achievement, Lifecycle};
use twinflower_core::views::{PageLayout, PageSpan, PageView, PieceView};

/// Two tables stand beside each other when neither has more rows than this, nor a longer text.
const FEW_ROWS: usize = 8;
const SHORT: usize = 90;
const SHORT_WORD: usize = 14;

/// A table of days with more rows than this is told month by month.
const MANY_ROWS: usize = 60;

/// Words a page: what `page/page.typ` reads.
pub(crate) fn worded(page: &PageView, catalog: &Catalog) -> Result<Value> {
    let is_hers = page.layout == PageLayout::HerOwn;
    let wording = Wording { page, catalog, is_hers };
    let name = catalog.say(wording.name())?;
    let span = page.span.map(|span| catalog.span(span)).transpose()?;
    let mut sheet = json!({
        "layout": page.layout,
        "title": name,
        "people": people(page, catalog)?,
        "span": span,
        "foot": catalog.say("pages-foot")?,
        "number": catalog.around_page_number()?,
        "signatures": null,
        "flower": catalog.say("pages-flower")?,
        "quote": [catalog.say("pages-quote-open")?, catalog.say("pages-quote-close")?],
    });
    if page.pieces.contains(&PieceView::Signatures) {
        sheet["signatures"] = page.people.iter().map(|name| line(name)).collect();
    }
    match page.layout {
        PageLayout::OurMonth | PageLayout::HerOwn => {
            sheet["aside"] = if is_hers { Value::Null } else { catalog.say("pages-chosen")?.into() };
            sheet["sections"] = wording.sections(page.span.expect("a page about days has days"))?;
        }
        PageLayout::Keepsake => sheet["keepsake"] = wording.keepsake()?,
        PageLayout::RitualCard => sheet["card"] = wording.card()?,
        PageLayout::SpareWords => sheet["spare"] = wording.spare_words()?,
    }
    Ok(sheet)
}

struct Wording<'a> {
    page: &'a PageView,
    catalog: &'a Catalog,
    is_hers: bool,
}

impl Wording<'_> {
    fn name(&self) -> &'static str {
        match (self.page.layout, self.page.span) {
            (PageLayout::OurMonth, Some(PageSpan { from, until })) => {
                let days = (until - from).num_days();
                match (from.year(), from.month()) == (until.year(), until.month()) {
                    true if days > 26 => "pages-our-month",
                    _ if days > 363 => "pages-our-year",
                    _ => "pages-our-days",
                }
            }
            (PageLayout::OurMonth, None) => "pages-our-days",
            (PageLayout::HerOwn, _) => "pages-her-own",
            (PageLayout::Keepsake, _) => "pages-keepsake",
            (PageLayout::RitualCard, _) => "pages-ritual-card",
            (PageLayout::SpareWords, _) => "pages-spare-words",
        }
    }

    /// Picks the sentence for a page of both, or for hers.
    fn one_of(&self, ours: &'static str, hers: &'static str) -> Result<String> {
        self.catalog.say(if self.is_hers { hers } else { ours })
    }

    fn sections(&self, span: PageSpan) -> Result<Value> {
        let mut sections = Vec::new();
        let days = self.page.pieces.iter().filter_map(|piece| match piece {
            PieceView::Days { days } => Some(Strip::of_days(days)),
            _ => None,
        });
        self.strips(&mut sections, self.catalog.say("pages-days")?, days.collect(), span)?;
        let rituals = self.page.pieces.iter().filter_map(|piece| match piece {
            PieceView::Ritual { by, title, days } => Some((by, title, days)),
            _ => None,
        });
        let rituals = rituals.map(|(by, title, days)| Ok(Strip::of_ritual(self.with_name(by, title)?, days)));
        let heading = self.one_of("pages-rituals-ours", "pages-rituals-hers")?;
        self.strips(&mut sections, heading, rituals.collect::<Result<_>>()?, span)?;
        let say = |id| self.catalog.say(id);
        let (day, quoted) = (say("pages-column-day")?, say("pages-said-column")?);
        let what = self.one_of("pages-milestones-words-ours", "pages-milestones-words-hers")?;
        let stands = say("pages-goal-stands")?;
        let all_together = [say("pages-all-together-for")?, say("pages-all-together")?];
        let made_on = self.catalog.day_long(self.page.made_on)?;
        let up_to = self.catalog.say_of("pages-all-together-on", [("day", made_on.into())])?;
        let goals = self.one_of("pages-goals-ours", "pages-goals-hers")?;
        let said = self.one_of("pages-said-ours", "pages-said-hers")?;
        let mut table =
            |heading: String, columns: [&String; 2], after: Option<&String>, rows: Vec<Value>| -> Result<()> {
                if !rows.is_empty() {
                    let shape = if *columns[0] == day { "day" } else { "even" };
                    sections.push(json!({ "kind": "table", "heading": heading, "columns": columns, "shape": shape,
                    "small": is_small(&rows), "parts": self.parts(rows, span)?, "after": after }));
                }
                Ok(())
            };
        table(say("pages-milestones")?, [&day, &what], None, self.rows(|piece| self.milestone(piece, span))?)?;
        let together = self.rows(|piece| self.all_together(piece))?;
        table(say("pages-all-together")?, [&all_together[0], &all_together[1]], Some(&up_to), together)?;
        table(goals, [&say("pages-goal")?, &stands], None, self.rows(|piece| self.goal(piece))?)?;
        let helped = self.rows(|piece| self.helped(piece))?;
        table(say("pages-helped")?, [&say("pages-goal")?, &say("pages-helped")?], None, helped)?;
        table(say("pages-seen")?, [&day, &quoted], None, self.rows(|piece| self.seen(piece, span))?)?;
        table(said, [&day, &quoted], None, self.rows(|piece| self.said(piece, span))?)?;
        let questions = self.rows(|piece| match piece {
            PieceView::Question { words } => Ok(Some(json!({ "words": paragraphs(words), "long": is_long(words) }))),
            _ => Ok(None),
        })?;
        if !questions.is_empty() {
            sections.push(json!({ "kind": "questions", "heading": say("pages-questions")?, "rows": questions }));
        }
        Ok(Value::Array(sections))
    }

    fn strips(&self, sections: &mut Vec<Value>, heading: String, strips: Vec<Strip>, span: PageSpan) -> Result<()> {
        if !strips.is_empty() {
            let laid_out: Vec<Value> =
                strips.iter().map(|strip| strip.laid_out(span, self.catalog)).collect::<Result<_>>()?;
            let legend = legend(&strips, self.catalog)?;
            sections.push(json!({ "kind": "strips", "heading": heading, "strips": laid_out, "legend": legend }));
        }
        Ok(())
    }

    fn rows(&self, row: impl Fn(&PieceView) -> Result<Option<Value>>) -> Result<Vec<Value>> {
        self.page.pieces.iter().filter_map(|piece| row(piece).transpose()).collect()
    }

    /// Divides a long table by its months: each is found by its heading, and laid out by itself.
    fn parts(&self, rows: Vec<Value>, span: PageSpan) -> Result<Vec<Value>> {
        let months = rows.chunk_by(|one, next| one["month"] == next["month"]);
        if rows.len() <= MANY_ROWS || months.clone().count() == 1 {
            return Ok(vec![json!({ "heading": null, "rows": rows })]);
        }
        let part = |rows: &[Value]| {
            let first: Option<NaiveDate> = serde_json::from_value(rows[0]["month"].clone()).ok();
            let heading = first.map(|first| self.catalog.month_long(first, span)).transpose()?;
            Ok(json!({ "heading": heading, "rows": rows }))
        };
        months.map(part).collect()
    }

    /// Words a row that begins with its day.
    fn on(&self, on: NaiveDate, span: PageSpan, words: &str, under: &str, quoted: bool) -> Result<Value> {
        let mut row = row(&self.catalog.day_short(on, Some(span))?, words, under, quoted);
        row["month"] = json!(on.with_day(1));
        Ok(row)
    }

    fn milestone(&self, piece: &PieceView, span: PageSpan) -> Result<Option<Value>> {
        let PieceView::Milestone { by, on, title, why } = piece else { return Ok(None) };
        Ok(Some(self.on(*on, span, &self.with_name(by, title)?, why, false)?))
    }

    fn all_together(&self, piece: &PieceView) -> Result<Option<Value>> {
        let PieceView::AllTogether { title, days } = piece else { return Ok(None) };
        let number = self.catalog.say_of("pages-all-together-number", [("days", (*days).into())])?;
        Ok(Some(row(title, &number, "", false)))
    }

    fn goal(&self, piece: &PieceView) -> Result<Option<Value>> {
        let PieceView::Goal { by, title, lifecycle, achievement, times } = piece else { return Ok(None) };
        let mut stands = Vec::new();
        if let Some(times) = times.filter(|times| *times > 0) {
            stands.push(self.catalog.say_of("pages-times", [("times", times.into())])?);
        }
        let said = match (lifecycle, achievement) {
            (_, Achievement::Reached) => "pages-goal-reached",
            (_, Achievement::Changed) => "pages-goal-changed",
            (Lifecycle::Resting, _) => "pages-resting",
            (Lifecycle::Finished, _) => "pages-finished",
            (Lifecycle::LetGo, _) => "pages-let-go",
            (Lifecycle::Active | Lifecycle::Proposed, _) => "pages-going-on",
        };
        stands.push(self.catalog.say(said)?);
        Ok(Some(row(&self.with_name(by, title)?, &stands.join(" · "), "", false)))
    }

    fn helped(&self, piece: &PieceView) -> Result<Option<Value>> {
        let PieceView::Helped { title, words } = piece else { return Ok(None) };
        Ok(Some(row(title, words, "", false)))
    }

    fn seen(&self, piece: &PieceView, span: PageSpan) -> Result<Option<Value>> {
        let PieceView::Seen { by, to, on, words } = piece else { return Ok(None) };
        let [by, to] = [by, to].map(|who| name(who.as_deref().unwrap_or_default()));
        let under = self.catalog.say_of("pages-seen-from", [("by", by.into()), ("to", to.into())])?;
        Ok(Some(self.on(*on, span, words, &under, true)?))
    }

    fn said(&self, piece: &PieceView, span: PageSpan) -> Result<Option<Value>> {
        let PieceView::Said { by, on, about, words } = piece else { return Ok(None) };
        let mut under: Vec<String> = by.iter().map(|who| name(who)).collect();
        if !about.is_empty() {
            under.push(self.catalog.say_of("pages-about", [("title", name(about).into())])?);
        }
        Ok(Some(self.on(*on, span, words, &under.join(" · "), true)?))
    }

    fn with_name(&self, by: &Option<String>, title: &str) -> Result<String> {
        let Some(who) = by else { return Ok(title.to_owned()) };
        Ok(format!("{} {title}", self.catalog.say_of("pages-by", [("name", name(who).into())])?))
    }

    fn quoted(&self, by: &Option<String>, words: &str) -> Result<Value> {
        let by = by.as_deref().map(|who| self.catalog.say_of("pages-quote-by", [("name", name(who).into())]));
        Ok(json!({ "words": paragraphs(words), "by": by.transpose()?, "long": is_long(words) }))
    }

    fn keepsake(&self) -> Result<Value> {
        let mut keepsake = json!({ "photo": null, "photo_alt": self.catalog.say("pages-photo")?,
            "said_heading": self.catalog.say("pages-keepsake-said")?,
            "rite_heading": self.catalog.say("pages-keepsake-rite")?,
            "letter_heading": self.catalog.say("pages-keepsake-letter")?,
            "title": [], "day": null, "why": [], "why_long": false, "rite": [], "rite_long": false,
            "said": [], "letter": [] });
        let push = |list: &mut Value, one| list.as_array_mut().expect("it was made above").push(one);
        for piece in &self.page.pieces {
            match piece {
                PieceView::Title { title, on } => {
                    keepsake["title"] = text::title(title);
                    keepsake["day"] = on.map(|on| self.catalog.day_long(on)).transpose()?.into();
                }
                PieceView::Why { words } => {
                    keepsake["why"] = paragraphs(words);
                    keepsake["why_long"] = is_long(words).into();
                }
                PieceView::Rite { words } => {
                    keepsake["rite"] = paragraphs(words);
                    keepsake["rite_long"] = is_long(words).into();
                }
                PieceView::Photo(_) => keepsake["photo"] = true.into(),
                PieceView::Said { by, words, .. } => push(&mut keepsake["said"], self.quoted(by, words)?),
                PieceView::Letter { by, words } => push(&mut keepsake["letter"], self.quoted(by, words)?),
                _ => {}
            }
        }
        Ok(keepsake)
    }

    fn card(&self) -> Result<Value> {
        let mut card = json!({ "title": [], "when": [], "why": [], "why_long": false, "steps": [],
            "heading": self.catalog.say("pages-card-steps")?,
            "columns": [self.catalog.say("pages-card-who")?, self.catalog.say("pages-card-what")?] });
        for piece in &self.page.pieces {
            match piece {
                PieceView::Title { title, .. } => card["title"] = text::title(title),
                PieceView::When { words } => card["when"] = paragraphs(words),
                PieceView::Why { words } => {
                    card["why"] = paragraphs(words);
                    card["why_long"] = is_long(words).into();
                }
                PieceView::Step { by, words } => {
                    let who = match by {
                        Some(name) => name.clone(),
                        None => self.catalog.say("pages-card-all")?,
                    };
                    let mut step = row(&who, words, "", false);
                    step["first"] = text::narrow(&who);
                    card["steps"].as_array_mut().expect("it was made above").push(step);
                }
                _ => {}
            }
        }
        Ok(card)
    }

    fn spare_words(&self) -> Result<Value> {
        let words = self.page.pieces.iter().find_map(|piece| match piece {
            PieceView::SpareWords { words } => Some(words.iter().map(|word| line(word)).collect::<Vec<_>>()),
            _ => None,
        });
        let told = ["pages-spare-check", "pages-spare-place", "pages-spare-who", "pages-spare-once"];
        let told: Vec<String> = told.iter().map(|id| self.catalog.say(id)).collect::<Result<_>>()?;
        Ok(json!({ "words": words.unwrap_or_default(), "lead": self.catalog.say("pages-spare-lead")?, "told": told }))
    }
}

fn people(page: &PageView, catalog: &Catalog) -> Result<String> {
    match page.people.iter().map(|who| name(who)).collect::<Vec<_>>().as_slice() {
        [] => Ok(String::new()),
        [one] => Ok(one.clone()),
        [one, other, ..] => {
            catalog.say_of("pages-two-names", [("one", one.clone().into()), ("other", other.clone().into())])
        }
    }
}

fn row(first: &str, words: &str, under: &str, quoted: bool) -> Value {
    let long = is_long(first) || is_long(words) || is_long(under);
    json!({ "first": paragraphs(first), "words": paragraphs(words), "under": paragraphs(under), "quoted": quoted,
        "long": long })
}

/// Counts letters, the wide ones twice.
fn width(word: &str) -> usize {
    word.chars().map(|c| if matches!(c, 'm' | 'w' | 'M' | 'W' | '@' | '%') { 2 } else { 1 }).sum()
}

fn is_small(rows: &[Value]) -> bool {
    let texts = || {
        let paragraphs = rows.iter().flat_map(|row| ["first", "words", "under"].map(|part| row[part].as_array()));
        paragraphs.flatten().flatten().filter_map(|paragraph| paragraph["text"].as_str())
    };
    rows.len() <= FEW_ROWS
        && texts().all(|text| text.chars().count() <= SHORT)
        && texts().flat_map(str::split_whitespace).all(|word| width(word) <= SHORT_WORD)
}
