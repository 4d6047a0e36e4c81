//! Pages: what two people hold on paper, made of pieces that are chosen one by one.
//!
//! Nothing here is a share of something, and nothing says what was not done: a day of which nothing is known is absent.

use crate::domain::goal::{Achievement, Lifecycle};
use crate::domain::ids::{CheckInId, GoalId, KeepsakeId, MilestoneId, PersonId, RitualId};
use crate::domain::person::Owner;
use crate::domain::ritual::Occurrence;
use crate::domain::words::Words;
use crate::{Error, Result};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// How many spare words there are.
pub const SPARE_WORDS: usize = 12;

/// The days a page is about, the first and the last among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PageSpan {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

impl PageSpan {
    /// Tells whether a day is one of them.
    pub fn holds(&self, day: NaiveDate) -> bool {
        (self.from..=self.until).contains(&day)
    }
}

/// Which paper, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Paper {
    /// The family's page, of shared things only.
    OurMonth {
        /// The days it is about.
        span: PageSpan,
    },
    /// Her own page, for herself or for somebody she takes it to.
    HerOwn {
        /// The days it is about.
        span: PageSpan,
        /// What she wants to ask there; kept nowhere.
        questions: Vec<String>,
    },
    /// One keepsake, worth framing.
    Keepsake {
        /// Which.
        keepsake: KeepsakeId,
    },
    /// One ritual, for the fridge.
    RitualCard {
        /// Which.
        ritual: RitualId,
        /// When it is, as the window says it in her language; may be left empty.
        when: String,
    },
}

/// Names one piece of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PieceId {
    /// Her days at a glance.
    Days,
    /// The days of a ritual.
    Ritual {
        /// Which.
        ritual: RitualId,
    },
    /// A line about one day of a ritual.
    RitualLine {
        /// Which ritual.
        ritual: RitualId,
        /// Which day.
        day: NaiveDate,
        /// Who wrote it; nobody alone when it is of both.
        who: Option<PersonId>,
    },
    /// A milestone that was reached.
    Milestone {
        /// Which.
        milestone: MilestoneId,
    },
    /// The days all together of a counted milestone.
    AllTogether {
        /// Which.
        milestone: MilestoneId,
    },
    /// A goal, and where it stands.
    Goal {
        /// Which.
        goal: GoalId,
    },
    /// What helps with a goal.
    Helped {
        /// Which.
        goal: GoalId,
    },
    /// The words of a check-in.
    CheckIn {
        /// Which.
        check_in: CheckInId,
    },
    /// A small victory that one saw in the other.
    Seen {
        /// The keepsake it became.
        keepsake: KeepsakeId,
    },
    /// What one person said at a celebration, or since.
    Said {
        /// The keepsake it stands on.
        keepsake: KeepsakeId,
        /// Which of its lines, from nought.
        at: u32,
    },
    /// A question for the session.
    Question {
        /// Which, from nought.
        at: u32,
    },
    /// What a keepsake or a ritual is called.
    Title,
    /// Why it matters, or what it means.
    Why,
    /// The ritual that was done.
    Rite,
    /// The photo.
    Photo,
    /// A line of a letter.
    Letter {
        /// Which letter, from nought.
        letter: u32,
        /// Which of its lines, from nought.
        line: u32,
    },
    /// When a ritual is.
    When,
    /// One step of a ritual.
    Step {
        /// Which, from nought.
        at: u32,
    },
    /// Room for names.
    Signatures,
}

/// The pieces of a paper that could be chosen. Nothing is chosen to begin with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PiecesView {
    /// One row a piece, in the order of the page.
    pub rows: Vec<PieceRow>,
    /// Whether there are more than are offered at once; fewer days hold fewer.
    pub more: bool,
}

/// One piece that could be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PieceRow {
    /// Its id.
    pub id: PieceId,
    /// Whose it is: each signs off her own, and both what is of both.
    pub owner: Owner,
    /// Its day, where it has one.
    pub on: Option<NaiveDate>,
    /// How it begins, in one line; empty where its kind says it all.
    pub preview: String,
}

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
