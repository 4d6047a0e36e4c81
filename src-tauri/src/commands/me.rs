//! What a person says of herself, her own people, and the words that open her space.

use super::door::typed;
use super::{answer, Answer};
use crate::desk::Desk;
use tauri::State;
use twinflower_core::domain::ideas::Lives;
use twinflower_core::domain::ids::{ContactId, PersonId};
use twinflower_core::use_cases::ContactWords;
use twinflower_core::views::{ContactRow, DraftRow, HereView, MeView};
use zeroize::Zeroizing;

/// Shows what she said of herself.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn me(desk: State<'_, Desk>) -> Answer<MeView> {
    answer(&desk, |family| family.me())
}

/// Keeps what she lives with.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_lives(desk: State<'_, Desk>, lives: Vec<Lives>) -> Answer<MeView> {
    answer(&desk, |family| family.set_lives(&lives))
}

/// Keeps after how many quiet minutes everything locks.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_idle_minutes(desk: State<'_, Desk>, minutes: Option<u32>) -> Answer<MeView> {
    answer(&desk, |family| family.set_idle_minutes(minutes))
}

/// Keeps whether she wants the soft question on the day after a celebration.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_next_day_question(desk: State<'_, Desk>, asked: bool) -> Answer<MeView> {
    answer(&desk, |family| family.set_next_day_question(asked))
}

/// Changes her passphrase.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_passphrase(desk: State<'_, Desk>, person: PersonId, old: String, fresh: String) -> Answer<()> {
    let (old, fresh) = (typed(old), typed(fresh));
    answer(&desk, |family| family.change_passphrase(person, &old, &fresh))
}

/// Draws twelve new spare words for her to copy.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn begin_spare_words(desk: State<'_, Desk>, person: PersonId, passphrase: String) -> Answer<Vec<String>> {
    let passphrase = typed(passphrase);
    answer(&desk, |family| Ok(owned(family.begin_spare_words(person, &passphrase)?)))
}

/// Takes the new spare words as she copied them.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn try_fresh_spare_words(desk: State<'_, Desk>, copied: String) -> Answer<()> {
    let copied = Zeroizing::new(copied);
    answer(&desk, |family| family.try_fresh_spare_words(&copied))
}

/// Opens her space with the spare words, under a fresh passphrase; it voids them.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_with_spare_words(
    desk: State<'_, Desk>,
    person: PersonId,
    copied: String,
    fresh: String,
) -> Answer<HereView> {
    let (copied, fresh) = (Zeroizing::new(copied), typed(fresh));
    answer(&desk, |family| family.open_with_spare_words(person, &copied, &fresh))
}

/// Lets a person begin again who has neither passphrase nor spare words; takes the other one's passphrase.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn begin_again(
    desk: State<'_, Desk>,
    person: PersonId,
    fresh: String,
    other: Option<String>,
) -> Answer<Vec<String>> {
    let (fresh, other) = (typed(fresh), other.map(typed));
    answer(&desk, |family| Ok(owned(family.begin_again(person, &fresh, other.as_ref())?)))
}

/// Lists her own people.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn contacts(desk: State<'_, Desk>) -> Answer<Vec<ContactRow>> {
    answer(&desk, |family| family.contacts())
}

/// Writes down one of her own people.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_contact(desk: State<'_, Desk>, words: ContactWords) -> Answer<Vec<ContactRow>> {
    answer(&desk, |family| family.add_contact(&words))
}

/// Edits one of her own people.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn edit_contact(desk: State<'_, Desk>, id: ContactId, words: ContactWords) -> Answer<Vec<ContactRow>> {
    answer(&desk, |family| family.edit_contact(id, &words))
}

/// Deletes one of her own people for real.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_contact(desk: State<'_, Desk>, id: ContactId) -> Answer<Vec<ContactRow>> {
    answer(&desk, |family| family.remove_contact(id))
}

/// Lists unfinished words.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn drafts(desk: State<'_, Desk>) -> Answer<Vec<DraftRow>> {
    answer(&desk, |family| family.drafts())
}

/// Keeps the unfinished words of one field.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn keep_draft(desk: State<'_, Desk>, field: String, text: String) -> Answer<()> {
    answer(&desk, |family| family.keep_draft(&field, &text))
}

fn owned(words: Vec<&'static str>) -> Vec<String> {
    words.into_iter().map(str::to_owned).collect()
}
