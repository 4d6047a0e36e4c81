//! The celebration, the shelf and today, as the window asks for them.

use super::door::typed;
use super::files::read_typed;
use super::{answer, Answer};
use crate::desk::{now, Desk};
use std::time::Duration;
use tauri::{AppHandle, Manager, State};
use twinflower_core::domain::celebration::{Approach, Ready};
use twinflower_core::domain::ids::{CelebrationId, KeepsakeId, MilestoneId, PersonId, RitualId};
use twinflower_core::domain::photo;
use twinflower_core::views::{CelebrationView, CelebrationsView, Looking, ShelfView, TodayView};

/// How long the first screen has the family for itself.
const FIRST_SCREEN: Duration = Duration::from_millis(200);

/// How long a call of the window that waits has to be next.
const BETWEEN_YEARS: Duration = Duration::from_millis(3);

/// Shows what is on the screen that opens first.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn today(app: AppHandle, desk: State<'_, Desk>) -> Answer<TodayView> {
    let (view, more) = answer(&desk, |family| Ok((family.today(now())?, family.has_more_ahead())))?;
    if more {
        read_ahead_in_a_moment(app);
    }
    Ok(view)
}

/// Shows the celebrations that are ready.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn celebrations(desk: State<'_, Desk>) -> Answer<CelebrationsView> {
    answer(&desk, |family| family.celebrations(now()))
}

/// Marks a milestone ready: alone, with an invitation, or not this time.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn mark_ready(
    desk: State<'_, Desk>,
    milestone: MilestoneId,
    ready: Ready,
    passphrase: Option<String>,
) -> Answer<CelebrationsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.mark_ready(milestone, ready, passphrase.as_ref(), now()))
}

/// Keeps what she wants as the day of a counted milestone comes near.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn answer_expected(desk: State<'_, Desk>, milestone: MilestoneId, approach: Approach) -> Answer<TodayView> {
    answer(&desk, |family| family.answer_expected(milestone, approach).and_then(|()| family.today(now())))
}

/// Answers an invitation: she will be there.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn answer_invitation(desk: State<'_, Desk>, id: CelebrationId) -> Answer<CelebrationsView> {
    answer(&desk, |family| family.answer_invitation(id, now()))
}

/// Puts a celebration off until tomorrow.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn put_off_celebration(desk: State<'_, Desk>, id: CelebrationId) -> Answer<CelebrationsView> {
    answer(&desk, |family| family.put_off_celebration(id, now()))
}

/// Shows a celebration as it waits, with what was brought to it so far.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn waiting_celebration(desk: State<'_, Desk>, id: CelebrationId) -> Answer<CelebrationView> {
    answer(&desk, |family| family.waiting_celebration(id, now()))
}

/// Chooses the ritual to do.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_ritual(
    desk: State<'_, Desk>,
    id: CelebrationId,
    ritual: Option<RitualId>,
) -> Answer<CelebrationView> {
    answer(&desk, |family| family.choose_ritual(id, ritual, now()))
}

/// Adds a photo from a path she typed or chose.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_celebration_photo(desk: State<'_, Desk>, id: CelebrationId, path: String) -> Answer<CelebrationView> {
    let bytes = read_typed(&path, photo::MOST_BYTES);
    answer(&desk, |family| family.add_celebration_photo(id, &bytes?, now()))
}

/// Withdraws a celebration before it was opened.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn withdraw(
    desk: State<'_, Desk>,
    id: CelebrationId,
    passphrase: Option<String>,
) -> Answer<CelebrationsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.withdraw(id, passphrase.as_ref(), now()))
}

/// Opens a celebration on the screen.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_celebration(desk: State<'_, Desk>, id: CelebrationId) -> Answer<CelebrationView> {
    answer(&desk, |family| family.open_celebration(id, now()))
}

/// Says one line into an open celebration.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn say_line(
    desk: State<'_, Desk>,
    id: CelebrationId,
    who: PersonId,
    line: String,
) -> Answer<CelebrationView> {
    answer(&desk, |family| family.say_line(id, who, &line, now()))
}

/// Puts the keepsake on the shelf and clears the celebration.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn keep(desk: State<'_, Desk>, id: CelebrationId) -> Answer<ShelfView> {
    answer(&desk, |family| family.keep(id, now()))
}

/// Shows the shelf, or what she looks for on it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn shelf(desk: State<'_, Desk>, look: Looking) -> Answer<ShelfView> {
    answer(&desk, |family| family.find_keepsakes(look))
}

/// Puts a small victory on the other's shelf.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn see_small(desk: State<'_, Desk>, giver: PersonId, about: PersonId, line: String) -> Answer<ShelfView> {
    answer(&desk, |family| family.see_small(giver, about, &line, now()))
}

/// Hands a keepsake of her own on to the other.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn hand_on(desk: State<'_, Desk>, id: KeepsakeId) -> Answer<ShelfView> {
    answer(&desk, |family| family.hand_on(id, now()))
}

/// Answers the soft question on the day after; empty words leave it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn answer_next_day(desk: State<'_, Desk>, id: KeepsakeId, memory: String) -> Answer<ShelfView> {
    answer(&desk, |family| family.answer_next_day(id, &memory))
}

/// Removes her own lines from a keepsake.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_lines(
    desk: State<'_, Desk>,
    id: KeepsakeId,
    who: PersonId,
    passphrase: Option<String>,
) -> Answer<ShelfView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.remove_lines(id, who, passphrase.as_ref()))
}

/// Deletes a keepsake of one person for real.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn delete_keepsake(desk: State<'_, Desk>, id: KeepsakeId, passphrase: Option<String>) -> Answer<ShelfView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.delete_keepsake(id, passphrase.as_ref()))
}

/// Shows a keepsake's photo, as base64 of a JPEG.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn keepsake_photo(desk: State<'_, Desk>, id: KeepsakeId) -> Answer<String> {
    answer(&desk, |family| family.keepsake_photo(id))
}

/// Reads the years that the first screen did not need, one after another, so that the window is answered in between.
fn read_ahead_in_a_moment(app: AppHandle) {
    std::thread::spawn(move || {
        std::thread::sleep(FIRST_SCREEN);
        // A year that cannot be read is told by the first screen that needs it.
        while let Ok(true) = app.state::<Desk>().with(|family| family.read_ahead()) {
            std::thread::sleep(BETWEEN_YEARS);
        }
    });
}
