//! `cargo xtask <verb>`: runs, tries and packages Twinflower, the same way on every system.

mod bench;
mod bindings;
mod examples;
mod interface;
mod need;
mod package;
mod place;
mod program;
mod prove;
mod run;
mod say;
mod screen;
mod tally;
mod test;
mod toolchain;
mod trouble;
mod wish;

use std::env;
use std::process::ExitCode;

use trouble::Trouble;

const USAGE: &str = "\
cargo xtask run [--demo] [--data <folder>] [-- <words for the app>]
    builds the app and opens its window; --demo opens a made-up family that is thrown away afterwards
cargo xtask test [--only rust|ui|window] [--pictures] [<part of a test's name> ...]
    checks and tries everything; --pictures renews the pictures of the screens that the stories come to, in tests/pictures
cargo xtask prove <claim> [--n <times>] [--seed <number>]
    tries one claim of the project at length; without a claim, lists them
cargo xtask bench [<name> ...] [--n <times>] [--seed <number>]
    measures how fast and how small the released app is; what was measured is kept in target/bench
cargo xtask bindings
    writes ui/src/ipc/bindings.ts anew from the app's commands
cargo xtask package
    makes the installer for this system
";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    match answer(&words) {
        Ok(code) => code,
        Err(trouble) => {
            say::trouble(&trouble);
            ExitCode::FAILURE
        }
    }
}

fn answer(words: &[String]) -> Result<ExitCode, Trouble> {
    let (verb, rest) = match words.split_first() {
        Some((verb, rest)) => (verb.as_str(), rest),
        None => ("", words),
    };
    match verb {
        "run" => run::run(rest),
        "test" => test::test(rest),
        "bindings" => bindings::bindings(rest),
        "prove" => prove::prove(rest),
        "bench" => bench::bench(rest),
        "package" => package::package(rest),
        "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        _ => {
            eprint!("{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}
