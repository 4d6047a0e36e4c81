//! What a person wrote, as data for the templates: paragraphs, each with its direction, that fit between the margins.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

/// The most letters in a row without a place to break: what fits into the narrowest column.
const LONGEST_WORD: usize = 22;

/// The same for a name in the first column of a ritual's card, which is as wide as its names up to a bound.
const LONGEST_IN_A_NAME: usize = 12;

/// A stretch of a script without spaces that has no more different letters than this is no sentence: nothing breaks it.
const FEW_LETTERS: usize = 4;

/// What is no longer than this fits on a page in any column, in letters of the usual width and in lines. What is longer is
/// measured when it is laid out.
const SURELY_FITS: usize = 300;
const LINES_SURELY_FIT: usize = 8;

/// Where a line may be broken without anything to be seen (ZERO WIDTH SPACE).
pub(crate) const BREAK: char = '\u{200b}';

/// Turns a text into its paragraphs.
pub(crate) fn paragraphs(words: &str) -> Value {
    let paragraph = |line| json!({ "text": breakable(line), "rtl": is_right_to_left(line) });
    Value::Array(lines(words).map(paragraph).collect())
}

/// Turns a name into a paragraph that fits into a narrow column, and stands where the column begins.
pub(crate) fn narrow(name: &str) -> Value {
    json!([{ "text": isolated(breakable_beyond(&one_line(name), LONGEST_IN_A_NAME)), "rtl": false }])
}

/// Turns a text into one paragraph, as a heading has it.
pub(crate) fn title(words: &str) -> Value {
    paragraphs(&one_line(words))
}

/// Turns a text of one line into what can stand inside another line.
pub(crate) fn line(words: &str) -> String {
    breakable(&one_line(words))
}

/// Turns a name into what can stand inside a sentence: one of the other direction turns nothing around beside it.
pub(crate) fn name(words: &str) -> String {
    isolated(line(words))
}

/// Tells whether a text may be too long for one page, and is measured.
pub(crate) fn is_long(words: &str) -> bool {
    let width = |c: char| if breaks_by_itself(c) { 2 } else { 1 };
    words.chars().map(width).sum::<usize>() > SURELY_FITS || lines(words).count() > LINES_SURELY_FIT
}

/// Names the script of a letter by its ISO 15924 code; nothing where it is of none or of many.
pub fn script_of(letter: char) -> Option<&'static str> {
    match letter.script() {
        Script::Common | Script::Inherited | Script::Unknown => None,
        one => Some(one.short_name()),
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn isolated(line: String) -> String {
    if line.chars().any(is_letter_from_right) { format!("\u{2068}{line}\u{2069}") } else { line }
}

/// Parts a text at all that ends a line or a paragraph: Typst would take the line separator for an order to justify.
fn lines(words: &str) -> impl Iterator<Item = &str> {
    let lines = words.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
    lines.map(str::trim_end).filter(|line| !line.is_empty())
}

/// Lets a word that is longer than any line be broken between its letters; scripts without spaces break by themselves.
fn breakable(line: &str) -> String {
    breakable_beyond(line, LONGEST_WORD)
}

fn breakable_beyond(line: &str, longest: usize) -> String {
    let line = without_orders(line);
    let mut broken = String::with_capacity(line.len());
    for word in line.split_inclusive(is_place_to_break) {
        let letters: Vec<&str> = word.graphemes(true).collect();
        let is_long = letters.len() > longest;
        for (at, letter) in letters.iter().enumerate() {
            broken.push_str(letter);
            if is_long && !(letter.chars().any(breaks_by_itself) || is_in_a_sentence(&letters[..=at])) {
                broken.push(BREAK);
            }
        }
    }
    broken
}

/// Tells whether a line may end after a character: after white space, unless it holds together what stands beside it.
fn is_place_to_break(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Tells whether the last of these letters is of a South-East Asian script and stands among others that make words, between
/// which a line breaks.
fn is_in_a_sentence(letters: &[&str]) -> bool {
    let is_of_words = |letter: &&str| letter.chars().any(breaks_between_words);
    if !letters.last().is_some_and(is_of_words) {
        return false;
    }
    let near = &letters[letters.len().saturating_sub(LONGEST_WORD)..];
    near.len() < LONGEST_WORD || near.iter().collect::<BTreeSet<_>>().len() > FEW_LETTERS
}

/// Leaves out what orders the writer's machine about: controls, marks of a file's beginning, and what turns the direction of
/// that which stands after her words. What only keeps a name apart stays where it ends as well.
fn without_orders(line: &str) -> String {
    let mut depth = 0;
    let is_kept = |c: &char| match c {
        '\u{2068}' => {
            depth += 1;
            true
        }
        '\u{2069}' => {
            let ends_one = depth > 0;
            depth -= i32::from(ends_one);
            ends_one
        }
        _ => !(c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}' | '\u{feff}')),
    };
    line.chars().map(tab_to_space).filter(is_kept).collect()
}

fn tab_to_space(c: char) -> char {
    if c == '\t' { ' ' } else { c }
}

/// Tells whether a line may end after every letter of a script: East Asian ones, and emoji.
fn breaks_by_itself(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{1f000}'..)
}

/// Tells whether a script is written without spaces, and a line may end between its words: South-East Asian ones.
fn breaks_between_words(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
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
    fn a_sentence_without_spaces_breaks_between_its_words_and_one_letter_again_and_again_anywhere() {
        let sentence = "วันนี้เราไปเดินเล่นด้วยกันที่ริมแม่น้ำและคุยกันนานมาก";
        assert_eq!(breakable(sentence), sentence);
        for (letter, least) in [("ก", 70), ("กข", 70), ("a\u{a0}", 90)] {
            let broken = breakable(&letter.repeat(100));
            assert!(broken.matches(BREAK).count() > least, "{letter}: {}", broken.matches(BREAK).count());
        }
    }

    #[test]
    fn nothing_unseen_turns_the_page_around() {
        assert_eq!(breakable("a\u{202e}b\u{7}\tc\u{202d}"), "ab c");
        assert_eq!(breakable("\u{2067}a\u{2069}\u{feff}b \u{2068}c\u{2069}"), "ab \u{2068}c\u{2069}");
        assert_eq!(name("מירה"), "\u{2068}מירה\u{2069}");
        assert_eq!(name("Née Núñez 🌷"), "Née Núñez 🌷");
    }

    #[test]
    fn whatever_ends_a_line_ends_a_paragraph() {
        let parts = paragraphs("one\r\ntwo\u{2028}three\u{2029}\n four\u{b}five");
        let texts: Vec<_> = parts.as_array().unwrap().iter().map(|part| part["text"].as_str().unwrap()).collect();
        assert_eq!(texts, ["one", "two", "three", " four", "five"]);
    }

    #[test]
    fn letters_made_of_several_marks_stay_whole() {
        let letter = "e\u{301}\u{323}";
        assert!(breakable(&letter.repeat(40)).split(BREAK).all(|part| part == letter || part.is_empty()));
    }

    #[test]
    fn a_letter_has_its_script_and_what_is_of_none_has_none() {
        assert_eq!(['ក', '茶', 'a'].map(script_of), [Some("Khmr"), Some("Hani"), Some("Latn")]);
        assert_eq!(['\u{1f9ff}', '\u{e000}', '\u{301}', '1'].map(script_of), [None; 4]);
    }

    #[test]
    fn direction_is_the_first_letters() {
        assert!(is_right_to_left("12 – מירה and Ana"));
        assert!(!is_right_to_left("Ana ומירה"));
        assert!(!is_right_to_left("\u{2068}מירה\u{2069}: a name is not the text"));
    }
}
