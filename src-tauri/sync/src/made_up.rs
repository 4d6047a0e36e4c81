//! A meeting that was made up, to try what carries it.

use crate::{Meeting, Result};

/// Says what it was given, one at each turn, and remembers what it heard.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct MadeUp {
    pub(crate) says: Vec<Vec<u8>>,
    pub(crate) heard: Vec<Vec<u8>>,
    pub(crate) hears: usize,
    pub(crate) refuses: bool,
    pub(crate) panics: bool,
}

impl MadeUp {
    pub(crate) fn new(says: &[&[u8]], hears: usize) -> Self {
        Self { says: says.iter().rev().map(|message| message.to_vec()).collect(), hears, ..Self::default() }
    }
}

impl Meeting for MadeUp {
    type Error = &'static str;

    fn next(&mut self) -> Result<Option<Vec<u8>>, Self::Error> {
        Ok(self.says.pop())
    }

    fn receive(&mut self, message: &[u8]) -> Result<(), Self::Error> {
        assert!(!self.panics, "it panics");
        self.heard.push(message.to_vec());
        if self.refuses { Err("refused") } else { Ok(()) }
    }

    fn is_done(&self) -> bool {
        self.says.is_empty() && self.heard.len() >= self.hears
    }
}
