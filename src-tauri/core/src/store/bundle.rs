//! A copy of a person's spaces in one file: the backup, the stick, and what she takes when she leaves.
//!
//! ```text
//! magic (16) · version (1) · length (4) · header · BLAKE3 of the header
//! rows, by name: length of the name (1) · name · 0, length (4), sealed bytes  or  1: the bytes are beside it, by their hash
//! 0 · BLAKE3 of all before · keyed BLAKE3 of all before
//! ```
//!
//! The rows are those of the store, sealed as they are there. The first hash tells damage before anybody unlocks it; the
//! keyed one, under a key of her own space, tells a forgery before a word of it is believed. Numbers are little endian.

use super::frame::{MOST_IN_A_FRAME, Opened, Place, Sealed, open, seal};
use super::names::{FRAME, KEY, WORDS};
use super::{Store, disk, files};
use crate::domain::ids::SpaceId;
use crate::domain::words::WordsRef;
use crate::vault::SpaceKey;
use crate::{Error, Result};
use rand_core::CryptoRng;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The version of the format; a later one is refused, never guessed at.
const BUNDLE_VERSION: u8 = 1;

const MAGIC: &[u8; 16] = b"twinflower copy\n";

/// The most bytes a header may have.
const MOST_IN_A_HEADER: usize = 256 << 10;

/// The most bytes a row may have: a full frame and what sealing adds to it.
const MOST_IN_A_ROW: usize = MOST_IN_A_FRAME + 1024;

/// The most rows a copy may have: forty years of two busy people.
const MOST_ROWS: usize = 1_000_000;

/// Words larger than this (photos) are kept once, beside the copies that refer to them.
const LARGE: usize = 16 << 10;

/// What seals a copy: derived from the key of her own space.
#[derive(Clone)]
pub(crate) struct BundleKeys {
    seal: Zeroizing<[u8; 32]>,
    inside: Zeroizing<[u8; 32]>,
}

/// A copy opened up to the end of its header.
pub(crate) struct Bundle {
    header: Vec<u8>,
    input: Input,
}

/// One row of a copy.
struct Row {
    name: Vec<u8>,
    /// `None` when the bytes are beside the file.
    bytes: Option<Vec<u8>>,
}

impl BundleKeys {
    /// Derives them from the key of a person's own space.
    pub(crate) fn of(key: &SpaceKey) -> Self {
        Self { seal: key.derive(b"twinflower bundle v1"), inside: key.derive(b"twinflower bundle inside v1") }
    }

    /// Seals what a header says only to her.
    pub(crate) fn seal_inside(&self, mine: SpaceId, plain: &[u8], rng: &mut dyn CryptoRng) -> Sealed {
        seal(&self.inside, &inside(mine), plain, rng)
    }

    /// Opens what a header says only to her.
    pub(crate) fn open_inside(&self, mine: SpaceId, sealed: Vec<u8>) -> Result<Opened> {
        open(&self.inside, &inside(mine), &Sealed::read(sealed)).map_err(in_a_bundle)
    }
}

/// Writes every row of some spaces into a copy; photos go beside it where a folder for them is given.
pub(crate) fn write(
    path: &Path,
    header: &[u8],
    store: &Store,
    spaces: &BTreeSet<SpaceId>,
    keys: &BundleKeys,
    beside: Option<&Path>,
) -> Result<()> {
    let mut output = Output::begin(path, keys, header)?;
    for name in store.names_of(spaces)? {
        let Some(sealed) = store.joined(&name)? else { continue };
        let bytes = sealed.bytes();
        match beside.filter(|_| name[0] == WORDS && bytes.len() > LARGE) {
            Some(folder) => {
                put_beside(folder, &name, bytes)?;
                output.row(&Row { name, bytes: None })?;
            }
            None => output.row(&Row { name, bytes: Some(bytes.to_vec()) })?,
        }
    }
    output.end()
}

/// Copies a copy under another header: after a changed passphrase nothing else of it differs.
pub(crate) fn rewrap(
    from: &Path,
    to: &Path,
    header: &[u8],
    spaces: &BTreeSet<SpaceId>,
    keys: &BundleKeys,
) -> Result<()> {
    let mut output = Output::begin(to, keys, header)?;
    Bundle::open(from)?.rows(spaces, Some(keys), &mut |row| output.row(row))?;
    output.end()
}

impl Bundle {
    /// Opens a copy and reads its header, whose checksum holds.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        Self::read(Input::open(path)?)
    }

    /// The same of bytes that are in memory.
    #[cfg(feature = "faults")]
    pub(crate) fn of(bytes: &[u8]) -> Result<Self> {
        Self::read(Input::of(Box::new(std::io::Cursor::new(bytes.to_vec()))))
    }

    fn read(mut input: Input) -> Result<Self> {
        let mut magic = [0; MAGIC.len()];
        match input.fill(&mut magic)? {
            0 => return Err(Error::DamagedBundle("an empty file")),
            16 if magic == *MAGIC => (),
            read if read < 16 && MAGIC.starts_with(&magic[..read]) => {
                return Err(Error::DamagedBundle("cut off in its first bytes"));
            }
            _ => return Err(Error::NotABundle),
        }
        match input.byte("cut off before its version")? {
            BUNDLE_VERSION => (),
            0 => return Err(Error::DamagedBundle("a version that never was")),
            _ => return Err(Error::LaterVersion),
        }
        let length = input.length("cut off before its header")?;
        if length > MOST_IN_A_HEADER {
            return Err(Error::DamagedBundle("a header that is too long"));
        }
        let header = input.bytes(length, "cut off in its header")?;
        let sum = input.bytes(32, "cut off after its header")?;
        if *blake3::hash(&header).as_bytes() != sum[..] {
            return Err(Error::DamagedBundle("its header's checksum"));
        }
        Ok(Self { header, input })
    }

    /// Lends the header.
    pub(crate) fn header(&self) -> &[u8] {
        &self.header
    }

    /// Reads to the end without believing any of it: every length, name and order, and the checksum. Answers with the
    /// hashes of what is beside the file.
    pub(crate) fn check(self, spaces: &BTreeSet<SpaceId>) -> Result<BTreeSet<WordsRef>> {
        let mut beside = BTreeSet::new();
        self.rows(spaces, None, &mut |row| {
            if row.bytes.is_none() {
                beside.insert(row.words_ref()?);
            }
            Ok(())
        })?;
        Ok(beside)
    }

    /// Copies every row into an empty store. What it holds may be believed only when this has returned.
    pub(crate) fn copy_into(
        self,
        store: &Store,
        spaces: &BTreeSet<SpaceId>,
        keys: &BundleKeys,
        beside: &Path,
    ) -> Result<()> {
        self.rows(spaces, Some(keys), &mut |row| {
            let bytes = match &row.bytes {
                Some(bytes) => bytes.clone(),
                None => read_beside(beside, row.words_ref()?)?,
            };
            if row.name[0] == WORDS && WordsRef::of(&bytes) != row.words_ref()? {
                return Err(Error::DamagedBundle("words that are not what their name says"));
            }
            store.copy_row(&row.name, &Sealed::read(bytes))
        })?;
        store.confirm()
    }

    fn rows(
        mut self,
        spaces: &BTreeSet<SpaceId>,
        keys: Option<&BundleKeys>,
        each: &mut dyn FnMut(&Row) -> Result<()>,
    ) -> Result<()> {
        self.input.seal = keys.map(|keys| {
            let mut seal = blake3::Hasher::new_keyed(&keys.seal);
            seal.update(&self.input.begun);
            seal
        });
        let mut last: Option<Vec<u8>> = None;
        for _ in 0..MOST_ROWS {
            let Some(row) = self.input.row(spaces)? else { return self.end() };
            match last.as_ref().map(|last| last.cmp(&row.name)) {
                Some(std::cmp::Ordering::Equal) => return Err(Error::DamagedBundle("a row that is there twice")),
                Some(std::cmp::Ordering::Greater) => return Err(Error::DamagedBundle("rows out of order")),
                _ => (),
            }
            each(&row)?;
            last = Some(row.name);
        }
        Err(Error::DamagedBundle("more rows than there can be"))
    }

    fn end(mut self) -> Result<()> {
        let (sum, seal) = (self.input.sum.finalize(), self.input.seal.as_ref().map(blake3::Hasher::finalize));
        if self.input.bytes(32, "cut off before its end")? != *sum.as_bytes() {
            return Err(Error::DamagedBundle("its checksum"));
        }
        let sealed = self.input.bytes(32, "cut off before its end")?;
        // Comparing hashes takes the same time wherever they differ.
        if seal.is_some_and(|seal| blake3::Hash::from_slice(&sealed).ok() != Some(seal)) {
            return Err(Error::DamagedBundle("its seal"));
        }
        if self.input.fill(&mut [0])? > 0 { Err(Error::DamagedBundle("something after its end")) } else { Ok(()) }
    }
}

impl Row {
    fn words_ref(&self) -> Result<WordsRef> {
        let hash = self.name.get(33..65).filter(|_| self.name[0] == WORDS).and_then(|hash| hash.try_into().ok());
        hash.map(WordsRef::from_bytes).ok_or(Error::DamagedBundle("a row that cannot be beside it"))
    }
}

/// Removes what no copy refers to any more.
pub(crate) fn sweep_beside(folder: &Path, kept: &BTreeSet<WordsRef>) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    let kept: BTreeSet<String> = kept.iter().map(hex).collect();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_name().to_str().is_some_and(|name| kept.contains(name)) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Tells an error of the store, met in a copy, as what it is.
pub(crate) fn in_a_bundle(error: Error) -> Error {
    match error {
        Error::DamagedStore(what) => Error::DamagedBundle(what),
        other => other,
    }
}

fn put_beside(folder: &Path, name: &[u8], bytes: &[u8]) -> Result<()> {
    let path = folder.join(hex(&WordsRef::of(bytes)));
    if WordsRef::of(bytes).bytes() != &name[33..] {
        return Err(Error::DamagedStore("sealed words"));
    }
    // What is there under its hash is checked when it is read; a cut-off one has another length.
    if std::fs::metadata(&path).is_ok_and(|about| about.len() == bytes.len() as u64) {
        return Ok(());
    }
    files::make_folder(folder)?;
    files::replace(&path, bytes)
}

fn read_beside(folder: &Path, name: WordsRef) -> Result<Vec<u8>> {
    let found = files::read(&folder.join(hex(&name)), MOST_IN_A_ROW as u64).map_err(in_a_bundle)?;
    found.ok_or(Error::DamagedBundle("a photo that is not beside it"))
}

fn hex(name: &WordsRef) -> String {
    blake3::Hash::from_bytes(*name.bytes()).to_hex().to_string()
}

fn inside(mine: SpaceId) -> Place {
    Place::Local { space: mine, name: *b"bundle's header." }
}

struct Output {
    path: PathBuf,
    out: BufWriter<File>,
    sum: blake3::Hasher,
    seal: blake3::Hasher,
}

impl Output {
    fn begin(path: &Path, keys: &BundleKeys, header: &[u8]) -> Result<Self> {
        if header.len() > MOST_IN_A_HEADER {
            return Err(Error::DamagedStore("a header that is too long"));
        }
        let out = BufWriter::new(disk::create(path)?);
        let path = path.to_owned();
        let mut output = Self { path, out, sum: blake3::Hasher::new(), seal: blake3::Hasher::new_keyed(&keys.seal) };
        output.put(MAGIC)?;
        output.put(&[BUNDLE_VERSION])?;
        output.put(&(header.len() as u32).to_le_bytes())?;
        output.put(header)?;
        output.put(blake3::hash(header).as_bytes())?;
        Ok(output)
    }

    fn row(&mut self, row: &Row) -> Result<()> {
        disk::may(&self.path)?;
        self.put(&[row.name.len() as u8])?;
        self.put(&row.name)?;
        match &row.bytes {
            None => self.put(&[BESIDE]),
            Some(bytes) => {
                self.put(&[HERE])?;
                self.put(&(bytes.len() as u32).to_le_bytes())?;
                self.put(bytes)
            }
        }
    }

    fn end(mut self) -> Result<()> {
        self.put(&[END])?;
        let ends = [self.sum.finalize(), self.seal.finalize()].map(|hash| *hash.as_bytes());
        disk::write(&self.path, &mut self.out, &ends.concat())?;
        let file = self.out.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        disk::sync(&self.path, &file)
    }

    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.sum.update(bytes);
        self.seal.update(bytes);
        Ok(self.out.write_all(bytes)?)
    }
}

const HERE: u8 = 0;
const BESIDE: u8 = 1;
const END: u8 = 0;

struct Input {
    file: Box<dyn Read>,
    sum: blake3::Hasher,
    seal: Option<blake3::Hasher>,
    /// What was read before there was a key for the seal: the head of the file, bounded by the longest header.
    begun: Vec<u8>,
    in_rows: bool,
}

impl Input {
    fn open(path: &Path) -> Result<Self> {
        let file = File::open(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Error::NoSuchFile,
            _ => error.into(),
        })?;
        if file.metadata()?.is_dir() {
            return Err(Error::NotABundle);
        }
        Ok(Self::of(Box::new(BufReader::new(file))))
    }

    fn of(file: Box<dyn Read>) -> Self {
        Self { file, sum: blake3::Hasher::new(), seal: None, begun: Vec::new(), in_rows: false }
    }

    fn row(&mut self, spaces: &BTreeSet<SpaceId>) -> Result<Option<Row>> {
        self.in_rows = true;
        let length = usize::from(self.byte("cut off between two rows")?);
        if length == usize::from(END) {
            return Ok(None);
        }
        let name = self.bytes(length, "cut off in a row's name")?;
        let expected = match name[0] {
            FRAME => 41,
            KEY => 33,
            WORDS => 65,
            _ => return Err(Error::DamagedBundle("a row of an unknown kind")),
        };
        if length != expected {
            return Err(Error::DamagedBundle("a row's name"));
        }
        if !spaces.iter().any(|space| *space.bytes() == name[1..17]) {
            return Err(Error::DamagedBundle("a row of another space"));
        }
        let bytes = match self.byte("cut off in a row")? {
            BESIDE => None,
            HERE => {
                let length = self.length("cut off in a row")?;
                if length > MOST_IN_A_ROW {
                    return Err(Error::DamagedBundle("a row that is too long"));
                }
                Some(self.bytes(length, "cut off in a row")?)
            }
            _ => return Err(Error::DamagedBundle("a row that is nowhere")),
        };
        Ok(Some(Row { name, bytes }))
    }

    fn byte(&mut self, cut: &'static str) -> Result<u8> {
        Ok(self.bytes(1, cut)?[0])
    }

    fn length(&mut self, cut: &'static str) -> Result<usize> {
        let bytes = self.bytes(4, cut)?;
        Ok(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize)
    }

    /// Reads exactly so many bytes; the caller has checked their number against a named bound.
    fn bytes(&mut self, length: usize, cut: &'static str) -> Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        if self.fill(&mut bytes)? < length { Err(Error::DamagedBundle(cut)) } else { Ok(bytes) }
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<usize> {
        let mut filled = 0;
        while filled < bytes.len() {
            match self.file.read(&mut bytes[filled..]) {
                Ok(0) => break,
                Ok(read) => filled += read,
                Err(error) if error.kind() == ErrorKind::Interrupted => (),
                Err(error) => return Err(error.into()),
            }
        }
        let read = &bytes[..filled];
        self.sum.update(read);
        if !self.in_rows {
            self.begun.extend_from_slice(read);
        } else if let Some(seal) = &mut self.seal {
            seal.update(read);
        }
        Ok(filled)
    }
}
