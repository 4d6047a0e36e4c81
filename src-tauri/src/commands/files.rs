//! Files a person points at: chosen in the system's own dialog, or typed.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::PathBuf;
use tauri::{AppHandle, Manager, Wry};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use twinflower_core::{Error, Result};

/// Opens the system's dialog for one picture; `title` is in her language. Answers with where it is, or nothing.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_photo(app: AppHandle, title: String) -> Option<String> {
    chosen(&app, dialog(&app, &title).add_filter(title, &["jpg", "jpeg", "png", "webp"]).blocking_pick_file()?)
}

/// Opens the system's dialog for a folder; `title` is in her language. Answers with where it is, or nothing.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_folder(app: AppHandle, title: String) -> Option<String> {
    chosen(&app, dialog(&app, &title).blocking_pick_folder()?)
}

/// Opens the system's dialog for one copy that this program made; `title` is in her language.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_copy(app: AppHandle, title: String) -> Option<String> {
    chosen(&app, dialog(&app, &title).add_filter(title, &["twinflower"]).blocking_pick_file()?)
}

pub(super) fn dialog(app: &AppHandle, title: &str) -> FileDialogBuilder<Wry> {
    let dialog = app.dialog().file().set_title(title);
    match app.webview_windows().values().next() {
        Some(window) => dialog.set_parent(window),
        None => dialog,
    }
}

/// Answers with where it is; what the system's dialog noted of it for every program to see is taken back.
pub(super) fn chosen(app: &AppHandle, place: FilePath) -> Option<String> {
    let place = place.into_path().ok()?;
    forget_as_recent(app, place.clone());
    Some(place.to_string_lossy().into_owned())
}

#[cfg(target_os = "linux")]
fn forget_as_recent(app: &AppHandle, place: PathBuf) {
    let forget = move || {
        let Ok(address) = gtk::glib::filename_to_uri(&place, None) else { return };
        if let Some(recent) = gtk::RecentManager::default() {
            // What is not on the list need not be taken off it.
            let _ = gtk::prelude::RecentManagerExt::remove_item(&recent, &address);
        }
    };
    // Where the window is gone, so is whoever would have been told.
    let _ = app.run_on_main_thread(forget);
}

#[cfg(not(target_os = "linux"))]
fn forget_as_recent(_: &AppHandle, _: PathBuf) {}

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

/// Takes a place as it was typed or pasted: without the white space and the quotation marks around it.
pub(super) fn path(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let typed = ['"', '\''].iter().find_map(|mark| typed.strip_prefix(*mark)?.strip_suffix(*mark)).unwrap_or(typed);
    let typed = typed.strip_prefix("file://").unwrap_or(typed);
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
