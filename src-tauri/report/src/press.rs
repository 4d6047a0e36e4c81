//! The press: lays a page out once, and writes it as a tagged PDF or as pictures of its pages.

use crate::catalog::{Catalog, is_isolate};
use crate::fonts::{self, Fonts};
use crate::world::{PageWorld, Templates};
use crate::{Error, Result, edges, plain, sheet};
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::OnceLock;
use twinflower_core::views::{PageSize, PageView, PieceView};
use typst::foundations::{Bytes, Smart};
use typst::layout::{Frame, FrameItem};
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_svg::SvgOptions;

/// The most bytes of a worded page: more than 3,000 entries of two busy people, and far less than memory.
const MOST_BYTES: usize = 16 << 20;

/// How many pages may be made until what was remembered of an earlier one is forgotten. What lies beneath something that
/// stayed as it was is not looked at, and ages too: two ticks elsewhere must not cost the whole of a long page.
const REMEMBERED: usize = 4;

/// What a page is made for.
pub struct Setting<'a> {
    /// The sentences around her words.
    pub catalog: &'a Catalog,
    /// The paper.
    pub size: PageSize,
}

/// A page's words and its photo, worded and bounded: what the press is given, and all of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Worded {
    /// What the templates read, as JSON.
    pub sheet: Vec<u8>,
    /// The photo on it: a JPEG file.
    pub photo: Option<Vec<u8>>,
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

/// A page as it was laid out: to be drawn or written as often as is asked.
pub struct LaidOut {
    document: PagedDocument,
    missing: BTreeSet<char>,
}

impl Worded {
    /// Words a page.
    pub fn new(page: &PageView, setting: &Setting) -> Result<Self> {
        let mut sheet = sheet::worded(page, setting.catalog)?;
        sheet["paper"] = match setting.size {
            PageSize::A4 => json!("a4"),
            PageSize::UsLetter => json!("us-letter"),
        };
        let mut tag = setting.catalog.language().split('-');
        sheet["language"] = json!(tag.next());
        sheet["region"] = json!(tag.find(|part| part.len() == 2));
        let sheet = serde_json::to_vec(&sheet).expect("a value is JSON");
        if sheet.len() > MOST_BYTES {
            return Err(Error::TooMuch(MOST_BYTES));
        }
        let photo = page.pieces.iter().find_map(|piece| match piece {
            PieceView::Photo(photo) => Some(photo.jpeg.clone()),
            _ => None,
        });
        Ok(Self { sheet, photo })
    }

    /// Says what stands on the page as plain text: headings and lists, in the order of the page.
    pub fn text(&self) -> String {
        plain::text(&serde_json::from_slice(&self.sheet).expect("it was written as JSON"))
    }
}

impl Press {
    /// Sets the press up with the fonts inside; the system's are looked for when a letter is first missing.
    pub fn new(fonts: Fonts) -> Self {
        Self { templates: Templates::read(), fonts, inside: fonts::inside(), with_system: OnceLock::new() }
    }

    /// Lays a page out.
    pub fn lay_out(&self, worded: &Worded) -> Result<LaidOut> {
        let may_look_further = self.fonts == Fonts::InsideThenSystem;
        let near = if may_look_further && fonts::lack_a_letter(&self.inside, &worded.sheet) {
            None
        } else {
            Some(self.lay_out_with(&self.inside, worded)?)
        };
        let laid_out = match near.filter(|near| near.missing.is_empty() || !may_look_further) {
            Some(near) => near,
            None => self.lay_out_with(self.with_system.get_or_init(fonts::with_system), worded)?,
        };
        typst::comemo::evict(REMEMBERED);
        Ok(laid_out)
    }

    /// Prints a page. The same page in the same setting is the same bytes.
    pub fn pdf(&self, page: &PageView, setting: &Setting) -> Result<Printed> {
        self.lay_out(&Worded::new(page, setting)?)?.pdf()
    }

    /// Draws every page, and lists the letters that no font here has.
    pub fn pictures(&self, page: &PageView, setting: &Setting) -> Result<(Vec<Picture>, Vec<char>)> {
        let laid_out = self.lay_out(&Worded::new(page, setting)?)?;
        let pictures = (0..laid_out.pages()).filter_map(|at| laid_out.picture(at)).collect();
        Ok((pictures, laid_out.missing()))
    }

    /// Drops all that was remembered of pages: called when somebody locks her side.
    pub fn forget(&self) {
        typst::comemo::evict(0);
    }

    fn lay_out_with(&self, fonts: &FontStore, worded: &Worded) -> Result<LaidOut> {
        let has_photo = worded.photo.is_some();
        let photo = worded.photo.clone().map(Bytes::new);
        let world = PageWorld { templates: &self.templates, fonts, sheet: Bytes::new(worded.sheet.clone()), photo };
        // What the compiler says may quote the page: it is not passed on.
        let document: PagedDocument =
            typst::compile(&world).output.map_err(|_| if has_photo { Error::BrokenPhoto } else { Error::NotMade })?;
        let mut missing = BTreeSet::new();
        document.pages().iter().for_each(|page| find_missing(&page.frame, &mut missing));
        Ok(LaidOut { document, missing })
    }
}

impl LaidOut {
    /// Tells how many pages there are.
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// Lists the letters that no font here has, each once.
    pub fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }

    /// Counts the texts and pictures of which a part is off its page: on a page that is right, there are none.
    pub fn off_page(&self) -> usize {
        self.document.pages().iter().map(|page| edges::off_page(&page.frame)).sum()
    }

    /// Draws one page, from nought; nothing where there is none.
    pub fn picture(&self, at: usize) -> Option<Picture> {
        let options = SvgOptions { render_bleed: false, pretty: false };
        Some(Picture(typst_svg::svg(self.document.pages().get(at)?, &options)))
    }

    /// Writes it as a PDF file.
    pub fn pdf(&self) -> Result<Printed> {
        let claims = self.missing.is_empty();
        let claimed = if claims { write_pdf(&self.document, &[PdfStandard::Ua_1]).ok() } else { None };
        let is_accessible = claimed.is_some();
        let bytes = claimed.map_or_else(|| write_pdf(&self.document, &[]), Ok)?;
        Ok(Printed { bytes, missing: self.missing(), is_accessible })
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
