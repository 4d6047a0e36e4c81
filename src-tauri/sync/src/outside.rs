//! Every parser of bytes from outside, by name, for whoever tries to break them.

use crate::frames::{Bounds, Frames};
use crate::{Addresses, Error, Result, Ticket};

/// Takes bytes or refuses them.
pub type Parser = fn(&[u8]) -> Result<()>;

/// The parsers of this crate. None may panic, whatever the bytes.
pub const PARSERS: [(&str, Parser); 3] = [("addresses", addresses), ("message", message), ("ticket", ticket)];

fn addresses(bytes: &[u8]) -> Result<()> {
    Addresses::from_bytes(bytes).map(drop)
}

/// A stream of messages; its first byte says in which pieces it comes.
fn message(bytes: &[u8]) -> Result<()> {
    let Some((piece, stream)) = bytes.split_first() else { return Err(Error::Cut) };
    let mut frames = Frames::new(Bounds::MEETING);
    for mut piece in stream.chunks(usize::from(*piece) + 1) {
        while !piece.is_empty() {
            let (taken, message) = frames.take(piece)?;
            if message.is_some_and(|message| message.is_empty()) {
                return Err(Error::NotUnderstood("an empty message"));
            }
            piece = &piece[taken..];
        }
    }
    if frames.is_within() { Err(Error::Cut) } else { Ok(()) }
}

fn ticket(bytes: &[u8]) -> Result<()> {
    Ticket::from_file(bytes).map(drop)
}
