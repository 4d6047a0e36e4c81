//! The ticket: whom to call, where, and the secret that shows that it was read.

use zeroize::Zeroizing;

use crate::bounds::MOST_IN_A_TICKET;
use crate::{Addresses, DeviceId, Error, Result};

/// What every ticket begins with; the number is the ticket's version.
const NAME: &str = "twinflower";
const VERSION: &str = "1";

/// A ticket, as text to paste or as a small file.
#[derive(Clone, PartialEq, Eq)]
pub struct Ticket {
    /// The device that made it.
    pub device: DeviceId,
    /// Where it waits.
    pub addresses: Addresses,
    pub(crate) secret: Zeroizing<[u8; 32]>,
}

impl Ticket {
    /// Writes the ticket as one word of letters and digits.
    pub fn text(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new([&self.device.0[..], &self.secret[..], &self.addresses.to_bytes()].concat());
        let sum = sum(&bytes);
        bytes.extend(sum);
        let letters = Zeroizing::new(data_encoding::BASE32_NOPAD.encode(&bytes).to_lowercase());
        Zeroizing::new(format!("{NAME}{VERSION}-{}", *letters))
    }

    /// Reads a ticket as it was pasted or stood in a file: white space and case do not count.
    ///
    /// Fails with [`Error::NotATicket`] and what is wrong with it, or with [`Error::LaterTicket`].
    pub fn read(text: &str) -> Result<Self> {
        if text.len() > MOST_IN_A_TICKET {
            return Err(Error::NotATicket("its length"));
        }
        let text = Zeroizing::new(text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>());
        let text = Zeroizing::new(text.to_ascii_uppercase());
        let named = text.strip_prefix(&NAME.to_ascii_uppercase()).ok_or(Error::NotATicket("its beginning"))?;
        let (version, letters) = named.split_once('-').ok_or(Error::NotATicket("its beginning"))?;
        match version.parse::<u32>() {
            Ok(1) => Self::of_letters(letters),
            Ok(later) if later > 1 => Err(Error::LaterTicket),
            _ => Err(Error::NotATicket("its beginning")),
        }
    }

    /// Reads the bytes of a ticket's file, whatever they are.
    ///
    /// Fails as [`Ticket::read`] does.
    pub fn from_file(bytes: &[u8]) -> Result<Self> {
        if bytes.len() > MOST_IN_A_TICKET {
            return Err(Error::NotATicket("its length"));
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Error::NotATicket("its letters"))?;
        // Editors of one system begin a text with this.
        Self::read(text.trim_start_matches('\u{feff}'))
    }

    fn of_letters(letters: &str) -> Result<Self> {
        let bytes = data_encoding::BASE32_NOPAD.decode(letters.as_bytes());
        let bytes = Zeroizing::new(bytes.map_err(|_| Error::NotATicket("its letters"))?);
        let (bytes, written) = bytes.split_last_chunk::<4>().ok_or(Error::NotATicket("its length"))?;
        if sum(bytes) != *written {
            return Err(Error::NotATicket("its checksum"));
        }
        let short = Error::NotATicket("its length");
        let (device, bytes) = bytes.split_first_chunk::<32>().ok_or(short)?;
        let (secret, addresses) = bytes.split_first_chunk::<32>().ok_or(short)?;
        let device = DeviceId(*device);
        device.endpoint().map_err(|_| Error::NotATicket("its device"))?;
        Ok(Self { device, secret: Zeroizing::new(*secret), addresses: Addresses::from_bytes(addresses)? })
    }
}

/// Four bytes that a slip of the hand does not get right.
fn sum(bytes: &[u8]) -> [u8; 4] {
    let mut hasher = blake3::Hasher::new_derive_key("twinflower ticket checksum v1");
    hasher.update(bytes);
    let mut sum = [0; 4];
    sum.copy_from_slice(&hasher.finalize().as_bytes()[..4]);
    sum
}

impl std::fmt::Debug for Ticket {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Ticket({:?})", self.device)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticket() -> Ticket {
        let addresses = ["192.168.1.7:20123", "[fd00::1]:20123"].map(|text| text.parse().unwrap());
        Ticket {
            device: DeviceId::of_seed(&[1; 32]),
            addresses: Addresses::of_this_house(addresses),
            secret: Zeroizing::new([9; 32]),
        }
    }

    /// A ticket of these bytes with a checksum that is right.
    fn of_bytes(bytes: &[u8]) -> String {
        let letters = data_encoding::BASE32_NOPAD.encode(&[bytes, &sum(bytes)].concat());
        format!("twinflower1-{letters}")
    }

    #[test]
    fn a_ticket_is_short_enough_to_paste_and_is_read_again() {
        let text = ticket().text();
        assert!(text.len() <= 200, "{}", text.len());
        assert!(text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-'));
        assert_eq!(Ticket::read(&text), Ok(ticket()));
    }

    #[test]
    fn what_a_mail_or_an_editor_does_to_it_does_no_harm() {
        let text = ticket().text();
        let wrapped: String = text.chars().flat_map(|letter| [letter, '\r', '\n', ' ']).collect();
        for as_it_arrived in [text.to_uppercase(), format!("  {}\n", *text), wrapped] {
            assert_eq!(Ticket::read(&as_it_arrived), Ok(ticket()));
        }
        assert_eq!(Ticket::from_file(format!("\u{feff}{}\r\n", *text).as_bytes()), Ok(ticket()));
    }

    #[test]
    fn no_letter_can_be_wrong_missing_or_moved_untold() {
        let text = ticket().text();
        for at in 0..text.len() {
            for letter in ["a", "7", "-", ""] {
                let changed = format!("{}{letter}{}", &text[..at], &text[at + 1..]);
                if changed != *text {
                    assert!(Ticket::read(&changed).is_err(), "{letter:?} at {at}");
                }
            }
            assert!(Ticket::read(&text[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn garbage_is_refused_for_its_own_reason() {
        let good = [&DeviceId::of_seed(&[1; 32]).0[..], &[9; 32]].concat();
        let letters = "mfrggzdfmztwq2lk";
        let cases: [(String, Error); 12] = [
            (String::new(), Error::NotATicket("its beginning")),
            ("dear diary".to_owned(), Error::NotATicket("its beginning")),
            ("twinflower".to_owned(), Error::NotATicket("its beginning")),
            (format!("twinflower-{letters}"), Error::NotATicket("its beginning")),
            (format!("twinflower0-{letters}"), Error::NotATicket("its beginning")),
            (format!("twinflower2-{letters}"), Error::LaterTicket),
            ("twinflower1-née".to_owned(), Error::NotATicket("its letters")),
            ("twinflower1-".to_owned(), Error::NotATicket("its length")),
            (format!("twinflower1-{letters}"), Error::NotATicket("its checksum")),
            (of_bytes(&good[..40]), Error::NotATicket("its length")),
            (of_bytes(&[&[2; 32], &good[32..], &[0]].concat()), Error::NotATicket("its device")),
            (of_bytes(&[&good[..], &[1, 4]].concat()), Error::NotATicket("its addresses")),
        ];
        for (text, refused) in cases {
            assert_eq!(Ticket::read(&text), Err(refused), "{text}");
        }
        assert!(Ticket::read(&of_bytes(&[&good[..], &[0]].concat())).is_ok());
        assert_eq!(Ticket::read(&"a".repeat(5000)), Err(Error::NotATicket("its length")));
        assert_eq!(Ticket::from_file(&[0xff; 10]), Err(Error::NotATicket("its letters")));
        assert_eq!(Ticket::from_file(&[b'a'; 5000]), Err(Error::NotATicket("its length")));
    }

    #[test]
    fn a_ticket_is_not_printed_with_its_secret() {
        let shown = format!("{:?}", ticket());
        assert!(shown.starts_with("Ticket(DeviceId(") && shown.len() < 40, "{shown}");
    }
}
