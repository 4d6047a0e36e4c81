//! The pairing of two computers, from the ticket to the end: each step is told to the window, and ends at a word of hers.

use super::joining::{self, Joining, Lending};
use super::side::{family, who_may_come};
use super::tending::Ask;
use super::trouble::Trouble;
use super::{known, Wiring};
use crate::desk;
use rand_core::Rng;
use serde::Serialize;
use std::sync::Arc;
use std::time::Instant;
use tauri::{AppHandle, Manager};
use tokio::sync::mpsc::{channel, unbounded_channel, Receiver, Sender, UnboundedReceiver, UnboundedSender};
use tokio::task::JoinHandle;
use tokio::time::{sleep, Duration};
use twinflower_core::domain::device::PairSecret;
use twinflower_core::vault::{six_words, Passphrase};
use twinflower_core::Told;
use twinflower_sync::{Introduction, Known, Offer, Ticket, Wire};
use zeroize::Zeroizing;

/// How often it is looked whether the ticket that is shown is still good.
const LOOKS: Duration = Duration::from_secs(1);

/// How far a pairing is.
#[derive(Clone, Default, Serialize, specta::Type)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub(crate) enum PairingView {
    /// There is none.
    #[default]
    None,
    /// The other computer is called, or this one gets ready.
    Calling,
    /// A ticket is shown.
    Shown {
        /// The ticket as text.
        ticket: String,
    },
    /// Both screens show six words.
    Compare {
        /// The words.
        words: Vec<String>,
    },
    /// She said that they are the same; the other screen has yet to.
    Waits {
        /// The words.
        words: Vec<String>,
    },
    /// A copy travels to the fresh one.
    Copying,
    /// The copy is there and waits for her passphrase.
    Copied,
    /// The two are paired.
    Paired {
        /// Whether the other is known to have kept it too.
        kept: bool,
    },
    /// It ended without.
    Over {
        /// Why.
        told: Told,
    },
}

/// What she said of the two screens.
pub(crate) struct Said {
    /// Whether they show the same.
    pub(crate) same: bool,
    /// What the other computer is called here.
    pub(crate) name: String,
    /// Her passphrase, where her own space goes there too.
    pub(crate) passphrase: Option<Passphrase>,
}

impl PairingView {
    /// Tells whether the wire is needed for it.
    pub(super) fn goes_on(&self) -> bool {
        !matches!(self, Self::None | Self::Paired { .. } | Self::Over { .. })
    }
}

/// A pairing that goes on; it ends when this is dropped.
pub(super) struct Conversation {
    task: JoinHandle<()>,
    pub(super) introduced: Sender<Introduction>,
    pub(super) says: UnboundedSender<Said>,
}

impl Drop for Conversation {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Conversation {
    /// Begins on the computer that shows the ticket.
    pub(super) fn of_shower(app: &AppHandle, wire: &Arc<Wire>, asks: &UnboundedSender<Ask>, is_fresh: bool) -> Self {
        Self::begin(app, wire, asks, move |talk, introduced| talk.shows(is_fresh, introduced))
    }

    /// Begins on the computer that comes with one; `joins` is the key of one where nobody has come in yet.
    pub(super) fn of_bringer(
        app: &AppHandle,
        wire: &Arc<Wire>,
        asks: &UnboundedSender<Ask>,
        ticket: Ticket,
        joins: Option<Zeroizing<[u8; 32]>>,
    ) -> Self {
        Self::begin(app, wire, asks, move |talk, _| talk.brings(ticket, joins))
    }

    fn begin<F>(
        app: &AppHandle,
        wire: &Arc<Wire>,
        asks: &UnboundedSender<Ask>,
        how: impl FnOnce(Talk, Receiver<Introduction>) -> F + Send + 'static,
    ) -> Self
    where
        F: std::future::Future<Output = Result<PairingView, Trouble>> + Send + 'static,
    {
        let (introduced, comes) = channel(1);
        let (says, said) = unbounded_channel();
        let talk = Talk { app: app.clone(), wire: wire.clone(), said };
        let (app, wire, asks) = (app.clone(), wire.clone(), asks.clone());
        let task = tokio::spawn(async move {
            let ended = how(talk, comes).await;
            wire.show(None);
            tell(&app, ended.unwrap_or_else(|trouble| PairingView::Over { told: trouble.told() }));
            // Those that are paired may meet at once; with nobody to meet the wire is closed.
            let _ = asks.send(Ask::Stir);
        });
        Self { task, introduced, says }
    }
}

/// Tells the window how far it is.
pub(super) fn tell(app: &AppHandle, view: PairingView) {
    app.state::<Wiring>().inside().pairing = view;
    crate::window::tell(app, "pairing");
}

/// One side of a pairing.
struct Talk {
    app: AppHandle,
    wire: Arc<Wire>,
    said: UnboundedReceiver<Said>,
}

impl Talk {
    async fn shows(mut self, is_fresh: bool, mut comes: Receiver<Introduction>) -> Result<PairingView, Trouble> {
        let mut secret = Zeroizing::new([0; 32]);
        desk::rng().fill_bytes(&mut *secret);
        let offer = Offer::new(self.wire.device(), secret, Instant::now());
        let ticket = offer.ticket(self.wire.addresses().await).text().to_string();
        self.wire.show(Some(offer));
        tell(&self.app, PairingView::Shown { ticket });
        let introduction = loop {
            tokio::select! {
                biased;
                introduction = comes.recv() => break introduction.ok_or(Trouble::Cut)?,
                // Who has just used it up comes in the same moment, or not at all.
                () = sleep(LOOKS) => if !self.wire.is_shown() && comes.is_empty() { return Err(Trouble::Over) },
            }
        };
        let (known, said) = self.compares(introduction).await?;
        if is_fresh {
            let lending = Arc::new(Lending::to(&self.app, known.device()));
            self.app.state::<Wiring>().inside().lends = Some(lending);
        }
        let kept = self.keeps(known, said).await?;
        Ok(if is_fresh { PairingView::Copying } else { PairingView::Paired { kept } })
    }

    async fn brings(mut self, ticket: Ticket, joins: Option<Zeroizing<[u8; 32]>>) -> Result<PairingView, Trouble> {
        let introduction = self.wire.bring(&ticket).await?;
        let (known, said) = self.compares(introduction).await?;
        let Some(seed) = joins else {
            return Ok(PairingView::Paired { kept: self.keeps(known, said).await? });
        };
        let joining = Joining::with(&self.app, &seed, &known, said.name);
        self.wire.let_in([known.device()].into());
        known.kept().await;
        tell(&self.app, PairingView::Copying);
        joining::fetch(&self.wire, &joining).await?;
        self.app.state::<Wiring>().inside().joining = Some(Arc::new(joining));
        Ok(PairingView::Copied)
    }

    /// Shows six words and waits for what she says, and the one at the other screen.
    async fn compares(&mut self, mut introduction: Introduction) -> Result<(Known, Said), Trouble> {
        let words: Vec<String> = six_words(&introduction.sameness()).map(str::to_owned).into();
        tell(&self.app, PairingView::Compare { words: words.clone() });
        let said = tokio::select! {
            said = self.said.recv() => said.ok_or(Trouble::Cut)?,
            over = introduction.over() => return Err(over.into()),
        };
        if said.same {
            tell(&self.app, PairingView::Waits { words });
        }
        Ok((introduction.say(said.same).await?, said))
    }

    /// Keeps the pairing in the family; answers whether the other is known to have kept it too.
    async fn keeps(&self, known_one: Known, said: Said) -> Result<bool, Trouble> {
        let (me, device) = (known(self.wire.device()), known(known_one.device()));
        let secret = PairSecret::from_bytes(known_one.secret().0);
        let notes = known_one.addresses().to_bytes();
        family(&self.app, move |family| {
            family.pair(me, device, &secret, &said.name)?;
            family.keep_device_notes(device, &notes)?;
            said.passphrase.map_or(Ok(()), |hers| family.let_mine_go_to(device, &hers).map(drop))
        })
        .await?;
        if let Some(paired) = who_may_come(&self.app).await {
            self.wire.let_in(paired.into_iter().collect());
        }
        Ok(known_one.kept().await)
    }
}
