//! Sealing: the only place where what a person wrote becomes bytes for the disk, and back.
//!
//! `version (1) · nonce (24) · XChaCha20-Poly1305 of (length (4, little endian) · bytes · zeros up to the step)`

use crate::domain::ids::{ItemId, SpaceId};
use crate::{Error, Result};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

/// The version of the frame format; a later one is refused, never guessed at.
pub(crate) const FRAME_VERSION: u8 = 1;

/// The most bytes one frame may hold: a snapshot of a year of two busy people is a tenth of it.
pub(crate) const MOST_IN_A_FRAME: usize = 4 << 20;

/// Sealed sizes grow in steps of this many bytes, so that a size says little about the words.
const STEP: usize = 256;

/// The steps of what is no words of anybody's.
const SMALL_STEP: usize = 32;

/// A sealed frame: what the store takes. It can be made by [`seal`] only, or read back from the store.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Sealed(Vec<u8>);

/// What a frame held; wiped when dropped.
pub(crate) type Opened = Zeroizing<Vec<u8>>;

/// What a frame is bound to: moved anywhere else, it no longer opens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Place {
    /// The n-th frame of a document: a change or a snapshot.
    Document { space: SpaceId, part: [u8; 16], seq: u64 },
    /// A text or a picture of an item.
    Words { space: SpaceId, item: ItemId },
    /// The key of an item's words.
    Key { space: SpaceId, item: ItemId },
    /// Something that stays on this computer: drafts, settings.
    Local { space: SpaceId, name: [u8; 16] },
    /// The n-th message of a meeting.
    Wire { space: SpaceId, context: [u8; 16], number: u64 },
}

impl Sealed {
    /// Takes bytes that were read from a disk; whether they were sealed here, opening tells.
    pub(crate) fn read(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// Lends the bytes as they go to the disk.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Seals bytes under a key, bound to a place.
pub(crate) fn seal(key: &[u8; 32], place: &Place, plain: &[u8], rng: &mut dyn CryptoRng) -> Sealed {
    seal_in_steps(STEP, key, place, plain, rng)
}

/// Seals what is no words of anybody's and is said often: its size may be seen more closely.
pub(crate) fn seal_small(key: &[u8; 32], place: &Place, plain: &[u8], rng: &mut dyn CryptoRng) -> Sealed {
    seal_in_steps(SMALL_STEP, key, place, plain, rng)
}

fn seal_in_steps(step: usize, key: &[u8; 32], place: &Place, plain: &[u8], rng: &mut dyn CryptoRng) -> Sealed {
    let mut padded = Zeroizing::new(Vec::with_capacity((4 + plain.len()).next_multiple_of(step)));
    padded.extend_from_slice(&(plain.len() as u32).to_le_bytes());
    padded.extend_from_slice(plain);
    let full = padded.len().next_multiple_of(step);
    padded.resize(full, 0);
    let mut nonce = [0; 24];
    rng.fill_bytes(&mut nonce);
    let sealed = XChaCha20Poly1305::new(key.into())
        .encrypt(&nonce.into(), Payload { msg: &padded, aad: &place.bytes() })
        .expect("a frame is far below the cipher's bound of 256 GiB");
    Sealed([&[FRAME_VERSION], nonce.as_slice(), &sealed].concat())
}

/// Seals what is inside a frame as it is, without a length and without zeros.
#[cfg(feature = "faults")]
pub(crate) fn seal_bare(key: &[u8; 32], place: &Place, inside: &[u8]) -> Sealed {
    let nonce = [9; 24];
    let sealed = XChaCha20Poly1305::new(key.into())
        .encrypt(&nonce.into(), Payload { msg: inside, aad: &place.bytes() })
        .expect("a frame is far below the cipher's bound of 256 GiB");
    Sealed([&[FRAME_VERSION], nonce.as_slice(), &sealed].concat())
}

/// Opens a sealed frame; refuses it when the key, the place or a single bit differs.
pub(crate) fn open(key: &[u8; 32], place: &Place, sealed: &Sealed) -> Result<Opened> {
    let (&version, rest) = sealed.0.split_first().ok_or(Error::DamagedStore("an empty frame"))?;
    if version > FRAME_VERSION {
        return Err(Error::LaterVersion);
    }
    if version != FRAME_VERSION {
        return Err(Error::DamagedStore("a frame's version"));
    }
    let (nonce, body) = rest.split_first_chunk::<24>().ok_or(Error::DamagedStore("a short frame"))?;
    let padded = XChaCha20Poly1305::new(key.into())
        .decrypt(nonce.into(), Payload { msg: body, aad: &place.bytes() })
        .map_err(|_| Error::DamagedStore("a frame's seal"))?;
    let padded = Zeroizing::new(padded);
    let (length, body) = padded.split_first_chunk::<4>().ok_or(Error::DamagedStore("a frame without a length"))?;
    let plain = body.get(..u32::from_le_bytes(*length) as usize).ok_or(Error::DamagedStore("a frame's length"))?;
    Ok(Zeroizing::new(plain.to_vec()))
}

impl Place {
    fn bytes(&self) -> Vec<u8> {
        let (kind, space, name, seq) = match self {
            Self::Document { space, part, seq } => (1_u8, space, part, *seq),
            Self::Words { space, item } => (2, space, item.bytes(), 0),
            Self::Key { space, item } => (3, space, item.bytes(), 0),
            Self::Local { space, name } => (4, space, name, 0),
            Self::Wire { space, context, number } => (5, space, context, *number),
        };
        let mut bytes = b"twinflower frame".to_vec();
        bytes.extend([FRAME_VERSION, kind]);
        bytes.extend(space.bytes());
        bytes.extend(name);
        bytes.extend(seq.to_le_bytes());
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;
    use std::collections::BTreeSet;

    const KEY: [u8; 32] = [7; 32];

    fn places() -> Vec<Place> {
        let mut rng = ChaCha20Rng::seed_from_u64(2);
        let spaces = [SpaceId::draw(&mut rng), SpaceId::draw(&mut rng)];
        let items = [ItemId::draw(&mut rng), ItemId::draw(&mut rng)];
        let mut places = Vec::new();
        for space in spaces {
            for (part, seq) in [([3; 16], 0), ([3; 16], 1), ([4; 16], 0), ([4; 16], 1)] {
                places.push(Place::Document { space, part, seq });
            }
            for item in items {
                places.extend([Place::Words { space, item }, Place::Key { space, item }]);
            }
            places.extend([[3; 16], [4; 16]].map(|name| Place::Local { space, name }));
        }
        places
    }

    fn sealed(place: &Place) -> Sealed {
        seal(&KEY, place, "née 🌷".as_bytes(), &mut ChaCha20Rng::seed_from_u64(1))
    }

    #[test]
    fn a_frame_opens_in_its_own_place_and_nowhere_else() {
        for made_for in places() {
            let sealed = sealed(&made_for);
            for place in places() {
                assert_eq!(open(&KEY, &place, &sealed).is_ok(), place == made_for, "{made_for:?} at {place:?}");
            }
            assert!(open(&[8; 32], &made_for, &sealed).is_err(), "under another key");
        }
    }

    #[test]
    fn every_flipped_bit_and_every_cut_of_a_frame_is_refused() {
        let place = places()[0];
        let good = sealed(&place).0;
        let mut reasons = BTreeSet::new();
        for bit in 0..good.len() * 8 {
            let mut bytes = good.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            reasons.insert(open(&KEY, &place, &Sealed::read(bytes)).map(drop).unwrap_err().to_string());
        }
        for length in 0..good.len() {
            reasons
                .insert(open(&KEY, &place, &Sealed::read(good[..length].to_vec())).map(drop).unwrap_err().to_string());
        }
        assert!(
            reasons.len() >= 5,
            "an empty, a short, an altered, an unknown and a later one are told apart: {reasons:?}"
        );
    }

    #[test]
    fn frames_of_words_of_like_length_are_of_one_size() {
        let size = |words: &str| seal(&KEY, &places()[0], words.as_bytes(), &mut ChaCha20Rng::seed_from_u64(1)).0.len();
        assert_eq!(size("yes"), size(&"a long day ".repeat(20)));
        assert_eq!((size("yes") - 1 - 24 - 16) % STEP, 0);
    }
}
