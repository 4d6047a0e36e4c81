//! The named limits: nothing from the other side is allocated, waited for or counted past one of these.

use std::time::Duration;

/// The most bytes in one message of a meeting.
pub const MOST_IN_A_MESSAGE: usize = 4 << 20;

/// The most messages of one side in a meeting.
pub const MOST_TURNS: u32 = 4096;

/// The most bytes of one side in a meeting: 64 MiB of changes, and an eighth for their seals and padding.
pub const MOST_IN_A_MEETING: u64 = 72 << 20;

/// The most bytes of a copy with which a fresh computer begins.
pub const MOST_IN_A_COPY: u64 = 4 << 30;

/// How long one whole message may take, its answer's making included.
pub const PATIENCE_FOR_A_MESSAGE: Duration = Duration::from_secs(30);

/// How long a meeting may take.
pub const PATIENCE_FOR_A_MEETING: Duration = Duration::from_secs(600);

/// The most bytes of a copy that are read, sent or written at once.
pub(crate) const A_PIECE: usize = 1 << 20;

/// The most addresses that are kept of one device.
pub(crate) const MOST_ADDRESSES: usize = 8;

/// The most bytes of a ticket's text, with whatever a mail has put between its letters.
pub(crate) const MOST_IN_A_TICKET: usize = 4096;

/// How long two computers wait for each other's hands to be shaken.
pub(crate) const PATIENCE_AT_THE_DOOR: Duration = Duration::from_secs(10);

/// How long a line stays open with nothing said on it.
pub(crate) const LINGERS: Duration = Duration::from_secs(15);

/// The most that may be at the door at once, not yet known.
pub(crate) const MOST_AT_THE_DOOR: usize = 8;

/// The most lines to other devices at once.
pub(crate) const MOST_LINES: usize = 16;

/// The most lines to one device: one in each direction, and one that is about to be closed.
pub(crate) const MOST_LINES_TO_ONE: usize = 3;

/// The most bytes of a line that wait here unread.
pub(crate) const UNREAD: u32 = 1 << 20;
