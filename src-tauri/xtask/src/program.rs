//! Starting other programs.

use std::env;
use std::io::{self, Read, Write};
use std::process::{Command, Stdio};
use std::thread;

use crate::place;
use crate::trouble::Trouble;

/// What a program printed while it was also shown, and whether it ended well.
pub struct Printed {
    pub text: String,
    pub succeeded: bool,
}

/// Cargo, at the root of the checkout.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(place::root());
    command
}

/// npm, in the folder of the user interface.
pub fn npm() -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(place::ui());
    command
}

/// Runs a program to its end and shows what it prints.
pub fn run(command: &mut Command) -> Result<(), Trouble> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(Trouble::new(format!("{} ended with {status}.", name(command)))) }
}

/// Runs a program to its end, shows what it prints, and hands that back.
pub fn run_and_read(command: &mut Command) -> Result<Printed, Trouble> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let out = child.stdout.take().expect("its output was piped just above");
    let err = child.stderr.take().expect("its errors were piped just above");
    let errors = thread::spawn(move || show_and_keep(err, io::stderr()));
    let mut text = show_and_keep(out, io::stdout());
    text.push('\n');
    text.push_str(&errors.join().unwrap_or_default());
    let status =
        child.wait().map_err(|error| Trouble::new(format!("{} could not be waited for: {error}.", name(command))))?;
    Ok(Printed { text, succeeded: status.success() })
}

/// What a program answers to a question, or nothing when it is not there or fails.
pub fn ask(program: &str, words: &[&str]) -> Option<String> {
    let answer = Command::new(program).args(words).current_dir(place::root()).stdin(Stdio::null()).output().ok()?;
    if !answer.status.success() {
        return None;
    }
    Some(String::from_utf8_lossy(&answer.stdout).trim().to_owned())
}

fn show_and_keep(mut from: impl Read, mut to: impl Write) -> String {
    let mut kept = Vec::new();
    let mut piece = [0_u8; 8192];
    while let Ok(length) = from.read(&mut piece) {
        if length == 0 {
            break;
        }
        // A closed terminal must not end the tests, and what is kept is what counts.
        let _ = to.write_all(&piece[..length]).and_then(|()| to.flush());
        kept.extend_from_slice(&piece[..length]);
    }
    String::from_utf8_lossy(&kept).into_owned()
}

fn not_started(command: &Command, error: &io::Error) -> Trouble {
    Trouble::new(format!("{} could not be started: {error}.", name(command)))
}

fn name(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}
