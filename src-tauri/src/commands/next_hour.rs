//! What she keeps for the next hour, as the window asks for it.

use super::{answer, Answer};
use crate::desk::Desk;
use tauri::State;
use twinflower_core::domain::ids::WayId;
use twinflower_core::domain::way::WayIdea;
use twinflower_core::use_cases::WayWords;
use twinflower_core::views::NextHourView;

/// Shows what she keeps for the next hour.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn next_hour(desk: State<'_, Desk>) -> Answer<NextHourView> {
    answer(&desk, |family| family.next_hour())
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
