//! One family's home for a story: a folder of its own, fixed randomness, a clock that the story moves.

use chrono::{Days, NaiveDate};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use std::path::Path;
use std::time::Instant;
use tempfile::TempDir;
use twinflower_core::Family;
use twinflower_core::domain::ids::PersonId;
use twinflower_core::domain::person::Colour;
use twinflower_core::use_cases::{Now, PersonWords};
use twinflower_core::vault::{Hardness, Passphrase};

/// What Ana types to come in.
pub const ANAS_PASSPHRASE: &str = "river lamp seven quiet stone";

/// What Ana types after she changed it.
pub const ANAS_OTHER_PASSPHRASE: &str = "seven geese over slow water";

/// What Mira types to come in.
pub const MIRAS_PASSPHRASE: &str = "heron window slow copper tea";

/// What Mira types after she changed it.
pub const MIRAS_OTHER_PASSPHRASE: &str = "late plums behind the blue gate";

/// A home: what a story does, it does here.
pub struct Home {
    /// The family on this computer.
    pub family: Family,
    /// The day of the story.
    pub now: Now,
    folder: TempDir,
    settings: TempDir,
    starts: u64,
    hardness: fn() -> Hardness,
}

impl Home {
    /// Opens an empty home on Sunday, 22 November 2026.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("the tests have a temporary folder");
        let settings = tempfile::tempdir().expect("the tests have a temporary folder");
        let hardness = || Hardness::FLOOR;
        let family = family_at(folder.path(), settings.path(), 0, hardness);
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("it is in the calendar");
        Self { family, now: Now { today }, folder, settings, starts: 0, hardness }
    }

    /// Opens an empty home on another computer: nothing drawn there is like anything drawn here.
    pub fn elsewhere() -> Self {
        let mut home = Self::empty();
        home.starts = 1_000_000;
        home.family = family_at(home.folder.path(), home.settings.path(), home.starts, home.hardness);
        home
    }

    /// Opens the home that is in a folder, on a copy of it: nobody is in.
    pub fn in_a_copy_of(folder: &Path) -> Self {
        let mut home = Self::elsewhere();
        copy_folder(folder, home.folder.path());
        home.restart();
        home
    }

    /// Opens a home that Ana has made her way into; she is in.
    pub fn with_ana() -> (Self, PersonId) {
        let mut home = Self::empty();
        let ana = home.make_way_in("Ana 🌷", Colour::Rose, ANAS_PASSPHRASE);
        (home, ana)
    }

    /// Opens a home of Ana and Mira, both let into *ours*; nobody is in.
    pub fn with_both() -> (Self, PersonId, PersonId) {
        let (mut home, ana) = Self::with_ana();
        let mira = home.make_way_in("Mira מירה", Colour::Honey, MIRAS_PASSPHRASE);
        home.come_in(ana);
        home.family.say_yes(mira, &Passphrase::typed(ANAS_PASSPHRASE)).expect("Ana may say yes");
        home.family.lock_all();
        (home, ana, mira)
    }

    /// Lets a person make her way in, spare words and all.
    pub fn make_way_in(&mut self, name: &str, colour: Colour, passphrase: &str) -> PersonId {
        let person = PersonWords { name: name.to_owned(), colour };
        let words = self.family.begin(&person, &Passphrase::typed(passphrase)).expect("she may come");
        let here = self.family.try_spare_words(&words.join(" ")).expect("she copied them");
        here.here[0].id
    }

    /// Lets Ana or Mira in with her own passphrase. In no story but those about it is anything older than it was.
    pub fn come_in(&mut self, person: PersonId) {
        let name = self.name_of(person);
        let passphrase = Passphrase::typed(if name.starts_with("Ana") { ANAS_PASSPHRASE } else { MIRAS_PASSPHRASE });
        let here = self.family.come_in(person, &passphrase).expect("it is her passphrase");
        assert!(!here.put_back, "nothing was put back");
    }

    /// Locks everything, and lets one person in alone.
    pub fn alone(&mut self, person: PersonId) {
        self.family.lock_all();
        self.come_in(person);
    }

    /// Locks everything, and lets both in.
    pub fn together(&mut self, one: PersonId, other: PersonId) {
        self.alone(one);
        self.come_in(other);
    }

    /// Ends the process and starts it again, nobody in: what is seen after this was on the disk.
    pub fn restart(&mut self) {
        self.family.lock_all();
        self.starts += 1;
        self.family = family_at(self.folder.path(), self.settings.path(), self.starts, self.hardness);
    }

    /// Makes Ana's passphrase cost what a real one costs on this computer.
    pub fn harden(&mut self, ana: PersonId) {
        self.hardness = || {
            Hardness::calibrate(|work| {
                let began = Instant::now();
                work();
                began.elapsed().as_secs_f64()
            })
        };
        self.restart();
        self.come_in(ana);
        let words = Passphrase::typed(ANAS_PASSPHRASE);
        self.family.change_passphrase(ana, &words, &words).expect("it is hers");
        self.restart();
    }

    /// Takes back whatever can be taken back.
    pub fn undo_all(&mut self) {
        for _ in 0..20 {
            self.family.undo(None).expect("whoever is here may take her own act back");
        }
    }

    /// Lets days go by.
    pub fn days_go_by(&mut self, days: u64) {
        self.now.today = self.now.today + Days::new(days);
    }

    /// Returns the data folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Returns the settings folder.
    pub fn settings(&self) -> &Path {
        self.settings.path()
    }

    /// Returns every byte of every file in the data folder, to hunt in.
    pub fn every_byte(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("the data folder can be read") {
                let path = entry.expect("the data folder can be read").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    bytes.extend(std::fs::read(path).expect("a file of the data folder can be read"));
                }
            }
        }
        bytes
    }

    /// Returns what a person is called at the door.
    pub fn name_of(&self, person: PersonId) -> String {
        let door = self.family.door();
        door.people.into_iter().find(|view| view.id == person).map(|view| view.name).unwrap_or_default()
    }
}

/// Copies a folder and all that is in it.
pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the tests have a temporary folder");
    for entry in std::fs::read_dir(from).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        let into = to.join(path.file_name().expect("it was found in a folder"));
        if path.is_dir() {
            copy_folder(&path, &into);
        } else {
            std::fs::copy(&path, &into).expect("a file can be copied");
        }
    }
}

/// Opens a family with randomness that is the same in every run, and other at every start.
fn family_at(folder: &Path, settings: &Path, start: u64, hardness: fn() -> Hardness) -> Family {
    let rng = Box::new(ChaCha20Rng::seed_from_u64(start));
    Family::at(folder, rng, hardness).expect("the door can be read").marked_in(settings)
}

/// Tells whether a text stands anywhere in these bytes.
pub fn holds(bytes: &[u8], text: &str) -> bool {
    holds_bytes(bytes, text.as_bytes())
}

/// Tells whether some bytes stand anywhere in others.
pub fn holds_bytes(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
