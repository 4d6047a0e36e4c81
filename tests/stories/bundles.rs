//! Copies: made by themselves, verified, rotated, looked into, brought back; and a store that cannot be read.

use std::path::{Path, PathBuf};
use twinflower_core::Error;
use twinflower_core::domain::ids::PersonId;
use twinflower_core::domain::person::Colour;
use twinflower_core::use_cases::MilestoneWords;
use twinflower_core::vault::Passphrase;
use twinflower_core::views::MilestonesView;
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE, holds_bytes};

const FRESH: &str = "seven geese over slow water";

fn milestone(title: &str) -> MilestoneWords {
    MilestoneWords { title: title.to_owned(), why: String::new(), reached_on: None, counted: None }
}

fn seen(home: &Home) -> MilestonesView {
    home.family.milestones("", home.now).unwrap()
}

fn titles(home: &Home) -> Vec<String> {
    seen(home).rows.into_iter().map(|row| row.title).collect()
}

fn anas() -> Passphrase {
    Passphrase::typed(ANAS_PASSPHRASE)
}

fn miras() -> Passphrase {
    Passphrase::typed(MIRAS_PASSPHRASE)
}

/// Makes a copy of whoever is alone, on a stick, and returns where it is.
fn copy(home: &mut Home, stick: &Path) -> PathBuf {
    let made = home.family.copy_to(stick, home.now).unwrap();
    stick.join(&made.files[0])
}

fn stick() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn backup_of_today(home: &Home, person: PersonId) -> PathBuf {
    home.folder().join(format!("backups/{person}/{}.twinflower", home.now.today))
}

/// A home with something of Ana's, something of Mira's and something of both.
fn a_full_home() -> (Home, PersonId, PersonId) {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    home.family.add_milestone(&milestone("Ana's own 🌷 née"), home.now).unwrap();
    home.alone(mira);
    home.family.add_milestone(&milestone("Mira's own"), home.now).unwrap();
    home.together(ana, mira);
    home.family.add_milestone(&milestone("of both שלום"), home.now).unwrap();
    home.alone(ana);
    (home, ana, mira)
}

#[test]
fn a_copy_brought_back_into_a_fresh_folder_reads_the_same() {
    let (mut home, ana, _) = a_full_home();
    let stick = stick();
    let file = copy(&mut home, stick.path());
    let before = seen(&home);

    let mut other = Home::elsewhere();
    let preview = other.family.preview_bundle(&file, &anas()).unwrap();
    assert_eq!((preview.name.as_str(), preview.made_on, preview.milestones), ("Ana 🌷", home.now.today, 2));
    assert!(!preview.is_here_already);
    let wrong = other.family.restore_bundle(&file, &miras());
    assert_eq!(wrong, Err(Error::WrongWords));
    assert!(other.family.door().people.is_empty(), "nothing came of it");
    let restored = other.family.restore_bundle(&file, &anas()).unwrap();
    assert_eq!((restored.here.here[0].id, restored.here.ours_is_open), (ana, true));
    assert_eq!(seen(&other), before);

    other.restart();
    other.come_in(ana);
    assert_eq!(seen(&other), before);
    assert_eq!(other.family.door().people.len(), 1, "no screen mentions an absent second");
}

#[test]
fn the_other_comes_back_with_her_own_copy_and_ours_is_the_same_for_both_again() {
    let (mut home, ana, mira) = a_full_home();
    let stick = stick();
    let anas_copy = copy(&mut home, stick.path());
    home.alone(mira);
    home.family.add_milestone(&milestone("written later"), home.now).unwrap();
    let miras_copy = copy(&mut home, stick.path());
    assert_ne!(anas_copy, miras_copy, "neither writes over the other's");

    let mut other = Home::elsewhere();
    other.family.restore_bundle(&anas_copy, &anas()).unwrap();
    other.family.restore_bundle(&miras_copy, &miras()).unwrap();
    assert_eq!(titles(&other), ["Mira's own", "of both שלום", "written later"]);
    assert_eq!(other.family.door().people.len(), 2);
    other.restart();
    other.together(ana, mira);
    assert_eq!(titles(&other), ["of both שלום"]);
    other.alone(ana);
    assert_eq!(titles(&other), ["Ana's own 🌷 née", "of both שלום"]);
}

#[test]
fn without_her_copy_the_other_comes_as_a_newcomer_and_is_let_in_under_her_name() {
    let (mut home, ana, mira) = a_full_home();
    let stick = stick();
    let file = copy(&mut home, stick.path());
    let mut other = Home::elsewhere();
    other.family.restore_bundle(&file, &anas()).unwrap();
    let again = other.make_way_in("Mira מירה", Colour::Honey, MIRAS_PASSPHRASE);
    assert_eq!(again, mira, "what was hers in *ours* is hers again");
    assert!(!other.family.whos_here().ours_is_open, "but not before the yes");
    assert!(titles(&other).is_empty());
    other.come_in(ana);
    other.family.say_yes(mira, &anas()).unwrap();
    other.alone(mira);
    assert_eq!(titles(&other), ["of both שלום"]);
}

#[test]
fn an_older_copy_replaces_nothing_and_revives_nothing_that_was_deleted() {
    let (mut home, _, _) = a_full_home();
    let kept = seen(&home).rows[0].id;
    let doomed = home.family.add_milestone(&milestone("the car park"), home.now).unwrap();
    let doomed = doomed.rows.iter().find(|row| row.title == "the car park").unwrap().id;
    let stick = stick();
    let file = copy(&mut home, stick.path());
    let sealed = home.family.sealed_bytes_of(doomed.into()).unwrap();

    home.family.edit_milestone(kept, &milestone("Ana's own, newer words"), None, home.now).unwrap();
    home.family.delete_milestone(doomed, None, home.now).unwrap();
    home.family.tidy().unwrap();
    let before = seen(&home);
    assert!(home.family.preview_bundle(&file, &anas()).unwrap().is_here_already);
    let restored = home.family.restore_bundle(&file, &anas()).unwrap();
    assert!(!restored.brought_something);
    assert_eq!(seen(&home), before);
    assert!(sealed.iter().all(|part| !holds_bytes(&home.every_byte(), part)), "not even its sealed bytes came back");
}

#[test]
fn what_was_written_on_another_computer_meanwhile_is_added_and_what_was_deleted_there_goes() {
    let (mut home, ana, _) = a_full_home();
    let stick = stick();
    let first = copy(&mut home, stick.path());
    let mut other = Home::elsewhere();
    other.family.restore_bundle(&first, &anas()).unwrap();
    let shared = seen(&other).rows.into_iter().find(|row| row.title.starts_with("Ana")).unwrap().id;
    other.family.delete_milestone(shared, None, other.now).unwrap();
    other.family.add_milestone(&milestone("from the other computer"), other.now).unwrap();
    let second = copy(&mut other, stick.path());

    let sealed = home.family.sealed_bytes_of(shared.into()).unwrap();
    home.family.add_milestone(&milestone("from this one"), home.now).unwrap();
    assert!(home.family.restore_bundle(&second, &anas()).unwrap().brought_something);
    assert_eq!(titles(&home), ["from the other computer", "from this one", "of both שלום"]);
    home.family.tidy().unwrap();
    assert!(sealed.iter().all(|part| !holds_bytes(&home.every_byte(), part)), "deleted there is deleted here");
    home.restart();
    home.come_in(ana);
    assert_eq!(titles(&home), ["from the other computer", "from this one", "of both שלום"]);
}

#[test]
fn a_copy_of_hers_holds_not_one_sealed_byte_of_the_others_own_space() {
    let (mut home, ana, mira) = a_full_home();
    home.alone(mira);
    let hers = seen(&home).rows.into_iter().find(|row| row.title == "Mira's own").unwrap().id;
    let sealed = home.family.sealed_bytes_of(hers.into()).unwrap();
    assert!(sealed.len() >= 2 && sealed.iter().all(|part| holds_bytes(&home.every_byte(), part)));
    home.alone(ana);
    let stick = stick();
    let file = copy(&mut home, stick.path());
    let bytes = std::fs::read(file).unwrap();
    assert!(sealed.iter().all(|part| !holds_bytes(&bytes, part)));
    assert!(!holds_bytes(&bytes, "Mira".as_bytes()), "nor her name");
}

#[test]
fn only_she_brings_back_her_own_space() {
    let (mut home, _, mira) = a_full_home();
    let stick = stick();
    let file = copy(&mut home, stick.path());
    home.alone(mira);
    assert_eq!(home.family.restore_bundle(&file, &anas()), Err(Error::NotHers));
    home.family.lock_all();
    assert_eq!(home.family.restore_bundle(&file, &anas()), Err(Error::Closed));
    let mut strangers = Home::elsewhere();
    strangers.make_way_in("Ana", Colour::Rose, ANAS_PASSPHRASE);
    assert_eq!(strangers.family.restore_bundle(&file, &anas()), Err(Error::OtherFamily));
}

#[test]
fn a_day_in_which_something_changed_leaves_a_verified_copy_and_a_quiet_one_leaves_none() {
    let (mut home, ana, _) = a_full_home();
    assert!(home.family.kept_safe().unwrap().changed_since);
    assert!(home.family.back_up_if_changed(home.now).unwrap());
    let view = home.family.kept_safe().unwrap();
    assert_eq!((view.last_on, view.copies, view.changed_since, view.failed_on), (Some(home.now.today), 1, false, None));
    home.days_go_by(1);
    home.restart();
    home.come_in(ana);
    assert!(!home.family.back_up_if_overdue(home.now).unwrap(), "nothing changed since");
    home.family.add_milestone(&milestone("a new day"), home.now).unwrap();
    assert!(home.family.back_up_if_overdue(home.now).unwrap());
    assert!(!home.family.back_up_if_changed(home.now).unwrap());
    assert_eq!(home.family.kept_safe().unwrap().copies, 2);
}

#[test]
fn copies_of_two_years_are_seven_days_and_twelve_months_and_none_older() {
    let (mut home, ana) = Home::with_ana();
    home.family.add_milestone(&milestone("kept"), home.now).unwrap();
    home.family.back_up(home.now).unwrap();
    let newest = std::fs::read(backup_of_today(&home, ana)).unwrap();
    let today = home.now.today;
    for back in (1..730).step_by(3) {
        home.now.today = today - chrono::Days::new(back);
        std::fs::write(backup_of_today(&home, ana), &newest).unwrap();
    }
    home.now.today = today;
    home.family.add_milestone(&milestone("and another"), home.now).unwrap();
    let view = home.family.back_up(home.now).unwrap();
    assert_eq!(view.copies, 7 + 12);
}

#[test]
fn a_changed_passphrase_changes_the_copies_that_can_be_reached() {
    let (mut home, ana, _) = a_full_home();
    home.family.back_up(home.now).unwrap();
    let stick = stick();
    let on_the_stick = copy(&mut home, stick.path());
    let in_a_drawer = stick.path().join("drawer.twinflower");
    std::fs::copy(&on_the_stick, &in_a_drawer).unwrap();
    home.family.change_passphrase(ana, &anas(), &Passphrase::typed(FRESH)).unwrap();
    for file in [&backup_of_today(&home, ana), &on_the_stick] {
        assert_eq!(home.family.preview_bundle(file, &anas()), Err(Error::WrongWords));
        assert_eq!(home.family.preview_bundle(file, &Passphrase::typed(FRESH)).unwrap().milestones, 2);
    }
    assert_eq!(
        home.family.preview_bundle(&in_a_drawer, &anas()).unwrap().milestones,
        2,
        "the one in a drawer keeps the old words"
    );
}

#[test]
fn the_spare_words_open_a_copy_too() {
    let (mut home, ana) = Home::with_ana();
    home.family.add_milestone(&milestone("kept"), home.now).unwrap();
    let words = home.family.begin_spare_words(ana, &anas()).unwrap().join(" ");
    home.family.try_fresh_spare_words(&words).unwrap();
    let stick = stick();
    let file = copy(&mut home, stick.path());
    let mut other = Home::elsewhere();
    other.family.restore_bundle(&file, &Passphrase::typed(&words.to_uppercase())).unwrap();
    assert_eq!(titles(&other), ["kept"]);
}

#[test]
fn a_cut_or_changed_copy_is_refused_and_nothing_comes_of_it() {
    let (mut home, _, _) = a_full_home();
    let stick = stick();
    let file = copy(&mut home, stick.path());
    let whole = std::fs::read(&file).unwrap();
    let mut other = Home::elsewhere();
    for length in (0..whole.len()).step_by(211) {
        std::fs::write(&file, &whole[..length]).unwrap();
        let refused = other.family.restore_bundle(&file, &anas()).unwrap_err();
        assert!(matches!(refused, Error::DamagedBundle(_)), "cut at {length}: {refused:?}");
    }
    for at in (0..whole.len()).step_by(97) {
        let mut changed = whole.clone();
        changed[at] ^= 4;
        std::fs::write(&file, &changed).unwrap();
        let refused = other.family.restore_bundle(&file, &anas()).unwrap_err();
        assert!(
            matches!(refused, Error::DamagedBundle(_) | Error::NotABundle | Error::LaterVersion),
            "changed at {at}: {refused:?}"
        );
    }
    assert!(other.family.door().people.is_empty());
}

#[test]
fn a_full_or_closed_or_missing_place_is_told_and_leaves_nothing_behind() {
    let (mut home, _) = Home::with_ana();
    home.family.add_milestone(&milestone("kept"), home.now).unwrap();
    let stick = stick();
    assert_eq!(home.family.copy_to(&stick.path().join("no such folder"), home.now), Err(Error::NoSuchFolder));
    let file = stick.path().join("a file");
    std::fs::write(&file, b"x").unwrap();
    assert_eq!(home.family.copy_to(&file, home.now), Err(Error::NoSuchFolder));
    #[cfg(target_os = "linux")]
    assert!(home.family.copy_to(Path::new("/proc"), home.now).is_err());
    assert_eq!(home.family.preview_bundle(&file, &anas()), Err(Error::NotABundle));
    assert_eq!(home.family.preview_bundle(&stick.path().join("nothing"), &anas()), Err(Error::NoSuchFile));
    assert_eq!(titles(&home), ["kept"]);
}

/// Damages the log of the store beyond what sled can read.
fn damage_store(home: &Home) {
    let store = home.folder().join("store");
    let current = std::fs::read_to_string(store.join("current")).unwrap();
    let db = store.join(current.trim()).join("db");
    let mut bytes = std::fs::read(&db).unwrap();
    for at in (0..bytes.len().min(64 << 10)).step_by(61) {
        bytes[at] ^= 0xa5;
    }
    std::fs::write(db, bytes).unwrap();
    for entry in std::fs::read_dir(store.join(current.trim())).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().unwrap().to_string_lossy().starts_with("snap.") {
            std::fs::remove_file(path).unwrap();
        }
    }
}

#[test]
fn a_store_that_cannot_be_read_is_set_aside_and_each_gets_hers_back_from_her_newest_copy() {
    let (mut home, ana, mira) = a_full_home();
    home.family.back_up(home.now).unwrap();
    home.alone(mira);
    home.family.back_up(home.now).unwrap();
    home.restart();
    damage_store(&home);
    let refused = home.family.come_in(ana, &anas());
    assert!(matches!(refused, Err(Error::DamagedStore(_))), "{refused:?}");
    assert_eq!(home.family.repair(ana, &miras(), None, home.now), Err(Error::WrongWords));
    let back = home.family.repair(ana, &anas(), None, home.now).unwrap();
    assert_eq!((back.made_on, back.all_was_readable), (Some(home.now.today), false));
    assert_eq!(titles(&home), ["Ana's own 🌷 née", "of both שלום"]);
    let aside = home.folder().join(format!("store/set-aside-{}", home.now.today));
    assert!(aside.join("db").exists(), "what could not be read is kept");

    home.restart();
    home.come_in(mira);
    assert_eq!(titles(&home), ["Mira's own", "of both שלום"]);
    home.restart();
    home.together(ana, mira);
    assert_eq!(titles(&home), ["of both שלום"]);
    assert!(aside.exists());
}

#[test]
fn a_store_whose_files_are_gone_is_noticed_and_its_newest_copy_comes_back() {
    let (mut home, ana) = Home::with_ana();
    home.family.add_milestone(&milestone("kept"), home.now).unwrap();
    home.family.back_up(home.now).unwrap();
    home.restart();
    std::fs::remove_dir_all(home.folder().join("store")).unwrap();
    assert!(matches!(home.family.come_in(ana, &anas()), Err(Error::DamagedStore(_))));
    home.family.repair(ana, &anas(), None, home.now).unwrap();
    assert_eq!(titles(&home), ["kept"]);
}

#[test]
fn without_any_copy_a_damaged_store_stays_as_it_is_until_she_names_one() {
    let (mut home, ana) = Home::with_ana();
    home.family.add_milestone(&milestone("kept"), home.now).unwrap();
    let stick = stick();
    let file = copy(&mut home, stick.path());
    home.restart();
    damage_store(&home);
    assert!(home.family.come_in(ana, &anas()).is_err());
    let before = home.every_byte().len();
    assert_eq!(home.family.repair(ana, &anas(), None, home.now), Err(Error::NoCopy));
    assert!(home.every_byte().len() >= before, "nothing was taken away");
    home.family.repair(ana, &anas(), Some(&file), home.now).unwrap();
    assert_eq!(titles(&home), ["kept"]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_as_that_and_what_was_kept_is_there_when_there_is_room_again() {
    let (mut home, ana) = Home::with_ana();
    home.family.add_milestone(&milestone("kept"), home.now).unwrap();
    home.family.back_up(home.now).unwrap();
    // Every write to /dev/full is answered as a full disk answers.
    let full = |at: &Path| std::os::unix::fs::symlink("/dev/full", at).unwrap();
    let stick = stick();
    full(&stick.path().join(format!("twinflower-{}.new", home.now.today)));
    assert_eq!(home.family.copy_to(stick.path(), home.now), Err(Error::DiskFull));
    assert_eq!(std::fs::read_dir(stick.path()).unwrap().count(), 0, "nothing half made is left");

    home.family.add_milestone(&milestone("and another"), home.now).unwrap();
    full(&home.folder().join(format!("backups/{ana}/making.new")));
    assert_eq!(home.family.back_up(home.now), Err(Error::DiskFull));
    let view = home.family.kept_safe().unwrap();
    assert_eq!((view.copies, view.failed_on), (1, Some(home.now.today)), "the one before still counts");
    home.family.back_up(home.now).unwrap();

    home.restart();
    full(&home.folder().join("store/room"));
    assert_eq!(home.family.come_in(ana, &anas()), Err(Error::DiskFull), "not a damaged store");
    home.come_in(ana);
    assert_eq!(titles(&home), ["and another", "kept"]);
}

#[test]
fn what_is_large_is_kept_once_for_all_copies_and_goes_with_the_last_that_holds_it() {
    let (mut home, ana) = Home::with_ana();
    let large = MilestoneWords { why: "🌷".repeat(10_000), ..milestone("large") };
    let id = home.family.add_milestone(&large, home.now).unwrap().rows[0].id;
    home.family.back_up(home.now).unwrap();
    let first = backup_of_today(&home, ana);
    let beside = first.parent().unwrap().join("blobs");
    let kept_beside = || std::fs::read_dir(&beside).unwrap().count();
    home.days_go_by(1);
    home.family.add_milestone(&milestone("small"), home.now).unwrap();
    home.family.back_up(home.now).unwrap();
    assert_eq!((home.family.kept_safe().unwrap().copies, kept_beside()), (2, 1));
    assert!(std::fs::metadata(&first).unwrap().len() < 40_000, "it is not in the copy itself");
    let mut other = Home::elsewhere();
    other.family.restore_bundle(&first, &anas()).unwrap();
    assert_eq!(seen(&other).rows[0].why, large.why);

    let stick = stick();
    let whole = copy(&mut home, stick.path());
    assert!(std::fs::metadata(whole).unwrap().len() > 40_000, "a copy on a stick holds everything");

    home.family.delete_milestone(id, None, home.now).unwrap();
    home.family.tidy().unwrap();
    home.family.back_up(home.now).unwrap();
    assert_eq!(kept_beside(), 1, "the first copy still holds it");
    home.days_go_by(366);
    home.family.add_milestone(&milestone("a year later"), home.now).unwrap();
    home.family.back_up(home.now).unwrap();
    assert_eq!((home.family.kept_safe().unwrap().copies, kept_beside()), (1, 0), "after twelve months no copy does");
}
