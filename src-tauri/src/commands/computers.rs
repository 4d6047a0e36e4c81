//! The other computers of the family: paired, named, met or not, forgotten; and what was written twice, apart.

use super::door::typed;
use super::files::{chosen, dialog, path, read_typed};
use super::{answer, Answer};
use crate::desk::Desk;
use crate::wire::{save_ticket as save, ticket_of, ComputersView, PairingView, Said, Wiring};
use serde::Deserialize;
use tauri::{AppHandle, State};
use twinflower_core::domain::device::DeviceId;
use twinflower_core::views::{ApartView, DevicesView, RestoreView};
use twinflower_core::Family;

/// The most bytes that are read of a ticket's file.
const MOST_IN_A_TICKET: usize = 8192;

/// A computer, as a call names it.
#[derive(Deserialize, specta::Type)]
pub(crate) struct Computer(#[specta(type = String)] DeviceId);

/// Lists the other computers, and how it is with them.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn computers(desk: State<'_, Desk>, wiring: State<'_, Wiring>) -> Answer<ComputersView> {
    seen(&desk, &wiring, |family| family.devices())
}

/// Lets this computer meet the others, or no longer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_sync(desk: State<'_, Desk>, wiring: State<'_, Wiring>, on: bool) -> Answer<ComputersView> {
    seen(&desk, &wiring, |family| family.set_sync(on))
}

/// Calls a computer by another name.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn name_computer(
    desk: State<'_, Desk>,
    wiring: State<'_, Wiring>,
    computer: Computer,
    name: String,
) -> Answer<ComputersView> {
    seen(&desk, &wiring, |family| family.name_device(computer.0, &name))
}

/// Listens again to a computer that was set aside.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn listen_again(
    desk: State<'_, Desk>,
    wiring: State<'_, Wiring>,
    computer: Computer,
) -> Answer<ComputersView> {
    seen(&desk, &wiring, |family| family.listen_again(computer.0))
}

/// Forgets a computer, at once and without telling it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn forget_computer(
    desk: State<'_, Desk>,
    wiring: State<'_, Wiring>,
    computer: Computer,
) -> Answer<ComputersView> {
    seen(&desk, &wiring, |family| family.forget_device(computer.0))
}

/// Lets her own space go to another computer of hers.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn let_mine_go(
    desk: State<'_, Desk>,
    wiring: State<'_, Wiring>,
    computer: Computer,
    passphrase: String,
) -> Answer<ComputersView> {
    let passphrase = typed(passphrase);
    seen(&desk, &wiring, |family| family.let_mine_go_to(computer.0, &passphrase))
}

/// Keeps her own space from a computer from now on.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn keep_mine(desk: State<'_, Desk>, wiring: State<'_, Wiring>, computer: Computer) -> Answer<ComputersView> {
    seen(&desk, &wiring, |family| family.keep_mine_from(computer.0))
}

/// Says how far the pairing is.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pairing(wiring: State<'_, Wiring>) -> PairingView {
    wiring.pairing()
}

/// Shows a ticket: for a fresh computer of hers, or for one where the family is already.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn show_ticket(app: AppHandle, wiring: State<'_, Wiring>, is_fresh: bool) -> Answer<PairingView> {
    wiring.show(&app, is_fresh).map(|()| wiring.pairing())
}

/// Writes the ticket that is shown into a folder; answers with the file's name.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_ticket(wiring: State<'_, Wiring>, folder: String) -> Answer<String> {
    save(&wiring.pairing(), &path(&folder)).map_err(|error| error.told())
}

/// Opens the system's dialog for a ticket's file; `title` is in her language.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_ticket(app: AppHandle, title: String) -> Option<String> {
    chosen(&app, dialog(&app, &title).add_filter(title, &["txt"]).blocking_pick_file()?)
}

/// Comes with a ticket: its text, or where its file is.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn bring_ticket(app: AppHandle, wiring: State<'_, Wiring>, ticket: String) -> Answer<PairingView> {
    let ticket = ticket_of(&ticket, |place| read_typed(place, MOST_IN_A_TICKET))?;
    wiring.bring(&app, ticket).map(|()| wiring.pairing())
}

/// Says what she saw on the two screens; with her passphrase, where her own space goes there too.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn say_same(
    desk: State<'_, Desk>,
    wiring: State<'_, Wiring>,
    same: bool,
    name: String,
    passphrase: Option<String>,
) -> Answer<()> {
    let passphrase = passphrase.map(typed);
    if same {
        answer(&desk, |family| family.check_name_of_device(&name))?;
        if let Some(hers) = &passphrase {
            answer(&desk, |family| family.check_is_her(hers))?;
        }
    }
    wiring.say(Said { same, name, passphrase });
    Ok(())
}

/// Ends the pairing, wherever it is; what was paired stays so.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn stop_pairing(wiring: State<'_, Wiring>) {
    wiring.stop_pairing();
}

/// Lets her in on a fresh computer with the copy that came.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn join(app: AppHandle, wiring: State<'_, Wiring>, passphrase: String) -> Answer<RestoreView> {
    wiring.join(&app, &typed(passphrase))
}

/// Shows what was written twice, apart, and waits to be chosen.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn apart(desk: State<'_, Desk>) -> Answer<ApartView> {
    answer(&desk, |family| family.apart())
}

/// Settles which of two texts stands.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn settle_wording(desk: State<'_, Desk>, id: String, takes_other: bool) -> Answer<ApartView> {
    answer(&desk, |family| family.settle_wording(&id, takes_other))
}

/// Keeps words of what is no longer there in her own space, and lets go of them where they were.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn keep_words(desk: State<'_, Desk>, id: String) -> Answer<ApartView> {
    answer(&desk, |family| family.keep_words(&id, crate::desk::now()))?;
    // Where that fails they are offered again.
    answer(&desk, |family| family.let_go_of_words(&id))
}

/// Lets go of words of what is no longer there.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn let_go_of_words(desk: State<'_, Desk>, id: String) -> Answer<ApartView> {
    answer(&desk, |family| family.let_go_of_words(&id))
}

fn seen(
    desk: &State<'_, Desk>,
    wiring: &State<'_, Wiring>,
    what: impl FnOnce(&mut Family) -> twinflower_core::Result<DevicesView>,
) -> Answer<ComputersView> {
    Ok(wiring.view(answer(desk, what)?))
}
