//! The other computers of the family: paired, named, forgotten, and what each may have.
//!
//! Two devices that were paired may have *ours*. *Mine* goes to another device only where she whose it is said so with her
//! passphrase; that is kept in *mine* itself, so nobody else can say it.

use super::family::{Family, In};
use crate::domain::device::{DeviceId, MOST_CHARACTERS_OF_A_DEVICE, PairSecret};
use crate::domain::ids::PersonId;
use crate::domain::words::Words;
use crate::vault::Passphrase;
use crate::views::{DeviceRow, DevicesView};
use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use zeroize::Zeroizing;

/// What this computer is to the others, and which it is paired with: on this computer only.
const DEVICE: &str = "device";

/// To which devices her own space goes: on this computer only.
const MINE_GOES_TO: &str = "mine goes to";

/// The most computers one may be paired with.
const MOST_DEVICES: usize = 16;

/// The most bytes that are remembered for whoever carries the messages.
const MOST_NOTES: usize = 4096;

#[derive(Default, Serialize, Deserialize)]
struct Device {
    secret: Option<[u8; 32]>,
    paired: BTreeMap<DeviceId, Paired>,
    /// Whether this computer meets the others.
    #[serde(default)]
    is_on: bool,
}

#[derive(Serialize, Deserialize)]
struct Paired {
    secret: [u8; 32],
    name: String,
    #[serde(default)]
    set_aside: bool,
    /// Where it was found, as whoever carries the messages writes it.
    #[serde(default)]
    notes: Vec<u8>,
}

impl Family {
    /// Returns the secret half of this computer's key, drawn the first time.
    pub fn device_secret(&mut self) -> Result<Zeroizing<[u8; 32]>> {
        let mut device = self.device()?;
        if let Some(secret) = device.secret {
            return Ok(Zeroizing::new(secret));
        }
        let mut secret = Zeroizing::new([0; 32]);
        self.rng.fill_bytes(&mut *secret);
        device.secret = Some(*secret);
        self.keep_device(&device)?;
        Ok(secret)
    }

    /// Takes the secret half of a key under which this computer was paired before anybody was in.
    ///
    /// Fails with [`Error::NotPaired`] where it has another already.
    pub fn join_as(&mut self, secret: &[u8; 32]) -> Result<()> {
        let mut device = self.device()?;
        if device.secret.is_some_and(|known| known != *secret) {
            return Err(Error::NotPaired);
        }
        device.secret = Some(*secret);
        self.keep_device(&device)
    }

    /// Lets this computer meet the others, or no longer. To them it looks as if nobody were in.
    pub fn set_sync(&mut self, on: bool) -> Result<DevicesView> {
        let mut device = self.device()?;
        device.is_on = on;
        self.keep_device(&device)?;
        self.devices()
    }

    /// Tells whether there is anybody to be met: somebody is in, a computer is paired, and sync is on.
    pub fn may_meet(&self) -> bool {
        self.device().is_ok_and(|device| device.is_on && device.paired.values().any(|one| !one.set_aside))
    }

    /// Lists the computers this one is paired with.
    pub fn devices(&self) -> Result<DevicesView> {
        let mine: BTreeSet<DeviceId> = self.alone().and_then(|person| self.mine_goes_to(person)).unwrap_or_default();
        let Device { paired, is_on, .. } = self.device()?;
        let mut rows: Vec<DeviceRow> = paired
            .into_iter()
            .map(|(id, one)| DeviceRow {
                id,
                name: one.name,
                has_mine: mine.contains(&id),
                is_set_aside: one.set_aside,
            })
            .collect();
        rows.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        Ok(DevicesView { rows, is_on })
    }

    /// Pairs this computer with another, once both screens showed the same words; under a secret that only the two know.
    pub fn pair(&mut self, me: DeviceId, device: DeviceId, secret: &PairSecret, name: &str) -> Result<DevicesView> {
        let name = Words::within(name, MOST_CHARACTERS_OF_A_DEVICE)?.as_str().to_owned();
        let mut known = self.device()?;
        if me == device {
            return Err(Error::NotPaired);
        }
        let fresh = Paired { secret: *secret.bytes(), name, set_aside: false, notes: Vec::new() };
        known.paired.insert(device, fresh);
        // The first one asks for it; after that it is hers to switch.
        known.is_on |= known.paired.len() == 1;
        if known.paired.len() > MOST_DEVICES {
            return Err(Error::OutOfBounds(MOST_DEVICES as u32));
        }
        self.keep_device(&known)?;
        self.devices()
    }

    /// Calls a computer by another name.
    pub fn name_device(&mut self, device: DeviceId, name: &str) -> Result<DevicesView> {
        let name = Words::within(name, MOST_CHARACTERS_OF_A_DEVICE)?.as_str().to_owned();
        self.change_device(device, |one| one.name = name)
    }

    /// Listens again to a computer that was set aside.
    pub fn listen_again(&mut self, device: DeviceId) -> Result<DevicesView> {
        self.change_device(device, |one| one.set_aside = false)
    }

    /// Forgets a computer, at once and without telling it. What was there stays there. What the others say from now on it
    /// cannot read: each two of them have a secret that it never had.
    pub fn forget_device(&mut self, device: DeviceId) -> Result<DevicesView> {
        let mut known = self.device()?;
        known.paired.remove(&device).ok_or(Error::NotPaired)?;
        let plain = written(&known);
        let mut inks = vec![(In::Ours, self.compose(In::Ours, |pen| Ok(pen.local(DEVICE, &plain)))?.1)];
        if let Ok(person) = self.alone()
            && let Ok(mut mine) = self.mine_goes_to(person)
            && mine.remove(&device)
        {
            inks.push(self.mine_goes_to_ink(person, &mine)?);
        }
        self.commit_for_good(inks)?;
        self.devices()
    }

    /// Lists who may connect to this computer: before one byte of anybody else is read, the door is closed.
    pub fn paired(&self) -> Result<Vec<DeviceId>> {
        Ok(self.device()?.paired.into_iter().filter(|(_, one)| !one.set_aside).map(|(id, _)| id).collect())
    }

    /// Lets her own space go to another computer of hers; it takes her passphrase, and must be said on both.
    pub fn let_mine_go_to(&mut self, device: DeviceId, passphrase: &Passphrase) -> Result<DevicesView> {
        self.check_is_her(passphrase)?;
        let person = self.alone()?;
        if !self.device()?.paired.contains_key(&device) {
            return Err(Error::NotPaired);
        }
        let mut mine = self.mine_goes_to(person)?;
        mine.insert(device);
        let ink = self.mine_goes_to_ink(person, &mine)?;
        self.commit_for_good(vec![ink])?;
        self.devices()
    }

    /// Refuses what no computer can be called.
    pub fn check_name_of_device(&self, name: &str) -> Result<()> {
        Ok(Words::within(name, MOST_CHARACTERS_OF_A_DEVICE).map(drop)?)
    }

    /// Refuses what is not the passphrase of the one who is here alone.
    pub fn check_is_her(&self, passphrase: &Passphrase) -> Result<()> {
        let person = self.alone()?;
        let slots = self.slots.people.get(&person).ok_or(Error::Gone)?;
        slots.passphrase.open_with_passphrase(person, passphrase).map(drop)
    }

    /// Keeps her own space from a computer from now on.
    pub fn keep_mine_from(&mut self, device: DeviceId) -> Result<DevicesView> {
        let person = self.alone()?;
        let mut mine = self.mine_goes_to(person)?;
        mine.remove(&device);
        let ink = self.mine_goes_to_ink(person, &mine)?;
        self.commit_for_good(vec![ink])?;
        self.devices()
    }

    /// Returns what whoever carries the messages remembers of a device.
    pub fn device_notes(&self, device: DeviceId) -> Result<Vec<u8>> {
        Ok(self.device()?.paired.remove(&device).ok_or(Error::NotPaired)?.notes)
    }

    /// Remembers something of a device for whoever carries the messages.
    pub fn keep_device_notes(&mut self, device: DeviceId, notes: &[u8]) -> Result<()> {
        if notes.len() > MOST_NOTES {
            return Err(Error::OutOfBounds(MOST_NOTES as u32));
        }
        if self.device_notes(device)? == notes {
            return Ok(());
        }
        self.change_device(device, |one| one.notes = notes.to_vec()).map(drop)
    }

    /// Lists the family's people: who has a way in here and, once another computer is paired, who sits there.
    pub(super) fn everybody(&self) -> Vec<PersonId> {
        let elsewhere = self.device().is_ok_and(|device| !device.paired.is_empty());
        let others = self.card.remembered.iter().filter(|_| elsewhere);
        self.card.people.iter().chain(others).map(|person| person.id).collect()
    }

    /// Finds the secret with a device that may be met.
    pub(super) fn pair_secret(&self, device: DeviceId) -> Result<PairSecret> {
        let paired = self.device()?.paired.remove(&device).filter(|one| !one.set_aside).ok_or(Error::NotPaired)?;
        Ok(PairSecret::from_bytes(paired.secret))
    }

    /// Listens no more to a device that said what cannot be taken.
    pub(super) fn set_aside(&mut self, device: DeviceId) -> Result<()> {
        self.change_device(device, |one| one.set_aside = true).map(drop)
    }

    /// Lists the spaces that may be spoken of with a device now.
    pub(super) fn spaces_for(&self, device: DeviceId) -> Result<Vec<In>> {
        let mut spaces = vec![In::Ours];
        for person in self.mine.keys() {
            if self.mine_goes_to(*person)?.contains(&device) {
                spaces.push(In::Mine(*person));
            }
        }
        Ok(spaces)
    }

    fn change_device(&mut self, device: DeviceId, change: impl FnOnce(&mut Paired)) -> Result<DevicesView> {
        let mut known = self.device()?;
        change(known.paired.get_mut(&device).ok_or(Error::NotPaired)?);
        self.keep_device(&known)?;
        self.devices()
    }

    fn device(&self) -> Result<Device> {
        let Some(plain) = self.space(In::Ours)?.local(self.store()?, DEVICE)? else { return Ok(Device::default()) };
        serde_json::from_slice(&plain).map_err(|_| Error::DamagedStore("what is known of devices"))
    }

    fn keep_device(&mut self, device: &Device) -> Result<()> {
        let plain = written(device);
        let ((), ink) = self.compose(In::Ours, |pen| Ok(pen.local(DEVICE, &plain)))?;
        self.commit_for_good(vec![(In::Ours, ink)]).map(drop)
    }

    fn mine_goes_to(&self, person: PersonId) -> Result<BTreeSet<DeviceId>> {
        let plain = self.space(In::Mine(person))?.local(self.store()?, MINE_GOES_TO)?;
        let Some(plain) = plain else { return Ok(BTreeSet::new()) };
        serde_json::from_slice(&plain).map_err(|_| Error::DamagedStore("what is known of devices"))
    }

    fn mine_goes_to_ink(&mut self, person: PersonId, devices: &BTreeSet<DeviceId>) -> Result<(In, crate::space::Ink)> {
        let plain = serde_json::to_vec(devices).expect("ids are texts");
        let ((), ink) = self.compose(In::Mine(person), |pen| Ok(pen.local(MINE_GOES_TO, &plain)))?;
        Ok((In::Mine(person), ink))
    }
}

fn written(device: &Device) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(serde_json::to_vec(device).expect("devices have only text keys"))
}
