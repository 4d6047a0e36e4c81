//! Not one bit of what guards the family can be changed without being told, and nothing opens in another's place.

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use serde_json::{Value, json};
use std::path::Path;
use twinflower_core::domain::ids::PersonId;
use twinflower_core::use_cases::MilestoneWords;
use twinflower_core::vault::{Hardness, Passphrase, Slot};
use twinflower_core::{Error, Family};

use super::{Ask, Progress};
use crate::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE, copy_folder};

/// Flips bits of copies, frames, slots and the door's file of them, cuts all of them off, and puts each in another's place.
/// `n` is how many of each, spread evenly; 0 is all there are.
///
/// `golden` holds a copy that was kept, and a folder.
pub fn tamper(ask: Ask, golden: &Path, progress: Progress) -> String {
    let (frames, frame_trials) = frames(ask, golden);
    progress(&format!("{frames} frames, {frame_trials} flipped or cut"));
    let (slots_found, slot_trials) = slots(ask, golden);
    progress(&format!("{slots_found} slots, {slot_trials} flipped or cut"));
    let swapped = swapped_frames() + swapped_doors();
    progress(&format!("{swapped} put in another's place"));
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
    format!(
        "{flipped} flipped bits and {cut} cuts in a copy and in the door's slots, {frame_trials} in {frames} frames, {slot_trials} \
         in {slots_found} slots, {swapped} in another's place: 0 taken for good, 0 panics"
    )
}

/// Changes every frame of the copy and opens it in its own place with its own key: no checksum stands before it.
fn frames(ask: Ask, golden: &Path) -> (usize, usize) {
    let words = Passphrase::typed(ANAS_PASSPHRASE);
    let frames = Home::elsewhere().family.frames_in(&golden.join("copy.twinflower"), &words).expect("it was kept");
    let mut trials = 0;
    for frame in &frames {
        assert_eq!(frame.takes(frame.bytes()), Ok(()));
        for (what, bytes) in tampered(frame.bytes(), ask.n).into_iter().chain(cut(frame.bytes(), ask.n)) {
            assert!(frame.takes(&bytes).is_err(), "a frame with {what} was taken for good");
            trials += 1;
        }
    }
    (frames.len(), trials)
}

/// Changes every slot that was kept.
fn slots(ask: Ask, golden: &Path) -> (usize, usize) {
    let text = std::fs::read(golden.join("folder/slots.json")).expect("it was kept");
    let file: Value = serde_json::from_slice(&text).expect("it was written as JSON");
    let (mut found, mut trials) = (0, 0);
    let people = file["people"].as_object().expect("it holds people");
    for ((person, hers), words) in people.iter().zip([ANAS_PASSPHRASE, MIRAS_PASSPHRASE].iter().cycle()) {
        let person: PersonId = serde_json::from_value(json!(person)).expect("it is an id");
        for slot in [&hers["passphrase"], &hers["spare_words"]].into_iter().filter(|slot| slot.is_object()) {
            let good = serde_json::to_vec(slot).expect("it came from JSON");
            found += 1;
            for (what, bytes) in tampered(&good, ask.n).into_iter().chain(cut(&good, ask.n)) {
                trials += 1;
                let Ok(slot) = serde_json::from_slice::<Slot>(&bytes) else { continue };
                let opened = slot.open_with_passphrase(person, &Passphrase::typed(words)).map(drop);
                assert!(matches!(opened, Err(Error::DamagedSlot(_))), "a slot with {what}: {opened:?}");
            }
        }
    }
    (found, trials)
}

/// Puts each frame of two people in the place of each other one: of another space, document, moment, item and person.
fn swapped_frames() -> usize {
    let (mut home, ana, mira) = Home::with_both();
    let stick = tempfile::tempdir().expect("the tests have a temporary folder");
    let mut frames = Vec::new();
    for (person, words) in [(ana, ANAS_PASSPHRASE), (mira, MIRAS_PASSPHRASE)] {
        home.alone(person);
        for title in ["one", "two"] {
            let words = MilestoneWords { title: title.to_owned(), why: String::new(), reached_on: None, counted: None };
            let rows = home.family.add_milestone(&words, home.now).expect("she is in").rows;
            home.family.share_milestone(rows[0].id, false, home.now).expect("it is hers");
        }
        let made = home.family.copy_to(stick.path(), home.now).expect("she is alone");
        let file = stick.path().join(&made.files[0]);
        frames.extend(home.family.frames_in(&file, &Passphrase::typed(words)).expect("it is hers"));
    }
    let mut trials = 0;
    for one in &frames {
        for other in frames.iter().filter(|other| other.bytes() != one.bytes()) {
            assert!(one.takes(other.bytes()).is_err(), "a frame opened in the place of another");
            assert!(one.takes_under(other).is_err(), "a frame opened in the place of another, under its own key");
            trials += 2;
        }
    }
    assert!(trials > 500, "{trials} frames in another's place");
    trials
}

/// Puts what is one person's or one space's in the door's slots in the place of the other's, under a checksum that holds.
fn swapped_doors() -> usize {
    let (home, spare) = home_with_spare_words();
    let text = std::fs::read(home.folder().join("slots.json")).expect("two people made their way in");
    let good: Value = serde_json::from_slice(&text).expect("it was written as JSON");
    let names = |of: &str| good[of].as_object().expect("it is a map").keys().cloned().collect::<Vec<_>>();
    let (people, spaces) = (names("people"), names("spaces"));
    let mut pairs: Vec<[String; 2]> = ["/passphrase", "/spare_words", "/public", ""]
        .map(|part| [0, 1].map(|at| format!("/people/{}{part}", people[at])))
        .into();
    for (at, one) in spaces.iter().enumerate() {
        for other in &spaces[at + 1..] {
            for part in ["", "/owner", "/wraps"] {
                pairs.push([one, other].map(|space| format!("/spaces/{space}{part}")));
            }
        }
        if good["spaces"][one]["wraps"].as_object().is_some_and(|wraps| wraps.len() == 2) {
            pairs.push([0, 1].map(|at| format!("/spaces/{one}/wraps/{}", people[at])));
        }
    }
    for [one, other] in &pairs {
        let mut swapped = good.clone();
        let [a, b] = [one, other].map(|at| good.pointer(at).cloned().expect("it is there"));
        *swapped.pointer_mut(one).expect("it is there") = b;
        *swapped.pointer_mut(other).expect("it is there") = a;
        // The first version of the file had no checksum: whoever changes it would make it anew.
        swapped["version"] = json!(1);
        let folder = tempfile::tempdir().expect("the tests have a temporary folder");
        copy_folder(home.folder(), folder.path());
        for twin in ["slots.json", "slots.twin.json"] {
            std::fs::write(folder.path().join(twin), swapped.to_string()).expect("it can be written");
        }
        assert!(is_told(folder.path(), &spare), "{one} in the place of {other} opened as if nothing were");
    }
    pairs.len()
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
