//! This computer's side of a meeting: the family, for each message by itself, and never while it waits for the other.

use super::{known, named};
use crate::desk::Desk;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;
use tauri::{AppHandle, Manager};
use tokio::task::spawn_blocking;
use twinflower_core::use_cases::{Began, Meeting};
use twinflower_core::{Error, Result};
use twinflower_sync::{Addresses, Call, DeviceId, Ended, Wire};

/// How a meeting ended.
pub(super) enum Met {
    /// Both said all they had to; some may be left for another one.
    Whole { has_more: bool },
    /// The two are meeting already.
    Busy,
    /// The other was not reached, did not let this one in, or the wire was cut: which of them is told to nobody.
    Not,
    /// It cannot go on, for a reason of this side's.
    Refused(Error),
}

/// A meeting that has ended, and whether anything came by it.
pub(super) struct Ending {
    pub(super) met: Met,
    pub(super) brought: bool,
}

/// Calls a paired device.
pub(super) async fn meet(app: AppHandle, wire: Arc<Wire>, device: DeviceId) -> Ending {
    let me = wire.device();
    let begun = family(&app, move |family| {
        let notes = family.device_notes(known(device))?;
        Ok((notes, family.meet(known(me), known(device), Began::Here)?))
    });
    let (notes, meeting) = match begun.await {
        Ok(begun) => begun,
        Err(error) => return Ending { met: Met::Refused(error), brought: false },
    };
    let at = Addresses::from_bytes(&notes).unwrap_or_default();
    let (side, brought) = Side::of(&app, meeting);
    let ended = wire.meet(device, &at, side).await.map(|(side, _)| side);
    let reached = wire.reached_at(device);
    ending(&app, device, ended, &brought, reached.and(&at)).await
}

/// Answers a paired device that called.
pub(super) async fn answer(app: AppHandle, wire: Arc<Wire>, call: Call) -> Ending {
    let (me, device, at) = (wire.device(), call.device(), call.addresses());
    match family(&app, move |family| family.meet(known(me), known(device), Began::There)).await {
        Ok(meeting) => {
            let (side, brought) = Side::of(&app, meeting);
            let ended = call.answer(side).await.map(|(side, _)| side);
            ending(&app, device, ended, &brought, at).await
        }
        Err(error) => Ending { met: Met::Refused(error), brought: false },
    }
}

/// Lets the family do something where it keeps nobody waiting.
pub(super) async fn family<T: Send + 'static>(
    app: &AppHandle,
    what: impl FnOnce(&mut twinflower_core::Family) -> Result<T> + Send + 'static,
) -> Result<T> {
    let app = app.clone();
    let done = spawn_blocking(move || app.state::<Desk>().quietly(what)).await;
    // A use case that panicked has written nothing.
    done.unwrap_or(Err(Error::Closed))
}

/// Lists who may come in, while anybody is to be met.
pub(super) async fn who_may_come(app: &AppHandle) -> Option<Vec<DeviceId>> {
    let paired = family(app, |family| Ok(if family.may_meet() { Some(family.paired()?) } else { None })).await;
    paired.ok().flatten().map(|paired| paired.into_iter().map(named).collect())
}

async fn ending(
    app: &AppHandle,
    device: DeviceId,
    ended: std::result::Result<Side, Ended<Error>>,
    brought: &AtomicBool,
    at: Addresses,
) -> Ending {
    let met = match ended {
        Ok(side) => {
            // Where it could not be noted, it is looked for anew.
            let _ = family(app, move |family| family.keep_device_notes(known(device), &at.to_bytes())).await;
            Met::Whole { has_more: side.meeting.has_more() }
        }
        Err(Ended::Wire(twinflower_sync::Error::Meeting)) => Met::Busy,
        Err(Ended::Wire(_)) => Met::Not,
        Err(Ended::Meeting(error)) => Met::Refused(error),
    };
    Ending { met, brought: brought.load(Ordering::Relaxed) }
}

/// One side of a meeting: whatever is said or heard is on the disk when it is done.
struct Side {
    app: AppHandle,
    meeting: Meeting,
    brought: Arc<AtomicBool>,
}

impl Side {
    /// Answers also with what tells whether something came, although the meeting may be cut.
    fn of(app: &AppHandle, meeting: Meeting) -> (Self, Arc<AtomicBool>) {
        let brought = Arc::new(AtomicBool::new(false));
        (Self { app: app.clone(), meeting, brought: brought.clone() }, brought)
    }
}

impl twinflower_sync::Meeting for Side {
    type Error = Error;

    fn next(&mut self) -> Result<Option<Vec<u8>>> {
        let Self { app, meeting, .. } = self;
        app.state::<Desk>().quietly(|family| family.say(meeting))
    }

    fn receive(&mut self, message: &[u8]) -> Result<()> {
        let Self { app, meeting, brought } = self;
        let heard = app.state::<Desk>().quietly(|family| family.hear(meeting, message));
        brought.fetch_or(meeting.brought_something(), Ordering::Relaxed);
        heard
    }

    fn is_done(&self) -> bool {
        self.meeting.is_done()
    }
}
