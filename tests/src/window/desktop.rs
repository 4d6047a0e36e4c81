//! The window from outside, as the desktop sees it, through the programs `wmctrl` and `xdotool`.

use std::process::Command;

use super::trouble::Trouble;

/// A window as the desktop lists it.
pub(super) struct Listed {
    id: String,
    pub(super) title: String,
}

/// The windows of a process that are on the screen.
pub(super) fn windows_of(process: u32) -> Result<Vec<Listed>, Trouble> {
    let list = wmctrl(&["-l", "-p"])?;
    Ok(list.lines().filter_map(|line| listed(line, process)).collect())
}

/// Closes a window as the cross in its corner does.
pub(super) fn close(window: &Listed) -> Result<(), Trouble> {
    wmctrl(&["-i", "-c", &window.id]).map(drop)
}

/// Presses keys in a window that is not ours, named as X names them, such as `Return` and `ctrl+a`.
pub(super) fn keys(window: &Listed, keys: &[&str]) -> Result<(), Trouble> {
    wmctrl(&["-i", "-a", &window.id])?;
    xdotool(&[&["key", "--clearmodifiers", "--delay", "40"], keys].concat())
}

/// Types words in a window that is not ours.
pub(super) fn types(window: &Listed, words: &str) -> Result<(), Trouble> {
    wmctrl(&["-i", "-a", &window.id])?;
    xdotool(&["type", "--clearmodifiers", "--delay", "40", words])
}

fn xdotool(words: &[&str]) -> Result<(), Trouble> {
    program("xdotool", words).map(drop)
}

/// `0x00400003  0 6652   host a title`
fn listed(line: &str, process: u32) -> Option<Listed> {
    let mut fields = line.split_whitespace();
    let (id, _desktop, owner, _host) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
    let title = fields.collect::<Vec<_>>().join(" ");
    (owner.parse() == Ok(process)).then(|| Listed { id: id.to_owned(), title })
}

fn wmctrl(words: &[&str]) -> Result<String, Trouble> {
    program("wmctrl", words)
}

fn program(name: &str, words: &[&str]) -> Result<String, Trouble> {
    let answer = Command::new(name).args(words).output().map_err(|error| {
        Trouble::new(format!("{name} could not be started: {error}; `cargo xtask test` installs it."))
    })?;
    if !answer.status.success() {
        return Err(Trouble::new(format!("{name}: {}", String::from_utf8_lossy(&answer.stderr).trim())));
    }
    Ok(String::from_utf8_lossy(&answer.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn a_line_is_read_only_for_its_own_process() {
        let line = "0x00400003  0 6652   host Twinflower two";
        assert_eq!(listed(line, 6652).expect("it is the process of this line").title, "Twinflower two");
        assert!(listed(line, 665).is_none());
    }
}
