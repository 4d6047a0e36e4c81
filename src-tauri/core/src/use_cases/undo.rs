//! Undo: the inverse of a use case, in memory only, put back only where its own values still stand.
//!
//! An act is hers who was here alone or who signed it with her passphrase; what was made together without a signature is of
//! both. Whenever who is here changes, what could be undone is forgotten: nobody's act is ever undone by another.

use super::at_the_door::READABLE_AT_THE_DOOR;
use super::family::{Family, In};
use crate::document::{DocumentId, Put};
use crate::domain::person::Owner;
use crate::space::{Ink, Inverses, Pen};
use crate::vault::Passphrase;
use crate::{Error, Result};
use std::collections::BTreeMap;

/// What would put one use case back, space by space.
#[derive(Default)]
pub(super) struct Undo(pub(super) Vec<(In, Inverses)>);

/// What is put back in one space, document by document.
type Puts = BTreeMap<DocumentId, Vec<Put>>;

impl Family {
    /// Takes back the last act of this session, and tells whether anything was taken back. While both are here, what one of
    /// them signed asks her passphrase again.
    ///
    /// An act of which nothing stands any more is dropped, and no older one is reached in its stead.
    pub fn undo(&mut self, passphrase: Option<&Passphrase>) -> Result<bool> {
        let Some((by, undo)) = self.undo.last() else { return Ok(false) };
        let Some(standing) = self.standing(undo)? else {
            self.undo.pop();
            return Ok(false);
        };
        self.signed(*by, passphrase)?;
        let mut puts = standing.iter().flat_map(|(_, puts)| puts.values().flatten());
        let may_be_at_the_door = puts.any(|put| READABLE_AT_THE_DOOR.contains(&put.table));
        let mut inks = Vec::new();
        for (which, puts) in standing {
            inks.push((which, self.compose(which, |pen| Ok(pen.put_back(puts)))?.1));
        }
        match may_be_at_the_door {
            true => self.behind_the_door(None, |family| family.commit_for_good(inks))?,
            false => self.commit_for_good(inks)?,
        };
        self.undo.pop();
        if let Ok(person) = self.alone()
            && self.mine.contains_key(&person)
        {
            self.recall_idle(person)?;
        }
        Ok(true)
    }

    /// Tells whether the last act can still be taken back.
    pub fn can_undo(&self) -> bool {
        self.undo.last().is_some_and(|(_, undo)| matches!(self.standing(undo), Ok(Some(_))))
    }

    /// Tells whose an act is that nobody signs: hers who is here alone, or of both.
    pub(super) fn whose_act(&self) -> Owner {
        self.alone().map_or(Owner::Both, Owner::One)
    }

    /// Writes into one space as one transaction, as an act of one person or of both.
    pub(super) fn write_by<T>(&mut self, by: Owner, which: In, what: impl FnOnce(&mut Pen) -> Result<T>) -> Result<T> {
        let (answer, ink) = self.compose(which, what)?;
        self.commit_by(by, vec![(which, ink)])?;
        Ok(answer)
    }

    /// Applies filled pens of one use case as one transaction, and remembers whose it was and how to undo it.
    pub(super) fn commit_by(&mut self, by: Owner, inks: Vec<(In, Ink)>) -> Result<()> {
        let undo = self.commit_for_good(inks)?;
        self.undo.push((by, undo));
        Ok(())
    }

    /// Finds what would be put back; `None` where nothing stands any more. An act of two spaces goes back in both or not at all.
    fn standing(&self, undo: &Undo) -> Result<Option<Vec<(In, Puts)>>> {
        let mut standing = Vec::new();
        for (which, inverses) in undo.0.iter().rev().filter(|(_, inverses)| !inverses.is_empty()) {
            let puts = match self.space(*which) {
                Ok(space) => space.still_standing(inverses, self.store()?)?,
                Err(Error::Closed) => return Ok(None),
                Err(error) => return Err(error),
            };
            if puts.is_empty() {
                return Ok(None);
            }
            standing.push((*which, puts));
        }
        Ok(Some(standing).filter(|standing| !standing.is_empty()))
    }
}
