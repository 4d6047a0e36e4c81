//! How a fresh computer of hers begins: with a copy that the other one sends, which her passphrase opens.

use super::pairing::{tell, PairingView};
use super::side::family;
use super::trouble::Trouble;
use super::{known, Wiring};
use crate::desk::{self, now, Desk};
use rand_core::Rng;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;
use tauri::{AppHandle, Manager};
use tokio::time::{sleep, Duration};
use twinflower_core::domain::device::PairSecret;
use twinflower_core::vault::Passphrase;
use twinflower_core::views::RestoreView;
use twinflower_core::{Family, Result as Done};
use twinflower_sync::{CopyWanted, DeviceId, Error, Known, Wire};
use zeroize::Zeroizing;

/// How often a copy that was cut is gone on with.
const TRIES: u32 = 20;

/// How long it waits in between.
const WAITS: Duration = Duration::from_secs(1);

/// Where a copy lies that is lent, and one that came.
const LENDS: &str = "lends";
const JOINS: &str = "joins";

/// What a fresh computer holds until she types her passphrase.
pub(super) struct Joining {
    seed: Zeroizing<[u8; 32]>,
    me: DeviceId,
    device: DeviceId,
    secret: PairSecret,
    notes: Vec<u8>,
    name: String,
    copy: PathBuf,
}

/// Draws the key of a computer where nobody has come in yet.
pub(super) fn seed() -> Zeroizing<[u8; 32]> {
    let mut seed = Zeroizing::new([0; 32]);
    desk::rng().fill_bytes(&mut *seed);
    seed
}

/// Fetches the copy, going on where the wire was cut.
pub(super) async fn fetch(wire: &Wire, joining: &Joining) -> Result<(), Trouble> {
    let at = twinflower_sync::Addresses::from_bytes(&joining.notes).unwrap_or_default();
    let mut which = [0; 32];
    for _ in 0..TRIES {
        let file = File::options().create(true).truncate(false).read(true).write(true).open(&joining.copy);
        let file = file.map_err(|error| Trouble::Family(error.into()))?;
        match wire.fetch(joining.device, &at, file, &mut which).await {
            Ok(_) => return Ok(()),
            Err(Error::Disk) => return Err(Trouble::Disk),
            Err(_) => sleep(WAITS).await,
        }
    }
    Err(Trouble::NoCopy)
}

/// Sends a fresh computer the copy that it begins with.
pub(super) async fn send(app: AppHandle, wanted: CopyWanted, lending: Arc<Lending>) {
    let sent = match lending.copy(&app).await {
        Ok(file) => wanted.send(file).await.map_err(Trouble::from),
        Err(error) => Err(Trouble::Family(error)),
    };
    match sent {
        Ok(()) => {
            app.state::<Wiring>().inside().lends = None;
            tell(&app, PairingView::Paired { kept: true });
        }
        // It goes on where it was cut.
        Err(Trouble::Cut) => (),
        Err(trouble) => tell(&app, PairingView::Over { told: trouble.told() }),
    }
}

/// The one copy that a fresh computer may have; it goes when the pairing is over.
pub(super) struct Lending {
    pub(super) to: DeviceId,
    copy: PathBuf,
    is_made: AtomicBool,
}

impl Lending {
    pub(super) fn to(app: &AppHandle, device: DeviceId) -> Self {
        let copy = place(app.state::<Desk>().folder(), LENDS);
        Self { to: device, copy, is_made: AtomicBool::new(false) }
    }

    /// Opens the copy. It is made once: one that was cut is gone on with.
    async fn copy(self: &Arc<Self>, app: &AppHandle) -> Done<File> {
        let lending = self.clone();
        family(app, move |family| {
            if !lending.is_made.load(Ordering::Relaxed) {
                remove(&lending.copy);
                family.copy_for_joining(&lending.copy, now())?;
                lending.is_made.store(true, Ordering::Relaxed);
            }
            Ok(File::open(&lending.copy)?)
        })
        .await
    }
}

impl Drop for Lending {
    fn drop(&mut self) {
        remove(&self.copy);
    }
}

impl Drop for Joining {
    fn drop(&mut self) {
        remove(&self.copy);
    }
}

/// Removes copies that a process which was ended in the middle has left.
pub(crate) fn forget_copies(folder: &Path) {
    for name in [LENDS, JOINS] {
        remove(&place(folder, name));
    }
}

fn remove(copy: &Path) {
    // What cannot be removed now is sealed, and goes at the next start.
    let _ = std::fs::remove_file(copy);
}

impl Joining {
    /// Remembers what two computers came to, of which this one has no family yet.
    pub(super) fn with(app: &AppHandle, seed: &Zeroizing<[u8; 32]>, there: &Known, name: String) -> Self {
        let copy = place(app.state::<Desk>().folder(), JOINS);
        remove(&copy);
        Self {
            seed: seed.clone(),
            me: DeviceId::of_seed(seed),
            device: there.device(),
            secret: PairSecret::from_bytes(there.secret().0),
            notes: there.addresses().to_bytes(),
            name,
            copy,
        }
    }

    /// Lets her in with the copy, and keeps the pairing. It may be done again where the disk failed in between.
    pub(super) fn finish(&self, family: &mut Family, words: &Passphrase) -> Done<RestoreView> {
        let view = family.restore_bundle(&self.copy, words)?;
        family.join_as(&self.seed)?;
        family.pair(known(self.me), known(self.device), &self.secret, &self.name)?;
        family.keep_device_notes(known(self.device), &self.notes)?;
        // Who came with her spare words says so later, in Settings.
        let _ = family.let_mine_go_to(known(self.device), words);
        Ok(view)
    }
}

fn place(folder: &Path, name: &str) -> PathBuf {
    folder.join(name).with_extension("copy")
}
