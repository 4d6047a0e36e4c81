//! What earlier versions wrote opens, and reads the same.

use serde_json::Value;
use std::path::{Path, PathBuf};
use twinflower_core::vault::Passphrase;

use super::{Ask, Progress};
use crate::golden::{differs, seen};
use crate::home::{ANAS_PASSPHRASE, Home, copy_folder};

/// Who is in, by the name of the file that tells what they saw.
const SEEN: [(&str, &[usize]); 3] = [("seen", &[0]), ("seen-by-the-second", &[1]), ("seen-together", &[0, 1])];

/// Opens every data set that was kept in a folder, twice: once it is as it was kept, once it has been opened before.
pub fn old(_: Ask, golden: &Path, progress: Progress) -> String {
    let (sets, mut views) = (sets(golden), 0);
    assert!(!sets.is_empty(), "nothing was kept");
    for set in &sets {
        let mut home = Home::elsewhere();
        copy_folder(&set.join("folder"), home.folder());
        if set.join("settings").is_dir() {
            copy_folder(&set.join("settings"), home.settings());
        }
        for _ in 0..2 {
            home.restart();
            for (name, who) in SEEN {
                let Some(expected) = kept(set, name) else { continue };
                home.family.lock_all();
                let people = home.family.door().people;
                who.iter().for_each(|at| home.come_in(people[*at].id));
                views += is_the_same(set, name, &expected, &home);
            }
        }
        let mut home = Home::elsewhere();
        let copy = home.family.restore_bundle(&set.join("copy.twinflower"), &Passphrase::typed(ANAS_PASSPHRASE));
        copy.unwrap_or_else(|error| panic!("the copy in {} does not come back: {error}", set.display()));
        let name = if set.join("seen-in-the-copy.json").exists() { "seen-in-the-copy" } else { "seen" };
        let expected = kept(set, name).expect("what she saw was kept");
        views += is_the_same(set, name, &expected, &home);
        progress(&format!("{}", set.display()));
    }
    format!("{} data sets of earlier versions, {views} views and copies: every value reads the same", sets.len())
}

/// Lists the data sets, the oldest first.
pub fn sets(golden: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(golden).expect("it was kept");
    let mut sets: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    sets.sort();
    sets
}

fn kept(set: &Path, name: &str) -> Option<Value> {
    let text = std::fs::read_to_string(set.join(name).with_extension("json")).ok()?;
    Some(serde_json::from_str(&text).expect("it was written as JSON"))
}

fn is_the_same(set: &Path, name: &str, expected: &Value, home: &Home) -> u32 {
    let actual = seen(home).expect("all of it can be read");
    assert_eq!(differs(expected, &actual, name), None, "{}", set.display());
    1
}
