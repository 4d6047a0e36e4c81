//! Killed at any moment, it opens again with everything that was acknowledged and nothing half done.

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::{Ask, Progress};
use crate::home::{Home, copy_folder};
use crate::life::{Life, Session};

/// Kills a writer again and again. `writer` is the program of that name.
pub fn crash(ask: Ask, writer: &Path, progress: Progress) -> String {
    let (mut home, _, _) = Home::with_both();
    home.family.lock_all();
    let elsewhere = tempfile::tempdir().expect("the tests have a temporary folder");
    copy_folder(home.folder(), elsewhere.path());
    let mut chance = ChaCha20Rng::seed_from_u64(ask.seed);
    let mut told = Told::default();
    for start in 0..ask.n {
        let life = Started { folder: home.folder(), seed: ask.seed, start };
        // Every tenth is killed while it opens; the others once somebody is in.
        let wait = Duration::from_millis(u64::from(chance.next_u32() % 200));
        let said = life.is_killed(writer, told.next, start % 10 != 0, wait);
        let mut shadow = Started { folder: elsewhere.path(), ..life }.opens();
        told.hears(&said, &mut shadow);
        let found = life.opens().sees().expect("all of it can be read");
        if found != shadow.sees().expect("all of it can be read") {
            let open = told.left_open.unwrap_or_else(|| panic!("kill {start}: not what was acknowledged"));
            shadow.act(open).unwrap_or_else(|_| panic!("kill {start}: act {open} was refused, and left a trace"));
            let whole = shadow.sees().expect("all of it can be read");
            assert!(found == whole, "kill {start}: act {open} was done by half");
            told.found_done += 1;
        }
        shadow.family.lock_all();
        if start % 20 == 19 {
            progress(&format!("{} kills, {} acts acknowledged", start + 1, told.done));
        }
    }
    let Told { done, refused, found_done, .. } = told;
    assert!(done > ask.n, "only {done} acts were acknowledged");
    format!(
        "{} kills, {done} acts acknowledged, {refused} refused, {found_done} done and not yet acknowledged: 0 lost, 0 done by half, 0 doors shut",
        ask.n
    )
}

/// One start of the app on one folder.
#[derive(Clone, Copy)]
struct Started<'a> {
    folder: &'a Path,
    seed: u64,
    start: u64,
}

impl Started<'_> {
    fn opens(&self) -> Life {
        let mut life = Life::at(self.folder, self.seed, self.start).expect("the door opens");
        life.come_in(Session::of_start(self.start)).expect("her passphrase opens it");
        life
    }

    /// Starts a writer at an act, kills it, and returns what it said until then.
    fn is_killed(&self, writer: &Path, first: u64, once_in: bool, wait: Duration) -> Vec<String> {
        let mut writer = Command::new(writer)
            .arg(self.folder)
            .args([self.seed, self.start, first].map(|number| number.to_string()))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the writer starts");
        let mut lines = BufReader::new(writer.stdout.take().expect("it was piped")).lines().map_while(Result::ok);
        let mut said = Vec::new();
        if once_in {
            said.extend(lines.next());
        }
        std::thread::sleep(wait);
        writer.kill().expect("it can be killed");
        said.extend(lines);
        let ended = writer.wait().expect("it was started here");
        assert_eq!(ended.code(), None, "the writer ended by itself after {:?}", said.last());
        said
    }
}

/// What the writers said so far.
#[derive(Default)]
struct Told {
    next: u64,
    done: u64,
    refused: u64,
    found_done: u64,
    left_open: Option<u64>,
}

impl Told {
    /// Lets the shadow live through what was said to be done.
    fn hears(&mut self, said: &[String], shadow: &mut Life) {
        self.left_open = None;
        for line in said {
            let Some((verb, number)) = line.split_once(' ') else { continue };
            let number = number.parse().expect("an act has a number");
            match verb {
                "will" => {
                    self.left_open = Some(number);
                    self.next = number + 1;
                    continue;
                }
                "did" => {
                    shadow
                        .act(number)
                        .unwrap_or_else(|error| panic!("act {number} is done once and not again: {error}"));
                    self.done += 1;
                }
                _ => {
                    assert!(shadow.act(number).is_err(), "act {number} was refused once and not again");
                    self.refused += 1;
                }
            }
            self.left_open = None;
        }
    }
}
