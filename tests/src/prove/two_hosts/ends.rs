//! What runs within each of the two networks: one that waits, one that calls, one that listens.

use std::collections::BTreeSet;
use std::io::{BufRead, Read};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use socket2::{Domain, Protocol, Socket, Type};
use twinflower_sync::{Addresses, DeviceId, Event, Meeting, Reach, Wire};

/// A word that must not be read by whoever listens.
pub(super) const CANARY: &[u8] = b"her words, which nobody else may read";

const WAITS: [u8; 32] = [1; 32];
const CALLS: [u8; 32] = [2; 32];

/// Packets as they are on the wire (`AF_PACKET`, `SOCK_RAW`), of every kind, in the order of bytes of a network.
const PACKETS: (i32, i32, i32) = (17, 3, 0x0003_u16.to_be() as i32);

/// Runs as the first word says, until its input ends.
pub fn end(words: &[String], say: &mut dyn FnMut(String)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be had");
    match words.first().map(String::as_str) {
        Some("waits") => runtime.block_on(waits(say)),
        Some("calls") => runtime.block_on(calls(say)),
        Some("listens") => listens(say),
        _ => say("waits, calls or listens".to_owned()),
    }
}

async fn open(seed: &[u8; 32], other: &[u8; 32]) -> Wire {
    let paired = BTreeSet::from([DeviceId::of_seed(other)]);
    Wire::open(seed, Reach::House, paired).await.expect("there is a network")
}

async fn waits(say: &mut dyn FnMut(String)) {
    let wire = open(&WAITS, &CALLS).await;
    say("open".to_owned());
    while let Some(event) = wire.next().await {
        if let Event::Called(call) = event {
            // A wire that is cut ends it, and the next one comes.
            tokio::spawn(call.answer(Word { says: true, is_heard: false, begins: false }));
        }
    }
}

async fn calls(say: &mut dyn FnMut(String)) {
    let wire = open(&CALLS, &WAITS).await;
    say("open".to_owned());
    let asked = asked();
    loop {
        match asked.try_recv() {
            Ok(word) => say(meets(&wire, word == "meet").await),
            Err(mpsc::TryRecvError::Empty) => tokio::time::sleep(Duration::from_millis(5)).await,
            Err(mpsc::TryRecvError::Disconnected) => return,
        }
    }
}

/// Lines of the input, read where they keep nobody waiting.
fn asked() -> mpsc::Receiver<String> {
    let (asks, asked) = mpsc::channel();
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            if asks.send(line).is_err() {
                return;
            }
        }
    });
    asked
}

async fn meets(wire: &Wire, patiently: bool) -> String {
    let began = Instant::now();
    // Nothing is remembered: it is found by what it says of itself, or not at all.
    let nowhere = Addresses::default();
    loop {
        let word = Word { says: true, is_heard: false, begins: true };
        let meets = wire.meet(DeviceId::of_seed(&WAITS), &nowhere, word);
        let met = tokio::time::timeout(Duration::from_secs(2), meets).await;
        match met {
            Ok(Ok(_)) => return format!("met {}", began.elapsed().as_millis()),
            _ if !patiently => return "not met".to_owned(),
            _ => assert!(began.elapsed() < Duration::from_secs(60), "the two do not find each other: {met:?}"),
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// One word there, and one back.
#[derive(Debug)]
struct Word {
    says: bool,
    is_heard: bool,
    begins: bool,
}

impl Meeting for Word {
    type Error = ();

    fn next(&mut self) -> Result<Option<Vec<u8>>, ()> {
        Ok(std::mem::take(&mut self.says).then(|| CANARY.to_vec()))
    }

    fn receive(&mut self, message: &[u8]) -> Result<(), ()> {
        self.is_heard = message == CANARY;
        Ok(())
    }

    fn is_done(&self) -> bool {
        self.is_heard && (self.begins || !self.says)
    }
}

/// Tells of each packet of this network: its bytes, as letters.
fn listens(say: &mut dyn FnMut(String)) {
    let (domain, kind, every) = PACKETS;
    let socket = Socket::new(Domain::from(domain), Type::from(kind), Some(Protocol::from(every)));
    let mut socket = socket.expect("it is root's");
    socket.set_nonblocking(true).expect("it is open");
    say("listening".to_owned());
    let asked = asked();
    let mut packet = vec![0; 1 << 16];
    loop {
        match socket.read(&mut packet) {
            Ok(length) => say(letters(&packet[..length])),
            Err(_) if matches!(asked.try_recv(), Err(mpsc::TryRecvError::Disconnected)) => return,
            Err(_) => std::thread::sleep(Duration::from_millis(2)),
        }
    }
}

fn letters(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
