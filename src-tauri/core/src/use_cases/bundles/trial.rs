//! Where a copy is tried before it counts, and before it is taken.

use crate::Result;
use crate::store::files;
use std::path::{Path, PathBuf};

/// A folder to try something in; swept away when dropped.
pub(super) struct Trial(pub(super) PathBuf);

impl Trial {
    pub(super) fn begin(home: &Path) -> Result<Self> {
        let folder = home.join("trial");
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        files::make_folder(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        // What stays is sealed, and is swept away before the next trial.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
