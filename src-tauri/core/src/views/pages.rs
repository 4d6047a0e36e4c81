//! Pages: what two people hold on paper, made of pieces that are chosen one by one.
//!
//! Nothing here is a share of something, and nothing says what was not done: a day of which nothing is known is absent.

mod page;
mod pieces;

pub use self::page::{DayMarks, OccurrenceMark, PageLayout, PageView, Photo, PieceView, SPARE_WORDS};
pub use self::pieces::{LookingForPieces, PieceGroup, PieceId, PieceKind, PieceRow, PiecesView};
use crate::domain::ids::{KeepsakeId, PersonId, RitualId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

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
    /// Returns the size that is used in a region, by its ISO 3166 code or its country's (Unicode CLDR, paperSize).
    pub fn of_region(region: &str) -> Self {
        match region.split('-').next().unwrap_or_default() {
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
