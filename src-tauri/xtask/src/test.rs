//! `test`: checks and tries everything, in one go, so that one run shows all that is wrong.

use std::process::{Command, ExitCode};

use crate::examples;
use crate::interface;
use crate::need;
use crate::place;
use crate::program;
use crate::run;
use crate::screen::Screen;
use crate::tally::{self, Tally};
use crate::toolchain;
use crate::trouble::Trouble;
use crate::wish::{Part, Wish};

/// The binary with the stories.
const STORIES: &str = "twinflower";

/// Tries what was asked for; the last line printed is `N passed, M failed`.
pub fn test(words: &[String]) -> Result<ExitCode, Trouble> {
    let wish = Wish::from_words(words)?;
    let mut tally = Tally::default();
    if tally.check("what this system needs", || prepare(&wish)) {
        try_all(&wish, &mut tally);
    } else {
        tally.leave_out("everything else, because something above is missing");
    }
    Ok(if tally.say() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn prepare(wish: &Wish) -> Result<(), Trouble> {
    if wish.includes(Part::Rust) || wish.includes(Part::Window) {
        need::install(need::FOR_THE_WINDOW)?;
    }
    if wish.includes(Part::Window) && cfg!(target_os = "linux") {
        need::install(need::FOR_THE_TESTS)?;
    }
    toolchain::check()
}

fn try_all(wish: &Wish, tally: &mut Tally) {
    for what in wish.left_out() {
        tally.leave_out(what);
    }
    if wish.includes(Part::Rust) && wish.is_unfiltered() {
        rust_format(tally);
    }
    let packages_are_there = tally.check("packages of the user interface", interface::install);
    if !packages_are_there {
        tally.leave_out("the user interface, because its packages are not there");
    } else if wish.includes(Part::Ui) {
        try_the_interface(wish, tally);
    } else {
        tally.check("ui: build", interface::build_if_stale);
    }
    if wish.includes(Part::Rust) && wish.is_unfiltered() {
        rust_lints(tally);
        crates(tally);
    }
    if wish.includes(Part::Rust) || wish.includes(Part::Window) {
        try_rust(wish, tally);
    }
}

fn rust_format(tally: &mut Tally) {
    if program::ask("cargo", &["fmt", "--version"]).is_none() {
        tally.leave_out("cargo fmt, which is not installed (rustup component add rustfmt)");
        return;
    }
    tally.check("rust: format", || program::run(program::cargo().args(["fmt", "--all", "--check"])));
}

fn rust_lints(tally: &mut Tally) {
    if program::ask("cargo", &["clippy", "--version"]).is_none() {
        tally.leave_out("cargo clippy, which is not installed (rustup component add clippy)");
        return;
    }
    tally.check("rust: lints", || {
        program::run(program::cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    });
}

fn crates(tally: &mut Tally) {
    tally.leave_out("the crates' advisories, whose database is not here (cargo deny check advisories)");
    if program::ask("cargo", &["deny", "--version"]).is_none() {
        tally.leave_out("cargo deny, which is not installed (cargo install cargo-deny --locked)");
        return;
    }
    tally.check("rust: licences, sources and bans of the crates", || {
        program::run(program::cargo().args(["deny", "--offline", "check", "licenses", "sources", "bans"]))
    });
}

fn try_the_interface(wish: &Wish, tally: &mut Tally) {
    if wish.is_unfiltered() {
        tally.check("ui: types", || program::run(program::npm().args(["run", "check"])));
        tally.check("ui: lints", || program::run(program::npm().args(["run", "lint"])));
    }
    tally.tests("ui: tests", tally::vitest, || {
        let mut command = program::npm();
        command.args(["run", "test", "--"]).args(wish.filters()).env("CI", "true").env("NO_COLOR", "1");
        program::run_and_read(&mut command)
    });
    tally.check("ui: build", interface::build);
}

fn try_rust(wish: &Wish, tally: &mut Tally) {
    let app_is_built = tally.check("the app: build", || program::run(&mut run::build()));
    let screen = if wish.includes(Part::Window) && cfg!(target_os = "linux") { open_screen(tally) } else { None };
    let has_nextest = program::ask("cargo", &["nextest", "--version"]).is_some();
    let (counts, mut command): (fn(&str) -> tally::Counts, _) =
        if has_nextest { (tally::nextest, nextest(wish)) } else { (tally::cargo_test, cargo_test(wish)) };
    tell_of_the_window(&mut command, wish, app_is_built, screen.as_ref());
    tally.tests("rust: tests", counts, || program::run_and_read(&mut command));
    if !app_is_built {
        tally.leave_out("examples in the documentation, because the app could not be built");
    } else if has_nextest && wish.includes(Part::Rust) && wish.is_unfiltered() && there_are_examples() {
        tally.examples("rust: examples in the documentation", || {
            program::run_and_read(program::cargo().args(["test", "--workspace", "--doc", "--no-fail-fast"]))
        });
    }
}

fn there_are_examples() -> bool {
    let (sources, tests) = (place::root().join("src-tauri"), place::root().join("tests"));
    // Where it cannot be read, cargo says it better.
    examples::are_in(&[&sources, &tests]).unwrap_or(true)
}

fn open_screen(tally: &mut Tally) -> Option<Screen> {
    let mut screen = None;
    tally.check("a screen for the window", || {
        screen = Some(Screen::open()?);
        Ok(())
    });
    screen
}

fn nextest(wish: &Wish) -> Command {
    let mut command = program::cargo();
    command.args(["nextest", "run", "--workspace", "--no-fail-fast"]).args(wish.filters());
    match (wish.includes(Part::Rust), wish.includes(Part::Window)) {
        (true, false) => command.args(["-E", "not test(/^e2e::/)"]),
        (false, true) => command.args(["--test", STORIES, "-E", "test(/^e2e::/)"]),
        _ => &mut command,
    };
    command
}

fn cargo_test(wish: &Wish) -> Command {
    let mut command = program::cargo();
    command.args(["test", "--workspace", "--no-fail-fast"]);
    match (wish.includes(Part::Rust), wish.includes(Part::Window)) {
        (true, false) => command.args(["--", "--skip", "e2e::"]),
        (false, true) if wish.is_unfiltered() => command.args(["--test", STORIES, "--", "e2e::"]),
        (false, true) => command.args(["--test", STORIES, "--"]),
        _ => command.arg("--"),
    };
    command.args(wish.filters());
    command
}

fn tell_of_the_window(command: &mut Command, wish: &Wish, app_is_built: bool, screen: Option<&Screen>) {
    // An app of an earlier build, or a screen that somebody sits at, must not be tried by mistake.
    command.env_remove("TWINFLOWER_BIN").env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    if app_is_built {
        command.env("TWINFLOWER_BIN", place::app());
    }
    if let Some(screen) = screen {
        command.env("DISPLAY", screen.display()).env("GDK_BACKEND", "x11");
    }
    if wish.renews_pictures() {
        command.env("TWINFLOWER_KEEP_PICTURES", "1");
    }
}
