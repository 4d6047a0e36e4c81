//! Locks before the computer sleeps, where the system tells: logind, on the system bus.

use crate::desk::Desk;
use crate::window;
use crate::wire::Wiring;
use dbus::arg::OwnedFd;
use dbus::blocking::Connection;
use dbus::message::MatchRule;
use std::time::Duration;
use tauri::{AppHandle, Manager};
use twinflower_report::PressApart;

const LOGIND: &str = "org.freedesktop.login1";
const PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";

/// How long the page may take to seal unfinished words. logind waits five seconds for everybody who asked it to wait.
const MOMENT: Duration = Duration::from_secs(2);

/// Listens from now on. Where nobody tells, a long sleep is locked at the first touch after it.
pub(crate) fn watch(app: AppHandle) {
    std::thread::spawn(move || {
        // No system bus, or one that went away: it is as if it were never there.
        let _ = listen(app);
    });
}

fn listen(app: AppHandle) -> Result<(), dbus::Error> {
    let bus = Connection::new_system()?;
    let mut wait = ask_to_wait(&bus);
    let sleeps = MatchRule::new_signal(MANAGER, "PrepareForSleep").with_sender(LOGIND).with_path(PATH);
    bus.add_match(sleeps, move |(begins,): (bool,), bus, _| {
        if begins {
            lock(&app);
        }
        let next = if begins { None } else { ask_to_wait(bus) };
        // What was held is closed, and the computer may sleep.
        drop(std::mem::replace(&mut wait, next));
        true
    })?;
    loop {
        bus.process(Duration::from_secs(3600))?;
    }
}

/// Asks logind to wait until what it answers with is closed; without an answer the computer sleeps at once.
fn ask_to_wait(bus: &Connection) -> Option<OwnedFd> {
    let logind = bus.with_proxy(LOGIND, PATH, MOMENT);
    let asked = logind.method_call(MANAGER, "Inhibit", ("sleep", "Twinflower", "lock", "delay"));
    asked.ok().map(|(wait,): (OwnedFd,)| wait)
}

/// The page seals what is unfinished and locks. One that does not is locked without it.
fn lock(app: &AppHandle) {
    let desk = app.state::<Desk>();
    if desk.with(|family| Ok(family.whos_here().here.is_empty())) != Ok(false) {
        return;
    }
    window::tell(app, "sleep");
    std::thread::sleep(MOMENT);
    app.state::<Wiring>().close();
    app.state::<PressApart>().stop();
    let somebody_stayed = desk.with(|family| {
        let somebody = !family.whos_here().here.is_empty();
        family.lock_all();
        Ok(somebody)
    });
    if somebody_stayed == Ok(true) {
        window::back_to_the_door(app);
    }
}
