//! Which folder the live store is in. sled never gives space back, so a tidied store is a fresh folder, filled, fsynced,
//! and named as the current one in a single rename. What fell out of the old folder is gone from the disk with it.

use super::{disk, files};
use crate::{Error, Result};
use chrono::NaiveDate;
use std::fs;
use std::path::{Path, PathBuf};

/// The file that names the current folder.
const CURRENT: &str = "current";

/// Returns the folder of the current store, and sweeps away what a cut-off tidying left.
pub(super) fn current(home: &Path) -> Result<PathBuf> {
    files::make_folder(home)?;
    let named = files::read(&home.join(CURRENT), 64)?;
    let named = named.map(|bytes| parse(&bytes)).transpose()?;
    let there = numbers(home)?;
    let number = match (named, &there[..]) {
        (Some(named), there) if there.contains(&named) || there.is_empty() => named,
        (None, []) => 1,
        // The name is of another day, or the next was whole before a store was set aside: either way it is this one.
        (_, [only]) => *only,
        _ => return Err(Error::DamagedStore("the name of the current folder")),
    };
    if named != Some(number) {
        switch(home, number)?;
    }
    sweep(home, number)?;
    Ok(home.join(number.to_string()))
}

/// Returns a folder beside the current one that does not exist yet, and its number.
pub(super) fn fresh(current: &Path) -> Result<(PathBuf, u32)> {
    let named = current.file_name().and_then(|name| number(name.as_encoded_bytes()));
    let named = named.ok_or(Error::DamagedStore("the name of the current folder"))?;
    let there = numbers(current.parent().unwrap_or(Path::new(".")))?;
    let next = there.into_iter().chain([named]).max().unwrap_or(named) + 1;
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
    disk::rename(current, &free)?;
    if let Err(error) = disk::sync_folder(home) {
        let _ = disk::rename(&free, current);
        return Err(error);
    }
    // Only one folder with a number is left: whoever opens finds it, and names it then.
    let _ = switch(home, next);
    Ok(())
}

/// Removes the folders of every other number. A store that was set aside has a name that is not a number, and stays.
pub(super) fn sweep(home: &Path, current: u32) -> Result<()> {
    for number in numbers(home)?.into_iter().filter(|number| *number != current) {
        fs::remove_dir_all(home.join(number.to_string()))?;
    }
    Ok(())
}

/// Lists the numbers of which there are folders.
fn numbers(home: &Path) -> Result<Vec<u32>> {
    let mut numbers = Vec::new();
    for entry in fs::read_dir(home)? {
        let entry = entry?;
        let number = number(entry.file_name().as_encoded_bytes());
        numbers.extend(number.filter(|_| entry.path().is_dir()));
    }
    Ok(numbers)
}

/// Reads what the file that names the current folder holds.
pub(crate) fn parse(named: &[u8]) -> Result<u32> {
    number(named).ok_or(Error::DamagedStore("the name of the current folder"))
}

fn number(name: &[u8]) -> Option<u32> {
    std::str::from_utf8(name).ok()?.trim().parse().ok()
}
