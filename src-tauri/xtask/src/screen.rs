//! A screen that nobody sees, for the stories in the real window.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::trouble::Trouble;

/// An X server with a window manager on it; both end with this value.
pub struct Screen {
    display: String,
    programs: Vec<Child>,
}

impl Screen {
    /// Opens one on a display number that is free.
    pub fn open() -> Result<Self, Trouble> {
        let mut server = tied_to_this_process("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| {
                Trouble::new(format!("Xvfb, the screen for the window's stories, could not be started: {error}."))
            })?;
        let answer = server.stdout.take().expect("its output was piped just above");
        let mut screen = Self { display: String::new(), programs: vec![server] };
        screen.display = display_number(answer)?;
        let manager = tied_to_this_process("openbox")
            .env("DISPLAY", &screen.display)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Trouble::new(format!("openbox, which manages windows, could not be started: {error}.")))?;
        screen.programs.push(manager);
        Ok(screen)
    }

    /// What programs read in DISPLAY.
    pub fn display(&self) -> &str {
        &self.display
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for program in self.programs.iter_mut().rev() {
            end(program);
        }
    }
}

/// On Linux `setpriv` asks the kernel to end the program when this one is killed, which no destructor outlives.
fn tied_to_this_process(program: &str) -> Command {
    if Path::new("/usr/bin/setpriv").exists() {
        let mut command = Command::new("/usr/bin/setpriv");
        command.args(["--pdeathsig", "TERM", program]);
        command
    } else {
        Command::new(program)
    }
}

fn display_number(answer: impl std::io::Read + Send + 'static) -> Result<String, Trouble> {
    let (say, hear) = mpsc::channel();
    thread::spawn(move || {
        let mut line = String::new();
        let read = BufReader::new(answer).read_line(&mut line);
        // Nobody listens any more when the time below is over.
        let _ = say.send(read.map(|_| line));
    });
    match hear.recv_timeout(Duration::from_secs(20)) {
        Ok(Ok(line)) if !line.trim().is_empty() => Ok(format!(":{}", line.trim())),
        _ => Err(Trouble::new("Xvfb started, but named no display within 20 seconds.")),
    }
}

/// Asks first: an X server that is killed leaves its lock behind.
fn end(program: &mut Child) {
    let _ = Command::new("sh").args(["-c", &format!("kill -TERM {}", program.id())]).stderr(Stdio::null()).status();
    let until = Instant::now() + Duration::from_secs(3);
    while Instant::now() < until {
        if !matches!(program.try_wait(), Ok(None)) {
            return;
        }
        thread::sleep(Duration::from_millis(20));
    }
    let _ = program.kill();
    let _ = program.wait();
}
