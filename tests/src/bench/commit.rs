//! What keeping costs: a commit of the store beside a bare write of the same bytes, and a use case beside its commit.

use std::fs::File;
use std::io::Write;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use twinflower_core::faults;
use twinflower_core::use_cases::{CheckInWords, MilestoneWords};

use super::figure::{Figure, quantile};
use super::years::Years;
use super::{Ask, Progress};

/// Use cases in one run.
const ACTS: u64 = 120;

/// The commit that was watched last: when it began, its bytes, how long it took once it stands.
static WATCHED: Mutex<Option<(Instant, usize, Duration)>> = Mutex::new(None);

fn watch(bytes: Option<usize>) {
    let mut watched = WATCHED.lock().expect("nothing panics while it holds this");
    *watched = match (bytes, *watched) {
        (Some(bytes), _) => Some((Instant::now(), bytes, Duration::ZERO)),
        (None, Some((began, bytes, _))) => Some((began, bytes, began.elapsed())),
        (None, None) => None,
    };
}

/// Lives on in a family that has years in it, one act after another, each beside a bare write of its bytes.
pub fn commit(ask: Ask, lived: &mut Years, progress: Progress) -> Vec<Figure> {
    faults::watch(watch);
    // On the same disk as the store.
    let mut bare = File::create(lived.home.folder().join("bare")).expect("the bench has a folder");
    let (mut p50, mut p99, mut over, mut whole) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for run in 0..ask.n {
        lived.home.alone(lived.ana);
        let (mut commits, mut writes, mut beyond, mut acts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for number in 0..ACTS {
            let began = Instant::now();
            act(lived, run * ACTS + number);
            let all = began.elapsed();
            let (_, bytes, commit) = WATCHED.lock().expect("nothing panics").expect("an act is a commit");
            let began = Instant::now();
            bare.write_all(&vec![number as u8; bytes]).and_then(|()| bare.sync_data()).expect("the disk takes it");
            writes.push(milliseconds(began.elapsed()));
            commits.push(milliseconds(commit));
            beyond.push(milliseconds(all.saturating_sub(commit)));
            acts.push(milliseconds(all));
        }
        lived.home.family.lock_all();
        p50.push(quantile(&commits, 0.5) / quantile(&writes, 0.5));
        p99.push(quantile(&commits, 0.99) / quantile(&writes, 0.99));
        over.push(quantile(&beyond, 0.5));
        whole.push(quantile(&acts, 0.5));
        progress(&format!("commit {} of {}", run + 1, ask.n));
    }
    let against = "a bare write + fdatasync";
    vec![
        Figure::new("commit", "a store commit, p50", "×", p50).against(against).at_most(2.5),
        Figure::new("commit", "a store commit, p99", "×", p99).against(against).at_most(5.0),
        Figure::new("commit", "a use case beyond its commit, p50", "ms", over).at_most(2.0),
        Figure::new("commit", "a whole use case, p50", "ms", whole),
    ]
}

/// Takes turns between what is done every day and what is done now and then.
fn act(lived: &mut Years, number: u64) {
    let (family, now) = (&mut lived.home.family, lived.home.now);
    let words = format!("The {number}th. Still warm from the walk.");
    let done = match number % 3 {
        0 => family.keep_occurrence(lived.ritual, now.today, Some(&words), None, now).map(drop),
        1 => {
            let check_in = CheckInWords { on: now.today, done: true, words };
            family.check_in(lived.goal, lived.ana, &check_in, None, now).map(drop)
        }
        _ => {
            let (why, counted) = (String::new(), None);
            let milestone = MilestoneWords { title: words, why, reached_on: Some(now.today), counted };
            family.add_milestone(&milestone, now).map(drop)
        }
    };
    done.expect("she may do it");
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
