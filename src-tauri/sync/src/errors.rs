//! What can go wrong between two computers. Nothing is ever lost by it: what was to be said is said at the next meeting.

/// The result of anything in this crate that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What can go wrong. The texts are for developers and never hold what a person wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The text is not a whole ticket; the part says what is wrong with it.
    #[error("not a ticket: {0}")]
    NotATicket(&'static str),
    /// A ticket of a later version of this program.
    #[error("a ticket of a later version")]
    LaterTicket,
    /// The ticket was made on this very computer.
    #[error("a ticket of this computer")]
    OwnTicket,
    /// The ticket was used, tried too often, or is too old; told only to the one who made it.
    #[error("the ticket is over")]
    TicketOver,
    /// One of the two said that it does not look the same.
    #[error("not the same on both screens")]
    NotTheSame,
    /// The other side does not let this computer in, for whatever reason.
    #[error("the door is closed")]
    DoorClosed,
    /// The other computer was not found, or does not answer.
    #[error("not reached")]
    NotReached,
    /// The two are meeting already.
    #[error("meeting already")]
    Meeting,
    /// The wire was cut, or the other side stopped.
    #[error("the wire was cut")]
    Cut,
    /// The other side went past a limit; the part says which.
    #[error("too much: {0}")]
    TooMuch(&'static str),
    /// The other side said something that cannot be read at this point.
    #[error("not understood: {0}")]
    NotUnderstood(&'static str),
    /// This computer's own side failed and has nothing to say.
    #[error("this side failed")]
    Failed,
    /// The copy cannot be read or written here.
    #[error("the copy cannot be read or written here")]
    Disk,
    /// No socket could be opened, or sync was switched off.
    #[error("no network")]
    NoNetwork,
}

/// Why a meeting ended before both had said everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended<E> {
    /// What carries it could not go on.
    Wire(Error),
    /// One who speaks could not go on: the meeting's own reason, of this side.
    Meeting(E),
}

impl<E> From<Error> for Ended<E> {
    fn from(error: Error) -> Self {
        Self::Wire(error)
    }
}
