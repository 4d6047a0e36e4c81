//! A computer that speaks the family's language and means harm.

use std::time::Duration;

use iroh::endpoint::{Connection, ConnectionError, RecvStream, SendStream, VarInt, presets};
use iroh::{Endpoint, EndpointAddr, EndpointId, RelayMode, SecretKey, TransportAddr};
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;
use tokio::time::timeout;
use twinflower_sync::{Addresses, DeviceId, MOST_IN_A_MESSAGE};

use super::below;

/// The word with which a meeting ends.
pub(super) const LAST: &[u8] = b"that was all";

const MEETING: &[u8] = b"peersync/1";
const LANGUAGES: [&[u8]; 3] = [MEETING, b"peersync-hello/1", b"peersync-copy/1"];

/// How long an answer is waited for that may never come.
const A_WHILE: Duration = Duration::from_millis(20);

/// What was sent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sent {
    /// A whole meeting, to see that the others are refused for what they are.
    Well,
    LongLength,
    Truncated,
    Empty,
    Garbage,
    Replayed,
    OutOfTurn,
    AfterTheEnd,
    Slow,
    Refused,
    ManyStreams,
    WrongLanguage,
    OtherDoors,
    Knocked,
}

impl Sent {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Well => "whole meetings",
            Self::LongLength => "lengths up to 4 GiB",
            Self::Truncated => "truncated",
            Self::Empty => "empty",
            Self::Garbage => "of noise",
            Self::Replayed => "replays",
            Self::OutOfTurn => "out of turn",
            Self::AfterTheEnd => "after the end",
            Self::Slow => "slow",
            Self::Refused => "that its hearer refuses",
            Self::ManyStreams => "on many streams",
            Self::WrongLanguage => "in another language",
            Self::OtherDoors => "at other doors",
            Self::Knocked => "from a stranger",
        }
    }
}

const CRAFTED: [Sent; 13] = [
    Sent::Well,
    Sent::LongLength,
    Sent::Truncated,
    Sent::Empty,
    Sent::Garbage,
    Sent::Replayed,
    Sent::OutOfTurn,
    Sent::AfterTheEnd,
    Sent::Slow,
    Sent::Refused,
    Sent::ManyStreams,
    Sent::WrongLanguage,
    Sent::OtherDoors,
];

/// A computer gone bad: an endpoint with a key, and no rules.
pub(super) struct Bad {
    endpoint: Endpoint,
    to: EndpointAddr,
    line: Option<Connection>,
}

impl Bad {
    pub(super) async fn new(seed: &[u8; 32], to: DeviceId, at: &Addresses) -> Self {
        let builder = Endpoint::builder(presets::Minimal)
            .secret_key(SecretKey::from_bytes(seed))
            .relay_mode(RelayMode::Disabled)
            .clear_ip_transports()
            .bind_addr("127.0.0.1:0");
        let endpoint = builder.expect("it is an address").bind().await.expect("this computer has a loopback");
        let id = EndpointId::from_bytes(&to.0).expect("it is a key");
        Self { endpoint, to: EndpointAddr::from_parts(id, at.iter().map(TransportAddr::Ip)), line: None }
    }

    /// Sends one crafted message.
    pub(super) async fn sends(&mut self, chance: &mut ChaCha20Rng) -> Sent {
        let what = CRAFTED[below(chance, CRAFTED.len() as u32) as usize];
        match what {
            Sent::WrongLanguage => {
                assert!(self.endpoint.connect(self.to.clone(), b"peersync/2").await.is_err());
            }
            Sent::OtherDoors => self.at_another_door(chance).await,
            Sent::ManyStreams => self.on_many_streams().await,
            _ => self.on_a_stream(what, chance).await,
        }
        what
    }

    /// Comes without being paired, at any door: the word is the same, and nothing else is said.
    pub(super) async fn knocks(&mut self, chance: &mut ChaCha20Rng) -> Sent {
        let language = LANGUAGES[below(chance, 3) as usize];
        // Its handshake is answered, since who it is is in it.
        let line = self.endpoint.connect(self.to.clone(), language).await.expect("the handshake is answered");
        let mut answer = None;
        if let Ok((mut send, mut recv)) = line.open_bi().await {
            // It may be gone before a word is out.
            send.write_all(&noise(chance, 40)).await.ok();
            answer = recv.read_chunk(1).await.ok().flatten();
        }
        assert!(answer.is_none(), "a stranger is told something");
        match timeout(Duration::from_secs(20), line.closed()).await.expect("a stranger is sent away") {
            ConnectionError::ApplicationClosed(word) => {
                assert_eq!((word.error_code, word.reason.len()), (VarInt::from_u32(1), 0), "the same word for each");
            }
            other => panic!("a stranger is told {other}"),
        }
        Sent::Knocked
    }

    /// Says a million tiny messages without waiting for an answer, and then large ones that it never ends.
    pub(super) async fn floods(&mut self) {
        self.says_a_million().await;
        let large = framed(&vec![7; MOST_IN_A_MESSAGE]);
        for _ in 0..8 {
            let (mut send, _recv) = self.stream().await;
            // It may be cut off before the end.
            timeout(Duration::from_secs(5), send.write_all(&large[..large.len() - 1])).await.ok();
            self.hang_up();
        }
    }

    async fn says_a_million(&mut self) {
        let (mut send, _recv) = self.stream().await;
        let tiny = framed(b"a").repeat(1000);
        for _ in 0..1000 {
            // It is cut off long before the end.
            if timeout(Duration::from_secs(5), send.write_all(&tiny)).await.map_or(true, |sent| sent.is_err()) {
                break;
            }
        }
        self.hang_up();
    }

    async fn on_a_stream(&mut self, what: Sent, chance: &mut ChaCha20Rng) {
        let (mut send, mut recv) = self.stream().await;
        let bytes = crafted(what, chance);
        // Some of it may find the stream closed already.
        send.write_all(&bytes).await.ok();
        if what == Sent::Slow {
            // It stays silent in the middle of a message, and is gone.
            timeout(A_WHILE, recv.read_chunk(64)).await.ok();
            return self.hang_up();
        }
        send.finish().ok();
        // A whole meeting is heard to its end.
        let patience = if what == Sent::Well { 500 * A_WHILE } else { A_WHILE };
        while let Ok(Ok(Some(_))) = timeout(patience, recv.read_chunk(1 << 16)).await {}
    }

    async fn on_many_streams(&mut self) {
        let line = self.line().await;
        for _ in 0..5 {
            let Ok(Ok((mut send, _recv))) = timeout(A_WHILE, line.open_bi()).await else { break };
            send.write_all(&framed(b"a")).await.ok();
        }
        self.hang_up();
    }

    async fn at_another_door(&mut self, chance: &mut ChaCha20Rng) {
        let language = LANGUAGES[1 + below(chance, 2) as usize];
        let Ok(line) = self.endpoint.connect(self.to.clone(), language).await else { return };
        if let Ok((mut send, mut recv)) = line.open_bi().await {
            send.write_all(&noise(chance, 200)).await.ok();
            timeout(A_WHILE, recv.read_chunk(64)).await.ok();
        }
        line.close(VarInt::from_u32(0), b"");
    }

    /// A new stream, on the line that is open or on a new one.
    async fn stream(&mut self) -> (SendStream, RecvStream) {
        loop {
            let line = self.line().await;
            match timeout(Duration::from_secs(3), line.open_bi()).await {
                Ok(Ok(stream)) => return stream,
                _ => self.hang_up(),
            }
        }
    }

    async fn line(&mut self) -> Connection {
        if let Some(line) = self.line.clone().filter(|line| line.close_reason().is_none()) {
            return line;
        }
        let mut tries = 0;
        let line = loop {
            match self.endpoint.connect(self.to.clone(), MEETING).await {
                Ok(line) => break line,
                // Others of its lines are about to be closed.
                Err(error) => assert!(tries < 50, "a paired one is not let in: {error}"),
            }
            tries += 1;
            tokio::time::sleep(A_WHILE).await;
        };
        self.line.insert(line).clone()
    }

    fn hang_up(&mut self) {
        if let Some(line) = self.line.take() {
            line.close(VarInt::from_u32(7), b"a reason that nobody reads");
        }
    }
}

fn crafted(what: Sent, chance: &mut ChaCha20Rng) -> Vec<u8> {
    let some = noise(chance, 300);
    match what {
        Sent::LongLength => {
            let past = MOST_IN_A_MESSAGE as u32 + 1;
            let length = [past, u32::MAX, past + below(chance, u32::MAX - past)][below(chance, 3) as usize];
            [&length.to_be_bytes()[..], &some].concat()
        }
        Sent::Truncated => {
            let whole = framed(&some);
            whole[..below(chance, whole.len() as u32) as usize].to_vec()
        }
        Sent::Empty => [framed(b"a"), framed(b"")].concat(),
        Sent::Garbage => some,
        Sent::Replayed => framed(&some).repeat(2),
        Sent::OutOfTurn => framed(&some[..1]).repeat(below(chance, 300) as usize),
        Sent::AfterTheEnd => [framed(LAST), framed(&some)].concat(),
        Sent::Slow => [&(MOST_IN_A_MESSAGE as u32).to_be_bytes()[..], &some].concat(),
        Sent::Refused => framed(&[&[0xff], &some[..]].concat()),
        _ => framed(LAST),
    }
}

fn framed(message: &[u8]) -> Vec<u8> {
    [&(message.len() as u32).to_be_bytes(), message].concat()
}

/// Some bytes of chance, at least one.
fn noise(chance: &mut ChaCha20Rng, most: u32) -> Vec<u8> {
    let mut bytes = vec![0; 1 + below(chance, most) as usize];
    chance.fill_bytes(&mut bytes);
    bytes
}
