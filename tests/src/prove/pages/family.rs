//! A family that writes what pages stumble over, in both private spaces and in *ours*.

use chrono::{Days, NaiveDate};
use image::codecs::jpeg::JpegEncoder;
use rand_chacha::ChaCha20Rng;
use std::sync::OnceLock;
use twinflower_core::domain::celebration::Ready;
use twinflower_core::domain::goal::Target;
use twinflower_core::domain::ids::{GoalId, KeepsakeId, PersonId, RitualId};
use twinflower_core::domain::letter::Until;
use twinflower_core::domain::person::{Colour, Owner};
use twinflower_core::domain::recurrence::How;
use twinflower_core::use_cases::{
    CheckInWords, GoalWords, LetterWords, MilestoneWords, Offer, RitualWords, StepWords, Whose,
};
use twinflower_core::vault::Passphrase;
use twinflower_core::{Error, Family};

use crate::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE};
use crate::hostile::{below, name, one_of, words};

/// What each person's private words begin with, and nothing else does.
pub(super) const HUSHED: [&str; 2] = ["hushedana", "hushedmira"];

/// A family that has written, and what its pages can be about.
pub(super) struct Writers {
    pub(super) home: Home,
    pub(super) ana: PersonId,
    pub(super) mira: PersonId,
    pub(super) keepsake: KeepsakeId,
    pub(super) ritual: RitualId,
}

/// The day on which each has written something private, whatever else chance does.
pub(super) fn always() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 1).expect("it is in the calendar")
}

impl Writers {
    /// Lives by chance. Every twentieth family has a photo of 40 megapixels.
    pub(super) fn live(chance: &mut ChaCha20Rng, number: u64) -> Self {
        let mut home = Home::empty();
        let ana = home.make_way_in(&format!("Ana {}", name(chance)), Colour::Rose, ANAS_PASSPHRASE);
        let mira = home.make_way_in(&format!("Mira {}", name(chance)), Colour::Honey, MIRAS_PASSPHRASE);
        home.come_in(ana);
        home.family.say_yes(mira, &Passphrase::typed(ANAS_PASSPHRASE)).expect("Ana may say yes");
        for (person, hushed) in [(ana, HUSHED[0]), (mira, HUSHED[1])] {
            home.alone(person);
            keeps_for_herself(&mut home, person, hushed, chance);
            shares(&mut home, chance);
        }
        agree(&mut home, [ana, mira], chance);
        let ritual = keep_together(&mut home, [ana, mira], chance);
        let keepsake = celebrate(&mut home, [ana, mira], chance, number);
        Self { home, ana, mira, keepsake, ritual }
    }
}

fn keeps_for_herself(home: &mut Home, person: PersonId, hushed: &str, chance: &mut ChaCha20Rng) {
    let mut private = |most: usize| format!("{hushed} {}", words(chance, most - 12));
    let milestone = milestone(private(200), private(10_000), always());
    home.family.add_milestone(&milestone, home.now).expect("she may write one down");
    let ritual = add_ritual(home, &private(200), &private(2_000), vec![(Owner::One(person), private(300))]);
    home.family.keep_occurrence(ritual, always(), Some(&private(3_000)), None, home.now).expect("it is hers");
    let goal = add_goal(home, private(200), private(300), private(1_000));
    let check_in = CheckInWords { on: always(), done: true, words: private(3_000) };
    home.family.check_in(goal, person, &check_in, None, home.now).expect("it is hers");
}

fn shares(home: &mut Home, chance: &mut ChaCha20Rng) {
    for _ in 0..=below(chance, 3) {
        let words = milestone(words(chance, 200), words(chance, 10_000), some_day(home, chance));
        let before = milestones(&home.family, home.now);
        home.family.add_milestone(&words, home.now).expect("she may write one down");
        let id = fresh(&before, milestones(&home.family, home.now));
        home.family.share_milestone(id, below(chance, 2) == 0, home.now).expect("it is hers");
    }
}

/// Agrees on a goal that the first proposed, and checks in on it; both are here afterwards.
fn agree(home: &mut Home, [ana, mira]: [PersonId; 2], chance: &mut ChaCha20Rng) {
    home.alone(ana);
    let goal = add_goal(home, words(chance, 200), words(chance, 300), words(chance, 1_000));
    let offer = Offer::Goal { with_why: true, with_helps: true };
    let rows = home.family.propose_goal(goal, &offer).expect("it is hers").rows;
    let offered = rows.into_iter().find(|row| row.whose == Whose::Ours).expect("it was proposed");
    home.alone(mira);
    home.family.agree_to_goal(offered.id, mira, &offered.wording, None).expect("she may agree");
    home.come_in(ana);
    for _ in 0..below(chance, 12) {
        let (by, passphrase) = *one_of(chance, &[(ana, ANAS_PASSPHRASE), (mira, MIRAS_PASSPHRASE)]);
        let words = CheckInWords { on: some_day(home, chance), done: true, words: words(chance, 1_000) };
        let done = home.family.check_in(offered.id, by, &words, Some(&Passphrase::typed(passphrase)), home.now);
        done.expect("it is of both");
    }
}

fn keep_together(home: &mut Home, [ana, mira]: [PersonId; 2], chance: &mut ChaCha20Rng) -> RitualId {
    let who = [Owner::Both, Owner::One(ana), Owner::One(mira)];
    let steps = (0..=below(chance, 12)).map(|_| (*one_of(chance, &who), words(chance, 1_500))).collect();
    let ritual = add_ritual(home, &words(chance, 200), &words(chance, 2_000), steps);
    for _ in 0..below(chance, 20) {
        let (day, line) = (some_day(home, chance), words(chance, 1_000));
        home.family.keep_occurrence(ritual, day, Some(&line), None, home.now).expect("it is of both");
    }
    for _ in 0..below(chance, 4) {
        let line = words(chance, 1_000);
        home.family.see_small(ana, mira, &line, home.now).expect("both are here");
    }
    ritual
}

fn celebrate(home: &mut Home, [ana, mira]: [PersonId; 2], chance: &mut ChaCha20Rng, number: u64) -> KeepsakeId {
    home.alone(mira);
    let before = milestones(&home.family, home.now);
    let words_of = milestone(words(chance, 200), words(chance, 3_000), home.now.today);
    home.family.add_milestone(&words_of, home.now).expect("she may write one down");
    let reached = fresh(&before, milestones(&home.family, home.now));
    let id = home.family.mark_ready(reached, Ready::Invite, None, home.now).expect("it is hers").rows[0].id;
    home.alone(ana);
    let letter = LetterWords { to: mira, title: name(chance), words: words(chance, 10_000) };
    let draft = home.family.keep_letter(None, &letter, home.now).expect("she may write one").id;
    home.family.seal_letter(draft, Until::Celebration(id), home.now).expect("it is hers");
    home.together(ana, mira);
    home.family.open_celebration(id, home.now).expect("both are here");
    let broken = home.family.add_celebration_photo(id, b"\xff\xd8\xff\xe0 broken", home.now);
    assert!(
        matches!(broken, Err(Error::NotAPicture | Error::BrokenPicture)),
        "a broken photo has its own sentence: {:?}",
        broken.err()
    );
    let photo = if number.is_multiple_of(20) { forty_megapixels().to_vec() } else { some_photo(chance) };
    home.family.add_celebration_photo(id, &photo, home.now).expect("it is a picture");
    for who in [mira, ana] {
        home.family.say_line(id, who, &words(chance, 1_000), home.now).expect("both are here");
    }
    let shelf = home.family.keep(id, home.now).expect("it was opened").rows;
    shelf.iter().find(|row| row.owner == Owner::One(mira) && row.has_photo).expect("it was kept").id
}

fn milestone(title: String, why: String, on: NaiveDate) -> MilestoneWords {
    MilestoneWords { title, why, reached_on: Some(on), counted: None }
}

fn add_ritual(home: &mut Home, title: &str, meaning: &str, steps: Vec<(Owner, String)>) -> RitualId {
    let steps = steps.into_iter().map(|(who, words)| StepWords { who, words }).collect();
    let (title, meaning, how) = (title.to_owned(), meaning.to_owned(), How::Daily { every: 1 });
    let starts_on = home.now.today - Days::new(366);
    let words = RitualWords { title, meaning, steps, how, starts_on, ends_on: None, at: None };
    let ids = |rows: Vec<twinflower_core::views::RitualRow>| -> Vec<RitualId> {
        rows.into_iter().map(|row| row.id).collect()
    };
    let before = ids(home.family.rituals(home.now).expect("somebody is in").rows);
    fresh(&before, ids(home.family.add_ritual(&words, home.now).expect("she may set one down").rows))
}

fn add_goal(home: &mut Home, title: String, why: String, helps: String) -> GoalId {
    let ids =
        |rows: Vec<twinflower_core::views::GoalRow>| -> Vec<GoalId> { rows.into_iter().map(|row| row.id).collect() };
    let before = ids(home.family.goals("").expect("somebody is in").rows);
    let words = GoalWords { title, why, helps, target: Target::None, touches_use: false };
    fresh(&before, ids(home.family.add_goal(&words).expect("she may set one down").rows))
}

fn milestones(family: &Family, now: twinflower_core::use_cases::Now) -> Vec<twinflower_core::domain::ids::MilestoneId> {
    family.milestones("", now).expect("somebody is in").rows.into_iter().map(|row| row.id).collect()
}

/// Finds the one that was not there before.
fn fresh<Id: PartialEq>(before: &[Id], after: Vec<Id>) -> Id {
    after.into_iter().find(|id| !before.contains(id)).expect("it was added")
}

fn some_day(home: &Home, chance: &mut ChaCha20Rng) -> NaiveDate {
    home.now.today - Days::new(below(chance, 360) as u64)
}

/// A photo of any shape, a strip among them.
fn some_photo(chance: &mut ChaCha20Rng) -> Vec<u8> {
    let (width, height) = *one_of(chance, &[(2_000, 12), (12, 2_000), (1, 1), (300, 200), (200, 300)]);
    jpeg(width, height)
}

fn forty_megapixels() -> &'static [u8] {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    MADE.get_or_init(|| jpeg(8_000, 5_000))
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let light = vec![180; width as usize * height as usize];
    let mut file = Vec::new();
    let written = JpegEncoder::new(&mut file).encode(&light, width, height, image::ExtendedColorType::L8);
    written.expect("what is written into memory is written");
    file
}
