//! Fifty texts of one private space, and a hunt for them through every byte that the family has on the disk.

use base64::{Engine, engine::general_purpose::STANDARD};
use twinflower_core::domain::celebration::Ready;
use twinflower_core::domain::goal::Target;
use twinflower_core::domain::person::Owner;
use twinflower_core::domain::recurrence::How;
use twinflower_core::use_cases::{
    CheckInWords, ContactWords, GoalWords, LetterWords, MilestoneWords, RitualWords, StepWords,
};
use twinflower_tests::home::{Home, holds, holds_bytes};

/// Hands out texts that stand nowhere else, and remembers them.
struct Canaries(Vec<String>);

impl Canaries {
    fn next(&mut self) -> String {
        let text = format!("canary-{:02}-ßתק🐤-{}", self.0.len(), "quick brown ".repeat(self.0.len() % 4));
        self.0.push(text.trim().to_owned());
        text
    }
}

/// The ways in which a text could stand in a file.
fn guises(text: &str) -> Vec<Vec<u8>> {
    let wide: Vec<u16> = text.encode_utf16().collect();
    vec![
        text.as_bytes().to_vec(),
        wide.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        wide.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
        STANDARD.encode(text).into_bytes(),
        text.escape_unicode().to_string().into_bytes(),
        text.bytes().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect(),
    ]
}

fn uses_everything(home: &mut Home, canaries: &mut Canaries) {
    let ana = home.family.me().unwrap().person.id;
    let now = home.now;
    for _ in 0..4 {
        let words = MilestoneWords { title: canaries.next(), why: canaries.next(), reached_on: None, counted: None };
        let rows = home.family.add_milestone(&words, now).unwrap().rows;
        let id = rows.iter().find(|row| words.title.trim() == row.title).unwrap().id;
        home.family.edit_milestone(id, &MilestoneWords { why: canaries.next(), ..words }, None, now).unwrap();
        let ready = home.family.mark_ready(id, Ready::Alone, None, now).unwrap().rows[0].id;
        home.family.say_line(ready, ana, &canaries.next(), now).unwrap();
        home.family.keep(ready, now).unwrap();

        let step = StepWords { who: Owner::One(ana), words: canaries.next() };
        let words = RitualWords {
            title: canaries.next(),
            meaning: canaries.next(),
            steps: vec![step],
            how: How::Daily { every: 1 },
            starts_on: now.today,
            ends_on: None,
            at: None,
        };
        let ritual = home.family.add_ritual(&words, now).unwrap().rows[0].id;
        home.family.keep_occurrence(ritual, now.today, Some(&canaries.next()), None, now).unwrap();

        let words = GoalWords {
            title: canaries.next(),
            why: canaries.next(),
            helps: canaries.next(),
            target: Target::None,
            touches_use: true,
        };
        let goal = home.family.add_goal(&words).unwrap().rows[0].id;
        let words = CheckInWords { on: now.today, done: true, words: canaries.next() };
        home.family.check_in(goal, ana, &words, None, now).unwrap();

        let letter = LetterWords { to: ana, title: canaries.next(), words: canaries.next() };
        home.family.keep_letter(None, &letter, now).unwrap();
        let contact = ContactWords {
            name: canaries.next(),
            number: canaries.next(),
            good_for: canaries.next(),
            readable_while_locked: false,
        };
        home.family.add_contact(&contact).unwrap();
        home.family.keep_draft("letter", &canaries.next()).unwrap();
    }
}

#[test]
fn no_private_text_stands_on_the_disk_in_any_guise_while_open_tidied_or_locked() {
    let (mut home, _) = Home::with_ana();
    let mut canaries = Canaries(Vec::new());
    uses_everything(&mut home, &mut canaries);
    assert!(canaries.0.len() >= 50, "{} canaries", canaries.0.len());
    let hunt = |home: &Home, moment: &str| {
        let bytes = home.every_byte();
        for text in &canaries.0 {
            for (guise, at) in guises(text).iter().zip(0..) {
                assert!(!holds_bytes(&bytes, guise), "canary {text:.9} stands there in guise {at} while {moment}");
            }
        }
    };
    hunt(&home, "open");
    home.family.tidy().unwrap();
    hunt(&home, "tidied");
    home.restart();
    hunt(&home, "locked");
}

#[test]
fn the_hunt_finds_what_is_readable_while_locked() {
    let (mut home, _) = Home::with_ana();
    let contact = ContactWords {
        name: "canary-in-the-open".to_owned(),
        number: "1".to_owned(),
        good_for: String::new(),
        readable_while_locked: true,
    };
    home.family.add_contact(&contact).unwrap();
    assert!(holds(&home.every_byte(), "canary-in-the-open"));
}
