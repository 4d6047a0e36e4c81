//! A pairing over a line: two computers that have proved themselves, and two people who compare.

use iroh::endpoint::{Connection, RecvStream, SendStream};
use tokio::time::{Duration, timeout};

use crate::bounds::PATIENCE_AT_THE_DOOR;
use crate::doors::{CLOSED, DONE, Doors};
use crate::frames::{self, Bounds, Frames};
use crate::lines::{addresses, why_closed};
use crate::pairing::offer::TICKET_LASTS;
use crate::pairing::steps::MOST;
use crate::{Addresses, DeviceId, Error, PairSecret, Pairing, Result, Sameness, Ticket};

/// What both ends derive their proofs from, and nobody in between.
const LABEL: &[u8] = b"EXPORTER-twinflower-pair-v1";

/// A pairing says a few words and no more.
const BOUNDS: Bounds = Bounds { message: MOST, turns: 4, all: 4 * MOST as u64 };

/// How long the other side is waited for once both have said "same".
const KEEPS_WITHIN: Duration = Duration::from_secs(30);

/// Two computers that have proved to each other that one made a ticket and the other read it.
#[derive(Debug)]
pub struct Introduction {
    line: Connection,
    send: SendStream,
    recv: RecvStream,
    frames: Frames,
    pairing: Pairing,
}

impl Introduction {
    /// Comes with a ticket, on a line to the one who made it.
    pub(crate) async fn with(ticket: &Ticket, me: DeviceId, line: Connection) -> Result<Self> {
        let pairing = Pairing::of_reader(ticket, me, &exporter(&line)?);
        let (send, recv) = line.open_bi().await.map_err(|_| why_closed(&line))?;
        let mut introduction = Self { line, send, recv, frames: Frames::new(BOUNDS), pairing };
        introduction.tell().await?;
        soon(introduction.hear()).await?;
        Ok(introduction)
    }

    /// Waits for a ticket to be brought on a line.
    pub(crate) async fn by(doors: &Doors, line: Connection) -> Result<Self> {
        let (send, mut recv) = soon(async { line.accept_bi().await.map_err(|_| Error::Cut) }).await?;
        let mut frames = Frames::new(BOUNDS);
        let first = soon(next(&mut recv, &mut frames)).await?;
        let pairing = doors.admit(line.remote_id().into(), &exporter(&line)?, &first);
        let pairing = pairing.inspect_err(|_| line.close(CLOSED, b""))?;
        let mut introduction = Self { line, send, recv, frames, pairing };
        introduction.tell().await?;
        Ok(introduction)
    }

    /// The device at the other end.
    pub fn device(&self) -> DeviceId {
        self.line.remote_id().into()
    }

    /// What both screens show as six words.
    pub fn sameness(&self) -> Sameness {
        self.pairing.sameness().unwrap_or_default()
    }

    /// Waits while the person here compares: answers with why it is over, if it ends before she has said anything.
    ///
    /// It may be dropped at any moment and asked again.
    pub async fn over(&mut self) -> Error {
        loop {
            if let Err(error) = self.hear().await {
                return error;
            }
        }
    }

    /// Says what the person here saw, and waits for the one at the other computer.
    ///
    /// Fails with [`Error::NotTheSame`] where either says so. Nothing may be written before it succeeds.
    pub async fn say(mut self, same: bool) -> Result<Known> {
        self.pairing.say(same)?;
        self.tell().await?;
        if !same {
            self.leave().await;
            return Err(Error::NotTheSame);
        }
        timeout(TICKET_LASTS, self.until_agreed()).await.unwrap_or(Err(Error::TicketOver))?;
        Ok(Known(self))
    }

    async fn until_agreed(&mut self) -> Result<()> {
        while self.pairing.agreed().is_none() {
            self.hear().await?;
        }
        Ok(())
    }

    async fn tell(&mut self) -> Result<()> {
        while let Some(message) = self.pairing.next_message() {
            let framed = [&frames::head(&message, &BOUNDS)?, &message[..]].concat();
            soon(async { self.send.write_all(&framed).await.map_err(|_| why_closed(&self.line)) }).await?;
        }
        Ok(())
    }

    async fn hear(&mut self) -> Result<()> {
        let message = next(&mut self.recv, &mut self.frames).await;
        let message = message.map_err(|error| if error == Error::Cut { why_closed(&self.line) } else { error })?;
        self.pairing.hear(&message)
    }

    /// Lets the last word arrive.
    async fn leave(&mut self) {
        if self.send.finish().is_ok() {
            // Whether it arrived is not known to either; the next pairing begins anew.
            timeout(PATIENCE_AT_THE_DOOR, self.send.stopped()).await.ok();
        }
        self.line.close(DONE, b"");
    }
}

/// Two computers whose people both said "same".
#[derive(Debug)]
pub struct Known(Introduction);

impl Known {
    /// The device that is paired now.
    pub fn device(&self) -> DeviceId {
        self.0.device()
    }

    /// Where it is, to be remembered.
    pub fn addresses(&self) -> Addresses {
        addresses(&self.0.line)
    }

    /// What the two keep and nobody else knows.
    pub fn secret(&self) -> PairSecret {
        self.0.pairing.agreed().expect("only two that agreed are known to each other")
    }

    /// Tells the other side that it is kept here; answers whether it is kept there too.
    ///
    /// Where it is not known to be, one of the two may find the door closed: then they pair again.
    pub async fn kept(mut self) -> bool {
        let told = async {
            self.0.pairing.keep()?;
            self.0.tell().await?;
            while !self.0.pairing.is_kept_by_both() {
                self.0.hear().await?;
            }
            Ok::<(), Error>(())
        };
        let is_kept = timeout(KEEPS_WITHIN, told).await.is_ok_and(|told| told.is_ok());
        self.0.leave().await;
        is_kept
    }
}

/// Takes the next message; whatever was read stays with the frames when it is dropped.
async fn next(recv: &mut RecvStream, frames: &mut Frames) -> Result<Vec<u8>> {
    let mut gulp = [0; MOST];
    loop {
        let missing = frames.missing().min(MOST);
        let count = recv.read(&mut gulp[..missing]).await.ok().flatten().ok_or(Error::Cut)?;
        if let (_, Some(message)) = frames.take(&gulp[..count])? {
            return Ok(message);
        }
    }
}

fn exporter(line: &Connection) -> Result<[u8; 32]> {
    let mut exporter = [0; 32];
    line.export_keying_material(&mut exporter, LABEL, b"").map_err(|_| Error::Cut)?;
    Ok(exporter)
}

async fn soon<T>(wait: impl Future<Output = Result<T>>) -> Result<T> {
    timeout(PATIENCE_AT_THE_DOOR, wait).await.unwrap_or(Err(Error::NotReached))
}
