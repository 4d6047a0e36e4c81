//! Passphrases, keys and who they open: the way from typed words to a space's key.
//!
//! ```text
//! passphrase  ─ Argon2id ─┐
//!                         ├─ opens a slot ─► PersonKey ─ X25519 ─► unwraps a SpaceKey ─ HKDF ─► one key a purpose
//! spare words ─ HKDF ─────┘
//! ```

mod keys;
mod passphrase;
mod slot;
mod spare_words;

pub use keys::{PersonKey, PublicKey, SpaceKey, Wrapped};
pub use passphrase::{LEAST_BITS, Passphrase};
pub use slot::{Hardness, Slot};
pub use spare_words::SpareWords;
