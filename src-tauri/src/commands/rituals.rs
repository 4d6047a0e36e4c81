//! Rituals, as the window asks for them.

use super::door::typed;
use super::files::read_typed;
use super::{answer, Answer};
use crate::desk::{now, Desk};
use chrono::NaiveDate;
use tauri::State;
use twinflower_core::domain::ideas::Idea;
use twinflower_core::domain::ids::RitualId;
use twinflower_core::domain::person::Owner;
use twinflower_core::domain::photo;
use twinflower_core::domain::recurrence::Rest;
use twinflower_core::domain::ritual::Standing;
use twinflower_core::use_cases::RitualWords;
use twinflower_core::views::{Looking, MemoryLaneView, RitualRow, RitualsView};

/// Shows the rituals of what is open, or those she looks for.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn rituals(desk: State<'_, Desk>, look: Looking) -> Answer<RitualsView> {
    answer(&desk, |family| family.find_rituals(look, now()))
}

/// Lists ideas to begin with.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn ritual_ideas(desk: State<'_, Desk>) -> Answer<Vec<Idea>> {
    answer(&desk, |family| family.ritual_ideas())
}

/// Sets down a ritual.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_ritual(desk: State<'_, Desk>, words: RitualWords) -> Answer<RitualsView> {
    answer(&desk, |family| family.add_ritual(&words, now()))
}

/// Edits what she says of a ritual.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn edit_ritual(
    desk: State<'_, Desk>,
    id: RitualId,
    words: RitualWords,
    passphrase: Option<String>,
) -> Answer<RitualsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.edit_ritual(id, &words, passphrase.as_ref(), now()))
}

/// Lets a ritual rest, lets it go, or brings it back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_ritual_standing(
    desk: State<'_, Desk>,
    id: RitualId,
    standing: Standing,
    passphrase: Option<String>,
) -> Answer<RitualsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.set_ritual_standing(id, standing, passphrase.as_ref(), now()))
}

/// Keeps the periods in which a ritual rests.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_ritual_rests(
    desk: State<'_, Desk>,
    id: RitualId,
    rests: Vec<Rest>,
    passphrase: Option<String>,
) -> Answer<RitualsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.set_ritual_rests(id, &rests, passphrase.as_ref(), now()))
}

/// Deletes a ritual for real, with all that was written of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn delete_ritual(desk: State<'_, Desk>, id: RitualId, passphrase: Option<String>) -> Answer<RitualsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.delete_ritual(id, passphrase.as_ref(), now()))
}

/// Shows exactly what the other would see.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn preview_ritual(desk: State<'_, Desk>, id: RitualId, with_meaning: bool) -> Answer<RitualRow> {
    answer(&desk, |family| family.preview_ritual(id, with_meaning, now()))
}

/// Shares what the preview showed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn share_ritual(desk: State<'_, Desk>, id: RitualId, with_meaning: bool) -> Answer<RitualsView> {
    answer(&desk, |family| family.share_ritual(id, with_meaning, now()))
}

/// Takes back what was shared.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_back_ritual(desk: State<'_, Desk>, id: RitualId, passphrase: Option<String>) -> Answer<RitualsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.take_back_ritual(id, passphrase.as_ref(), now()))
}

/// Keeps a day of a ritual, with a line and a photo where she gives them. The photo is a file on this computer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn keep_occurrence(
    desk: State<'_, Desk>,
    id: RitualId,
    day: NaiveDate,
    line: Option<String>,
    photo: Option<String>,
) -> Answer<RitualsView> {
    let photo = photo.map(|path| read_typed(&path, photo::MOST_BYTES)).transpose();
    answer(&desk, |family| family.keep_occurrence(id, day, line.as_deref(), photo?.as_deref(), now()))
}

/// Leaves a day of a ritual out on purpose.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn skip_occurrence(desk: State<'_, Desk>, id: RitualId, day: NaiveDate) -> Answer<RitualsView> {
    answer(&desk, |family| family.skip_occurrence(id, day, now()))
}

/// Makes a day of a ritual unknown again.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clear_occurrence(desk: State<'_, Desk>, id: RitualId, day: NaiveDate) -> Answer<RitualsView> {
    answer(&desk, |family| family.clear_occurrence(id, day, now()))
}

/// Takes away her own photo of a day.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_photo(desk: State<'_, Desk>, id: RitualId, day: NaiveDate) -> Answer<RitualsView> {
    answer(&desk, |family| family.remove_photo(id, day, now()))
}

/// Shows the days a ritual was kept, the newest first.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn memory_lane(desk: State<'_, Desk>, id: RitualId, before: Option<NaiveDate>) -> Answer<MemoryLaneView> {
    answer(&desk, |family| family.memory_lane(id, before))
}

/// Opens one photo of a day: a JPEG file in base64.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn occurrence_photo(desk: State<'_, Desk>, id: RitualId, day: NaiveDate, whose: Owner) -> Answer<String> {
    answer(&desk, |family| family.occurrence_photo(id, day, whose))
}
