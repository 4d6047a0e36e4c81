//! How rows are named: a letter for the kind, then ids; a row of several pieces has the number of each at its end.

use crate::domain::ids::{ItemId, SpaceId};
use crate::domain::words::WordsRef;

/// Marks that something was erased and its bytes are still in the old folder.
pub(super) const ERASED: &[u8] = b"erased";

/// Counts the commits, in the transaction of each.
pub(super) const COMMITS: &[u8] = b"commits";

pub(super) const FRAME: u8 = b'f';
pub(super) const WORDS: u8 = b'w';
pub(super) const KEY: u8 = b'k';
pub(super) const LOCAL: u8 = b'l';

pub(super) fn frame_name(space: SpaceId, part: &[u8; 16], seq: u64) -> Vec<u8> {
    [&[FRAME], space.bytes().as_slice(), part, &seq.to_be_bytes()].concat()
}

pub(super) fn words_name(space: SpaceId, item: ItemId, name: WordsRef) -> Vec<u8> {
    [&[WORDS], space.bytes().as_slice(), item.bytes(), name.bytes()].concat()
}

pub(super) fn key_name(space: SpaceId, item: ItemId) -> Vec<u8> {
    [&[KEY], space.bytes().as_slice(), item.bytes()].concat()
}

pub(super) fn local_name(space: SpaceId, name: &[u8; 16]) -> Vec<u8> {
    [&[LOCAL], space.bytes().as_slice(), name].concat()
}

pub(super) fn piece_name(name: &[u8], at: u16) -> Vec<u8> {
    [name, &at.to_be_bytes()].concat()
}
