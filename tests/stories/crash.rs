//! Killed at any moment, it opens again with everything that was acknowledged.

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;
use twinflower_core::Error;
use twinflower_core::vault::Passphrase;
use twinflower_tests::home::{ANAS_OTHER_PASSPHRASE, ANAS_PASSPHRASE, Home};

const KILLS: u64 = 100;

/// What the writer said it would do last without saying that it was done.
fn left_open(said: &[String]) -> Option<&str> {
    said.last().and_then(|line| line.strip_prefix("will "))
}

#[test]
fn a_hundred_kills_lose_nothing_that_was_acknowledged() {
    let (mut home, ana) = Home::with_ana();
    home.family.lock_all();
    let mut chance = ChaCha20Rng::seed_from_u64(22);
    let mut kept: BTreeSet<u32> = BTreeSet::new();
    let (mut next, mut acknowledged) = (0, 0);
    for kill in 0..KILLS {
        let mut writer = Command::new(env!("CARGO_BIN_EXE_writer"))
            .args([home.folder().as_os_str(), kill.to_string().as_ref(), next.to_string().as_ref()])
            .arg(home.settings())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines().map(Result::unwrap);
        let mut said = Vec::new();
        // Every tenth is killed while it opens; the others once somebody is in.
        if kill % 10 != 0 {
            said.extend(lines.next());
        }
        std::thread::sleep(Duration::from_millis(u64::from(chance.next_u32() % 200)));
        writer.kill().unwrap();
        said.extend(lines);
        let ended = writer.wait().unwrap();
        assert_eq!(ended.code(), None, "the writer ended by itself: {:?}", said.last());

        for line in &said {
            match line.split_once(' ') {
                Some(("kept", number)) => assert!(kept.insert(number.parse().unwrap())),
                Some(("deleted", number)) => assert!(kept.remove(&number.parse().unwrap())),
                Some(("will", what)) => {
                    next = what.strip_prefix("keep ").map_or(next, |number| number.parse::<u32>().unwrap() + 1);
                    continue;
                }
                _ => (),
            }
            acknowledged += 1;
        }
        home.restart();
        let [first, second] = [ANAS_PASSPHRASE, ANAS_OTHER_PASSPHRASE].map(Passphrase::typed);
        if home.family.come_in(ana, &first) == Err(Error::WrongWords) {
            home.family.come_in(ana, &second).unwrap();
        }
        assert!(!home.family.whos_here().put_back, "kill {kill}: the mark is ahead of what was kept");
        let rows = home.family.milestones("", home.now).unwrap().rows;
        let found: BTreeSet<u32> = rows.iter().map(|row| row.title.parse().unwrap()).collect();
        let open = left_open(&said).and_then(|what| what.split_once(' '));
        let differ: Vec<u32> = found.symmetric_difference(&kept).copied().collect();
        let allowed: Vec<u32> = open.and_then(|(_, number)| number.parse().ok()).into_iter().collect();
        assert!(differ.is_empty() || differ == allowed, "kill {kill}: {differ:?} differ, {open:?} was left open");
        kept = found;
        home.family.lock_all();
    }
    assert!(acknowledged > KILLS, "only {acknowledged} acts were acknowledged");
}
