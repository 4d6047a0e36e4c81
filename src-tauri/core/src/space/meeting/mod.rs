//! A space in a meeting: what is said of it to another device that has it too, until both hold the same.
//!
//! ```text
//! digest        both alike: that was all
//! state         which changes each document has, which words are missing
//! offers, wants which words belong to what will be sent, which of them are not there yet
//! words         sealed as they are kept, with their item's keys
//! changes       each after what it builds on; the words they refer to came before them
//! last          nothing more
//! ```
//!
//! Nothing is remembered of a meeting: what the other has, it says each time. So none can be wrong about another after a copy
//! was brought back, and nobody can read from it when the two met.

mod take;
mod turn;

use super::OpenSpace;
use crate::document::{Document, DocumentId, Hash, Standing};
use crate::domain::device::{DeviceId, PairSecret};
use crate::domain::ids::{ItemId, SpaceId};
use crate::domain::words::WordsRef;
use crate::store::Store;
use crate::store::frame::{Place, Sealed, open, seal, seal_small};
use crate::{Error, Result};
use rand_core::CryptoRng;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use turn::{Last, SentWords, State, Turn};
use zeroize::Zeroizing;

pub(crate) use take::Taken;

/// The most bytes of one message.
pub(crate) const MOST_IN_A_MESSAGE: usize = 4 << 20;

/// The most bytes of changes that one side sends in one meeting; what is left comes at the next.
const MOST_OF_CHANGES: usize = 64 << 20;

/// How many bytes of words and changes go into one message, one more of them at the most.
const ROOM: usize = 1 << 20;

/// The most words that are sent without being offered first.
const MOST_UNASKED: usize = 8;

/// The most words that are offered, or told to be missing, at once.
const MOST_OFFERED: usize = 8192;

/// What is said of one space in one meeting, as one side knows it.
pub(crate) struct Talk {
    pub(crate) space: SpaceId,
    key: Zeroizing<[u8; 32]>,
    digest: Hash,
    said_digest: bool,
    /// Whether the other has the space open too, as far as it was heard.
    is_alike: bool,
    state_due: bool,
    theirs: Option<State>,
    plan: Option<Plan>,
    /// What was asked for of what they offered.
    asked: BTreeSet<WordsRef>,
    unasked: usize,
    wants_due: Option<Vec<WordsRef>>,
    /// Words that came, to be erased again if nothing refers to them at the end.
    came: BTreeSet<WordsRef>,
    bytes_of_changes: usize,
    said_last: Option<Last>,
    heard_last: Option<Last>,
    /// Whether the message that is heard now was truly said by the other.
    was_opened: bool,
    /// How what is said next is spoilt before it is sealed: a device gone bad.
    #[cfg(feature = "faults")]
    spoil: Option<crate::outside::Spoil>,
}

/// What one side has still to send.
#[derive(Default)]
struct Plan {
    offers: VecDeque<(ItemId, WordsRef)>,
    offered: BTreeMap<WordsRef, ItemId>,
    is_waiting: bool,
    words: VecDeque<(ItemId, WordsRef)>,
    changes: VecDeque<(DocumentId, Vec<u8>)>,
    more: bool,
}

impl Talk {
    /// Tells whether both have said all of this space.
    pub(crate) fn is_done(&self) -> bool {
        self.said_digest && (self.is_alike || self.said_last.is_some() && self.heard_last.is_some())
    }

    /// Ends what would be said of a space that the other has not open.
    pub(crate) fn end(&mut self) {
        (self.said_digest, self.is_alike) = (true, true);
    }

    /// Tells whether something was left for another meeting.
    pub(crate) fn has_more(&self) -> bool {
        [self.said_last, self.heard_last].contains(&Some(Last::MoreAnotherTime))
    }

    /// Spoils what is said next.
    #[cfg(feature = "faults")]
    pub(crate) fn spoil(&mut self, spoil: crate::outside::Spoil) {
        self.spoil = Some(spoil);
    }

    #[cfg(feature = "faults")]
    fn spoilt(&self, mut turn: Turn) -> Turn {
        use sha2::Digest;
        if let Some(spoil) = self.spoil.as_ref().filter(|spoil| spoil.changes) {
            for (_, change) in &mut turn.changes {
                (spoil.how)(change);
                // Its checksum is of everything behind the checksum.
                if change.len() > 8 {
                    let sum = sha2::Sha256::digest(&change[8..]);
                    change[4..8].copy_from_slice(&sum[..4]);
                }
            }
        }
        turn
    }

    #[cfg(feature = "faults")]
    fn spoilt_bytes(&self, bytes: Zeroizing<Vec<u8>>) -> Zeroizing<Vec<u8>> {
        let Some(spoil) = self.spoil.as_ref().filter(|spoil| !spoil.changes) else { return bytes };
        let mut bytes = bytes.to_vec();
        (spoil.how)(&mut bytes);
        Zeroizing::new(bytes)
    }

    /// Listens to the next message.
    pub(crate) fn listen(&mut self) {
        self.was_opened = false;
    }

    /// Tells whether something in the message that was heard last was truly said by the other.
    pub(crate) fn was_opened(&self) -> bool {
        self.was_opened
    }

    /// Names the section of this space in a message, so that only one who has its key finds it.
    pub(crate) fn tag(&self, context: &[u8; 16], number: u64) -> [u8; 8] {
        let name = [context.as_slice(), &number.to_le_bytes()].concat();
        *blake3::keyed_hash(&self.key, &name).as_bytes().first_chunk().expect("a hash has thirty-two bytes")
    }

    fn place(&self, context: &[u8; 16], number: u64) -> Place {
        Place::Wire { space: self.space, context: *context, number }
    }
}

impl OpenSpace {
    /// Begins to talk of this space with a device it is paired with.
    pub(crate) fn talk(&self, store: &Store, secret: &PairSecret, between: [DeviceId; 2]) -> Result<Talk> {
        let [one, other] = if between[0] < between[1] { between } else { [between[1], between[0]] };
        let pair = [secret.bytes().as_slice(), one.bytes(), other.bytes()].concat();
        Ok(Talk {
            space: self.id(),
            key: Zeroizing::new(*blake3::keyed_hash(&self.reader.keys.wire, &Zeroizing::new(pair)).as_bytes()),
            digest: self.digest(store)?,
            said_digest: false,
            is_alike: false,
            state_due: false,
            theirs: None,
            plan: None,
            asked: BTreeSet::new(),
            unasked: 0,
            wants_due: None,
            came: BTreeSet::new(),
            bytes_of_changes: 0,
            said_last: None,
            heard_last: None,
            was_opened: false,
            #[cfg(feature = "faults")]
            spoil: None,
        })
    }

    /// Says what is next of this space, sealed; `None` when there is nothing to say now. Nothing is said that is not durable.
    pub(crate) fn say(
        &self,
        talk: &mut Talk,
        context: &[u8; 16],
        number: u64,
        store: &Store,
        rng: &mut dyn CryptoRng,
    ) -> Result<Option<Sealed>> {
        let turn = self.next_turn(talk, store)?;
        if turn.is_empty() {
            return Ok(None);
        }
        #[cfg(feature = "faults")]
        let turn = talk.spoilt(turn);
        let (place, bytes) = (talk.place(context, number), turn.bytes());
        #[cfg(feature = "faults")]
        let bytes = talk.spoilt_bytes(bytes);
        let is_small = turn.state.is_none() && turn.words.is_empty() && turn.changes.is_empty();
        let sealed =
            if is_small { seal_small(&talk.key, &place, &bytes, rng) } else { seal(&talk.key, &place, &bytes, rng) };
        Ok(Some(sealed))
    }

    fn next_turn(&self, talk: &mut Talk, store: &Store) -> Result<Turn> {
        let mut turn = Turn::default();
        if !talk.said_digest {
            turn.digest = Some(talk.digest);
            talk.said_digest = true;
        }
        if talk.is_alike {
            return Ok(turn);
        }
        if std::mem::take(&mut talk.state_due) {
            turn.state = Some(self.state(store)?);
        }
        turn.wants = talk.wants_due.take();
        // Not before this moment: what they sent with it is known by now, and need not go back.
        if let (None, Some(theirs)) = (&talk.plan, &talk.theirs) {
            talk.plan = Some(self.plan(theirs, store)?);
        }
        let Some(plan) = &mut talk.plan else { return Ok(turn) };
        let mut room = ROOM;
        while room > 0
            && let Some((item, name)) = plan.words.pop_front()
        {
            if let Some(words) = self.sent_words(store, item, name)? {
                room = room.saturating_sub(words.sealed.len());
                turn.words.push(words);
            }
        }
        if !plan.words.is_empty() || plan.is_waiting {
            return Ok(turn);
        }
        if !plan.offers.is_empty() {
            turn.offers = plan.offers.drain(..plan.offers.len().min(MOST_OFFERED)).collect();
            plan.offered = turn.offers.iter().map(|(item, name)| (*name, *item)).collect();
            plan.is_waiting = true;
            return Ok(turn);
        }
        while room > 0
            && let Some((id, change)) = plan.changes.pop_front()
        {
            room = room.saturating_sub(change.len());
            turn.changes.push((id, change));
        }
        if plan.changes.is_empty() && talk.said_last.is_none() {
            let last = if plan.more { Last::MoreAnotherTime } else { Last::All };
            (turn.last, talk.said_last) = (Some(last), Some(last));
        }
        Ok(turn)
    }

    /// Plans what one lacks who has told what it has.
    fn plan(&self, theirs: &State, store: &Store) -> Result<Plan> {
        let (mut plan, mut names, mut bytes) = (Plan::default(), BTreeSet::new(), 0);
        'documents: for (id, open) in self.documents.all(&self.reader, store)? {
            let known = theirs.documents.iter().find(|(theirs, _)| *theirs == id);
            let unknown = Standing::default();
            let changes = open.document.changes_beyond(known.map_or(&unknown, |(_, standing)| standing))?;
            if !changes.is_empty()
                && !store.has_frame(self.id(), self.reader.part(id), open.next_seq.saturating_sub(1))?
            {
                // What is in memory stands in the store before anything else is done: this is never so.
                return Err(Error::SavingStopped);
            }
            for change in changes {
                bytes += change.len();
                if bytes > MOST_OF_CHANGES {
                    plan.more = true;
                    break 'documents;
                }
                Document::references_of(&change, &mut names)?;
                plan.changes.push_back((id, change));
            }
        }
        names.extend(&theirs.missing);
        if names.is_empty() {
            return Ok(plan);
        }
        let live = self.live_references(store)?;
        let there = store.words_in(self.id())?.into_iter();
        let words: Vec<_> = there.filter(|(_, name)| names.contains(name) && live.contains(name)).collect();
        if words.len() <= MOST_UNASKED {
            plan.words = words.into()
        } else {
            plan.offers = words.into()
        }
        Ok(plan)
    }

    fn sent_words(&self, store: &Store, item: ItemId, name: WordsRef) -> Result<Option<SentWords>> {
        // They may have been erased since they were offered.
        let Some(sealed) = store.words(self.id(), item, name)? else { return Ok(None) };
        let keys = self.item_keys(store, item)?.bytes();
        Ok(Some(SentWords { item, keys, sealed: sealed.bytes().to_vec() }))
    }

    /// Names what this space holds: all its changes, and the words that something refers to and that are not there.
    fn digest(&self, store: &Store) -> Result<Hash> {
        let mut hash = blake3::Hasher::new_keyed(&self.reader.keys.wire);
        for (id, open) in self.documents.all(&self.reader, store)? {
            if open.document.is_begun()? {
                let heads = open.document.heads();
                hash.update(format!("{id:?} {}", heads.len()).as_bytes());
                for head in &heads {
                    hash.update(head);
                }
            }
        }
        for name in self.missing(store)? {
            hash.update(name.bytes());
        }
        Ok(*hash.finalize().as_bytes())
    }

    fn state(&self, store: &Store) -> Result<State> {
        let mut state = State::default();
        for (id, open) in self.documents.all(&self.reader, store)? {
            if open.document.is_begun()? {
                state.documents.push((id, open.document.standing()));
            }
        }
        state.missing = self.missing(store)?.into_iter().take(MOST_OFFERED).collect();
        Ok(state)
    }

    /// Lists the words that something living refers to and that are not there.
    pub(crate) fn missing(&self, store: &Store) -> Result<BTreeSet<WordsRef>> {
        let mut missing = self.live_references(store)?;
        for (_, name) in store.words_in(self.id())? {
            missing.remove(&name);
        }
        Ok(missing)
    }

    /// Lists the names of every change.
    #[cfg(feature = "faults")]
    pub(crate) fn every_change(&self, store: &Store) -> Result<BTreeSet<Hash>> {
        let all = self.documents.all(&self.reader, store)?;
        Ok(all.into_iter().flat_map(|(_, open)| open.document.every_change()).collect())
    }

    /// Opens a section of a message, and tells what was said in it.
    fn heard(&self, talk: &mut Talk, context: &[u8; 16], number: u64, sealed: &Sealed) -> Result<Turn> {
        let opened = open(&talk.key, &talk.place(context, number), sealed).map_err(|error| match error {
            Error::LaterVersion => error,
            _ => Error::RefusedMeeting("a message's seal"),
        })?;
        talk.was_opened = true;
        Turn::read(&opened)
    }
}
