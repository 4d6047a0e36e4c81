//! `prove`: tries one claim of the project at length.

use std::process::{Command, ExitCode};

use crate::interface;
use crate::need;
use crate::place;
use crate::program;
use crate::toolchain;
use crate::trouble::Trouble;

/// Builds the program that tries the claims, and hands it the words. It ends as the program ends.
pub fn prove(words: &[String]) -> Result<ExitCode, Trouble> {
    need::install(need::FOR_THE_WINDOW)?;
    toolchain::check()?;
    interface::install()?;
    interface::build_if_stale()?;
    let mut build = program::cargo();
    // As for `run`: one set of features for everything that is built here.
    program::run(build.args(["build", "--workspace", "--bins"]))?;
    program::run(Command::new(place::program("prove")).args(words))?;
    Ok(ExitCode::SUCCESS)
}
