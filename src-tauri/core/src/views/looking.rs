//! What she looks for among many rows, and how many of them one view holds.

use crate::domain::ids::ItemId;
use serde::{Deserialize, Serialize};
use specta::Type;

/// The most rows one view holds.
pub(crate) const MOST_ROWS: usize = 200;

/// The most bytes the rows of one view take as JSON: of the 256 KiB of a view, with room for what stands around them.
pub(crate) const BYTES_OF_A_VIEW: usize = 250 << 10;

/// How many characters of a text stand where only its beginning is shown.
const BEGINNING: usize = 300;

/// What she looks for. It goes through all there is, not through what one view holds.
#[derive(Clone, Debug, Default, Deserialize, Type)]
pub struct Looking {
    /// Words that stand anywhere in it.
    pub find: String,
    /// Of which kind it is.
    pub show: Show,
    /// The one that is opened by itself.
    pub only: Option<ItemId>,
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    /// All of them.
    #[default]
    All,
    /// What is in her own space.
    Mine,
    /// What is in the shared one.
    Ours,
    /// Milestones that are hoped for.
    OnTheWay,
    /// Milestones that were reached.
    Reached,
    /// Of what is shared: milestones.
    Milestone,
    /// Of what is shared: rituals.
    Ritual,
    /// Of what is shared: goals.
    Goal,
    /// Of what is shared: celebrations.
    Celebration,
    /// Of what is shared: keepsakes.
    Keepsake,
    /// Of what is shared: ways that are lent.
    Way,
}

impl From<&str> for Looking {
    fn from(find: &str) -> Self {
        Self { find: find.to_owned(), ..Self::default() }
    }
}

impl Looking {
    /// Keeps the rows that she looks for: by their id, what they are, and their texts.
    pub(crate) fn keep<T>(
        &self,
        rows: &mut Vec<T>,
        id: impl Fn(&T) -> ItemId,
        is: impl Fn(&T, Show) -> bool,
        texts: impl Fn(&T) -> Vec<&str>,
    ) {
        let find = self.find.trim().to_lowercase();
        let holds = |row: &T| find.is_empty() || texts(row).iter().any(|text| text.to_lowercase().contains(&find));
        rows.retain(|row| {
            self.only.is_none_or(|only| only == id(row)) && (self.show == Show::All || is(row, self.show)) && holds(row)
        });
    }
}

/// Keeps of rows, from the first on, what one view holds, and tells whether there were more. One row is always kept.
pub(crate) fn cut<T: Serialize>(rows: &mut Vec<T>) -> bool {
    cut_lists(rows, &mut { BYTES_OF_A_VIEW })
}

/// The same, for one list of several that share the bytes of their view.
pub(crate) fn cut_lists<T: Serialize>(rows: &mut Vec<T>, bytes: &mut usize) -> bool {
    let there = rows.len();
    let mut held = 0;
    for row in rows.iter().take(MOST_ROWS) {
        let size = serde_json::to_vec(row).map_or(usize::MAX, |json| json.len() + 1);
        if size > *bytes && held > 0 {
            break;
        }
        *bytes = bytes.saturating_sub(size);
        held += 1;
    }
    rows.truncate(held);
    held < there
}

/// Shortens a text to its beginning, where only that is shown.
pub(crate) fn shorten(text: &mut String) {
    if let Some((at, _)) = text.char_indices().nth(BEGINNING) {
        text.truncate(at);
        text.push('…');
    }
}
