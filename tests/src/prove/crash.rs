//! Killed at any moment, it opens again with everything that was acknowledged and nothing half done.

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::{Ask, Progress};
use crate::home::{Home, copy_folder};
use crate::life::{Life, Session};

/// Where a writer writes, and how it is cut off.
pub(super) trait Machine {
    /// The computer's folder, with the family in it, while the machine runs.
    fn folder(&self) -> PathBuf;

    /// Cuts the writer off. What is in the folder afterwards is what a new start finds.
    fn cut(&mut self, writer: &mut Child);
}

/// Kills a writer again and again. `writer` is the program of that name.
pub fn crash(ask: Ask, writer: &Path, progress: Progress) -> String {
    let (mut home, _, _) = Home::with_both();
    home.family.lock_all();
    let computer = tempfile::tempdir().expect("the tests have a temporary folder");
    Life::move_in(&home, computer.path());
    let mut killed = Killed(computer.path().to_owned());
    format!("{} kills, {}", ask.n, cut_again_and_again(ask, &mut killed, writer, progress))
}

struct Killed(PathBuf);

impl Machine for Killed {
    fn folder(&self) -> PathBuf {
        self.0.clone()
    }

    fn cut(&mut self, writer: &mut Child) {
        writer.kill().expect("it can be killed");
    }
}

pub(super) fn cut_again_and_again(ask: Ask, machine: &mut dyn Machine, writer: &Path, progress: Progress) -> String {
    let elsewhere = tempfile::tempdir().expect("the tests have a temporary folder");
    copy_folder(&machine.folder(), elsewhere.path());
    let mut chance = ChaCha20Rng::seed_from_u64(ask.seed);
    let mut told = Told::default();
    for start in 0..ask.n {
        let started = Started { seed: ask.seed, start };
        // Every tenth is cut off while it opens; the others once somebody is in.
        let wait = Duration::from_millis(u64::from(chance.next_u32() % 200));
        let said = started.is_cut_off(machine, writer, told.next, start % 10 != 0, wait);
        let mut shadow = started.opens(elsewhere.path());
        told.hears(&said, &mut shadow);
        let mut found = started.opens(&machine.folder());
        assert!(!found.family.whos_here().put_back, "start {start}: the mark is ahead of what was kept");
        let seen = found.sees().expect("all of it can be read");
        if seen != shadow.sees().expect("all of it can be read") {
            let open = told.left_open.unwrap_or_else(|| panic!("start {start}: not what was acknowledged"));
            shadow.act(open).unwrap_or_else(|_| panic!("start {start}: act {open} was refused, and left a trace"));
            let whole = shadow.sees().expect("all of it can be read");
            assert!(seen == whole, "start {start}: act {open} was done by half");
            told.found_done += 1;
        }
        found.family.lock_all();
        shadow.family.lock_all();
        if start % 20 == 19 {
            progress(&format!("{} starts, {} acts acknowledged", start + 1, told.done));
        }
    }
    let Told { done, refused, found_done, .. } = told;
    assert!(done > ask.n, "only {done} acts were acknowledged");
    format!(
        "{done} acts acknowledged, {refused} refused, {found_done} done and not yet acknowledged: 0 lost, 0 done by half, 0 doors shut"
    )
}

/// One start of the app.
#[derive(Clone, Copy)]
struct Started {
    seed: u64,
    start: u64,
}

impl Started {
    fn opens(&self, folder: &Path) -> Life {
        let mut life = Life::at(folder, self.seed, self.start).expect("the door opens");
        life.come_in(Session::of_start(self.start)).expect("her passphrase opens it");
        life
    }

    /// Starts a writer at an act, cuts it off, and returns what it said until then.
    fn is_cut_off(
        &self,
        machine: &mut dyn Machine,
        writer: &Path,
        first: u64,
        once_in: bool,
        wait: Duration,
    ) -> Vec<String> {
        let mut writer = Command::new(writer)
            .arg(machine.folder())
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
        machine.cut(&mut writer);
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
