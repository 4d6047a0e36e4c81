//! What a person sees in the window, and what whoever walks past sees of it.

use serde_json::json;

use super::{Window, desktop, is_true, lines, or_panic, page, pictures, text};

impl Window {
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

    /// Whether something with this accessible name can be pressed now.
    #[track_caller]
    pub fn offers(&self, name: &str) -> bool {
        or_panic(self.asks_page("offers", json!([name])).map(is_true))
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

    /// Width and height of the content.
    #[track_caller]
    pub fn size(&self) -> (u32, u32) {
        or_panic(self.script("return [innerWidth, innerHeight]", vec![]).map(|size| {
            let side = |at: usize| size[at].as_u64().and_then(|side| u32::try_from(side).ok()).unwrap_or_default();
            (side(0), side(1))
        }))
    }

    /// What is wider than the window or cut off at its side, which nobody can read without scrolling sideways.
    #[track_caller]
    pub fn sticks_out(&self) -> Vec<String> {
        or_panic(self.asks_page("sticksOut", json!([])).map(lines))
    }

    /// Waits until nothing moves but what always does, so that nothing is half there.
    #[track_caller]
    pub fn comes_to_rest(&self) {
        or_panic(self.wait("the page to come to rest", || self.asks_page("isAtRest", json!([])).map(is_true)));
    }

    /// What keeps these buttons from being seen and pressed at this moment: not there, beneath something, or above words.
    #[track_caller]
    pub fn out_of_reach(&self, names: &[&str]) -> Vec<String> {
        or_panic(self.asks_page("outOfReach", json!([names])).map(lines))
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

    /// Keeps a picture of the window in `target/window`.
    #[track_caller]
    pub fn screenshot(&self, name: &str) {
        or_panic(page::picture(&self.session).and_then(|picture| pictures::keep(name, &picture)));
    }

    /// The same, and in `tests/pictures` when the pictures there are renewed.
    #[track_caller]
    pub fn screenshot_to_leaf_through(&self, name: &str) {
        or_panic(page::picture(&self.session).and_then(|picture| {
            pictures::keep(name, &picture)?;
            pictures::keep_to_leaf_through(name, &picture)
        }));
    }
}
