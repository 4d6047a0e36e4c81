//! What a person writes, between being typed and being sealed.

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// The most characters (Unicode scalar values) one text may have; told before it is hit.
pub const MOST_CHARACTERS: usize = 10_000;

/// The most characters a name may have.
pub const MOST_CHARACTERS_OF_A_NAME: usize = 200;

/// A text a person wrote: any script, not blank, at most [`MOST_CHARACTERS`].
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Words(String);

/// Why a text was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// Nothing but white space.
    #[error("nothing was written")]
    Blank,
    /// Longer than the bound it carries, in characters.
    #[error("longer than {0} characters")]
    TooLong(u32),
}

impl Words {
    /// Takes a text as it was typed, without the white space around it.
    pub fn new(typed: &str) -> Result<Self, WordsError> {
        Self::within(typed, MOST_CHARACTERS)
    }

    /// Takes a name.
    pub fn name(typed: &str) -> Result<Self, WordsError> {
        Self::within(typed, MOST_CHARACTERS_OF_A_NAME)
    }

    /// Takes a text that may be left out: blank is `None`.
    pub fn optional(typed: &str) -> Result<Option<Self>, WordsError> {
        match Self::new(typed) {
            Err(WordsError::Blank) => Ok(None),
            other => other.map(Some),
        }
    }

    /// Lends the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Takes a text of at most so many characters.
    pub fn within(typed: &str, most: usize) -> Result<Self, WordsError> {
        let text = typed.trim();
        if text.is_empty() {
            return Err(WordsError::Blank);
        }
        if text.chars().count() > most {
            return Err(WordsError::TooLong(most as u32));
        }
        Ok(Self(text.to_owned()))
    }
}

// What a person wrote is never printed.
impl std::fmt::Debug for Words {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Words(of {} characters)", self.0.chars().count())
    }
}

/// Where sealed words are found: the BLAKE3 hash of the sealed bytes, in hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct WordsRef([u8; 32]);

impl WordsRef {
    /// Names these sealed bytes.
    pub fn of(sealed: &[u8]) -> Self {
        Self(*blake3::hash(sealed).as_bytes())
    }

    /// Reads it from its thirty-two bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Returns its thirty-two bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Serialize for WordsRef {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&blake3::Hash::from_bytes(self.0).to_hex())
    }
}

impl<'de> Deserialize<'de> for WordsRef {
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        let hash = blake3::Hash::from_hex(text).map_err(serde::de::Error::custom)?;
        Ok(Self(*hash.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_characters_of_any_script_are_taken_and_one_more_is_told() {
        assert!(Words::new(&"🌷".repeat(MOST_CHARACTERS)).is_ok());
        assert_eq!(Words::new(&"م".repeat(MOST_CHARACTERS + 1)), Err(WordsError::TooLong(10_000)));
    }

    #[test]
    fn blank_is_not_a_text_and_may_be_left_out() {
        assert_eq!(Words::new(" \n\t"), Err(WordsError::Blank));
        assert_eq!(Words::optional("  ").unwrap(), None);
    }

    #[test]
    fn words_do_not_print_themselves() {
        assert_eq!(format!("{:?}", Words::new("the car park").unwrap()), "Words(of 12 characters)");
    }
}
