//! Why a story could not go on.

use std::fmt;
use std::path::Path;

/// What was looked for, and all that helps to see why it was not there. Stories are told of made-up people only, so the
/// whole page may be shown.
#[derive(Debug)]
pub(super) struct Trouble {
    sentence: String,
    page: Option<String>,
    picture: Option<String>,
    log: Option<String>,
}

impl Trouble {
    pub(super) fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), page: None, picture: None, log: None }
    }

    pub(super) fn with_page(mut self, text: &str, picture: Option<&Path>) -> Self {
        self.page = Some(text.trim().to_owned());
        self.picture = picture.map(|picture| picture.display().to_string());
        self
    }

    /// Keeps the end of what the app printed.
    pub(super) fn with_log(mut self, log: &str) -> Self {
        let lines: Vec<&str> = log.lines().filter(|line| !line.trim().is_empty()).collect();
        let last = &lines[lines.len().saturating_sub(20)..];
        self.log = (!last.is_empty()).then(|| last.join("\n"));
        self
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.sentence)?;
        for (title, text) in
            [("The window says:", &self.page), ("A picture of it:", &self.picture), ("The app printed:", &self.log)]
        {
            if let Some(text) = text {
                write!(out, "\n\n{title}\n    {}", text.replace('\n', "\n    "))?;
            }
        }
        Ok(())
    }
}
