//! The steps of a pairing, one side of it: prove, compare, agree.

use std::collections::VecDeque;

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::ticket::Ticket;
use crate::{DeviceId, Error, Result};

/// The longest message of a pairing: what it is, and a proof.
pub(crate) const MOST: usize = 33;

const PROOF: u8 = 1;
const PROOF_BACK: u8 = 2;
const SAME: u8 = 3;
const NOT_THE_SAME: u8 = 4;
const KEPT: u8 = 5;

/// What both screens show as six words: the same bytes on both sides, or somebody is in between.
pub type Sameness = [u8; 32];

/// What two paired devices know and nobody else; wiped when it is dropped.
#[derive(Zeroize, ZeroizeOnDrop, PartialEq, Eq)]
pub struct PairSecret(pub [u8; 32]);

/// Everything that both sides derive from the ticket, the connection and who they are.
#[derive(ZeroizeOnDrop)]
struct Keys {
    proof: [u8; 32],
    proof_back: [u8; 32],
    sameness: Sameness,
    secret: [u8; 32],
}

impl Keys {
    /// Binds the ticket's secret to this one connection and to the two who hold its ends.
    fn derive(secret: &[u8; 32], exporter: &[u8; 32], shows: DeviceId, reads: DeviceId) -> Self {
        let material = Zeroizing::new([&secret[..], exporter, &shows.0, &reads.0].concat());
        Self {
            proof: blake3::derive_key("twinflower pair v1: who read the ticket", &material),
            proof_back: blake3::derive_key("twinflower pair v1: who made the ticket", &material),
            sameness: blake3::derive_key("twinflower pair v1: what both screens show", &material),
            secret: blake3::derive_key("twinflower pair v1: what the two keep", &material),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stage {
    /// The other side's proof is waited for.
    Proving,
    /// Two people compare; who of the two has said "same".
    Comparing { here: bool, there: bool },
    /// Both said "same"; who of the two has kept it.
    Agreed { here: bool, there: bool },
    /// It ended without.
    Over,
}

/// One side of a pairing: messages in and out, and what the person here says.
pub struct Pairing {
    keys: Keys,
    stage: Stage,
    to_say: VecDeque<Vec<u8>>,
}

impl Pairing {
    /// Begins for the one who reads the ticket, on a connection whose exporter both ends know.
    pub fn of_reader(ticket: &Ticket, me: DeviceId, exporter: &[u8; 32]) -> Self {
        let keys = Keys::derive(&ticket.secret, exporter, ticket.device, me);
        let proof = said(PROOF, &keys.proof);
        Self { keys, stage: Stage::Proving, to_say: [proof].into() }
    }

    /// Begins for the one who shows the ticket, with the reader's first message.
    ///
    /// Fails with [`Error::DoorClosed`] where it does not prove that the ticket was read.
    pub(super) fn of_shower(
        secret: &[u8; 32],
        shows: DeviceId,
        reads: DeviceId,
        exporter: &[u8; 32],
        first: &[u8],
    ) -> Result<Self> {
        let keys = Keys::derive(secret, exporter, shows, reads);
        if !proves(first, PROOF, &keys.proof) {
            return Err(Error::DoorClosed);
        }
        let back = said(PROOF_BACK, &keys.proof_back);
        Ok(Self { keys, stage: Stage::Comparing { here: false, there: false }, to_say: [back].into() })
    }

    /// Returns the next message for the other side, if there is one.
    pub fn next_message(&mut self) -> Option<Vec<u8>> {
        self.to_say.pop_front()
    }

    /// Takes a message of the other side.
    ///
    /// Fails with [`Error::NotTheSame`] where the other said so, and with another error where it says what it may not
    /// say now; after that nothing more is said or heard.
    pub fn hear(&mut self, message: &[u8]) -> Result<()> {
        let next = self.heard(message);
        self.stage = *next.as_ref().unwrap_or(&Stage::Over);
        next.map(drop)
    }

    fn heard(&self, message: &[u8]) -> Result<Stage> {
        match (self.stage, message) {
            (Stage::Proving, proof) if proves(proof, PROOF_BACK, &self.keys.proof_back) => {
                Ok(Stage::Comparing { here: false, there: false })
            }
            (Stage::Proving, _) => Err(Error::DoorClosed),
            (Stage::Comparing { here: true, there: false }, [SAME]) => Ok(Stage::Agreed { here: false, there: false }),
            (Stage::Comparing { here: false, there: false }, [SAME]) => {
                Ok(Stage::Comparing { here: false, there: true })
            }
            (Stage::Comparing { .. }, [NOT_THE_SAME]) => Err(Error::NotTheSame),
            (Stage::Agreed { here, there: false }, [KEPT]) => Ok(Stage::Agreed { here, there: true }),
            _ => Err(Error::NotUnderstood("a step of the pairing")),
        }
    }

    /// Returns what both screens show, once each side has proved itself.
    pub fn sameness(&self) -> Option<Sameness> {
        matches!(self.stage, Stage::Comparing { .. } | Stage::Agreed { .. }).then_some(self.keys.sameness)
    }

    /// Takes what the person here says of the six words. "Not the same" ends it.
    ///
    /// Fails with [`Error::NotUnderstood`] where nothing was shown yet, or it was said already.
    pub fn say(&mut self, same: bool) -> Result<()> {
        self.stage = match (self.stage, same) {
            (Stage::Comparing { here: false, there: true }, true) => Stage::Agreed { here: false, there: false },
            (Stage::Comparing { here: false, there: false }, true) => Stage::Comparing { here: true, there: false },
            (Stage::Comparing { here: false, .. }, false) => Stage::Over,
            _ => return Err(Error::NotUnderstood("nothing to compare")),
        };
        self.to_say.push_back(vec![if same { SAME } else { NOT_THE_SAME }]);
        Ok(())
    }

    /// Returns what the two keep, only once both said "same".
    pub fn agreed(&self) -> Option<PairSecret> {
        matches!(self.stage, Stage::Agreed { .. }).then(|| PairSecret(self.keys.secret))
    }

    /// Tells the other side that the pairing is kept here.
    ///
    /// Fails with [`Error::NotUnderstood`] where the two have not agreed, or it was told already.
    pub fn keep(&mut self) -> Result<()> {
        let Stage::Agreed { here: false, there } = self.stage else {
            return Err(Error::NotUnderstood("nothing to keep"));
        };
        self.stage = Stage::Agreed { here: true, there };
        self.to_say.push_back(vec![KEPT]);
        Ok(())
    }

    /// Tells whether the pairing is kept on both sides.
    pub fn is_kept_by_both(&self) -> bool {
        self.stage == Stage::Agreed { here: true, there: true }
    }
}

impl std::fmt::Debug for Pairing {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Pairing({:?})", self.stage)
    }
}

fn said(what: u8, proof: &[u8; 32]) -> Vec<u8> {
    [&[what], &proof[..]].concat()
}

/// Compares in the same time whatever differs.
fn proves(message: &[u8], what: u8, proof: &[u8; 32]) -> bool {
    let Some((said, given)) = message.split_first() else { return false };
    let Ok(given) = <[u8; 32]>::try_from(given) else { return false };
    *said == what && blake3::Hash::from_bytes(given) == blake3::Hash::from_bytes(*proof)
}
