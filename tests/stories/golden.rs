//! What the first version wrote: it opens and reads the same, for ever.
//!
//! It lies in `fixtures/golden/v1`: a data folder, a copy, and what Ana saw of it. It was written once, with
//! `TWINFLOWER_WRITE_GOLDEN=1`, and is never written again.

use chrono::Days;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use twinflower_core::domain::letter::Until;
use twinflower_core::domain::recurrence::{How, Weekday};
use twinflower_core::use_cases::{
    CheckInWords, ContactWords, CountedWords, GoalWords, LetterWords, MilestoneWords, RitualWords,
};
use twinflower_core::vault::Passphrase;
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, copy_folder};

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/golden/v1").join(name)
}

/// What Ana sees when she is alone.
fn seen(home: &Home) -> Value {
    let (family, now) = (&home.family, home.now);
    let ritual = family.rituals(now).unwrap().rows[0].id;
    json!({
        "milestones": family.milestones("", now).unwrap(),
        "rituals": family.rituals(now).unwrap(),
        "memory_lane": family.memory_lane(ritual, None).unwrap(),
        "goals": family.goals("").unwrap(),
        "letters": family.letters(now).unwrap(),
        "contacts": family.contacts().unwrap(),
        "me": family.me().unwrap(),
        "shared": family.shared().unwrap(),
    })
}

/// Tells where something is missing or another: what a later version adds beside it is welcome.
fn differs(expected: &Value, actual: &Value, at: &str) -> Option<String> {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => expected.iter().find_map(|(name, value)| {
            let at = format!("{at}.{name}");
            actual.get(name).map_or(Some(format!("{at} is missing")), |actual| differs(value, actual, &at))
        }),
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            let mut pairs = expected.iter().zip(actual).enumerate();
            pairs.find_map(|(index, (expected, actual))| differs(expected, actual, &format!("{at}[{index}]")))
        }
        _ => (expected != actual).then(|| format!("{at}: {actual} in place of {expected}")),
    }
}

fn write() {
    let (mut home, ana, mira) = Home::with_both();
    let today = home.now.today;
    home.alone(ana);
    let counted = Some(CountedWords { number: 90, since: today - Days::new(40) });
    let milestone =
        MilestoneWords {
            title: "née Núñez 🌷 שלום".to_owned(), why: "because".to_owned(), reached_on: None, counted
        };
    let id = home.family.add_milestone(&milestone, home.now).unwrap().rows[0].id;
    home.family.share_milestone(id, true, home.now).unwrap();
    let ritual = RitualWords {
        title: "tea on the step".to_owned(),
        meaning: "the day ends".to_owned(),
        steps: vec![],
        how: How::Weekly { every: 1, on: vec![Weekday::Sun] },
        starts_on: today - Days::new(400),
        ends_on: None,
        at: Some(1170),
    };
    let id = home.family.add_ritual(&ritual, home.now).unwrap().rows[0].id;
    home.family.keep_occurrence(id, today - Days::new(364), Some("it rained"), None, home.now).unwrap();
    home.family.keep_occurrence(id, today, Some("it did not"), None, home.now).unwrap();
    let goal = GoalWords { title: "swim".to_owned(), ..GoalWords::default() };
    let id = home.family.add_goal(&goal).unwrap().rows[0].id;
    let words = CheckInWords { on: today, done: true, words: "cold".to_owned() };
    home.family.check_in(id, ana, &words, None, home.now).unwrap();
    let letter = LetterWords { to: mira, title: "for spring".to_owned(), words: "dear Mira".to_owned() };
    let id = home.family.keep_letter(None, &letter, home.now).unwrap().id;
    home.family.seal_letter(id, Until::Day(today + Days::new(120)), home.now).unwrap();
    let ruth = ContactWords {
        name: "Ruth".to_owned(),
        number: "+44 7700 900123".to_owned(),
        good_for: "a walk".to_owned(),
        readable_while_locked: true,
    };
    home.family.add_contact(&ruth).unwrap();
    home.family.back_up(home.now).unwrap();
    home.family.tidy().unwrap();
    std::fs::create_dir_all(golden("")).unwrap();
    std::fs::write(golden("seen.json"), serde_json::to_string_pretty(&seen(&home)).unwrap()).unwrap();
    let made = home.family.copy_to(&golden(""), home.now).unwrap();
    std::fs::rename(golden(&made.files[0]), golden("copy.twinflower")).unwrap();
    home.restart();
    copy_folder(home.folder(), &golden("folder"));
}

fn expected() -> Value {
    serde_json::from_str(&std::fs::read_to_string(golden("seen.json")).unwrap()).unwrap()
}

#[test]
fn a_folder_of_the_first_version_opens_and_reads_the_same() {
    if std::env::var_os("TWINFLOWER_WRITE_GOLDEN").is_some() {
        write();
    }
    let mut home = Home::in_a_copy_of(&golden("folder"));
    let door = home.family.door();
    assert_eq!(door.people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Ana 🌷", "Mira מירה"]);
    home.come_in(door.people[0].id);
    assert_eq!(differs(&expected(), &seen(&home), "seen"), None);
    home.alone(door.people[1].id);
    assert_eq!(home.family.milestones("", home.now).unwrap().rows.len(), 1);
}

#[test]
fn a_copy_of_the_first_version_comes_back_and_reads_the_same() {
    let mut home = Home::elsewhere();
    home.family.restore_bundle(&golden("copy.twinflower"), &Passphrase::typed(ANAS_PASSPHRASE)).unwrap();
    assert_eq!(differs(&expected(), &seen(&home), "seen"), None);
}
