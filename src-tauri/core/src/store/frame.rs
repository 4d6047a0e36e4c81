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
    let mut padded = Zeroizing::new(Vec::with_capacity((4 + plain.len()).next_multiple_of(STEP)));
    padded.extend_from_slice(&(plain.len() as u32).to_le_bytes());
    padded.extend_from_slice(plain);
    let full = padded.len().next_multiple_of(STEP);
    padded.resize(full, 0);
    let mut nonce = [0; 24];
    rng.fill_bytes(&mut nonce);
    let sealed = XChaCha20Poly1305::new(key.into())
        .encrypt(&nonce.into(), Payload { msg: &padded, aad: &place.bytes() })
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
        };
        let mut bytes = b"twinflower frame".to_vec();
        bytes.extend([FRAME_VERSION, kind]);
        bytes.extend(space.bytes());
        bytes.extend(name);
        bytes.extend(seq.to_le_bytes());
        bytes
    }
}
