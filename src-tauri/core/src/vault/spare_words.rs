//! The twelve words on paper that open her space when the passphrase is lost.

use super::gentle::are_gentle;
use crate::{Error, Result};
use bip39::{Language, Mnemonic};
use hkdf::Hkdf;
use rand_core::CryptoRng;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// 128 random bits, written as twelve words with a checksum (BIP-39, English list).
#[derive(Zeroize, ZeroizeOnDrop, PartialEq, Eq)]
pub struct SpareWords([u8; 16]);

impl SpareWords {
    /// Draws twelve new words, gentle ones: about 126 bits of the 128 are left to chance.
    pub fn draw(rng: &mut dyn CryptoRng) -> Self {
        loop {
            let mut entropy = [0; 16];
            rng.fill_bytes(&mut entropy);
            let words = Self(entropy);
            if are_gentle(words.reveal()) {
                return words;
            }
        }
    }

    /// Reads what was copied from paper; case and white space do not count.
    ///
    /// Fails with [`Error::WrongWords`] when a word is not in the list or the checksum does not hold.
    pub fn typed(text: &str) -> Result<Self> {
        let plain = Zeroizing::new(text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase());
        let mnemonic = Mnemonic::parse_in_normalized(Language::English, &plain).map_err(|_| Error::WrongWords)?;
        let entropy = Zeroizing::new(mnemonic.to_entropy());
        Ok(Self(entropy.as_slice().try_into().map_err(|_| Error::WrongWords)?))
    }

    /// Returns the twelve words in order, to be copied by hand.
    pub fn reveal(&self) -> Vec<&'static str> {
        Mnemonic::from_entropy_in(Language::English, &self.0).expect("sixteen bytes are twelve words").words().collect()
    }

    /// Derives the key that opens the spare slot; 128 random bits need no slow hash.
    pub(super) fn key(&self, salt: &[u8; 16]) -> Zeroizing<[u8; 32]> {
        let mut key = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(Some(salt), &self.0)
            .expand(b"twinflower spare words v1", &mut *key)
            .expect("thirty-two bytes are within HKDF's bound");
        key
    }
}

impl std::fmt::Debug for SpareWords {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("SpareWords")
    }
}
