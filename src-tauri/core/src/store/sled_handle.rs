//! sled's handle, let go of quietly: on a disk that fails, sled unwraps an fsync when it is dropped.

use std::ops::Deref;
use std::panic::{AssertUnwindSafe, catch_unwind};

pub(super) struct Handle(Option<sled::Db>);

impl Handle {
    pub(super) fn of(db: sled::Db) -> Self {
        Self(Some(db))
    }
}

impl Deref for Handle {
    type Target = sled::Db;

    fn deref(&self) -> &sled::Db {
        self.0.as_ref().expect("it is taken only when it is dropped")
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        let db = self.0.take();
        // What was acknowledged had its own fsync; nothing that matters is left to this one.
        let _ = catch_unwind(AssertUnwindSafe(|| drop(db)));
    }
}
