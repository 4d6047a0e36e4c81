//! Sealed frames in sled: the only place that knows sled, and that nothing is acknowledged before it is on the disk.
//!
//! sled's own `flush` does not fsync on Linux, so every commit is transaction → flush → fsync → acknowledge. Values are
//! at most [`MOST_IN_A_PIECE`] bytes and segments 8 MiB, the sizes for which no power cut lost a word.

pub(crate) mod backups;
pub(crate) mod bundle;
pub(crate) mod files;
pub(crate) mod frame;
mod generation;

use crate::domain::ids::{ItemId, SpaceId};
use crate::domain::words::WordsRef;
use crate::{Error, Result};
use chrono::NaiveDate;
use frame::Sealed;
use sled::transaction::{ConflictableTransactionError, TransactionError};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

/// The most bytes sled is given as one value; a longer frame is kept in several.
pub(crate) const MOST_IN_A_PIECE: usize = 4096;

/// An open store of one family on this computer.
pub(crate) struct Store {
    rows: sled::Tree,
    db: sled::Db,
    data: File,
    folder: PathBuf,
    saving: Cell<Saving>,
}

/// Whether commits are still taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Saving {
    On,
    /// The disk did not confirm a write. The kernel has marked the failed pages clean, so a second fsync would lie.
    Stopped,
}

/// What one use case writes and erases, all of it or nothing.
#[derive(Default)]
pub(crate) struct Batch {
    puts: Vec<(Vec<u8>, Sealed)>,
    erasures: Vec<Vec<u8>>,
}

impl Batch {
    /// Erases every frame of a document before this one: it holds all that they held.
    pub(crate) fn erase_frames_before(
        &mut self,
        store: &Store,
        space: SpaceId,
        part: [u8; 16],
        seq: u64,
    ) -> Result<()> {
        let before = store.frames(space, part)?.into_iter().filter(|(at, _)| *at < seq);
        self.erasures.extend(before.map(|(at, _)| frame_name(space, &part, at)));
        Ok(())
    }

    /// Erases every sealed word of a space that is not among these, and the keys of items that have none left.
    pub(crate) fn erase_words_except(
        &mut self,
        store: &Store,
        space: SpaceId,
        kept: &BTreeSet<WordsRef>,
    ) -> Result<()> {
        let mut items_with_words = BTreeSet::new();
        for name in store.names(&[&[WORDS], space.bytes().as_slice()].concat())? {
            let (item, word) = name.get(17..33).zip(name.get(33..65)).ok_or(Error::DamagedStore("a name of words"))?;
            if kept.iter().any(|kept| kept.bytes() == word) {
                items_with_words.insert(item.to_vec());
            } else {
                self.erasures.push(name);
            }
        }
        for name in store.names(&[&[KEY], space.bytes().as_slice()].concat())? {
            if !name.get(17..33).is_some_and(|item| items_with_words.contains(item)) {
                self.erasures.push(name);
            }
        }
        Ok(())
    }

    /// Adds the n-th frame of a document.
    pub(crate) fn frame(&mut self, space: SpaceId, part: [u8; 16], seq: u64, sealed: Sealed) {
        self.puts.push((frame_name(space, &part, seq), sealed));
    }

    /// Adds an item's words under the name that its document refers to.
    pub(crate) fn words(&mut self, space: SpaceId, item: ItemId, name: WordsRef, sealed: Sealed) {
        self.puts.push((words_name(space, item, name), sealed));
    }

    /// Adds or replaces the key of an item's words.
    pub(crate) fn key(&mut self, space: SpaceId, item: ItemId, sealed: Sealed) {
        self.puts.push((key_name(space, item), sealed));
    }

    /// Adds or replaces something that stays on this computer.
    pub(crate) fn local(&mut self, space: SpaceId, name: [u8; 16], sealed: Sealed) {
        self.puts.push((local_name(space, &name), sealed));
    }

    /// Erases an item's key and every sealed word and picture of it.
    pub(crate) fn erase_item(&mut self, store: &Store, space: SpaceId, item: ItemId) -> Result<()> {
        self.erasures.push(key_name(space, item));
        let prefix = [&[WORDS], space.bytes().as_slice(), item.bytes()].concat();
        for name in store.names(&prefix)? {
            self.erasures.push(name);
        }
        Ok(())
    }

    /// Takes over what another batch writes and erases.
    pub(crate) fn append(&mut self, other: Self) {
        self.puts.extend(other.puts);
        self.erasures.extend(other.erasures);
    }

    /// Tells whether there is nothing to write.
    pub(crate) fn is_empty(&self) -> bool {
        self.puts.is_empty() && self.erasures.is_empty()
    }
}

impl Store {
    /// Opens the store whose generations are in this folder, or makes it there.
    ///
    /// sled's `snap` files are only a cache: when it does not open, they are set aside and it is tried once more.
    pub(crate) fn open(home: &Path) -> Result<Self> {
        let folder = generation::current(home)?;
        check_room(home)?;
        match Self::try_open(&folder) {
            Err(Error::DamagedStore(_)) => {
                set_snapshots_aside(&folder)?;
                Self::try_open(&folder)
            }
            other => other,
        }
    }

    /// Sets a store that cannot be read whole aside under a dated name, and begins a fresh one in its place.
    ///
    /// What can still be read goes along, but for the documents of some spaces: those `fill` writes, from the old store
    /// where it opens at all. Nothing is deleted, and until the fresh one is whole nothing is changed.
    pub(crate) fn begin_afresh(
        home: &Path,
        day: NaiveDate,
        but: &BTreeSet<SpaceId>,
        fill: impl FnOnce(Option<&Self>, &Self) -> Result<()>,
    ) -> Result<Self> {
        let current = generation::current(home)?;
        check_room(home)?;
        let old = Self::try_open(&current).ok();
        let (folder, number) = generation::fresh(&current)?;
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        let fresh = Self::try_open(&folder)?;
        if let Some(old) = &old {
            fresh.copy_readable(old, but)?;
        }
        fill(old.as_ref(), &fresh)?;
        fresh.confirm()?;
        drop(old);
        generation::set_aside(&current, day, number)?;
        Ok(fresh)
    }

    /// Copies what can be read of a damaged store: not the documents of some spaces, and no words that are not themselves.
    fn copy_readable(&self, old: &Self, but: &BTreeSet<SpaceId>) -> Result<()> {
        let mut last = Vec::new();
        for row in old.rows.iter() {
            let Ok((name, _)) = row else { continue };
            let whole = name[..name.len().saturating_sub(2)].to_vec();
            if whole == last || *name == *ERASED {
                continue;
            }
            let is_left = whole[0] == FRAME && but.iter().any(|space| whole.get(1..17) == Some(space.bytes()));
            if let Some(sealed) = old.joined(&whole).ok().flatten().filter(|_| !is_left) {
                let is_itself = whole[0] != WORDS || whole.get(33..65) == Some(WordsRef::of(sealed.bytes()).bytes());
                if is_itself {
                    self.copy_row(&whole, &sealed)?;
                }
            }
            last = whole;
        }
        Ok(())
    }

    /// Tells whether anything was erased since the store was last written afresh.
    pub(crate) fn has_erased(&self) -> Result<bool> {
        Ok(self.rows.contains_key(ERASED)?)
    }

    /// Writes every live row into a fresh folder, makes that the store, and removes the old folder.
    pub(crate) fn write_afresh(&mut self) -> Result<()> {
        let (folder, number) = generation::fresh(&self.folder)?;
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        let fresh = Self::try_open(&folder)?;
        for row in self.rows.iter() {
            let (name, piece) = row?;
            if *name != *ERASED {
                fresh.rows.insert(name, piece)?;
            }
        }
        fresh.confirm()?;
        let home = self.folder.parent().unwrap_or(Path::new(".")).to_owned();
        generation::switch(&home, number)?;
        *self = fresh;
        generation::sweep(&home, number)
    }

    /// Writes a batch and returns once it is on the disk; on any error nothing of it was acknowledged.
    pub(crate) fn commit(&self, batch: &Batch) -> Result<()> {
        if self.saving.get() == Saving::Stopped {
            return Err(Error::SavingStopped);
        }
        self.apply(batch)?;
        let begun = self.begun();
        if !begun.exists() {
            files::replace(&begun, b"")?;
        }
        let confirmed = self.db.flush().map_err(Error::from).and_then(|_| Ok(self.data.sync_data()?));
        confirmed.inspect_err(|_| self.saving.set(Saving::Stopped))
    }

    /// Reads the frames of one document in order, from their first to their last.
    pub(crate) fn frames(&self, space: SpaceId, part: [u8; 16]) -> Result<Vec<(u64, Sealed)>> {
        let prefix = [&[FRAME], space.bytes().as_slice(), &part].concat();
        let mut frames: Vec<(u64, Vec<u8>)> = Vec::new();
        for row in self.rows.scan_prefix(&prefix) {
            let (name, piece) = row?;
            let seq = name.get(prefix.len()..prefix.len() + 8).and_then(|seq| seq.try_into().ok());
            let seq = u64::from_be_bytes(seq.ok_or(Error::DamagedStore("a frame's name"))?);
            match frames.last_mut() {
                Some((last, bytes)) if *last == seq => bytes.extend_from_slice(&piece),
                _ => frames.push((seq, piece.to_vec())),
            }
        }
        Ok(frames.into_iter().map(|(seq, bytes)| (seq, Sealed::read(bytes))).collect())
    }

    /// Reads what can still be read of a document's frames, and tells whether that is all of them.
    pub(crate) fn readable_frames(&self, space: SpaceId, part: [u8; 16]) -> (Vec<(u64, Sealed)>, bool) {
        let prefix = [&[FRAME], space.bytes().as_slice(), &part].concat();
        let (mut frames, mut all) = (BTreeMap::<u64, Vec<u8>>::new(), true);
        for row in self.rows.scan_prefix(&prefix) {
            let read = row.ok().and_then(|(name, piece)| {
                let seq = name.get(prefix.len()..prefix.len() + 8)?.try_into().ok()?;
                Some((u64::from_be_bytes(seq), piece))
            });
            match read {
                Some((seq, piece)) => frames.entry(seq).or_default().extend_from_slice(&piece),
                None => all = false,
            }
        }
        let first = frames.first_key_value().map_or(0, |(seq, _)| *seq);
        all &= frames.keys().zip(first..).all(|(seq, expected)| *seq == expected);
        (frames.into_iter().map(|(seq, bytes)| (seq, Sealed::read(bytes))).collect(), all)
    }

    /// Lists the hidden names of a space's documents.
    pub(crate) fn parts(&self, space: SpaceId) -> Result<BTreeSet<[u8; 16]>> {
        let mut prefix = [&[FRAME], space.bytes().as_slice()].concat();
        let mut parts = BTreeSet::new();
        // From the last name of one document to the first of the next: one look a document, not one a frame.
        while let Some(row) = self.rows.range(prefix.clone()..).next() {
            let (name, _) = row?;
            let Some(part) = name.get(17..33).filter(|_| name[..17] == prefix[..17]) else { break };
            parts.insert(part.try_into().expect("sixteen bytes were taken"));
            prefix = [&name[..33], &[0xff; 11]].concat();
        }
        Ok(parts)
    }

    /// Reads an item's sealed words.
    pub(crate) fn words(&self, space: SpaceId, item: ItemId, name: WordsRef) -> Result<Option<Sealed>> {
        let sealed = self.joined(&words_name(space, item, name))?;
        match sealed {
            Some(sealed) if WordsRef::of(sealed.bytes()) != name => Err(Error::DamagedStore("sealed words")),
            other => Ok(other),
        }
    }

    /// Reads everything sealed that belongs to an item: its key and its words, a piece at a time.
    pub(crate) fn sealed_of(&self, space: SpaceId, item: ItemId) -> Result<Vec<Vec<u8>>> {
        let mut sealed = Vec::new();
        for kind in [KEY, WORDS] {
            for row in self.rows.scan_prefix([&[kind], space.bytes().as_slice(), item.bytes()].concat()) {
                sealed.push(row?.1.to_vec());
            }
        }
        Ok(sealed)
    }

    /// Lists the names of every row of some spaces that goes into a copy, in order; what stays on this computer is not in it.
    pub(crate) fn names_of(&self, spaces: &BTreeSet<SpaceId>) -> Result<Vec<Vec<u8>>> {
        let mut names = Vec::new();
        for kind in [FRAME, KEY, WORDS] {
            for space in spaces {
                names.extend(self.names(&[&[kind], space.bytes().as_slice()].concat())?);
            }
        }
        Ok(names)
    }

    /// Lists the sealed words of a space, each with its item.
    pub(crate) fn words_in(&self, space: SpaceId) -> Result<Vec<(ItemId, WordsRef)>> {
        let names = self.names(&[&[WORDS], space.bytes().as_slice()].concat())?;
        let read = |name: &Vec<u8>| {
            let item = ItemId::from_bytes(name.get(17..33)?.try_into().ok()?);
            Some((item, WordsRef::from_bytes(name.get(33..65)?.try_into().ok()?)))
        };
        names.iter().map(|name| read(name).ok_or(Error::DamagedStore("a name of words"))).collect()
    }

    /// Puts one row of a copy in its place; it is durable only after [`Store::confirm`].
    pub(crate) fn copy_row(&self, name: &[u8], sealed: &Sealed) -> Result<()> {
        for (at, piece) in (0..).zip(sealed.bytes().chunks(MOST_IN_A_PIECE)) {
            self.rows.insert(piece_name(name, at), piece)?;
        }
        Ok(())
    }

    /// Copies every row of some spaces out of another store; it is durable when this returns.
    pub(crate) fn copy_from(&self, other: &Self, spaces: &BTreeSet<SpaceId>) -> Result<()> {
        for name in other.names_of(spaces)? {
            if let Some(sealed) = other.joined(&name)? {
                self.copy_row(&name, &sealed)?;
            }
        }
        self.confirm()
    }

    /// Returns once everything that was copied is on the disk.
    pub(crate) fn confirm(&self) -> Result<()> {
        if !self.rows.is_empty() {
            files::replace(&self.begun(), b"")?;
        }
        self.db.flush()?;
        Ok(self.data.sync_all()?)
    }

    /// Reads the sealed key of an item's words.
    pub(crate) fn key(&self, space: SpaceId, item: ItemId) -> Result<Option<Sealed>> {
        self.joined(&key_name(space, item))
    }

    /// Reads something that stays on this computer.
    pub(crate) fn local(&self, space: SpaceId, name: [u8; 16]) -> Result<Option<Sealed>> {
        self.joined(&local_name(space, &name))
    }

    fn try_open(folder: &Path) -> Result<Self> {
        files::make_folder(folder)?;
        let mut opened = open_sled(folder);
        // A store that was just let go of holds its lock for a moment longer.
        for _ in 0..TRIES {
            if opened.as_ref().err() != Some(&Error::AlreadyOpen) {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(25));
            opened = open_sled(folder);
        }
        let db = opened?;
        let data = File::open(folder.join("db"))?;
        data.sync_all()?;
        files::sync_folder(folder)?;
        let rows = db.open_tree("rows")?;
        let store = Self { rows, db, data, folder: folder.to_owned(), saving: Cell::new(Saving::On) };
        // Of a log that is damaged at its very beginning sled makes an empty one, and says nothing.
        if store.begun().exists() && store.rows.is_empty() {
            return Err(Error::DamagedStore("nothing is left in it"));
        }
        Ok(store)
    }

    /// The file that tells that something was written into this folder.
    fn begun(&self) -> PathBuf {
        self.folder.join("begun")
    }

    fn apply(&self, batch: &Batch) -> Result<()> {
        let applied = self.rows.transaction(|rows| {
            if !batch.erasures.is_empty() {
                rows.insert(ERASED, &[])?;
            }
            for name in &batch.erasures {
                for at in 0..u16::MAX {
                    if rows.remove(piece_name(name, at))?.is_none() {
                        break;
                    }
                }
            }
            for (name, sealed) in &batch.puts {
                let mut at = 0;
                for piece in sealed.bytes().chunks(MOST_IN_A_PIECE) {
                    rows.insert(piece_name(name, at), piece)?;
                    at += 1;
                }
                while rows.remove(piece_name(name, at))?.is_some() {
                    at += 1;
                }
            }
            Ok::<_, ConflictableTransactionError<()>>(())
        });
        match applied {
            Ok(()) => Ok(()),
            Err(TransactionError::Storage(error)) => Err(error.into()),
            Err(TransactionError::Abort(())) => Err(Error::DamagedStore("a transaction")),
        }
    }

    fn joined(&self, name: &[u8]) -> Result<Option<Sealed>> {
        let mut bytes = Vec::new();
        for row in self.rows.scan_prefix(name) {
            bytes.extend_from_slice(&row?.1);
        }
        Ok(if bytes.is_empty() { None } else { Some(Sealed::read(bytes)) })
    }

    fn names(&self, prefix: &[u8]) -> Result<Vec<Vec<u8>>> {
        let mut names: Vec<Vec<u8>> = Vec::new();
        for row in self.rows.scan_prefix(prefix) {
            let (name, _) = row?;
            let whole = name[..name.len().saturating_sub(2)].to_vec();
            if names.last() != Some(&whole) {
                names.push(whole);
            }
        }
        Ok(names)
    }
}

/// How often a store that is still let go of is tried, a fortieth of a second apart.
const TRIES: u32 = 120;

fn open_sled(folder: &Path) -> Result<sled::Db> {
    let path = folder.to_owned();
    // sled 0.34 panics on some torn files instead of answering.
    let opened = std::panic::catch_unwind(move || {
        sled::Config::new().path(path).segment_size(8 << 20).cache_capacity(8 << 20).flush_every_ms(Some(30_000)).open()
    });
    match opened {
        Ok(Err(sled::Error::Io(error))) if error.to_string().contains("could not acquire lock") => {
            Err(Error::AlreadyOpen)
        }
        Ok(opened) => Ok(opened?),
        Err(_) => Err(Error::DamagedStore("the store's log")),
    }
}

/// Marks that something was erased and its bytes are still in the old folder.
const ERASED: &[u8] = b"erased";

const FRAME: u8 = b'f';
const WORDS: u8 = b'w';
const KEY: u8 = b'k';
const LOCAL: u8 = b'l';

fn frame_name(space: SpaceId, part: &[u8; 16], seq: u64) -> Vec<u8> {
    [&[FRAME], space.bytes().as_slice(), part, &seq.to_be_bytes()].concat()
}

fn words_name(space: SpaceId, item: ItemId, name: WordsRef) -> Vec<u8> {
    [&[WORDS], space.bytes().as_slice(), item.bytes(), name.bytes()].concat()
}

fn key_name(space: SpaceId, item: ItemId) -> Vec<u8> {
    [&[KEY], space.bytes().as_slice(), item.bytes()].concat()
}

fn local_name(space: SpaceId, name: &[u8; 16]) -> Vec<u8> {
    [&[LOCAL], space.bytes().as_slice(), name].concat()
}

fn piece_name(name: &[u8], at: u16) -> Vec<u8> {
    [name, &at.to_be_bytes()].concat()
}

/// The bytes that must be free before the store is opened: on a full disk it would not open, and look damaged.
const ROOM: usize = 1 << 20;

/// Finds out whether there is room to write, by writing.
fn check_room(home: &Path) -> Result<()> {
    let path = home.join("room");
    let written = std::fs::write(&path, vec![0; ROOM]);
    let removed = std::fs::remove_file(&path);
    written?;
    Ok(removed?)
}

fn set_snapshots_aside(folder: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if name.to_string_lossy().starts_with("snap.") {
            let mut aside = name.clone();
            aside.push(".aside");
            std::fs::rename(entry.path(), PathBuf::from(folder).join(aside))?;
        }
    }
    Ok(())
}

impl From<sled::Error> for Error {
    fn from(error: sled::Error) -> Self {
        match error {
            sled::Error::Io(error) => error.into(),
            sled::Error::Corruption { .. } => Self::DamagedStore("the store's checksum"),
            _ => Self::DamagedStore("the store's answer"),
        }
    }
}
