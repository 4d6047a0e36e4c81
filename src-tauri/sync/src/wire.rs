//! The wire of one computer: it waits for the family's other devices and calls them.

use std::collections::BTreeSet;
use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use iroh::endpoint::{BindOpts, Builder, Connection, IdleTimeout, Incoming, QuicTransportConfig, VarInt, presets};
use iroh::{Endpoint, EndpointAddr, NetReportConfig, RelayMode, SecretKey, TransportAddr, Watcher};
use n0_future::StreamExt;
use tokio::sync::{Mutex, OwnedSemaphorePermit, Semaphore, mpsc};
use tokio::time::{Duration, timeout};

use crate::bounds::{LINGERS, MOST_AT_THE_DOOR, MOST_LINES, PATIENCE_AT_THE_DOOR, UNREAD};
use crate::carry::{Begins, Carried};
use crate::copies::{self, CopyWanted};
use crate::doors::{COPY, DoorKeeper, Doors, MEETING, PAIRING};
use crate::lines::{Call, Stream, attend};
use crate::nearby::{Nearby, NoNames, of_this_house};
use crate::turns::Turns;
use crate::{Addresses, DeviceId, Ended, Error, Introduction, Meeting, Offer, Result, Ticket};

/// How long the network is waited for when this device's own addresses are asked.
const FINDS_ITSELF: Duration = Duration::from_secs(2);

/// How long the others are told that this one leaves, before it leaves.
const SAYS_GOODBYE: Duration = Duration::from_secs(1);

/// How far a wire reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// This house: it says on the local network where it waits.
    House,
    /// This computer alone, to try what is to be tried.
    Computer,
}

/// What happens on a wire.
#[derive(Debug)]
pub enum Event {
    /// A paired device began a meeting.
    Called(Call),
    /// Somebody read the ticket that is shown.
    Introduced(Introduction),
    /// A paired device asks for a copy to begin with.
    WantsCopy(CopyWanted),
    /// A paired device appeared on the network.
    Appeared(DeviceId),
}

/// What this computer holds out to the others while sync is on.
#[derive(Debug)]
pub struct Wire {
    me: DeviceId,
    endpoint: Endpoint,
    doors: Arc<Doors>,
    turns: Arc<Turns>,
    happens: mpsc::Sender<Event>,
    events: Mutex<mpsc::Receiver<Event>>,
}

impl Wire {
    /// Opens the wire of the device with this seed, for these paired devices.
    ///
    /// Fails with [`Error::NoNetwork`] where no socket can be had.
    pub async fn open(seed: &[u8; 32], reach: Reach, paired: BTreeSet<DeviceId>) -> Result<Self> {
        let doors = Arc::new(Doors::default());
        doors.let_in(paired);
        let me = DeviceId::of_seed(seed);
        let endpoint = bound(seed, reach, me.port(), &doors).await?;
        let (happens, events) = mpsc::channel(MOST_LINES);
        let wire = Self { me, endpoint, doors, turns: Arc::default(), happens, events: Mutex::new(events) };
        if reach == Reach::House {
            wire.look_around().await?;
        }
        wire.wait_for_calls();
        Ok(wire)
    }

    /// This device.
    pub fn device(&self) -> DeviceId {
        self.me
    }

    /// Where this device can be called, for a ticket.
    pub async fn addresses(&self) -> Addresses {
        let mut watch = self.endpoint.watch_addr();
        let found = async {
            loop {
                let addresses = Addresses::of_this_house(watch.get().ip_addrs().copied());
                if !addresses.is_empty() || watch.updated().await.is_err() {
                    return addresses;
                }
            }
        };
        let found = timeout(FINDS_ITSELF, found).await.unwrap_or_default();
        if found.is_empty() { self.on_this_computer() } else { found }
    }

    /// Lets in these devices and no others, from now on; lines to others are cut.
    pub fn let_in(&self, paired: BTreeSet<DeviceId>) {
        self.turns.only(&paired);
        self.doors.let_in(paired);
    }

    /// Shows a ticket: whoever reads it may come to the door. `None` takes it back.
    pub fn show(&self, offer: Option<Offer>) {
        self.doors.show(offer);
    }

    /// Tells whether a ticket is shown with which somebody may still come.
    pub fn is_shown(&self) -> bool {
        self.doors.is_shown()
    }

    /// Comes with a ticket that was made on another computer.
    ///
    /// Fails with [`Error::DoorClosed`] where it is not, or no longer, taken there, and with [`Error::NotReached`].
    pub async fn bring(&self, ticket: &Ticket) -> Result<Introduction> {
        if ticket.device == self.me {
            return Err(Error::OwnTicket);
        }
        let line = self.dial(ticket.device, &ticket.addresses, PAIRING).await?;
        Introduction::with(ticket, self.me, line).await
    }

    /// Calls a paired device for a meeting, at the addresses that are remembered or typed, or wherever it is found.
    ///
    /// Fails with [`Error::Meeting`] where the two are meeting already, else as [`carry`](crate::carry) does.
    pub async fn meet<M: Meeting>(
        &self,
        device: DeviceId,
        at: &Addresses,
        meeting: M,
    ) -> Result<(M, Carried), Ended<M::Error>> {
        let _turn = self.turns.begin(device).await?;
        let line = match self.doors.line(device) {
            Some(line) => line,
            None => self.new_line(device, at).await?,
        };
        Stream::open(device, line).await?.carry(meeting, Begins::Here).await
    }

    /// Fetches the copy that a fresh computer begins with into a file, going on where an earlier try was cut.
    ///
    /// `which` names the copy of the earlier try; all zeros at first. Fails with [`Error::Cut`] where it may go on.
    pub async fn fetch(&self, device: DeviceId, at: &Addresses, into: File, which: &mut [u8; 32]) -> Result<File> {
        let line = self.dial(device, at, COPY).await?;
        copies::fetch(line, into, which).await
    }

    /// Waits for the next thing that happens; `None` once the wire is closed.
    pub async fn next(&self) -> Option<Event> {
        let mut events = self.events.lock().await;
        tokio::select! {
            event = events.recv() => event,
            () = async { self.endpoint.closed().run_until(std::future::pending::<()>()).await; } => None,
        }
    }

    /// Where a device was reached last, while a line to it is open.
    pub fn reached_at(&self, device: DeviceId) -> Addresses {
        self.doors.line(device).map(|line| crate::lines::addresses(&line)).unwrap_or_default()
    }

    /// How many bytes the packets of the open line to a device had, both ways, without the headers of the network's own.
    pub fn bytes_on(&self, device: DeviceId) -> u64 {
        let stats = self.doors.line(device).map(|line| line.stats());
        stats.map_or(0, |stats| stats.udp_tx.bytes + stats.udp_rx.bytes)
    }

    /// Closes everything at once: nobody is heard and nothing is said after it.
    pub async fn close(&self) {
        self.doors.show(None);
        self.doors.let_in(BTreeSet::new());
        // Who was not reached by it finds out by silence.
        timeout(SAYS_GOODBYE, self.endpoint.close()).await.ok();
    }

    /// Where it can be called from this very computer, if there is no network at all.
    fn on_this_computer(&self) -> Addresses {
        let sockets = self.endpoint.bound_sockets().into_iter().filter(SocketAddr::is_ipv4);
        Addresses::of_this_house(sockets.map(|socket| SocketAddr::new(Ipv4Addr::LOCALHOST.into(), socket.port())))
    }

    async fn dial(&self, device: DeviceId, at: &Addresses, language: &[u8]) -> Result<Connection> {
        let address = EndpointAddr::from_parts(device.endpoint()?, at.iter().map(TransportAddr::Ip));
        let line = timeout(PATIENCE_AT_THE_DOOR, self.endpoint.connect(address, language)).await;
        line.ok().and_then(|line| line.ok()).ok_or(Error::NotReached)
    }

    async fn new_line(&self, device: DeviceId, at: &Addresses) -> Result<Connection> {
        if !self.doors.lets_in(device) {
            return Err(Error::DoorClosed);
        }
        let line = self.dial(device, at, MEETING).await?;
        self.doors.keep(device, &line);
        let attended = attend(self.me, line.clone(), self.doors.clone(), self.turns.clone(), self.happens.clone());
        tokio::spawn(self.endpoint.closed().run_until(attended));
        Ok(line)
    }

    /// Says where this device is, and tells of paired ones that appear.
    async fn look_around(&self) -> Result<()> {
        let mut appearing = Nearby::of(&self.endpoint)?.appearing().await;
        let (doors, happens) = (self.doors.clone(), self.happens.clone());
        let told = async move {
            while let Some(device) = appearing.next().await {
                if doors.lets_in(device) {
                    // Where nobody listens, it is found when it is called.
                    happens.try_send(Event::Appeared(device)).ok();
                }
            }
        };
        tokio::spawn(self.endpoint.closed().run_until(told));
        Ok(())
    }

    fn wait_for_calls(&self) {
        let room = Arc::new(Semaphore::new(MOST_AT_THE_DOOR));
        let porch =
            Porch { me: self.me, doors: self.doors.clone(), turns: self.turns.clone(), happens: self.happens.clone() };
        let endpoint = self.endpoint.clone();
        let waits = async move {
            while let Some(incoming) = endpoint.accept().await {
                match room.clone().try_acquire_owned() {
                    Ok(place) if porch.doors.lines() < MOST_LINES => {
                        let received = porch.clone().receive(incoming, place);
                        tokio::spawn(endpoint.closed().run_until(received));
                    }
                    _ => incoming.refuse(),
                }
            }
        };
        tokio::spawn(self.endpoint.closed().run_until(waits));
    }
}

/// Where those wait who have just come.
#[derive(Clone)]
struct Porch {
    me: DeviceId,
    doors: Arc<Doors>,
    turns: Arc<Turns>,
    happens: mpsc::Sender<Event>,
}

impl Porch {
    /// Shakes hands, which is where the door is opened or not, and hears what is wanted.
    async fn receive(self, incoming: Incoming, place: OwnedSemaphorePermit) {
        let Ok(Ok(line)) = timeout(PATIENCE_AT_THE_DOOR, incoming.into_future()).await else { return };
        let event = match line.alpn() {
            MEETING => {
                drop(place);
                self.doors.keep(line.remote_id().into(), &line);
                return attend(self.me, line, self.doors, self.turns, self.happens).await;
            }
            PAIRING => Introduction::by(&self.doors, line).await.map(Event::Introduced),
            _ => CopyWanted::heard(line).await.map(Event::WantsCopy),
        };
        if let Ok(event) = event {
            // Where nobody listens the line is dropped, and they try again.
            self.happens.try_send(event).ok();
        }
    }
}

async fn bound(seed: &[u8; 32], reach: Reach, port: u16, doors: &Arc<Doors>) -> Result<Endpoint> {
    let first = configured(seed, doors)?;
    let bound = match reach {
        Reach::Computer => {
            let alone = first.clear_ip_transports().bind_addr("127.0.0.1:0");
            alone.map_err(|_| Error::NoNetwork)?.bind().await
        }
        Reach::House => match on_port(first, port)?.bind().await {
            Ok(endpoint) => Ok(endpoint),
            // Somebody else has it: then it is found by what it says of itself, as ever.
            Err(_) => configured(seed, doors)?.bind().await,
        },
    };
    bound.map_err(|_| Error::NoNetwork)
}

fn on_port(builder: Builder, port: u16) -> Result<Builder> {
    let builder = builder.bind_addr(("0.0.0.0", port)).map_err(|_| Error::NoNetwork)?;
    let optional = BindOpts::default().set_is_required(false);
    builder.bind_addr_with_opts(("::", port), optional).map_err(|_| Error::NoNetwork)
}

/// An endpoint that knows nobody in between: no relay, no name server, no lookup, no questions about the network.
fn configured(seed: &[u8; 32], doors: &Arc<Doors>) -> Result<Builder> {
    let silence = IdleTimeout::try_from(2 * LINGERS).map_err(|_| Error::NoNetwork)?;
    let transport = QuicTransportConfig::builder()
        .max_concurrent_bidi_streams(VarInt::from_u32(2))
        .max_concurrent_uni_streams(VarInt::from_u32(0))
        .stream_receive_window(VarInt::from_u32(UNREAD))
        .receive_window(VarInt::from_u32(2 * UNREAD))
        .send_window(u64::from(2 * UNREAD))
        .datagram_receive_buffer_size(None)
        .max_idle_timeout(Some(silence))
        .build();
    Ok(Endpoint::builder(presets::Minimal)
        .secret_key(SecretKey::from_bytes(seed))
        .alpns([MEETING, PAIRING, COPY].map(<[u8]>::to_vec).into())
        .relay_mode(RelayMode::Disabled)
        .clear_address_lookup()
        .dns_resolver(iroh::dns::DnsResolver::custom(NoNames))
        .net_report_config(NetReportConfig::minimal())
        .addr_filter(of_this_house())
        .transport_config(transport)
        .max_tls_tickets(0)
        .hooks(DoorKeeper(doors.clone())))
}

#[cfg(test)]
#[path = "wire_tests.rs"]
mod tests;
