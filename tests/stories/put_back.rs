//! A data folder that is put back to an older one: noticed where a mark or a newer copy shows it, and never without reason.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use twinflower_core::domain::ids::PersonId;
use twinflower_core::use_cases::MilestoneWords;
use twinflower_core::vault::Passphrase;
use twinflower_core::views::HereView;
use twinflower_core::{Error, Result};
use twinflower_tests::home::{ANAS_OTHER_PASSPHRASE, ANAS_PASSPHRASE, Home, copy_folder};

fn milestone(title: &str) -> MilestoneWords {
    MilestoneWords { title: title.to_owned(), why: String::new(), reached_on: None, counted: None }
}

fn add(home: &mut Home, title: &str) {
    home.family.add_milestone(&milestone(title), home.now).unwrap();
}

fn titles(home: &Home) -> Vec<String> {
    let mut titles: Vec<String> =
        home.family.milestones("", home.now).unwrap().rows.into_iter().map(|row| row.title).collect();
    titles.sort();
    titles
}

/// Comes in with what may be an older passphrase, whatever is noticed.
fn come_in(home: &mut Home, person: PersonId) -> Result<HereView> {
    let come_in = |home: &mut Home, words| home.family.come_in(person, &Passphrase::typed(words));
    come_in(home, ANAS_OTHER_PASSPHRASE).or_else(|_| come_in(home, ANAS_PASSPHRASE))
}

/// Takes the data folder as it is now: last week's copy.
fn last_week(home: &mut Home) -> TempDir {
    home.restart();
    let copy = tempfile::tempdir().unwrap();
    copy_folder(home.folder(), copy.path());
    copy
}

fn put_back(copy: &Path, home: &mut Home) {
    home.family.lock_all();
    for entry in std::fs::read_dir(home.folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { std::fs::remove_dir_all(path).unwrap() } else { std::fs::remove_file(path).unwrap() }
    }
    copy_folder(copy, home.folder());
    home.restart();
}

/// Lists every file of a folder, with what is in it.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(within) = folders.pop() {
        for entry in std::fs::read_dir(within).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn a_folder_put_back_to_an_older_one_is_noticed_until_she_goes_on_from_it() {
    let (mut home, ana) = Home::with_ana();
    add(&mut home, "before");
    let copy = last_week(&mut home);
    home.come_in(ana);
    for title in ["one", "two", "three"] {
        add(&mut home, title);
    }
    put_back(copy.path(), &mut home);
    assert!(come_in(&mut home, ana).unwrap().put_back);
    assert_eq!(titles(&home), ["before"], "nothing that is here is lost");
    add(&mut home, "after");
    home.restart();
    assert!(come_in(&mut home, ana).unwrap().put_back, "one act does not hide three");
    assert!(!home.family.go_on_from_here().unwrap().put_back);
    home.restart();
    home.come_in(ana);
    assert_eq!(titles(&home), ["after", "before"]);
}

#[test]
fn without_the_mark_a_newer_copy_of_hers_shows_it() {
    let (mut home, ana) = Home::with_ana();
    add(&mut home, "before");
    let copy = last_week(&mut home);
    home.come_in(ana);
    add(&mut home, "one");
    home.family.back_up(home.now).unwrap();
    let backups = tempfile::tempdir().unwrap();
    copy_folder(&home.folder().join("backups"), backups.path());

    put_back(copy.path(), &mut home);
    copy_folder(backups.path(), &home.folder().join("backups"));
    std::fs::remove_file(home.settings().join("marks.json")).unwrap();
    home.restart();
    assert!(come_in(&mut home, ana).unwrap().put_back);
    assert_eq!(home.family.back_up_if_overdue(home.now), Ok(false), "nothing is made over the newer copy");
    assert_eq!(home.family.back_up_if_changed(home.now), Ok(false));
    assert_eq!(home.family.back_up(home.now).unwrap_err(), Error::PutBack);
    let newest = std::fs::read_dir(home.folder().join("backups").join(ana.to_string())).unwrap();
    let newest = newest.map(|entry| entry.unwrap().path()).find(|path| path.is_file()).unwrap();
    home.family.restore_bundle(&newest, &Passphrase::typed(ANAS_PASSPHRASE)).unwrap();
    assert_eq!(titles(&home), ["before", "one"]);
    home.family.go_on_from_here().unwrap();
    home.restart();
    home.come_in(ana);
}

#[test]
fn a_single_file_put_back_is_noticed_or_refused_or_changes_nothing() {
    let (mut home, ana) = Home::with_ana();
    add(&mut home, "before");
    home.family.back_up(home.now).unwrap();
    let copy = last_week(&mut home);
    home.come_in(ana);
    home.family.set_region("GB-ENG").unwrap();
    for title in ["one", "two", "three"] {
        add(&mut home, title);
    }
    home.family.back_up(home.now).unwrap();
    let [old, fresh] = [ANAS_PASSPHRASE, ANAS_OTHER_PASSPHRASE].map(Passphrase::typed);
    home.family.change_passphrase(ana, &old, &fresh).unwrap();
    home.restart();
    let (before, now) = (files(copy.path()), files(home.folder()));
    let expected = ["before", "one", "three", "two"];
    let mut noticed = Vec::new();
    for (name, bytes) in before.iter().filter(|(name, bytes)| now.get(*name) != Some(*bytes)) {
        let settings = home.settings();
        let mut home = Home::in_a_copy_of(home.folder());
        copy_folder(settings, home.settings());
        std::fs::create_dir_all(home.folder().join(name).parent().unwrap()).unwrap();
        std::fs::write(home.folder().join(name), bytes).unwrap();
        home.restart();
        match come_in(&mut home, ana) {
            Ok(here) if here.put_back => noticed.push(name.display().to_string()),
            Ok(_) => assert_eq!(titles(&home), expected, "{} put back went unnoticed", name.display()),
            Err(error) => assert!(matches!(error, Error::DamagedStore(_)), "{}: {error:?}", name.display()),
        }
    }
    assert!(noticed.iter().any(|name| name == "slots.json"), "{noticed:?}");
    assert!(noticed.iter().any(|name| name == "door.json"), "{noticed:?}");
}

#[test]
fn a_store_with_no_name_for_its_folder_or_an_older_one_is_found_all_the_same() {
    let (mut home, ana) = Home::with_ana();
    let id = home.family.add_milestone(&milestone("gone"), home.now).unwrap().rows[0].id;
    add(&mut home, "the sea");
    home.family.delete_milestone(id, None, home.now).unwrap();
    home.family.tidy().unwrap();
    home.restart();
    let current = home.folder().join("store/current");
    for older in [Some("1"), None] {
        match older {
            Some(older) => std::fs::write(&current, older).unwrap(),
            None => std::fs::remove_file(&current).unwrap(),
        }
        home.come_in(ana);
        assert_eq!(titles(&home), ["the sea"]);
        home.restart();
    }
}

#[test]
fn the_mark_holds_counts_and_nothing_anybody_wrote() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    add(&mut home, "née 🌷");
    home.family.back_up(home.now).unwrap();
    home.family.tidy().unwrap();
    let files = files(home.settings());
    assert_eq!(files.len(), 1);
    let mark: serde_json::Value = serde_json::from_slice(&files[Path::new("marks.json")]).unwrap();
    let families = mark.as_object().unwrap();
    assert_eq!(families.len(), 1);
    for (id, counts) in families {
        uuid::Uuid::parse_str(id).unwrap();
        assert!(![ana, mira].iter().any(|person| person.to_string() == *id));
        let counts = counts.as_object().unwrap();
        assert_eq!(counts.keys().collect::<Vec<_>>(), ["door", "slots", "store"]);
        assert!(counts.values().all(|count| count.as_u64().is_some_and(|count| count > 0)));
    }
}

#[test]
fn a_broken_mark_is_as_good_as_none_and_is_written_anew() {
    let (mut home, ana) = Home::with_ana();
    let mark = home.settings().join("marks.json");
    for broken in ["", "{", "[1]"] {
        std::fs::write(&mark, broken).unwrap();
        home.restart();
        home.come_in(ana);
        add(&mut home, "on");
        assert!(std::fs::read_to_string(&mark).unwrap().contains("store"));
    }
}

#[test]
fn a_copy_brought_back_where_the_folder_was_lost_is_gone_on_from_without_a_word() {
    let (mut home, ana) = Home::with_ana();
    add(&mut home, "before");
    let stick = tempfile::tempdir().unwrap();
    let made = home.family.copy_to(stick.path(), home.now).unwrap();
    for title in ["one", "two", "three"] {
        add(&mut home, title);
    }
    let nothing = tempfile::tempdir().unwrap();
    put_back(nothing.path(), &mut home);
    let words = Passphrase::typed(ANAS_PASSPHRASE);
    let back = home.family.restore_bundle(&stick.path().join(&made.files[0]), &words).unwrap();
    assert!(!back.here.put_back, "she knows which day it is of");
    home.restart();
    home.come_in(ana);
}
