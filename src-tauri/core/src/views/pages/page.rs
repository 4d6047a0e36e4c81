//! The page of what was chosen: plain data for the report.

use super::PageSpan;
use crate::domain::goal::{Achievement, Lifecycle};
use crate::domain::ritual::Occurrence;
use crate::domain::words::Words;
use crate::{Error, Result};
use chrono::NaiveDate;
use serde::Serialize;

/// How many spare words there are.
pub const SPARE_WORDS: usize = 12;

/// A page: the chosen pieces and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageView {
    /// How it is laid out.
    pub layout: PageLayout,
    /// The days it is about, where it is about days.
    pub span: Option<PageSpan>,
    /// Whose page it is, by name.
    pub people: Vec<String>,
    /// The day it is made.
    pub made_on: NaiveDate,
    /// What was chosen, in the order of the page.
    pub pieces: Vec<PieceView>,
}

/// How a page is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PageLayout {
    /// The family's page.
    OurMonth,
    /// Her own page.
    HerOwn,
    /// A keepsake.
    Keepsake,
    /// A ritual's card.
    RitualCard,
    /// The spare words.
    SpareWords,
}

/// One chosen piece. `by` is whose it is, by name; nobody alone where it is of both, or where the whole page is hers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(missing_docs, reason = "each field is what the variant of PieceId says")]
pub enum PieceView {
    Days { days: Vec<DayMarks> },
    Ritual { by: Option<String>, title: String, days: Vec<OccurrenceMark> },
    Milestone { by: Option<String>, on: NaiveDate, title: String, why: String },
    AllTogether { title: String, days: u32 },
    Goal { by: Option<String>, title: String, lifecycle: Lifecycle, achievement: Achievement, times: Option<u32> },
    Helped { title: String, words: String },
    Seen { by: Option<String>, to: Option<String>, on: NaiveDate, words: String },
    Said { by: Option<String>, on: NaiveDate, about: String, words: String },
    Question { words: String },
    Title { title: String, on: Option<NaiveDate> },
    Why { words: String },
    Rite { words: String },
    Photo(Photo),
    Letter { by: Option<String>, words: String },
    When { words: String },
    Step { by: Option<String>, words: String },
    SpareWords { words: Vec<String> },
    Signatures,
}

/// A photo: the bytes of a JPEG file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Photo {
    /// The file.
    #[serde(skip)]
    pub jpeg: Vec<u8>,
}

/// What there was on one of her days. A day without anything is not listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DayMarks {
    /// The day.
    pub day: NaiveDate,
    /// A ritual of hers was kept.
    pub kept: bool,
    /// A ritual of hers was left out on purpose.
    pub skipped: bool,
    /// She wrote something.
    pub wrote: bool,
    /// She reached a milestone.
    pub reached: bool,
}

/// One day of a ritual of which something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OccurrenceMark {
    /// The day.
    pub day: NaiveDate,
    /// What is known.
    pub state: Occurrence,
}

impl PieceView {
    /// Lists what a person wrote in it, to look for words in.
    pub(crate) fn texts(&self) -> Vec<&str> {
        match self {
            Self::Days { .. } | Self::Photo(_) | Self::SpareWords { .. } | Self::Signatures => Vec::new(),
            Self::Ritual { title, .. }
            | Self::AllTogether { title, .. }
            | Self::Goal { title, .. }
            | Self::Title { title, .. } => vec![title],
            Self::Milestone { title, why: words, .. }
            | Self::Helped { title, words }
            | Self::Said { about: title, words, .. } => vec![title, words],
            Self::Seen { words, .. }
            | Self::Question { words }
            | Self::Why { words }
            | Self::Rite { words }
            | Self::Letter { words, .. }
            | Self::When { words }
            | Self::Step { words, .. } => vec![words],
        }
    }
}

impl PageView {
    /// Lays out twelve spare words to be copied or printed; nothing on that page says what they open, or whose they are.
    pub fn of_spare_words(words: &[String], made_on: NaiveDate) -> Result<Self> {
        if words.len() != SPARE_WORDS {
            return Err(Error::OutOfBounds(SPARE_WORDS as u32));
        }
        words.iter().try_for_each(|word| Words::name(word).map(|_| ()))?;
        let pieces = vec![PieceView::SpareWords { words: words.to_vec() }];
        Ok(Self { layout: PageLayout::SpareWords, span: None, people: Vec::new(), made_on, pieces })
    }

    /// Tells whether there is nothing on it but room for names: such a page is not offered for printing.
    pub fn is_empty(&self) -> bool {
        self.pieces.iter().all(|piece| *piece == PieceView::Signatures)
    }
}
