//! What the window may ask: parse, call one use case, answer. Nothing else.

mod bundles;
mod celebrations;
mod computers;
mod door;
mod families;
mod files;
mod goals;
mod letters;
mod me;
mod milestones;
mod next_hour;
mod pages;
mod rituals;
mod shared;
mod window;

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
        door::go_on_from_here,
        door::lock,
        door::lock_all,
        door::hide,
        door::undo,
        door::set_language,
        door::set_region,
        door::set_theme,
        families::families,
        families::open_family,
        families::start_family,
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
        milestones::milestone_ideas,
        milestones::add_milestone,
        milestones::edit_milestone,
        milestones::set_milestone_reached_on,
        milestones::set_milestone_standing,
        milestones::delete_milestone,
        milestones::start_again,
        milestones::move_start,
        milestones::mistyped,
        milestones::preview_milestone,
        milestones::share_milestone,
        celebrations::today,
        celebrations::celebrations,
        celebrations::mark_ready,
        celebrations::answer_expected,
        celebrations::answer_invitation,
        celebrations::put_off_celebration,
        celebrations::waiting_celebration,
        celebrations::choose_ritual,
        celebrations::add_celebration_photo,
        celebrations::withdraw,
        celebrations::open_celebration,
        celebrations::say_line,
        celebrations::keep,
        celebrations::shelf,
        celebrations::see_small,
        celebrations::hand_on,
        celebrations::answer_next_day,
        celebrations::remove_lines,
        celebrations::delete_keepsake,
        celebrations::keepsake_photo,
        letters::letters,
        letters::read_letter,
        letters::keep_letter,
        letters::seal_letter,
        letters::take_back_letter,
        letters::open_letter,
        letters::put_letter_away,
        letters::delete_letter,
        shared::shared,
        shared::take_back,
        shared::set_not_now,
        next_hour::next_hour,
        next_hour::add_reason,
        next_hour::edit_reason,
        next_hour::remove_reason_photo,
        next_hour::delete_reason,
        next_hour::reason_photo,
        next_hour::way_ideas,
        next_hour::add_way,
        next_hour::edit_way,
        next_hour::set_way_helped,
        next_hour::delete_way,
        next_hour::set_card_kept,
        next_hour::preview_way,
        next_hour::lend_way,
        next_hour::take_back_way,
        next_hour::keep_lent_way,
        next_hour::add_plan_line,
        next_hour::edit_plan_line,
        next_hour::delete_plan_line,
        rituals::rituals,
        rituals::ritual_ideas,
        rituals::add_ritual,
        rituals::edit_ritual,
        rituals::set_ritual_standing,
        rituals::set_ritual_rests,
        rituals::delete_ritual,
        rituals::preview_ritual,
        rituals::share_ritual,
        rituals::take_back_ritual,
        rituals::keep_occurrence,
        rituals::skip_occurrence,
        rituals::clear_occurrence,
        rituals::remove_photo,
        rituals::memory_lane,
        rituals::occurrence_photo,
        goals::goals,
        goals::goal_words,
        goals::add_goal,
        goals::edit_goal,
        goals::preview_proposal,
        goals::propose_goal,
        goals::agree_to_goal,
        goals::set_goal_not_now,
        goals::take_back_proposal,
        goals::set_goal_course,
        goals::set_goal_achievement,
        goals::delete_goal,
        goals::erase_my_part,
        goals::check_in,
        goals::edit_check_in,
        goals::remove_check_in,
        goals::goal_check_ins,
        pages::pieces,
        pages::lay_out_page,
        pages::page_picture,
        pages::page_text,
        pages::stop_page,
        pages::sign_page,
        pages::save_page,
        pages::print_page,
        pages::copy_page,
        pages::choose_page_place,
        pages::page_size,
        files::choose_photo,
        files::choose_folder,
        files::choose_copy,
        bundles::kept_safe,
        bundles::back_up,
        bundles::copy_to,
        bundles::preview_bundle,
        bundles::restore_bundle,
        bundles::repair,
        bundles::leave,
        computers::computers,
        computers::set_sync,
        computers::name_computer,
        computers::listen_again,
        computers::forget_computer,
        computers::let_mine_go,
        computers::keep_mine,
        computers::pairing,
        computers::show_ticket,
        computers::save_ticket,
        computers::choose_ticket,
        computers::bring_ticket,
        computers::say_same,
        computers::stop_pairing,
        computers::join,
        computers::apart,
        computers::settle_wording,
        computers::keep_words,
        computers::let_go_of_words,
        window::set_full_screen,
    ])
}

/// Runs one use case and tells its error in the catalog's words.
fn answer<T>(
    desk: &State<'_, Desk>,
    what: impl FnOnce(&mut twinflower_core::Family) -> twinflower_core::Result<T>,
) -> Answer<T> {
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
