//! Every process of a story carries a mark in its environment, which whatever it starts inherits: so nothing of it escapes.

use std::collections::BTreeSet;
use std::fs;
use std::process;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, WaitOptions, getpid, kill_process, set_child_subreaper, waitpid};

/// The variable that carries the mark.
pub(crate) const MARK: &str = "TWINFLOWER_STORY";

/// One process of this system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Process {
    pub(crate) id: u32,
    pub(crate) parent: u32,
    pub(crate) name: String,
    has_ended: bool,
}

/// Makes processes that lose their parent children of this one, so that they can be buried here: not every system's first
/// process does it.
pub(crate) fn adopt_orphans() {
    // Without it they stay behind as names in a table, which harms no story.
    let _ = set_child_subreaper(Some(getpid()));
}

/// All processes that carry this mark and have not ended.
pub(crate) fn marked(mark: &str) -> Vec<Process> {
    let wanted = format!("{MARK}={mark}");
    all().into_iter().filter(|id| carries(*id, wanted.as_bytes())).filter_map(look_at).collect()
}

/// Whether a process runs: one that ended and was not yet buried does not.
pub(crate) fn runs(id: u32) -> bool {
    look_at(id).is_some_and(|process| !process.has_ended)
}

/// Whether a process runs or was not yet buried.
pub(crate) fn is_there(id: u32) -> bool {
    look_at(id).is_some()
}

/// Ends all processes that carry this mark but one, also those that they start meanwhile, and says which.
pub(crate) fn end_all_but(last: u32, mark: &str) -> BTreeSet<u32> {
    let until = Instant::now() + Duration::from_secs(5);
    let mut ended = BTreeSet::new();
    loop {
        let left: Vec<u32> = marked(mark).into_iter().map(|process| process.id).filter(|id| *id != last).collect();
        if left.is_empty() || Instant::now() > until {
            return ended;
        }
        for id in left {
            end(id);
            ended.insert(id);
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Buries these, and what of WebKit was left to this process, as soon as they have ended.
pub(crate) fn bury(ended: &BTreeSet<u32>) {
    let me = process::id();
    let until = Instant::now() + Duration::from_secs(1);
    loop {
        let children = all().into_iter().filter_map(look_at).filter(|process| process.parent == me);
        let dying: Vec<Process> = children
            .filter(|child| ended.contains(&child.id) || (child.has_ended && child.name.starts_with("WebKit")))
            .collect();
        if dying.is_empty() || Instant::now() > until {
            return;
        }
        for child in dying {
            // Another story may have been faster.
            let _ = waitpid(pid(child.id), WaitOptions::NOHANG);
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn end(id: u32) {
    if let Some(pid) = pid(id) {
        // It may have ended meanwhile, which is what is wanted.
        let _ = kill_process(pid, Signal::KILL);
    }
}

fn pid(id: u32) -> Option<Pid> {
    i32::try_from(id).ok().and_then(Pid::from_raw)
}

fn all() -> Vec<u32> {
    let Ok(entries) = fs::read_dir("/proc") else {
        return Vec::new();
    };
    entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}

fn carries(id: u32, wanted: &[u8]) -> bool {
    fs::read(format!("/proc/{id}/environ"))
        .is_ok_and(|environment| environment.split(|byte| *byte == 0).any(|variable| variable == wanted))
}

/// `7 (a name (with) brackets) S 1 …`
fn look_at(id: u32) -> Option<Process> {
    let line = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (start, rest) = line.rsplit_once(") ")?;
    let (_, name) = start.split_once('(')?;
    let mut fields = rest.split(' ');
    let has_ended = matches!(fields.next()?, "Z" | "X");
    Some(Process { id, parent: fields.next()?.parse().ok()?, name: name.to_owned(), has_ended })
}
