//! What goes wrong between two computers, by its sentence. Outside of a pairing there is none: who is not reached, does not let
//! this one in, or was cut off looks the same.

use twinflower_core::Told;
use twinflower_sync::Error;

/// What goes wrong while two computers are paired.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Trouble {
    Unread,
    Later,
    Own,
    Over,
    Refused,
    NotTheSame,
    NotReached,
    Cut,
    NoNetwork,
    NoCopy,
    Disk,
    /// What the family itself says.
    Family(twinflower_core::Error),
}

impl Trouble {
    /// Names the sentence a person reads for it.
    pub(crate) fn told(&self) -> Told {
        let name = match self {
            Self::Unread => "ticket-unread",
            Self::Later => "ticket-later",
            Self::Own => "ticket-own",
            Self::Over => "ticket-over",
            Self::Refused => "ticket-refused",
            Self::NotTheSame => "not-the-same",
            Self::NotReached => "not-reached",
            Self::Cut => "pairing-cut",
            Self::NoNetwork => "no-network",
            Self::NoCopy => "no-copy-came",
            Self::Disk => "file",
            Self::Family(error) => return error.told(),
        };
        Told { code: None, message: format!("error-{name}"), advice: format!("error-{name}-advice"), bound: None }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        match error {
            Error::NotATicket(_) => Self::Unread,
            Error::LaterTicket => Self::Later,
            Error::OwnTicket => Self::Own,
            Error::TicketOver => Self::Over,
            Error::DoorClosed => Self::Refused,
            Error::NotTheSame => Self::NotTheSame,
            Error::NotReached => Self::NotReached,
            Error::NoNetwork => Self::NoNetwork,
            Error::Disk => Self::Disk,
            Error::Meeting | Error::Cut | Error::TooMuch(_) | Error::NotUnderstood(_) | Error::Failed => Self::Cut,
        }
    }
}

impl From<twinflower_core::Error> for Trouble {
    fn from(error: twinflower_core::Error) -> Self {
        Self::Family(error)
    }
}
