//! What the window's calls work on: one family behind a lock, and the computer's own clock, randomness and speed.

use rand_core::UnwrapErr;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError, TryLockError};
use std::time::{Duration, Instant};
use twinflower_core::use_cases::{forget_printed, Moment, Now};
use twinflower_core::vault::Hardness;
use twinflower_core::{Family, Result};

/// The family that this window is over; `Err` while its door cannot be read.
pub(crate) struct Desk {
    folder: PathBuf,
    settings: Option<PathBuf>,
    family: Mutex<Result<Family>>,
    /// The moment that was told last.
    told: Mutex<Moment>,
    tell: OnceLock<Box<dyn Fn() + Send + Sync>>,
}

impl Desk {
    /// Reads the door of the family in a folder, with its mark in another one.
    ///
    /// What was printed from the last time, and could not be removed then, is removed.
    pub(crate) fn at(folder: &Path, settings: Option<&Path>) -> Self {
        forget_printed(folder);
        let (folder, settings) = (folder.to_owned(), settings.map(Path::to_owned));
        let family = Mutex::new(family_at(&folder, settings.as_deref()));
        Self { folder, settings, family, told: Mutex::default(), tell: OnceLock::new() }
    }

    /// Returns the data folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Has something done, on whatever thread it is, each time that something was written here or somebody came or went.
    pub(crate) fn tells(&self, what: impl Fn() + Send + Sync + 'static) {
        let already = self.tell.set(Box::new(what));
        debug_assert!(already.is_ok(), "one is told");
    }

    /// Runs one use case; a door that could not be read is tried again first.
    pub(crate) fn with<T>(&self, what: impl FnOnce(&mut Family) -> Result<T>) -> Result<T> {
        let (answer, is_news) = self.run(what);
        if let (true, Some(tell)) = (is_news, self.tell.get()) {
            tell();
        }
        answer
    }

    /// Does the same for what came from another computer or is about one: nobody is told of it.
    pub(crate) fn quietly<T>(&self, what: impl FnOnce(&mut Family) -> Result<T>) -> Result<T> {
        self.run(what).0
    }

    /// Answers also whether it is another moment than before.
    fn run<T>(&self, what: impl FnOnce(&mut Family) -> Result<T>) -> (Result<T>, bool) {
        let mut family = self.family();
        if family.is_err() {
            *family = family_at(&self.folder, self.settings.as_deref());
        }
        match &mut *family {
            Ok(family) => {
                let answer = what(family);
                let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
                let moment = family.moment();
                let is_news = *told != moment;
                *told = moment;
                (answer, is_news)
            }
            Err(error) => (Err(error.clone()), false),
        }
    }

    /// Does something with the family if it is free within a moment.
    pub(crate) fn within(&self, moment: Duration, what: impl FnOnce(&mut Family)) {
        let until = Instant::now() + moment;
        loop {
            let family = match self.family.try_lock() {
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

    /// Removes pages that were opened to be printed, without waiting for the family to be free.
    pub(crate) fn forget_printed(&self) {
        forget_printed(&self.folder);
    }

    // A use case that panicked has written nothing: the family is as it was on the disk.
    fn family(&self) -> MutexGuard<'_, Result<Family>> {
        self.family.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads the names on the door of another family; nothing when they cannot be read.
pub(crate) fn names_at(folder: &Path) -> Option<Vec<String>> {
    let family = family_at(folder, None).ok()?;
    Some(family.door().people.into_iter().map(|person| person.name).collect())
}

/// Returns the system's own randomness.
pub(crate) fn rng() -> UnwrapErr<getrandom::SysRng> {
    UnwrapErr(getrandom::SysRng)
}

fn family_at(folder: &Path, settings: Option<&Path>) -> Result<Family> {
    let family = Family::at(folder, Box::new(rng()), how_hard)?;
    Ok(match settings {
        Some(settings) => family.marked_in(settings),
        None => family,
    })
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
