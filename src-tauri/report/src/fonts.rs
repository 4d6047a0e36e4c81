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
