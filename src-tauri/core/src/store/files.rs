//! Small files beside the store, replaced whole: written aside, fsynced, renamed, and the folder fsynced.

use crate::Result;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// Makes a folder that only this account can read, where the system has such a thing.
pub(crate) fn make_folder(folder: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}

/// Replaces a file so that after a power cut it is the old one or the new one, never half of either.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let aside = path.with_extension("new");
    let mut file = File::create(&aside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&aside, path)?;
    sync_folder(path.parent().unwrap_or(Path::new(".")))
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

/// Makes renames and new files in a folder durable. Windows has no such call and needs none.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
