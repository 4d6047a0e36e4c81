//! An open line to another device, and the calls on it.

use std::sync::Arc;

use iroh::TransportAddr;
use iroh::endpoint::{Connection, ConnectionError, RecvStream, SendStream};
use tokio::sync::mpsc;
use tokio::time::sleep;

use crate::bounds::LINGERS;
use crate::carry::{Begins, Carried, carry};
use crate::doors::{CLOSED, DONE, Doors};
use crate::turns::{Turn, Turns};
use crate::wire::Event;
use crate::{Addresses, DeviceId, Ended, Error, Meeting, Result};

/// A meeting that another device began and that waits to be answered.
#[derive(Debug)]
pub struct Call {
    stream: Stream,
    _turn: Turn,
}

impl Call {
    /// The paired device that calls.
    pub fn device(&self) -> DeviceId {
        self.stream.device
    }

    /// Where it calls from, to be remembered.
    pub fn addresses(&self) -> Addresses {
        addresses(&self.stream.line)
    }

    /// Answers it with this side of the meeting.
    ///
    /// Fails as [`carry`](crate::carry) does.
    pub async fn answer<M: Meeting>(self, meeting: M) -> Result<(M, Carried), Ended<M::Error>> {
        self.stream.carry(meeting, Begins::There).await
    }
}

/// A stream of one meeting on a line.
#[derive(Debug)]
pub(crate) struct Stream {
    device: DeviceId,
    line: Connection,
    send: SendStream,
    recv: RecvStream,
}

impl Stream {
    /// Opens a stream on a line.
    pub(crate) async fn open(device: DeviceId, line: Connection) -> Result<Self> {
        let (send, recv) = line.open_bi().await.map_err(|_| why_closed(&line))?;
        Ok(Self { device, line, send, recv })
    }

    pub(crate) async fn carry<M: Meeting>(
        mut self,
        meeting: M,
        begins: Begins,
    ) -> Result<(M, Carried), Ended<M::Error>> {
        let carried = carry(meeting, begins, &mut self.send, &mut self.recv).await;
        if carried.is_err() {
            self.cut();
        }
        carried.map_err(|ended| match ended {
            Ended::Wire(Error::Cut) => Ended::Wire(why_closed(&self.line)),
            ended => ended,
        })
    }

    /// Ends it with the one word, whatever the reason.
    fn cut(&mut self) {
        // Where it was ended from the other side, there is nothing left to end.
        self.send.reset(CLOSED).ok();
        self.recv.stop(CLOSED).ok();
    }
}

/// Waits on a line for the meetings that the other side begins; closes it when nothing is said for a while.
pub(crate) async fn attend(
    me: DeviceId,
    line: Connection,
    doors: Arc<Doors>,
    turns: Arc<Turns>,
    to: mpsc::Sender<Event>,
) {
    let device = DeviceId::from(line.remote_id());
    loop {
        tokio::select! {
            opened = line.accept_bi() => {
                let Ok((send, recv)) = opened else { return };
                let mut stream = Stream { device, line: line.clone(), send, recv };
                // Who was forgotten since the line was opened is not heard.
                if !doors.lets_in(device) {
                    return line.close(CLOSED, b"");
                }
                match turns.answer(me, device).await {
                    Some(turn) => drop(to.try_send(Event::Called(Call { stream, _turn: turn }))),
                    None => stream.cut(),
                }
            }
            () = sleep(LINGERS) => {
                if let Some(_turn) = turns.idle(device) {
                    return line.close(DONE, b"");
                }
            }
        }
    }
}

/// Where the other end of a line is.
pub(crate) fn addresses(line: &Connection) -> Addresses {
    let paths = line.paths();
    let ends = paths.iter().filter_map(|path| match path.remote_addr() {
        TransportAddr::Ip(address) => Some(*address),
        _ => None,
    });
    Addresses::of_this_house(ends)
}

/// Why a line is closed, as far as the other side says.
pub(crate) fn why_closed(line: &Connection) -> Error {
    match line.close_reason() {
        Some(ConnectionError::ApplicationClosed(closed)) if closed.error_code == CLOSED => Error::DoorClosed,
        _ => Error::Cut,
    }
}
