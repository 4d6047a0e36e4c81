//! What the window's calls work on: one family behind a lock, and the computer's own clock, randomness and speed.

use rand_core::UnwrapErr;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};
use twinflower_core::use_cases::Now;
use twinflower_core::vault::Hardness;
use twinflower_core::{Family, Result};

/// The family that this window is over; `Err` when its door could not be read.
pub(crate) struct Desk(Mutex<Result<Family>>);

impl Desk {
    /// Reads the door of the family in a folder, with its mark in another one.
    pub(crate) fn at(folder: &Path, settings: Option<&Path>) -> Self {
        let family = Family::at(folder, Box::new(rng()), how_hard);
        Self(Mutex::new(family.map(|family| match settings {
            Some(settings) => family.marked_in(settings),
            None => family,
        })))
    }

    /// Runs one use case.
    pub(crate) fn with<T>(&self, what: impl FnOnce(&mut Family) -> Result<T>) -> Result<T> {
        match &mut *self.family() {
            Ok(family) => what(family),
            Err(error) => Err(error.clone()),
        }
    }

    /// Does something with the family if it is free within a moment.
    pub(crate) fn within(&self, moment: Duration, what: impl FnOnce(&mut Family)) {
        let until = Instant::now() + moment;
        loop {
            let family = match self.0.try_lock() {
                Ok(family) => Some(family),
                Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
                Err(TryLockError::WouldBlock) => None,
            };
            if let Some(mut family) = family {
                return family.as_mut().map_or((), what);
            }
            if Instant::now() >= until {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    // A use case that panicked has written nothing: the family is as it was on the disk.
    fn family(&self) -> MutexGuard<'_, Result<Family>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads the names on the door of another family; nothing when they cannot be read.
pub(crate) fn names_at(folder: &Path) -> Option<Vec<String>> {
    let family = Family::at(folder, Box::new(rng()), how_hard).ok()?;
    Some(family.door().people.into_iter().map(|person| person.name).collect())
}

/// Returns the system's own randomness.
pub(crate) fn rng() -> UnwrapErr<getrandom::SysRng> {
    UnwrapErr(getrandom::SysRng)
}

/// Returns the local calendar day.
pub(crate) fn now() -> Now {
    Now { today: chrono::Local::now().date_naive() }
}

fn how_hard() -> Hardness {
    Hardness::calibrate(|work| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    })
}
