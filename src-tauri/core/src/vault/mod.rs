//! Passphrases, keys and who they open: the way from typed words to a space's key.
//!
//! ```text
//! passphrase  ─ Argon2id ─┐
//!                         ├─ opens a slot ─► PersonKey ─ X25519 ─► unwraps a SpaceKey ─ HKDF ─► one key a purpose
//! spare words ─ HKDF ─────┘
//! ```

mod gentle;
mod keys;
mod passphrase;
mod slot;
mod spare_words;

pub use gentle::six_words;
pub use keys::{PersonKey, PublicKey, SpaceKey, Wrapped};
pub use passphrase::{LEAST_BITS, Passphrase};
pub use slot::{Hardness, Slot};
pub use spare_words::SpareWords;

#[cfg(test)]
pub(crate) mod tests {
    use rand_core::{Infallible, TryCryptoRng, TryRng};

    /// Randomness that is the hash of a count: other at every call, the same in every run.
    pub(crate) struct Counting(pub(crate) u64);

    impl TryRng for Counting {
        type Error = Infallible;
        fn try_next_u32(&mut self) -> Result<u32, Infallible> {
            let mut bytes = [0; 4];
            self.try_fill_bytes(&mut bytes).map(|()| u32::from_le_bytes(bytes))
        }
        fn try_next_u64(&mut self) -> Result<u64, Infallible> {
            let mut bytes = [0; 8];
            self.try_fill_bytes(&mut bytes).map(|()| u64::from_le_bytes(bytes))
        }
        fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
            self.0 += 1;
            blake3::Hasher::new().update(&self.0.to_le_bytes()).finalize_xof().fill(bytes);
            Ok(())
        }
    }

    impl TryCryptoRng for Counting {}
}
