//! What two computers wrote apart, and what is done about it. Nothing here names anybody.
//!
//! | apart | rule |
//! |---|---|
//! | two fields of one thing | both stand |
//! | one text twice | one is shown, the same on all; the other is kept and offered until somebody chose |
//! | deleted there, edited here | it is gone; the words that were written here are offered: keep them in *mine*? |
//! | days of a counted milestone | the union of the spans: nothing lived is ever lost |
//! | a ritual kept twice on one day | one occurrence; each person's line and photo stand; of one person's two lines the other is offered |
//! | a goal agreed by each | it is active; agreed to another wording than now stands, it waits for that one again |
//! | a letter handed over while its draft was edited | it is handed over as it stood there; the newer words are offered |

use super::family::{Family, In, Now};
use super::letters::LetterWords;
use crate::document::{Collision, DocumentId};
use crate::domain::ids::PersonId;
use crate::domain::person::Owner;
use crate::domain::words::WordsRef;
use crate::space::KeptWords;
use crate::views::{ApartView, KeptWordsRow, OtherWordingRow};
use crate::{Error, Result};

impl Family {
    /// Shows what waits to be chosen, to whoever it is for.
    pub fn apart(&self) -> Result<ApartView> {
        let mut view = ApartView { wordings: Vec::new(), words: Vec::new() };
        for which in self.open_spaces() {
            for (_, found) in self.collisions(which)? {
                let (here, other) = (self.wording(which, found.text_here())?, self.wording(which, found.other_text())?);
                if here != other && !other.is_empty() {
                    let (id, noun) = (found.name(), found.table.name().to_owned());
                    let (of, field) = (found.record, found.field);
                    view.wordings.push(OtherWordingRow { id, noun, of, field, here, other });
                }
            }
            for kept in self.space(which)?.kept_words(self.store()?)? {
                if self.is_for_whoever_is_here(kept.owner) {
                    view.words.push(KeptWordsRow { id: kept.id, noun: kept.noun, texts: kept.texts });
                }
            }
        }
        view.wordings.dedup_by(|one, other| one.id == other.id);
        Ok(view)
    }

    /// Settles which of two texts stands: the other one where `takes_other`, or the one that is shown.
    pub fn settle_wording(&mut self, id: &str, takes_other: bool) -> Result<ApartView> {
        for which in self.open_spaces() {
            let collisions = self.collisions(which)?;
            let Some((document, found)) = collisions.into_iter().find(|(_, found)| found.name() == id) else {
                continue;
            };
            self.write(which, |pen| {
                found.settled(takes_other).into_iter().for_each(|put| pen.put_in(document, put));
                Ok(())
            })?;
            return self.apart();
        }
        Err(Error::Gone)
    }

    /// Keeps words of what is no longer there in her own space, as the draft of a letter to herself.
    pub fn keep_words(&mut self, id: &str, now: Now) -> Result<ApartView> {
        let me = self.alone()?;
        let (_, kept) = self.find_kept(id)?;
        let words = LetterWords { to: me, title: String::new(), words: kept.texts.join("\n\n") };
        self.keep_letter(None, &words, now)?;
        // They are let go of by an act of its own: one act is one commit.
        self.apart()
    }

    /// Lets go of words of what is no longer there.
    pub fn let_go_of_words(&mut self, id: &str) -> Result<ApartView> {
        let (which, _) = self.find_kept(id)?;
        self.commit_spaces(vec![which], |mine, ours, batch, store, rng| {
            let space = match which {
                In::Mine(person) => mine.get_mut(&person),
                In::Ours => ours.as_mut(),
            };
            space.ok_or(Error::Closed)?.let_go_of_words(id, batch, store, rng)
        })?;
        self.apart()
    }

    fn find_kept(&self, id: &str) -> Result<(In, KeptWords)> {
        for which in self.open_spaces() {
            let kept = self.space(which)?.kept_words(self.store()?)?;
            if let Some(found) = kept.into_iter().find(|kept| kept.id == id) {
                return if self.is_for_whoever_is_here(found.owner) { Ok((which, found)) } else { Err(Error::NotHers) };
            }
        }
        Err(Error::Gone)
    }

    /// Lists the texts that stand beside others in a space and are for whoever is here.
    fn collisions(&self, which: In) -> Result<Vec<(DocumentId, Collision)>> {
        let found = self.space(which)?.collisions(self.store()?)?;
        let is_hers = |found: &Collision, owner: Option<Owner>| {
            // A line of an evening is its writer's.
            let of_one = found.field.rsplit_once('_').and_then(|(_, person)| person.parse::<PersonId>().ok());
            self.is_for_whoever_is_here(of_one.map(Owner::One).or(owner))
        };
        Ok(found
            .into_iter()
            .filter(|(_, found, owner)| is_hers(found, *owner))
            .map(|(id, found, _)| (id, found))
            .collect())
    }

    fn is_for_whoever_is_here(&self, owner: Option<Owner>) -> bool {
        match owner {
            Some(Owner::One(person)) => self.alone() == Ok(person),
            _ => true,
        }
    }

    fn wording(&self, which: In, name: Option<WordsRef>) -> Result<String> {
        let text = name.map(|name| self.space(which)?.text_named(self.store()?, name)).transpose()?;
        Ok(text.flatten().unwrap_or_default())
    }
}
