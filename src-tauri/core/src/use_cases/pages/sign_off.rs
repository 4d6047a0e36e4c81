//! Signing off: each says yes to exactly her part of a page before it is given out. Nothing of it is kept.

use super::papers::Piece;
use crate::Result;
use crate::domain::ids::PersonId;
use crate::domain::person::Owner;
use crate::use_cases::family::{Family, Now};
use crate::vault::Passphrase;
use crate::views::{Choice, Paper, PieceView, Signer};
use std::collections::BTreeMap;

/// What each has signed, in memory only: a digest of her part, which another part does not have.
pub(in crate::use_cases) type SignedParts = BTreeMap<PersonId, blake3::Hash>;

impl Family {
    /// Signs off one person's part of what was chosen, while both are here with her passphrase (CARE.md, Always 4). It lapses
    /// when her part changes, and when anybody locks.
    pub fn sign_page(
        &mut self,
        choice: &Choice,
        person: PersonId,
        passphrase: Option<&Passphrase>,
        now: Now,
    ) -> Result<Vec<Signer>> {
        self.signed(Owner::One(person), passphrase)?;
        let chosen = self.chosen(choice, now)?;
        self.signed_parts.insert(person, digest(&choice.paper, &chosen, person));
        Ok(self.signers_of(choice, &chosen))
    }

    /// Lists whose pieces were chosen, and who has signed off hers.
    pub fn signers(&self, choice: &Choice, now: Now) -> Result<Vec<Signer>> {
        Ok(self.signers_of(choice, &self.chosen(choice, now)?))
    }

    pub(super) fn signers_of(&self, choice: &Choice, chosen: &[Piece]) -> Vec<Signer> {
        let people = self.card.people.iter().map(|one| one.id);
        let signers = people.filter_map(|person| {
            let pieces = chosen.iter().filter(|piece| piece.row.owner.lets(person)).count() as u32;
            let is_alone = self.alone() == Ok(person);
            let has_signed = || self.signed_parts.get(&person) == Some(&digest(&choice.paper, chosen, person));
            (pieces > 0).then(|| Signer { person, pieces, has_signed: is_alone || has_signed() })
        });
        signers.collect()
    }
}

/// Digests one person's part: on which paper, of which days, which pieces, and every word and picture in them.
fn digest(paper: &Paper, chosen: &[Piece], person: PersonId) -> blake3::Hash {
    let mut part = blake3::Hasher::new();
    let hers = chosen.iter().filter(|piece| piece.row.owner.lets(person));
    let hers: Vec<_> = hers.map(|piece| (piece.row.id, &piece.view)).collect();
    part.update(&serde_json::to_vec(&(paper, &hers)).expect("pieces are JSON"));
    for (_, view) in hers {
        if let PieceView::Photo(photo) = view {
            part.update(&photo.jpeg);
        }
    }
    part.finalize()
}
