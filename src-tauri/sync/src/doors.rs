//! Who may come in: decided by the public key, before a byte of theirs is read.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard};

use iroh::endpoint::{AfterHandshakeOutcome, Connection, EndpointHooks, Side, VarInt, WeakConnectionHandle};

use crate::bounds::MOST_LINES_TO_ONE;
use crate::{DeviceId, Error, Offer, Pairing, Result};

/// What is spoken on a line; the number is its version. The names say nothing to whoever listens.
pub(crate) const MEETING: &[u8] = b"peersync/1";
/// The same, for two that do not know each other yet.
pub(crate) const PAIRING: &[u8] = b"peersync-hello/1";
/// The same, for the copy with which a fresh computer begins.
pub(crate) const COPY: &[u8] = b"peersync-copy/1";

/// The one word to whoever may not come in or go on, whatever the reason.
pub(crate) const CLOSED: VarInt = VarInt::from_u32(1);
/// The word at the end of a line on which all was said.
pub(crate) const DONE: VarInt = VarInt::from_u32(0);

/// What is decided at the door.
#[derive(Debug, Default)]
pub(crate) struct Doors(Mutex<Inside>);

#[derive(Debug, Default)]
struct Inside {
    paired: BTreeSet<DeviceId>,
    offer: Option<Offer>,
    lines: Vec<(DeviceId, WeakConnectionHandle)>,
}

impl Doors {
    /// Lets in these devices and no others; lines to others are cut.
    pub(crate) fn let_in(&self, paired: BTreeSet<DeviceId>) {
        let mut inside = self.inside();
        for (device, line) in &inside.lines {
            if let (false, Some(line)) = (paired.contains(device), line.upgrade()) {
                line.close(CLOSED, b"");
            }
        }
        inside.lines.retain(|(device, _)| paired.contains(device));
        inside.paired = paired;
    }

    pub(crate) fn lets_in(&self, device: DeviceId) -> bool {
        self.inside().paired.contains(&device)
    }

    /// Shows a ticket, in place of one that was shown before; or none.
    pub(crate) fn show(&self, offer: Option<Offer>) {
        self.inside().offer = offer;
    }

    pub(crate) fn is_shown(&self) -> bool {
        self.inside().offer.as_ref().is_some_and(|offer| offer.is_open(now()))
    }

    /// Lets a reader of the ticket in with the first message of a line.
    pub(crate) fn admit(&self, reader: DeviceId, exporter: &[u8; 32], first: &[u8]) -> Result<Pairing> {
        let mut inside = self.inside();
        let offer = inside.offer.as_mut().ok_or(Error::TicketOver)?;
        offer.admit(now(), reader, exporter, first)
    }

    /// Keeps a line for as long as it stays open, unless that device has enough of them: then it is closed.
    pub(crate) fn keep(&self, device: DeviceId, line: &Connection) {
        let mut inside = self.inside();
        inside.lines.retain(|(_, line)| line.upgrade().is_some_and(|line| line.close_reason().is_none()));
        if inside.lines.iter().filter(|(of, _)| *of == device).count() < MOST_LINES_TO_ONE {
            inside.lines.push((device, line.weak_handle()));
        } else {
            line.close(CLOSED, b"");
        }
    }

    /// A line to this device that is open.
    pub(crate) fn line(&self, device: DeviceId) -> Option<Connection> {
        let inside = self.inside();
        let lines = inside.lines.iter().rev().filter(|(of, _)| *of == device);
        lines.filter_map(|(_, line)| line.upgrade()).find(|line| line.close_reason().is_none())
    }

    /// How many lines are open.
    pub(crate) fn lines(&self) -> usize {
        let mut inside = self.inside();
        inside.lines.retain(|(_, line)| line.upgrade().is_some_and(|line| line.close_reason().is_none()));
        inside.lines.len()
    }

    fn may_pass(&self, device: DeviceId, language: &[u8], side: Side) -> bool {
        match (language, side) {
            (MEETING | COPY, _) => self.lets_in(device),
            // Whom this side called by a ticket proves itself in what it says.
            (PAIRING, Side::Client) => true,
            (PAIRING, Side::Server) => self.is_shown(),
            _ => false,
        }
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().expect("nothing panics while it holds this")
    }
}

/// The moment, by the clock that tests may stop.
pub(crate) fn now() -> std::time::Instant {
    tokio::time::Instant::now().into_std()
}

/// Stands at the door of an endpoint.
#[derive(Debug)]
pub(crate) struct DoorKeeper(pub(crate) Arc<Doors>);

impl EndpointHooks for DoorKeeper {
    async fn after_handshake<'a>(&'a self, line: &'a Connection) -> AfterHandshakeOutcome {
        if self.0.may_pass(line.remote_id().into(), line.alpn(), line.side()) {
            AfterHandshakeOutcome::accept()
        } else {
            AfterHandshakeOutcome::Reject { error_code: CLOSED, reason: Vec::new() }
        }
    }
}
