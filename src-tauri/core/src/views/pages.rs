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
    /// The spare words, while they are on the screen to be copied. It is the same paper for everybody, and nobody's part.
    SpareWords {
        /// The twelve.
        words: Vec<String>,
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

/// What kind of piece it is: one group of the composer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is what the variant of PieceId says")]
pub enum PieceKind {
    Days,
    Ritual,
    RitualLine,
    Milestone,
    AllTogether,
    Goal,
    Helped,
    CheckIn,
    Seen,
    Said,
    Question,
    Title,
    Why,
    Rite,
    Photo,
    Letter,
    When,
    Step,
    Signatures,
}

impl PieceId {
    /// Tells what kind of piece it names.
    pub fn kind(&self) -> PieceKind {
        match self {
            Self::Days => PieceKind::Days,
            Self::Ritual { .. } => PieceKind::Ritual,
            Self::RitualLine { .. } => PieceKind::RitualLine,
            Self::Milestone { .. } => PieceKind::Milestone,
            Self::AllTogether { .. } => PieceKind::AllTogether,
            Self::Goal { .. } => PieceKind::Goal,
            Self::Helped { .. } => PieceKind::Helped,
            Self::CheckIn { .. } => PieceKind::CheckIn,
            Self::Seen { .. } => PieceKind::Seen,
            Self::Said { .. } => PieceKind::Said,
            Self::Question { .. } => PieceKind::Question,
            Self::Title => PieceKind::Title,
            Self::Why => PieceKind::Why,
            Self::Rite => PieceKind::Rite,
            Self::Photo => PieceKind::Photo,
            Self::Letter { .. } => PieceKind::Letter,
            Self::When => PieceKind::When,
            Self::Step { .. } => PieceKind::Step,
            Self::Signatures => PieceKind::Signatures,
        }
    }
}

/// What she looks for among the pieces. It goes through all there are, not through what one view holds.
#[derive(Clone, Debug, Default, Deserialize, Type)]
pub struct LookingForPieces {
    /// Words that stand anywhere in a piece.
    pub find: String,
    /// The one group that is opened.
    pub only: Option<PieceKind>,
}

/// The pieces of a paper that could be chosen. Nothing is chosen to begin with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PiecesView {
    /// One group a kind, in the order of the page; never an empty one.
    pub groups: Vec<PieceGroup>,
    /// Whether there is more that is offered once both are here: it is of both, or the other's.
    pub more_together: bool,
}

/// The pieces of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PieceGroup {
    /// Which kind.
    pub kind: PieceKind,
    /// How many there are, of which the rows may be only the first.
    pub count: u32,
    /// One row a piece, in the order of the page.
    pub rows: Vec<PieceRow>,
    /// Whether there are more than the rows.
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

/// What was chosen for a paper: all of a kind, some, and but these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Choice {
    /// Which paper.
    pub paper: Paper,
    /// The kinds of which every piece is chosen.
    pub whole: Vec<PieceKind>,
    /// Pieces chosen one by one.
    pub pieces: Vec<PieceId>,
    /// Pieces left out, whatever chose them.
    pub without: Vec<PieceId>,
}

/// One who signs off her part of a page before it is given out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Signer {
    /// Who.
    pub person: PersonId,
    /// How many of the chosen pieces are hers, alone or together.
    pub pieces: u32,
    /// Whether she has signed exactly these; being here alone with them is as good.
    pub has_signed: bool,
}

/// The sizes of paper (ISO 216 and ANSI/ASME Y14.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PageSize {
    /// 210 by 297 millimetres.
    A4,
    /// 8.5 by 11 inches.
    UsLetter,
}

impl PageSize {
    /// Returns the size that is used in a region, by its ISO 3166 code (Unicode CLDR, paperSize).
    pub fn of_region(region: &str) -> Self {
        match region {
            "BZ" | "CA" | "CL" | "CO" | "CR" | "GT" | "MX" | "NI" | "PA" | "PH" | "PR" | "SV" | "US" | "VE" => {
                Self::UsLetter
            }
            _ => Self::A4,
        }
    }
}

/// A page as it was laid out, before anybody keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LaidOutView {
    /// How many pages there are.
    pub pages: u32,
    /// Letters that no font here has, each once and the first of them: they are shown as empty boxes.
    pub missing: Vec<MissingLetter>,
    /// How many more of them there are.
    pub more_missing: u32,
    /// Whether there is nothing on it yet.
    pub is_empty: bool,
    /// Who signs off her part before it is given out.
    pub signers: Vec<Signer>,
}

/// A letter that no font here has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct MissingLetter {
    /// The letter.
    pub letter: String,
    /// Its script by its ISO 15924 code; nothing where it is of none or of many, as emoji are.
    pub script: Option<String>,
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
