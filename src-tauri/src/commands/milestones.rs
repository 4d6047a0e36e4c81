//! Milestones, as the window asks for them.

use super::door::typed;
use super::{answer, Answer};
use crate::desk::{now, Desk};
use chrono::NaiveDate;
use tauri::State;
use twinflower_core::domain::days_together::SpanId;
use twinflower_core::domain::ideas::Idea;
use twinflower_core::domain::ids::MilestoneId;
use twinflower_core::domain::milestone::Standing;
use twinflower_core::use_cases::MilestoneWords;
use twinflower_core::views::{Looking, MilestonesView, SharePreview};

/// Shows the milestones of what is open, or those she looks for.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn milestones(desk: State<'_, Desk>, look: Looking) -> Answer<MilestonesView> {
    answer(&desk, |family| family.milestones(look, now()))
}

/// Lists milestones to begin with.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn milestone_ideas(desk: State<'_, Desk>) -> Answer<Vec<Idea>> {
    answer(&desk, |family| family.milestone_ideas())
}

/// Sets down a milestone.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_milestone(desk: State<'_, Desk>, words: MilestoneWords) -> Answer<MilestonesView> {
    answer(&desk, |family| family.add_milestone(&words, now()))
}

/// Edits what she says of a milestone.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn edit_milestone(
    desk: State<'_, Desk>,
    id: MilestoneId,
    words: MilestoneWords,
    passphrase: Option<String>,
) -> Answer<MilestonesView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.edit_milestone(id, &words, passphrase.as_ref(), now()))
}

/// Keeps the day on which a milestone was reached, or puts it on the way again.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_milestone_reached_on(
    desk: State<'_, Desk>,
    id: MilestoneId,
    day: Option<NaiveDate>,
    passphrase: Option<String>,
) -> Answer<MilestonesView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.set_milestone_reached_on(id, day, passphrase.as_ref(), now()))
}

/// Lets a milestone rest, lets it go, or brings it back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_milestone_standing(
    desk: State<'_, Desk>,
    id: MilestoneId,
    standing: Standing,
    passphrase: Option<String>,
) -> Answer<MilestonesView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.set_milestone_standing(id, standing, passphrase.as_ref(), now()))
}

/// Deletes a milestone for real.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn delete_milestone(
    desk: State<'_, Desk>,
    id: MilestoneId,
    passphrase: Option<String>,
) -> Answer<MilestonesView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.delete_milestone(id, passphrase.as_ref(), now()))
}

/// Starts a counted milestone's days again from a day.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start_again(desk: State<'_, Desk>, id: MilestoneId, day: NaiveDate) -> Answer<MilestonesView> {
    answer(&desk, |family| family.start_again(id, day, now()))
}

/// Moves the first day of a span.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn move_start(
    desk: State<'_, Desk>,
    id: MilestoneId,
    span: SpanId,
    day: NaiveDate,
) -> Answer<MilestonesView> {
    answer(&desk, |family| family.move_start(id, span, day, now()))
}

/// Takes away a span that was mistyped.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn mistyped(desk: State<'_, Desk>, id: MilestoneId, span: SpanId) -> Answer<MilestonesView> {
    answer(&desk, |family| family.mistyped(id, span, now()))
}

/// Shows exactly what the other would see.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn preview_milestone(desk: State<'_, Desk>, id: MilestoneId, with_why: bool) -> Answer<SharePreview> {
    answer(&desk, |family| family.preview_milestone(id, with_why, now()))
}

/// Shares what the preview showed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn share_milestone(desk: State<'_, Desk>, id: MilestoneId, with_why: bool) -> Answer<MilestonesView> {
    answer(&desk, |family| family.share_milestone(id, with_why, now()))
}
