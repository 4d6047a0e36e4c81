//! A paired computer gone bad, and one that was never paired: whatever they send, nothing aborts, memory stays bounded, the
//! others are heard as before, and the one who is not paired learns only that the door is closed.

mod bad;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use tokio::time::timeout;
use twinflower_sync::{Addresses, DeviceId, Ended, Error, Event, Meeting, Reach, Wire};

use super::{Ask, Progress};
use bad::{Bad, Sent};

/// The most that this process may grow by, whatever is sent, in bytes: both ends of every wire are in it.
pub const BOUND: u64 = 64 << 20;

/// How often, between crafted messages, a good computer is heard.
const GOOD_EVERY: u64 = 250;

const HERE: [u8; 32] = [1; 32];
const GOOD: [u8; 32] = [2; 32];
const BAD: [u8; 32] = [3; 32];
const STRANGER: [u8; 32] = [4; 32];

/// Sends what no computer of ours would. `n` is how many messages are crafted.
pub fn hostile(ask: Ask, progress: Progress) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be had");
    runtime.block_on(gone_bad(ask, progress))
}

async fn gone_bad(ask: Ask, progress: Progress<'_>) -> String {
    let mut chance = ChaCha20Rng::seed_from_u64(ask.seed);
    let here = Arc::new(open(&HERE, &[GOOD, BAD]).await);
    let good = open(&GOOD, &[HERE]).await;
    let at = here.addresses().await;
    let tally = Arc::new(Tally::default());
    tokio::spawn(answer(here.clone(), tally.clone()));
    let mut bad = Bad::new(&BAD, here.device(), &at).await;
    let mut stranger = Bad::new(&STRANGER, here.device(), &at).await;
    let began = peak();
    let mut sent: BTreeMap<&str, u64> = BTreeMap::new();
    for number in 0..ask.n {
        let what = if number % 10 == 9 { stranger.knocks(&mut chance).await } else { bad.sends(&mut chance).await };
        *sent.entry(what.name()).or_default() += 1;
        if number % GOOD_EVERY == 0 {
            is_heard(&good, &here, &at).await;
            progress(&format!("{number} of {}", ask.n));
        }
    }
    bad.floods().await;
    is_heard(&good, &here, &at).await;
    let grown = peak().saturating_sub(began);
    let well = sent.get(Sent::Well.name()).copied().unwrap_or_default() + ask.n.div_ceil(GOOD_EVERY) + 1;
    let [met, ended, strangers] = tally.once(well).await;
    assert_eq!(met, well, "so many meetings were whole, and no more took place");
    assert_eq!(strangers, 0, "a stranger was heard");
    assert!(grown <= BOUND, "{} MiB more memory", grown >> 20);
    let kinds: Vec<String> = sent.iter().map(|(name, count)| format!("{count} {name}")).collect();
    format!(
        "{} crafted messages ({}) and a million tiny ones and 32 MiB of large ones: 0 aborts, {met} whole meetings of {well}, {ended} ended, 0 strangers \
         heard, memory grew by {:.1} MiB (bound {} MiB, both ends)",
        ask.n,
        kinds.join(", "),
        grown as f64 / f64::from(1 << 20),
        BOUND >> 20,
    )
}

async fn open(seed: &[u8; 32], paired: &[[u8; 32]]) -> Wire {
    let paired: BTreeSet<DeviceId> = paired.iter().map(DeviceId::of_seed).collect();
    Wire::open(seed, Reach::Computer, paired).await.expect("this computer has a loopback")
}

/// What took place on the good side.
#[derive(Default)]
struct Tally {
    met: AtomicU64,
    ended: AtomicU64,
    strangers: AtomicU64,
}

impl Tally {
    /// The counts, once so many meetings took place; the last ones may be about to end.
    async fn once(&self, met: u64) -> [u64; 3] {
        for _ in 0..200 {
            if self.met.load(Ordering::SeqCst) >= met {
                break;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        [&self.met, &self.ended, &self.strangers].map(|count| count.load(Ordering::SeqCst))
    }
}

async fn answer(wire: Arc<Wire>, tally: Arc<Tally>) {
    while let Some(event) = wire.next().await {
        let Event::Called(call) = event else { continue };
        if ![GOOD, BAD].iter().any(|seed| DeviceId::of_seed(seed) == call.device()) {
            tally.strangers.fetch_add(1, Ordering::SeqCst);
        }
        let tally = tally.clone();
        tokio::spawn(async move {
            let count = match call.answer(Patient::default()).await {
                Ok(_) => &tally.met,
                Err(_) => &tally.ended,
            };
            count.fetch_add(1, Ordering::SeqCst);
        });
    }
}

/// A good computer is heard, at once or, where a line of its was closed by silence, on a new one.
async fn is_heard(good: &Wire, here: &Wire, at: &Addresses) {
    let mut ended = None;
    for _ in 0..3 {
        let meets = good.meet(here.device(), at, Patient { says: 1, ..Patient::default() });
        match timeout(Duration::from_secs(20), meets).await {
            Ok(Ok(_)) => return,
            Ok(Err(error)) => ended = Some(error),
            Err(_) => ended = Some(Ended::Wire(Error::TooMuch("patience"))),
        }
    }
    panic!("a good computer is not heard: {ended:?}");
}

/// Answers everything with one word until it hears the last one.
#[derive(Default)]
struct Patient {
    says: u32,
    is_over: bool,
}

impl Meeting for Patient {
    type Error = ();

    fn next(&mut self) -> Result<Option<Vec<u8>>, ()> {
        if self.says > 0 {
            self.says -= 1;
            self.is_over = true;
            return Ok(Some(bad::LAST.to_vec()));
        }
        Ok((!self.is_over).then(|| b"and then?".to_vec()))
    }

    fn receive(&mut self, message: &[u8]) -> Result<(), ()> {
        self.is_over = message == bad::LAST;
        if message.first() == Some(&0xff) { Err(()) } else { Ok(()) }
    }

    fn is_done(&self) -> bool {
        self.is_over
    }
}

/// The most memory this process ever had, in bytes; 0 where the system does not say.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok()).unwrap_or_default() * 1024
}

/// A number below this one.
fn below(chance: &mut ChaCha20Rng, most: u32) -> u32 {
    chance.next_u32() % most.max(1)
}
