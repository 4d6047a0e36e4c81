//! What can go wrong while a page is made. The family's data is only read here: nothing is ever lost.

/// The result of anything in this crate that can fail.
pub type Result<T> = std::result::Result<T, Error>;

/// What can go wrong. The texts are for developers and never hold what a person wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The catalog is not Fluent, or its language has no name that is known.
    #[error("the catalog cannot be read")]
    Catalog,
    /// The catalog has no such sentence.
    #[error("the catalog has no {0}")]
    NoSentence(&'static str),
    /// A photo that is not a whole picture.
    #[error("the photo is broken")]
    BrokenPhoto,
    /// More than is laid out at once, in bytes of text.
    #[error("more than {0} bytes of text")]
    TooMuch(usize),
    /// It was stopped, by her or by what was asked for since.
    #[error("it was stopped")]
    Stopped,
    /// The page could not be laid out or written.
    #[error("the page was not made")]
    NotMade,
}
