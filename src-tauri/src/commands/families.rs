//! The other families of this computer.

use crate::asked::Asked;
use crate::desk::Desk;
use crate::families::{Families, FamilyRow};
use crate::wire::Wiring;
use tauri::{AppHandle, Manager, State};
use twinflower_core::Family;

/// Names the other families; nothing where no other can be chosen.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn families(app: AppHandle) -> Option<Vec<FamilyRow>> {
    Families::around(&app).map(|families| families.rows())
}

/// Ends this process and starts one at another family's door.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_family(app: AppHandle, desk: State<'_, Desk>, id: String) {
    // One that went away meanwhile is not in the list the next time it is read.
    if let Some(asked) = Families::around(&app).and_then(|families| families.at(&id)) {
        leave_for(&app, &desk, &asked);
    }
}

/// The same for a family that nobody has come into yet.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start_family(app: AppHandle, desk: State<'_, Desk>) {
    if let Some(families) = Families::around(&app) {
        leave_for(&app, &desk, &families.another());
    }
}

/// The door offers it while nobody is in; should somebody be, she is locked as by Hide now.
fn leave_for(app: &AppHandle, desk: &State<'_, Desk>, asked: &Asked) {
    app.state::<Wiring>().close();
    // A door that could not be read has nothing to lock.
    let _ = desk.with(|family| Ok(Family::lock_all(family)));
    crate::window::go_to(app, asked);
}
