//! What ten years take on the disk once the store was written afresh, beside the same entries as JSON.

use std::fs;
use std::path::Path;

use twinflower_core::Result;

use super::figure::Figure;
use super::years::Years;

/// Deletes one thing, so that the store is written afresh, and measures what is left.
pub fn size(lived: &mut Years) -> Result<Vec<Figure>> {
    lived.home.alone(lived.mira);
    lived.home.family.tidy()?;
    lived.home.alone(lived.ana);
    let now = lived.home.now;
    if let Some(row) = lived.home.family.milestones("", now)?.rows.first() {
        lived.home.family.delete_milestone(row.id, None, now)?;
    }
    lived.home.family.tidy()?;
    lived.home.family.lock_all();
    let store = on_disk(&lived.home.folder().join("store")) as f64;
    Ok(vec![
        Figure::new("size", "the store of ten years after compaction", "×", vec![store / lived.json as f64])
            .against("the same entries as JSON")
            .at_most(1.5),
        Figure::new("size", "entries in ten years", "entries", vec![lived.entries as f64]),
        Figure::new("size", "a kept entry on the disk", "bytes", vec![store / lived.entries as f64]),
    ])
}

/// The bytes that a folder takes on the disk.
fn on_disk(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).expect("the bench may read its own folder").flatten();
    entries
        .map(|entry| match entry.metadata() {
            Ok(data) if data.is_dir() => on_disk(&entry.path()),
            Ok(data) => taken(&data),
            Err(_) => 0,
        })
        .sum()
}

/// What is taken in blocks: sled leaves holes in its files.
#[cfg(unix)]
fn taken(data: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::blocks(data) * 512
}

#[cfg(not(unix))]
fn taken(data: &fs::Metadata) -> u64 {
    data.len()
}
