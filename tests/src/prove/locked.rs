//! With nobody signed in, everything on the disk is copied: what one guess costs whoever has the copy.
//!
//! A guess is an Argon2id of the cost that was calibrated here, and one opening of a sealed key. Whatever else is sealed has a
//! random key of 128 bits or more: each such thing is listed, and a file of a kind that is not listed is a bound not held.

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use twinflower_core::vault::{Hardness, Passphrase, Slot};

use super::{Ask, Progress};
use crate::home::{ANAS_PASSPHRASE, copy_folder};
use crate::mutations::{Base, live_through};

/// Bits of five offered words, each drawn from at least 1,793 (`vault::gentle`).
const OFFERED_BITS: f64 = 54.0;

/// Memory bandwidth in bytes a second: two channels of DDR5-5600 (JEDEC JESD79-5: 2 × 8 bytes × 5,600 MT/s).
const DESKTOP_BANDWIDTH: f64 = 89.6e9;

/// Memory bandwidth in bytes a second: 384 bits of GDDR6X at 21 Gbit/s (NVIDIA's data sheet of the GeForce RTX 4090).
const GPU_BANDWIDTH: f64 = 1_008e9;

/// Seconds of a year.
const YEAR: f64 = 31_557_600.0;

/// Copies a locked computer and guesses. `n` is how many guesses.
pub fn locked(ask: Ask, progress: Progress) -> String {
    let hardness = calibrated();
    progress(&format!("calibrated: {hardness:?}"));
    let computer = live_through(Base::Two, &["add_milestone", "share_milestone", "back_up", "copy_to"], ask.seed);
    change_to(hardness, computer.path());
    let copied = tempfile::tempdir().expect("the tests have a temporary folder");
    copy_folder(computer.path(), copied.path());
    let (kinds, slots) = looked_through(copied.path(), hardness);
    for (kind, files) in &kinds {
        progress(&format!("{files} × {kind}"));
    }
    let guessable = slots.iter().filter(|slot| slot.hardness.is_some()).count();
    let target = slots.iter().find(|slot| slot.hardness.is_some() && slot.person.is_some());
    let target = target.expect("she has a passphrase");
    let (guess, derive) = times(ask, target, hardness, progress);
    // A guess is one Argon2id of that cost and more; one part in fifty is what a busy machine's clock is off.
    let ratio = guess.as_secs_f64() / derive.as_secs_f64();
    assert!(ratio >= 0.98, "a guess costs {ratio:.3} of the calibrated Argon2id");
    format!(
        "{} files in {} kinds, {guessable} slots under passphrases and {} under spare words (128 random bits), none cheaper; \
         a guess takes {:.0} ms = {ratio:.3} × the calibrated Argon2id ({} MiB, {} passes, {} lanes); {}",
        kinds.values().sum::<u32>(),
        kinds.len(),
        slots.len() - guessable,
        guess.as_secs_f64() * 1000.0,
        hardness.memory_kib / 1024,
        hardness.passes,
        hardness.lanes,
        estimates(hardness),
    )
}

/// Lists everything on a copied disk, by its kind, and every slot, none of which may cost less.
pub fn looked_through(copied: &Path, hardness: Hardness) -> (BTreeMap<&'static str, u32>, Vec<Found>) {
    let slots = slots(copied);
    let cost = serde_json::to_value(hardness).expect("it is only numbers");
    for slot in &slots {
        let file = slot.file.display();
        assert!(
            slot.hardness.as_ref().is_none_or(|hers| *hers == cost),
            "a cheaper way in: {:?}, {file}",
            slot.hardness
        );
    }
    (kinds(copied), slots)
}

/// What an eight-core machine and one good GPU could try: Argon2id's passes are bound by memory.
///
/// A pass reads one block that chance chose and writes one (RFC 9106, 3.4; the block before stays in a cache), so a guess moves
/// at least 2 × memory × passes. That leaves the attacker no waiting and no conflict: no real machine is as quick.
fn estimates(hardness: Hardness) -> String {
    let moved = 2.0 * f64::from(hardness.memory_kib) * 1024.0 * f64::from(hardness.passes);
    let machines = [("eight cores", DESKTOP_BANDWIDTH / moved), ("one good GPU", GPU_BANDWIDTH / moved)];
    let told = machines.map(|(machine, rate)| {
        let years = |bits: f64| (bits - 1.0).exp2() / rate / YEAR;
        format!(
            "{machine}: at most {rate:.0} guesses a second, {:.0} years for half of five offered words, {:.0} for 40 bits",
            years(OFFERED_BITS),
            years(twinflower_core::vault::LEAST_BITS)
        )
    });
    format!("{} (memory bandwidth, RFC 9106)", told.join("; "))
}

fn calibrated() -> Hardness {
    Hardness::calibrate(|work| {
        let begun = Instant::now();
        work();
        begun.elapsed().as_secs_f64()
    })
}

/// Changes Ana's and Mira's passphrases to what the calibration found; the words stay the same.
fn change_to(hardness: Hardness, computer: &Path) {
    use std::sync::OnceLock;
    static HARDNESS: OnceLock<Hardness> = OnceLock::new();
    HARDNESS.get_or_init(|| hardness);
    let rng = Box::new(<rand_chacha::ChaCha20Rng as rand_core::SeedableRng>::seed_from_u64(9));
    let found = || *HARDNESS.get().expect("it was set before");
    let mut family = twinflower_core::Family::at(&computer.join("family"), rng, found).expect("the door opens");
    let people: Vec<_> = family.door().people.iter().map(|person| person.id).collect();
    for (person, words) in people.into_iter().zip([ANAS_PASSPHRASE, crate::home::MIRAS_PASSPHRASE]) {
        let words = Passphrase::typed(words);
        family.lock_all();
        family.come_in(person, &words).expect("it is her passphrase");
        family.change_passphrase(person, &words, &words).expect("it is her passphrase");
    }
    family.lock_all();
}

/// A slot that lies somewhere on the disk, readable by anybody.
pub struct Found {
    file: PathBuf,
    person: Option<twinflower_core::domain::ids::PersonId>,
    hardness: Option<Value>,
    slot: Slot,
}

/// Times guesses through the real opening path against the Argon2id alone, by turns.
fn times(ask: Ask, target: &Found, hardness: Hardness, progress: Progress) -> (Duration, Duration) {
    let person = target.person.expect("the slots file says whose it is");
    let (mut guesses, mut derives) = (Vec::new(), Vec::new());
    for guess in 0..ask.n.max(1) {
        let words = Passphrase::typed(&format!("guess number {guess}"));
        let begun = Instant::now();
        let opened = target.slot.open_with_passphrase(person, &words).map(drop);
        guesses.push(begun.elapsed());
        assert_eq!(opened, Err(twinflower_core::Error::WrongWords));
        let begun = Instant::now();
        hardness.try_once();
        derives.push(begun.elapsed());
        progress(&format!("{} guesses", guess + 1));
    }
    // The quickest of each: what the machine does when nothing else is in its way.
    let quickest = |times: Vec<Duration>| times.into_iter().min().unwrap_or_default();
    (quickest(guesses), quickest(derives))
}

/// Sorts every file into the kinds that there are; one of another kind is a bound not held.
fn kinds(copied: &Path) -> BTreeMap<&'static str, u32> {
    let mut kinds = BTreeMap::new();
    for file in files(copied) {
        let name = file.strip_prefix(copied).expect("it was found there").to_string_lossy().replace('\\', "/");
        let last = name.rsplit('/').next().unwrap_or_default();
        let kind = match last {
            "door.json" | "door.twin.json" => "the door card: what is shown to anybody",
            "slots.json" | "slots.twin.json" => {
                "slots (Argon2id, or 128 random bits) and wrapped keys (X25519, random)"
            }
            "marks.json" => "counts of writes",
            "current" | "begun" => "the number of the store's folder, or nothing",
            "conf" | "db" => "sled's log: sealed frames under random keys of 256 bits",
            _ if last.starts_with("snap.") || name.contains("/blobs/") => {
                "sled's cache, and sealed photos: random keys of 256 bits"
            }
            _ if last.ends_with(".twinflower") => "copies: the same slots at their head, then the same sealed frames",
            other => panic!("a file of a kind that nobody has listed: {other}"),
        };
        *kinds.entry(kind).or_default() += 1;
    }
    kinds
}

/// Finds every slot there is: in the door's file, and at the head of every copy.
fn slots(copied: &Path) -> Vec<Found> {
    let mut found = Vec::new();
    for file in files(copied) {
        let bytes = std::fs::read(&file).expect("it can be read");
        let text = match file.extension().and_then(|ending| ending.to_str()) {
            Some("json") => bytes,
            Some("twinflower") => {
                let length = u32::from_le_bytes(bytes[17..21].try_into().expect("four bytes")) as usize;
                bytes[21..21 + length].to_vec()
            }
            _ => continue,
        };
        let value: Value = serde_json::from_slice(&text).expect("it was written as JSON");
        collect(&value, None, &file, &mut found);
    }
    assert!(found.len() >= 4, "two people, two slots each");
    found
}

fn collect(value: &Value, under: Option<&str>, file: &Path, found: &mut Vec<Found>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if let Some(slot) = serde_json::from_value::<Slot>(value.clone()).ok().filter(|_| value.is_object()) {
                    let person = under.and_then(|id| serde_json::from_value(Value::String(id.to_owned())).ok());
                    let hardness = value.get("hardness").cloned();
                    found.push(Found { file: file.to_owned(), person, hardness, slot });
                } else {
                    let is_person = name.parse::<uuid::Uuid>().is_ok();
                    collect(value, if is_person { Some(name) } else { under }, file, found);
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, under, file, found)),
        _ => (),
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("it can be read") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files
}
