//! The window itself.

use tauri::WebviewWindow;

/// Lets the window fill the whole screen, or no longer; answers whether it filled it before.
#[tauri::command]
#[specta::specta]
pub(crate) fn set_full_screen(window: WebviewWindow, on: bool) -> bool {
    let before = window.is_fullscreen().unwrap_or(false);
    // A desktop that cannot do it leaves the window as it is, and nothing is lost by that.
    let _ = window.set_fullscreen(on);
    before
}
