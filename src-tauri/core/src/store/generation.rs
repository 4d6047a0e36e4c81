//! Which folder the live store is in. sled never gives space back, so a tidied store is a fresh folder, filled, fsynced,
//! and named as the current one in a single rename. What fell out of the old folder is gone from the disk with it.

use super::files;
use crate::{Error, Result};
use chrono::NaiveDate;
use std::fs;
use std::path::{Path, PathBuf};

/// The file that names the current folder.
const CURRENT: &str = "current";

/// Returns the folder of the current store, and sweeps away what a cut-off tidying left.
pub(super) fn current(home: &Path) -> Result<PathBuf> {
    files::make_folder(home)?;
    let number = match files::read(&home.join(CURRENT), 64)? {
        None => {
            files::replace(&home.join(CURRENT), b"1")?;
            1
        }
        Some(bytes) => number(&bytes).ok_or(Error::DamagedStore("the name of the current folder"))?,
    };
    let number = finish_setting_aside(home, number)?;
    sweep(home, number)?;
    Ok(home.join(number.to_string()))
}

/// Returns an empty folder beside the current one, and its number.
pub(super) fn fresh(current: &Path) -> Result<(PathBuf, u32)> {
    let now = current.file_name().and_then(|name| number(name.as_encoded_bytes()));
    let next = now.ok_or(Error::DamagedStore("the name of the current folder"))? + 1;
    Ok((current.with_file_name(next.to_string()), next))
}

/// Makes another folder the current one: this is the moment at which the change happens.
pub(super) fn switch(home: &Path, to: u32) -> Result<()> {
    files::replace(&home.join(CURRENT), to.to_string().as_bytes())
}

/// Sets the current folder aside under a dated name, for good, and makes another the current one.
pub(super) fn set_aside(current: &Path, day: NaiveDate, next: u32) -> Result<()> {
    let home = current.parent().unwrap_or(Path::new("."));
    let names = (1..).map(|at| if at == 1 { format!("set-aside-{day}") } else { format!("set-aside-{day}-{at}") });
    let free = names.map(|name| home.join(name)).find(|path| !path.exists()).expect("some number is free");
    fs::rename(current, free)?;
    files::sync_folder(home)?;
    switch(home, next)
}

/// Finishes what a power cut between the two steps of [`set_aside`] left: the next folder was whole before the first.
fn finish_setting_aside(home: &Path, number: u32) -> Result<u32> {
    if home.join(number.to_string()).exists() || !home.join((number + 1).to_string()).exists() {
        return Ok(number);
    }
    switch(home, number + 1)?;
    Ok(number + 1)
}

/// Removes the folders of every other number. A store that was set aside has a name that is not a number, and stays.
pub(super) fn sweep(home: &Path, current: u32) -> Result<()> {
    for entry in fs::read_dir(home)? {
        let entry = entry?;
        let other = number(entry.file_name().as_encoded_bytes()).is_some_and(|number| number != current);
        if other && entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

fn number(name: &[u8]) -> Option<u32> {
    std::str::from_utf8(name).ok()?.trim().parse().ok()
}
