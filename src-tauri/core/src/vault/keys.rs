//! A person's key, a space's key, and the wrapping of the second for the first.

use super::gentle::are_gentle;
use crate::domain::ids::{PersonId, SpaceId};
use crate::domain::person::Owner;
use crate::{Error, Result};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use hkdf::Hkdf;
use hpke::{
    Deserializable, Kem as _, OpModeR, OpModeS, Serializable, aead::ChaCha20Poly1305, kdf::HkdfSha256,
    kem::X25519HkdfSha256,
};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

type Kem = X25519HkdfSha256;

/// The key that is one person: thirty-two random bytes, kept only in slots that she opens.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct PersonKey([u8; 32]);

/// The half of a person's key that others may know: an X25519 public key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PublicKey([u8; 32]);

/// The key of one space: thirty-two random bytes.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct SpaceKey([u8; 32]);

/// A space's key, wrapped for one person (HPKE, RFC 9180, base mode).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wrapped(Vec<u8>);

impl PersonKey {
    /// Draws a new person's key, one whose six words are gentle: they are read aloud.
    pub fn draw(rng: &mut dyn CryptoRng) -> Self {
        loop {
            let key = Self(draw(rng));
            if are_gentle(key.public().six_words()) {
                return key;
            }
        }
    }

    pub(super) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Returns the half that others may know.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.pair().1.to_bytes().into())
    }

    /// Unwraps a space's key that was wrapped for this person.
    ///
    /// Fails with [`Error::DamagedSlot`] when it was wrapped for someone else, for another space, as another's, or was changed since.
    pub fn unwrap(&self, wrapped: &Wrapped, space: SpaceId, owner: Owner, person: PersonId) -> Result<SpaceKey> {
        // The first version did not bind whose the space is. What was wrapped since does not open as if it were of then.
        let bound = self.unwrap_bound(wrapped, &wrap_info(space, owner, person));
        bound.or_else(|_| self.unwrap_bound(wrapped, &first_wrap_info(space, person)))
    }

    fn unwrap_bound(&self, wrapped: &Wrapped, info: &[u8]) -> Result<SpaceKey> {
        let (encapped, sealed) = wrapped.0.split_at_checked(32).ok_or(Error::DamagedSlot("a short wrapped key"))?;
        let encapped =
            <Kem as hpke::Kem>::EncappedKey::from_bytes(encapped).map_err(|_| Error::DamagedSlot("a wrapped key"))?;
        let opened = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, Kem>(
            &OpModeR::Base,
            &self.pair().0,
            &encapped,
            info,
            sealed,
            &[],
        );
        let opened = Zeroizing::new(opened.map_err(|_| Error::DamagedSlot("a wrapped key"))?);
        Ok(SpaceKey(opened.as_slice().try_into().map_err(|_| Error::DamagedSlot("a wrapped key's length"))?))
    }

    fn pair(&self) -> (<Kem as hpke::Kem>::PrivateKey, <Kem as hpke::Kem>::PublicKey) {
        Kem::derive_keypair(&*derive(&self.0, b"twinflower person x25519 v1"))
    }
}

impl PublicKey {
    /// Returns six words by which two people can tell that a key is hers: 66 bits of its BLAKE3 hash.
    pub fn six_words(&self) -> [&'static str; 6] {
        let hash = blake3::hash(&self.0);
        let list = bip39::Language::English.word_list();
        let mut bits = hash.as_bytes().iter().flat_map(|byte| (0..8).rev().map(move |at| usize::from(byte >> at & 1)));
        std::array::from_fn(|_| list[bits.by_ref().take(11).fold(0, |index, bit| index << 1 | bit)])
    }
}

impl SpaceKey {
    /// Draws a new space's key.
    pub fn draw(rng: &mut dyn CryptoRng) -> Self {
        Self(draw(rng))
    }

    /// Wraps this key for one person, bound to the space, to whose it is and to her: her own, called *ours*, must not be handed on.
    pub fn wrap(
        &self,
        to: &PublicKey,
        space: SpaceId,
        owner: Owner,
        person: PersonId,
        mut rng: &mut dyn CryptoRng,
    ) -> Result<Wrapped> {
        let to = <Kem as hpke::Kem>::PublicKey::from_bytes(&to.0).map_err(|_| Error::DamagedSlot("a public key"))?;
        let (encapped, sealed) = hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, Kem>(
            &OpModeS::Base,
            &to,
            &wrap_info(space, owner, person),
            &self.0,
            &[],
            &mut rng,
        )
        .map_err(|_| Error::DamagedSlot("a public key"))?;
        let mut wrapped = encapped.to_bytes().to_vec();
        wrapped.extend(sealed);
        Ok(Wrapped(wrapped))
    }

    /// Derives the key for one purpose from this one (HKDF-SHA256, RFC 5869).
    pub(crate) fn derive(&self, purpose: &'static [u8]) -> Zeroizing<[u8; 32]> {
        derive(&self.0, purpose)
    }
}

fn draw(rng: &mut dyn CryptoRng) -> [u8; 32] {
    let mut bytes = [0; 32];
    rng.fill_bytes(&mut bytes);
    bytes
}

fn derive(from: &[u8; 32], purpose: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(None, from).expand(purpose, &mut *key).expect("thirty-two bytes are within HKDF's bound");
    key
}

fn wrap_info(space: SpaceId, owner: Owner, person: PersonId) -> Vec<u8> {
    let owner = match owner {
        Owner::One(owner) => owner.bytes().to_vec(),
        Owner::Both => Vec::new(),
    };
    [b"twinflower space wrap v2".as_slice(), space.bytes(), person.bytes(), &owner].concat()
}

fn first_wrap_info(space: SpaceId, person: PersonId) -> Vec<u8> {
    [b"twinflower space wrap v1".as_slice(), space.bytes(), person.bytes()].concat()
}

macro_rules! as_base64 {
    ($name:ident, $from:expr) => {
        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, out: S) -> std::result::Result<S::Ok, S::Error> {
                out.serialize_str(&BASE64.encode(&self.0))
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(input: D) -> std::result::Result<Self, D::Error> {
                let bytes = BASE64.decode(String::deserialize(input)?).map_err(serde::de::Error::custom)?;
                $from(bytes).ok_or_else(|| serde::de::Error::custom("wrong length"))
            }
        }
    };
}
as_base64!(PublicKey, |bytes: Vec<u8>| bytes.try_into().ok().map(PublicKey));
as_base64!(Wrapped, |bytes: Vec<u8>| Some(Wrapped(bytes)));
