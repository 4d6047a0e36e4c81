//! Words that a page could stumble over: markup, quotes, other scripts, letters made of many, and what has no place to break.

use rand_chacha::ChaCha20Rng;
use rand_core::Rng;

/// What such words are made of.
const ATOMS: &[&str] = &[
    "#panic()",
    "#import \"x\": *",
    "#read(\"/etc/passwd\")",
    "*bold",
    "_it_",
    "$x^2$",
    "@ref",
    "<label>",
    "= heading",
    "- list",
    "`raw` ```",
    "\\u{41} \\",
    "\"quoted' “twice”",
    "/* no",
    "// no",
    "{ $name }",
    "%s \0 \u{7}",
    "https://example.org/a//b?c=d",
    "a~b--c...",
    "plain words",
    "שלום מירה",
    "مرحبا بكم",
    "(שלום) 12 – abc",
    "\u{202e}turned\u{202c}",
    "\u{2067}apart\u{2069}",
    "नमस्ते दुनिया",
    "क्ष्म्य",
    "สวัสดีชาวโลกที่รัก",
    "你好,世界",
    "こんにちは",
    "한국어 문장",
    "Ἀθηνᾶ Đặng Łódź",
    "👩🏽‍🦱👩‍👧",
    "🏳️‍🌈 🇩🇪 1️⃣ ❤️",
    "🌸",
    "zero\u{200b}width\u{200d}\u{200c}\u{feff}\u{2060}",
    "e\u{301}\u{323}\u{308}",
    "\u{e000}\u{10ffff}",
    "soft\u{ad}hyphen\u{a0}and",
    "ﷺ ﷽",
    "𝕱𝖗𝖆𝖐𝖙𝖚𝖗",
];

/// What is repeated without a place to break.
const UNBROKEN: &[&str] = &["Xm", "i", "م", "क्ष", "ก", "漢", "👩🏽‍🦱", "—", "e\u{301}", ".", "A\u{a0}"];

/// What stands between them.
const BETWEEN: &[&str] = &[" ", " ", "", "\n", "\t", "\u{2028}"];

/// Draws a text of at most so many characters, mostly a short one.
pub fn words(chance: &mut ChaCha20Rng, most: usize) -> String {
    match below(chance, 16) {
        0 => bounded(&one_of(chance, UNBROKEN).repeat(most), most),
        1 => drawn(chance, 60, most),
        2..=5 => bounded(&one_of(chance, UNBROKEN).repeat(40), most),
        _ => drawn(chance, 8, most),
    }
}

/// Draws a text of one short line, as a name is.
pub fn name(chance: &mut ChaCha20Rng) -> String {
    bounded(&drawn(chance, 3, 40).replace('\n', " "), 40)
}

/// Draws a number below another.
pub fn below(chance: &mut ChaCha20Rng, most: usize) -> usize {
    chance.next_u32() as usize % most.max(1)
}

/// Draws one of several.
pub fn one_of<'a, T>(chance: &mut ChaCha20Rng, of: &'a [T]) -> &'a T {
    &of[below(chance, of.len())]
}

fn drawn(chance: &mut ChaCha20Rng, most_atoms: usize, most: usize) -> String {
    let mut text = String::new();
    for _ in 0..=below(chance, most_atoms) {
        text.push_str(ATOMS[below(chance, ATOMS.len())]);
        text.push_str(BETWEEN[below(chance, BETWEEN.len())]);
    }
    bounded(&text, most)
}

/// Cuts a text off, and leaves none that is blank.
fn bounded(text: &str, most: usize) -> String {
    let text: String = text.chars().take(most).collect();
    if text.trim().is_empty() { "x".to_owned() } else { text }
}
