//! One computer of a family that lives apart.

use chrono::{Days, NaiveDate};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use tempfile::TempDir;
use twinflower_core::domain::device::DeviceId;
use twinflower_core::domain::ids::PersonId;
use twinflower_core::domain::person::Owner;
use twinflower_core::outside::Changes;
use twinflower_core::vault::{Passphrase, PersonKey};
use twinflower_core::{Error, Family};

use crate::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE, copy_folder};
use crate::life::Life;
use crate::meet::{device, pair, secret_of};

/// The most computers of one family.
pub(super) const MOST_COMPUTERS: usize = 5;

/// Whose each computer is: of both, or of one.
const WHOSE: [&[usize]; MOST_COMPUTERS] = [&[0, 1], &[1], &[0], &[1], &[0]];

/// The day in the middle of all clocks.
const MIDDLE: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).expect("it is in the calendar");

/// A family's computers, paired with each other, before anything happened.
pub(super) struct Templates {
    pub(super) ana: PersonId,
    pub(super) mira: PersonId,
    keys: [Rc<PersonKey>; 2],
    folder: TempDir,
}

/// One computer, with whoever is in.
pub(super) struct Computer {
    pub(super) id: DeviceId,
    people: Vec<PersonId>,
    others: Vec<PersonId>,
    keys: Vec<(PersonId, Rc<PersonKey>)>,
    folder: PathBuf,
    life: Life,
    starts: u64,
    seed: u64,
    /// Which passphrases were good when the copy was kept.
    kept: Option<BTreeMap<PersonId, usize>>,
}

/// Makes a folder where writing costs little.
pub(super) fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    made.expect("the tests have a temporary folder")
}

impl Templates {
    pub(super) fn make() -> Self {
        let (mut desk, ana, mira) = Home::with_both();
        let people = [(ana, ANAS_PASSPHRASE), (mira, MIRAS_PASSPHRASE)];
        let stick = folder();
        let copies = people.map(|(person, _)| {
            desk.alone(person);
            let made = desk.family.copy_to(stick.path(), desk.now).expect("she is alone");
            stick.path().join(&made.files[0])
        });
        let keys = people.map(|(person, words)| {
            Rc::new(desk.family.key_of(person, &Passphrase::typed(words)).expect("it is her passphrase"))
        });
        let mut homes = vec![desk];
        for whose in &WHOSE[1..] {
            let mut home = Home::elsewhere();
            let words = Passphrase::typed(people[whose[0]].1);
            home.family.restore_bundle(&copies[whose[0]], &words).expect("it is her copy");
            homes.push(home);
        }
        for at in 0..homes.len() {
            for other in at + 1..homes.len() {
                let [one, two] = homes.get_disjoint_mut([at, other]).expect("they are two");
                pair((&mut one.family, id(at)), (&mut two.family, id(other))).expect("somebody is in on both");
            }
        }
        for (who, (person, words)) in people.into_iter().enumerate() {
            let hers: Vec<usize> = (0..MOST_COMPUTERS).filter(|at| WHOSE[*at].contains(&who)).collect();
            for at in &hers {
                homes[*at].alone(person);
                for other in hers.iter().filter(|other| *other != at) {
                    homes[*at].family.let_mine_go_to(id(*other), &Passphrase::typed(words)).expect("it is hers");
                }
            }
        }
        let folder = folder();
        for (at, home) in homes.iter_mut().enumerate() {
            home.family.lock_all();
            let computer = folder.path().join(at.to_string());
            std::fs::create_dir(&computer).expect("the tests have a temporary folder");
            Life::move_in(home, &computer);
        }
        Self { ana, mira, keys, folder }
    }
}

impl Computer {
    pub(super) fn begin(templates: &Templates, at: usize, folder: &Path, seed: u64) -> Self {
        let folder = folder.join(at.to_string());
        copy_folder(&templates.folder.path().join(at.to_string()), &folder);
        let both = [templates.ana, templates.mira];
        let people: Vec<PersonId> = WHOSE[at].iter().map(|who| both[*who]).collect();
        let others = both.into_iter().filter(|person| !people.contains(person)).collect();
        let keys = WHOSE[at].iter().map(|who| (both[*who], templates.keys[*who].clone())).collect();
        let seed = seed.wrapping_mul(31).wrapping_add(at as u64);
        let life = Life::at(&folder, seed, 0).expect("the door opens");
        let mut computer = Self { id: id(at), people, others, keys, folder, life, starts: 0, seed, kept: None };
        let opens = computer.people.iter().map(|person| (*person, 0)).collect();
        computer.come_in(at % 3, opens);
        computer
    }

    /// Lends what a meeting needs of it.
    pub(super) fn side(&mut self) -> (&mut Family, DeviceId) {
        (&mut self.life.family, self.id)
    }

    /// Does the act with this number. It may be refused; nothing may be damaged.
    pub(super) fn act(&mut self, number: u64) {
        if let Err(error @ (Error::DamagedStore(_) | Error::DamagedSlot(_) | Error::LaterVersion)) =
            self.life.act(number)
        {
            panic!("{error}");
        }
    }

    /// Ends the process and starts it on another day, with others in.
    pub(super) fn restart(&mut self, session: usize, clock: Days) {
        let opens = self.life.opens();
        self.start(session, opens);
        self.life.now.today = MIDDLE - Days::new(3_650) + clock;
    }

    pub(super) fn keep_a_copy(&mut self) {
        let kept = self.folder.with_extension("kept");
        // What was kept before is replaced as a whole.
        let _ = std::fs::remove_dir_all(&kept);
        copy_folder(&self.folder, &kept);
        self.kept = Some(self.life.opens());
    }

    /// Puts the whole folder back to the copy, if there is one.
    pub(super) fn put_back_the_copy(&mut self) -> bool {
        let Some(opens) = self.kept.clone() else { return false };
        self.life.family.lock_all();
        std::fs::remove_dir_all(&self.folder).expect("it was made here");
        copy_folder(&self.folder.with_extension("kept"), &self.folder);
        self.start(0, opens);
        true
    }

    pub(super) fn forget(&mut self, other: usize) {
        // It may have been forgotten before.
        let _ = self.life.family.forget_device(id(other));
    }

    /// Adds a computer again, and lets the own space of each whose both computers are go there as before.
    pub(super) fn pair_again(&mut self, other: usize) {
        let before = self.here();
        self.life.family.pair(self.id, id(other), &secret_of(self.id, id(other)), "again").expect("somebody is in");
        for (at, who) in WHOSE[usize::from(self.id.bytes()[0]) - 1].iter().enumerate() {
            if WHOSE[other].contains(who) {
                self.start(at, self.life.opens());
                let words = self.life.signature(Owner::One(self.people[at])).expect("she is in");
                self.life.family.let_mine_go_to(id(other), &words).expect("it is hers");
            }
        }
        let session =
            if before.len() == 2 { 2 } else { self.people.iter().position(|one| before == [*one]).unwrap_or(2) };
        self.start(session, self.life.opens());
    }

    pub(super) fn alone_if_hers(&mut self, person: PersonId) {
        if let Some(session) = self.people.iter().position(|hers| *hers == person) {
            let opens = self.life.opens();
            self.start(session, opens);
        }
    }

    pub(super) fn here(&self) -> Vec<PersonId> {
        self.life.here()
    }

    pub(super) fn is_here_alone(&self) -> Option<PersonId> {
        <[PersonId; 1]>::try_from(self.here()).ok().map(|[person]| person)
    }

    pub(super) fn changes(&self) -> BTreeMap<Option<PersonId>, Changes> {
        self.life.family.every_change().expect("somebody is in")
    }

    pub(super) fn missing(&self) -> BTreeSet<[u8; 32]> {
        self.life.family.missing_words().expect("somebody is in")
    }

    pub(super) fn words(&self) -> BTreeSet<[u8; 32]> {
        self.life.family.words_there().expect("somebody is in")
    }

    /// What is seen here, on the day in the middle of all clocks.
    pub(super) fn sees(&mut self) -> String {
        let today = std::mem::replace(&mut self.life.now.today, MIDDLE);
        let seen = self.life.sees_kept().unwrap_or_else(|error| panic!("{error}"));
        self.life.now.today = today;
        // Who stands first at the door is each computer's own, and with it the order of what the two said.
        seen.lines().map(in_order).collect::<Vec<_>>().join("\n")
    }

    pub(super) fn check_nothing_private(&self) {
        for other in &self.others {
            let holds = self.life.family.holds_anything_of(*other).expect("somebody is in");
            assert!(!holds, "something of hers is where it may not be");
        }
    }

    fn start(&mut self, session: usize, opens: BTreeMap<PersonId, usize>) {
        self.life.family.lock_all();
        self.starts += 1;
        let today = self.life.now.today;
        self.life = Life::at(&self.folder, self.seed, self.starts).expect("the door opens");
        self.life.now.today = today;
        self.come_in(session, opens);
    }

    /// Lets in one, the other, or both: whoever may come in here.
    fn come_in(&mut self, session: usize, opens: BTreeMap<PersonId, usize>) {
        let keys: Vec<(PersonId, &PersonKey)> = self.keys.iter().map(|(person, key)| (*person, &**key)).collect();
        let who = if session < keys.len() { &keys[session..=session] } else { &keys[..] };
        self.life.come_in_with(who, &opens).expect("her key opens it");
    }
}

fn id(at: usize) -> DeviceId {
    device(at as u8 + 1)
}

/// Puts every list of a view in an order that does not depend on whose computer it is.
fn in_order(view: &str) -> String {
    fn sorted(value: Value) -> Value {
        match value {
            Value::Array(list) => {
                let mut list: Vec<Value> = list.into_iter().map(sorted).collect();
                list.sort_by_cached_key(Value::to_string);
                Value::Array(list)
            }
            Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, sorted(value))).collect(),
            other => other,
        }
    }
    serde_json::from_str::<Value>(view).map_or(view.to_owned(), |value| sorted(value).to_string())
}
