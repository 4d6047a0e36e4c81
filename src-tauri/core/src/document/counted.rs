//! How much a change says it holds, found out before it is read: a few bytes may stand for a million million writes.

use crate::{Error, Result};

/// The most that one column of a change may count; a use case writes some hundred registers at most.
pub(super) const MOST_IN_A_COLUMN: u64 = 1 << 16;

/// The one kind of chunk that is taken: a change as it is, not a compressed one, which could be of any size.
const CHANGE_CHUNK: u8 = 1;

/// Tells how many writes a change claims to hold; refuses one that claims more than any use case writes.
pub(super) fn count(bytes: &[u8]) -> Result<u64> {
    let mut body = Bytes::of(bytes);
    body.take(8)?;
    if body.take(1)? != [CHANGE_CHUNK] {
        return Err(REFUSED);
    }
    let length = body.number()?;
    if length != body.rest.len() as u64 {
        return Err(REFUSED);
    }
    let deps = body.number()?;
    body.take(deps.checked_mul(32).ok_or(REFUSED)?)?;
    body.text()?;
    for _ in ["seq", "start", "time"] {
        body.number()?;
    }
    body.text()?;
    for _ in 0..body.number()? {
        body.text()?;
    }
    let mut columns = Vec::new();
    for _ in 0..body.number()? {
        columns.push((body.number()?, body.number()?));
    }
    let mut most = 0;
    for (kind, length) in columns {
        most = most.max(column(kind, body.take(length)?)?);
    }
    // Nothing stands behind the columns of what is written here.
    if body.rest.is_empty() { Ok(most) } else { Err(REFUSED) }
}

/// The most bytes that the texts of one column may stand for.
const MOST_IN_TEXTS: u64 = 4 << 20;

const REFUSED: Error = Error::RefusedMeeting("a change's form");

/// Counts what a column stands for, by its kind.
fn column(kind: u64, bytes: &[u8]) -> Result<u64> {
    let (mut column, mut count) = (Bytes::of(bytes), 0_u64);
    while !column.rest.is_empty() && count <= MOST_IN_A_COLUMN {
        let more = match kind & 7 {
            7 => return Ok(0),
            4 => column.number()?,
            kind => column.run(kind)?,
        };
        count = count.saturating_add(more);
        if column.texts > MOST_IN_TEXTS {
            return Err(REFUSED);
        }
    }
    if count > MOST_IN_A_COLUMN { Err(REFUSED) } else { Ok(count) }
}

/// Bytes that are read from their beginning on.
struct Bytes<'a> {
    rest: &'a [u8],
    /// How many bytes of text its runs stand for so far.
    texts: u64,
}

impl<'a> Bytes<'a> {
    fn of(rest: &'a [u8]) -> Self {
        Self { rest, texts: 0 }
    }

    fn take(&mut self, length: u64) -> Result<&'a [u8]> {
        let (taken, rest) =
            usize::try_from(length).ok().and_then(|at| self.rest.split_at_checked(at)).ok_or(REFUSED)?;
        self.rest = rest;
        Ok(taken)
    }

    /// Reads a LEB128 number; of a signed one only how long it is can be told from it.
    fn number(&mut self) -> Result<u64> {
        let mut number = 0_u64;
        for shift in (0..70).step_by(7) {
            let byte = self.take(1)?[0];
            if shift < 64 {
                number |= u64::from(byte & 0x7f) << shift;
            }
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(REFUSED)
    }

    fn signed(&mut self) -> Result<i64> {
        let before = self.rest;
        let number = self.number()?;
        let length = before.len() - self.rest.len();
        let is_negative = before[length - 1] & 0x40 != 0;
        let bits = 7 * length as u32;
        Ok(if is_negative && bits < 64 { (number | u64::MAX << bits) as i64 } else { number as i64 })
    }

    fn text(&mut self) -> Result<u64> {
        let length = self.number()?;
        self.take(length).map(|_| length)
    }

    /// Reads one run of a column and counts it: repeated, one by one, or of nothing.
    fn run(&mut self, kind: u64) -> Result<u64> {
        let length = self.signed()?;
        let (values, repeated) = match length {
            0 => return self.number(),
            1.. => (1, length.unsigned_abs()),
            _ => (length.unsigned_abs(), 1),
        };
        let mut grouped = 0_u64;
        for _ in 0..values {
            match kind {
                5 => self.texts = self.texts.saturating_add(self.text()?.saturating_mul(repeated)),
                0 => grouped = grouped.saturating_add(self.number()?.saturating_mul(repeated)),
                _ => drop(self.number()?),
            }
        }
        Ok(values.saturating_mul(repeated).max(grouped))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A change that claims so many writes of the same empty text in one run.
    fn claiming(run: &[u8]) -> Vec<u8> {
        let mut body = vec![0, 1, 7, 1, 1, 0, 0, 0];
        body.extend([1, 0x42, run.len() as u8 + 1]);
        body.extend(run);
        body.push(1);
        let mut bytes = vec![0; 8];
        bytes.extend([CHANGE_CHUNK, body.len() as u8]);
        bytes.extend(body);
        bytes
    }

    #[test]
    fn a_change_tells_how_much_it_claims_and_a_million_million_are_not_taken() {
        assert_eq!(count(&claiming(&[5])), Ok(5));
        assert_eq!(count(&claiming(&[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1])), Err(REFUSED));
    }

    #[test]
    fn the_genesis_claims_what_it_holds() {
        assert_eq!(count(super::super::genesis::change().unwrap().raw_bytes()), Ok(23));
    }
}
