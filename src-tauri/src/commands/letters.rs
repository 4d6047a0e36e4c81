//! Letters, as the window asks for them.

use super::{answer, Answer};
use crate::desk::{now, Desk};
use tauri::State;
use twinflower_core::domain::ids::LetterId;
use twinflower_core::domain::letter::Until;
use twinflower_core::use_cases::LetterWords;
use twinflower_core::views::{DraftKept, LetterView, LettersView, Looking};

/// Shows the letters of the one who is here alone, or those she looks for.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn letters(desk: State<'_, Desk>, look: Looking) -> Answer<LettersView> {
    answer(&desk, |family| family.find_letters(look, now()))
}

/// Reads a whole letter: her draft, or one she has opened.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn read_letter(desk: State<'_, Desk>, id: LetterId) -> Answer<LetterView> {
    answer(&desk, |family| family.read_letter(id))
}

/// Keeps a draft: a new one, or new words of one she is writing.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn keep_letter(desk: State<'_, Desk>, id: Option<LetterId>, words: LetterWords) -> Answer<DraftKept> {
    answer(&desk, |family| family.keep_letter(id, &words, now()))
}

/// Hands a draft over, closed until its moment.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn seal_letter(desk: State<'_, Desk>, id: LetterId, until: Until) -> Answer<LettersView> {
    answer(&desk, |family| family.seal_letter(id, until, now()))
}

/// Takes a sealed letter back before its moment.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_back_letter(desk: State<'_, Desk>, id: LetterId) -> Answer<LettersView> {
    answer(&desk, |family| family.take_back_letter(id, now()))
}

/// Opens a letter whose moment has come.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_letter(desk: State<'_, Desk>, id: LetterId) -> Answer<LetterView> {
    answer(&desk, |family| family.open_letter(id, now()))
}

/// Puts a letter away unread, or takes it out again.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn put_letter_away(desk: State<'_, Desk>, id: LetterId, away: bool) -> Answer<LettersView> {
    answer(&desk, |family| family.put_letter_away(id, away, now()))
}

/// Deletes for real what is hers of a letter.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn delete_letter(desk: State<'_, Desk>, id: LetterId) -> Answer<LettersView> {
    answer(&desk, |family| family.delete_letter(id, now()))
}
