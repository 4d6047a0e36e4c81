//! What is said between a press and whoever has it: a few parts a message, each behind its length; the first says what it is.

use crate::Worded;
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};

/// The most bytes of one part: a year's PDF with a photo is a small part of it.
const MOST_BYTES: u64 = 256 << 20;

/// The most parts of one message.
const MOST_PARTS: u8 = 3;

/// What the press is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asked {
    /// Lay this page out. What was laid out already is not laid out again.
    LayOut,
    /// Draw one page of it, from nought.
    Picture(u32),
    /// Write it as a PDF file.
    Pdf,
}

/// What it answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answered {
    /// How many pages it has, and the letters that no font has.
    LaidOut(u32, Vec<char>),
    /// The SVG or the PDF file, as the next part.
    File,
    /// There is no such page, or nothing was laid out.
    Nothing,
    /// The photo on it is broken.
    BrokenPhoto,
    /// It could not be made.
    NotMade,
}

/// Asks a press in another process, and waits for its answer.
pub fn ask(
    asked: Asked,
    worded: Option<&Worded>,
    input: &mut impl Write,
    output: &mut impl Read,
) -> io::Result<(Answered, Vec<u8>)> {
    let first = serde_json::to_vec(&asked)?;
    let mut parts = vec![first.as_slice()];
    parts.extend(worded.map(|worded| worded.sheet.as_slice()));
    parts.extend(worded.and_then(|worded| worded.photo.as_deref()));
    write(input, &parts)?;
    let mut parts = read(output)?.into_iter();
    let answered = serde_json::from_slice(&parts.next().unwrap_or_default())?;
    Ok((answered, parts.next().unwrap_or_default()))
}

pub(crate) fn write(output: &mut impl Write, parts: &[&[u8]]) -> io::Result<()> {
    output.write_all(&[parts.len() as u8])?;
    for part in parts {
        output.write_all(&(part.len() as u64).to_le_bytes())?;
        output.write_all(part)?;
    }
    output.flush()
}

pub(crate) fn read(input: &mut impl Read) -> io::Result<Vec<Vec<u8>>> {
    let mut count = [0];
    input.read_exact(&mut count)?;
    if count[0] > MOST_PARTS {
        return Err(io::ErrorKind::InvalidData.into());
    }
    (0..count[0]).map(|_| read_part(input)).collect()
}

fn read_part(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    input.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > MOST_BYTES {
        return Err(io::ErrorKind::InvalidData.into());
    }
    // As much is allocated as comes, not as much as is promised.
    let mut part = Vec::new();
    input.take(length).read_to_end(&mut part)?;
    if part.len() as u64 == length { Ok(part) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_comes_back_as_it_was_and_half_of_one_is_none() {
        let mut wire = Vec::new();
        write(&mut wire, &[b"one", b"", "דוב".as_bytes()]).unwrap();
        assert_eq!(read(&mut wire.as_slice()).unwrap(), [b"one".to_vec(), Vec::new(), "דוב".as_bytes().to_vec()]);
        for at in 0..wire.len() {
            assert!(read(&mut &wire[..at]).is_err(), "{at} of {} bytes", wire.len());
        }
    }

    #[test]
    fn what_promises_more_than_a_message_may_have_is_refused_before_it_is_read() {
        assert!(read(&mut [4; 40].as_slice()).is_err(), "four parts");
        assert!(read(&mut [&[1][..], &u64::MAX.to_le_bytes()].concat().as_slice()).is_err(), "a part without end");
    }
}
