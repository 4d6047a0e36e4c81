//! One computer of the family, and what two of them share since they were paired.

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// The most characters a device's name may have.
pub const MOST_CHARACTERS_OF_A_DEVICE: usize = 60;

/// Names one computer of the family: its public key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DeviceId([u8; 32]);

/// What two devices and nobody else know since their pairing: all that they say to each other is sealed under it too.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct PairSecret([u8; 32]);

impl DeviceId {
    /// Reads it from its thirty-two bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Returns its thirty-two bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl PairSecret {
    /// Takes what both ends of a pairing came to.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Lends its thirty-two bytes.
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Serialize for DeviceId {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&blake3::Hash::from_bytes(self.0).to_hex())
    }
}

impl<'de> Deserialize<'de> for DeviceId {
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        let bytes = blake3::Hash::from_hex(text).map_err(serde::de::Error::custom)?;
        Ok(Self(*bytes.as_bytes()))
    }
}
