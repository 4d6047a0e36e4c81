//! Copies: made, looked into, brought back; and leaving.

use super::door::typed;
use super::files::path;
use super::{answer, Answer};
use crate::desk::{now, Desk};
use tauri::State;
use twinflower_core::domain::ids::PersonId;
use twinflower_core::use_cases::Labels;
use twinflower_core::views::{BundlePreview, CopyMade, KeptView, RestoreView};

/// Tells what is kept safe.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn kept_safe(desk: State<'_, Desk>) -> Answer<KeptView> {
    answer(&desk, |family| family.kept_safe())
}

/// Makes the copy of today on this computer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn back_up(desk: State<'_, Desk>) -> Answer<KeptView> {
    answer(&desk, |family| family.back_up(now()))
}

/// Makes a copy in a folder.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn copy_to(desk: State<'_, Desk>, folder: String) -> Answer<CopyMade> {
    answer(&desk, |family| family.copy_to(&path(&folder), now()))
}

/// Looks into a copy.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn preview_bundle(desk: State<'_, Desk>, file: String, words: String) -> Answer<BundlePreview> {
    let words = typed(words);
    answer(&desk, |family| family.preview_bundle(&path(&file), &words))
}

/// Brings back what a copy holds and what is not here.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn restore_bundle(desk: State<'_, Desk>, file: String, words: String) -> Answer<RestoreView> {
    let words = typed(words);
    answer(&desk, |family| family.restore_bundle(&path(&file), &words))
}

/// Sets a store that cannot be read aside and brings back her newest copy, or the one she names.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn repair(
    desk: State<'_, Desk>,
    person: PersonId,
    passphrase: String,
    file: Option<String>,
) -> Answer<RestoreView> {
    let passphrase = typed(passphrase);
    let file = file.map(|file| path(&file));
    answer(&desk, |family| family.repair(person, &passphrase, file.as_deref(), now()))
}

/// Writes a copy and the same to read without this program.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn leave(desk: State<'_, Desk>, folder: String, passphrase: String, labels: Labels) -> Answer<CopyMade> {
    let passphrase = typed(passphrase);
    answer(&desk, |family| family.leave(&path(&folder), &passphrase, &labels, now()))
}
