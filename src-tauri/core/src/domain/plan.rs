//! What she plans for a hard hour: her reasons.

use super::{ids::ReasonId, words::WordsRef};

/// The most reasons she may write down.
pub const MOST_REASONS: u32 = 20;

/// One of her reasons as it stands in its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Its id.
    pub id: ReasonId,
    /// What it is, in her words.
    pub words: WordsRef,
    /// A photo beside it; it is never at the door.
    pub photo: Option<WordsRef>,
    /// Whether anyone at this computer may read the words at the door.
    pub readable_while_locked: bool,
    /// Its place among those she wrote down.
    pub at: u32,
}
