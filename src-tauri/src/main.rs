//! The shell: one window over one family, and thin commands between the two.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![forbid(unsafe_code)]

mod asked;
mod commands;
mod desk;
mod single;
mod window;

use asked::Asked;

fn main() {
    let asked = match Asked::from_arguments(std::env::args_os().skip(1)) {
        Ok(asked) => asked,
        Err(sentence) => return say(&sentence),
    };
    window::choose_renderer();
    if let Err(error) = window::run(asked) {
        say(&format!("The window could not be opened: {error}. Nothing was changed."));
        std::process::exit(1);
    }
}

// The one place that writes to the terminal: arguments and the window, never anything a person wrote.
#[allow(clippy::print_stderr)]
fn say(sentence: &str) {
    eprintln!("twinflower: {sentence}");
}
