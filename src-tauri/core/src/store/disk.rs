//! Every call to the disk that can fail while something is kept goes through here, so that a story can make the n-th fail.
//!
//! In the product there is nothing behind it but the call itself: [`may`] is empty without the feature `faults`.

use crate::Result;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// Creates a file, or empties the one that is there.
pub(crate) fn create(path: &Path) -> Result<File> {
    may(path)?;
    Ok(File::create(path)?)
}

/// Creates a file where there is none.
pub(crate) fn create_new(path: &Path) -> Result<File> {
    may(path)?;
    Ok(File::create_new(path)?)
}

/// Writes bytes to the end of a file.
pub(crate) fn write(path: &Path, out: &mut impl Write, bytes: &[u8]) -> Result<()> {
    may(path)?;
    Ok(out.write_all(bytes)?)
}

/// Returns once the bytes of a file are on the disk.
pub(crate) fn sync(path: &Path, file: &File) -> Result<()> {
    may(path)?;
    Ok(file.sync_all()?)
}

/// Makes renames and new files in a folder durable. Windows has no such call and needs none.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    may(folder)?;
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}

/// Gives a file or folder another name, in the place of what had it.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<()> {
    may(from)?;
    Ok(fs::rename(from, to)?)
}

/// Makes a folder that only this account can read, where the system has such a thing.
pub(crate) fn make_folder(folder: &Path) -> Result<()> {
    may(folder)?;
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}

/// Asks whether the next call on a path may succeed.
#[cfg(not(feature = "faults"))]
pub(crate) fn may(_: &Path) -> Result<()> {
    Ok(())
}

#[cfg(feature = "faults")]
pub(crate) use faults::{may, tell};

/// Tells whoever watches that a commit begins, with its bytes, or that it stands.
#[cfg(not(feature = "faults"))]
pub(crate) fn tell(_: impl FnOnce() -> Option<usize>) {}

/// A disk that fails as a story asks. No product is built with it.
#[cfg(feature = "faults")]
pub mod faults {
    use crate::Result;
    use std::io;
    use std::path::{Path, PathBuf};
    use std::sync::{Mutex, PoisonError};

    /// Which calls on a folder fail, and how.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub struct Fault {
        /// The first call that fails, counted from one.
        pub nth: u32,
        /// Whether every call after it fails as well.
        pub from_then_on: bool,
        /// The system's number for what went wrong.
        pub errno: i32,
    }

    struct Planned {
        folder: PathBuf,
        fault: Fault,
        calls: u32,
    }

    static PLANNED: Mutex<Vec<Planned>> = Mutex::new(Vec::new());

    /// Lets calls on what is in a folder fail, counting from now.
    pub fn begin(folder: &Path, fault: Fault) {
        end(folder);
        let planned = Planned { folder: folder.to_owned(), fault, calls: 0 };
        PLANNED.lock().unwrap_or_else(PoisonError::into_inner).push(planned);
    }

    /// Lets the folder's disk be well again, and tells how many calls there were.
    pub fn end(folder: &Path) -> u32 {
        let mut planned = PLANNED.lock().unwrap_or_else(PoisonError::into_inner);
        let ended = planned.iter().position(|one| one.folder == folder).map(|at| planned.remove(at));
        ended.map_or(0, |one| one.calls)
    }

    /// Called at both ends of every commit: with its bytes when it begins, with `None` once it stands.
    pub type Watcher = fn(Option<usize>);

    static WATCHER: Mutex<Option<Watcher>> = Mutex::new(None);

    /// Lets somebody with a clock watch every commit from now on.
    pub fn watch(watcher: Watcher) {
        *WATCHER.lock().unwrap_or_else(PoisonError::into_inner) = Some(watcher);
    }

    pub(crate) fn tell(moment: impl FnOnce() -> Option<usize>) {
        let watcher = *WATCHER.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(watcher) = watcher {
            watcher(moment());
        }
    }

    pub(crate) fn may(path: &Path) -> Result<()> {
        let mut planned = PLANNED.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(one) = planned.iter_mut().find(|one| path.starts_with(&one.folder)) else { return Ok(()) };
        one.calls += 1;
        let Fault { nth, from_then_on, errno } = one.fault;
        let fails = one.calls == nth || from_then_on && one.calls > nth;
        if fails { Err(io::Error::from_raw_os_error(errno).into()) } else { Ok(()) }
    }
}
