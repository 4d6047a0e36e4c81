//! The real window, as a person meets it: what it says, what is pressed, what is typed.
//!
//! Every word waits up to ten seconds for what it needs. One that waits in vain panics, and says what it looked for and what
//! the window showed instead; a picture of that moment is in `target/window`.

mod desktop;
mod driver;
mod keys;
mod page;
mod pictures;
mod processes;
mod session;
mod trouble;
mod turn;

use std::cell::Cell;
use std::path::Path;
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
    _turn: Turn,
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
        or_panic(Self::start(&words, environment))
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

    /// Waits until the visible text contains these words.
    #[track_caller]
    pub fn says(&self, words: &str) {
        or_panic(self.wait(&format!("the words “{words}”"), || self.asks_page("says", json!([words])).map(is_true)));
    }

    /// Holds that the visible text does not contain these words now.
    #[track_caller]
    pub fn does_not_say(&self, words: &str) {
        let says = or_panic(self.asks_page("says", json!([words])).map(is_true));
        if says {
            or_panic::<()>(Err(self.trouble(format!("The window says “{words}”, and should not."))));
        }
    }

    /// Waits until the visible text no longer contains these words.
    #[track_caller]
    pub fn stops_saying(&self, words: &str) {
        or_panic(self.wait(&format!("the words “{words}” to go"), || {
            self.asks_page("says", json!([words])).map(|says| !is_true(says))
        }));
    }

    /// Whether the page holds these words anywhere: shown, hidden, in a field or in an attribute.
    #[track_caller]
    pub fn holds(&self, words: &str) -> bool {
        or_panic(self.asks_page("holds", json!([words])).map(is_true))
    }

    /// All the visible text.
    #[track_caller]
    pub fn text(&self) -> String {
        or_panic(self.asks_page("visibleText", json!([])).map(text))
    }

    /// Presses the one button, link, tab, choice or the like with this accessible name.
    #[track_caller]
    pub fn press(&self, name: &str) {
        or_panic(self.act(
            &format!("something to press called “{name}”"),
            "pressable",
            json!([name]),
            |session, found| session.click(found),
        ));
    }

    /// Presses it in the smallest part of the page that also has these words, such as one card of many.
    #[track_caller]
    pub fn press_beside(&self, words: &str, name: &str) {
        or_panic(self.act(
            &format!("something to press called “{name}” beside “{words}”"),
            "pressable",
            json!([name, words]),
            |session, found| session.click(found),
        ));
    }

    /// Whether something with this accessible name can be pressed now.
    #[track_caller]
    pub fn offers(&self, name: &str) -> bool {
        or_panic(self.asks_page("offers", json!([name])).map(is_true))
    }

    /// Clicks into the field with this label.
    #[track_caller]
    pub fn goes_into(&self, label: &str) {
        or_panic(self.act(&format!("a field called “{label}”"), "field", json!([label]), |session, found| {
            session.click(found)
        }));
    }

    /// Replaces what is in the field with this label, key by key.
    #[track_caller]
    pub fn type_into(&self, label: &str, words: &str) {
        or_panic(self.act(&format!("a field called “{label}”"), "field", json!([label]), |session, found| {
            session.click(found)?;
            session.script("arguments[0].select?.()", vec![found.clone()])?;
            // What is selected goes away with the first key.
            session.perform(if words.is_empty() { keys::actions("Backspace")? } else { keys::typing(words) })
        }));
    }

    /// What is in the field with this label.
    #[track_caller]
    pub fn field(&self, label: &str) -> String {
        let mut value = String::new();
        or_panic(self.act(&format!("a field called “{label}”"), "field", json!([label]), |session, found| {
            value = text(session.script("return arguments[0].value ?? arguments[0].innerText", vec![found.clone()])?);
            Ok(())
        }));
        value
    }

    /// Chooses in the list with this label, whether the page or the system draws it.
    #[track_caller]
    pub fn choose(&self, label: &str, option: &str) {
        let wanted = format!("a list called “{label}”");
        let mut is_system_list = false;
        or_panic(self.act(&wanted, "field", json!([label]), |session, found| {
            is_system_list = is_true(session.script("return arguments[0].tagName === 'SELECT'", vec![found.clone()])?);
            if is_system_list { Ok(()) } else { session.click(found) }
        }));
        if is_system_list {
            let wanted = format!("“{option}” in the list called “{label}”");
            or_panic(self.act(&wanted, "optionOf", json!([label, option]), |session, found| session.click(found)));
        } else {
            self.press(option);
        }
    }

    /// Presses keys together: `"Tab"`, `"Shift+Tab"`, `"Control+z"`, `"Escape"`, `"ArrowDown"`, `"a"`.
    #[track_caller]
    pub fn keys(&self, chord: &str) {
        or_panic(keys::actions(chord).and_then(|actions| self.done_or_ended(self.session.perform(actions))));
    }

    /// Types without choosing a field first, into whatever has the focus.
    #[track_caller]
    pub fn types(&self, words: &str) {
        or_panic(self.done_or_ended(self.session.perform(keys::typing(words))));
    }

    /// The accessible name of what has the focus; empty when nothing has.
    #[track_caller]
    pub fn focus(&self) -> String {
        or_panic(self.asks_page("focus", json!([])).map(text))
    }

    /// What has the focus is this, within the usual patience.
    #[track_caller]
    pub fn focuses(&self, name: &str) {
        or_panic(
            self.wait(&format!("the focus on “{name}”"), || self.asks_page("hasFocus", json!([name])).map(is_true)),
        );
    }

    /// The title of the page.
    #[track_caller]
    pub fn title(&self) -> String {
        or_panic(self.session.title())
    }

    /// What the desktop calls the windows of the app that are on the screen, as whoever walks past reads it.
    #[track_caller]
    pub fn titles_on_the_desktop(&self) -> Vec<String> {
        or_panic(desktop::windows_of(self.driver.app())).into_iter().map(|window| window.title).collect()
    }

    #[track_caller]
    pub fn url(&self) -> String {
        or_panic(self.asks_page("address", json!([])).map(text))
    }

    /// Makes the window this large and waits until its content is laid out anew.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        or_panic(self.session.resize(width, height));
    }

    /// Width and height of the content.
    #[track_caller]
    pub fn size(&self) -> (u32, u32) {
        or_panic(self.script("return [innerWidth, innerHeight]", vec![]).map(|size| {
            let side = |at: usize| size[at].as_u64().and_then(|side| u32::try_from(side).ok()).unwrap_or_default();
            (side(0), side(1))
        }))
    }

    /// Sets the size of text in percent, as somebody who needs it larger does; 100 is what the page wants itself.
    #[track_caller]
    pub fn text_scale(&self, percent: u32) {
        or_panic(self.script("document.documentElement.style.fontSize = arguments[0] + '%'", vec![json!(percent)]));
    }

    /// What is wider than the window or cut off at its side, which nobody can read without scrolling sideways.
    #[track_caller]
    pub fn sticks_out(&self) -> Vec<String> {
        or_panic(self.asks_page("sticksOut", json!([])).map(lines))
    }

    /// What axe-core finds to be in the way of people with a disability.
    #[track_caller]
    pub fn axe(&self) -> Vec<String> {
        or_panic(page::axe(&self.session).map(lines))
    }

    /// What the page keeps in the storage of the web view: local and session storage, databases, caches, cookies, workers.
    #[track_caller]
    pub fn storage(&self) -> Vec<String> {
        or_panic(page::storage(&self.session).map(lines))
    }

    #[track_caller]
    pub fn storage_is_empty(&self) -> bool {
        self.storage().is_empty()
    }

    /// Keeps a picture of the window in `target/window`, and in `tests/pictures` when these are renewed.
    #[track_caller]
    pub fn screenshot(&self, name: &str) {
        or_panic(page::picture(&self.session).and_then(|picture| pictures::keep(name, &picture)));
    }

    /// Runs a script in the page; only for what no word above can tell.
    #[track_caller]
    pub fn runs(&self, script: &str, arguments: Vec<Value>) -> Value {
        or_panic(self.script(script, arguments))
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
        if !self.driver.app_ends_within(self.patience.get()) {
            or_panic::<()>(Err(self.trouble("The app was to end by itself, and still runs.".to_owned())));
        }
        if self.driver.successor_within(Duration::from_secs(2)) { Ending::StartedAnew } else { Ending::ForGood }
    }

    fn start(words: &[&str], environment: &[(&str, &str)]) -> Result<Self, Trouble> {
        let turn = Turn::take();
        let mut driver = Driver::start(environment)?;
        let session =
            Session::open(driver.port(), driver.program(), words).map_err(|trouble| trouble.with_log(&driver.log()))?;
        driver.meets_app()?;
        let window = Self { session, driver, patience: Cell::new(PATIENCE), _turn: turn };
        window.wait("the page to be there", || window.asks_page("isThere", json!([])).map(is_true))?;
        Ok(window)
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
