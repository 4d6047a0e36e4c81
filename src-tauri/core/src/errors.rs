//! What can go wrong, and the sentence for it: what happened, whether anything was lost, what to do next.

use crate::domain::days_together::SpansError;
use crate::domain::words::WordsError;
use serde::Serialize;

/// The result of anything in this crate that can fail.
pub type Result<T> = std::result::Result<T, Error>;

/// What can go wrong. The texts are for developers; people read the catalog's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The passphrase or the spare words do not open this slot, and the slot is whole.
    #[error("these words do not open it")]
    WrongWords,
    /// The door's files, or the slot that the words should open, are not what was written; the name is of the defect.
    #[error("the slot is damaged: {0}")]
    DamagedSlot(&'static str),
    /// A passphrase that could be guessed too soon.
    #[error("the passphrase is too easy to guess")]
    WeakPassphrase,
    /// The spare words she copied are not the ones she was shown.
    #[error("the spare words do not match")]
    SpareWordsDiffer,
    /// The spare words were used before; using them voids them.
    #[error("the spare words were used")]
    SpareWordsUsed,
    /// The store does not open, or holds bytes that are not what was written; the name is of the defect.
    #[error("the store is damaged: {0}")]
    DamagedStore(&'static str),
    /// Written by a later version of this program.
    #[error("written by a later version")]
    LaterVersion,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The folder cannot be written.
    #[error("the folder is read-only")]
    ReadOnly,
    /// Another process has this family open.
    #[error("already open")]
    AlreadyOpen,
    /// The disk did not confirm a write: nothing goes on before what was live stands in a fresh folder.
    #[error("the disk did not confirm it")]
    SavingStopped,
    /// The file is not a copy that this program made.
    #[error("not a copy of this program's")]
    NotABundle,
    /// A copy that is not what was written; the name is of the defect.
    #[error("the copy is damaged: {0}")]
    DamagedBundle(&'static str),
    /// A copy of another family, or of a space that was left behind.
    #[error("a copy of another family")]
    OtherFamily,
    /// The other computer is not one this one is paired with.
    #[error("not paired with that device")]
    NotPaired,
    /// What the other computer said cannot be taken; the name is of the defect. Nothing here was changed by it.
    #[error("what the other device said cannot be taken: {0}")]
    RefusedMeeting(&'static str),
    /// There is no copy on this computer that could be brought back.
    #[error("there is no copy to bring back")]
    NoCopy,
    /// The data folder is older than it was: a copy of it could take the place of a newer one.
    #[error("the folder was put back")]
    PutBack,
    /// There is no folder with that name.
    #[error("no such folder")]
    NoSuchFolder,
    /// Any other failure of a file.
    #[error("a file could not be read or written: {0}")]
    File(std::io::ErrorKind),
    /// Nothing was written where something is needed.
    #[error("nothing was written")]
    Blank,
    /// Longer than the bound, in characters.
    #[error("longer than {0} characters")]
    TooLong(u32),
    /// The day cannot be.
    #[error("the day is in the future")]
    FutureDay,
    /// The day is before anything this family can have lived.
    #[error("the day is before 1900")]
    LongAgo,
    /// A start day after the day on which its days ended.
    #[error("the days do not follow one another")]
    DaysCross,
    /// A number outside 1 to the bound it carries.
    #[error("outside 1 to {0}")]
    OutOfBounds(u32),
    /// A page about more days than the bound it carries.
    #[error("more than {0} days")]
    SpanTooLong(u32),
    /// A week without a weekday.
    #[error("no weekday was chosen")]
    NoWeekday,
    /// A day that is in no month, or outside the years that are kept.
    #[error("there is no such day")]
    NoSuchDay,
    /// A file that she named and that is not there, or may not be read.
    #[error("there is no such file")]
    NoSuchFile,
    /// A file that is not a picture which is read here.
    #[error("not a picture")]
    NotAPicture,
    /// A picture larger than is looked at.
    #[error("the picture is too large")]
    PictureTooLarge,
    /// A picture that is not whole.
    #[error("the picture is broken")]
    BrokenPicture,
    /// It may only ever be in her own space.
    #[error("it stays in mine")]
    StaysMine,
    /// A way that is not for everybody is never lent.
    #[error("it is not for everybody")]
    NotForEverybody,
    /// The space is closed: nobody who may is here.
    #[error("the space is closed")]
    Closed,
    /// Only its owner may.
    #[error("it is not hers to change")]
    NotHers,
    /// It binds one person while both are here: her passphrase is needed.
    #[error("her passphrase is needed")]
    NeedsHerPassphrase,
    /// The letter's moment has come: it is no longer its writer's.
    #[error("the letter has been handed over")]
    HandedOver,
    /// She said that she shares nothing new for now.
    #[error("she said not now")]
    NotNow,
    /// It is opened while both are here.
    #[error("both are needed")]
    NeedsBoth,
    /// It is not there, or not any more.
    #[error("it is not there")]
    Gone,
    /// It is of both, and one of them has not agreed to it.
    #[error("both have not agreed yet")]
    NotAgreed,
    /// A page that somebody has not signed off.
    #[error("her part is not signed off")]
    NotSigned,
    /// A page with nothing on it.
    #[error("nothing was chosen")]
    NothingChosen,
    /// What may be read at the door has no room left there.
    #[error("the door is full")]
    DoorFull,
    /// The family has its two people.
    #[error("a family is two people")]
    TwoAlready,
}

/// The few codes on which the window does something else than show the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// Keep the field and put the cursor back into it.
    WrongWords,
    /// Go to the door.
    Closed,
    /// Ask her passphrase and try again.
    NeedsHerPassphrase,
    /// Offer what can be restored.
    DamagedStore,
    /// Show nothing: it was stopped, by her or by what she asked for since.
    Stopped,
}

/// An error as the window shows it: ids of sentences in the catalog.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct Told {
    /// Set only where the window branches on it.
    pub code: Option<Code>,
    /// The catalog's id for what happened and whether anything was lost.
    pub message: String,
    /// The catalog's id for what to do next.
    pub advice: String,
    /// The bound that was passed, where there is one.
    pub bound: Option<u32>,
}

impl Error {
    /// Names the sentence a person reads for this error.
    pub fn told(&self) -> Told {
        let (name, code) = match self {
            Self::WrongWords => ("wrong-words", Some(Code::WrongWords)),
            Self::DamagedSlot(_) => ("damaged-slot", None),
            Self::WeakPassphrase => ("weak-passphrase", None),
            Self::SpareWordsDiffer => ("spare-words-differ", None),
            Self::SpareWordsUsed => ("spare-words-used", None),
            Self::DamagedStore(_) => ("damaged-store", Some(Code::DamagedStore)),
            Self::LaterVersion => ("later-version", None),
            Self::DiskFull => ("disk-full", None),
            Self::ReadOnly => ("read-only", None),
            Self::AlreadyOpen => ("already-open", None),
            Self::SavingStopped => ("saving-stopped", None),
            Self::NotABundle => ("not-a-bundle", None),
            Self::DamagedBundle(_) => ("damaged-bundle", None),
            Self::OtherFamily => ("other-family", None),
            Self::NotPaired => ("not-paired", None),
            Self::RefusedMeeting(_) => ("refused-meeting", None),
            Self::NoCopy => ("no-copy", Some(Code::DamagedStore)),
            Self::PutBack => ("put-back", None),
            Self::NoSuchFolder => ("no-such-folder", None),
            Self::File(_) => ("file", None),
            Self::Blank => ("blank", None),
            Self::TooLong(_) => ("too-long", None),
            Self::FutureDay => ("future-day", None),
            Self::LongAgo => ("long-ago", None),
            Self::DaysCross => ("days-cross", None),
            Self::OutOfBounds(_) => ("out-of-bounds", None),
            Self::SpanTooLong(_) => ("span-too-long", None),
            Self::NoWeekday => ("no-weekday", None),
            Self::NoSuchDay => ("no-such-day", None),
            Self::NoSuchFile => ("no-such-file", None),
            Self::NotAPicture => ("not-a-picture", None),
            Self::PictureTooLarge => ("picture-too-large", None),
            Self::BrokenPicture => ("broken-picture", None),
            Self::StaysMine => ("stays-mine", None),
            Self::NotForEverybody => ("not-for-everybody", None),
            Self::Closed => ("closed", Some(Code::Closed)),
            Self::NotHers => ("not-hers", None),
            Self::NeedsHerPassphrase => ("needs-her-passphrase", Some(Code::NeedsHerPassphrase)),
            Self::HandedOver => ("handed-over", None),
            Self::NotNow => ("not-now", None),
            Self::NeedsBoth => ("needs-both", None),
            Self::Gone => ("gone", None),
            Self::NotAgreed => ("not-agreed", None),
            Self::NotSigned => ("not-signed", None),
            Self::NothingChosen => ("nothing-chosen", None),
            Self::DoorFull => ("door-full", None),
            Self::TwoAlready => ("two-already", None),
        };
        let bound = match self {
            Self::TooLong(bound) | Self::OutOfBounds(bound) | Self::SpanTooLong(bound) => Some(*bound),
            _ => None,
        };
        Told { code, message: format!("error-{name}"), advice: format!("error-{name}-advice"), bound }
    }
}

impl From<WordsError> for Error {
    fn from(error: WordsError) -> Self {
        match error {
            WordsError::Blank => Self::Blank,
            WordsError::TooLong(bound) => Self::TooLong(bound),
        }
    }
}

impl From<SpansError> for Error {
    fn from(error: SpansError) -> Self {
        match error {
            SpansError::NotYet => Self::FutureDay,
            SpansError::BeforeTheStart | SpansError::AfterItsEnd => Self::DaysCross,
            SpansError::NoSuchSpan | SpansError::IdTaken => Self::Gone,
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => Self::ReadOnly,
            other => Self::File(other),
        }
    }
}
