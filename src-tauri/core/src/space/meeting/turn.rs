//! What one side says of one space in one message, as bytes. Whatever the bytes are, nothing is made room for that they do
//! not hold.

use crate::document::{DocumentId, Hash, Standing};
use crate::domain::ids::ItemId;
use crate::domain::words::WordsRef;
use crate::space::years::YEARS;
use crate::store::frame::Opened;
use crate::{Error, Result};
use zeroize::Zeroizing;

/// What one side says of one space in one message.
#[derive(Default)]
pub(super) struct Turn {
    /// Names what the space holds: two that say the same have nothing to tell each other.
    pub(super) digest: Option<Hash>,
    pub(super) state: Option<State>,
    /// Words that it has, of changes that it will send.
    pub(super) offers: Vec<(ItemId, WordsRef)>,
    /// What it wants of the words that were offered.
    pub(super) wants: Option<Vec<WordsRef>>,
    pub(super) words: Vec<SentWords>,
    pub(super) changes: Vec<(DocumentId, Vec<u8>)>,
    /// Whether it has said all, and whether there is more for another meeting.
    pub(super) last: Option<Last>,
}

/// What a side has of a space.
#[derive(Clone, Default)]
pub(super) struct State {
    pub(super) documents: Vec<(DocumentId, Standing)>,
    /// Words that something refers to and that are not there.
    pub(super) missing: Vec<WordsRef>,
}

/// Sealed words on their way, with the item's keys.
pub(super) struct SentWords {
    pub(super) item: ItemId,
    pub(super) keys: Opened,
    pub(super) sealed: Vec<u8>,
}

/// How a side ends what it says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Last {
    All,
    MoreAnotherTime,
}

impl Turn {
    pub(super) fn is_empty(&self) -> bool {
        self.digest.is_none()
            && self.state.is_none()
            && self.offers.is_empty()
            && self.wants.is_none()
            && self.words.is_empty()
            && self.changes.is_empty()
            && self.last.is_none()
    }

    pub(super) fn bytes(&self) -> Opened {
        let mut out = Out(Zeroizing::new(Vec::new()));
        out.one_or_none(self.digest.as_ref(), |out, digest| out.put(digest));
        out.one_or_none(self.state.as_ref(), |out, state| {
            out.list(&state.documents, |out, (id, standing)| {
                out.document(*id);
                out.list(&standing.heads, |out, hash| out.put(hash));
                out.list(&standing.behind, |out, hash| out.put(hash));
            });
            out.list(&state.missing, |out, name| out.put(name.bytes()));
        });
        out.list(&self.offers, |out, (item, name)| {
            out.put(item.bytes());
            out.put(name.bytes());
        });
        out.one_or_none(self.wants.as_ref(), |out, wants| out.list(wants, |out, name| out.put(name.bytes())));
        out.list(&self.words, |out, words| {
            out.put(words.item.bytes());
            out.sized(&words.keys);
            out.sized(&words.sealed);
        });
        out.list(&self.changes, |out, (id, change)| {
            out.document(*id);
            out.sized(change);
        });
        out.one_or_none(self.last.as_ref(), |out, last| out.put(&[u8::from(*last == Last::MoreAnotherTime)]));
        out.0
    }

    pub(super) fn read(bytes: &[u8]) -> Result<Self> {
        let mut input = Input(bytes);
        let turn = Self {
            digest: input.one_or_none(Input::array)?,
            state: input.one_or_none(|input| {
                let documents = input.list(|input| {
                    let id = input.document()?;
                    Ok((id, Standing { heads: input.list(Input::array)?, behind: input.list(Input::array)? }))
                })?;
                Ok(State { documents, missing: input.list(Input::name)? })
            })?,
            offers: input.list(|input| Ok((ItemId::from_bytes(input.array()?), input.name()?)))?,
            wants: input.one_or_none(|input| input.list(Input::name))?,
            words: input.list(|input| {
                let item = ItemId::from_bytes(input.array()?);
                Ok(SentWords { item, keys: Zeroizing::new(input.sized()?), sealed: input.sized()? })
            })?,
            changes: input.list(|input| Ok((input.document()?, input.sized()?)))?,
            last: input
                .one_or_none(|input| Ok(if input.array::<1>()? == [0] { Last::All } else { Last::MoreAnotherTime }))?,
        };
        if input.0.is_empty() { Ok(turn) } else { Err(SHORT) }
    }
}

const SHORT: Error = Error::RefusedMeeting("a message's form");

struct Out(Opened);

impl Out {
    fn put(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn count(&mut self, count: usize) {
        self.put(&(count as u32).to_le_bytes());
    }

    fn sized(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.put(bytes);
    }

    fn document(&mut self, id: DocumentId) {
        // No year that is kept is nought.
        self.put(
            &match id {
                DocumentId::Lasting => 0_i32,
                DocumentId::Year(year) => year,
            }
            .to_le_bytes(),
        );
    }

    fn list<T>(&mut self, list: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.count(list.len());
        list.iter().for_each(|one| each(self, one));
    }

    fn one_or_none<T>(&mut self, one: Option<&T>, each: impl FnOnce(&mut Self, &T)) {
        self.put(&[u8::from(one.is_some())]);
        if let Some(one) = one {
            each(self, one);
        }
    }
}

struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(SHORT)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        Ok(self.take(N)?.try_into().expect("so many were taken"))
    }

    fn count(&mut self) -> Result<usize> {
        Ok(u32::from_le_bytes(self.array()?) as usize)
    }

    fn sized(&mut self) -> Result<Vec<u8>> {
        let length = self.count()?;
        Ok(self.take(length)?.to_vec())
    }

    fn name(&mut self) -> Result<WordsRef> {
        Ok(WordsRef::from_bytes(self.array()?))
    }

    fn document(&mut self) -> Result<DocumentId> {
        match i32::from_le_bytes(self.array()?) {
            0 => Ok(DocumentId::Lasting),
            year if YEARS.contains(&year) => Ok(DocumentId::Year(year)),
            _ => Err(Error::RefusedMeeting("a year that cannot be")),
        }
    }

    /// Reads a list: whatever it says of its length, every one of it takes some bytes of what is there.
    fn list<T>(&mut self, mut each: impl FnMut(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        let count = self.count()?;
        let mut list = Vec::new();
        for _ in 0..count {
            list.push(each(self)?);
        }
        Ok(list)
    }

    fn one_or_none<T>(&mut self, each: impl FnOnce(&mut Self) -> Result<T>) -> Result<Option<T>> {
        match self.array::<1>()? {
            [0] => Ok(None),
            [1] => each(self).map(Some),
            _ => Err(SHORT),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn() -> Turn {
        let standing = Standing { heads: vec![[1; 32], [2; 32]], behind: vec![[3; 32]] };
        let documents = vec![(DocumentId::Lasting, standing.clone()), (DocumentId::Year(2026), standing)];
        let (item, name) = (ItemId::from_bytes([4; 16]), WordsRef::from_bytes([5; 32]));
        Turn {
            digest: Some([6; 32]),
            state: Some(State { documents, missing: vec![name] }),
            offers: vec![(item, name)],
            wants: Some(Vec::new()),
            words: vec![SentWords { item, keys: Zeroizing::new(vec![7; 64]), sealed: vec![8; 300] }],
            changes: vec![(DocumentId::Year(1999), vec![9; 70])],
            last: Some(Last::MoreAnotherTime),
        }
    }

    #[test]
    fn what_is_said_is_what_is_heard() {
        let said = turn().bytes();
        assert_eq!(Turn::read(&said).unwrap().bytes(), said);
        assert!(Turn::read(&Turn::default().bytes()).unwrap().is_empty());
    }

    #[test]
    fn a_message_that_was_cut_or_that_claims_more_than_it_holds_is_refused() {
        let said = turn().bytes();
        for length in 0..said.len() {
            assert!(Turn::read(&said[..length]).is_err(), "{length} bytes");
        }
        let mut claiming = Turn::default().bytes();
        claiming[2..6].copy_from_slice(&u32::MAX.to_le_bytes());
        assert!(Turn::read(&claiming).is_err(), "four thousand million offers in {} bytes", claiming.len());
    }
}
