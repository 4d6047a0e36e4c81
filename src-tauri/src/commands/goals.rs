//! Goals and check-ins, as the window asks for them.

use super::door::typed;
use super::{answer, Answer};
use crate::desk::{now, Desk};
use chrono::NaiveDate;
use tauri::State;
use twinflower_core::domain::goal::{Achievement, Course, Wording};
use twinflower_core::domain::ids::{CheckInId, GoalId, PersonId};
use twinflower_core::use_cases::{CheckInWords, GoalWords, Offer};
use twinflower_core::views::{CheckInsView, GoalsView, Looking, ProposalPreview};

/// Shows the goals of what is open, or those she looks for.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn goals(desk: State<'_, Desk>, look: Looking) -> Answer<GoalsView> {
    answer(&desk, |family| family.goals(look))
}

/// Shows what is said of one goal, to edit it or to read what was agreed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn goal_words(desk: State<'_, Desk>, id: GoalId) -> Answer<GoalWords> {
    answer(&desk, |family| family.goal_words(id))
}

/// Sets down a goal.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_goal(desk: State<'_, Desk>, words: GoalWords) -> Answer<GoalsView> {
    answer(&desk, |family| family.add_goal(&words))
}

/// Edits what is said of a goal.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn edit_goal(
    desk: State<'_, Desk>,
    id: GoalId,
    words: GoalWords,
    passphrase: Option<String>,
) -> Answer<GoalsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.edit_goal(id, &words, passphrase.as_ref()))
}

/// Shows exactly what the other would be asked to agree to.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn preview_proposal(desk: State<'_, Desk>, id: GoalId, offer: Offer) -> Answer<ProposalPreview> {
    answer(&desk, |family| family.preview_proposal(id, &offer))
}

/// Proposes what the preview showed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn propose_goal(desk: State<'_, Desk>, id: GoalId, offer: Offer) -> Answer<GoalsView> {
    answer(&desk, |family| family.propose_goal(id, &offer))
}

/// Agrees, for one person, to the wording that stood on the screen.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn agree_to_goal(
    desk: State<'_, Desk>,
    id: GoalId,
    person: PersonId,
    seen: Wording,
    passphrase: Option<String>,
) -> Answer<GoalsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.agree_to_goal(id, person, &seen, passphrase.as_ref()))
}

/// Lays a proposal aside, or takes it up again, seen by nobody else.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_goal_not_now(desk: State<'_, Desk>, id: GoalId, not_now: bool) -> Answer<GoalsView> {
    answer(&desk, |family| family.set_goal_not_now(id, not_now))
}

/// Takes back a proposal for real.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_back_proposal(desk: State<'_, Desk>, id: GoalId, passphrase: Option<String>) -> Answer<GoalsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.take_back_proposal(id, passphrase.as_ref()))
}

/// Lets a goal rest, finishes it, lets it go, or brings it back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_goal_course(
    desk: State<'_, Desk>,
    id: GoalId,
    course: Course,
    passphrase: Option<String>,
) -> Answer<GoalsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.set_goal_course(id, course, passphrase.as_ref()))
}

/// Says what came of a goal.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_goal_achievement(
    desk: State<'_, Desk>,
    id: GoalId,
    achievement: Achievement,
    passphrase: Option<String>,
) -> Answer<GoalsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.set_goal_achievement(id, achievement, passphrase.as_ref()))
}

/// Deletes a goal of hers for real.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn delete_goal(desk: State<'_, Desk>, id: GoalId, passphrase: Option<String>) -> Answer<GoalsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.delete_goal(id, passphrase.as_ref()))
}

/// Erases one person's part of a joint goal for real.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn erase_my_part(
    desk: State<'_, Desk>,
    id: GoalId,
    person: PersonId,
    passphrase: Option<String>,
) -> Answer<GoalsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.erase_my_part(id, person, passphrase.as_ref()))
}

/// Checks in to a goal, for herself.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn check_in(
    desk: State<'_, Desk>,
    goal: GoalId,
    by: PersonId,
    words: CheckInWords,
    passphrase: Option<String>,
) -> Answer<GoalsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.check_in(goal, by, &words, passphrase.as_ref(), now()))
}

/// Gives one of her own check-ins other words.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn edit_check_in(
    desk: State<'_, Desk>,
    goal: GoalId,
    id: CheckInId,
    words: String,
    passphrase: Option<String>,
) -> Answer<GoalsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.edit_check_in(goal, id, &words, passphrase.as_ref()))
}

/// Deletes one of her own check-ins for real.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_check_in(
    desk: State<'_, Desk>,
    goal: GoalId,
    id: CheckInId,
    passphrase: Option<String>,
) -> Answer<GoalsView> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.remove_check_in(goal, id, passphrase.as_ref()))
}

/// Shows the check-ins of one goal, from a day back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn goal_check_ins(desk: State<'_, Desk>, goal: GoalId, until: NaiveDate) -> Answer<CheckInsView> {
    answer(&desk, |family| family.goal_check_ins(goal, until))
}
