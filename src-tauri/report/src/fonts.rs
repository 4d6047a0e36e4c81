//! The fonts inside, and the system's for every other script.

use typst::foundations::Bytes;
use typst::text::Font;
use typst_kit::fonts::FontStore;

/// The families that carry our own words; the templates name them.
const INSIDE: [&[u8]; 4] = [
    include_bytes!("../fonts/AtkinsonHyperlegibleNext_400Regular.ttf"),
    include_bytes!("../fonts/AtkinsonHyperlegibleNext_700Bold.ttf"),
    include_bytes!("../fonts/Fraunces_500Medium.ttf"),
    include_bytes!("../fonts/NotoEmoji_400Regular.ttf"),
];

/// Which fonts a press may take letters from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fonts {
    /// Only those inside this program: the same everywhere.
    Inside,
    /// Those inside first, then the system's, which are looked for once, when a letter is first missing.
    InsideThenSystem,
}

/// Loads the fonts inside.
pub(crate) fn inside() -> FontStore {
    let mut store = FontStore::new();
    store.extend(INSIDE.iter().flat_map(|file| Font::iter(Bytes::new(*file))).map(|font| {
        let about = font.info().clone();
        (font, about)
    }));
    store
}

/// Loads the fonts inside and finds the system's, in an order that does not change from one start to the next.
pub(crate) fn with_system() -> FontStore {
    let mut store = inside();
    let mut found: Vec<_> = typst_kit::fonts::system().collect();
    found.sort_by(|(one, _), (other, _)| (&one.path, one.index).cmp(&(&other.path, other.index)));
    store.extend(found);
    store
}

/// Tells whether some letter of a text is in none of these fonts: a page of it is not laid out with them alone first.
pub(crate) fn lack_a_letter(store: &FontStore, text: &[u8]) -> bool {
    let fonts: Vec<_> = (0..).map_while(|at| store.book().info(at)).collect();
    let is_in_none = |c: char| fonts.iter().all(|font| !font.coverage.contains(c as u32));
    String::from_utf8_lossy(text).chars().any(|c| !c.is_ascii() && c.is_alphabetic() && is_in_none(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_letter_that_is_in_none_of_the_fonts_is_lacking() {
        let inside = inside();
        let lacking = ["Née Đặng Łódź", "Mira 🌷 “so” – 1️⃣", "a\u{200b}b\u{2068}c\u{301}", "מירה", "茶", "नमस्ते"]
            .map(|text| lack_a_letter(&inside, text.as_bytes()));
        assert_eq!(lacking, [false, false, false, true, true, true]);
    }
}
