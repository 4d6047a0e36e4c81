//! Keys as WebDriver names them.

use fantoccini::actions::{Actions, InputSource, KeyAction, KeyActions};

use super::trouble::Trouble;

/// Presses the keys of a chord one after the other and lets them go in the other order.
pub(super) fn actions(chord: &str) -> Result<Actions, Trouble> {
    let keys: Vec<char> = names(chord).into_iter().map(key).collect::<Result<_, _>>()?;
    let down = keys.iter().map(|key| KeyAction::Down { value: *key });
    let up = keys.iter().rev().map(|key| KeyAction::Up { value: *key });
    Ok(sequence(down.chain(up)))
}

/// Presses one key after the other.
pub(super) fn typing(words: &str) -> Actions {
    sequence(
        words
            .chars()
            .map(on_the_keyboard)
            .flat_map(|key| [KeyAction::Down { value: key }, KeyAction::Up { value: key }]),
    )
}

fn on_the_keyboard(letter: char) -> char {
    match letter {
        '\n' => '\u{e007}',
        '\t' => '\u{e004}',
        letter => letter,
    }
}

fn sequence(keys: impl Iterator<Item = KeyAction>) -> Actions {
    keys.fold(KeyActions::new("keyboard".to_owned()), KeyActions::then).into()
}

/// `Shift++` is Shift and the plus sign.
fn names(chord: &str) -> Vec<&str> {
    match chord.strip_suffix('+') {
        Some("") => vec!["+"],
        Some(rest) => rest.trim_end_matches('+').split('+').chain(["+"]).collect(),
        None => chord.split('+').collect(),
    }
}

fn key(name: &str) -> Result<char, Trouble> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Ok(letter);
    }
    let key = match name {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Delete" => '\u{e017}',
        "F1" => '\u{e031}',
        "F11" => '\u{e03b}',
        _ => return Err(Trouble::new(format!("No key is called {name}."))),
    };
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::{key, names};

    #[test]
    fn a_chord_is_taken_apart_at_its_plus_signs() {
        assert_eq!(names("Control+Shift+z"), ["Control", "Shift", "z"]);
        assert_eq!(names("Control++"), ["Control", "+"]);
        assert_eq!(names("+"), ["+"]);
    }

    #[test]
    fn a_key_that_is_not_there_is_named() {
        let trouble = key("Entre").expect_err("it is misspelt");
        assert!(trouble.to_string().contains("Entre"));
    }
}
