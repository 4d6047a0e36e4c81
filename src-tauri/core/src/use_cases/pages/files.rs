//! Where a page becomes a file: beside her other files, or for a moment in a folder of this program, to be printed from.
//!
//! What is in these files is no longer locked: she is told so before.

use crate::store::files;
use crate::use_cases::family::{Family, Now};
use crate::views::Choice;
use crate::{Error, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// Saves a page in a folder, or as a file, and answers with where it is. Nothing that is there is ever overwritten.
pub fn save_page(place: &Path, pdf: &[u8], now: Now) -> Result<PathBuf> {
    if place.is_dir() {
        return files::add(place, &format!("Twinflower page {}", now.today), "pdf", pdf);
    }
    let name = place.file_name().map(|name| name.to_string_lossy()).filter(|name| !name.trim().is_empty());
    let folder = place.parent().filter(|folder| folder.is_dir());
    let (Some(name), Some(folder)) = (name, folder) else { return Err(Error::NoSuchFolder) };
    let stem = name.strip_suffix(".pdf").or_else(|| name.strip_suffix(".PDF")).unwrap_or(&name);
    files::add(folder, stem, "pdf", pdf)
}

/// Removes what was printed from a data folder; called when somebody locks, on Hide and at each start.
pub fn forget_printed(folder: &Path) {
    // What cannot be removed now, because it is still being read, is removed the next time.
    let _ = fs::remove_dir_all(printed(folder));
}

impl Family {
    /// Puts the PDF of what was chosen where the system's viewer can open it: a folder that only this account can read, until
    /// somebody locks. Whoever locked while it was made has refused it.
    pub fn page_to_print(&self, choice: &Choice, pdf: &[u8], now: Now) -> Result<PathBuf> {
        let somebody = !self.whos_here().here.is_empty() || self.newcomer.is_some();
        if !somebody {
            return Err(Error::Closed);
        }
        self.page_to_keep(choice, now)?;
        let folder = printed(&self.folder);
        files::make_folder(&folder)?;
        save_page(&folder, pdf, now)
    }
}

fn printed(folder: &Path) -> PathBuf {
    folder.join("printed")
}
