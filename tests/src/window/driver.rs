//! WebKitWebDriver, which starts the app and reaches into its window.

use std::env;
use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::processes::{self, Process};
use super::trouble::Trouble;

const DRIVER: &str = "/usr/bin/WebKitWebDriver";
const HOW: &str = "`cargo xtask test` sees to that";

/// A driver with a port, a home folder and a mark of its own. It and all it started end with this value.
pub(super) struct Driver {
    child: Child,
    port: u16,
    mark: String,
    program: PathBuf,
    app: u32,
    home: TempDir,
}

impl Driver {
    pub(super) fn start(program: &Path, environment: &[(&str, &str)]) -> Result<Self, Trouble> {
        let program = found(program)?;
        let has_screen = environment.iter().any(|(name, _)| *name == "DISPLAY");
        if !has_screen && env::var_os("DISPLAY").is_none_or(|display| display.is_empty()) {
            return Err(Trouble::new(format!("DISPLAY is not set: the window needs a screen; {HOW}.")));
        }
        if !Path::new(DRIVER).exists() {
            return Err(Trouble::new(format!(
                "{DRIVER} is not there: Debian has it in the package webkit2gtk-driver; {HOW}."
            )));
        }
        let home = tempfile::tempdir()
            .map_err(|error| Trouble::new(format!("No folder could be made for a story: {error}.")))?;
        processes::adopt_orphans();
        let port = free_port()?;
        // No other story has this folder.
        let mark = home.path().to_string_lossy().into_owned();
        let child = command(port, &mark, home.path(), environment)?
            .spawn()
            .map_err(|error| Trouble::new(format!("{DRIVER} could not be started: {error}.")))?;
        let mut driver = Self { child, port, mark, program, app: 0, home };
        driver.wait_until_it_listens()?;
        Ok(driver)
    }

    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// The app that is tried.
    pub(super) fn program(&self) -> &Path {
        &self.program
    }

    pub(super) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Finds the process that the driver started.
    pub(super) fn meets_app(&mut self) -> Result<(), Trouble> {
        let driver = self.child.id();
        self.app = processes::marked(&self.mark)
            .into_iter()
            .find(|process| process.parent == driver)
            .map(|process| process.id)
            .ok_or_else(|| Trouble::new("The app ended before its window was there.").with_log(&self.log()))?;
        Ok(())
    }

    pub(super) fn app(&self) -> u32 {
        self.app
    }

    pub(super) fn app_runs(&self) -> bool {
        processes::runs(self.app)
    }

    pub(super) fn app_ends_within(&self, patience: Duration) -> bool {
        within(patience, || !self.app_runs())
    }

    /// Whether the app that ended left another process of its own program.
    pub(super) fn successor_within(&self, patience: Duration) -> bool {
        within(patience, || processes::marked(&self.mark).iter().any(|process| self.is_the_app_again(process.id)))
    }

    /// The app, whatever it started, and what it left in its place.
    pub(super) fn apps_own(&self) -> Vec<Process> {
        let driver = self.child.id();
        processes::marked(&self.mark).into_iter().filter(|process| process.id != driver).collect()
    }

    /// What the app and the driver printed.
    pub(super) fn log(&self) -> String {
        fs::read(log_in(self.home.path())).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }

    fn is_the_app_again(&self, id: u32) -> bool {
        id != self.app
            && processes::runs(id)
            && fs::read_link(format!("/proc/{id}/exe")).is_ok_and(|program| program == self.program)
    }

    fn wait_until_it_listens(&mut self) -> Result<(), Trouble> {
        let port = self.port;
        if within(Duration::from_secs(10), || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()) {
            Ok(())
        } else {
            Err(Trouble::new(format!("{DRIVER} does not answer on port {port}.")).with_log(&self.log()))
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The driver last: it buries the app that it started.
        let mut ended = processes::end_all_but(self.child.id(), &self.mark);
        ended.insert(self.app);
        within(Duration::from_millis(500), || !processes::is_there(self.app));
        let _ = self.child.kill();
        let _ = self.child.wait();
        processes::bury(&ended);
        let nothing_is_left = processes::marked(&self.mark).is_empty();
        assert!(nothing_is_left || std::thread::panicking(), "Something that the story started could not be ended.");
    }
}

/// The program that a variable names.
pub(super) fn program_in(variable: &str) -> Result<PathBuf, Trouble> {
    let program = env::var_os(variable).filter(|program| !program.is_empty()).map(PathBuf::from);
    program.ok_or_else(|| Trouble::new(format!("{variable} is not set: it names the program that is tried; {HOW}.")))
}

fn found(program: &Path) -> Result<PathBuf, Trouble> {
    program.canonicalize().map_err(|_| Trouble::new(format!("{} is not there; {HOW}.", program.display())))
}

fn command(port: u16, mark: &str, home: &Path, environment: &[(&str, &str)]) -> Result<Command, Trouble> {
    let unwritable = |error| Trouble::new(format!("Nothing can be written in {}: {error}.", home.display()));
    let log = File::create(log_in(home)).map_err(unwritable)?;
    let same_log = log.try_clone().map_err(unwritable)?;
    let mut command = Command::new(DRIVER);
    command
        .arg(format!("--port={port}"))
        .stdin(Stdio::null())
        .stdout(log)
        .stderr(same_log)
        .env("TAURI_WEBVIEW_AUTOMATION", "true");
    apart(&mut command, mark, home).envs(environment.iter().copied());
    Ok(command)
}

/// Gives a program a mark and a home of its own, where it finds nothing of the person who runs the tests.
pub(crate) fn apart<'a>(command: &'a mut Command, mark: &str, home: &Path) -> &'a mut Command {
    command
        .env(processes::MARK, mark)
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join(".config"))
        .env("XDG_DATA_HOME", home.join(".local/share"))
        .env("XDG_CACHE_HOME", home.join(".cache"))
        .env("XDG_STATE_HOME", home.join(".local/state"))
        .env("GDK_BACKEND", "x11")
        .env("GSETTINGS_BACKEND", "memory")
        .env("LANG", "C.UTF-8")
        .env("NO_AT_BRIDGE", "1")
        // Otherwise a desktop's bus is found, or one is started that outlives the story.
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("DBUS_SYSTEM_BUS_ADDRESS", "disabled:")
        .env_remove("WAYLAND_DISPLAY")
}

fn log_in(home: &Path) -> PathBuf {
    home.join("printed.txt")
}

fn free_port() -> Result<u16, Trouble> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| Trouble::new(format!("No port is free: {error}.")))
}

pub(super) fn within(patience: Duration, mut holds: impl FnMut() -> bool) -> bool {
    let until = Instant::now() + patience;
    loop {
        if holds() {
            return true;
        }
        if Instant::now() > until {
            return false;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}
