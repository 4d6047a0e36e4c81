//! A ticket from its maker's side: used once, for ten minutes, with three tries.

use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use super::steps::Pairing;
use super::ticket::Ticket;
use crate::{Addresses, DeviceId, Error, Result};

/// How long a ticket lasts.
pub const TICKET_LASTS: Duration = Duration::from_secs(600);

/// How often somebody may come with a wrong one.
pub const TRIES: u8 = 3;

/// A ticket that is being shown.
pub struct Offer {
    me: DeviceId,
    secret: Zeroizing<[u8; 32]>,
    until: Instant,
    tries_left: u8,
    is_used: bool,
}

impl Offer {
    /// Makes a ticket of this device with a fresh random secret.
    pub fn new(me: DeviceId, secret: Zeroizing<[u8; 32]>, now: Instant) -> Self {
        Self { me, secret, until: now + TICKET_LASTS, tries_left: TRIES, is_used: false }
    }

    /// Returns the ticket to show, with the addresses where this device waits.
    pub fn ticket(&self, addresses: Addresses) -> Ticket {
        Ticket { device: self.me, addresses, secret: self.secret.clone() }
    }

    /// Tells whether somebody may still come with it.
    pub fn is_open(&self, now: Instant) -> bool {
        !self.is_used && self.tries_left > 0 && now < self.until
    }

    /// Lets a reader in with the first message of a connection; the ticket is used by it.
    ///
    /// Fails with [`Error::TicketOver`] where nobody may come any more, and with [`Error::DoorClosed`] where the
    /// ticket was not read, which is one of the three tries.
    pub fn admit(&mut self, now: Instant, reader: DeviceId, exporter: &[u8; 32], first: &[u8]) -> Result<Pairing> {
        if !self.is_open(now) {
            return Err(Error::TicketOver);
        }
        let pairing = Pairing::of_shower(&self.secret, self.me, reader, exporter, first);
        match &pairing {
            Ok(_) => self.is_used = true,
            Err(_) => self.tries_left -= 1,
        }
        pairing
    }
}

impl std::fmt::Debug for Offer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Offer({} tries left, used: {})", self.tries_left, self.is_used)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXPORTER: [u8; 32] = [5; 32];

    fn shower() -> DeviceId {
        DeviceId::of_seed(&[1; 32])
    }

    fn reader() -> DeviceId {
        DeviceId::of_seed(&[2; 32])
    }

    fn offer(now: Instant) -> Offer {
        Offer::new(shower(), Zeroizing::new([9; 32]), now)
    }

    fn proof(ticket: &Ticket) -> Vec<u8> {
        Pairing::of_reader(ticket, reader(), &EXPORTER).next_message().unwrap()
    }

    /// Both sides after each has proved itself.
    fn comparing() -> (Pairing, Pairing) {
        let now = Instant::now();
        let mut offer = offer(now);
        let mut reads = Pairing::of_reader(&offer.ticket(Addresses::default()), reader(), &EXPORTER);
        assert_eq!(reads.sameness(), None);
        let first = reads.next_message().unwrap();
        let mut shows = offer.admit(now, reader(), &EXPORTER, &first).unwrap();
        reads.hear(&shows.next_message().unwrap()).unwrap();
        (shows, reads)
    }

    /// Gives each what the other has to say.
    fn talk(one: &mut Pairing, other: &mut Pairing) -> Result<()> {
        while let Some(message) = one.next_message() {
            other.hear(&message)?;
        }
        while let Some(message) = other.next_message() {
            one.hear(&message)?;
        }
        Ok(())
    }

    #[test]
    fn both_see_the_same_say_so_and_end_with_one_secret() {
        let (mut shows, mut reads) = comparing();
        assert!(shows.sameness().is_some() && shows.sameness() == reads.sameness());
        shows.say(true).unwrap();
        talk(&mut shows, &mut reads).unwrap();
        assert!(shows.agreed().is_none() && reads.agreed().is_none(), "one alone agrees to nothing");
        reads.say(true).unwrap();
        talk(&mut reads, &mut shows).unwrap();
        assert!(shows.agreed().is_some() && shows.agreed() == reads.agreed());
        assert!(shows.agreed().unwrap().0 != shows.sameness().unwrap(), "what is shown is not the secret");
        for side in [&mut shows, &mut reads] {
            side.keep().unwrap();
            assert!(!side.is_kept_by_both());
        }
        talk(&mut shows, &mut reads).unwrap();
        assert!(shows.is_kept_by_both() && reads.is_kept_by_both());
    }

    #[test]
    fn both_may_say_it_at_the_same_moment() {
        let (mut shows, mut reads) = comparing();
        shows.say(true).unwrap();
        reads.say(true).unwrap();
        talk(&mut shows, &mut reads).unwrap();
        assert!(shows.agreed().is_some() && shows.agreed() == reads.agreed());
    }

    #[test]
    fn either_may_say_that_it_is_not_the_same_and_nothing_comes_of_it() {
        for shower_says in [true, false] {
            for the_other_said_same in [true, false] {
                let (mut shows, mut reads) = comparing();
                let (no, yes) = if shower_says { (&mut shows, &mut reads) } else { (&mut reads, &mut shows) };
                if the_other_said_same {
                    yes.say(true).unwrap();
                    talk(yes, no).unwrap();
                }
                no.say(false).unwrap();
                assert_eq!(talk(no, yes), Err(Error::NotTheSame));
                for side in [no, yes] {
                    assert!(side.agreed().is_none() && side.sameness().is_none());
                    assert!(side.say(true).is_err() && side.keep().is_err(), "it is over");
                }
            }
        }
    }

    #[test]
    fn a_ticket_is_used_once() {
        let now = Instant::now();
        let mut offer = offer(now);
        let proof = proof(&offer.ticket(Addresses::default()));
        offer.admit(now, reader(), &EXPORTER, &proof).unwrap();
        assert!(!offer.is_open(now));
        assert_eq!(offer.admit(now, reader(), &EXPORTER, &proof).unwrap_err(), Error::TicketOver);
    }

    #[test]
    fn a_ticket_lasts_ten_minutes_by_the_clock_that_is_passed_in() {
        let now = Instant::now();
        let mut offer = offer(now);
        let proof = proof(&offer.ticket(Addresses::default()));
        let (before, then) = (now + TICKET_LASTS - Duration::from_millis(1), now + TICKET_LASTS);
        assert!(offer.is_open(before) && !offer.is_open(then));
        assert_eq!(offer.admit(then, reader(), &EXPORTER, &proof).unwrap_err(), Error::TicketOver);
        offer.admit(before, reader(), &EXPORTER, &proof).unwrap();
    }

    #[test]
    fn the_third_wrong_one_ends_it_for_the_right_one_too() {
        let now = Instant::now();
        let mut offer = offer(now);
        let right = proof(&offer.ticket(Addresses::default()));
        for tries in 0..TRIES {
            assert!(offer.is_open(now), "after {tries}");
            let refused = offer.admit(now, reader(), &EXPORTER, &[1; 33]).unwrap_err();
            assert_eq!(refused, Error::DoorClosed);
        }
        assert_eq!(offer.admit(now, reader(), &EXPORTER, &right).unwrap_err(), Error::TicketOver);
    }

    #[test]
    fn a_proof_is_good_for_one_connection_one_reader_and_one_ticket() {
        let now = Instant::now();
        let right = offer(now).ticket(Addresses::default());
        let first = proof(&right);
        let stranger = DeviceId::of_seed(&[3; 32]);
        assert!(offer(now).admit(now, reader(), &[6; 32], &first).is_err(), "carried to another connection");
        assert!(offer(now).admit(now, stranger, &EXPORTER, &first).is_err(), "said by another");
        let other = Ticket { secret: Zeroizing::new([8; 32]), ..right.clone() };
        assert!(offer(now).admit(now, reader(), &EXPORTER, &proof(&other)).is_err(), "of another ticket");
        for wrong in [&first[..32], &[], &[&first[..], &[0]].concat(), &[&[2], &first[1..]].concat()] {
            assert!(offer(now).admit(now, reader(), &EXPORTER, wrong).is_err());
        }
        assert!(offer(now).admit(now, reader(), &EXPORTER, &first).is_ok());
    }

    #[test]
    fn who_made_the_ticket_must_prove_it_too() {
        let now = Instant::now();
        let mut reads = Pairing::of_reader(&offer(now).ticket(Addresses::default()), reader(), &EXPORTER);
        let first = reads.next_message().unwrap();
        assert_eq!(reads.hear(&first), Err(Error::DoorClosed), "its own proof, thrown back");
        assert!(reads.sameness().is_none() && reads.say(true).is_err());
    }

    #[test]
    fn nothing_can_be_said_out_of_its_step() {
        let says: [&[u8]; 7] = [&[], &[0], &[1], &[2], &[3, 0], &[5], &[6]];
        for message in says {
            let (mut shows, _) = comparing();
            assert!(matches!(shows.hear(message), Err(Error::NotUnderstood(_))), "{message:?}");
            assert!(shows.sameness().is_none() && shows.say(true).is_err(), "{message:?}");
        }
        let (mut shows, mut reads) = comparing();
        assert!(shows.keep().is_err(), "before both agreed");
        reads.say(true).unwrap();
        let same = reads.next_message().unwrap();
        shows.hear(&same).unwrap();
        assert!(shows.hear(&same).is_err(), "the same word twice");
        assert!(reads.say(true).is_err() && reads.say(false).is_err(), "said already");
    }

    #[test]
    fn another_connection_shows_other_words_and_makes_another_secret() {
        let now = Instant::now();
        let pairs = [[5; 32], [6; 32]].map(|exporter| {
            let mut offer = offer(now);
            let mut reads = Pairing::of_reader(&offer.ticket(Addresses::default()), reader(), &exporter);
            let first = reads.next_message().unwrap();
            offer.admit(now, reader(), &exporter, &first).unwrap()
        });
        assert_ne!(pairs[0].sameness(), pairs[1].sameness());
    }
}
