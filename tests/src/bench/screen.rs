//! A screen whose picture is a file: so the moment of a frame is seen from outside, and nothing in the window has to tell.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::FileExt;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Of the rows of a picture, every so many are looked at: enough to know it, and little work beside what is measured.
const EVERY: usize = 8;

/// An X server that ends with this value.
pub(super) struct Screen {
    server: Child,
    folder: TempDir,
    /// What programs read in DISPLAY.
    pub display: String,
}

/// A screen on which windows are managed: they can fill it, and the keyboard is theirs.
pub(super) struct Desktop {
    manager: Child,
    pub(super) screen: Screen,
}

/// What a screen shows, as the colours of its points.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Picture(Vec<u32>);

impl Screen {
    /// Opens one that is as large as the app's window.
    pub(super) fn open() -> Self {
        let folder = tempfile::tempdir().expect("the bench has a temporary folder");
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-fbdir"])
            .arg(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("`cargo xtask bench` installs Xvfb");
        let mut number = String::new();
        let answer = server.stdout.take().expect("it was piped just above");
        BufReader::new(answer).read_line(&mut number).expect("Xvfb names its display");
        Self { server, folder, display: format!(":{}", number.trim()) }
    }

    /// What is on it now.
    pub(super) fn picture(&self) -> Picture {
        let file = File::open(self.folder.path().join("Xvfb_screen0")).expect("Xvfb draws into this file");
        // The head of an XWD file: numbers of four bytes, the highest first.
        let mut head = [0; 100];
        file.read_exact_at(&mut head, 0).expect("an XWD file has a head");
        let number = |at: usize| u32::from_be_bytes(head[at * 4..at * 4 + 4].try_into().expect("four bytes")) as usize;
        let (begins, height, a_row, colours) = (number(0), number(5), number(12), number(19));
        let mut points = Vec::new();
        let mut row = vec![0; a_row];
        for at in (0..height).step_by(EVERY) {
            file.read_exact_at(&mut row, (begins + colours * 12 + at * a_row) as u64).expect("the row is in the file");
            points.extend(row.chunks_exact(4).map(|point| u32::from_le_bytes([point[0], point[1], point[2], 0])));
        }
        Picture(points)
    }

    /// Waits until nothing has changed for a while, and says what is shown then.
    pub(super) fn at_rest(&self) -> Picture {
        let limit = Instant::now() + Duration::from_secs(60);
        let (mut last, mut since) = (self.picture(), Instant::now());
        while since.elapsed() < Duration::from_secs(3) && Instant::now() < limit {
            thread::sleep(Duration::from_millis(100));
            let now = self.picture();
            if !now.shows(&last) || now.is_empty() {
                (last, since) = (now, Instant::now());
            }
        }
        last
    }

    /// Waits until this is shown, and says how long after a moment that was.
    pub(super) fn shows_after(&self, wanted: &Picture, began: Instant) -> Option<Duration> {
        while began.elapsed() < Duration::from_secs(60) {
            if self.picture().shows(wanted) {
                return Some(began.elapsed());
            }
            thread::sleep(Duration::from_millis(3));
        }
        None
    }
}

impl Desktop {
    /// Opens a screen with a window manager.
    pub(super) fn open() -> Self {
        let screen = Screen::open();
        let manager =
            Command::new("openbox").env("DISPLAY", &screen.display).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        Self { manager: manager.expect("`cargo xtask bench` installs openbox"), screen }
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        let _ = self.manager.kill();
        let _ = self.manager.wait();
    }
}

impl Picture {
    /// Whether this shows another but for a caret that blinks or a petal that moves: almost every point, also of what stands
    /// on its ground.
    fn shows(&self, wanted: &Self) -> bool {
        let ground = wanted.ground();
        let (mut content, mut there, mut wrong) = (0, 0, 0);
        for (seen, wanted) in self.0.iter().zip(&wanted.0) {
            wrong += usize::from(seen != wanted);
            if Some(*wanted) != ground {
                content += 1;
                there += usize::from(seen == wanted);
            }
        }
        wrong * 200 <= self.0.len() && there * 10 >= content * 9
    }

    /// Whether nothing was painted yet: an X screen begins black.
    fn is_empty(&self) -> bool {
        self.0.iter().all(|point| *point == 0)
    }

    fn ground(&self) -> Option<u32> {
        let mut counts = std::collections::BTreeMap::<u32, usize>::new();
        self.0.iter().for_each(|point| *counts.entry(*point).or_default() += 1);
        counts.into_iter().max_by_key(|(_, count)| *count).map(|(point, _)| point)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
        let lock = format!("/tmp/.X{}-lock", self.display.trim_start_matches(':'));
        let _ = fs::remove_file(lock);
    }
}
