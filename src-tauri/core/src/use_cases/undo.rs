//! Undo: the inverse of a use case, in memory only, put back only where its own values still stand.

use super::family::{Family, In};
use crate::Result;
use crate::space::Inverses;

/// What would put one use case back, space by space.
#[derive(Default)]
pub(super) struct Undo(pub(super) Vec<(In, Inverses)>);

impl Family {
    /// Takes back the last act of this session, and tells whether there was one.
    pub fn undo(&mut self) -> Result<bool> {
        let Some(undo) = self.undo.pop() else { return Ok(false) };
        let mut inks = Vec::new();
        for (which, inverses) in undo.0.into_iter().rev() {
            let puts = self.space(which)?.still_standing(&inverses);
            inks.push((which, self.compose(which, |pen| Ok(pen.put_back(puts)))?.1));
        }
        self.commit_for_good(inks)?;
        Ok(true)
    }

    /// Tells whether there is anything to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }
}
