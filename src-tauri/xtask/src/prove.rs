//! `prove`: tries one claim of the project at length.

use std::process::{Command, ExitCode};

use crate::interface;
use crate::need;
use crate::place;
use crate::program;
use crate::screen::Screen;
use crate::toolchain;
use crate::trouble::Trouble;

/// Builds the program that tries the claims, and hands it the words. It ends as the program ends.
pub fn prove(words: &[String]) -> Result<ExitCode, Trouble> {
    prepare()?;
    let mut build = program::cargo();
    // As for `run`: one set of features for everything that is built here.
    program::run(build.args(["build", "--workspace", "--bins"]))?;
    let mut proof = Command::new(place::program("prove"));
    proof.args(words).env("TWINFLOWER_BIN", place::app()).env_remove("WAYLAND_DISPLAY");
    // What looks into the real window looks at a screen that nobody sits at.
    let screen = if cfg!(target_os = "linux") { Some(Screen::open()?) } else { None };
    if let Some(screen) = &screen {
        proof.env("DISPLAY", screen.display()).env("GDK_BACKEND", "x11");
    }
    program::run(&mut proof)?;
    Ok(ExitCode::SUCCESS)
}

/// Sees that the window can be built and driven here.
pub fn prepare() -> Result<(), Trouble> {
    need::install(need::FOR_THE_WINDOW)?;
    if cfg!(target_os = "linux") {
        need::install(need::FOR_THE_TESTS)?;
    }
    toolchain::check()?;
    interface::install()?;
    interface::build_if_stale()
}
