//! The real window, as a person meets it: what it says, what is pressed, what is typed.
//!
//! Every word waits up to ten seconds for what it needs. One that waits in vain panics, and says what it looked for and what
//! the window showed instead; a picture of that moment is in `target/window`.

mod desktop;
mod done;
pub(crate) mod driver;
mod keys;
mod memory;
mod page;
pub mod pictures;
pub(crate) mod processes;
mod seen;
mod session;
mod trouble;
mod turn;

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use driver::Driver;
use session::Session;
use trouble::Trouble;
use turn::Turn;

/// How long the window may take for anything, unless a story says otherwise.
const PATIENCE: Duration = Duration::from_secs(10);

/// One process of the app with its window. What is left of it is ended when this goes out of scope.
pub struct Window {
    session: Session,
    driver: Driver,
    patience: Cell<Duration>,
    _settings: Option<Settings>,
    _turn: Turn,
}

/// The settings folder beside a story's data folder, swept away after the app.
struct Settings(PathBuf);

impl Drop for Settings {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What the app did when it ended by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// No window is left.
    ForGood,
    /// It started a new process in its place, which has been ended too.
    StartedAnew,
}

impl Window {
    /// Opens a fresh process on a data folder.
    #[track_caller]
    pub fn open(folder: &Path) -> Self {
        Self::open_with(folder, &[], &[])
    }

    /// The same with more words and environment for the app, such as `("LANG", "de_DE.UTF-8")`.
    #[track_caller]
    pub fn open_with(folder: &Path, words: &[&str], environment: &[(&str, &str)]) -> Self {
        let folder = folder.to_string_lossy();
        let words: Vec<&str> = ["--data", &folder].into_iter().chain(words.iter().copied()).collect();
        let settings = Some(Settings(PathBuf::from(format!("{folder}-settings"))));
        Self { _settings: settings, ..or_panic(Self::start(&words, environment)) }
    }

    /// Opens the made-up family of `--demo`, whose folder the app chooses and throws away.
    #[track_caller]
    pub fn demo() -> Self {
        or_panic(Self::start(&["--demo"], &[]))
    }

    /// Waits this long at most from now on, where ten seconds are too long or too short.
    pub fn waits_at_most(&self, patience: Duration) {
        self.patience.set(patience);
    }

    /// Whether the process that was opened still runs.
    pub fn is_open(&self) -> bool {
        self.driver.app_runs()
    }

    /// The process that was opened.
    pub fn process(&self) -> u32 {
        self.driver.app()
    }

    /// The home folder that the app was given: nothing of the person who runs the tests is read or written.
    pub fn home(&self) -> &Path {
        self.driver.home()
    }

    /// Closes the window as the cross in its corner does, and holds that its process ends.
    #[track_caller]
    pub fn close(self) {
        for window in or_panic(desktop::windows_of(self.driver.app())) {
            or_panic(desktop::close(&window));
        }
        if !self.driver.app_ends_within(self.patience.get()) {
            or_panic::<()>(Err(self.trouble("The window was closed, but its process keeps running.".to_owned())));
        }
    }

    /// Ends the process as a power cut does.
    pub fn is_killed(self) {
        drop(self);
    }

    /// Waits until the app has ended by itself, and ends what it started in its place.
    #[track_caller]
    pub fn closed_by_itself(self) -> Ending {
        self.ends_by_itself()
    }

    /// Waits until the app has ended by itself, and lets go on what it started in its place.
    #[track_caller]
    pub fn ends_by_itself(&self) -> Ending {
        if !self.driver.app_ends_within(self.patience.get()) {
            or_panic::<()>(Err(self.trouble("The app was to end by itself, and still runs.".to_owned())));
        }
        if self.driver.successor_within(Duration::from_secs(2)) { Ending::StartedAnew } else { Ending::ForGood }
    }

    /// Opens another program's window, on a page without a word.
    #[track_caller]
    pub(crate) fn blank(variable: &str, environment: &[(&str, &str)]) -> Self {
        let opened = driver::program_in(variable).and_then(|program| Self::begin(&program, &[], environment));
        let window = or_panic(opened);
        let script = "return document.readyState === 'complete' && location.href !== 'about:blank'";
        or_panic(window.wait("the blank page", || window.script(script, vec![]).map(is_true)));
        window
    }

    fn start(words: &[&str], environment: &[(&str, &str)]) -> Result<Self, Trouble> {
        let window = Self::begin(&driver::program_in("TWINFLOWER_BIN")?, words, environment)?;
        window.wait("the page to be there", || window.asks_page("isThere", json!([])).map(is_true))?;
        Ok(window)
    }

    fn begin(program: &Path, words: &[&str], environment: &[(&str, &str)]) -> Result<Self, Trouble> {
        let turn = Turn::take();
        let mut driver = Driver::start(program, environment)?;
        let session =
            Session::open(driver.port(), driver.program(), words).map_err(|trouble| trouble.with_log(&driver.log()))?;
        driver.meets_app()?;
        Ok(Self { session, driver, patience: Cell::new(PATIENCE), _settings: None, _turn: turn })
    }

    /// Finds one element, acts on it, and tries again while the page is still moving.
    fn act(
        &self,
        wanted: &str,
        finder: &str,
        arguments: Value,
        mut action: impl FnMut(&Session, &Value) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        self.wait(wanted, || {
            let found = self.asks_page(finder, arguments.clone())?;
            if let Some(reason) = found["reason"].as_str() {
                return Err(Trouble::new(reason));
            }
            self.done_or_ended(action(&self.session, &found["element"])).map(|()| true)
        })
    }

    /// An app that ends while it is pressed gives no answer, and was pressed all the same.
    fn done_or_ended(&self, outcome: Result<(), Trouble>) -> Result<(), Trouble> {
        if outcome.is_err() && self.driver.app_ends_within(Duration::from_millis(300)) { Ok(()) } else { outcome }
    }

    fn wait(&self, wanted: &str, mut holds: impl FnMut() -> Result<bool, Trouble>) -> Result<(), Trouble> {
        let patience = self.patience.get();
        let until = Instant::now() + patience;
        loop {
            let reason = match holds() {
                Ok(true) => return Ok(()),
                Ok(false) => String::new(),
                Err(trouble) => format!(" ({trouble})"),
            };
            if !self.driver.app_runs() {
                return Err(self.trouble(format!("I looked for {wanted}, but the app has ended.")));
            }
            if Instant::now() > until {
                let seconds = patience.as_secs();
                return Err(self.trouble(format!("I looked for {wanted} for {seconds} seconds, in vain{reason}.")));
            }
            std::thread::sleep(Duration::from_millis(60));
        }
    }

    fn asks_page(&self, question: &str, arguments: Value) -> Result<Value, Trouble> {
        page::ask(&self.session, question, arguments)
    }

    fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Trouble> {
        self.session.script(script, arguments)
    }

    /// A sentence, together with what the window shows at this moment.
    fn trouble(&self, sentence: String) -> Trouble {
        let trouble = Trouble::new(sentence);
        if !self.driver.app_runs() {
            return trouble.with_log(&self.driver.log());
        }
        let shown = self.asks_page("visibleText", json!([])).map(text).unwrap_or_else(|trouble| format!("({trouble})"));
        let picture = page::picture(&self.session).and_then(|picture| pictures::keep_failed(&picture));
        trouble.with_page(&shown, picture.as_deref().ok()).with_log(&self.driver.log())
    }
}

#[track_caller]
fn or_panic<T>(outcome: Result<T, Trouble>) -> T {
    match outcome {
        Ok(value) => value,
        Err(trouble) => panic!("{trouble}"),
    }
}

fn is_true(answer: Value) -> bool {
    answer == Value::Bool(true)
}

fn text(answer: Value) -> String {
    answer.as_str().unwrap_or_default().to_owned()
}

fn lines(answer: Value) -> Vec<String> {
    answer.as_array().into_iter().flatten().map(|line| text(line.clone())).collect()
}
