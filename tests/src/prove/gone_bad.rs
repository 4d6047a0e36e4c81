//! A paired computer gone bad: it has the keys, so its seals hold, and it says whatever it likes.

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use twinflower_core::Error;
use twinflower_core::domain::ids::PersonId;
use twinflower_core::use_cases::{Began, MilestoneWords};

use super::{Ask, Progress};
use crate::home::{Home, copy_folder};
use crate::meet::{AWAY, Apart, DESK, device};

/// The most memory that one meeting with it may take beyond what there was before.
const MOST_MEMORY_KIB: u64 = 64 * 1024;

/// Lets a computer gone bad say `n` crafted messages, under seals that hold, its changes with checksums that hold.
pub fn gone_bad(ask: Ask, progress: Progress) -> String {
    let base = Base::make();
    let mut apart = base.again();
    let (mut refused, mut taken, mut reasons) = (0_u64, 0_u64, std::collections::BTreeSet::new());
    let mut grown = 0;
    for trial in 0..ask.n {
        let mut chance = ChaCha20Rng::seed_from_u64(ask.seed);
        chance.set_stream(trial);
        let stood = apart.desk.family.every_change().expect("Ana is in");
        let before = memory_from_now_on();
        let told = says(&mut apart, &mut chance);
        grown = grown.max(kib_of("VmHWM:").saturating_sub(before));
        assert!(grown < MOST_MEMORY_KIB, "trial {trial}: {grown} KiB more");
        match told {
            Ok(()) => {
                taken += 1;
                // What is not refused holds: a new start reads the same from the disk.
                let now = apart.desk.family.every_change().expect("Ana is in");
                if now != stood {
                    apart.desk.restart();
                    apart.desk.alone(apart.ana);
                    assert!(apart.desk.family.every_change().expect("Ana is in") == now, "trial {trial}");
                    apart = base.again();
                }
            }
            Err(error) => {
                refused += 1;
                let Error::RefusedMeeting(reason) = error else { panic!("trial {trial}: {error}") };
                reasons.insert(reason);
                assert!(apart.desk.family.every_change().expect("Ana is in") == stood, "trial {trial} left a trace");
                apart.desk.family.listen_again(device(AWAY)).expect("they are paired");
            }
        }
        if (trial + 1) % 1_000 == 0 {
            progress(&format!("{} messages, {refused} refused for {} reasons", trial + 1, reasons.len()));
        }
    }
    apart.desk.family.missing_words().expect("what stands can be read");
    format!(
        "{} crafted messages, {refused} refused for {} reasons, {taken} that hold; 0 aborts, 0 changes where it was refused, \
         {grown} KiB of memory more at the most",
        ask.n,
        reasons.len()
    )
}

/// Two computers of which the other has something to say, as they lie on the disk.
struct Base {
    desk: tempfile::TempDir,
    away: tempfile::TempDir,
    ana: PersonId,
    mira: PersonId,
}

impl Base {
    fn make() -> Self {
        let mut apart = Apart::begin();
        apart.desk.alone(apart.ana);
        apart.meet();
        for title in ["the sea", "the hill"] {
            let words =
                MilestoneWords { title: title.to_owned(), why: "why".to_owned(), reached_on: None, counted: None };
            let rows = apart.away.family.add_milestone(&words, apart.away.now).expect("Mira is in").rows;
            let row = rows.iter().find(|row| row.title == title).expect("it was added");
            apart.away.family.share_milestone(row.id, true, apart.away.now).expect("it is hers");
        }
        let [desk, away] = [&mut apart.desk, &mut apart.away].map(|home| {
            home.family.lock_all();
            let copy = tempfile::tempdir().expect("the tests have a temporary folder");
            copy_folder(home.folder(), copy.path());
            copy
        });
        Self { desk, away, ana: apart.ana, mira: apart.mira }
    }

    /// Begins anew with them; Ana is in at the desk, Mira at her own.
    fn again(&self) -> Apart {
        let [mut desk, mut away] = [&self.desk, &self.away].map(|folder| Home::in_a_copy_of(folder.path()));
        desk.come_in(self.ana);
        away.come_in(self.mira);
        Apart { desk, away, ana: self.ana, mira: self.mira }
    }
}

/// One meeting in which the other spoils what it says, from some turn on.
fn says(apart: &mut Apart, chance: &mut ChaCha20Rng) -> twinflower_core::Result<()> {
    let (desk, away) = (device(DESK), device(AWAY));
    let mut here = apart.away.family.meet(away, desk, Began::Here)?;
    let mut there = apart.desk.family.meet(desk, away, Began::There)?;
    let (spoils_changes, from) = (!chance.next_u32().is_multiple_of(3), chance.next_u32() % 3);
    for turn in 0..6 {
        if turn == from || spoils_changes && turn == 0 {
            let seed = chance.next_u64();
            here.spoil(spoils_changes, move |bytes| spoil(bytes, &mut ChaCha20Rng::seed_from_u64(seed)));
        }
        let Ok(Some(said)) = apart.away.family.say(&mut here) else { break };
        apart.desk.family.hear(&mut there, &said)?;
        let Some(said) = apart.desk.family.say(&mut there)? else { break };
        // What the one gone bad makes of the answer is its own.
        if apart.away.family.hear(&mut here, &said).is_err() {
            break;
        }
    }
    Ok(())
}

/// Flips, cuts, repeats, and lets lengths claim whatever they can.
fn spoil(bytes: &mut Vec<u8>, chance: &mut ChaCha20Rng) {
    for _ in 0..1 + chance.next_u32() % 4 {
        let length = bytes.len().max(1);
        let at = chance.next_u32() as usize % length;
        match chance.next_u32() % 8 {
            0 | 1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (at % 8)),
            2 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = byte.wrapping_add(1)),
            3 => bytes.truncate(at),
            4 => bytes.iter_mut().skip(at).take(4).for_each(|byte| *byte = 0xff),
            5 => {
                let again = bytes[at.min(bytes.len())..].to_vec();
                bytes.extend(again);
            }
            6 => {
                let run = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01];
                let at = at.min(bytes.len());
                bytes.splice(at..at, run);
            }
            _ => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = 0),
        }
    }
}

/// Lets the peak of memory be counted from now on, and tells what there is now, in KiB.
fn memory_from_now_on() -> u64 {
    // Where the system does not know this, the peak is that of the whole run, and the bound is only stricter.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    kib_of("VmRSS:")
}

/// Reads what the system tells of this process's memory; nothing where it does not tell.
fn kib_of(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}
