//! One computer of the family, as the others know it.

use iroh::{EndpointId, SecretKey};

use crate::{Error, Result};

/// A device: its public key, which proves who is at the other end of a line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId(pub [u8; 32]);

impl DeviceId {
    /// The device whose secret is this seed.
    pub fn of_seed(seed: &[u8; 32]) -> Self {
        SecretKey::from_bytes(seed).public().into()
    }

    /// The port on which it waits, so that an address without one is enough; another where this one is taken.
    pub(crate) fn port(&self) -> u16 {
        // Above the ports that have names, below those that systems hand out.
        let [first, second, ..] = *blake3::hash(&self.0).as_bytes();
        20_000 + u16::from_be_bytes([first, second]) % 12_000
    }

    pub(crate) fn endpoint(&self) -> Result<EndpointId> {
        EndpointId::from_bytes(&self.0).map_err(|_| Error::NotReached)
    }
}

impl From<EndpointId> for DeviceId {
    fn from(id: EndpointId) -> Self {
        Self(*id.as_bytes())
    }
}

impl std::fmt::Debug for DeviceId {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "DeviceId({})", data_encoding::HEXLOWER.encode(&self.0[..4]))
    }
}
