//! What every version wrote: it opens and reads the same, for ever.
//!
//! It lies in `fixtures/golden`: of each format a data folder, a copy, and what was seen of them. Each was written once, with
//! `TWINFLOWER_WRITE_GOLDEN=1`, and is never written again.

use std::path::{Path, PathBuf};
use twinflower_tests::golden::seen;
use twinflower_tests::home::{Home, copy_folder};
use twinflower_tests::mutations::{Base, live_through};
use twinflower_tests::prove::{Ask, old};

/// The newest format; a change of what is written asks for the next.
const NEWEST: &str = "v3";

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/golden")
}

/// A family that did everything that leaves something behind, with a door card of the third format.
fn write(set: &Path) {
    let lived = live_through(
        Base::Two,
        &[
            "add_milestone",
            "share_milestone",
            "add_milestone: of both",
            "add_ritual",
            "keep_occurrence",
            "skip_occurrence",
            "set_ritual_rests",
            "share_ritual",
            "add_ritual: of both",
            "keep_occurrence: of both",
            "add_goal",
            "check_in",
            "propose_goal",
            "agree_to_goal",
            "keep_letter",
            "seal_letter",
            "open_letter",
            "keep_letter",
            "seal_letter: until a day",
            "keep_letter",
            "mark_ready",
            "add_celebration_photo",
            "say_line",
            "keep",
            "answer_next_day",
            "hand_on",
            "see_small",
            "mark_ready: an invitation",
            "keep_letter: to the first",
            "seal_letter: until a celebration",
            "add_contact",
            "add_reason",
            "add_way",
            "set_way_helped",
            "add_plan_line",
            "set_lives",
            "keep_draft",
            "set_region",
            "back_up",
            "copy_to",
            "edit_milestone",
            "tidy",
        ],
        22,
    );
    std::fs::create_dir_all(set).unwrap();
    let copy = std::fs::read_dir(lived.path().join("stick")).unwrap().next().unwrap().unwrap();
    std::fs::copy(copy.path(), set.join("copy.twinflower")).unwrap();
    copy_folder(&lived.path().join("family"), &set.join("folder"));
    copy_folder(&lived.path().join("settings"), &set.join("settings"));
    let mut home = Home::in_a_copy_of(&set.join("folder"));
    let people: Vec<_> = home.family.door().people.iter().map(|person| person.id).collect();
    let keep = |name: &str, home: &Home| {
        let text = serde_json::to_string_pretty(&seen(home).unwrap()).unwrap();
        std::fs::write(set.join(name).with_extension("json"), text).unwrap();
    };
    home.come_in(people[0]);
    keep("seen", &home);
    home.alone(people[1]);
    keep("seen-by-the-second", &home);
    home.together(people[0], people[1]);
    keep("seen-together", &home);
    let mut home = Home::elsewhere();
    let words = twinflower_core::vault::Passphrase::typed(twinflower_tests::home::ANAS_PASSPHRASE);
    home.family.restore_bundle(&set.join("copy.twinflower"), &words).unwrap();
    keep("seen-in-the-copy", &home);
}

#[test]
fn what_every_version_wrote_opens_and_reads_the_same() {
    let newest = golden().join(NEWEST);
    if std::env::var_os("TWINFLOWER_WRITE_GOLDEN").is_some() && !newest.exists() {
        write(&newest);
    }
    old::old(Ask { n: 0, seed: 22 }, &golden(), &mut |_| ());
    assert!(old::sets(&golden()).len() >= 2);
}

#[test]
fn the_newest_golden_set_has_the_format_that_is_written_now() {
    let home = Home::with_ana().0;
    for file in ["door.json", "slots.json"] {
        let version = |folder: &Path| {
            let text = std::fs::read_to_string(folder.join(file)).unwrap();
            serde_json::from_str::<serde_json::Value>(&text).unwrap()["version"].clone()
        };
        assert_eq!(version(home.folder()), version(&golden().join(NEWEST).join("folder")), "{file}");
    }
    let version = |path: PathBuf| std::fs::read(path).unwrap()[16];
    let copy = golden().join(NEWEST).join("copy.twinflower");
    let now = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/corrupt/good.twinflower");
    assert_eq!(version(copy), version(now), "copies");
}
