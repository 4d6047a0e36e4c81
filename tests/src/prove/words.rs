//! Every sentence this app can say, held against the rules for how it speaks.
//!
//! What is read: the catalogs, the made-up family of `--demo`, and the names of the fields that the window can fill. The help
//! lines' own names and texts are their operators', and only lend the numbers that may be shown.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::parser;
use serde_json::Value;

use super::{Ask, Progress};

/// What is never said; `*` at the end of a word stands for any ending. From the rules of care: how we speak, and what is
/// never claimed.
const BANNED: &[&str] = &[
    "addict*",
    "alcoholic*",
    "user",
    "users",
    "clean",
    "dirty",
    "substance abuse",
    "relaps*",
    "slip",
    "slips",
    "slipped",
    "fail",
    "fails",
    "failed",
    "failure*",
    "blew it",
    "day zero",
    "streak*",
    "you should",
    "you must",
    "don’t forget",
    "don't forget",
    "committed",
    "commit suicide",
    "suffer from",
    "suffers from",
    "suffering from",
    "victim*",
    "codependen*",
    "enabling",
    "enabler*",
    "healthy weight",
    "good food",
    "bad food",
    "you look well",
    "panic*",
    "no risk",
    "risk-free",
    "unhackable",
    "deniab*",
    "hipaa",
    "clinically",
    "guarantee*",
    "cannot be recovered",
];

/// What no field asks for and no sentence counts: a body, or what was eaten.
const OF_BODIES: &[&str] = &[
    "weigh*",
    "bmi",
    "calor*",
    "kcal",
    "kilo*",
    "kg",
    "pounds",
    "lbs",
    "portion*",
    "waist",
    "dress size",
    "step count*",
    "body fat",
];

/// A number this long could be dialled.
const COULD_BE_DIALLED: usize = 3;

/// Three digits that are no telephone's, each with where it stands.
const NOT_DIALLED: &[(&str, &str)] =
    &[("compose-zoom-100", "100"), ("compose-zoom-150", "150"), ("error-long-ago-advice", "1900")];

/// What has fewer words is a label, which would make everything read easier than it is.
const A_SENTENCE: usize = 7;

/// The grade of reading that our own sentences are meant for, in school years (Flesch and Kincaid, 1975).
const GRADE: f64 = 7.0;

/// The most words that a card has.
const MOST_WORDS: usize = 120;

/// One sentence and where it stands.
pub struct Said {
    /// The file it stands in.
    pub file: String,
    /// Its name in the file.
    pub id: String,
    /// Its words, every form of them.
    pub text: String,
}

/// Reads every sentence, and says how they read.
pub fn words(_: Ask, progress: Progress) -> String {
    let (said, numbers) = (everything_said(), numbers_of_lines());
    let wrong = said.iter().flat_map(|one| wrong_in(one, &numbers)).chain(wrong_fields());
    let wrong: Vec<String> = wrong.chain(wrong_cards()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let files: BTreeSet<&str> = said.iter().map(|one| one.file.as_str()).collect();
    let mut hardest = (String::new(), 0.0);
    for file in &files {
        let texts = said.iter().filter(|one| one.file == *file).map(|one| one.text.as_str());
        let grade = grade(texts);
        progress(&format!("{file}: grade {grade:.1}"));
        if grade > hardest.1 {
            hardest = ((*file).to_owned(), grade);
        }
    }
    let all = grade(said.iter().map(|one| one.text.as_str()));
    assert!(hardest.1 <= GRADE, "{} reads at grade {:.1}; {GRADE} is the most", hardest.0, hardest.1);
    let (sentences, count) = (said.len(), files.len());
    format!(
        "{sentences} texts of {count} files: no banned word, no number of a body, none to dial but the help lines’; reading \
         grade {all:.1}, the hardest {} with {:.1}",
        hardest.0, hardest.1
    )
}

/// Tells what is wrong with one sentence: nothing, as a rule.
pub fn wrong_in(said: &Said, numbers: &BTreeSet<String>) -> Vec<String> {
    let spoken = spoken(&said.text);
    let found =
        |list: &[&'static str]| list.iter().copied().filter(|phrase| holds(&spoken, phrase)).collect::<Vec<_>>();
    let mut wrong = String::new();
    for phrase in found(BANNED).into_iter().chain(found(OF_BODIES)) {
        let _ = writeln!(wrong, "{}, {}: “{phrase}”", said.file, said.id);
    }
    let years_left_out = if said.id.ends_with(".source") { without_year(&said.text) } else { said.text.clone() };
    for number in dialled(&years_left_out) {
        let known = numbers.contains(&number) || NOT_DIALLED.contains(&(said.id.as_str(), number.as_str()));
        if !known {
            let _ = writeln!(wrong, "{}, {}: {number} is in no help line", said.file, said.id);
        }
    }
    wrong.lines().map(str::to_owned).collect()
}

/// The numbers of the help lines, digits only.
pub fn numbers_of_lines() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("src-tauri/locales/help-lines.json")).expect("it is in the tree");
    let lines: Value = serde_json::from_str(&text).expect("it is JSON");
    let contacts = lines["lines"].as_array().into_iter().flatten().flat_map(|line| line["contacts"].as_array());
    contacts.flatten().filter_map(|contact| contact["value"].as_str()).flat_map(dialled).collect()
}

fn everything_said() -> Vec<Said> {
    let mut said = Vec::new();
    for path in files_in(&root().join("src-tauri/locales"), "ftl") {
        let text = fs::read_to_string(&path).expect("it was just listed");
        let resource = parser::parse(text.as_str()).unwrap_or_else(|_| panic!("{} is Fluent", path.display()));
        said.extend(of_a_catalog(&name(&path), &resource));
    }
    let demo = root().join("src-tauri/src/demo.rs");
    let text = fs::read_to_string(&demo).expect("it is in the tree");
    let quoted = text.split('"').skip(1).step_by(2).filter(|text| text.contains(' '));
    said.extend(quoted.map(|text| Said { file: name(&demo), id: "what they wrote".to_owned(), text: text.to_owned() }));
    said
}

/// The cards of a catalog that are longer than a card may be, or read with more effort, or name no source with its year.
pub fn wrong_cards() -> Vec<String> {
    let said = everything_said();
    let cards = said.iter().filter(|one| one.id.starts_with("card-"));
    let wrong = cards.filter(|one| match one.id.split_once('.') {
        Some((_, "text")) => spoken(&one.text).len() > MOST_WORDS || grade([one.text.as_str()].into_iter()) > GRADE,
        Some((_, "source")) => !one.text.contains(": ") || !one.text.ends_with(|c: char| c.is_ascii_digit()),
        _ => !said.iter().any(|other| other.id == format!("{}.source", one.id)),
    });
    wrong.map(|one| format!("{}, {}", one.file, one.id)).collect()
}

fn of_a_catalog(file: &str, resource: &Resource<&str>) -> Vec<Said> {
    let mut said = Vec::new();
    let mut add = |id: String, pattern: &Pattern<&str>| {
        let mut text = String::new();
        spell_out(pattern, &mut text);
        said.push(Said { file: file.to_owned(), id, text });
    };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                message.value.iter().for_each(|value| add(message.id.name.to_owned(), value));
                for attribute in &message.attributes {
                    add(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
                }
            }
            Entry::Term(term) => add(term.id.name.to_owned(), &term.value),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => (),
            Entry::Junk { content } => panic!("{file}: {content}"),
        }
    }
    said
}

/// Writes a sentence out with every one of its forms; what is filled in is somebody's.
fn spell_out(pattern: &Pattern<&str>, text: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => match expression {
                Expression::Select { variants, .. } => {
                    for variant in variants {
                        spell_out(&variant.value, text);
                        text.push_str(". ");
                    }
                }
                Expression::Inline(InlineExpression::StringLiteral { value }) => text.push_str(value),
                Expression::Inline(_) => text.push('…'),
            },
        }
    }
}

/// The fields that the window can fill or show, from the calls between it and the core.
fn wrong_fields() -> Vec<String> {
    let text = fs::read_to_string(root().join("ui/src/ipc/bindings.ts")).expect("it is in the tree");
    let names: BTreeSet<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|name| !name.is_empty()).collect();
    let wrong = names.into_iter().filter(|name| {
        let words = spoken(&name.replace('_', " "));
        OF_BODIES.iter().any(|phrase| holds(&words, phrase))
    });
    wrong.map(|name| format!("bindings.ts: a field “{name}”")).collect()
}

/// The words of a text, small, with what joins them left in.
fn spoken(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '’' | '\'' | '-'));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn holds(spoken: &[String], phrase: &str) -> bool {
    let wanted: Vec<&str> = phrase.split(' ').collect();
    spoken.windows(wanted.len()).any(|words| {
        words.iter().zip(&wanted).all(|(word, wanted)| match wanted.strip_suffix('*') {
            Some(beginning) => word.starts_with(beginning),
            None => word == wanted,
        })
    })
}

/// What in a text could be dialled: runs of digits, with what telephone numbers have between them.
fn dialled(text: &str) -> Vec<String> {
    let joins = |c: char| matches!(c, ' ' | '-' | '(' | ')' | '\u{a0}');
    let runs = text.split(|c: char| !c.is_ascii_digit() && !joins(c));
    let digits = runs.map(|run| run.chars().filter(char::is_ascii_digit).collect::<String>());
    digits.filter(|digits| digits.len() >= COULD_BE_DIALLED).collect()
}

/// A source without its year and without the number its publisher gave it: neither is a telephone's.
fn without_year(text: &str) -> String {
    let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let kept = text.split_whitespace().filter(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        !is_year(word) && !word.starts_with("NG") && !word.starts_with("CG")
    });
    kept.collect::<Vec<_>>().join(" ")
}

/// The school year in which texts are read with ease (Flesch and Kincaid, 1975), syllables counted by their vowels.
fn grade<'a>(texts: impl Iterator<Item = &'a str>) -> f64 {
    let (mut sentences, mut words, mut syllables) = (0.0, 0.0, 0.0);
    for text in texts {
        let spoken = spoken(text);
        if spoken.len() < A_SENTENCE {
            continue;
        }
        let ends = text.split(['.', '?', ':', ';']).filter(|part| part.chars().any(char::is_alphabetic)).count();
        sentences += ends.max(1) as f64;
        words += spoken.len() as f64;
        syllables += spoken.iter().map(|word| syllables_of(word)).sum::<f64>();
    }
    0.39 * words / f64::max(sentences, 1.0) + 11.8 * syllables / f64::max(words, 1.0) - 15.59
}

fn syllables_of(word: &str) -> f64 {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut count = 0;
    let mut before = false;
    for c in word.chars() {
        count += usize::from(vowel(c) && !before);
        before = vowel(c);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && count > 1;
    (count - usize::from(silent)).max(1) as f64
}

fn files_in(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("it is in the tree").map(|entry| entry.expect("it can be read").path());
    let mut files: Vec<PathBuf> = entries
        .flat_map(|path| match path.is_dir() {
            true => files_in(&path, ending),
            false => vec![path],
        })
        .filter(|path| path.extension().is_some_and(|other| other == ending))
        .collect();
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
