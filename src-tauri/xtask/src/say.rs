//! What is told to the person at the keyboard.

use std::time::Duration;

use crate::trouble::Trouble;

/// A sentence about what happens next.
pub fn plain(sentence: &str) {
    println!("{sentence}");
}

/// The start of a step.
pub fn step(name: &str) {
    println!("\n== {name}");
}

/// What went wrong, on the error stream.
pub fn trouble(trouble: &Trouble) {
    eprintln!("{trouble}");
}

/// A length of time as a person says it.
pub fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}
