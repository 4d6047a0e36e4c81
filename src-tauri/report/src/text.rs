//! What a person wrote, as data for the templates: paragraphs, each with its direction, that fit between the margins.

use serde_json::{Value, json};
use unicode_segmentation::UnicodeSegmentation;

/// The most letters in a row without a place to break: what fits into the narrowest column.
const LONGEST_WORD: usize = 22;

/// From this many characters on, a text may go on on the next page: it would not fit on one.
pub(crate) const LONG: usize = 1_200;

/// Where a line may be broken without anything to be seen (ZERO WIDTH SPACE).
pub(crate) const BREAK: char = '\u{200b}';

/// Turns a text into its paragraphs.
pub(crate) fn paragraphs(words: &str) -> Value {
    let lines = words.lines().map(str::trim_end).filter(|line| !line.is_empty());
    Value::Array(lines.map(|line| json!({ "text": breakable(line), "rtl": is_right_to_left(line) })).collect())
}

/// Turns a text into one paragraph, as a heading has it.
pub(crate) fn title(words: &str) -> Value {
    paragraphs(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Turns a text of one line into what can stand inside another line.
pub(crate) fn line(words: &str) -> String {
    breakable(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Turns a name into what can stand inside a sentence: one of the other direction turns nothing around beside it.
pub(crate) fn name(words: &str) -> String {
    let line = line(words);
    if line.chars().any(is_letter_from_right) { format!("\u{2068}{line}\u{2069}") } else { line }
}

/// Tells whether a text may go on on the next page.
pub(crate) fn is_long(words: &str) -> bool {
    words.chars().count() > LONG || words.lines().count() > 30
}

/// Lets a word that is longer than any line be broken between its letters; scripts without spaces break by themselves.
fn breakable(line: &str) -> String {
    let mut broken = String::with_capacity(line.len());
    for word in line.split_inclusive(char::is_whitespace) {
        let word: String = word.chars().map(tab_to_space).filter(|c| !is_unseen_order(*c)).collect();
        let is_long = word.graphemes(true).count() > LONGEST_WORD;
        for letter in word.graphemes(true) {
            broken.push_str(letter);
            if is_long && !letter.chars().any(breaks_by_itself) {
                broken.push(BREAK);
            }
        }
    }
    broken
}

/// Tells whether a character orders the writer's machine about: controls, and overrides of direction, which would turn what
/// stands after her words around.
fn is_unseen_order(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}')
}

fn tab_to_space(c: char) -> char {
    if c == '\t' { ' ' } else { c }
}

/// Tells whether a script is written without spaces: South-East Asian and East Asian ones, and emoji.
fn breaks_by_itself(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{1f000}'..)
}

/// Tells a text's direction by its first letter that is in no isolate, as a name is (Unicode Standard Annex 9, P2 and P3).
fn is_right_to_left(text: &str) -> bool {
    let mut depth = 0;
    let first = text.chars().find(|c| {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth -= 1,
            _ => {}
        }
        depth <= 0 && c.is_alphabetic()
    });
    first.is_some_and(is_letter_from_right)
}

fn is_letter_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_longer_than_a_line_can_be_broken_and_keeps_its_letters() {
        let long = "a".repeat(10_000);
        let broken = breakable(&long);
        assert_eq!(broken.replace(BREAK, ""), long);
        assert!(broken.split(BREAK).all(|part| part.len() <= 1));
        assert_eq!(breakable("a word and another"), "a word and another");
    }

    #[test]
    fn nothing_unseen_turns_the_page_around() {
        assert_eq!(breakable("a\u{202e}b\u{7}\tc\u{202d}"), "ab c");
        assert_eq!(name("מירה"), "\u{2068}מירה\u{2069}");
        assert_eq!(name("Née Núñez 🌷"), "Née Núñez 🌷");
    }

    #[test]
    fn letters_made_of_several_marks_stay_whole() {
        let letter = "e\u{301}\u{323}";
        assert!(breakable(&letter.repeat(40)).split(BREAK).all(|part| part == letter || part.is_empty()));
    }

    #[test]
    fn direction_is_the_first_letters() {
        assert!(is_right_to_left("12 – מירה and Ana"));
        assert!(!is_right_to_left("Ana ומירה"));
        assert!(!is_right_to_left("\u{2068}מירה\u{2069}: a name is not the text"));
    }
}
