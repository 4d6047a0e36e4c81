//! Two computers of one family: bytes from one to the other, and how they come to know each other.
//!
//! What they say is opaque here: the product supplies a [`Meeting`], this crate carries its messages over iroh. It knows
//! no family, no words and no keys but the one that it is given. It speaks only with addresses of the same house, with
//! those that somebody typed, and with nobody in between: no relay, no name server, no lookup elsewhere.
//!
//! Who may be heard is decided by the public key, before a byte of theirs is read; whoever may not learns only that the
//! door is closed.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod addresses;
mod bounds;
mod carry;
mod copies;
mod device;
mod doors;
mod errors;
mod frames;
mod introduction;
mod lines;
#[cfg(test)]
mod made_up;
mod meeting;
mod nearby;
mod outside;
mod pairing;
mod turns;
mod wire;

pub use addresses::Addresses;
pub use bounds::{
    MOST_IN_A_COPY, MOST_IN_A_MEETING, MOST_IN_A_MESSAGE, MOST_TURNS, PATIENCE_FOR_A_MEETING, PATIENCE_FOR_A_MESSAGE,
};
pub use carry::{Begins, Carried, carry};
pub use copies::CopyWanted;
pub use device::DeviceId;
pub use errors::{Ended, Error, Result};
pub use frames::{Bounds, Frames};
pub use introduction::{Introduction, Known};
pub use lines::Call;
pub use meeting::Meeting;
pub use outside::{PARSERS, Parser};
pub use pairing::offer::{Offer, TICKET_LASTS, TRIES};
pub use pairing::steps::{PairSecret, Pairing, Sameness};
pub use pairing::ticket::Ticket;
pub use wire::{Event, Reach, Wire};
