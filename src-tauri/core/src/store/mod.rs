//! Sealed frames in sled: the only place that knows sled, and that nothing is acknowledged before it is on the disk.
//!
//! sled's own `flush` does not fsync on Linux, so every commit is transaction → flush → fsync → acknowledge. Values are
//! at most [`MOST_IN_A_PIECE`] bytes and segments 8 MiB, the sizes for which no power cut lost a word.

mod afresh;
pub(crate) mod backups;
mod batch;
pub(crate) mod bundle;
pub(crate) mod disk;
pub(crate) mod files;
pub(crate) mod frame;
mod generation;
mod names;
mod sled_handle;

pub(crate) use batch::Batch;

#[cfg(feature = "faults")]
pub(crate) use {afresh::parse_refused, generation::parse as parse_current};

use crate::domain::ids::{ItemId, SpaceId};
use crate::domain::words::WordsRef;
use crate::{Error, Result};
use frame::Sealed;
use names::{COMMITS, ERASED, FRAME, KEY, WORDS, key_name, local_name, piece_name, words_name};
use sled::IVec;
use sled::transaction::{ConflictableTransactionError, TransactionError};
use sled_handle::Handle;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

/// The most bytes sled is given as one value; a longer frame is kept in several.
pub(crate) const MOST_IN_A_PIECE: usize = 4096;

/// An open store of one family on this computer.
pub(crate) struct Store {
    rows: sled::Tree,
    db: Handle,
    data: File,
    folder: PathBuf,
    /// How many commits this store has taken.
    commits: u64,
    /// What the next commit counts on from, where that is more.
    least: u64,
    /// What stood before an act that the disk did not confirm, until it stands in a fresh folder.
    refused: Option<Before>,
    /// Whether this is the store, and not one that is still being filled to become it.
    is_current: bool,
}

/// What some rows held, by their names.
type Before = BTreeMap<IVec, Option<IVec>>;

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

    /// Writes a batch and returns once it is on the disk; on any error nothing of it was acknowledged, nor is it read here
    /// or found later.
    pub(crate) fn commit(&mut self, batch: &Batch) -> Result<()> {
        self.recover()?;
        disk::tell(|| Some(batch.bytes()));
        let mut before = Before::new();
        match self.apply(batch, &mut before).and_then(|()| self.confirm()) {
            Ok(()) => {
                disk::tell(|| None);
                Ok(self.commits = self.next_count())
            }
            Err(error) => Err(self.refuse(before, error)),
        }
    }

    /// Copies every row of some spaces out of another store; it is durable when this returns.
    pub(crate) fn copy_from(&mut self, other: &Self, spaces: &BTreeSet<SpaceId>) -> Result<()> {
        self.recover()?;
        let names = other.names_of(spaces)?;
        let copied = names.iter().try_for_each(|name| match other.joined(name)? {
            Some(sealed) => self.copy_row(name, &sealed),
            None => Ok(()),
        });
        let mut before = Before::new();
        match copied.and_then(|()| self.apply(&Batch::default(), &mut before)).and_then(|()| self.confirm()) {
            Ok(()) => Ok(self.commits = self.next_count()),
            Err(error) => {
                let rows = names.iter().flat_map(|name| self.rows.scan_prefix(name).keys().flatten());
                before.extend(rows.map(|name| (name, None)));
                Err(self.refuse(before, error))
            }
        }
    }

    /// Tells how many commits this store has taken: an older copy of it has taken fewer.
    pub(crate) fn commits(&self) -> u64 {
        self.commits
    }

    /// Counts on from a number that was counted before, from the next commit on.
    pub(crate) fn count_from(&mut self, least: u64) {
        self.least = self.least.max(least);
    }

    /// Tells whether anything was erased since the store was last written afresh.
    pub(crate) fn has_erased(&self) -> Result<bool> {
        Ok(self.rows.contains_key(ERASED)?)
    }

    /// Reads the frames of one document in order, from their first to their last.
    pub(crate) fn frames(&self, space: SpaceId, part: [u8; 16]) -> Result<Vec<(u64, Sealed)>> {
        let prefix = [&[FRAME], space.bytes().as_slice(), &part].concat();
        let mut frames: Vec<(u64, Vec<u8>)> = Vec::new();
        for row in self.scan(&prefix) {
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

    /// Tells whether a frame of a document is on the disk, and nothing waits to be confirmed.
    pub(crate) fn has_frame(&self, space: SpaceId, part: [u8; 16], seq: u64) -> Result<bool> {
        let name = piece_name(&names::frame_name(space, &part, seq), 0);
        Ok(self.refused.is_none() && self.rows.contains_key(name)?)
    }

    /// Reads what can still be read of a document's frames, and tells whether that is all of them.
    pub(crate) fn readable_frames(&self, space: SpaceId, part: [u8; 16]) -> (Vec<(u64, Sealed)>, bool) {
        let prefix = [&[FRAME], space.bytes().as_slice(), &part].concat();
        let (mut frames, mut all) = (BTreeMap::<u64, Vec<u8>>::new(), true);
        for row in self.scan(&prefix) {
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
        while let Some(row) = self.first_from(&prefix) {
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
            for row in self.scan(&[&[kind], space.bytes().as_slice(), item.bytes()].concat()) {
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

    /// Returns once everything that was written is on the disk.
    pub(crate) fn confirm(&self) -> Result<()> {
        disk::may(&self.folder)?;
        self.db.flush()?;
        disk::sync(&self.folder, &self.data)?;
        if self.rows.is_empty() || self.begun().exists() { Ok(()) } else { files::replace(&self.begun(), b"") }
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
        disk::sync(folder, &data)?;
        disk::sync_folder(folder)?;
        let rows = db.open_tree("rows")?;
        let refused = afresh::refused_before(folder)?;
        let mut store =
            Self { rows, db, data, folder: folder.to_owned(), commits: 0, least: 0, refused, is_current: true };
        store.commits = store.counted()?;
        // Of a log that is damaged at its very beginning sled makes an empty one, and says nothing.
        if store.begun().exists() && store.rows.is_empty() {
            return Err(Error::DamagedStore("nothing is left in it"));
        }
        Ok(store)
    }

    fn next_count(&self) -> u64 {
        self.commits.max(self.least) + 1
    }

    fn counted(&self) -> Result<u64> {
        let Some(row) = self.scan(COMMITS).next() else { return Ok(0) };
        let count = row?.1.as_ref().try_into().map(u64::from_be_bytes);
        count.map_err(|_| Error::DamagedStore("the count of commits"))
    }

    /// The file that tells that something was written into this folder.
    fn begun(&self) -> PathBuf {
        self.folder.join("begun")
    }

    fn apply(&self, batch: &Batch, before: &mut Before) -> Result<()> {
        disk::may(&self.folder)?;
        let kept = std::cell::RefCell::new(before);
        let applied = self.rows.transaction(|rows| {
            kept.borrow_mut().clear();
            let put = |name: Vec<u8>, piece: Option<&[u8]>| {
                let was = match piece {
                    Some(piece) => rows.insert(name.clone(), piece)?,
                    None => rows.remove(name.clone())?,
                };
                kept.borrow_mut().entry(name.into()).or_insert(was.clone());
                Ok::<bool, ConflictableTransactionError<()>>(was.is_some())
            };
            put(COMMITS.to_vec(), Some(&self.next_count().to_be_bytes()))?;
            if !batch.erasures.is_empty() {
                put(ERASED.to_vec(), Some(&[]))?;
            }
            for name in &batch.erasures {
                for at in 0..u16::MAX {
                    if !put(piece_name(name, at), None)? {
                        break;
                    }
                }
            }
            for (name, sealed) in &batch.puts {
                let mut at = 0;
                for piece in sealed.bytes().chunks(MOST_IN_A_PIECE) {
                    put(piece_name(name, at), Some(piece))?;
                    at += 1;
                }
                while put(piece_name(name, at), None)? {
                    at += 1;
                }
            }
            Ok(())
        });
        match applied {
            Ok(()) => Ok(()),
            Err(TransactionError::Storage(error)) => Err(error.into()),
            Err(TransactionError::Abort(())) => Err(Error::DamagedStore("a transaction")),
        }
    }

    /// Reads the rows whose names begin so, in order: as they were before an act that was refused.
    fn scan<'a>(&'a self, prefix: &[u8]) -> Box<dyn Iterator<Item = Result<(IVec, IVec)>> + 'a> {
        let live = self.rows.scan_prefix(prefix).map(|row| row.map_err(Error::from));
        let Some(refused) = &self.refused else { return Box::new(live) };
        let live = live.filter(|row| !row.as_ref().is_ok_and(|(name, _)| refused.contains_key(name)));
        let before = refused.iter().filter(|(name, _)| name.starts_with(prefix));
        let before = before.filter_map(|(name, was)| Some(Ok((name.clone(), was.clone()?))));
        let mut rows: Vec<_> = live.chain(before).collect();
        rows.sort_by(|one, other| one.as_ref().ok().map(|row| &row.0).cmp(&other.as_ref().ok().map(|row| &row.0)));
        Box::new(rows.into_iter())
    }

    fn first_from(&self, name: &[u8]) -> Option<Result<(IVec, IVec)>> {
        match &self.refused {
            None => self.rows.range(name..).next().map(|row| row.map_err(Error::from)),
            Some(_) => self.scan(&[]).find(|row| row.as_ref().map_or(true, |(at, _)| **at >= *name)),
        }
    }

    fn joined(&self, name: &[u8]) -> Result<Option<Sealed>> {
        let mut bytes = Vec::new();
        for row in self.scan(name) {
            bytes.extend_from_slice(&row?.1);
        }
        Ok(if bytes.is_empty() { None } else { Some(Sealed::read(bytes)) })
    }

    fn names(&self, prefix: &[u8]) -> Result<Vec<Vec<u8>>> {
        let mut names: Vec<Vec<u8>> = Vec::new();
        for row in self.scan(prefix) {
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

fn open_sled(folder: &Path) -> Result<Handle> {
    disk::may(folder)?;
    let path = folder.to_owned();
    // sled 0.34 panics on some torn files instead of answering.
    let opened = std::panic::catch_unwind(move || {
        sled::Config::new().path(path).segment_size(8 << 20).cache_capacity(8 << 20).flush_every_ms(Some(30_000)).open()
    });
    match opened {
        Ok(Err(sled::Error::Io(error))) if error.to_string().contains("could not acquire lock") => {
            Err(Error::AlreadyOpen)
        }
        Ok(opened) => Ok(Handle::of(opened?)),
        Err(_) => Err(Error::DamagedStore("the store's log")),
    }
}

/// The bytes that must be free before the store is opened: on a full disk it would not open, and look damaged.
const ROOM: usize = 1 << 20;

/// Finds out whether there is room to write, by writing.
fn check_room(home: &Path) -> Result<()> {
    let path = home.join("room");
    let written = disk::create(&path).and_then(|mut file| disk::write(&path, &mut file, &vec![0; ROOM]));
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
            disk::rename(&entry.path(), &folder.join(aside))?;
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
