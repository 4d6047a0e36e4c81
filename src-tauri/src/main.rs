//! The shell: one window over one family, and thin commands between the two.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![forbid(unsafe_code)]

mod asked;
mod commands;
mod demo;
mod desk;
mod families;
mod press;
mod single;
#[cfg(target_os = "linux")]
mod sleep;
mod window;
mod wire;

use asked::Asked;

/// What a person wrote does not stay behind in memory that was given back.
#[global_allocator]
static WIPING: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() {
    if std::env::args_os().nth(1).is_some_and(|first| first == press::ARGUMENT) {
        press::serve();
    }
    let asked = match Asked::from_arguments(std::env::args_os().skip(1)) {
        Ok(asked) => asked,
        Err(sentence) => return say(&sentence),
    };
    let asked = match with_a_folder_for_the_demo(asked) {
        Ok(asked) => asked,
        Err(error) => return say(&format!("The made-up family could not be made: {error}.")),
    };
    window::choose_renderer();
    if let Err(error) = window::run(asked) {
        say(&format!("The window could not be opened: {error}. Nothing was changed."));
        std::process::exit(1);
    }
}

/// Makes the made-up family in a throw-away folder, unless this start goes on with one that was made.
fn with_a_folder_for_the_demo(asked: Asked) -> twinflower_core::Result<Asked> {
    if !asked.demo || asked.folder.is_some() {
        return Ok(asked);
    }
    let folder = std::env::temp_dir().join(format!("twinflower-demo-{}", std::process::id()));
    say("making a family with ten years in it; nothing of it is kept.");
    demo::make(&folder, desk::now().today, Box::new(desk::rng()))?;
    say(&format!("Ana comes in with “{}”, Mira with “{}”.", demo::ANAS_PASSPHRASE, demo::MIRAS_PASSPHRASE));
    Ok(Asked { folder: Some(folder), ..asked })
}

// The one place that writes to the terminal: arguments and the window, never anything a person wrote.
#[allow(clippy::print_stderr)]
fn say(sentence: &str) {
    eprintln!("twinflower: {sentence}");
}
