//! What two computers wrote apart and somebody has yet to choose.

use serde::Serialize;

/// What waits to be chosen. It names nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct ApartView {
    /// Texts that were written twice, apart.
    pub wordings: Vec<OtherWordingRow>,
    /// Words of what is no longer there, written here while it was deleted elsewhere.
    pub words: Vec<KeptWordsRow>,
}

/// A text that was written twice, apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct OtherWordingRow {
    /// Names it while it waits.
    pub id: String,
    /// The noun it belongs to, as its table is called.
    pub noun: String,
    /// The id of what it belongs to.
    pub of: String,
    /// Which of its texts it is.
    pub field: String,
    /// What is shown now.
    pub here: String,
    /// What was written elsewhere.
    pub other: String,
}

/// Words that were written here while what they belong to was deleted elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct KeptWordsRow {
    /// Names them while they wait.
    pub id: String,
    /// The noun they belonged to, as its table is called.
    pub noun: String,
    /// The texts.
    pub texts: Vec<String>,
}
