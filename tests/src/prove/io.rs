//! The disk fails at every call that a use case makes: a clear error, nothing acknowledged that is not kept, nothing kept that
//! was not acknowledged, and the next act goes on.

use std::path::Path;
use twinflower_core::faults::{self, Fault};
use twinflower_core::use_cases::MilestoneWords;
use twinflower_core::vault::Passphrase;
use twinflower_core::{Error, Family, Result};

use super::{Ask, Progress};
use crate::home::{ANAS_OTHER_PASSPHRASE, ANAS_PASSPHRASE, copy_folder};
use crate::life::{Life, Session};
use crate::mutations::{MUTATIONS, Mutation, prepare};

/// How a disk fails: once or from then on, with the system's number for an error (EIO) or for no room (ENOSPC).
const DISKS: [(bool, i32); 4] = [(false, 5), (true, 28), (true, 5), (false, 28)];

/// Later than any call there is.
const NEVER: u32 = u32::MAX;

/// A store is set aside in one rename. A disk that takes it, and from then on nothing, not even that it is taken back, leaves
/// it done; nothing is lost by that.
const MAY_BE_DONE: [&str; 1] = ["repair"];

/// Lets each call of every use case fail. `n` is at how many calls of each, spread evenly; 0 is all there are.
pub fn io(ask: Ask, progress: Progress) -> String {
    io_of(&MUTATIONS.iter().map(|mutation| mutation.name).collect::<Vec<_>>(), ask, progress)
}

/// The same of some acts.
pub fn io_of(names: &[&str], ask: Ask, progress: Progress) -> String {
    let (mut trials, mut refused) = (0, 0);
    let acts: Vec<&Mutation> = MUTATIONS.iter().filter(|mutation| names.contains(&mutation.name)).collect();
    assert_eq!(acts.len(), names.len(), "each is an act");
    for (at, mutation) in acts.into_iter().enumerate() {
        let tried = Tried::new(mutation, ask.seed);
        let step = if ask.n == 0 { 1 } else { tried.calls.div_ceil(ask.n as u32).max(1) };
        let first = 1 + (ask.seed as u32 + at as u32) % step;
        for nth in (first..=tried.calls).step_by(step as usize) {
            for (which, (from_then_on, errno)) in (at..).zip(DISKS) {
                // Where not all are asked for, each act meets another one of them.
                if ask.n == 0 || which % DISKS.len() == 0 {
                    trials += 1;
                    refused += u64::from(tried.fails(Fault { nth, from_then_on, errno }));
                }
            }
        }
        progress(&format!("{}: {} calls; {trials} trials so far", mutation.name, tried.calls));
    }
    let acts = names.len();
    format!(
        "{acts} acts, {trials} failing calls, {refused} acts refused: 0 lost, 0 done by half, 0 acknowledged and not kept, 0 doors shut"
    )
}

/// What there is to find after an act, as each person finds it in a new window.
#[derive(PartialEq, Eq, Debug)]
struct Found(Vec<String>);

/// An act on a disk that is well.
struct Tried<'a> {
    mutation: &'a Mutation,
    seed: u64,
    computer: tempfile::TempDir,
    /// How many calls it makes.
    calls: u32,
    /// What is found where it was refused, and where it was done; each also after going on.
    before: [Found; 2],
    after: [Found; 2],
}

impl<'a> Tried<'a> {
    fn new(mutation: &'a Mutation, seed: u64) -> Self {
        let computer = prepare(mutation, seed);
        let nothing = || [Found(Vec::new()), Found(Vec::new())];
        let mut tried = Self { mutation, seed, computer, calls: 0, before: nothing(), after: nothing() };
        for goes_on in [false, true] {
            for acts in [false, true] {
                let (copy, mut life) = tried.a_copy();
                faults::begin(copy.path(), Fault { nth: NEVER, from_then_on: false, errno: 0 });
                if acts {
                    (mutation.act)(&mut life).unwrap_or_else(|error| panic!("{}: {error}", mutation.name));
                }
                let calls = faults::end(copy.path());
                if goes_on && !life.here().is_empty() {
                    go_on(&mut life).unwrap_or_else(|error| panic!("{}, and on: {error}", mutation.name));
                }
                life.family.lock_all();
                let found = found(copy.path(), seed);
                let expected = if acts { &mut tried.after } else { &mut tried.before };
                expected[usize::from(goes_on)] = found;
                tried.calls = if acts { calls } else { tried.calls };
            }
        }
        assert!(tried.calls > 0, "{} does not touch the disk", mutation.name);
        tried
    }

    /// A copy of the computer with whoever does it, just before she does.
    fn a_copy(&self) -> (tempfile::TempDir, Life) {
        let copy = tempfile::tempdir().expect("the tests have a temporary folder");
        copy_folder(self.computer.path(), copy.path());
        let mut life = Life::at(copy.path(), self.seed, 1_000).expect("the door opens");
        if let Some(session) = self.mutation.here {
            life.come_in(session).expect("her passphrase opens it");
        }
        life.begin(1_000);
        (self.mutation.first)(&mut life).unwrap_or_else(|error| panic!("before {}: {error}", self.mutation.name));
        life.begin(1_001);
        (copy, life)
    }

    /// Tries it on a disk that fails, and tells whether it was refused.
    fn fails(&self, fault: Fault) -> bool {
        let (copy, mut life) = self.a_copy();
        let generation = generation(copy.path());
        let seen = life.sees_inside();
        let at = format!("{}, {fault:?}", self.mutation.name);
        faults::begin(copy.path(), fault);
        let answer = (self.mutation.act)(&mut life);
        let at = format!("{at}, {answer:?}");
        if let Err(error) = &answer {
            told(error, &at);
            assert!(life.sees_inside() == seen || self.mutation.here.is_none(), "in the same window: {at}");
        }
        let goes_on = !life.here().is_empty();
        if goes_on && fault.from_then_on && answer.is_err() {
            told(&go_on(&mut life).expect_err(&at), &at);
            assert!(life.sees_inside() == seen, "after another act was refused: {at}");
        }
        // The disk is well again: mostly in the same window, now and then only in the next one.
        let is_well = !fault.from_then_on || fault.nth.is_multiple_of(2);
        if is_well {
            faults::end(copy.path());
        }
        if goes_on && is_well {
            go_on(&mut life).unwrap_or_else(|error| panic!("and on: {error}, {at}"));
            if answer == Err(Error::SavingStopped) {
                assert_ne!(generation, self::generation(copy.path()), "saving went on in the same folder: {at}");
            }
        }
        life.family.lock_all();
        faults::end(copy.path());
        drop(life);
        let later = usize::from(goes_on && is_well);
        let expected = if answer.is_ok() { &self.after[later] } else { &self.before[later] };
        let found = found(copy.path(), self.seed);
        if answer.is_err()
            && fault.from_then_on
            && MAY_BE_DONE.contains(&self.mutation.name)
            && found == self.after[later]
        {
            return true;
        }
        assert!(found == *expected, "in the next window: {at}\n{}", first_difference(expected, &found));
        copies_hold(copy.path(), &at);
        if answer.is_err() && self.mutation.here.is_none() {
            self.can_be_done_again(copy.path(), &at);
        }
        answer.is_err()
    }

    /// What was refused to somebody who is not in yet does not stand in her way when she tries again.
    fn can_be_done_again(&self, computer: &Path, at: &str) {
        let mut life = Life::at(computer, self.seed, 1_000).expect("the door opens");
        life.begin(1_000);
        (self.mutation.first)(&mut life).unwrap_or_else(|error| panic!("before it again: {error}, {at}"));
        life.begin(1_001);
        (self.mutation.act)(&mut life).unwrap_or_else(|error| panic!("again: {error}, {at}"));
        life.family.lock_all();
        drop(life);
        let found = found(computer, self.seed);
        assert!(found == self.after[0], "done again: {at}\n{}", first_difference(&self.after[0], &found));
    }
}

/// Keeps one thing more.
fn go_on(life: &mut Life) -> Result<()> {
    life.begin(2_000);
    let title = "and on".to_owned();
    let words = MilestoneWords { title, why: String::new(), reached_on: None, counted: None };
    life.family.add_milestone(&words, life.now).map(drop)
}

/// What each person finds in a new window, or why she does not come in.
fn found(computer: &Path, seed: u64) -> Found {
    let mut found = Vec::new();
    let people = Life::at(computer, seed, 0).map(|life| life.family.door().people.len()).unwrap_or(0);
    for session in [Session::First, Session::Second].into_iter().take(people) {
        let mut life = Life::at(computer, seed, 3_000).expect("the door opens");
        let came = life.come_in(session).map_err(|error| match error {
            // She is told the same of each: it cannot be read, and her copy can take its place.
            Error::DamagedStore(_) => Error::DamagedStore("somewhere"),
            other => other,
        });
        found.push(format!("{came:?} {}", life.family.whos_here().put_back));
        found.extend(life.sees().ok().filter(|_| came.is_ok()));
        life.family.lock_all();
    }
    Found(found)
}

fn first_difference(expected: &Found, found: &Found) -> String {
    let lines = |found: &Found| found.0.iter().flat_map(|text| text.lines().map(str::to_owned)).collect::<Vec<_>>();
    let (expected, found) = (lines(expected), lines(found));
    let both = expected.iter().zip(&found).find(|(expected, found)| expected != found);
    both.map_or(format!("{} lines, not {}", found.len(), expected.len()), |(one, other)| format!("- {one}\n+ {other}"))
}

/// Names the folder that the live store is in.
fn generation(computer: &Path) -> Option<Vec<u8>> {
    std::fs::read(computer.join("family/store/current")).ok()
}

/// Every copy that counts holds, and opens with the words of then or of now.
fn copies_hold(computer: &Path, at: &str) {
    let mut folders = vec![computer.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("it can be read") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "twinflower") {
                let rng = Box::new(<rand_chacha::ChaCha20Rng as rand_core::SeedableRng>::seed_from_u64(0));
                let elsewhere = tempfile::tempdir().expect("the tests have a temporary folder");
                let family = Family::at(elsewhere.path(), rng, || twinflower_core::vault::Hardness::FLOOR);
                let family = family.expect("an empty folder is a family");
                let opens = [ANAS_PASSPHRASE, ANAS_OTHER_PASSPHRASE]
                    .map(|words| family.preview_bundle(&path, &Passphrase::typed(words)));
                assert!(opens.iter().any(Result::is_ok), "a copy does not hold: {opens:?}, {at}");
            }
        }
    }
}

/// It says what it is about.
fn told(error: &Error, at: &str) {
    let is_clear = matches!(error, Error::SavingStopped | Error::DiskFull | Error::File(_));
    assert!(is_clear, "{error:?} is not about the disk: {at}");
}
