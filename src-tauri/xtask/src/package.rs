//! `package`: the installer for this system, made by Tauri's bundler.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::interface;
use crate::need;
use crate::place;
use crate::program;
use crate::say;
use crate::toolchain;
use crate::trouble::Trouble;

/// What the bundler is asked for, the folder it puts that in, and how the file's name ends.
const KIND: (&str, &str, &str) = if cfg!(target_os = "macos") {
    ("dmg", "dmg", "dmg")
} else if cfg!(windows) {
    ("nsis", "nsis", "exe")
} else {
    ("deb", "deb", "deb")
};

/// Tauri's bundler: the version that goes with the Tauri of Cargo.toml.
const BUNDLER: &str = "@tauri-apps/cli@2.12.5";

/// Makes the installer and says where it is and how large.
pub fn package(words: &[String]) -> Result<ExitCode, Trouble> {
    if let Some(word) = words.first() {
        return Err(Trouble::new(format!("`package` does not know {word}.")));
    }
    need::install(need::FOR_THE_WINDOW)?;
    toolchain::check()?;
    interface::install()?;
    interface::build()?;
    let (kind, folder, ending) = KIND;
    // Fetched only here: its parts for other systems are not in every registry, and `npm ci` would refuse without them.
    program::run(
        program::npm()
            .args(["exec", "--yes", "--package", BUNDLER, "--", "tauri", "build", "--ci", "--bundles", kind])
            .current_dir(place::root().join("src-tauri")),
    )?;
    let made = youngest(&place::target().join("release").join("bundle").join(folder), ending)?;
    let bytes = fs::metadata(&made).map(|data| data.len()).unwrap_or_default();
    say::plain(&format!("{} ({:.1} MB)", made.display(), bytes as f64 / 1e6));
    Ok(ExitCode::SUCCESS)
}

fn youngest(folder: &Path, ending: &str) -> Result<PathBuf, Trouble> {
    let nothing = || Trouble::new(format!("The bundler ended well, but no .{ending} is in {}.", folder.display()));
    let entries = fs::read_dir(folder).map_err(|_| nothing())?;
    entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .max_by_key(|path| fs::metadata(path).and_then(|data| data.modified()).ok())
        .ok_or_else(nothing)
}
