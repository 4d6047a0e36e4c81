//! What two paired computers of a family say to each other, until both hold the same. No network is in it: whoever carries
//! the messages gives each to the other one.
//!
//! ```text
//! message  version (1) · the sender's number for this meeting (16) · sections
//! section  a name that only the space's key finds (8) · length (4, little endian) · sealed
//! ```
//!
//! The two take turns. A section is sealed under the space's key, what only these two devices know, who speaks to whom, both
//! numbers and how many messages there were: what was said once can be said nowhere else, nor again.

use super::family::{Family, In};
use crate::domain::device::{DeviceId, PairSecret};
use crate::space::{MOST_IN_A_MESSAGE, Taken, Talk};
use crate::store::frame::Sealed;
use crate::{Error, Result};

/// The version of what is said; a later one is refused, never guessed at.
const VERSION: u8 = 1;

/// The most messages of one side in one meeting.
pub const MOST_TURNS: u64 = 4096;

/// The most sections of one message.
const MOST_SECTIONS: usize = 4;

/// On which side a meeting began: that one speaks first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Began {
    /// This computer spoke first.
    Here,
    /// The other did.
    There,
}

/// One meeting of this computer with another, as this one knows it.
pub struct Meeting {
    me: DeviceId,
    peer: DeviceId,
    began: Began,
    /// The number drawn here for this meeting, and the one drawn there.
    number: [u8; 16],
    theirs: Option<[u8; 16]>,
    said: u64,
    heard: u64,
    talks: Vec<(In, Talk)>,
    is_my_turn: bool,
    /// Whether the last message heard said nothing: if this side has nothing to say either, it would never end.
    heard_nothing: bool,
    /// Whether something was said that cannot be taken.
    is_over: bool,
    brought: bool,
}

impl Meeting {
    /// Tells whether both have said all they had to.
    pub fn is_done(&self) -> bool {
        self.said > 0 && self.heard > 0 && self.talks.iter().all(|(_, talk)| talk.is_done())
    }

    /// Tells whether anything came here by it: then what is on the screen may be out of date.
    pub fn brought_something(&self) -> bool {
        self.brought
    }

    /// Tells whether something was left for another meeting, which may follow at once.
    pub fn has_more(&self) -> bool {
        self.talks.iter().any(|(_, talk)| talk.has_more())
    }

    /// Lends what is said of each space.
    #[cfg(feature = "faults")]
    pub(super) fn talks_mut(&mut self) -> impl Iterator<Item = &mut Talk> {
        self.talks.iter_mut().map(|(_, talk)| talk)
    }

    /// Names what a message is bound to besides its number.
    fn context(&self, speaker: Began) -> [u8; 16] {
        let theirs = self.theirs.unwrap_or_default();
        let (from, to) = if speaker == Began::Here { (self.me, self.peer) } else { (self.peer, self.me) };
        let (first, second) = if self.began == Began::Here { (self.number, theirs) } else { (theirs, self.number) };
        // The very first message is said before the other's number is known.
        let is_first = speaker == self.began && (if speaker == Began::Here { self.said } else { self.heard }) == 0;
        let second = if is_first { [0; 16] } else { second };
        let mut hash = blake3::Hasher::new();
        hash.update(b"twinflower meeting v1").update(from.bytes()).update(to.bytes()).update(&first).update(&second);
        *hash.finalize().as_bytes().first_chunk().expect("a hash has thirty-two bytes")
    }
}

impl Family {
    /// Meets another computer that this one is paired with. It speaks of *ours*, and of *mine* where she let it go there.
    pub fn meet(&mut self, me: DeviceId, peer: DeviceId, began: Began) -> Result<Meeting> {
        let secret: PairSecret = self.pair_secret(peer)?;
        let mut talks = Vec::new();
        for which in self.spaces_for(peer)? {
            talks.push((which, self.space(which)?.talk(self.store()?, &secret, [me, peer])?));
        }
        let mut number = [0; 16];
        self.rng.fill_bytes(&mut number);
        Ok(Meeting {
            me,
            peer,
            began,
            number,
            theirs: None,
            said: 0,
            heard: 0,
            talks,
            is_my_turn: began == Began::Here,
            heard_nothing: false,
            is_over: false,
            brought: false,
        })
    }

    /// Says the next message of a meeting; `None` while it is the other's turn and when all is said.
    pub fn say(&mut self, meeting: &mut Meeting) -> Result<Option<Vec<u8>>> {
        if !meeting.is_my_turn || meeting.is_over || meeting.is_done() {
            return Ok(None);
        }
        let context = meeting.context(Began::Here);
        let mut message = vec![VERSION];
        message.extend(meeting.number);
        let Self { store, mine, ours, rng, .. } = self;
        let store = store.as_ref().ok_or(Error::Closed)?;
        for (which, talk) in &mut meeting.talks {
            let space = match which {
                In::Mine(person) => mine.get(person),
                In::Ours => ours.as_ref(),
            };
            let space = space.ok_or(Error::Closed)?;
            if let Some(sealed) = space.say(talk, &context, meeting.said, store, &mut **rng)? {
                message.extend(talk.tag(&context, meeting.said));
                message.extend((sealed.bytes().len() as u32).to_le_bytes());
                message.extend(sealed.bytes());
            }
        }
        let says_nothing = message.len() == 1 + meeting.number.len();
        if says_nothing && meeting.heard_nothing && meeting.said > 0 {
            return Err(Error::RefusedMeeting("nothing is said any more"));
        }
        (meeting.said, meeting.is_my_turn) = (meeting.said + 1, false);
        if message.len() > MOST_IN_A_MESSAGE || meeting.said > MOST_TURNS {
            return Err(Error::RefusedMeeting("more than one meeting says"));
        }
        Ok(Some(message))
    }

    /// Hears a message of the other. What it brings is on the disk when this returns; on any error nothing of the message was
    /// taken. Whoever truly said what cannot be taken is set aside, and the meeting is over; what was only said again, late or
    /// garbled on the way is refused, and no more.
    pub fn hear(&mut self, meeting: &mut Meeting, message: &[u8]) -> Result<()> {
        if meeting.is_my_turn || meeting.is_over || meeting.is_done() || meeting.heard >= MOST_TURNS {
            return Err(Error::RefusedMeeting("out of turn"));
        }
        let heard = self.try_to_hear(meeting, message);
        if heard.is_err() && meeting.talks.iter().any(|(_, talk)| talk.was_opened()) {
            meeting.is_over = true;
            if matches!(heard, Err(Error::RefusedMeeting(_))) {
                self.set_aside(meeting.peer)?;
            }
        }
        heard
    }

    fn try_to_hear(&mut self, meeting: &mut Meeting, message: &[u8]) -> Result<()> {
        meeting.talks.iter_mut().for_each(|(_, talk)| talk.listen());
        let sections = sections(message, &mut meeting.theirs)?;
        let (context, number) = (meeting.context(Began::There), meeting.heard);
        let mut taken = Vec::new();
        for (at, (which, talk)) in meeting.talks.iter_mut().enumerate() {
            match sections.iter().find(|(tag, _)| *tag == talk.tag(&context, number)) {
                Some((_, sealed)) => {
                    let space = self.space(*which)?;
                    let heard = space.hear(talk, &context, number, sealed, self.store()?)?;
                    taken.push((at, heard));
                }
                // Nobody who may open it is in there.
                None if number == 0 => talk.end(),
                None => (),
            }
        }
        taken.retain(|(_, heard)| !heard.is_empty());
        if !taken.is_empty() {
            self.take(meeting, taken)?;
        }
        meeting.heard_nothing = sections.is_empty();
        (meeting.heard, meeting.is_my_turn) = (meeting.heard + 1, true);
        Ok(())
    }

    /// Takes what was tried, all of it in one transaction.
    fn take(&mut self, meeting: &mut Meeting, taken: Vec<(usize, Taken)>) -> Result<()> {
        let touched = taken.iter().map(|(at, _)| meeting.talks[*at].0).collect();
        let mut brought = false;
        self.commit_spaces(touched, |mine, ours, batch, store, rng| {
            for (at, taken) in taken {
                let (which, talk) = &mut meeting.talks[at];
                let space = match which {
                    In::Mine(person) => mine.get_mut(person),
                    In::Ours => ours.as_mut(),
                };
                brought |= space.ok_or(Error::Closed)?.take(talk, taken, batch, store, rng)?;
            }
            Ok(())
        })?;
        meeting.brought |= brought;
        if brought
            && let Ok(person) = self.alone()
            && self.mine.contains_key(&person)
        {
            // Either may have been chosen there.
            self.recall_idle(person)?;
            self.catch_up_at_the_door()?;
        }
        Ok(())
    }
}

/// Reads a message into its sections; the other's number must be the same in each.
fn sections(message: &[u8], theirs: &mut Option<[u8; 16]>) -> Result<Vec<([u8; 8], Sealed)>> {
    const SHORT: Error = Error::RefusedMeeting("a short message");
    if message.len() > MOST_IN_A_MESSAGE {
        return Err(Error::RefusedMeeting("a message that is too long"));
    }
    let (&version, rest) = message.split_first().ok_or(SHORT)?;
    if version > VERSION {
        return Err(Error::LaterVersion);
    }
    if version != VERSION {
        return Err(Error::RefusedMeeting("a message's version"));
    }
    let (number, mut rest) = rest.split_first_chunk::<16>().ok_or(SHORT)?;
    if *theirs.get_or_insert(*number) != *number {
        return Err(Error::RefusedMeeting("a message of another meeting"));
    }
    let mut sections = Vec::new();
    while !rest.is_empty() && sections.len() < MOST_SECTIONS {
        let (tag, after) = rest.split_first_chunk::<8>().ok_or(SHORT)?;
        let (length, after) = after.split_first_chunk::<4>().ok_or(SHORT)?;
        let (sealed, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or(SHORT)?;
        sections.push((*tag, Sealed::read(sealed.to_vec())));
        rest = after;
    }
    if rest.is_empty() { Ok(sections) } else { Err(Error::RefusedMeeting("more spaces than there can be")) }
}
