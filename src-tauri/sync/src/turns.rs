//! One meeting at a time with each device, and who goes first where both begin at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Duration, timeout};

use crate::{DeviceId, Error, Result};

/// How long a meeting waits for one that is about to end.
const WAITS: Duration = Duration::from_secs(2);

/// Given up when the meeting ends.
#[derive(Debug)]
pub(crate) struct Turn {
    began_here: Arc<AtomicBool>,
    _permit: OwnedSemaphorePermit,
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.began_here.store(false, Ordering::SeqCst);
    }
}

/// Whose turn it is with each device.
#[derive(Debug, Default)]
pub(crate) struct Turns(Mutex<BTreeMap<DeviceId, With>>);

/// The turn with one device.
#[derive(Clone, Debug)]
struct With {
    free: Arc<Semaphore>,
    began_here: Arc<AtomicBool>,
}

impl Turns {
    /// Takes the turn to begin a meeting, once one that is about to end has ended.
    ///
    /// Fails with [`Error::Meeting`] where one goes on with that device.
    pub(crate) async fn begin(&self, device: DeviceId) -> Result<Turn> {
        let turn = self.with(device).wait().await.ok_or(Error::Meeting)?;
        turn.began_here.store(true, Ordering::SeqCst);
        Ok(turn)
    }

    /// Takes the turn to answer a meeting that the other began; `None` where another goes on.
    ///
    /// Where both begin at once, the smaller key's call is the one that is answered: there, the other's is refused, and
    /// here, the refused one is waited for.
    pub(crate) async fn answer(&self, me: DeviceId, device: DeviceId) -> Option<Turn> {
        let with = self.with(device);
        if me < device && with.began_here.load(Ordering::SeqCst) {
            return None;
        }
        with.wait().await
    }

    /// Takes the turn if nobody has it.
    pub(crate) fn idle(&self, device: DeviceId) -> Option<Turn> {
        let With { free, began_here } = self.with(device);
        Some(Turn { _permit: free.try_acquire_owned().ok()?, began_here })
    }

    /// Forgets devices that are not among these.
    pub(crate) fn only(&self, devices: &BTreeSet<DeviceId>) {
        self.0.lock().expect("nothing panics while it holds this").retain(|device, _| devices.contains(device));
    }

    fn with(&self, device: DeviceId) -> With {
        let mut turns = self.0.lock().expect("nothing panics while it holds this");
        let fresh = || With { free: Arc::new(Semaphore::new(1)), began_here: Arc::default() };
        turns.entry(device).or_insert_with(fresh).clone()
    }
}

impl With {
    async fn wait(self) -> Option<Turn> {
        let permit = timeout(WAITS, self.free.acquire_owned()).await.ok()?.ok()?;
        Some(Turn { _permit: permit, began_here: self.began_here })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: DeviceId = DeviceId([1; 32]);
    const LARGE: DeviceId = DeviceId([2; 32]);

    #[tokio::test(start_paused = true)]
    async fn with_one_device_there_is_one_meeting_at_a_time() {
        let turns = Turns::default();
        let turn = turns.begin(LARGE).await.unwrap();
        assert_eq!(turns.begin(LARGE).await.unwrap_err(), Error::Meeting);
        assert!(turns.answer(SMALL, LARGE).await.is_none() && turns.idle(LARGE).is_none());
        assert!(turns.begin(SMALL).await.is_ok(), "with another there may be one");
        drop(turn);
        assert!(turns.begin(LARGE).await.is_ok() && turns.idle(LARGE).is_some());
    }

    #[tokio::test(start_paused = true)]
    async fn where_both_begin_at_once_the_call_of_the_smaller_key_is_answered() {
        let (small, large) = (Turns::default(), Turns::default());
        let (_ours, theirs) = (small.begin(LARGE).await.unwrap(), large.begin(SMALL).await.unwrap());
        let began = tokio::time::Instant::now();
        assert!(small.answer(SMALL, LARGE).await.is_none(), "the smaller goes on with its own");
        assert_eq!(began.elapsed(), Duration::ZERO, "and says so at once");
        let refused = async {
            tokio::time::sleep(Duration::from_millis(5)).await;
            drop(theirs);
        };
        let (answered, ()) = tokio::join!(large.answer(LARGE, SMALL), refused);
        assert!(answered.is_some(), "the larger answers once its own was refused");
    }

    #[tokio::test(start_paused = true)]
    async fn the_next_one_waits_for_one_that_is_about_to_end() {
        for (me, other) in [(SMALL, LARGE), (LARGE, SMALL)] {
            let turns = Turns::default();
            let answered = turns.answer(me, other).await.unwrap();
            let ends = async {
                tokio::time::sleep(Duration::from_millis(5)).await;
                drop(answered);
            };
            let (next, ()) = tokio::join!(turns.answer(me, other), ends);
            assert!(next.is_some());
        }
    }

    #[tokio::test(start_paused = true)]
    async fn nothing_waits_for_ever_for_one_that_goes_on() {
        let turns = Turns::default();
        let _ours = turns.begin(SMALL).await.unwrap();
        assert!(turns.answer(LARGE, SMALL).await.is_none());
    }

    #[test]
    fn whoever_is_forgotten_takes_no_room() {
        let turns = Turns::default();
        drop(turns.idle(SMALL));
        drop(turns.idle(LARGE));
        turns.only(&[LARGE].into());
        assert_eq!(turns.0.lock().unwrap().len(), 1);
    }
}
