//! `bindings`: writes the typed calls of the user interface anew.

use std::process::ExitCode;

use crate::program;
use crate::trouble::Trouble;

/// Lets the test that compares the bindings write them instead.
pub fn bindings(words: &[String]) -> Result<ExitCode, Trouble> {
    if let Some(word) = words.first() {
        return Err(Trouble::new(format!("`bindings` does not know {word}.")));
    }
    program::run(
        program::cargo()
            .args(["test", "--workspace", "--bin", "twinflower", "the_bindings"])
            .env("TWINFLOWER_WRITE_BINDINGS", "1"),
    )?;
    Ok(ExitCode::SUCCESS)
}
