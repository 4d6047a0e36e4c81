//! The door beside a blank window: the time to its picture, cold and warm, and the memory of all its processes.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::figure::Figure;
use super::screen::{Picture, Screen};
use super::{Ask, Progress};
use crate::home::{Home, copy_folder};
use crate::window::driver::apart;
use crate::window::processes;

/// A program whose window is looked at.
struct Shown {
    program: PathBuf,
    folder: Option<PathBuf>,
    picture: Option<Picture>,
}

/// What one start of a program came to.
struct Start {
    milliseconds: f64,
    mebibytes: f64,
}

/// Starts the blank window and the door by turns.
pub fn door(ask: Ask, progress: Progress) -> Vec<Figure> {
    let (home, _, _) = Home::with_both();
    let folder = tempfile::tempdir().expect("the bench has a temporary folder");
    let data = folder.path().join("family");
    copy_folder(home.folder(), &data);
    drop(home);
    let mut blank = Shown::named_in("TWINFLOWER_BLANK", None);
    let mut door = Shown::named_in("TWINFLOWER_BIN", Some(data));
    blank.opens(false);
    door.opens(false);
    let mut figures = Vec::new();
    let (mut more, mut held, mut of_blank) = (Vec::new(), Vec::new(), Vec::new());
    for cold in [false, true] {
        if cold && !drop_caches() {
            progress("cold starts are not measured: only root may empty the system's file cache");
            break;
        }
        let (mut ratios, mut milliseconds, mut blanks) = (Vec::new(), Vec::new(), Vec::new());
        for run in 0..ask.n {
            let (one, other) = (blank.opens(cold), door.opens(cold));
            progress(&format!(
                "{} {} of {}: blank {:.0} ms, {:.0} MiB; door {:.0} ms, {:.0} MiB",
                if cold { "cold" } else { "warm" },
                run + 1,
                ask.n,
                one.milliseconds,
                one.mebibytes,
                other.milliseconds,
                other.mebibytes
            ));
            ratios.push(other.milliseconds / one.milliseconds);
            milliseconds.push(other.milliseconds);
            blanks.push(one.milliseconds);
            if !cold {
                more.push(other.mebibytes - one.mebibytes);
                held.push(other.mebibytes);
                of_blank.push(one.mebibytes);
            }
        }
        let [what, own, other] = match cold {
            true => ["the door's picture, cold", "the door's own time, cold", "the blank window's, cold"],
            false => ["the door's picture, warm", "the door's own time, warm", "the blank window's, warm"],
        };
        figures.push(Figure::new("door", what, "×", ratios).against("a blank window's").at_most(1.15));
        figures.push(Figure::new("door", own, "ms", milliseconds));
        figures.push(Figure::new("door", other, "ms", blanks));
    }
    figures.push(Figure::new("door", "memory at the door above a blank window", "MiB", more).at_most(25.0));
    figures.push(Figure::new("door", "memory at the door (PSS of all processes)", "MiB", held));
    figures.push(Figure::new("door", "memory of a blank window", "MiB", of_blank));
    figures
}

impl Shown {
    fn named_in(variable: &str, folder: Option<PathBuf>) -> Self {
        let program = env::var_os(variable).unwrap_or_else(|| panic!("`cargo xtask bench` sets {variable}"));
        Self { program: program.into(), folder, picture: None }
    }

    /// Starts it on a screen of its own, and ends it. The first start finds out what it will look like.
    fn opens(&mut self, cold: bool) -> Start {
        let screen = Screen::open();
        let home = tempfile::tempdir().expect("the bench has a temporary folder");
        let mark = home.path().to_string_lossy().into_owned();
        if cold {
            drop_caches();
        }
        let began = Instant::now();
        let mut child = self.command(&screen, home.path(), &mark).spawn().expect("the program is there");
        let took = match &self.picture {
            Some(picture) => screen.shows_after(picture, began).expect("it shows what it showed before"),
            None => {
                self.picture = Some(screen.at_rest());
                began.elapsed()
            }
        };
        // What is done after the first frame belongs to it too.
        thread::sleep(Duration::from_secs(2));
        let mebibytes = memory_of(processes::marked(&mark).iter().map(|process| process.id));
        processes::end_all_but(0, &mark);
        let _ = child.wait();
        Start { milliseconds: took.as_secs_f64() * 1000.0, mebibytes }
    }

    fn command(&self, screen: &Screen, home: &Path, mark: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        apart(&mut command, mark, home).env("DISPLAY", &screen.display);
        if let Some(folder) = &self.folder {
            command.arg("--data").arg(folder);
        }
        command
    }
}

/// The memory of some processes, what is shared counted in parts (PSS), in MiB.
pub(super) fn memory_of(processes: impl Iterator<Item = u32>) -> f64 {
    let of_one = |id: u32| {
        let text = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
        line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok()).unwrap_or(0.0)
    };
    processes.map(of_one).sum::<f64>() / 1024.0
}

/// Empties the system's file cache, where this process may.
fn drop_caches() -> bool {
    let _ = Command::new("sync").status();
    fs::write("/proc/sys/vm/drop_caches", "3").is_ok()
}
