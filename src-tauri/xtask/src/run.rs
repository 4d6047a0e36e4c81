//! `run`: builds the app and opens its window.

use std::env;
use std::process::{Command, ExitCode};

use crate::interface;
use crate::need;
use crate::place;
use crate::program;
use crate::say;
use crate::toolchain;
use crate::trouble::Trouble;

/// Builds the app and stays until its window is closed.
pub fn run(words: &[String]) -> Result<ExitCode, Trouble> {
    let for_the_app = words_for_the_app(words)?;
    need::install(need::FOR_THE_WINDOW)?;
    toolchain::check()?;
    interface::install()?;
    interface::build_if_stale()?;
    program::run(&mut build())?;
    if has_no_screen() {
        return Err(Trouble::new(format!(
            "The app is built ({}), but there is no screen to open its window on: neither DISPLAY nor WAYLAND_DISPLAY is set.",
            place::app().display()
        )));
    }
    say::plain("Opening the window.");
    program::run(Command::new(place::app()).args(for_the_app))?;
    Ok(ExitCode::SUCCESS)
}

/// How cargo builds the app. Naming the whole workspace keeps one set of features for this and for the tests, so that
/// nothing is built twice.
pub fn build() -> Command {
    let mut command = program::cargo();
    command.args(["build", "--workspace", "--bin", "twinflower"]);
    command
}

fn words_for_the_app(words: &[String]) -> Result<Vec<String>, Trouble> {
    let mut for_the_app = Vec::new();
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        match word.as_str() {
            "--demo" => for_the_app.push(word.clone()),
            "--data" => {
                let folder = rest.next().ok_or_else(|| Trouble::new("--data wants a folder after it."))?;
                for_the_app.extend([word.clone(), folder.clone()]);
            }
            "--" => for_the_app.extend(rest.by_ref().cloned()),
            _ => {
                return Err(Trouble::new(format!("`run` does not know {word}; what is for the app comes after --.")));
            }
        }
    }
    Ok(for_the_app)
}

fn has_no_screen() -> bool {
    cfg!(target_os = "linux") && env::var_os("DISPLAY").is_none() && env::var_os("WAYLAND_DISPLAY").is_none()
}

#[cfg(test)]
mod tests {
    use super::words_for_the_app;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn what_is_for_the_app_reaches_it() {
        let given = words_for_the_app(&words("--demo --data a -- --b c")).expect("all of these are known");
        assert_eq!(given, words("--demo --data a --b c"));
    }

    #[test]
    fn a_word_that_nobody_knows_is_refused() {
        let trouble = words_for_the_app(&words("--demmo")).expect_err("it is misspelt");
        assert!(trouble.to_string().contains("--demmo"));
    }
}
