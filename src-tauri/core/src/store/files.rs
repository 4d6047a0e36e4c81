//! Small files beside the store, replaced whole: written aside, fsynced, renamed, and the folder fsynced.

use super::disk;
use crate::Result;
use std::fs::{self, File};
use std::path::Path;

pub(crate) use disk::make_folder;

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
    if confirmed.is_err() {
        // On a disk that refuses even this, nothing more can be done about it.
        let _ = put_back(path, &aside, before.as_deref());
    }
    confirmed
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
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
        Ok(about) if about.len() > most => Err(crate::Error::DamagedStore("a file that is too large")),
        Ok(_) => Ok(Some(fs::read(path)?)),
    }
}

fn put_back(path: &Path, aside: &Path, before: Option<&[u8]>) -> std::io::Result<()> {
    let Some(before) = before else { return fs::remove_file(path) };
    fs::write(aside, before)?;
    let _ = File::open(aside)?.sync_all();
    fs::rename(aside, path)
}
