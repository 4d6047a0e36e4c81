//! What she keeps for the next hour, as the window asks for it.

use super::files::read_typed;
use super::{answer, Answer};
use crate::desk::Desk;
use tauri::State;
use twinflower_core::domain::ids::{PlanLineId, ReasonId, WayId};
use twinflower_core::domain::photo;
use twinflower_core::domain::plan::PlanPart;
use twinflower_core::domain::way::WayIdea;
use twinflower_core::use_cases::{ReasonWords, WayWords};
use twinflower_core::views::{LentWayRow, NextHourView};

/// Shows what she keeps for the next hour.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn next_hour(desk: State<'_, Desk>) -> Answer<NextHourView> {
    answer(&desk, |family| family.next_hour())
}

/// Writes down a reason, with a photo where she gives one. The photo is a file on this computer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_reason(desk: State<'_, Desk>, words: ReasonWords, photo: Option<String>) -> Answer<NextHourView> {
    let photo = photo.map(|path| read_typed(&path, photo::MOST_BYTES)).transpose();
    answer(&desk, |family| family.add_reason(&words, photo?.as_deref()))
}

/// Edits a reason; without a new photo, the one it has stays.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn edit_reason(
    desk: State<'_, Desk>,
    id: ReasonId,
    words: ReasonWords,
    photo: Option<String>,
) -> Answer<NextHourView> {
    let photo = photo.map(|path| read_typed(&path, photo::MOST_BYTES)).transpose();
    answer(&desk, |family| family.edit_reason(id, &words, photo?.as_deref()))
}

/// Takes the photo away from a reason.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_reason_photo(desk: State<'_, Desk>, id: ReasonId) -> Answer<NextHourView> {
    answer(&desk, |family| family.remove_reason_photo(id))
}

/// Deletes a reason for real.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn delete_reason(desk: State<'_, Desk>, id: ReasonId) -> Answer<NextHourView> {
    answer(&desk, |family| family.delete_reason(id))
}

/// Shows the photo of a reason, as base64 of a JPEG.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reason_photo(desk: State<'_, Desk>, id: ReasonId) -> Answer<String> {
    answer(&desk, |family| family.reason_photo(id))
}

/// Lists ways to begin with.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn way_ideas(desk: State<'_, Desk>) -> Answer<Vec<WayIdea>> {
    answer(&desk, |family| family.way_ideas())
}

/// Writes down a way that helps.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_way(desk: State<'_, Desk>, words: WayWords) -> Answer<NextHourView> {
    answer(&desk, |family| family.add_way(&words))
}

/// Edits a way.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn edit_way(desk: State<'_, Desk>, id: WayId, words: WayWords) -> Answer<NextHourView> {
    answer(&desk, |family| family.edit_way(id, &words))
}

/// Marks that a way was tried and helped, or takes the mark away.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_way_helped(desk: State<'_, Desk>, id: WayId, helped: bool) -> Answer<NextHourView> {
    answer(&desk, |family| family.set_way_helped(id, helped))
}

/// Deletes a way for real.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn delete_way(desk: State<'_, Desk>, id: WayId) -> Answer<NextHourView> {
    answer(&desk, |family| family.delete_way(id))
}

/// Keeps a card for the next hour, or takes it out again.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_card_kept(desk: State<'_, Desk>, id: String, kept: bool) -> Answer<NextHourView> {
    answer(&desk, |family| family.set_card_kept(&id, kept))
}

/// Shows exactly what the other would see if she lent this way.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn preview_way(desk: State<'_, Desk>, id: WayId) -> Answer<LentWayRow> {
    answer(&desk, |family| family.preview_way(id))
}

/// Lends a way to the other.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn lend_way(desk: State<'_, Desk>, id: WayId) -> Answer<NextHourView> {
    answer(&desk, |family| family.lend_way(id))
}

/// Stops lending a way.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_back_way(desk: State<'_, Desk>, id: WayId) -> Answer<NextHourView> {
    answer(&desk, |family| family.take_back_way(id))
}

/// Keeps a copy of a way that the other lends.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn keep_lent_way(desk: State<'_, Desk>, id: WayId) -> Answer<NextHourView> {
    answer(&desk, |family| family.keep_lent_way(id))
}

/// Writes a line into a part of her plan.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_plan_line(desk: State<'_, Desk>, part: PlanPart, words: String) -> Answer<NextHourView> {
    answer(&desk, |family| family.add_plan_line(part, &words))
}

/// Edits a line of her plan.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn edit_plan_line(desk: State<'_, Desk>, id: PlanLineId, words: String) -> Answer<NextHourView> {
    answer(&desk, |family| family.edit_plan_line(id, &words))
}

/// Deletes a line of her plan for real.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn delete_plan_line(desk: State<'_, Desk>, id: PlanLineId) -> Answer<NextHourView> {
    answer(&desk, |family| family.delete_plan_line(id))
}
