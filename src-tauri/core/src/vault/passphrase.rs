//! The words that open her space: five offered, or her own from about forty bits.

use super::gentle::are_gentle;
use crate::{Error, Result};
use rand_core::CryptoRng;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The least strength of a passphrase of her own, in bits as zxcvbn estimates them.
pub const LEAST_BITS: f64 = 40.0;

/// The most characters zxcvbn is asked about: it grows faster than its input.
const MOST_ESTIMATED: usize = 100;

/// What a person typed to come in; wiped when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop, PartialEq, Eq)]
pub struct Passphrase(String);

impl Passphrase {
    /// Takes what was typed; white space around it and doubled inside it does not count.
    pub fn typed(text: &str) -> Self {
        let mut kept = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            if !kept.is_empty() {
                kept.push(' ');
            }
            kept.push_str(word);
        }
        Self(kept)
    }

    /// Offers five random gentle words of the BIP-39 list: 54 bits.
    pub fn offer(rng: &mut dyn CryptoRng) -> Self {
        let list = bip39::Language::English.word_list();
        let mut draw = || {
            let mut two = [0; 2];
            rng.fill_bytes(&mut two);
            // 2,048 divides 65,536: no word is likelier than another.
            list[usize::from(u16::from_le_bytes(two)) % list.len()]
        };
        let words: [&str; 5] = std::array::from_fn(|_| {
            let mut word = draw();
            while !are_gentle([word]) {
                word = draw();
            }
            word
        });
        Self(words.join(" "))
    }

    /// Estimates how many bits an attacker who knows her name would have to guess.
    pub fn bits(&self, names: &[&str]) -> f64 {
        let start: Zeroizing<String> = Zeroizing::new(self.0.chars().take(MOST_ESTIMATED).collect());
        zxcvbn::zxcvbn(&start, names).guesses_log10() * std::f64::consts::LOG2_10
    }

    /// Refuses a passphrase below [`LEAST_BITS`].
    pub fn check(&self, names: &[&str]) -> Result<()> {
        if self.bits(names) < LEAST_BITS { Err(Error::WeakPassphrase) } else { Ok(()) }
    }

    /// Lends the words, to show them to her once.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Passphrase")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_or_well_known_passphrase_is_refused_and_five_plain_words_are_taken() {
        for weak in ["", "1234", "password1", "Ana1987", "qwertyuiop"] {
            assert!(matches!(Passphrase::typed(weak).check(&["Ana"]), Err(Error::WeakPassphrase)), "{weak}");
        }
        assert!(Passphrase::typed("river lamp seven quiet stone").check(&["Ana"]).is_ok());
        assert!(Passphrase::typed("zwölf graue Gänse über'm Moor").check(&["Ana"]).is_ok());
    }

    #[test]
    fn white_space_does_not_count() {
        assert_eq!(Passphrase::typed("  river\u{a0} lamp\n").reveal(), "river lamp");
    }
}
