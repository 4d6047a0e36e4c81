//! The press: lays a page out once, and writes it as a tagged PDF or as pictures of its pages.

use crate::catalog::{Catalog, is_isolate};
use crate::fonts::{self, Fonts};
use crate::world::{PageWorld, Templates};
use crate::{Error, Result, sheet};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::OnceLock;
use twinflower_core::views::{PageView, PieceView};
use typst::foundations::{Bytes, Smart};
use typst::layout::{Frame, FrameItem};
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_svg::SvgOptions;

/// The most bytes of a worded page: more than 3,000 entries of two busy people, and far less than memory.
const MOST_BYTES: usize = 16 << 20;

/// How many pages may be made until what was remembered of an earlier one is forgotten.
const REMEMBERED: usize = 4;

/// The sizes of paper (ISO 216 and ANSI/ASME Y14.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 210 by 297 millimetres.
    A4,
    /// 8.5 by 11 inches.
    UsLetter,
}

impl Size {
    /// Returns the size that is used in a region, by its ISO 3166 code (Unicode CLDR, paperSize).
    pub fn of_region(region: &str) -> Self {
        match region {
            "BZ" | "CA" | "CL" | "CO" | "CR" | "GT" | "MX" | "NI" | "PA" | "PH" | "PR" | "SV" | "US" | "VE" => {
                Self::UsLetter
            }
            _ => Self::A4,
        }
    }
}

/// What a page is made for.
pub struct Setting<'a> {
    /// The sentences around her words.
    pub catalog: &'a Catalog,
    /// The paper.
    pub size: Size,
}

/// A page as a PDF file.
pub struct Printed {
    /// The file.
    pub bytes: Vec<u8>,
    /// Letters that no font here has, each once. They are shown as empty boxes.
    pub missing: Vec<char>,
    /// Whether the file claims PDF/UA-1 (ISO 14289-1). With a missing letter it is tagged all the same, without the claim.
    pub is_accessible: bool,
}

/// A picture of one page: an SVG file.
pub struct Picture(pub String);

/// Makes pages. One is made at the start and kept: it remembers the fonts.
pub struct Press {
    templates: Templates,
    fonts: Fonts,
    inside: FontStore,
    with_system: OnceLock<FontStore>,
}

struct LaidOut {
    document: PagedDocument,
    missing: BTreeSet<char>,
}

impl Press {
    /// Sets the press up with the fonts inside; the system's are looked for when a letter is first missing.
    pub fn new(fonts: Fonts) -> Self {
        Self { templates: Templates::read(), fonts, inside: fonts::inside(), with_system: OnceLock::new() }
    }

    /// Prints a page. The same page in the same setting is the same bytes.
    pub fn pdf(&self, page: &PageView, setting: &Setting) -> Result<Printed> {
        let LaidOut { document, missing } = self.lay_out(page, setting)?;
        let claimed = if missing.is_empty() { write_pdf(&document, &[PdfStandard::Ua_1]).ok() } else { None };
        let is_accessible = claimed.is_some();
        let bytes = claimed.map_or_else(|| write_pdf(&document, &[]), Ok)?;
        typst::comemo::evict(REMEMBERED);
        Ok(Printed { bytes, missing: missing.into_iter().collect(), is_accessible })
    }

    /// Draws every page, and lists the letters that no font here has.
    pub fn pictures(&self, page: &PageView, setting: &Setting) -> Result<(Vec<Picture>, Vec<char>)> {
        let LaidOut { document, missing } = self.lay_out(page, setting)?;
        let options = SvgOptions { render_bleed: false, pretty: false };
        let pictures = document.pages().iter().map(|page| Picture(typst_svg::svg(page, &options))).collect();
        typst::comemo::evict(REMEMBERED);
        Ok((pictures, missing.into_iter().collect()))
    }

    /// Drops all that was remembered of pages: called when somebody locks her side.
    pub fn forget(&self) {
        typst::comemo::evict(0);
    }

    fn lay_out(&self, page: &PageView, setting: &Setting) -> Result<LaidOut> {
        let mut sheet = sheet::worded(page, setting.catalog)?;
        sheet["paper"] = match setting.size {
            Size::A4 => json!("a4"),
            Size::UsLetter => json!("us-letter"),
        };
        let mut tag = setting.catalog.language().split('-');
        sheet["language"] = json!(tag.next());
        sheet["region"] = json!(tag.find(|part| part.len() == 2));
        let photo = page.pieces.iter().find_map(|piece| match piece {
            PieceView::Photo(photo) => Some(Bytes::new(photo.jpeg.clone())),
            _ => None,
        });
        let near = self.lay_out_with(&self.inside, &sheet, photo.clone())?;
        if near.missing.is_empty() || self.fonts == Fonts::Inside {
            return Ok(near);
        }
        self.lay_out_with(self.with_system.get_or_init(fonts::with_system), &sheet, photo)
    }

    fn lay_out_with(&self, fonts: &FontStore, sheet: &Value, photo: Option<Bytes>) -> Result<LaidOut> {
        let bytes = serde_json::to_vec(sheet).expect("a value is JSON");
        if bytes.len() > MOST_BYTES {
            return Err(Error::TooMuch(MOST_BYTES));
        }
        let has_photo = photo.is_some();
        let world = PageWorld { templates: &self.templates, fonts, sheet: Bytes::new(bytes), photo };
        // What the compiler says may quote the page: it is not passed on.
        let document: PagedDocument =
            typst::compile(&world).output.map_err(|_| if has_photo { Error::BrokenPhoto } else { Error::NotMade })?;
        let mut missing = BTreeSet::new();
        document.pages().iter().for_each(|page| find_missing(&page.frame, &mut missing));
        Ok(LaidOut { document, missing })
    }
}

fn write_pdf(document: &PagedDocument, standards: &[PdfStandard]) -> Result<Vec<u8>> {
    let standards = PdfStandards::new(standards).map_err(|_| Error::NotMade)?;
    // No program, no time and no fixed name of a document is in the file: only the page.
    let options = PdfOptions {
        ident: Smart::Custom("page".to_owned()),
        creator: Smart::Custom(None),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|_| Error::NotMade)
}

/// Collects the letters whose glyph is the font's empty box.
fn find_missing(frame: &Frame, missing: &mut BTreeSet<char>) {
    for (_, one) in frame.items() {
        match one {
            FrameItem::Group(group) => find_missing(&group.frame, missing),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    let letters = text.text[glyph.range()].chars();
                    missing.extend(letters.filter(|c| !c.is_control() && !is_isolate(*c)));
                }
            }
            _ => {}
        }
    }
}
