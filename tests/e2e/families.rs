//! Several families on one computer, each closed to the other.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use twinflower_tests::home::{Home, copy_folder};
use twinflower_tests::window::{Ending, Window};

use super::people::{Person, can_be_read_twice_as_large, comes_for_the_first_time, everybody_can_use, lock};

const LEA: Person =
    Person { name: "Léa 🌿 לאה", colour: "Fern", passphrase: "lantern sudden pepper ocean drift" };

/// A computer whose own place for applications is this folder.
struct Computer(TempDir);

impl Computer {
    fn first(&self) -> PathBuf {
        self.0.path().join("app.twinflower.desktop")
    }

    /// The one other family's folder.
    fn second(&self) -> PathBuf {
        let entries = fs::read_dir(self.first().join("families")).into_iter().flatten();
        let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        assert!(folders.len() < 2, "{folders:?}");
        folders.pop().unwrap_or_default()
    }

    fn opens(&self, folder: &Path) -> Window {
        Window::open_with(folder, &[], &[("XDG_DATA_HOME", &self.0.path().to_string_lossy())])
    }
}

/// Waits until a process of the app has its turn with this folder.
fn somebody_has(folder: impl Fn() -> PathBuf) {
    let until = Instant::now() + Duration::from_secs(20);
    let is_had = || {
        let lock = File::options().write(true).open(folder().join("lock"));
        lock.is_ok_and(|lock| matches!(lock.try_lock(), Err(TryLockError::WouldBlock)))
    };
    while !is_had() {
        assert!(Instant::now() < until, "no process stands at the other family's door");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_mother_of_two_daughters_has_two_families_each_behind_its_own_door() {
    let computer = Computer(TempDir::new().unwrap());
    let (home, _, _) = Home::with_both();
    copy_folder(home.folder(), &computer.first());

    let window = computer.opens(&computer.first());
    window.says("Who’s here?");
    window.press("Another family…");
    window.says("Nothing goes from one to another.");
    everybody_can_use(&window, "another family, none yet");
    window.press("Start another family");
    somebody_has(|| computer.second());
    assert_eq!(window.closed_by_itself(), Ending::StartedAnew);

    let window = computer.opens(&computer.second());
    window.says("Welcome");
    assert!(!window.holds("Mira"));
    window.press("Another family…");
    window.says("Ana 🌷 and Mira מירה");
    window.does_not_say("Start another family");
    window.keys("Escape");
    comes_for_the_first_time(&window, &LEA);
    lock(window);

    let window = computer.opens(&computer.first());
    window.says("Who’s here?");
    assert!(!window.holds("Léa"));
    window.press("Another family…");
    everybody_can_use(&window, "another family");
    can_be_read_twice_as_large(&window, "another family");
    window.press("Léa 🌿 לאה");
    somebody_has(|| computer.second());
    assert_eq!(window.closed_by_itself(), Ending::StartedAnew);

    let window = computer.opens(&computer.second());
    window.says("Léa 🌿 לאה");
    assert!(!window.holds("Mira"));
    window.press("Another family…");
    window.press("Ana 🌷 and Mira מירה");
    somebody_has(|| computer.first());
    assert_eq!(window.closed_by_itself(), Ending::StartedAnew);
}

#[test]
fn from_a_door_that_cannot_be_read_another_familys_door_is_reached() {
    let computer = Computer(TempDir::new().unwrap());
    let (lost, _, _) = Home::with_both();
    copy_folder(lost.folder(), &computer.first());
    for name in ["door.json", "door.twin.json"] {
        fs::write(computer.first().join(name), "{").unwrap();
    }
    let other = computer.first().join("families").join("6f1b0f5e-6d0c-4a53-9d0a-3c8f1d2b7a10");
    copy_folder(lost.folder(), &other);

    let window = computer.opens(&computer.first());
    window.says("Try again");
    everybody_can_use(&window, "a door that cannot be read");
    can_be_read_twice_as_large(&window, "a door that cannot be read");
    window.press("Another family…");
    window.press("Ana 🌷 and Mira מירה");
    somebody_has(|| computer.second());
    assert_eq!(window.closed_by_itself(), Ending::StartedAnew);
    assert_eq!(fs::read_to_string(computer.first().join("door.json")).unwrap(), "{");

    let window = computer.opens(&computer.second());
    window.says("Who’s here?");
}

#[test]
fn a_folder_that_was_named_from_outside_knows_no_other_family() {
    let (home, _, _) = Home::with_both();
    let window = Window::open(home.folder());
    window.says("Who’s here?");
    assert!(!window.offers("Another family…"));
}
