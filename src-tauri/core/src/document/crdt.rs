//! The CRDT of one document: whole, or put by as few bytes until somebody needs it again.

use automerge::{ActorId, Automerge, ChangeHash};
use std::cell::OnceCell;
use std::ops::{Deref, DerefMut};

/// What a document merges with; it is made whole by whoever reads or writes in it.
pub(super) struct Crdt {
    whole: OnceCell<Automerge>,
    actor: ActorId,
    /// All of it as it was put by, and its heads then; empty when something was written since.
    saved: Vec<u8>,
    heads: Vec<ChangeHash>,
}

impl Crdt {
    /// Saves it in few bytes and gives its memory back.
    pub(super) fn put_by(&mut self) {
        if let Some(whole) = self.whole.take()
            && self.saved.is_empty()
        {
            self.saved = whole.save();
            self.saved.shrink_to_fit();
            self.heads = whole.get_heads();
        }
    }

    /// Names its state, whole or put by.
    pub(super) fn heads(&self) -> Vec<ChangeHash> {
        if self.saved.is_empty() { self.get_heads() } else { self.heads.clone() }
    }
}

impl From<Automerge> for Crdt {
    fn from(whole: Automerge) -> Self {
        let actor = whole.get_actor().clone();
        Self { whole: OnceCell::from(whole), actor, saved: Vec::new(), heads: Vec::new() }
    }
}

impl Deref for Crdt {
    type Target = Automerge;

    fn deref(&self) -> &Automerge {
        self.whole.get_or_init(|| {
            let whole = Automerge::load(&self.saved).expect("what was saved in this process loads in it");
            whole.with_actor(self.actor.clone())
        })
    }
}

impl DerefMut for Crdt {
    fn deref_mut(&mut self) -> &mut Automerge {
        let _ = Deref::deref(&*self);
        self.saved = Vec::new();
        self.whole.get_mut().expect("it was made whole above")
    }
}
