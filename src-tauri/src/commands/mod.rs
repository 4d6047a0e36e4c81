//! What the window may ask: parse, call one use case, answer. Nothing else.

mod door;
mod me;
mod milestones;

use crate::desk::Desk;
use tauri::State;
use twinflower_core::Told;

/// What every command answers with: a view, or the sentence for what went wrong.
type Answer<T> = Result<T, Told>;

/// Lists the commands, for the window and for the generated bindings.
pub(crate) fn builder() -> tauri_specta::Builder<tauri::Wry> {
    tauri_specta::Builder::<tauri::Wry>::new().disable_serde_phases().commands(tauri_specta::collect_commands![
        door::door,
        door::here,
        door::offer_passphrase,
        door::begin,
        door::try_spare_words,
        door::come_in,
        door::say_yes,
        door::lock,
        door::lock_all,
        door::hide,
        door::undo,
        door::set_language,
        door::set_region,
        door::set_theme,
        me::me,
        me::set_lives,
        me::set_idle_minutes,
        me::set_next_day_question,
        me::change_passphrase,
        me::begin_spare_words,
        me::try_fresh_spare_words,
        me::open_with_spare_words,
        me::begin_again,
        me::contacts,
        me::add_contact,
        me::edit_contact,
        me::remove_contact,
        me::drafts,
        me::keep_draft,
        milestones::milestones,
        milestones::add_milestone,
        milestones::edit_milestone,
        milestones::set_milestone_standing,
        milestones::delete_milestone,
        milestones::start_again,
        milestones::move_start,
        milestones::mistyped,
        milestones::preview_milestone,
        milestones::share_milestone,
    ])
}

/// Runs one use case and tells its error in the catalog's words.
fn answer<T>(desk: &State<'_, Desk>, what: impl FnOnce(&mut twinflower_core::Family) -> twinflower_core::Result<T>) -> Answer<T> {
    desk.with(what).map_err(|error| error.told())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_bindings_are_what_the_commands_say() {
        let path = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/ipc/bindings.ts"));
        let fresh = path.with_extension("fresh.ts");
        super::builder().export(specta_typescript::Typescript::default(), &fresh).unwrap();
        if std::env::var_os("TWINFLOWER_WRITE_BINDINGS").is_some() {
            std::fs::copy(&fresh, path).unwrap();
        }
        let said = std::fs::read_to_string(&fresh).unwrap();
        std::fs::remove_file(fresh).unwrap();
        assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), said, "run `cargo xtask bindings`");
    }
}
