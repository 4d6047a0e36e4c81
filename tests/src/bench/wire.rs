//! What carrying costs: bytes on the wire beside the bytes carried, and a catch-up beside a bare transfer on the same kind of
//! connection, both over this computer's loopback.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use iroh::endpoint::{Connection, RecvStream, SendStream, presets};
use iroh::{Endpoint, EndpointAddr, RelayMode, SecretKey};
use twinflower_sync::{Addresses, DeviceId, Event, Meeting, Reach, Wire};

use super::figure::{Figure, quantile};
use super::{Ask, Progress};

/// Bytes that a catch-up of twice five hundred changes takes each way, about (ENGINEERING: 303 kB with kept state).
const CATCH_UP: usize = 160_000;
/// In so many messages each way.
const MESSAGES: usize = 4;
/// Bytes of one live change, about.
const LIVE: usize = 525;
/// Meetings and transfers in one run.
const TIMES: usize = 15;

const BARE: &[u8] = b"bare/1";

/// Carries made-up meetings between two wires, by turns with bare transfers.
pub fn wire(ask: Ask, progress: Progress) -> Vec<Figure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be had");
    runtime.block_on(measured(ask, progress))
}

async fn measured(ask: Ask, progress: Progress<'_>) -> Vec<Figure> {
    let (mut ratio, mut large, mut live, mut first) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut soon = Vec::new();
    for run in 0..ask.n {
        let pair = Pair::open().await;
        first.push(milliseconds(pair.meets(1, LIVE).await));
        let bare = Bare::open().await;
        let (mut carried, mut transferred, mut short) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..TIMES {
            transferred.push(milliseconds(bare.transfers(CATCH_UP).await));
            carried.push(milliseconds(pair.meets(MESSAGES, CATCH_UP / MESSAGES).await));
            short.push(milliseconds(pair.meets(1, LIVE).await));
        }
        ratio.push(quantile(&carried, 0.5) / quantile(&transferred, 0.5));
        soon.push(quantile(&short, 0.5));
        large.push(pair.bytes_beside(MESSAGES, CATCH_UP / MESSAGES).await);
        live.push(pair.bytes_beside(1, LIVE).await);
        pair.here.close().await;
        pair.there.close().await;
        progress(&format!("wire {} of {}", run + 1, ask.n));
    }
    let bare = "the same bytes, bare, over the same kind of connection";
    let bytes = "the bytes of the messages";
    vec![
        Figure::new("wire", format!("a catch-up of {} kB each way", CATCH_UP / 1000), "×", ratio).against(bare),
        Figure::new("wire", "bytes on the wire of a catch-up", "×", large).against(bytes),
        Figure::new("wire", "bytes on the wire of a live change", "×", live).against(bytes),
        Figure::new("wire", "a live change on an open line", "ms", soon),
        Figure::new("wire", "a live change on a new line", "ms", first),
    ]
}

/// Two wires on this computer.
struct Pair {
    here: Wire,
    there: Arc<Wire>,
    at: Addresses,
}

impl Pair {
    async fn open() -> Self {
        let [here, there] = [[1; 32], [2; 32]];
        let (one, other) = (of_seed(&here, &there).await, Arc::new(of_seed(&there, &here).await));
        let answers = other.clone();
        tokio::spawn(async move {
            while let Some(event) = answers.next().await {
                if let Event::Called(call) = event {
                    // Where it does not end well, the other side says so.
                    tokio::spawn(call.answer(SaysBack::default()));
                }
            }
        });
        let at = other.addresses().await;
        Self { here: one, there: other, at }
    }

    async fn meets(&self, messages: usize, bytes: usize) -> Duration {
        let began = Instant::now();
        let says = (0..messages).map(|after| vec![after as u8; bytes]).collect();
        let met = self.here.meet(self.there.device(), &self.at, Says(says, messages)).await;
        assert!(met.is_ok(), "the two meet");
        began.elapsed()
    }

    /// Bytes of the packets both ways, beside those of the messages.
    async fn bytes_beside(&self, messages: usize, bytes: usize) -> f64 {
        const MEETINGS: u64 = 10;
        let before = self.here.bytes_on(self.there.device());
        for _ in 0..MEETINGS {
            self.meets(messages, bytes).await;
        }
        let carried = MEETINGS * 2 * (messages * bytes) as u64;
        (self.here.bytes_on(self.there.device()) - before) as f64 / carried as f64
    }
}

async fn of_seed(seed: &[u8; 32], other: &[u8; 32]) -> Wire {
    let paired = BTreeSet::from([DeviceId::of_seed(other)]);
    Wire::open(seed, Reach::Computer, paired).await.expect("this computer has a loopback")
}

/// Says so many messages, the first byte of each being how many come after, and hears each said back.
struct Says(Vec<Vec<u8>>, usize);

impl Meeting for Says {
    type Error = ();

    fn next(&mut self) -> Result<Option<Vec<u8>>, ()> {
        Ok(self.0.pop())
    }

    fn receive(&mut self, _: &[u8]) -> Result<(), ()> {
        self.1 -= 1;
        Ok(())
    }

    fn is_done(&self) -> bool {
        self.1 == 0
    }
}

/// Says back what it hears, until it is the last.
#[derive(Default)]
struct SaysBack(Option<Vec<u8>>, bool);

impl Meeting for SaysBack {
    type Error = ();

    fn next(&mut self) -> Result<Option<Vec<u8>>, ()> {
        Ok(self.0.take())
    }

    fn receive(&mut self, message: &[u8]) -> Result<(), ()> {
        self.1 = message[0] == 0;
        self.0 = Some(message.to_vec());
        Ok(())
    }

    fn is_done(&self) -> bool {
        self.1
    }
}

/// A connection on which bytes go there and back with nothing else.
struct Bare {
    line: Connection,
    _ends: [Endpoint; 2],
}

impl Bare {
    async fn open() -> Self {
        let (here, there) = (bare_end(3).await, bare_end(4).await);
        let to = EndpointAddr::from_parts(there.id(), there.bound_sockets().into_iter().map(iroh::TransportAddr::Ip));
        let accepts = there.clone();
        tokio::spawn(async move {
            let line = accepts.accept().await.expect("it is open").await.expect("it is answered");
            while let Ok((mut send, mut recv)) = line.accept_bi().await {
                send_back(&mut send, &mut recv).await;
            }
        });
        let line = here.connect(to, BARE).await.expect("the two are on one computer");
        Self { line, _ends: [here, there] }
    }

    async fn transfers(&self, bytes: usize) -> Duration {
        let began = Instant::now();
        let (mut send, mut recv) = self.line.open_bi().await.expect("the line is open");
        send.write_all(&vec![7; bytes]).await.expect("the line is open");
        send.finish().expect("the line is open");
        let back = recv.read_to_end(bytes).await.expect("the line is open");
        assert_eq!(back.len(), bytes);
        began.elapsed()
    }
}

async fn send_back(send: &mut SendStream, recv: &mut RecvStream) {
    if let Ok(bytes) = recv.read_to_end(usize::MAX).await {
        // Whoever asked has gone where it cannot be sent.
        send.write_all(&bytes).await.ok();
        send.finish().ok();
    }
}

async fn bare_end(seed: u8) -> Endpoint {
    let builder = Endpoint::builder(presets::Minimal)
        .secret_key(SecretKey::from_bytes(&[seed; 32]))
        .relay_mode(RelayMode::Disabled)
        .alpns(vec![BARE.to_vec()])
        .clear_ip_transports()
        .bind_addr("127.0.0.1:0");
    builder.expect("it is an address").bind().await.expect("this computer has a loopback")
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
