//! The copy with which a fresh computer begins: a file of the family's, sent once, and gone on with where it was cut.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};

use iroh::endpoint::{Connection, RecvStream, SendStream};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::bounds::{A_PIECE, MOST_IN_A_COPY, PATIENCE_AT_THE_DOOR, PATIENCE_FOR_A_MESSAGE};
use crate::doors::{CLOSED, DONE};
use crate::{DeviceId, Error, Result};

/// What the fresh one says first: how much it has, and of which file.
const ASKS: usize = 8 + 32;
/// What is answered: how long the file is, which it is, and from where it comes.
const ANSWERS: usize = 8 + 32 + 8;

/// A fresh computer of the family that asks for a copy.
#[derive(Debug)]
pub struct CopyWanted {
    line: Connection,
    send: SendStream,
    have: u64,
    of: [u8; 32],
}

impl CopyWanted {
    pub(crate) async fn heard(line: Connection) -> Result<Self> {
        let asked = async {
            let (send, mut recv) = line.accept_bi().await.map_err(|_| Error::Cut)?;
            let mut asks = [0; ASKS];
            recv.read_exact(&mut asks).await.map_err(|_| Error::Cut)?;
            Ok((send, asks))
        };
        let (send, asks) = timeout(PATIENCE_AT_THE_DOOR, asked).await.unwrap_or(Err(Error::Cut))?;
        let (have, of) = asks.split_first_chunk().expect("eight bytes are fewer than forty");
        let of = of.try_into().expect("the rest are thirty-two");
        Ok(Self { line, send, have: u64::from_be_bytes(*have), of })
    }

    /// The paired device that asks.
    pub fn device(&self) -> DeviceId {
        self.line.remote_id().into()
    }

    /// Sends the file, from where the other side already has it.
    ///
    /// Fails with [`Error::Disk`] where it cannot be read, with [`Error::Cut`] where the wire was cut.
    pub async fn send(mut self, file: File) -> Result<()> {
        let (mut file, length, which) = measured(file).await?;
        let from = if self.of == which && self.have <= length { self.have } else { 0 };
        let answer = [&length.to_be_bytes()[..], &which, &from.to_be_bytes()].concat();
        patiently(async { self.send.write_all(&answer).await.map_err(|_| Error::Cut) }).await?;
        let mut at = from;
        while at < length {
            let (back, piece) = apart(move || piece_of(file, at, length)).await??;
            file = back;
            at += piece.len() as u64;
            patiently(async { self.send.write_all(&piece).await.map_err(|_| Error::Cut) }).await?;
        }
        self.send.finish().map_err(|_| Error::Cut)?;
        patiently(async { self.send.stopped().await.map(drop).map_err(|_| Error::Cut) }).await
    }
}

/// Fetches the copy over a line into a file, and goes on where an earlier try of the same copy was cut.
///
/// `which` is what an earlier try answered, and is answered again where the wire is cut: nothing of a half copy is
/// believed before all of it is there and has that hash.
pub(crate) async fn fetch(line: Connection, file: File, which: &mut [u8; 32]) -> Result<File> {
    let (mut send, mut recv) = line.open_bi().await.map_err(|_| Error::Cut)?;
    let have = file.metadata().map_err(|_| Error::Disk)?.len();
    patiently(async {
        let asks = [&have.to_be_bytes()[..], which].concat();
        send.write_all(&asks).await.map_err(|_| Error::Cut)
    })
    .await?;
    let (length, from) = answered(&mut recv, which).await?;
    if length > MOST_IN_A_COPY || from > have || from > length {
        line.close(CLOSED, b"");
        return Err(Error::TooMuch("a copy's length"));
    }
    let mut file = apart(move || cut_to(file, from)).await??;
    let mut left = length - from;
    while left > 0 {
        let most = left.min(A_PIECE as u64) as usize;
        let piece = patiently(async { recv.read_chunk(most).await.map_err(|_| Error::Cut)?.ok_or(Error::Cut) }).await?;
        left -= piece.len() as u64;
        file = apart(move || file.write_all(&piece).map(|()| file).map_err(|_| Error::Disk)).await??;
    }
    let (file, _, whole) = measured(file).await?;
    line.close(DONE, b"");
    if whole == *which { Ok(file) } else { Err(Error::NotUnderstood("a copy's checksum")) }
}

async fn answered(recv: &mut RecvStream, which: &mut [u8; 32]) -> Result<(u64, u64)> {
    let mut answer = [0; ANSWERS];
    patiently(async { recv.read_exact(&mut answer).await.map_err(|_| Error::Cut) }).await?;
    let (length, rest) = answer.split_first_chunk().expect("eight bytes are fewer than forty-eight");
    let (hash, from) = rest.split_first_chunk().expect("thirty-two are fewer than forty");
    *which = *hash;
    let from = from.try_into().expect("the rest are eight");
    Ok((u64::from_be_bytes(*length), u64::from_be_bytes(from)))
}

/// How long a file is and its hash; it stands at its end then.
async fn measured(mut file: File) -> Result<(File, u64, [u8; 32])> {
    apart(move || {
        file.rewind().map_err(|_| Error::Disk)?;
        let mut hasher = blake3::Hasher::new();
        let length = std::io::copy(&mut file, &mut hasher).map_err(|_| Error::Disk)?;
        if length > MOST_IN_A_COPY {
            return Err(Error::TooMuch("a copy's length"));
        }
        Ok((file, length, *hasher.finalize().as_bytes()))
    })
    .await?
}

fn piece_of(mut file: File, at: u64, length: u64) -> Result<(File, Vec<u8>)> {
    let mut piece = vec![0; (length - at).min(A_PIECE as u64) as usize];
    file.seek(SeekFrom::Start(at)).and_then(|_| file.read_exact(&mut piece)).map_err(|_| Error::Disk)?;
    Ok((file, piece))
}

fn cut_to(mut file: File, length: u64) -> Result<File> {
    file.set_len(length).and_then(|()| file.seek(SeekFrom::End(0))).map_err(|_| Error::Disk)?;
    Ok(file)
}

async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    spawn_blocking(work).await.map_err(|_| Error::Failed)
}

async fn patiently<T>(wait: impl Future<Output = Result<T>>) -> Result<T> {
    timeout(PATIENCE_FOR_A_MESSAGE, wait).await.unwrap_or(Err(Error::TooMuch("a message's time")))
}
