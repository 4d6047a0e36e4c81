//! Copies in the real window: onto a stick, into a fresh folder through the door, taken along to read, and when what is
//! kept cannot be read.

use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;
use twinflower_tests::window::Window;

use super::album::Chapter;
use super::people::{
    ANA, can_be_read_twice_as_large, comes_for_the_first_time, comes_in, everybody_can_use, lock, writes,
};

const WRITTEN: &str = "Née Núñez 🌷 said שלום";

/// Finds the file in a folder whose name ends so.
fn file(folder: &Path, ending: &str) -> PathBuf {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.into_iter().find(|path| path.extension().is_some_and(|found| found == ending)).unwrap()
}

#[test]
fn a_copy_on_a_stick_is_her_way_in_on_another_computer() {
    let (folder, stick) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let window = Window::open(folder.path());
    comes_for_the_first_time(&window, &ANA);
    writes(&window, WRITTEN);
    window.press("Settings");
    window.says("There is no copy on this computer yet.");
    everybody_can_use(&window, "kept safe");
    window.press("Copy to a stick");
    everybody_can_use(&window, "a copy on a stick");
    window.type_into("Folder", &stick.path().join("nowhere").to_string_lossy());
    window.press("Make the copy");
    window.says("There is no folder with this name. Nothing was changed.");
    window.type_into("Folder", &stick.path().to_string_lossy());
    window.press("Make the copy");
    window.says("The copy is there, and was read through once");
    lock(window);
    let backups = folder.path().join("backups");
    assert!(backups.exists(), "locking made the copy of today as well");

    let elsewhere = TempDir::new().unwrap();
    let window = Window::open(elsewhere.path());
    window.says("Welcome");
    window.press("I have a copy");
    everybody_can_use(&window, "bring back");
    window.type_into("The copy", &file(stick.path(), "twinflower").to_string_lossy());
    window.type_into("Your passphrase, or your twelve spare words", "not her words at all");
    window.press("Look inside");
    window.says("These words do not open it. Nothing was lost.");
    window.type_into("Your passphrase, or your twelve spare words", ANA.passphrase);
    window.press("Look inside");
    window.says("One milestone");
    everybody_can_use(&window, "what is in it");
    can_be_read_twice_as_large(&window, "what is in it");
    window.press("Bring it back");
    window.press("Milestones");
    window.says(WRITTEN);
    lock(window);

    let window = Window::open(elsewhere.path());
    comes_in(&window, &ANA);
    window.press("Settings");
    window.says("The newest copy on this computer is of");
    let about =
        "[...document.querySelectorAll('h2')].find((title) => title.textContent === 'Kept safe').scrollIntoView()";
    window.runs(about, vec![]);
    everybody_can_use(&window, "kept safe with a copy");
    window.press("Bring back from a copy");
    window.type_into("The copy", &file(stick.path(), "twinflower").to_string_lossy());
    window.type_into("Your passphrase, or your twelve spare words", ANA.passphrase);
    window.press("Look inside");
    window.says("All of it is here already.");
    window.press("Bring it back");
    window.says("Nothing was changed.");
    assert!(!window.holds(ANA.passphrase));
}

#[test]
fn what_she_takes_along_can_be_read_without_twinflower_and_she_is_told_that_it_is_not_locked() {
    let (folder, stick) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let window = Window::open(folder.path());
    comes_for_the_first_time(&window, &ANA);
    writes(&window, WRITTEN);
    window.press("Settings");
    window.press("Leave with your copy");
    window.says("The two to read are not locked.");
    everybody_can_use(&window, "leave");
    can_be_read_twice_as_large(&window, "leave");
    window.type_into("Folder", &stick.path().to_string_lossy());
    window.type_into("Your passphrase", ANA.passphrase);
    window.press("Make the three files");
    window.says("The files are there:");
    let page = std::fs::read_to_string(file(stick.path(), "html")).unwrap();
    assert!(page.contains(WRITTEN) && page.contains("This page is not locked."));
    assert!(std::fs::read_to_string(file(stick.path(), "json")).unwrap().contains(WRITTEN));
    assert!(file(stick.path(), "twinflower").exists());
}

#[test]
fn when_what_is_kept_cannot_be_read_her_newest_copy_takes_its_place() {
    let folder = TempDir::new().unwrap();
    let window = Window::open(folder.path());
    comes_for_the_first_time(&window, &ANA);
    writes(&window, WRITTEN);
    lock(window);
    let store = folder.path().join("store");
    let current = std::fs::read_to_string(store.join("current")).unwrap();
    for entry in std::fs::read_dir(store.join(current.trim())).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() && path.file_name().unwrap() != "begun" {
            let length = std::fs::metadata(&path).unwrap().len().min(1 << 16) as usize;
            std::fs::write(path, vec![0xa5; length]).unwrap();
        }
    }

    let window = Window::open(folder.path());
    window.waits_at_most(Duration::from_secs(20));
    window.type_into("Ana’s passphrase", ANA.passphrase);
    window.press_beside("Ana", "Come in");
    window.says("Part of what is kept on this computer cannot be read.");
    let chapter = Chapter::begins("A copy takes its place");
    chapter.shows(&window, "cannot-be-read");
    window.press("Bring back my copy");
    chapter.shows(&window, "repair");
    window.type_into("Ana’s passphrase", ANA.passphrase);
    window.press("Bring back my newest copy");
    window.says("Your copy is back");
    chapter.shows(&window, "repaired");
    chapter.ends();
    window.press("Go on");
    window.press("Milestones");
    window.says(WRITTEN);
}
