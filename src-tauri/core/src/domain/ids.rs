//! One type an id, so that a ritual can never be asked for by a goal's.

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, specta::Type)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Draws a fresh id from the randomness passed in (UUIDv4, RFC 9562: says nothing of when).
            pub fn draw(rng: &mut dyn CryptoRng) -> Self {
                let mut bytes = [0; 16];
                rng.fill_bytes(&mut bytes);
                Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
            }

            /// Returns its sixteen bytes.
            pub fn bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(out)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )*};
}

ids! {
    /// Names a family on this computer.
    FamilyId
    /// Names a human being.
    PersonId
    /// Names a set of documents under one key.
    SpaceId
    /// Names a milestone.
    MilestoneId
    /// Names a ritual.
    RitualId
    /// Names a goal.
    GoalId
    /// Names a check-in.
    CheckInId
    /// Names a letter.
    LetterId
    /// Names a celebration.
    CelebrationId
    /// Names a keepsake.
    KeepsakeId
    /// Names one of her own people.
    ContactId
    /// Names a way that helps.
    WayId
    /// Names one of her reasons.
    ReasonId
    /// Names a line of her plan.
    PlanLineId
    /// Names anything that carries words: the noun's own id, with the noun forgotten.
    ItemId
}

macro_rules! carry_words {
    ($($name:ident)*) => {$(
        impl From<$name> for ItemId {
            fn from(id: $name) -> Self {
                Self(id.0)
            }
        }
    )*};
}

carry_words! { MilestoneId RitualId GoalId CheckInId LetterId CelebrationId KeepsakeId ContactId WayId ReasonId PlanLineId }

impl ItemId {
    /// Reads it from its sixteen bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(Uuid::from_bytes(bytes))
    }

    /// Names one occurrence of a ritual: two devices that keep the same evening apart name it alike.
    pub fn of_occurrence(ritual: RitualId, day: chrono::NaiveDate) -> Self {
        let name = format!("twinflower occurrence {ritual} {day}");
        let hash = blake3::hash(name.as_bytes());
        let bytes = *hash.as_bytes().first_chunk().expect("a hash has thirty-two bytes");
        Self(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }
}
