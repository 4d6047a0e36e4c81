//! Pages to print, as the window asks for them.

use super::door::typed;
use super::files::{chosen, dialog, path};
use super::{answer, Answer};
use crate::desk::{now, Desk};
use crate::press::{no_viewer, told};
use std::sync::mpsc;
use std::time::Duration;
use tauri::{AppHandle, State};
use twinflower_core::domain::ids::PersonId;
use twinflower_core::use_cases::save_page as save;
use twinflower_core::views::{
    Choice, LaidOutView, LookingForPieces, MissingLetter, PageSize, PageView, Paper, PiecesView, Signer,
};
use twinflower_report::{script_of, Catalog, PressApart, Setting, Worded};

/// The sentences of a page.
const SENTENCES: &str = include_str!("../../locales/en/pages.ftl");

/// The most letters that no font has which are named: as many as anybody reads.
const MOST_MISSING: usize = 60;

/// How long the system's viewer may take to say that there is none.
const VIEWER: Duration = Duration::from_secs(5);

/// Lists the pieces that could be chosen for a paper, or those she looks for.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pieces(
    desk: State<'_, Desk>,
    press: State<'_, PressApart>,
    paper: Paper,
    look: LookingForPieces,
) -> Answer<PiecesView> {
    press.warm();
    answer(&desk, |family| family.pieces(&paper, &look, now()))
}

/// Lays out what was chosen, to be looked at; a newer call ends an older one.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn lay_out_page(
    desk: State<'_, Desk>,
    press: State<'_, PressApart>,
    choice: Choice,
    size: PageSize,
    language: String,
) -> Answer<LaidOutView> {
    let (page, signers) = answer(&desk, |family| family.page_with_signers(&choice, now()))?;
    let (pages, missing) = press.lay_out(worded(&page, size, &language)?).map_err(told)?;
    let more_missing = missing.len().saturating_sub(MOST_MISSING) as u32;
    let missing = missing.into_iter().take(MOST_MISSING).map(named).collect();
    Ok(LaidOutView { pages, missing, more_missing, is_empty: page.is_empty(), signers })
}

/// Draws one of the pages that were laid out last, from nought, as SVG.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn page_picture(press: State<'_, PressApart>, at: u32) -> Answer<String> {
    press.picture(at).map_err(told)
}

/// Says what stands on the pages that were laid out last, for who does not see them.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn page_text(press: State<'_, PressApart>) -> Answer<String> {
    press.text().map_err(told)
}

/// Ends what is being laid out, and forgets what was.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn stop_page(press: State<'_, PressApart>) {
    press.stop();
}

/// Signs off one person's part of what was chosen.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn sign_page(
    desk: State<'_, Desk>,
    choice: Choice,
    person: PersonId,
    passphrase: Option<String>,
) -> Answer<Vec<Signer>> {
    let passphrase = passphrase.map(typed);
    answer(&desk, |family| family.sign_page(&choice, person, passphrase.as_ref(), now()))
}

/// Saves the page as a PDF in a folder, or as a file; answers with where it is.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_page(
    desk: State<'_, Desk>,
    press: State<'_, PressApart>,
    choice: Choice,
    size: PageSize,
    language: String,
    place: String,
) -> Answer<String> {
    let pdf = pdf(&desk, &press, &choice, size, &language)?;
    let saved = save(&path(&place), &pdf, now()).map_err(|error| error.told())?;
    Ok(saved.to_string_lossy().into_owned())
}

/// Opens the page in the system's viewer, to be printed from there.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn print_page(
    desk: State<'_, Desk>,
    press: State<'_, PressApart>,
    choice: Choice,
    size: PageSize,
    language: String,
) -> Answer<()> {
    let pdf = pdf(&desk, &press, &choice, size, &language)?;
    let file = answer(&desk, |family| family.page_to_print(&choice, &pdf, now()))?;
    let (said, hears) = mpsc::channel();
    std::thread::spawn(move || said.send(open::that(file)));
    match hears.recv_timeout(VIEWER) {
        Ok(Err(_)) => Err(no_viewer()),
        // A viewer that is still open has been found.
        Ok(Ok(())) | Err(_) => Ok(()),
    }
}

/// Says the page as plain text, for the clipboard.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn copy_page(desk: State<'_, Desk>, choice: Choice, language: String) -> Answer<String> {
    let page = answer(&desk, |family| family.page_to_keep(&choice, now()))?;
    Ok(worded(&page, PageSize::A4, &language)?.text())
}

/// Opens the system's dialog for where to save a page; `title` is in her language. Answers with where, or nothing.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_page_place(app: AppHandle, title: String) -> Option<String> {
    let name = format!("Twinflower page {}.pdf", now().today);
    chosen(&app, dialog(&app, &title).set_file_name(name).add_filter(title, &["pdf"]).blocking_save_file()?)
}

/// Returns the paper that her region uses.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn page_size(desk: State<'_, Desk>) -> Answer<PageSize> {
    answer(&desk, |family| Ok(PageSize::of_region(&family.door().region.unwrap_or_default())))
}

fn named(letter: char) -> MissingLetter {
    MissingLetter { letter: letter.into(), script: script_of(letter).map(str::to_owned) }
}

fn pdf(desk: &State<'_, Desk>, press: &PressApart, choice: &Choice, size: PageSize, language: &str) -> Answer<Vec<u8>> {
    let page = answer(desk, |family| family.page_to_keep(choice, now()))?;
    press.pdf(worded(&page, size, language)?).map_err(told)
}

fn worded(page: &PageView, size: PageSize, language: &str) -> Answer<Worded> {
    // Until another catalog is here, a page is in English whatever is asked for.
    let language = if language.starts_with("en") { language } else { "en" };
    let catalog = Catalog::new(language, SENTENCES).or_else(|_| Catalog::new("en", SENTENCES));
    let worded = catalog.and_then(|catalog| Worded::new(page, &Setting { catalog: &catalog, size }));
    worded.map_err(told)
}
