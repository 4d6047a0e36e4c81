//! A slot: a person's key, sealed under a passphrase or under the spare words.

use super::{Passphrase, PersonKey, SpareWords};
use crate::domain::ids::PersonId;
use crate::{Error, Result};
use argon2::{Algorithm, Argon2, Params, Version};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// How hard a passphrase is to guess against: Argon2id's cost (RFC 9106).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Hardness {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes filled side by side.
    pub lanes: u32,
}

impl Hardness {
    /// The least that is ever used or accepted (OWASP Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane).
    pub const FLOOR: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };

    /// The most that a slot may ask for, so that a forged file cannot exhaust the machine.
    pub const CEILING: Self = Self { memory_kib: 2 * 1024 * 1024, passes: 24, lanes: 16 };

    /// Where calibration starts: above RFC 9106's second choice in memory.
    pub const START: Self = Self { memory_kib: 256 * 1024, passes: 1, lanes: 4 };

    /// Finds the cost that takes about 0.7 s here; `time` runs the given work and says how many seconds it took.
    ///
    /// Memory is halved while one pass takes more than a second; then passes are added.
    pub fn calibrate(mut time: impl FnMut(&dyn Fn()) -> f64) -> Self {
        let mut hardness = Self::START;
        let mut one_pass = time(&|| hardness.try_once());
        while one_pass > 1.0 && hardness.memory_kib / 2 >= Self::FLOOR.memory_kib {
            hardness.memory_kib /= 2;
            one_pass = time(&|| hardness.try_once());
        }
        // At least 20 ms a pass, or a clock that stands still would ask for the most passes there are.
        let passes = (0.7 / one_pass.max(0.02)).round() as u32;
        hardness.passes = passes.clamp(Self::FLOOR.passes, Self::CEILING.passes);
        hardness
    }

    /// Does the work of one guess, and nothing with what it derives.
    pub fn try_once(&self) {
        // What it derives is not used, so a refused parameter has nothing to say here.
        let _ = self.derive(b"how fast is this computer", &[0; 16]);
    }

    fn derive(&self, words: &[u8], salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>> {
        self.check()?;
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map_err(|_| Error::DamagedSlot("its cost"))?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(words, salt, &mut *key)
            .map_err(|_| Error::DamagedSlot("its cost"))?;
        Ok(key)
    }

    fn check(&self) -> Result<()> {
        let within = |value: u32, least: u32, most: u32| (least..=most).contains(&value);
        let sane = within(self.memory_kib, Self::FLOOR.memory_kib, Self::CEILING.memory_kib)
            && within(self.passes, 1, Self::CEILING.passes)
            && within(self.lanes, 1, Self::CEILING.lanes);
        if sane { Ok(()) } else { Err(Error::DamagedSlot("its cost")) }
    }
}

/// A person's key, sealed. Its checksum tells a damaged slot from a wrong passphrase.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Slot {
    #[serde(skip_serializing_if = "Option::is_none", default)]
    hardness: Option<Hardness>,
    salt: String,
    sealed: String,
    sum: String,
}

impl Slot {
    /// Seals a person's key under her passphrase.
    pub fn under_passphrase(
        key: &PersonKey,
        person: PersonId,
        passphrase: &Passphrase,
        hardness: Hardness,
        rng: &mut dyn CryptoRng,
    ) -> Result<Self> {
        let salt = draw(rng);
        let under = hardness.derive(passphrase.reveal().as_bytes(), &salt)?;
        Ok(Self::seal(key, person, Some(hardness), salt, &under, rng))
    }

    /// Seals a person's key under her spare words.
    pub fn under_spare_words(key: &PersonKey, person: PersonId, words: &SpareWords, rng: &mut dyn CryptoRng) -> Self {
        let salt = draw(rng);
        Self::seal(key, person, None, salt, &words.key(&salt), rng)
    }

    /// Opens the slot with a passphrase: [`Error::WrongWords`] or [`Error::DamagedSlot`], never mistaken for one another.
    pub fn open_with_passphrase(&self, person: PersonId, passphrase: &Passphrase) -> Result<PersonKey> {
        self.check_sum(person)?;
        let hardness = self.hardness.ok_or(Error::DamagedSlot("no cost"))?;
        let under = hardness.derive(passphrase.reveal().as_bytes(), &self.salt()?)?;
        self.open(person, &under)
    }

    /// Opens the slot with the spare words.
    pub fn open_with_spare_words(&self, person: PersonId, words: &SpareWords) -> Result<PersonKey> {
        self.check_sum(person)?;
        self.open(person, &words.key(&self.salt()?))
    }

    fn seal(
        key: &PersonKey,
        person: PersonId,
        hardness: Option<Hardness>,
        salt: [u8; 16],
        under: &[u8; 32],
        rng: &mut dyn CryptoRng,
    ) -> Self {
        let nonce: [u8; 24] = draw(rng);
        let sealed = XChaCha20Poly1305::new(under.into())
            .encrypt(&nonce.into(), Payload { msg: key.bytes(), aad: &bound_to(person) })
            .expect("thirty-two bytes are within the cipher's bound");
        let mut slot = Self {
            hardness,
            salt: BASE64.encode(salt),
            sealed: BASE64.encode([nonce.as_slice(), &sealed].concat()),
            sum: String::new(),
        };
        slot.sum = slot.expected_sum(person);
        slot
    }

    fn open(&self, person: PersonId, under: &[u8; 32]) -> Result<PersonKey> {
        let bytes = BASE64.decode(&self.sealed).map_err(|_| Error::DamagedSlot("its sealed key"))?;
        let (nonce, sealed) = bytes.split_first_chunk::<24>().ok_or(Error::DamagedSlot("its sealed key"))?;
        let opened = XChaCha20Poly1305::new(under.into())
            .decrypt(nonce.into(), Payload { msg: sealed, aad: &bound_to(person) })
            .map_err(|_| Error::WrongWords)?;
        let opened = Zeroizing::new(opened);
        Ok(PersonKey::from_bytes(opened.as_slice().try_into().map_err(|_| Error::DamagedSlot("its key's length"))?))
    }

    fn salt(&self) -> Result<[u8; 16]> {
        BASE64.decode(&self.salt).ok().and_then(|salt| salt.try_into().ok()).ok_or(Error::DamagedSlot("its salt"))
    }

    fn check_sum(&self, person: PersonId) -> Result<()> {
        if self.sum == self.expected_sum(person) { Ok(()) } else { Err(Error::DamagedSlot("its checksum")) }
    }

    fn expected_sum(&self, person: PersonId) -> String {
        let mut hash = blake3::Hasher::new();
        hash.update(&bound_to(person));
        if let Some(Hardness { memory_kib, passes, lanes }) = self.hardness {
            for number in [memory_kib, passes, lanes] {
                hash.update(&number.to_le_bytes());
            }
        }
        hash.update(self.salt.as_bytes());
        hash.update(self.sealed.as_bytes());
        BASE64.encode(&hash.finalize().as_bytes()[..12])
    }
}

fn bound_to(person: PersonId) -> Vec<u8> {
    [b"twinflower slot v1".as_slice(), person.bytes()].concat()
}

fn draw<const N: usize>(rng: &mut dyn CryptoRng) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill_bytes(&mut bytes);
    bytes
}
