//! Files a person points at: chosen in the system's own dialog, or typed.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::PathBuf;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::DialogExt;
use twinflower_core::{Error, Result};

/// Opens the system's dialog for one picture; `title` is in her language. Answers with where it is, or nothing.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_photo(app: AppHandle, title: String) -> Option<String> {
    let mut dialog = app.dialog().file().set_title(&title).add_filter(title, &["jpg", "jpeg", "png", "webp"]);
    if let Some(window) = app.webview_windows().values().next() {
        dialog = dialog.set_parent(window);
    }
    let chosen = dialog.blocking_pick_file()?;
    Some(chosen.into_path().ok()?.to_string_lossy().into_owned())
}

/// Reads a file that was typed or chosen, and never more of it than one byte past `most`.
pub(super) fn read_typed(typed: &str, most: usize) -> Result<Vec<u8>> {
    let file = File::open(path(typed)).map_err(told)?;
    if file.metadata().map_err(told)?.is_dir() {
        return Err(Error::NoSuchFile);
    }
    let mut bytes = Vec::new();
    file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(told)?;
    Ok(bytes)
}

fn path(typed: &str) -> PathBuf {
    let typed = typed.trim();
    match (typed.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(typed),
    }
}

fn told(error: std::io::Error) -> Error {
    match error.kind() {
        // To whoever typed it, a file she may not read is as good as not there.
        ErrorKind::NotFound | ErrorKind::PermissionDenied | ErrorKind::InvalidInput => Error::NoSuchFile,
        other => Error::File(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_path_is_read_up_to_its_bound_and_one_byte() {
        let read = read_typed(concat!(" ", env!("CARGO_MANIFEST_DIR"), "/Cargo.toml \n"), 9).unwrap();
        assert_eq!(read, b"[package]\n");
    }

    #[test]
    fn what_is_not_there_and_what_is_a_folder_are_told_alike() {
        for typed in ["/nowhere/at all.jpg", "", env!("CARGO_MANIFEST_DIR")] {
            assert_eq!(read_typed(typed, 9), Err(Error::NoSuchFile));
        }
    }
}
