//! Computers of one family that live apart, by chance, and meet now and then: at the end all hold the same.

mod computer;

use chrono::Days;
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use std::collections::BTreeSet;
use std::time::Instant;
use tempfile::TempDir;
use twinflower_core::domain::ids::PersonId;
use twinflower_core::outside::Changes;

use super::{Ask, Progress};
use crate::meet::{Met, meet_until, say_again};
use computer::{Computer, MOST_COMPUTERS, Templates};

/// How many histories one family lives through before another begins.
const HISTORIES_OF_A_FAMILY: u64 = 25;

/// Lets `n` histories happen.
pub fn converge(ask: Ask, progress: Progress) -> String {
    let (began, templates) = (Instant::now(), Templates::make());
    let mut told = Told::default();
    let mut world = None;
    for history in 0..ask.n {
        let mut chance = ChaCha20Rng::seed_from_u64(ask.seed);
        chance.set_stream(history);
        if history % HISTORIES_OF_A_FAMILY == 0 {
            world = None;
        }
        let world = world.get_or_insert_with(|| World::begin(&templates, ask.seed ^ history, &mut chance));
        world.history(history, &mut chance, &mut told);
        world.converge(&mut told);
        if (history + 1) % HISTORIES_OF_A_FAMILY == 0 || history + 1 == ask.n {
            world.everybody_sees_the_same(&templates, &mut told);
        }
        if (history + 1) % 250 == 0 {
            let rate = (history + 1) as f64 / began.elapsed().as_secs_f64();
            progress(&format!("{} histories, {rate:.1} a second; {told:?}", history + 1));
        }
    }
    let Told { acts, meetings, cut, restarts, put_back, forgotten, repeated, views, bytes } = told;
    format!(
        "{} histories: {acts} acts, {meetings} meetings of {} bytes ({cut} cut, {repeated} with a message again or another's), \
         {restarts} restarts, {put_back} put back to an older copy, {forgotten} forgotten; equal heads in all, {views} equal views, \
         0 changes lost, 0 words missing, 0 private things where they may not be",
        ask.n, bytes
    )
}

/// What happened.
#[derive(Default, Debug)]
struct Told {
    acts: u64,
    meetings: u64,
    cut: u64,
    restarts: u64,
    put_back: u64,
    forgotten: u64,
    repeated: u64,
    views: u64,
    bytes: usize,
}

/// The computers of one family.
struct World {
    computers: Vec<Computer>,
    /// Pairs of which the first has forgotten the second.
    forgotten: BTreeSet<(usize, usize)>,
    _folder: TempDir,
}

impl World {
    fn begin(templates: &Templates, seed: u64, chance: &mut ChaCha20Rng) -> Self {
        let folder = computer::folder();
        let count = 2 + below(chance, MOST_COMPUTERS - 1);
        let computers = (0..count).map(|at| Computer::begin(templates, at, folder.path(), seed)).collect();
        Self { computers, forgotten: BTreeSet::new(), _folder: folder }
    }

    /// Five to twenty things happen, each on a computer or between two.
    fn history(&mut self, history: u64, chance: &mut ChaCha20Rng, told: &mut Told) {
        for step in 0..5 + below(chance, 16) as u64 {
            let (at, other) = (below(chance, self.computers.len()), below(chance, self.computers.len()));
            let before = self.computers[at].changes();
            let mut is_put_back = false;
            match below(chance, 100) {
                0..55 => {
                    told.acts += 1;
                    let number = history * 1_000 + step * 10 + at as u64;
                    self.computers[at].act(number);
                }
                55..85 if at != other => self.meet(at, other, chance, told),
                85..91 => {
                    told.restarts += 1;
                    let clock = Days::new(below(chance, 7_300) as u64);
                    self.computers[at].restart(below(chance, 3), clock);
                }
                91..94 => self.computers[at].keep_a_copy(),
                94..96 => {
                    is_put_back = self.computers[at].put_back_the_copy();
                    told.put_back += u64::from(is_put_back);
                }
                96..98 if at != other => {
                    told.forgotten += 1;
                    self.forgotten.insert((at, other));
                    self.computers[at].forget(other);
                }
                _ => (),
            }
            let after = self.computers[at].changes();
            for (whose, before) in before.iter().filter(|_| !is_put_back) {
                let is_kept = after.get(whose).is_none_or(|after| before.is_subset(after));
                assert!(is_kept, "history {history}, step {step}: an acknowledged change is gone from computer {at}");
            }
            self.computers[at].check_nothing_private();
        }
    }

    fn meet(&mut self, at: usize, other: usize, chance: &mut ChaCha20Rng, told: &mut Told) {
        let may = !self.forgotten.contains(&(at, other)) && !self.forgotten.contains(&(other, at));
        let most = if below(chance, 4) == 0 { below(chance, 7) as u64 } else { u64::MAX };
        let says_again = below(chance, 5) == 0;
        let [one, two] = self.two(at, other);
        let met = if says_again {
            say_again(one.side(), two.side(), below(chance, 6) as u64)
        } else {
            meet_until(one.side(), two.side(), most)
        };
        match met {
            Ok(Met { bytes, .. }) => {
                assert!(may, "a forgotten computer was met");
                told.meetings += 1;
                told.bytes += bytes;
                told.cut += u64::from(most != u64::MAX && !says_again);
                told.repeated += u64::from(says_again);
            }
            Err(error) => assert!(!may, "computers {at} and {other}: {error}"),
        }
    }

    /// All that may meet do, until nobody has anything new; then they hold the same.
    fn converge(&mut self, told: &mut Told) {
        for (at, other) in std::mem::take(&mut self.forgotten) {
            self.computers[at].pair_again(other);
        }
        let everything = self.everything();
        let words: BTreeSet<[u8; 32]> = self.computers.iter().flat_map(Computer::words).collect();
        for round in 0.. {
            assert!(round < 8, "they go on and on");
            let mut brought = false;
            for at in 0..self.computers.len() {
                for other in at + 1..self.computers.len() {
                    let [one, two] = self.two(at, other);
                    let met = meet_until(one.side(), two.side(), u64::MAX);
                    let met = met.unwrap_or_else(|error| panic!("computers {at} and {other}: {error}"));
                    told.meetings += 1;
                    told.bytes += met.bytes;
                    brought |= met.brought;
                }
            }
            if !brought {
                break;
            }
        }
        for computer in &self.computers {
            for (whose, changes) in computer.changes() {
                let all = self.everything_of(whose, computer, &everything);
                assert!(changes == all, "{} changes of {whose:?}, not {}", changes.len(), all.len());
            }
            assert!(computer.missing().is_disjoint(&words), "words that something refers to are not there");
            computer.check_nothing_private();
        }
        for at in 1..self.computers.len() {
            let [one, two] = self.two(0, at);
            let met = meet_until(one.side(), two.side(), u64::MAX).expect("they met before");
            assert_eq!((met.messages, met.brought), (2, false), "they still differ");
        }
        self.same_session_same_view(told);
    }

    /// What is anywhere before all meet: nothing of it may be missing after.
    fn everything(&self) -> Vec<std::collections::BTreeMap<Option<PersonId>, Changes>> {
        self.computers.iter().map(Computer::changes).collect()
    }

    fn everything_of(
        &self,
        whose: Option<PersonId>,
        computer: &Computer,
        everything: &[std::collections::BTreeMap<Option<PersonId>, Changes>],
    ) -> Changes {
        let mut all = Changes::new();
        for (other, changes) in self.computers.iter().zip(everything) {
            if whose.is_none() || other.is_here_alone() == computer.is_here_alone() {
                all.extend(changes.get(&whose).into_iter().flatten());
            }
        }
        all
    }

    fn same_session_same_view(&mut self, told: &mut Told) {
        for at in 0..self.computers.len() {
            for other in at + 1..self.computers.len() {
                let [one, two] = self.two(at, other);
                if one.here() == two.here() {
                    told.views += 1;
                    let (a, b) = (one.sees(), two.sees());
                    assert!(a == b, "{}", first_difference(&a, &b));
                }
            }
        }
    }

    /// Each person comes in alone on every computer of hers, they meet, and she sees the same on all.
    fn everybody_sees_the_same(&mut self, templates: &Templates, told: &mut Told) {
        for person in [templates.ana, templates.mira] {
            for computer in &mut self.computers {
                computer.alone_if_hers(person);
            }
            self.converge(told);
        }
    }

    fn two(&mut self, one: usize, other: usize) -> [&mut Computer; 2] {
        self.computers.get_disjoint_mut([one, other]).expect("they are two")
    }
}

/// Draws a number below another.
fn below(chance: &mut ChaCha20Rng, most: usize) -> usize {
    chance.next_u32() as usize % most.max(1)
}

/// Shows where two views part, and a little around it: they may be long.
fn first_difference(one: &str, other: &str) -> String {
    let at = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let around = |text: &str| text.chars().skip(at.saturating_sub(200)).take(320).collect::<String>();
    format!("- {}\n+ {}", around(one), around(other))
}
