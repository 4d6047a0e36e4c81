//! One process a data folder: a lock file holds the turn, a local socket lets a second start bring the first forward.

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericNamespaced, ListenerOptions, Name, Stream};
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::Mutex;
use tauri::{AppHandle, Manager};

/// Whose turn it is with this data folder.
pub(crate) enum Turn {
    /// This process may open it.
    Ours,
    /// Another process has it, and was asked to come forward.
    Taken,
}

struct Held(Mutex<Option<File>>);

/// Takes the turn with a data folder, or asks the process that has it to come forward.
pub(crate) fn take_turn(app: &AppHandle, folder: &Path) -> Turn {
    // A folder that cannot be made or locked is told by the door, with its sentence.
    let _ = std::fs::create_dir_all(folder);
    let file = File::options().create(true).truncate(false).write(true).open(folder.join("lock"));
    if let Ok(file) = file {
        if matches!(file.try_lock(), Err(std::fs::TryLockError::WouldBlock)) && ask_forward(folder) {
            return Turn::Taken;
        }
        app.manage(Held(Mutex::new(Some(file))));
    }
    listen(app.clone(), folder);
    Turn::Ours
}

/// Gives the turn back, for the process that starts at the door.
pub(crate) fn let_go(app: &AppHandle) {
    if let Some(held) = app.try_state::<Held>() {
        held.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
    }
}

fn listen(app: AppHandle, folder: &Path) {
    let Some(Ok(listener)) = socket(folder).map(|name| ListenerOptions::new().name(name).create_sync()) else { return };
    std::thread::spawn(move || {
        for _asked in listener.incoming().flatten() {
            for window in app.webview_windows().values() {
                let _ = window.unminimize();
                let _ = window.set_focus();
            }
        }
    });
}

/// Connecting is all that is asked: what would be written could meet a stream that the first process has closed already.
fn ask_forward(folder: &Path) -> bool {
    socket(folder).is_some_and(|name| Stream::connect(name).is_ok())
}

/// Names the socket after the folder's path, so that two families never meet.
fn socket(folder: &Path) -> Option<Name<'static>> {
    let mut hash = DefaultHasher::new();
    folder.canonicalize().ok()?.hash(&mut hash);
    format!("twinflower-{:016x}", hash.finish()).to_ns_name::<GenericNamespaced>().ok()
}
