//! What is carried: one side of a meeting, which says opaque messages in turn.

/// One side of a meeting of two paired devices. The two sides take strict turns; whoever opened it speaks first.
pub trait Meeting: Send + 'static {
    /// Why it cannot go on.
    type Error: Send + 'static;

    /// Returns the next message for the other side; `None` while it is the other's turn, and when it is done.
    fn next(&mut self) -> Result<Option<Vec<u8>>, Self::Error>;

    /// Takes the other side's message. It is called where it may take its time.
    fn receive(&mut self, message: &[u8]) -> Result<(), Self::Error>;

    /// Tells whether both have said all they had to.
    fn is_done(&self) -> bool;
}
