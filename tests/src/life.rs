//! A family that lives through one random act after another: the same seed and the same number give the same act.

use chrono::NaiveDate;
use rand_chacha::ChaCha20Rng;
use rand_core::{Infallible, Rng, SeedableRng, TryCryptoRng, TryRng};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use twinflower_core::domain::ids::PersonId;
use twinflower_core::domain::person::Owner;
use twinflower_core::use_cases::Now;
use twinflower_core::vault::{Hardness, Passphrase, PersonKey};
use twinflower_core::views::LettersView;
use twinflower_core::{Error, Family, Result};

use crate::acts;
use crate::home::{
    ANAS_OTHER_PASSPHRASE, ANAS_PASSPHRASE, Home, MIRAS_OTHER_PASSPHRASE, MIRAS_PASSPHRASE, copy_folder,
};

/// Who comes in at a start: the first person alone, the second alone, or both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Session {
    /// The first person of the door card.
    First,
    /// The second.
    Second,
    /// Both, together.
    Both,
}

impl Session {
    /// Takes turns from start to start.
    pub fn of_start(start: u64) -> Self {
        [Self::First, Self::Second, Self::First, Self::Both][(start % 4) as usize]
    }
}

/// One start of the app on a data folder, with people who never rest.
pub struct Life {
    /// The family on this computer.
    pub family: Family,
    /// The day on which everything happens.
    pub now: Now,
    /// The computer's folder.
    pub(crate) computer: PathBuf,
    /// Spare words that are on the screen.
    pub(crate) shown: String,
    opens: BTreeMap<PersonId, usize>,
    chance: Chance,
    seed: u64,
}

impl Life {
    /// Moves a family that was begun into a computer's folder: `family` and `settings` lie there side by side.
    pub fn move_in(home: &Home, computer: &Path) {
        copy_folder(home.folder(), &computer.join("family"));
        copy_folder(home.settings(), &computer.join("settings"));
    }

    /// Opens the door on a computer; nobody is in.
    pub fn at(computer: &Path, seed: u64, start: u64) -> Result<Self> {
        let chance = Chance::of(seed, start.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let family = Family::at(&computer.join("family"), Box::new(chance.clone()), || Hardness::FLOOR)?;
        let family = family.marked_in(&computer.join("settings"));
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("it is in the calendar");
        let (computer, shown) = (computer.to_owned(), String::new());
        Ok(Self { family, now: Now { today }, computer, shown, opens: BTreeMap::new(), chance, seed })
    }

    /// Lets in who comes at this start. Each has two passphrases and may have changed from one to the other.
    pub fn come_in(&mut self, session: Session) -> Result<()> {
        let people: Vec<PersonId> = self.family.door().people.iter().map(|person| person.id).collect();
        match session {
            Session::First => self.let_in(people[0]),
            Session::Second => self.let_in(people[1]),
            Session::Both => people.into_iter().try_for_each(|person| self.let_in(person)),
        }
    }

    /// Lives through the act with this number. An act that cannot be done here and now is refused, and changes nothing.
    pub fn act(&mut self, number: u64) -> Result<()> {
        self.begin(number);
        let mut choices = ChaCha20Rng::seed_from_u64(self.seed ^ number.rotate_left(32));
        acts::act(self, &mut choices)
    }

    /// Lets chance begin as it does at the act with this number.
    pub(crate) fn begin(&mut self, number: u64) {
        self.chance.begin(self.seed, number);
    }

    /// Returns everything that those who are here can see, as JSON.
    pub fn sees(&self) -> Result<String> {
        Ok(format!("{}\n{}", self.sees_inside()?, text(&self.family.door())))
    }

    /// The same but for the door, which may show less than it could until she next comes in.
    pub(crate) fn sees_inside(&self) -> Result<String> {
        let mut seen = vec![self.sees_kept()?];
        if self.family.me().is_ok() {
            seen.push(text(&self.family.drafts()?));
            seen.push(text(&self.family.devices()?));
            seen.push(text(&self.family.apart()?.words));
        }
        seen.push(text(&self.opens));
        Ok(seen.join("\n"))
    }

    /// The same but for what stays on this computer: what another computer of hers shows too.
    pub(crate) fn sees_kept(&self) -> Result<String> {
        let (family, now) = (&self.family, self.now);
        let mut seen = vec![text(&family.milestones("", now)?), text(&family.rituals(now)?), text(&family.goals("")?)];
        seen.extend([text(&family.shelf()?), text(&family.shared()?), text(&family.apart()?.wordings)]);
        for row in family.celebrations(now)?.rows {
            seen.push(text(&family.waiting_celebration(row.id, now)?));
            seen.push(text(&family.letters_for(row.id)?));
        }
        for row in family.shelf()?.rows.iter().filter(|row| row.has_photo) {
            seen.push(family.keepsake_photo(row.id)?);
        }
        for row in family.rituals(now)?.rows {
            let lane = family.memory_lane(row.id, None)?;
            for day in &lane.rows {
                for whose in &day.photos {
                    seen.push(family.occurrence_photo(row.id, day.day, *whose)?);
                }
            }
            seen.push(text(&lane));
        }
        for row in family.goals("")?.rows {
            seen.extend([text(&family.goal_words(row.id)?), text(&family.goal_check_ins(row.id, now.today)?)]);
        }
        if family.me().is_ok() {
            seen.extend([text(&family.me()?), text(&family.letters(now)?), text(&family.contacts()?)]);
            seen.push(text(&family.next_hour()?));
            for row in family.next_hour()?.reasons.into_iter().filter(|row| row.has_photo) {
                seen.push(family.reason_photo(row.id)?);
            }
            seen.extend(self.whole_letters()?);
        }
        Ok(seen.join("\n"))
    }

    /// Every letter that the one who is here alone can read; the lists show only how each begins.
    fn whole_letters(&self) -> Result<Vec<String>> {
        let LettersView { drafts, opened, .. } = self.family.letters(self.now)?;
        let ids = drafts.iter().map(|row| row.id).chain(opened.iter().map(|row| row.id));
        ids.map(|id| self.family.read_letter(id).map(|letter| text(&letter))).collect()
    }

    /// Returns who is here.
    pub(crate) fn here(&self) -> Vec<PersonId> {
        self.family.whos_here().here.into_iter().map(|person| person.id).collect()
    }

    /// Returns what the owner of a thing would type to sign an act.
    pub(crate) fn signature(&self, owner: Owner) -> Option<Passphrase> {
        let Owner::One(person) = owner else { return None };
        self.opens.get(&person).map(|which| self.passphrase(person, *which))
    }

    /// Changes the passphrase of somebody who is here to the other of her two.
    pub(crate) fn change_passphrase(&mut self, person: PersonId) -> Result<()> {
        let which = *self.opens.get(&person).ok_or(Error::Closed)?;
        let [old, fresh] = [which, 1 - which].map(|which| self.passphrase(person, which));
        self.family.change_passphrase(person, &old, &fresh)?;
        self.opens.insert(person, 1 - which);
        Ok(())
    }

    /// Lets in people whose keys were opened before; which of her two passphrases each has now is known.
    pub(crate) fn come_in_with(
        &mut self,
        keys: &[(PersonId, &PersonKey)],
        opens: &BTreeMap<PersonId, usize>,
    ) -> Result<()> {
        self.opens.clone_from(opens);
        keys.iter().try_for_each(|(person, key)| self.family.come_in_with(*person, key))
    }

    /// Tells which of her two passphrases each has now.
    pub(crate) fn opens(&self) -> BTreeMap<PersonId, usize> {
        self.opens.clone()
    }

    fn let_in(&mut self, person: PersonId) -> Result<()> {
        let mut which = 0;
        let mut came = self.family.come_in(person, &self.passphrase(person, which));
        if came == Err(Error::WrongWords) {
            which = 1;
            came = self.family.come_in(person, &self.passphrase(person, which));
        }
        self.opens.insert(person, which);
        came.map(drop)
    }

    fn passphrase(&self, person: PersonId, which: usize) -> Passphrase {
        let door = self.family.door();
        let is_ana = door.people.iter().any(|one| one.id == person && one.name.starts_with("Ana"));
        let both =
            if is_ana { [ANAS_PASSPHRASE, ANAS_OTHER_PASSPHRASE] } else { [MIRAS_PASSPHRASE, MIRAS_OTHER_PASSPHRASE] };
        Passphrase::typed(both[which])
    }
}

fn text(view: &impl Serialize) -> String {
    serde_json::to_string(view).expect("views are JSON")
}

/// Randomness that begins anew at each act, so that an act draws the same in two lives.
#[derive(Clone)]
struct Chance(Arc<Mutex<ChaCha20Rng>>);

impl Chance {
    fn of(seed: u64, number: u64) -> Self {
        Self(Arc::new(Mutex::new(Self::stream(seed, number))))
    }

    fn begin(&self, seed: u64, number: u64) {
        *self.drawn() = Self::stream(seed, number);
    }

    fn stream(seed: u64, number: u64) -> ChaCha20Rng {
        let mut stream = ChaCha20Rng::seed_from_u64(seed);
        stream.set_stream(number);
        stream
    }

    fn drawn(&self) -> MutexGuard<'_, ChaCha20Rng> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TryRng for Chance {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> std::result::Result<u32, Infallible> {
        Ok(self.drawn().next_u32())
    }

    fn try_next_u64(&mut self) -> std::result::Result<u64, Infallible> {
        Ok(self.drawn().next_u64())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> std::result::Result<(), Infallible> {
        self.drawn().fill_bytes(bytes);
        Ok(())
    }
}

impl TryCryptoRng for Chance {}
