//! What a person does in the window.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::trouble::Trouble;
use super::{Window, desktop, is_true, keys, or_panic, text};

/// As many stops as a patient person makes on one screen.
const STEPS: u32 = 90;

impl Window {
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

    /// Goes on with Tab until this has the focus, and holds that whoever does it sees where she is.
    #[track_caller]
    pub fn tabs_to(&self, name: &str) {
        self.steps_to("Tab", name);
    }

    /// The same, the other way round.
    #[track_caller]
    pub fn tabs_back_to(&self, name: &str) {
        self.steps_to("Shift+Tab", name);
    }

    #[track_caller]
    fn steps_to(&self, key: &str, name: &str) {
        for _ in 0..STEPS {
            self.keys(key);
            if or_panic(self.asks_page("hasFocus", json!([name])).map(is_true)) {
                return or_panic(self.wait(&format!("“{name}” to be seen to have the focus"), || {
                    let reason = text(self.asks_page("focusIsLost", json!([]))?);
                    if reason.is_empty() { Ok(true) } else { Err(Trouble::new(reason)) }
                }));
            }
        }
        let at = self.focus();
        or_panic::<()>(Err(self.trouble(format!("{STEPS} times {key} never came to “{name}”; it is at “{at}”."))));
    }

    /// Types without choosing a field first, into whatever has the focus.
    #[track_caller]
    pub fn types(&self, words: &str) {
        or_panic(self.done_or_ended(self.session.perform(keys::typing(words))));
    }

    /// Writes into the system's own dialog with this title in place of what stands there, and presses Enter.
    #[track_caller]
    pub fn answers_dialog(&self, title: &str, words: &str) {
        or_panic(self.wait(&format!("a dialog called “{title}”"), || {
            let windows = desktop::windows_of(self.driver.app())?;
            let Some(dialog) = windows.iter().find(|one| one.title == title) else { return Ok(false) };
            desktop::keys(dialog, &["ctrl+a"])?;
            desktop::types(dialog, words)?;
            desktop::keys(dialog, &["Return"])?;
            Ok(true)
        }));
    }

    /// Makes the window this large and waits until its content is laid out anew.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let until = Instant::now() + self.patience.get();
        // A window manager that has only just mapped the window may answer a first request with its own idea.
        while self.size() != (width, height) && Instant::now() < until {
            or_panic(self.session.resize(width, height));
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Sets the size of text in percent, as somebody who needs it larger does; 100 is what the page wants itself.
    #[track_caller]
    pub fn text_scale(&self, percent: u32) {
        or_panic(self.script("document.documentElement.style.fontSize = arguments[0] + '%'", vec![json!(percent)]));
    }

    /// Runs a script in the page; only for what no word above can tell.
    #[track_caller]
    pub fn runs(&self, script: &str, arguments: Vec<Value>) -> Value {
        or_panic(self.script(script, arguments))
    }

    /// Runs a script in the page that answers later, by calling its last argument.
    #[track_caller]
    pub fn runs_until(&self, script: &str, arguments: Vec<Value>) -> Value {
        or_panic(self.session.script_with_answer(script, arguments))
    }
}
