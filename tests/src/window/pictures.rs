//! Pictures of the window: the last run's in `target/window`, those to leaf through in `tests/pictures`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use super::trouble::Trouble;

/// Keeps a picture of this run under a name.
pub(super) fn keep(name: &str, picture: &[u8]) -> Result<(), Trouble> {
    write(&of_this_run().join(format!("{}.png", plain(name))), picture)
}

/// Keeps a picture under a name where a person leafs through them, when they are renewed.
pub(super) fn keep_to_leaf_through(name: &str, picture: &[u8]) -> Result<(), Trouble> {
    if !are_renewed() {
        return Ok(());
    }
    write(&to_leaf_through().join(format!("{name}.png")), picture)
}

/// Whether this run renews the pictures to leaf through.
pub fn are_renewed() -> bool {
    env::var_os("TWINFLOWER_KEEP_PICTURES").is_some()
}

/// The folder of the pictures to leaf through.
pub fn to_leaf_through() -> PathBuf {
    package().join("pictures")
}

/// Keeps what the window showed when the story of this thread could not go on.
pub(super) fn keep_failed(picture: &[u8]) -> Result<PathBuf, Trouble> {
    let file = of_this_run().join(format!("{}-failed.png", plain(&story())));
    write(&file, picture)?;
    Ok(file)
}

fn of_this_run() -> PathBuf {
    package().join("..").join("target").join("window")
}

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// nextest says which test it runs; under plain `cargo test` its thread has the name.
fn story() -> String {
    env::var("NEXTEST_TEST_NAME")
        .ok()
        .or_else(|| thread::current().name().map(str::to_owned))
        .unwrap_or_else(|| "story".to_owned())
}

fn plain(name: &str) -> String {
    let words: Vec<&str> =
        name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}

fn write(file: &Path, picture: &[u8]) -> Result<(), Trouble> {
    let folder = file.parent().expect("a file in one of the two folders above has a folder");
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(file, picture))
        .map_err(|error| Trouble::new(format!("{} could not be written: {error}.", file.display())))
}
