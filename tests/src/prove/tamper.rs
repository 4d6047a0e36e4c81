//! Not one bit of what guards the family can be changed without being told.

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use std::path::Path;
use twinflower_core::Family;
use twinflower_core::vault::{Hardness, Passphrase};

use super::{Ask, Progress};
use crate::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE, copy_folder};

/// Flips bits of a copy and of the door's slots, and cuts both off. `n` is how many of each, spread evenly; 0 is all there are.
///
/// `golden` holds a copy that was kept.
pub fn tamper(ask: Ask, golden: &Path, progress: Progress) -> String {
    let copy = std::fs::read(golden.join("copy.twinflower")).expect("a copy was kept");
    let (copies, copies_cut) = (tampered(&copy, ask.n), cut(&copy, ask.n));
    progress(&format!("{} copies", copies.len() + copies_cut.len()));
    for (what, bytes) in copies.iter().chain(&copies_cut) {
        let mut home = Home::elsewhere();
        let file = home.folder().with_extension("copy");
        std::fs::write(&file, bytes).expect("the tests have a temporary folder");
        let answer = home.family.restore_bundle(&file, &Passphrase::typed(ANAS_PASSPHRASE));
        std::fs::remove_file(file).expect("it was written here");
        assert!(answer.is_err(), "a copy with {what} was taken for good");
        assert!(home.family.door().people.is_empty(), "a copy with {what} left a trace");
    }
    let (home, spare) = home_with_spare_words();
    let slots = std::fs::read(home.folder().join("slots.json")).expect("two people made their way in");
    let (doors, doors_cut) = (tampered(&slots, ask.n), cut(&slots, ask.n));
    progress(&format!("{} doors", doors.len() + doors_cut.len()));
    for (what, bytes) in doors.iter().chain(&doors_cut) {
        let folder = tempfile::tempdir().expect("the tests have a temporary folder");
        copy_folder(home.folder(), folder.path());
        for twin in ["slots.json", "slots.twin.json"] {
            std::fs::write(folder.path().join(twin), bytes).expect("the tests have a temporary folder");
        }
        assert!(is_told(folder.path(), &spare), "slots with {what} opened as if nothing were");
    }
    let flipped = copies.len() + doors.len();
    let cut = copies_cut.len() + doors_cut.len();
    format!("{flipped} flipped bits and {cut} cuts in a copy and in the slots: 0 taken for good, 0 panics")
}

/// A home of two, and the spare words of each.
fn home_with_spare_words() -> (Home, [String; 2]) {
    let (mut home, ana, mira) = Home::with_both();
    let spare = [(ana, ANAS_PASSPHRASE), (mira, MIRAS_PASSPHRASE)].map(|(person, words)| {
        home.alone(person);
        let fresh = home.family.begin_spare_words(person, &Passphrase::typed(words)).expect("it is her passphrase");
        home.family.try_fresh_spare_words(&fresh.join(" ")).expect("she copied them");
        fresh.join(" ")
    });
    home.family.lock_all();
    (home, spare)
}

/// Whether one of the four ways in tells that something is wrong.
fn is_told(folder: &Path, spare: &[String; 2]) -> bool {
    let rng = Box::new(ChaCha20Rng::seed_from_u64(0));
    let Ok(mut family) = Family::at(folder, rng, || Hardness::FLOOR) else { return true };
    let people: Vec<_> = family.door().people.iter().map(|person| person.id).collect();
    let words = [ANAS_PASSPHRASE, MIRAS_PASSPHRASE].map(Passphrase::typed);
    let is_shut = people.iter().zip(&words).any(|(person, words)| {
        family.lock_all();
        family.come_in(*person, words).is_err()
    });
    is_shut
        || people.iter().zip(spare).zip(&words).any(|((person, spare), fresh)| {
            family.lock_all();
            family.open_with_spare_words(*person, spare, fresh).is_err()
        })
}

fn tampered(good: &[u8], n: u64) -> Vec<(String, Vec<u8>)> {
    spread(good.len() * 8, n)
        .map(|bit| {
            let mut bytes = good.to_vec();
            bytes[bit / 8] ^= 1 << (bit % 8);
            (format!("bit {bit} flipped"), bytes)
        })
        .collect()
}

fn cut(good: &[u8], n: u64) -> Vec<(String, Vec<u8>)> {
    spread(good.len(), n).map(|length| (format!("{length} bytes left"), good[..length].to_vec())).collect()
}

fn spread(all: usize, n: u64) -> impl Iterator<Item = usize> {
    let step = if n == 0 { 1 } else { (all / n as usize).max(1) };
    (0..all).step_by(step)
}
