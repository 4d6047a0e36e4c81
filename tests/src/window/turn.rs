//! One story at a time in the window: they share a screen, and the keyboard belongs to one window.

use std::sync::{Condvar, Mutex, PoisonError};
use std::thread::{self, ThreadId};

static WHOSE: Mutex<Option<(ThreadId, usize)>> = Mutex::new(None);
static GIVEN_BACK: Condvar = Condvar::new();

/// The right to have windows open. A story that has it may open several.
pub(super) struct Turn {
    // Given back on the thread that took it.
    _stays_here: std::marker::PhantomData<*const ()>,
}

impl Turn {
    /// Waits until no other story has it.
    pub(super) fn take() -> Self {
        let me = thread::current().id();
        let whose = WHOSE.lock().unwrap_or_else(PoisonError::into_inner);
        let mut whose = GIVEN_BACK
            .wait_while(whose, |whose| whose.is_some_and(|(other, _)| other != me))
            .unwrap_or_else(PoisonError::into_inner);
        let windows = whose.map_or(0, |(_, windows)| windows);
        *whose = Some((me, windows + 1));
        Self { _stays_here: std::marker::PhantomData }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut whose = WHOSE.lock().unwrap_or_else(PoisonError::into_inner);
        *whose = whose.and_then(|(me, windows)| (windows > 1).then_some((me, windows - 1)));
        GIVEN_BACK.notify_all();
    }
}
