//! Carries a meeting over a stream: message by message, in turns, within the bounds.

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::timeout;

use crate::bounds::{PATIENCE_FOR_A_MEETING, PATIENCE_FOR_A_MESSAGE};
use crate::frames::{self, Bounds, Frames};
use crate::{Ended, Error, Meeting, Result};

/// The most bytes that are asked of a stream at once.
const A_GULP: usize = 64 << 10;

/// On which side a meeting begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begins {
    /// This side speaks first.
    Here,
    /// The other side speaks first.
    There,
}

/// What a meeting carried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Bytes of the messages of this side.
    pub out: u64,
    /// Bytes of the messages of the other side.
    pub back: u64,
    /// Messages of both sides.
    pub messages: u32,
}

/// Carries a meeting to its end; answers with it and with what was carried.
///
/// Fails with the meeting's own error, or with what went wrong on the way: whichever it is, nothing that was heard is
/// undone, and the next attempt begins anew.
pub async fn carry<M, W, R>(
    meeting: M,
    begins: Begins,
    write: &mut W,
    read: &mut R,
) -> Result<(M, Carried), Ended<M::Error>>
where
    M: Meeting,
    W: AsyncWrite + Unpin,
    R: AsyncRead + Unpin,
{
    let stream = Stream { write, frames: Frames::new(Bounds::MEETING), read, gulp: Vec::new() };
    timeout(PATIENCE_FOR_A_MEETING, stream.carry(meeting, begins)).await.unwrap_or(Err(TOO_LONG.into()))
}

const TOO_LONG: Error = Error::TooMuch("a meeting's time");
const TOO_SLOW: Error = Error::TooMuch("a message's time");

struct Stream<'a, W, R> {
    write: &'a mut W,
    read: &'a mut R,
    frames: Frames,
    gulp: Vec<u8>,
}

impl<W: AsyncWrite + Unpin, R: AsyncRead + Unpin> Stream<'_, W, R> {
    async fn carry<M: Meeting>(mut self, meeting: M, begins: Begins) -> Result<(M, Carried), Ended<M::Error>> {
        let mut carried = Carried::default();
        let (mut meeting, mut said) = match begins {
            Begins::Here => apart(meeting, |meeting| Said::by(meeting)).await?,
            Begins::There => (meeting, Ok(Said { message: None, is_done: false })),
        };
        loop {
            let saying = said.map_err(Ended::Meeting)?;
            if let Some(message) = &saying.message {
                patiently(self.send(message)).await?;
                carried.out += message.len() as u64;
                carried.messages += 1;
            }
            if saying.is_done {
                break;
            }
            let message = patiently(self.next()).await?.ok_or(Error::Cut)?;
            carried.back += message.len() as u64;
            carried.messages += 1;
            (meeting, said) = apart(meeting, move |meeting| {
                meeting.receive(&message)?;
                drop(message);
                // A last message may have to be sent although this side is done.
                let said = Said::by(meeting)?;
                Ok(said)
            })
            .await?;
            if let Ok(Said { message: None, is_done: false }) = said {
                return Err(Error::Failed.into());
            }
        }
        self.end().await?;
        Ok((meeting, carried))
    }

    async fn send(&mut self, message: &[u8]) -> Result<()> {
        let head = frames::head(message, &Bounds::MEETING)?;
        self.write.write_all(&head).await.map_err(|_| Error::Cut)?;
        self.write.write_all(message).await.map_err(|_| Error::Cut)?;
        self.write.flush().await.map_err(|_| Error::Cut)
    }

    /// Reads the next message, and not one byte more; `None` where the other side ended in between.
    async fn next(&mut self) -> Result<Option<Vec<u8>>> {
        loop {
            self.gulp.resize(self.frames.missing().min(A_GULP), 0);
            let count = self.read.read(&mut self.gulp).await.map_err(|_| Error::Cut)?;
            match count {
                0 if self.frames.is_within() => return Err(Error::Cut),
                0 => return Ok(None),
                _ => (),
            }
            if let (_, Some(message)) = self.frames.take(&self.gulp[..count])? {
                return Ok(Some(message));
            }
        }
    }

    /// Says that nothing more comes, and waits until the other side has it all and says the same.
    async fn end(&mut self) -> Result<()> {
        self.write.shutdown().await.map_err(|_| Error::Cut)?;
        match patiently(self.next()).await? {
            None => Ok(()),
            Some(_) => Err(Error::NotUnderstood("a message after the end")),
        }
    }
}

/// What one side has to say at its turn.
struct Said {
    message: Option<Vec<u8>>,
    is_done: bool,
}

impl Said {
    fn by<M: Meeting>(meeting: &mut M) -> Result<Self, M::Error> {
        Ok(Self { message: meeting.next()?, is_done: meeting.is_done() })
    }
}

async fn patiently<T>(wait: impl Future<Output = Result<T>>) -> Result<T> {
    timeout(PATIENCE_FOR_A_MESSAGE, wait).await.unwrap_or(Err(TOO_SLOW))
}

/// Lets the meeting work where it keeps nobody waiting; a panic there ends only the meeting.
async fn apart<M: Send + 'static, T: Send + 'static>(
    mut meeting: M,
    work: impl FnOnce(&mut M) -> T + Send + 'static,
) -> Result<(M, T)> {
    let worked = tokio::task::spawn_blocking(move || {
        let answer = work(&mut meeting);
        (meeting, answer)
    });
    worked.await.map_err(|_| Error::Failed)
}

#[cfg(test)]
#[path = "carry_tests.rs"]
mod tests;
