//! The door: making a way in, coming in, locking, hiding.

use super::{answer, Answer};
use crate::desk::{now, Desk};
use crate::wire::Wiring;
use std::time::Duration;
use tauri::{AppHandle, Manager, State};
use twinflower_core::domain::ids::PersonId;
use twinflower_core::use_cases::PersonWords;
use twinflower_core::vault::Passphrase;
use twinflower_core::views::{DoorView, HereView};
use twinflower_core::Family;
use twinflower_report::PressApart;
use zeroize::Zeroizing;

/// Shows the door.
#[tauri::command]
#[specta::specta]
pub(crate) fn door(desk: State<'_, Desk>) -> Answer<DoorView> {
    answer(&desk, |family| Ok(family.door()))
}

/// Offers five words for a passphrase.
#[tauri::command]
#[specta::specta]
pub(crate) fn offer_passphrase(desk: State<'_, Desk>) -> Answer<String> {
    answer(&desk, |family| Ok(family.offer_passphrase().reveal().to_owned()))
}

/// Takes a newcomer's name and passphrase; answers with her twelve spare words.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn begin(desk: State<'_, Desk>, person: PersonWords, passphrase: String) -> Answer<Vec<String>> {
    let passphrase = typed(passphrase);
    answer(&desk, |family| Ok(family.begin(&person, &passphrase)?.into_iter().map(str::to_owned).collect()))
}

/// Takes the spare words as she copied them; when they are right she is in.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn try_spare_words(desk: State<'_, Desk>, copied: String) -> Answer<HereView> {
    let copied = Zeroizing::new(copied);
    answer(&desk, |family| family.try_spare_words(&copied))
}

/// Lets a person in.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn come_in(app: AppHandle, desk: State<'_, Desk>, person: PersonId, passphrase: String) -> Answer<HereView> {
    let passphrase = typed(passphrase);
    let here = answer(&desk, |family| family.come_in(person, &passphrase))?;
    back_up_in_a_while(app);
    Ok(here)
}

/// Goes on from a folder that is older than what was kept on this computer before.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn go_on_from_here(desk: State<'_, Desk>) -> Answer<HereView> {
    answer(&desk, |family| family.go_on_from_here())
}

/// Says yes to the newcomer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn say_yes(desk: State<'_, Desk>, newcomer: PersonId, passphrase: String) -> Answer<HereView> {
    let passphrase = typed(passphrase);
    answer(&desk, |family| family.say_yes(newcomer, &passphrase))
}

/// Locks one person's side; with the last one the process ends and a new one stands at the door.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn lock(app: AppHandle, desk: State<'_, Desk>, person: PersonId) -> Answer<HereView> {
    app.state::<PressApart>().stop();
    let here = answer(&desk, |family| {
        let last = family.whos_here().here.len() == 1;
        Ok(if last { end_session(&app, family) } else { family.lock(person) })
    })?;
    if here.here.is_empty() {
        crate::window::back_to_the_door(&app);
    }
    Ok(here)
}

/// Tells who is here and what is open, for a window that was loaded afresh.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn here(desk: State<'_, Desk>) -> Answer<HereView> {
    answer(&desk, |family| Ok(family.whos_here()))
}

/// Locks everything; the process ends and a new one stands at the door.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn lock_all(app: AppHandle, desk: State<'_, Desk>) -> Answer<()> {
    answer(&desk, |family| Ok(end_session(&app, family)))?;
    crate::window::back_to_the_door(&app);
    Ok(())
}

/// Takes back the last act of this session, and tells whether anything was taken back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn undo(desk: State<'_, Desk>, passphrase: Option<String>) -> Answer<bool> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.undo(passphrase.as_ref()))
}

/// Chooses the language.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_language(desk: State<'_, Desk>, language: String) -> Answer<DoorView> {
    answer(&desk, |family| family.set_language(&language))
}

/// Chooses the region whose help lines are shown.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_region(desk: State<'_, Desk>, region: String) -> Answer<DoorView> {
    answer(&desk, |family| family.set_region(&region))
}

/// Chooses the theme.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_theme(desk: State<'_, Desk>, theme: String) -> Answer<DoorView> {
    answer(&desk, |family| family.set_theme(&theme))
}

/// Drops every key and ends the process; nothing is started in its place.
#[tauri::command]
#[specta::specta]
pub(crate) fn hide(app: AppHandle, desk: State<'_, Desk>) {
    crate::window::vanish(&app);
    app.state::<Wiring>().close();
    // A copy that is being made is not waited for: with the process its keys are gone too.
    desk.within(Duration::from_millis(300), Family::lock_all);
    app.state::<PressApart>().stop();
    desk.forget_printed();
    app.exit(0);
}

/// Takes the window off the screen, tidies what needs the open spaces, and locks.
fn end_session(app: &AppHandle, family: &mut Family) -> HereView {
    crate::window::vanish(app);
    app.state::<Wiring>().close();
    app.state::<PressApart>().stop();
    // What could not be copied is told on the next day's screen, and tried again then.
    let _ = family.back_up_if_changed(now());
    // What could not be tidied now is tidied at the end of the next session; nothing depends on it.
    let _ = family.tidy();
    family.lock_all();
    family.whos_here()
}

/// Makes the copy that the last session owes, once the first screen is there; nothing if everything is closed by then.
fn back_up_in_a_while(app: AppHandle) {
    std::thread::spawn(move || {
        std::thread::sleep(Duration::from_secs(5));
        let _ = app.state::<Desk>().with(|family| family.back_up_if_overdue(now()));
    });
}

/// Takes a passphrase off the wire and wipes what it came in.
pub(super) fn typed(text: String) -> Passphrase {
    Passphrase::typed(&Zeroizing::new(text))
}
