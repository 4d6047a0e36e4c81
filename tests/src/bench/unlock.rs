//! Coming in: from the passphrase to today, beyond Argon2id; the other years; looking for words.

use std::time::{Duration, Instant};

use twinflower_core::vault::Passphrase;
use twinflower_core::{Error, Family, Result};

use super::figure::Figure;
use super::years::Years;
use super::{Ask, Progress};
use crate::home::ANAS_PASSPHRASE;

/// Comes in to ten years and to twenty by turns.
pub fn unlock(ask: Ask, ten: &mut Years, twenty: &mut Years, progress: Progress) -> Vec<Figure> {
    let (mut to_today, mut ratio, mut found, mut all) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for run in 0..ask.n {
        let of_ten = comes_in(ten);
        let everything = timed(|| read_ahead(&ten.home.family));
        let search = slowest_search(ten);
        ten.home.family.lock_all();
        let of_twenty = comes_in(twenty);
        twenty.home.family.lock_all();
        to_today.push(of_ten);
        ratio.push(of_twenty / of_ten);
        found.push(search);
        all.push(everything);
        progress(&format!("unlock {} of {}: {of_ten:.0} ms, twenty years {of_twenty:.0} ms", run + 1, ask.n));
    }
    vec![
        Figure::new("unlock", "unlock to Today beyond Argon2id, ten years", "ms", to_today).at_most(300.0),
        Figure::new("unlock", "the same with twenty years", "×", ratio).against("with ten").at_most(1.2),
        Figure::new("search", "the slowest search over ten years", "ms", found).at_most(50.0),
        // The shell lets the first screen have the family for itself for a fifth of a second before it begins.
        Figure::new("unlock", "reading the other nine years ahead", "ms", all).at_most(800.0),
    ]
}

/// Milliseconds from a process that just began, over the passphrase, to today; without what Argon2id took.
fn comes_in(lived: &mut Years) -> f64 {
    lived.home.restart();
    let (ana, now) = (lived.ana, lived.home.now);
    let family = &mut lived.home.family;
    let whole = timed(|| {
        family.come_in(ana, &Passphrase::typed(ANAS_PASSPHRASE))?;
        family.today(now)
    });
    // Once the store is open, wrong words cost Argon2id and nothing else.
    let began = Instant::now();
    let wrong = family.come_in(ana, &Passphrase::typed("not hers at all"));
    let argon2id = milliseconds(began.elapsed());
    assert_eq!(wrong.err(), Some(Error::WrongWords));
    whole - argon2id
}

/// Milliseconds of the slowest of all searches: for words that are often there, and for some that are nowhere.
fn slowest_search(lived: &Years) -> f64 {
    let (family, now) = (&lived.home.family, lived.home.now);
    let mut slowest: f64 = 0.0;
    for words in ["kettle", "zzz nowhere"] {
        for took in [
            timed(|| family.milestones(words, now)),
            timed(|| family.find_rituals(words, now)),
            timed(|| family.goals(words)),
            timed(|| family.find_letters(words, now)),
            timed(|| family.find_keepsakes(words)),
        ] {
            slowest = slowest.max(took);
        }
    }
    slowest
}

fn read_ahead(family: &Family) -> Result<()> {
    while family.read_ahead()? {}
    Ok(())
}

fn timed<T>(what: impl FnOnce() -> Result<T>) -> f64 {
    let began = Instant::now();
    what().expect("she is in and may look");
    milliseconds(began.elapsed())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
