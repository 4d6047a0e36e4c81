//! The two small files the door reads: the card anyone may see, and the slots that only words open.

use super::family::Family;
use crate::domain::ids::{FamilyId, PersonId, SpaceId};
use crate::domain::person::{Colour, Owner};
use crate::store::files;
use crate::vault::{PublicKey, Slot, Wrapped};
use crate::views::{ContactRow, DoorView, ReadableWords};
use crate::{Error, Result};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The most bytes either file may have.
pub const MOST_IN_A_FILE: u64 = 1 << 20;

/// One of the two small files. A later version of it is not read by an earlier program.
pub(super) trait DoorFile: Serialize + DeserializeOwned {
    /// The version that is written.
    const VERSION: u32;
}

impl DoorFile for DoorCard {
    /// Since the third it carries her words beside her people.
    const VERSION: u32 = 3;
}

impl DoorFile for Slots {
    const VERSION: u32 = 2;
}

/// What the door shows before anyone is in: the one thing on the disk that is not sealed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DoorCard {
    /// The family's id.
    pub family: FamilyId,
    /// The people, in the order in which they came.
    pub people: Vec<CardPerson>,
    /// The language that was chosen, as a BCP 47 tag.
    pub language: Option<String>,
    /// The region that was chosen for help lines.
    pub region: Option<String>,
    /// The theme that was chosen.
    pub theme: Option<String>,
    /// What each ticked as readable while locked.
    #[serde(default)]
    pub readable: Vec<ContactRow>,
    /// Of the words she keeps for the next hour, those that each ticked as readable while locked.
    #[serde(default)]
    pub readable_words: Vec<ReadableWords>,
    /// Whose words came back with a copy of *ours*, but who has no way in here: not shown at the door.
    #[serde(default)]
    pub remembered: Vec<CardPerson>,
    /// How often the card was written: an older copy of it was written less often.
    #[serde(default)]
    pub(super) written: u64,
}

/// A person as the door shows her.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CardPerson {
    /// Her id.
    pub id: PersonId,
    /// Her name as she writes it.
    pub name: String,
    /// Her colour.
    pub colour: Colour,
}

/// Who can open what: sealed person keys, and space keys wrapped for people.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub(super) struct Slots {
    pub(super) people: BTreeMap<PersonId, PersonSlots>,
    pub(super) spaces: BTreeMap<SpaceId, SpaceWraps>,
    /// Slots of people who began again: kept, because what they open is kept.
    #[serde(default)]
    pub(super) left_behind: Vec<PersonSlots>,
    /// Whose own space was in a store that had to be set aside: it comes back from a copy when she next comes in.
    #[serde(default)]
    pub(super) waiting: BTreeSet<PersonId>,
    /// How often the slots were written: an older copy of them was written less often.
    #[serde(default)]
    pub(super) written: u64,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct PersonSlots {
    pub(super) public: PublicKey,
    pub(super) passphrase: Slot,
    pub(super) spare_words: Option<Slot>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct SpaceWraps {
    pub(super) owner: Owner,
    /// A space that was left behind closed: its owner began again without passphrase and spare words. It is kept.
    #[serde(default)]
    pub(super) left_behind: bool,
    pub(super) wraps: BTreeMap<PersonId, Wrapped>,
}

impl DoorCard {
    pub(super) fn new(family: FamilyId) -> Self {
        let (language, region, theme) = (None, None, None);
        let (people, readable, readable_words, remembered) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { family, people, language, region, theme, readable, readable_words, remembered, written: 0 }
    }

    pub(super) fn read(folder: &Path) -> Result<Option<Self>> {
        read(&folder.join("door.json"))
    }

    #[cfg(feature = "faults")]
    pub(super) fn parse(bytes: &[u8]) -> Result<Self> {
        Ok(Summed::parse(bytes)?.value)
    }

    pub(super) fn write(&self, folder: &Path) -> Result<()> {
        write(&folder.join("door.json"), self)
    }
}

impl Slots {
    pub(super) fn read(folder: &Path) -> Result<Self> {
        Ok(read(&folder.join("slots.json"))?.unwrap_or_default())
    }

    #[cfg(feature = "faults")]
    pub(super) fn parse(bytes: &[u8]) -> Result<Self> {
        Ok(Summed::parse(bytes)?.value)
    }

    pub(super) fn write(&self, folder: &Path) -> Result<()> {
        write(&folder.join("slots.json"), self)
    }

    /// Finds the space that is owned so.
    pub(super) fn space_of(&self, owner: Owner) -> Option<(SpaceId, &SpaceWraps)> {
        self.spaces.iter().find(|(_, space)| space.owner == owner && !space.left_behind).map(|(id, space)| (*id, space))
    }
}

impl Family {
    /// Chooses the language; it is never guessed.
    pub fn set_language(&mut self, language: &str) -> Result<DoorView> {
        let language = tag(language)?;
        self.rewrite_card(|card| card.language = Some(language))
    }

    /// Chooses the region whose help lines are shown; it is never guessed.
    pub fn set_region(&mut self, region: &str) -> Result<DoorView> {
        let region = tag(region)?;
        self.rewrite_card(|card| card.region = Some(region))
    }

    /// Chooses the theme.
    pub fn set_theme(&mut self, theme: &str) -> Result<DoorView> {
        let theme = tag(theme)?;
        self.rewrite_card(|card| card.theme = Some(theme))
    }

    /// Replaces the door card on the disk, then in memory.
    pub(super) fn rewrite_card(&mut self, change: impl FnOnce(&mut DoorCard)) -> Result<DoorView> {
        let mut card = self.card.clone();
        change(&mut card);
        card.written += 1;
        files::make_folder(&self.folder)?;
        card.write(&self.folder)?;
        self.card = card;
        self.keep_mark();
        Ok(self.door())
    }
}

/// Takes a short name from a list of the window's: letters, digits and hyphens.
fn tag(text: &str) -> Result<String> {
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if text.is_empty() || text.len() > 35 || !plain { Err(Error::Blank) } else { Ok(text.to_owned()) }
}

#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

/// What a small file says before its own fields.
#[derive(Serialize, Deserialize)]
struct Summed<T> {
    version: u32,
    /// The checksum of the same text with an empty one: one flipped bit must not pass as an older or an emptier door.
    #[serde(default)]
    sum: String,
    #[serde(flatten)]
    value: T,
}

impl<T: DoorFile> Summed<T> {
    fn of(value: T) -> Self {
        let mut summed = Self { version: T::VERSION, sum: String::new(), value };
        summed.sum = sum_of(&summed.text());
        summed
    }

    fn text(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).expect("cards and slots have only text keys")
    }

    fn read(path: &Path) -> Result<Option<Self>> {
        files::read(path, MOST_IN_A_FILE)?.map(|bytes| Self::parse(&bytes)).transpose()
    }

    fn parse(bytes: &[u8]) -> Result<Self> {
        let damaged = |error: serde_json::Error| match error.classify() {
            Category::Eof if bytes.is_empty() => Error::DamagedSlot("an empty file"),
            Category::Eof => Error::DamagedSlot("cut off"),
            Category::Data => Error::DamagedSlot("what is said in it"),
            Category::Syntax | Category::Io => Error::DamagedSlot("its form"),
        };
        // The version first: a later one may have fields of which this one knows nothing.
        let Versioned { version } = serde_json::from_slice(bytes).map_err(damaged)?;
        if version > T::VERSION {
            return Err(Error::LaterVersion);
        }
        let read: Self = serde_json::from_slice(bytes).map_err(damaged)?;
        match version {
            0 => Err(Error::DamagedSlot("a version that never was")),
            // The first version had no checksum; one bit makes it of the third, which has.
            1 if read.sum.is_empty() => Ok(read),
            _ if sum_of(&without(&read.sum, bytes)) == read.sum => Ok(read),
            _ => Err(Error::DamagedSlot("its checksum")),
        }
    }

    /// Reads a file, or its twin where the file is damaged or gone.
    fn of_either(path: &Path) -> Result<Option<Self>> {
        match Self::read(path) {
            Ok(Some(one)) => Ok(Some(one)),
            Err(Error::LaterVersion) => Err(Error::LaterVersion),
            one => match Self::read(&twin(path)) {
                Ok(None) => one,
                other => other,
            },
        }
    }
}

fn sum_of(text: &[u8]) -> String {
    blake3::hash(text).to_hex()[..32].to_owned()
}

/// The text as it was before its checksum was put in: what an earlier version wrote has other fields, so it is not written anew.
fn without(sum: &str, text: &[u8]) -> Vec<u8> {
    let named = format!("\"sum\": \"{sum}\"");
    let at = text.windows(named.len()).position(|part| part == named.as_bytes());
    at.map_or_else(Vec::new, |at| [&text[..at], b"\"sum\": \"\"", &text[at + named.len()..]].concat())
}

/// Every door file is there twice: without it nobody comes in, and a disk may lose a part of one.
fn twin(path: &Path) -> PathBuf {
    path.with_extension("twin.json")
}

fn read<T: DoorFile>(path: &Path) -> Result<Option<T>> {
    Ok(Summed::of_either(path)?.map(|summed| summed.value))
}

/// The twin first: where it cannot be written, the file is as it was, and so is what opens.
fn write<T: DoorFile + Clone>(path: &Path, value: &T) -> Result<()> {
    files::replace_both(&twin(path), path, &Summed::of(value.clone()).text())
}
