//! Tends the open wire: answers who calls, calls whoever has not heard the newest, and lets nobody else in.

use super::pairing::{Conversation, Said};
use super::side::{answer, meet, who_may_come, Ending, Met};
use super::{joining, Wiring};
use std::collections::BTreeMap;
use std::sync::Arc;
use tauri::{AppHandle, Manager};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use tokio::time::{sleep_until, Duration, Instant};
use twinflower_core::Error;
use twinflower_sync::{Call, DeviceId, Event, Ticket, Wire};
use zeroize::Zeroizing;

/// After how long somebody who was not reached is called again: soon at first.
const CALLS_AGAIN: [Duration; 4] =
    [Duration::from_secs(2), Duration::from_secs(5), Duration::from_secs(15), Duration::from_secs(60)];

/// The same where the two are meeting already.
const A_MOMENT: Duration = Duration::from_millis(300);

/// What the wire is asked for.
pub(super) enum Ask {
    /// Something was written here, or somebody came or went.
    Stir,
    Show {
        is_fresh: bool,
    },
    Bring {
        ticket: Ticket,
        joins: Option<Zeroizing<[u8; 32]>>,
    },
    Say(Said),
    StopPairing,
    /// A meeting has ended.
    Ended {
        device: DeviceId,
        ending: Ending,
    },
}

/// What is known of another device while the wire is open.
#[derive(Default)]
struct Peer {
    /// Whether the two are meeting.
    is_meeting: bool,
    /// Whether something may be here that the other has not.
    has_news: bool,
    /// How often it was called in vain since the last meeting.
    in_vain: usize,
    not_before: Option<Instant>,
}

/// The wire's one task.
pub(super) struct Tending {
    app: AppHandle,
    wire: Arc<Wire>,
    asks: UnboundedSender<Ask>,
    peers: BTreeMap<DeviceId, Peer>,
    pairing: Option<Conversation>,
}

impl Tending {
    pub(super) fn of(app: AppHandle, wire: Arc<Wire>, asks: UnboundedSender<Ask>) -> Self {
        Self { app, wire, asks, peers: BTreeMap::new(), pairing: None }
    }

    /// Goes on until the wire is closed.
    pub(super) async fn tend(mut self, mut asked: UnboundedReceiver<Ask>) {
        loop {
            let wakes = self.wakes();
            tokio::select! {
                ask = asked.recv() => match ask {
                    Some(ask) => self.does(ask).await,
                    None => return,
                },
                event = self.wire.next() => match event {
                    Some(event) => self.happens(event),
                    None => return,
                },
                () = sleep_until(wakes.unwrap_or_else(Instant::now)), if wakes.is_some() => (),
            }
            self.calls();
            self.shows_whether_it_waits();
        }
    }

    async fn does(&mut self, ask: Ask) {
        match ask {
            Ask::Stir => self.looks(true).await,
            Ask::Show { is_fresh } => {
                self.pairing = Some(Conversation::of_shower(&self.app, &self.wire, &self.asks, is_fresh));
            }
            Ask::Bring { ticket, joins } => {
                self.pairing = Some(Conversation::of_bringer(&self.app, &self.wire, &self.asks, ticket, joins));
            }
            Ask::Say(said) => {
                if let Some(pairing) = &self.pairing {
                    // Where it has ended meanwhile, the window was told why.
                    let _ = pairing.says.send(said);
                }
            }
            Ask::StopPairing => {
                self.pairing = None;
                self.wire.show(None);
                self.looks(false).await;
            }
            Ask::Ended { device, ending } => self.ended(device, ending).await,
        }
    }

    fn happens(&mut self, event: Event) {
        match event {
            Event::Called(call) => self.answers(call),
            Event::Appeared(device) => {
                let peer = self.peers.entry(device).or_default();
                (peer.has_news, peer.not_before) = (true, None);
            }
            Event::Introduced(introduction) => {
                if let Some(pairing) = &self.pairing {
                    // A second one in the same moment is turned away.
                    let _ = pairing.introduced.try_send(introduction);
                }
            }
            Event::WantsCopy(wanted) => {
                let lends = self.app.state::<Wiring>().inside().lends.clone();
                if let Some(lending) = lends.filter(|lending| lending.to == wanted.device()) {
                    tokio::spawn(joining::send(self.app.clone(), wanted, lending));
                }
            }
        }
    }

    /// Looks whom there is to meet, and closes the wire where nobody is.
    async fn looks(&mut self, is_news: bool) {
        match who_may_come(&self.app).await {
            Some(paired) => {
                self.wire.let_in(paired.iter().copied().collect());
                self.peers.retain(|device, _| paired.contains(device));
                for device in paired {
                    self.peers.entry(device).or_default().has_news |= is_news;
                }
            }
            None if self.app.state::<Wiring>().pairing().goes_on() => (),
            None => self.app.state::<Wiring>().close(),
        }
    }

    fn answers(&mut self, call: Call) {
        let device = call.device();
        let peer = self.peers.entry(device).or_default();
        // Whatever was written until now is said in this meeting.
        (peer.is_meeting, peer.has_news) = (true, false);
        let (app, wire, asks) = (self.app.clone(), self.wire.clone(), self.asks.clone());
        tokio::spawn(async move {
            let ending = answer(app, wire, call).await;
            let _ = asks.send(Ask::Ended { device, ending });
        });
    }

    /// Calls whoever has not heard the newest, one meeting at a time with each.
    fn calls(&mut self) {
        let now = Instant::now();
        for (device, peer) in &mut self.peers {
            if peer.is_meeting || !peer.has_news || peer.not_before.is_some_and(|moment| now < moment) {
                continue;
            }
            (peer.is_meeting, peer.has_news) = (true, false);
            let (app, wire, asks, device) = (self.app.clone(), self.wire.clone(), self.asks.clone(), *device);
            tokio::spawn(async move {
                let ending = meet(app, wire, device).await;
                let _ = asks.send(Ask::Ended { device, ending });
            });
        }
    }

    async fn ended(&mut self, device: DeviceId, ending: Ending) {
        let now = Instant::now();
        let peer = self.peers.entry(device).or_default();
        peer.is_meeting = false;
        match &ending.met {
            Met::Whole { has_more } => {
                (peer.in_vain, peer.not_before) = (0, None);
                peer.has_news |= has_more;
                self.app.state::<Wiring>().inside().told = None;
            }
            Met::Busy => (peer.has_news, peer.not_before) = (true, Some(now + A_MOMENT)),
            Met::Not | Met::Refused(_) => {
                peer.not_before = Some(now + CALLS_AGAIN[peer.in_vain.min(CALLS_AGAIN.len() - 1)]);
                (peer.has_news, peer.in_vain) = (true, peer.in_vain + 1);
            }
        }
        if ending.brought {
            // What came from one is news for the third.
            self.peers.iter_mut().filter(|(other, _)| **other != device).for_each(|(_, peer)| peer.has_news = true);
            crate::window::tell(&self.app, "family");
        }
        if let Met::Refused(error) = ending.met {
            self.refused(error).await;
        }
    }

    /// Whoever said what cannot be taken is set aside by now; a later version is told.
    async fn refused(&mut self, error: Error) {
        if matches!(error, Error::LaterVersion | Error::RefusedMeeting(_) | Error::DiskFull | Error::SavingStopped) {
            self.app.state::<Wiring>().inside().told = Some(error.told());
            crate::window::tell(&self.app, "meeting");
        }
        self.looks(false).await;
    }

    /// The next moment at which somebody is called again.
    fn wakes(&self) -> Option<Instant> {
        let waiting = self.peers.values().filter(|peer| peer.has_news && !peer.is_meeting);
        waiting.map(|peer| peer.not_before.unwrap_or_else(Instant::now)).min()
    }

    fn shows_whether_it_waits(&self) {
        let waits = self.peers.values().any(|peer| peer.in_vain > 0);
        let wiring = self.app.state::<Wiring>();
        let was = std::mem::replace(&mut wiring.inside().waits, waits);
        if was != waits {
            crate::window::tell(&self.app, "meeting");
        }
    }
}
