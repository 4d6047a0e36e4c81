//! What she shares, as the window asks for it.

use super::door::typed;
use super::{answer, Answer};
use crate::desk::{now, Desk};
use tauri::State;
use twinflower_core::use_cases::SharedThing;
use twinflower_core::views::{Looking, SharedView};

/// Shows what in *ours* belongs to whoever is here, or to both: all of it, or what she looks for.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn shared(desk: State<'_, Desk>, look: Looking) -> Answer<SharedView> {
    answer(&desk, |family| family.find_shared(look))
}

/// Takes something back out of *ours*.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_back(desk: State<'_, Desk>, thing: SharedThing, passphrase: Option<String>) -> Answer<SharedView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.take_back(thing, passphrase.as_ref(), now()))
}

/// Says *not now*, or takes it back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_not_now(desk: State<'_, Desk>, not_now: bool) -> Answer<SharedView> {
    answer(&desk, |family| family.set_not_now(not_now))
}
