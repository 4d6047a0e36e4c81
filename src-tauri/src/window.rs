//! The one window: where its profile lives, how it is drawn, how it goes away.

use crate::asked::Asked;
use crate::desk::Desk;
use crate::families::Families;
use crate::single::{self, Turn};
use crate::wire::Wiring;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use tauri::{AppHandle, Manager, RunEvent, WebviewUrl, WebviewWindowBuilder};
use twinflower_report::PressApart;

/// The label of the only window there is; the capability names it.
const LABEL: &str = "family";

/// Opens the window over the family in the asked folder, or brings forward the one that is open already.
pub(crate) fn run(asked: Asked) -> tauri::Result<()> {
    let calls = crate::commands::builder();
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(calls.invoke_handler())
        .setup(move |app| Ok(open(app.handle(), asked)?))
        .build(tauri::generate_context!())?
        .run(|app, event| {
            if let RunEvent::Exit = event {
                leave_no_page(app);
                throw_the_demo_away(app);
            }
        });
    Ok(())
}

/// Chooses how WebKitGTK paints, before the window is made.
///
/// Without a GPU its DMA-BUF renderer doubles the time to the first frame and the memory; with one it is the better way.
pub(crate) fn choose_renderer() {
    #[cfg(target_os = "linux")]
    if !Path::new("/dev/dri").exists() && std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
        std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    }
}

/// Takes every window off the screen at once.
pub(crate) fn vanish(app: &AppHandle) {
    for window in app.webview_windows().values() {
        // A window that cannot be hidden goes with the process, a moment later.
        let _ = window.hide();
    }
}

/// Tells the page one word of what happens outside of it, as an event of its window.
pub(crate) fn tell(app: &AppHandle, word: &'static str) {
    for window in app.webview_windows().values() {
        // A page that cannot hear it is not waited for.
        let _ = window.eval(format!("dispatchEvent(new Event('{word}'))"));
    }
}

/// Ends this process and starts a new one at the door: what was typed here cannot be in that one's memory.
pub(crate) fn back_to_the_door(app: &AppHandle) {
    go_to(app, &app.state::<Asked>());
}

/// Ends this process and starts one at the door that is asked for.
pub(crate) fn go_to(app: &AppHandle, asked: &Asked) {
    vanish(app);
    if app.state::<GoesOn>().0.swap(true, Ordering::Relaxed) {
        return; // it has been started already
    }
    single::let_go(app);
    if let Ok(program) = std::env::current_exe() {
        // If it cannot be started, the family is locked all the same and is opened as it always is.
        let _ = Command::new(program).args(asked.arguments()).spawn();
    }
    app.exit(0);
}

/// Whether another process goes on with this folder.
struct GoesOn(AtomicBool);

/// Closes the wire, ends the press, and removes what was printed from: a window that is closed has not always been locked.
fn leave_no_page(app: &AppHandle) {
    if let Some(wiring) = app.try_state::<Wiring>() {
        wiring.close();
    }
    if let Some(press) = app.try_state::<PressApart>() {
        press.stop();
    }
    if let Some(desk) = app.try_state::<Desk>() {
        desk.forget_printed();
    }
}

/// Removes the made-up family's folder when its last window closes.
fn throw_the_demo_away(app: &AppHandle) {
    let goes_on = app.try_state::<GoesOn>().is_none_or(|goes_on| goes_on.0.load(Ordering::Relaxed));
    let Some(asked) = app.try_state::<Asked>().filter(|asked| asked.demo && !goes_on) else { return };
    if let Some(folder) = &asked.folder {
        // A system that cleans its temporary folder does the rest.
        let _ = std::fs::remove_dir_all(folder);
    }
}

fn open(app: &AppHandle, asked: Asked) -> tauri::Result<()> {
    let first = app.path().app_data_dir()?;
    let folder = asked.folder.clone().unwrap_or_else(|| first.clone());
    match single::take_turn(app, &folder) {
        Turn::Ours => (),
        // Nothing is open yet; the event loop, which has not begun, may not hear `app.exit`.
        Turn::Taken => std::process::exit(0),
    }
    // All families of this computer are marked in one place, each by its id.
    let systems = app.path().app_config_dir().ok();
    let settings = match Families::hold(&first, &folder) {
        true => Asked::default().settings(&first, systems),
        false => asked.settings(&folder, systems),
    };
    crate::wire::forget_copies(&folder);
    app.manage(Wiring::default());
    let desk = Desk::at(&folder, settings.as_deref());
    let there = app.clone();
    desk.tells(move || crate::wire::stir(&there));
    app.manage(desk);
    app.manage(asked);
    app.manage(crate::press::apart());
    app.manage(GoesOn(AtomicBool::new(false)));
    #[cfg(target_os = "linux")]
    crate::sleep::watch(app.clone());
    let profile = folder.join("window");
    forget(&profile);
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("Twinflower")
        .inner_size(1280.0, 800.0)
        .min_inner_size(480.0, 480.0)
        .data_directory(profile)
        .build()?;
    Ok(())
}

/// Removes what the web engine kept of the last time: nothing of hers belongs there, and nothing is kept in case it does.
fn forget(profile: &Path) {
    if profile.is_dir() {
        // What cannot be removed now is removed at the next start.
        let _ = std::fs::remove_dir_all(profile);
    }
}
