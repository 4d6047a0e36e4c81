//! `bench`: measures how fast and how small the app is, as it is released.

use std::env;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use crate::place;
use crate::program;
use crate::prove;
use crate::trouble::Trouble;

/// Builds the app as it is packaged, a blank window and the program that measures them, and hands it the words.
pub fn bench(words: &[String]) -> Result<ExitCode, Trouble> {
    prove::prepare()?;
    // Apart: built with the tests, the core would have in it what only they may use.
    program::run(program::cargo().args(["build", "--release", "--package", "twinflower", "--bins", "--examples"]))?;
    program::run(program::cargo().args(["build", "--release", "--package", "twinflower-tests", "--bin", "bench"]))?;
    let mut measure = Command::new(released(&["bench"]));
    measure.args(words);
    measure.env("TWINFLOWER_BIN", released(&["twinflower"])).env("TWINFLOWER_BLANK", released(&["examples", "blank"]));
    program::run(&mut measure)?;
    Ok(ExitCode::SUCCESS)
}

fn released(name: &[&str]) -> PathBuf {
    let path = name.iter().fold(place::target().join("release"), |path, part| path.join(part));
    path.with_extension(env::consts::EXE_EXTENSION)
}
