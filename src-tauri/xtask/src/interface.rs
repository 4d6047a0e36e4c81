//! The user interface: its packages, and `ui/dist`, which the app carries inside.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::place;
use crate::program;
use crate::say;
use crate::trouble::Trouble;

/// Brings the npm packages in when the lock file says something else than what is there.
pub fn install() -> Result<(), Trouble> {
    let lock = place::ui().join("package-lock.json");
    let Some(locked) = changed(&lock) else {
        return Err(Trouble::new(format!(
            "{} is not there, and without it nobody knows which packages are meant.",
            lock.display()
        )));
    };
    let installed = changed(&place::ui().join("node_modules").join(".package-lock.json"));
    if installed.is_some_and(|installed| installed >= locked) {
        return Ok(());
    }
    say::plain("Missing in ui/, and installed now with npm: the packages that ui/package-lock.json names.");
    program::run(program::npm().args(["ci", "--no-audit", "--no-fund"]))
}

/// Builds `ui/dist` when anything that goes into it is newer.
pub fn build_if_stale() -> Result<(), Trouble> {
    if is_built() {
        say::plain("ui/dist is newer than everything it is made of.");
        return Ok(());
    }
    build()
}

/// Builds `ui/dist`.
pub fn build() -> Result<(), Trouble> {
    program::run(program::npm().args(["run", "build"]))
}

fn is_built() -> bool {
    let Some(built) = changed(&place::ui().join("dist").join("index.html")) else {
        return false;
    };
    inputs().iter().filter_map(|input| newest_in(input)).all(|input| input < built)
}

/// Everything in ui/ but what npm and the build themselves put there, and the sentences.
fn inputs() -> Vec<PathBuf> {
    let mut inputs = vec![place::locales()];
    if let Ok(entries) = fs::read_dir(place::ui()) {
        inputs.extend(
            entries
                .flatten()
                .filter(|entry| !["dist", "node_modules"].iter().any(|made| entry.file_name() == *made))
                .map(|entry| entry.path()),
        );
    }
    inputs
}

/// The youngest of a file, or of a folder and all that is in it: a folder changes when something in it goes away.
fn newest_in(path: &Path) -> Option<SystemTime> {
    let own = changed(path);
    let Ok(entries) = fs::read_dir(path) else {
        return own;
    };
    entries.flatten().filter_map(|entry| newest_in(&entry.path())).chain(own).max()
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).ok()
}
