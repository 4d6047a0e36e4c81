//! Every parser of bytes from outside by its name, and every sealed frame in its place, so that the tests can give them any
//! bytes. No product is built with it.

mod apart;

pub use apart::{Changes, Spoil, Spoiling};

use super::bundles::Header;
use super::door::{DoorCard, Slots};
use super::family::{Family, In};
use crate::domain::ids::{PersonId, SpaceId};
use crate::domain::photo;
use crate::store::Batch;
use crate::store::bundle::Bundle;
use crate::store::frame::{Place, Sealed, open, seal, seal_bare};
use crate::store::{parse_current, parse_refused};
use crate::vault::{Passphrase, Slot, SpareWords};
use crate::{Error, Result};
use rand_core::CryptoRng;
use std::path::Path;
use zeroize::Zeroizing;

/// What reads bytes that anybody may have made.
pub type Parser = fn(&[u8]) -> Result<()>;

/// Every such parser, by its name.
pub const PARSERS: &[(&str, Parser)] = &[
    ("copy", copy),
    ("current", |bytes| parse_current(bytes).map(drop)),
    ("document", |bytes| document(&[bytes])),
    ("door", |bytes| DoorCard::parse(bytes).map(drop)),
    ("frame", |bytes| open(&KEY, &place(), &Sealed::read(bytes.to_vec())).map(drop)),
    ("marks", |bytes| super::mark::families(bytes).map(drop).ok_or(Error::DamagedStore("the marks"))),
    ("photo", |bytes| Ok(photo::prepare(bytes).map(drop)?)),
    ("refused", |bytes| parse_refused(bytes).map(drop)),
    ("slot", slot),
    ("slots", |bytes| Slots::parse(bytes).map(drop)),
    ("spare words", |bytes| SpareWords::typed(&String::from_utf8_lossy(bytes)).map(drop)),
];

const KEY: [u8; 32] = [7; 32];

/// The spare words of the slots that [`PARSERS`] opens.
pub const SPARE_WORDS: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";

/// Seals bytes as a frame which the parser of that name opens.
pub fn frame(plain: &[u8], rng: &mut dyn CryptoRng) -> Vec<u8> {
    seal(&KEY, &place(), plain, rng).bytes().to_vec()
}

/// Seals what is inside a frame as it is, without a length and without zeros.
pub fn bare_frame(inside: &[u8]) -> Vec<u8> {
    seal_bare(&KEY, &place(), inside).bytes().to_vec()
}

/// Loads a document from its frames, as they are once they were opened.
pub fn document(frames: &[&[u8]]) -> Result<()> {
    let load = || crate::document::Document::load([1; 16], frames.iter().copied()).map(drop);
    std::panic::catch_unwind(load).unwrap_or(Err(Error::DamagedBundle("a document")))
}

/// Writes one field of a document, and returns it as its frames: the change, and a snapshot.
pub fn good_document() -> Result<[Vec<u8>; 2]> {
    use crate::document::{Document, Put, Table};
    let mut document = Document::begin([1; 16])?;
    let written = document.write(&[Put::new(Table::Milestones, "one", "gone", &false)])?;
    Ok([written.ok_or(Error::Blank)?.change, document.snapshot()])
}

/// The person whose slot the parser of that name opens.
pub fn whose() -> PersonId {
    serde_json::from_str("\"5e1f0000-0000-4000-8000-000000000000\"").expect("it is an id")
}

fn copy(bytes: &[u8]) -> Result<()> {
    let bundle = Bundle::of(bytes)?;
    let ids = Header::read(bundle.header())?.ids();
    bundle.check(&ids).map(drop)
}

fn slot(bytes: &[u8]) -> Result<()> {
    let slot: Slot = serde_json::from_slice(bytes).map_err(|_| Error::DamagedSlot("its form"))?;
    slot.open_with_spare_words(whose(), &SpareWords::typed(SPARE_WORDS)?).map(drop)
}

fn place() -> Place {
    let space = serde_json::from_str::<SpaceId>("\"5e1f0000-0000-4000-8000-000000000001\"").expect("it is an id");
    Place::Document { space, part: [3; 16], seq: 4 }
}

/// A sealed frame of a copy, in its place and with its key.
pub struct Frame {
    key: Zeroizing<[u8; 32]>,
    place: Place,
    sealed: Sealed,
}

impl Frame {
    /// Lends its bytes as they are on the disk.
    pub fn bytes(&self) -> &[u8] {
        self.sealed.bytes()
    }

    /// Opens other bytes in its place.
    pub fn takes(&self, bytes: &[u8]) -> Result<()> {
        open(&self.key, &self.place, &Sealed::read(bytes.to_vec())).map(drop)
    }

    /// Opens other bytes in its place under the key of another: what somebody with both keys could do.
    pub fn takes_under(&self, other: &Self) -> Result<()> {
        open(&other.key, &self.place, &other.sealed).map(drop)
    }

    pub(crate) fn new(key: Zeroizing<[u8; 32]>, place: Place, sealed: Sealed) -> Self {
        Self { key, place, sealed }
    }
}

impl Family {
    /// Lists every sealed frame of a copy.
    pub fn frames_in(&self, path: &Path, words: &Passphrase) -> Result<Vec<Frame>> {
        let copy = self.copy_in(path, words)?;
        let mut frames = Vec::new();
        for space in copy.spaces.values() {
            space.sealed_frames(&copy.store, &mut frames)?;
        }
        Ok(frames)
    }

    /// Spoils the first frame of a year in her own space, as a disk may do.
    pub fn spoil_year(&mut self, year: i32) -> Result<()> {
        let (person, mut batch) = (self.alone()?, Batch::default());
        self.space(In::Mine(person))?.spoil_year(year, &mut batch);
        self.store.as_mut().ok_or(Error::Closed)?.commit(&batch)
    }
}
