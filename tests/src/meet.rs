//! Two computers of one family meet, with nothing between them but the messages.

use twinflower_core::domain::device::{DeviceId, PairSecret};
use twinflower_core::domain::ids::PersonId;
use twinflower_core::use_cases::{Began, Meeting};
use twinflower_core::vault::Passphrase;
use twinflower_core::{Family, Result};

use crate::home::{Home, MIRAS_PASSPHRASE};

/// What a meeting took.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Met {
    /// Messages of both.
    pub messages: u64,
    /// Bytes of both.
    pub bytes: usize,
    /// Whether anything came to either.
    pub brought: bool,
    /// Whether something was left for another meeting.
    pub more: bool,
}

/// Names a computer of a story.
pub fn device(number: u8) -> DeviceId {
    DeviceId::from_bytes([number; 32])
}

/// Pairs two computers; somebody is in on both.
pub fn pair(one: (&mut Family, DeviceId), other: (&mut Family, DeviceId)) -> Result<()> {
    let (a, b, secret) = (one.1, other.1, secret_of(one.1, other.1));
    one.0.pair(a, b, &secret, "the other desk")?;
    other.0.pair(b, a, &secret, "the other desk")?;
    Ok(())
}

/// Lets two computers say all they have to.
pub fn meet(one: (&mut Family, DeviceId), other: (&mut Family, DeviceId)) -> Result<Met> {
    meet_until(one, other, u64::MAX)
}

/// Lets two computers meet, and cuts the wire after so many messages.
pub fn meet_until(one: (&mut Family, DeviceId), other: (&mut Family, DeviceId), most: u64) -> Result<Met> {
    let here = one.0.meet(one.1, other.1, Began::Here)?;
    let there = other.0.meet(other.1, one.1, Began::There)?;
    let mut sides = [(one.0, here), (other.0, there)];
    let mut met = Met::default();
    let mut speaker = 0;
    while met.messages < most {
        let (family, meeting) = &mut sides[speaker];
        let Some(message) = family.say(meeting)? else { break };
        met.messages += 1;
        met.bytes += message.len();
        speaker = 1 - speaker;
        let (family, meeting) = &mut sides[speaker];
        family.hear(meeting, &message)?;
    }
    if most == u64::MAX {
        assert!(sides.iter().all(|(_, meeting)| meeting.is_done()), "both know that all was said");
    }
    met.brought = sides.iter().any(|(_, meeting)| meeting.brought_something());
    met.more = sides.iter().any(|(_, meeting): &(_, Meeting)| meeting.has_more());
    Ok(met)
}

/// A family at two desks: the one both sit at, and Mira's own computer, which began with her copy.
pub struct Apart {
    /// The family's computer.
    pub desk: Home,
    /// Mira's own.
    pub away: Home,
    /// The mother.
    pub ana: PersonId,
    /// The daughter.
    pub mira: PersonId,
}

/// The family's computer.
pub const DESK: u8 = 1;

/// Mira's own.
pub const AWAY: u8 = 2;

impl Apart {
    /// Lets Mira take her copy to her own computer and pair the two; she is in on both.
    pub fn begin() -> Self {
        let (mut desk, ana, mira) = Home::with_both();
        desk.alone(mira);
        let stick = tempfile::tempdir().expect("the tests have a temporary folder");
        let made = desk.family.copy_to(stick.path(), desk.now).expect("she is alone");
        let mut away = Home::elsewhere();
        let words = Passphrase::typed(MIRAS_PASSPHRASE);
        away.family.restore_bundle(&stick.path().join(&made.files[0]), &words).expect("it is her copy");
        pair((&mut desk.family, device(DESK)), (&mut away.family, device(AWAY))).expect("somebody is in on both");
        Self { desk, away, ana, mira }
    }

    /// Lets the two computers meet; the desk speaks first.
    pub fn meet(&mut self) -> Met {
        self.try_to_meet().expect("they are paired and somebody is in on both")
    }

    /// Lets the two computers try to meet.
    pub fn try_to_meet(&mut self) -> Result<Met> {
        meet((&mut self.desk.family, device(DESK)), (&mut self.away.family, device(AWAY)))
    }

    /// Lets the two meet the other way round, with the wire cut after so many messages.
    pub fn meet_until(&mut self, most: u64) -> Result<Met> {
        meet_until((&mut self.away.family, device(AWAY)), (&mut self.desk.family, device(DESK)), most)
    }

    /// Mira says on both computers that her own space goes to the other.
    pub fn let_mine_go(&mut self) {
        let words = Passphrase::typed(MIRAS_PASSPHRASE);
        self.desk.alone(self.mira);
        self.desk.family.let_mine_go_to(device(AWAY), &words).expect("it is hers");
        self.away.family.let_mine_go_to(device(DESK), &words).expect("it is hers");
    }
}

/// Lets two computers say all they have to; at one moment a message is heard twice, and then one of an earlier meeting.
pub fn say_again(one: (&mut Family, DeviceId), other: (&mut Family, DeviceId), at: u64) -> Result<Met> {
    let mut earlier = one.0.meet(one.1, other.1, Began::Here)?;
    let stale = one.0.say(&mut earlier)?.expect("it speaks first");
    let here = one.0.meet(one.1, other.1, Began::Here)?;
    let there = other.0.meet(other.1, one.1, Began::There)?;
    let mut sides = [(one.0, here), (other.0, there)];
    let (mut met, mut speaker) = (Met::default(), 0);
    loop {
        let (family, meeting) = &mut sides[speaker];
        let Some(message) = family.say(meeting)? else { break };
        met.bytes += message.len();
        speaker = 1 - speaker;
        let (family, meeting) = &mut sides[speaker];
        if met.messages == at && met.messages > 1 {
            assert!(family.hear(meeting, &stale).is_err(), "it is of another meeting");
        }
        family.hear(meeting, &message)?;
        if met.messages == at {
            assert!(family.hear(meeting, &message).is_err(), "it was heard before");
        }
        met.messages += 1;
    }
    assert!(sides.iter().all(|(_, meeting)| meeting.is_done()), "both know that all was said");
    Ok(met)
}

/// What two computers of a story came to when they were paired.
pub(crate) fn secret_of(one: DeviceId, other: DeviceId) -> PairSecret {
    let (first, second) = if one < other { (one, other) } else { (other, one) };
    PairSecret::from_bytes(*blake3::hash(&[first.bytes().as_slice(), second.bytes()].concat()).as_bytes())
}
