//! Messages as bytes of a stream: four bytes of length, then the message.

use crate::bounds::{MOST_IN_A_MEETING, MOST_IN_A_MESSAGE, MOST_TURNS};
use crate::{Error, Result};

/// The room that is made before anything of a message has come; more is made only as it comes.
const FIRST_ROOM: usize = 64 << 10;

/// How much may come from one side of one conversation.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The most bytes in one message.
    pub message: usize,
    /// The most messages.
    pub turns: u32,
    /// The most bytes in all messages together.
    pub all: u64,
}

impl Bounds {
    /// The bounds of a meeting.
    pub const MEETING: Self = Self { message: MOST_IN_A_MESSAGE, turns: MOST_TURNS, all: MOST_IN_A_MEETING };
}

/// Takes messages out of the bytes of a stream, however these are cut, and holds the bounds.
#[derive(Debug)]
pub struct Frames {
    left: Bounds,
    head: Vec<u8>,
    length: Option<usize>,
    body: Vec<u8>,
}

impl Frames {
    /// Begins with nothing read.
    pub fn new(bounds: Bounds) -> Self {
        Self { left: bounds, head: Vec::with_capacity(4), length: None, body: Vec::new() }
    }

    /// Returns how many bytes are still missing to the end of what is known to come: never more than one message's.
    pub fn missing(&self) -> usize {
        match self.length {
            None => 4 - self.head.len(),
            Some(length) => length - self.body.len(),
        }
    }

    /// Tells whether a message is begun and not whole.
    pub fn is_within(&self) -> bool {
        self.length.is_some() || !self.head.is_empty()
    }

    /// Takes what belongs to the message under way; returns how many bytes it took, and the message once it is whole.
    ///
    /// Fails with [`Error::TooMuch`] or [`Error::NotUnderstood`] at the length, before there is room for the message.
    pub fn take(&mut self, bytes: &[u8]) -> Result<(usize, Option<Vec<u8>>)> {
        let mut taken = 0;
        if self.length.is_none() {
            taken = bytes.len().min(4 - self.head.len());
            self.head.extend_from_slice(&bytes[..taken]);
            let Ok(head) = <[u8; 4]>::try_from(self.head.as_slice()) else { return Ok((taken, None)) };
            self.length = Some(self.admitted(u32::from_be_bytes(head))?);
        }
        let Some(length) = self.length else { return Ok((taken, None)) };
        let part = &bytes[taken..][..(bytes.len() - taken).min(length - self.body.len())];
        self.make_room(part.len(), length);
        self.body.extend_from_slice(part);
        taken += part.len();
        if self.body.len() < length {
            return Ok((taken, None));
        }
        self.head.clear();
        self.length = None;
        Ok((taken, Some(std::mem::take(&mut self.body))))
    }

    /// Doubles the room as the message comes, and never past its length: who only says a length is given nothing.
    fn make_room(&mut self, coming: usize, length: usize) {
        let have = self.body.len();
        if self.body.capacity() - have < coming {
            let room = (have * 2).max(have + coming).max(FIRST_ROOM).min(length);
            self.body.reserve_exact(room - have);
        }
    }

    fn admitted(&mut self, length: u32) -> Result<usize> {
        let length = length as usize;
        match length {
            0 => return Err(Error::NotUnderstood("an empty message")),
            _ if length > self.left.message => return Err(Error::TooMuch("a message's length")),
            _ if length as u64 > self.left.all => return Err(Error::TooMuch("a meeting's length")),
            _ if self.left.turns == 0 => return Err(Error::TooMuch("a meeting's turns")),
            _ => (),
        }
        self.left.turns -= 1;
        self.left.all -= length as u64;
        Ok(length)
    }
}

/// The length that goes before a message of this side.
pub(crate) fn head(message: &[u8], bounds: &Bounds) -> Result<[u8; 4]> {
    if message.is_empty() || message.len() > bounds.message {
        return Err(Error::Failed);
    }
    Ok((message.len() as u32).to_be_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Bounds = Bounds { message: 1000, turns: 3, all: 1500 };

    fn framed(message: &[u8]) -> Vec<u8> {
        [&(message.len() as u32).to_be_bytes(), message].concat()
    }

    /// All messages in the bytes, given in pieces of this size.
    fn read(bytes: &[u8], piece: usize, bounds: Bounds) -> Result<Vec<Vec<u8>>> {
        let mut frames = Frames::new(bounds);
        let mut messages = Vec::new();
        for mut piece in bytes.chunks(piece) {
            while !piece.is_empty() {
                let (taken, message) = frames.take(piece)?;
                piece = &piece[taken..];
                messages.extend(message);
            }
        }
        Ok(messages)
    }

    #[test]
    fn messages_come_out_as_they_went_in_however_the_stream_is_cut() {
        let bytes = [framed(b"a"), framed(&[7; 900]), framed("née 🌷".as_bytes())].concat();
        for piece in [1, 2, 3, 5, 64, 899, bytes.len()] {
            let messages = read(&bytes, piece, SMALL).unwrap();
            assert_eq!(messages, [b"a".to_vec(), vec![7; 900], "née 🌷".as_bytes().to_vec()]);
        }
    }

    #[test]
    fn a_length_past_the_bound_is_refused_before_there_is_room_for_it() {
        for length in [1001, u32::MAX, 1 << 31] {
            let mut frames = Frames::new(SMALL);
            assert_eq!(frames.take(&u32::to_be_bytes(length)).unwrap_err(), Error::TooMuch("a message's length"));
            assert_eq!(frames.body.capacity(), 0);
        }
        assert_eq!(read(&framed(b""), 9, SMALL).unwrap_err(), Error::NotUnderstood("an empty message"));
    }

    #[test]
    fn who_says_a_length_and_sends_little_is_given_little_room() {
        let mut frames = Frames::new(Bounds::MEETING);
        frames.take(&u32::to_be_bytes(MOST_IN_A_MESSAGE as u32)).unwrap();
        assert_eq!(frames.body.capacity(), 0);
        frames.take(&[1; 10]).unwrap();
        assert!(frames.body.capacity() <= FIRST_ROOM);
        for _ in 0..100 {
            frames.take(&[1; 10_000]).unwrap();
            assert!(frames.body.capacity() <= (2 * frames.body.len()).max(FIRST_ROOM));
        }
    }

    #[test]
    fn a_whole_message_fills_its_room_and_no_more() {
        let mut frames = Frames::new(Bounds::MEETING);
        frames.take(&u32::to_be_bytes(MOST_IN_A_MESSAGE as u32)).unwrap();
        let mut whole = None;
        for piece in vec![3; MOST_IN_A_MESSAGE].chunks(70_000) {
            whole = frames.take(piece).unwrap().1;
        }
        let whole = whole.unwrap();
        assert_eq!((whole.len(), whole.capacity()), (MOST_IN_A_MESSAGE, MOST_IN_A_MESSAGE));
    }

    #[test]
    fn turns_and_all_bytes_together_have_their_bounds_too() {
        let many = framed(b"a").repeat(4);
        assert_eq!(read(&many, 2, SMALL).unwrap_err(), Error::TooMuch("a meeting's turns"));
        let much = [framed(&[0; 900]), framed(&[0; 601])].concat();
        assert_eq!(read(&much, 100, SMALL).unwrap_err(), Error::TooMuch("a meeting's length"));
    }

    #[test]
    fn what_is_missing_is_known_at_each_byte() {
        let mut frames = Frames::new(SMALL);
        assert_eq!((frames.missing(), frames.is_within()), (4, false));
        frames.take(&[0, 0, 0]).unwrap();
        assert_eq!((frames.missing(), frames.is_within()), (1, true));
        frames.take(&[5, 1]).unwrap();
        assert_eq!((frames.missing(), frames.is_within()), (4, true));
    }

    #[test]
    fn this_side_says_nothing_that_the_other_would_refuse() {
        assert_eq!(head(&[1; 1000], &SMALL), Ok([0, 0, 3, 232]));
        assert_eq!(head(&[], &SMALL), Err(Error::Failed));
        assert_eq!(head(&[1; 1001], &SMALL), Err(Error::Failed));
    }
}
