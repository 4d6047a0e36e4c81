//! The wire of this computer, as the window has it: nothing of it is there at the door; it is open while somebody is in, sync is
//! on and a computer is paired, or while two are being paired. It runs on a runtime of its own, which no call of the window
//! can hold up, and which ends with it.

mod joining;
mod pairing;
mod side;
mod tending;
mod trouble;

use crate::desk::Desk;
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tauri::{AppHandle, Manager};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::{unbounded_channel, UnboundedSender};
use twinflower_core::domain::device;
use twinflower_core::views::{DevicesView, RestoreView};
use twinflower_core::{Result as Done, Told};
use twinflower_sync::{DeviceId, Error, Reach, Ticket, Wire};
use zeroize::Zeroizing;

pub(crate) use joining::forget_copies;
use joining::{Joining, Lending};
pub(crate) use pairing::{PairingView, Said};
use tending::{Ask, Tending};
use trouble::Trouble;

/// The family's other computers, and how it is with them. It says nothing of who is there.
#[derive(Serialize, specta::Type)]
pub(crate) struct ComputersView {
    devices: DevicesView,
    /// Whether something is kept here until they meet.
    waits: bool,
    /// Why they cannot meet, where somebody can do something about it.
    told: Option<Told>,
}

/// Opens and closes the wire, and asks it for what the window wants.
#[derive(Default)]
pub(crate) struct Wiring {
    inside: Mutex<Inside>,
    /// Held while it is being opened, which takes a moment.
    opening: Mutex<()>,
}

#[derive(Default)]
struct Inside {
    open: Option<Open>,
    pairing: PairingView,
    waits: bool,
    told: Option<Told>,
    joining: Option<Arc<Joining>>,
    /// The fresh computer that may have a copy to begin with.
    lends: Option<Arc<Lending>>,
}

struct Open {
    runtime: Runtime,
    wire: Arc<Wire>,
    asks: UnboundedSender<Ask>,
}

/// Sees to it that the wire is open when it is to be, and closed when not: something was written here, or somebody came or went.
pub(crate) fn stir(app: &AppHandle) {
    if app.state::<Wiring>().ask(Ask::Stir) {
        return;
    }
    let app = app.clone();
    // Nobody waits for it.
    std::thread::spawn(move || {
        let seed = app.state::<Desk>().quietly(|family| family.may_meet().then(|| family.device_secret()).transpose());
        if let Ok(Some(seed)) = seed {
            // Without a network what is written here is kept until there is one.
            let _ = open(&app, &seed);
        }
    });
}

/// Opens the wire under this computer's key, unless it is open.
fn open(app: &AppHandle, seed: &[u8; 32]) -> Result<(), Trouble> {
    let wiring = app.state::<Wiring>();
    let _opening = wiring.opening.lock().unwrap_or_else(PoisonError::into_inner);
    if wiring.inside().open.is_some() {
        return Ok(());
    }
    let runtime = Builder::new_multi_thread().worker_threads(1).thread_name("wire").enable_all().build();
    let runtime = runtime.map_err(|_| Trouble::NoNetwork)?;
    let wire = Arc::new(runtime.block_on(Wire::open(seed, Reach::House, BTreeSet::new()))?);
    let (asks, asked) = unbounded_channel();
    runtime.spawn(Tending::of(app.clone(), wire.clone(), asks.clone()).tend(asked));
    wiring.inside().open = Some(Open { runtime, wire, asks });
    // Its first look finds whether it is still wanted, and whom to let in.
    wiring.ask(Ask::Stir);
    Ok(())
}

impl Wiring {
    /// Closes everything at once, and never keeps whoever locks waiting: the others are told beside it.
    pub(crate) fn close(&self) {
        let mut inside = self.inside();
        let mut before = std::mem::take(&mut *inside);
        if !before.pairing.goes_on() {
            // How it ended may not have been read yet.
            inside.pairing = std::mem::take(&mut before.pairing);
        }
        drop(inside);
        if let Some(Open { runtime, wire, .. }) = before.open.take() {
            std::thread::spawn(move || {
                runtime.block_on(wire.close());
                runtime.shutdown_background();
            });
        }
    }

    /// Says how it is with the other computers.
    pub(crate) fn view(&self, devices: DevicesView) -> ComputersView {
        let inside = self.inside();
        ComputersView { waits: inside.waits && devices.is_on, told: inside.told.clone(), devices }
    }

    /// Says how far the pairing is.
    pub(crate) fn pairing(&self) -> PairingView {
        self.inside().pairing.clone()
    }

    /// Shows a ticket, for a computer of the family or for a fresh one of hers.
    pub(crate) fn show(&self, app: &AppHandle, is_fresh: bool) -> Result<(), Told> {
        let seed = app.state::<Desk>().quietly(|family| family.device_secret()).map_err(|error| error.told())?;
        self.begin(app, &seed, PairingView::Calling, Ask::Show { is_fresh })
    }

    /// Comes with a ticket: to be paired while somebody is in, or to begin with a copy where nobody has come yet.
    pub(crate) fn bring(&self, app: &AppHandle, ticket: Ticket) -> Result<(), Told> {
        let desk = app.state::<Desk>();
        let is_fresh = desk.quietly(|family| Ok(family.door().people.is_empty())).map_err(|error| error.told())?;
        let seed = match is_fresh {
            true => joining::seed(),
            false => desk.quietly(|family| family.device_secret()).map_err(|error| error.told())?,
        };
        let joins = is_fresh.then(|| seed.clone());
        self.begin(app, &seed, PairingView::Calling, Ask::Bring { ticket, joins })
    }

    /// Passes on what she saw on the two screens.
    pub(crate) fn say(&self, said: Said) {
        self.ask(Ask::Say(said));
    }

    /// Ends the pairing, wherever it is; what was paired stays so.
    pub(crate) fn stop_pairing(&self) {
        let mut inside = self.inside();
        (inside.pairing, inside.joining, inside.lends) = (PairingView::None, None, None);
        drop(inside);
        self.ask(Ask::StopPairing);
    }

    /// Lets her in on a fresh computer with the copy that came, and pairs it for good.
    pub(crate) fn join(
        &self,
        app: &AppHandle,
        words: &twinflower_core::vault::Passphrase,
    ) -> Result<RestoreView, Told> {
        let joining = self.inside().joining.clone().ok_or_else(|| Trouble::Cut.told())?;
        let view = app.state::<Desk>().with(|family| joining.finish(family, words)).map_err(|error| error.told())?;
        let mut inside = self.inside();
        (inside.joining, inside.pairing) = (None, PairingView::None);
        Ok(view)
    }

    fn begin(&self, app: &AppHandle, seed: &Zeroizing<[u8; 32]>, first: PairingView, ask: Ask) -> Result<(), Told> {
        self.inside().pairing = first;
        let (there, seed) = (app.clone(), seed.clone());
        // A call of the window runs on another runtime, where this one may not be waited for.
        let opened = std::thread::spawn(move || open(&there, &seed)).join().unwrap_or(Err(Trouble::Cut));
        let began = opened.and_then(|()| if self.ask(ask) { Ok(()) } else { Err(Trouble::Cut) });
        began.map_err(|trouble| {
            self.inside().pairing = PairingView::None;
            trouble.told()
        })
    }

    /// Asks the wire, if it is open.
    fn ask(&self, ask: Ask) -> bool {
        self.inside().open.as_ref().is_some_and(|open| open.asks.send(ask).is_ok())
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads a ticket that was pasted, or its file where a place was given.
pub(crate) fn ticket_of(text: &str, read: impl FnOnce(&str) -> Done<Vec<u8>>) -> Result<Ticket, Told> {
    let ticket = match Ticket::read(text) {
        Err(Error::NotATicket(_)) if text.contains(['/', '\\']) => {
            Ticket::from_file(&Zeroizing::new(read(text).map_err(|error| error.told())?))
        }
        ticket => ticket,
    };
    ticket.map_err(|error| Trouble::from(error).told())
}

/// Writes the ticket that is shown into a folder, under a name that is not taken; answers with the name.
pub(crate) fn save_ticket(pairing: &PairingView, folder: &Path) -> Done<String> {
    let PairingView::Shown { ticket } = pairing else { return Err(twinflower_core::Error::Gone) };
    if !folder.is_dir() {
        return Err(twinflower_core::Error::NoSuchFolder);
    }
    let name = |at: u32| if at == 1 { "ticket.txt".to_owned() } else { format!("ticket-{at}.txt") };
    let free = (1..).map(name).find(|name| !folder.join(name).exists()).unwrap_or_default();
    std::fs::write(folder.join(&free), ticket)?;
    Ok(free)
}

/// Names a device as the core does.
fn known(device: DeviceId) -> device::DeviceId {
    device::DeviceId::from_bytes(device.0)
}

/// Names a device as the wire does.
fn named(device: device::DeviceId) -> DeviceId {
    DeviceId(*device.bytes())
}
