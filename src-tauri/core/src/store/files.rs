//! Small files beside the store, replaced whole: written aside, fsynced, renamed, and the folder fsynced.

use super::disk;
use crate::{Error, Result};
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

pub(crate) use disk::make_folder;

/// How many files of one name are tried in one folder.
const MOST_OF_A_NAME: u32 = 10_000;

/// Replaces a file so that after a power cut it is the old one or the new one, never half of either.
///
/// When the disk does not confirm it, the old one is put back: an act that was refused must not be found later.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let aside = path.with_extension("new");
    let before = fs::read(path).ok();
    let mut file = disk::create(&aside)?;
    disk::write(&aside, &mut file, bytes)?;
    disk::sync(&aside, &file)?;
    disk::rename(&aside, path)?;
    let confirmed = disk::sync_folder(path.parent().unwrap_or(Path::new(".")));
    confirmed.inspect_err(|_| put_back(path, before.as_deref()))
}

/// Replaces a file and, before it, its twin. Where the file could not be, the twin is put back: it may be all there is.
pub(crate) fn replace_both(twin: &Path, path: &Path, bytes: &[u8]) -> Result<()> {
    let before = fs::read(twin).ok();
    replace(twin, bytes)?;
    replace(path, bytes).inspect_err(|_| put_back(twin, before.as_deref()))
}

/// Adds a file under a name that is free: `NAME.ending`, `NAME (2).ending` and so on. Answers with where it is, once it is on
/// the disk; when the disk does not confirm it, it is not there.
pub(crate) fn add(folder: &Path, name: &str, ending: &str, bytes: &[u8]) -> Result<PathBuf> {
    let mut at = 1;
    loop {
        let numbered = if at == 1 { format!("{name}.{ending}") } else { format!("{name} ({at}).{ending}") };
        let path = folder.join(numbered);
        let mut file = match disk::create_new(&path) {
            Ok(file) => file,
            Err(Error::File(ErrorKind::AlreadyExists)) if at < MOST_OF_A_NAME => {
                at += 1;
                continue;
            }
            Err(error) => return Err(error),
        };
        let added = disk::write(&path, &mut file, bytes)
            .and_then(|()| disk::sync(&path, &file))
            .and_then(|()| disk::sync_folder(folder));
        if added.is_err() {
            // Half a file would look like a whole one.
            let _ = fs::remove_file(&path);
        }
        return added.map(|()| path);
    }
}

/// Replaces a file of which an older one, or none, is as good: nothing waits for the disk.
pub(crate) fn replace_in_passing(path: &Path, bytes: &[u8]) -> Result<()> {
    let aside = path.with_extension("new");
    fs::write(&aside, bytes)?;
    Ok(fs::rename(&aside, path)?)
}

/// Reads a file of at most `most` bytes; `None` where there is none.
pub(crate) fn read(path: &Path, most: u64) -> Result<Option<Vec<u8>>> {
    match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
        Ok(about) if about.len() > most => Err(Error::DamagedStore("a file that is too large")),
        Ok(_) => Ok(Some(fs::read(path)?)),
    }
}

/// Makes a file what it was before an act that was refused, as far as the disk lets it: the act must not be found later.
fn put_back(path: &Path, before: Option<&[u8]>) {
    // On a disk that refuses even this, nothing more can be done about it.
    let _ = try_to_put_back(path, before);
}

fn try_to_put_back(path: &Path, before: Option<&[u8]>) -> std::io::Result<()> {
    let Some(before) = before else { return fs::remove_file(path) };
    let aside = path.with_extension("new");
    fs::write(&aside, before)?;
    let _ = File::open(&aside)?.sync_all();
    fs::rename(aside, path)
}
