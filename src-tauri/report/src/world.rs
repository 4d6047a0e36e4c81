//! The world a page is laid out in: our templates, one page's data, one photo, and fonts. No file system, no network, no clock.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;

/// The templates, and the one picture that is ours. The first is where a page begins.
const TEMPLATES: [(&str, &str); 5] = [
    ("page.typ", include_str!("../page/page.typ")),
    ("parts.typ", include_str!("../page/parts.typ")),
    ("days.typ", include_str!("../page/days.typ")),
    ("keepsake.typ", include_str!("../page/keepsake.typ")),
    ("cards.typ", include_str!("../page/cards.typ")),
];

const FLOWER: &[u8] = include_bytes!("../page/flower.svg");

/// What is the same for every page.
pub(crate) struct Templates {
    library: LazyHash<Library>,
    sources: Vec<Source>,
    flower: FileId,
    sheet: FileId,
    photo: FileId,
}

/// What one page is laid out in.
pub(crate) struct PageWorld<'a> {
    pub(crate) templates: &'a Templates,
    pub(crate) fonts: &'a FontStore,
    pub(crate) sheet: Bytes,
    pub(crate) photo: Option<Bytes>,
}

impl Templates {
    /// Reads the templates.
    pub(crate) fn read() -> Self {
        let source = |(name, text): (&str, &str)| Source::new(id(name), text.to_owned());
        Self {
            library: LazyHash::new(Library::default()),
            sources: TEMPLATES.map(source).into(),
            flower: id("flower.svg"),
            sheet: id("sheet.json"),
            photo: id("photo.jpg"),
        }
    }

    /// Takes a page's text in place of ours.
    #[cfg(test)]
    pub(crate) fn of(page: &str) -> Self {
        Self { sources: vec![Source::new(id("page.typ"), page.to_owned())], ..Self::read() }
    }
}

impl World for PageWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.templates.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.templates.sources[0].id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.templates.sources.iter().find(|source| source.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            _ if id == self.templates.sheet => Ok(self.sheet.clone()),
            _ if id == self.templates.flower => Ok(Bytes::new(FLOWER)),
            _ if id == self.templates.photo => self.photo.clone().ok_or(FileError::AccessDenied),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn id(name: &str) -> FileId {
    let path = VirtualPath::new(format!("/{name}")).expect("our own names are paths");
    RootedPath::new(VirtualRoot::Project, path).intern()
}
