//! The two toolchains that must be there before anything else: Rust and Node.

use crate::program;
use crate::trouble::Trouble;

const RUST: (u32, u32) = (1, 92);
const NODE: (u32, u32) = (20, 19);

/// Says what is missing or too old, before a build fails for it in a stranger way.
pub fn check() -> Result<(), Trouble> {
    check_one("rustc", "Rust", RUST, "https://rustup.rs")?;
    check_one("node", "Node", NODE, "https://nodejs.org")
}

fn check_one(program: &str, name: &str, least: (u32, u32), from: &str) -> Result<(), Trouble> {
    let wanted = format!("{name} {}.{} or newer is needed ({from})", least.0, least.1);
    let Some(answer) = program::ask(program, &["--version"]) else {
        return Err(Trouble::new(format!("{wanted}, and `{program} --version` does not answer.")));
    };
    match version_in(&answer) {
        Some(found) if found >= least => Ok(()),
        Some(found) => Err(Trouble::new(format!("{wanted}; here is {}.{}.", found.0, found.1))),
        None => Err(Trouble::new(format!("{wanted}; `{program} --version` says only: {answer}"))),
    }
}

fn version_in(answer: &str) -> Option<(u32, u32)> {
    let number = answer.split_whitespace().find_map(|word| {
        let word = word.trim_start_matches('v');
        word.starts_with(|first: char| first.is_ascii_digit()).then_some(word)
    })?;
    let mut parts = number.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn the_version_is_read_as_rust_and_as_node_say_it() {
        assert_eq!(version_in("rustc 1.95.0 (59807616e 2026-04-14)"), Some((1, 95)));
        assert_eq!(version_in("v20.20.2"), Some((20, 20)));
    }

    #[test]
    fn an_answer_without_a_version_has_none() {
        assert_eq!(version_in("no such thing"), None);
    }
}
