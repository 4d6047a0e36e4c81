//! Where a page goes: a file of hers, and the one it is printed from.

use super::{our_month, these};
use std::path::Path;
use twinflower_core::faults::{self, Fault};
use twinflower_core::use_cases::{forget_printed, save_page};
use twinflower_core::views::Paper;
use twinflower_core::{Error, Result};
use twinflower_tests::home::{Home, holds};

#[test]
fn a_saved_page_says_nothing_in_its_name_and_overwrites_nothing() {
    let home = Home::empty();
    let folder = tempfile::tempdir().unwrap();
    let saved = |place: &Path, pdf: &[u8]| -> Result<String> {
        let path = save_page(place, pdf, home.now)?;
        assert_eq!(std::fs::read(&path).unwrap(), pdf);
        Ok(path.strip_prefix(folder.path()).unwrap().to_str().unwrap().to_owned())
    };
    assert_eq!(saved(folder.path(), b"one").unwrap(), "Twinflower page 2026-11-22.pdf");
    assert_eq!(saved(folder.path(), b"two").unwrap(), "Twinflower page 2026-11-22 (2).pdf");
    assert_eq!(saved(&folder.path().join("ours.pdf"), b"three").unwrap(), "ours.pdf");
    assert_eq!(saved(&folder.path().join("ours.pdf"), b"four").unwrap(), "ours (2).pdf");
    assert_eq!(saved(&folder.path().join("ours"), b"five").unwrap(), "ours (3).pdf");
    assert_eq!(std::fs::read(folder.path().join("ours.pdf")).unwrap(), b"three");
    for nowhere in ["nowhere/ours.pdf", "ours.pdf/below.pdf"] {
        assert_eq!(saved(&folder.path().join(nowhere), b"x"), Err(Error::NoSuchFolder));
    }
    assert_eq!(save_page(Path::new(""), b"x", home.now), Err(Error::NoSuchFolder));
}

#[test]
fn a_page_that_a_disk_does_not_take_is_told_and_leaves_no_half_of_it() {
    let (home, folder) = (Home::empty(), tempfile::tempdir().unwrap());
    let full = 28; // ENOSPC
    for nth in 1.. {
        faults::begin(folder.path(), Fault { nth, from_then_on: true, errno: full });
        let saved = save_page(folder.path(), b"a page", home.now);
        let calls = faults::end(folder.path());
        if saved.is_ok() {
            assert!(calls < nth && nth > 4, "each of its calls has failed once");
            break;
        }
        assert_eq!(saved, Err(Error::DiskFull));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "call {nth}");
    }
}

#[test]
fn what_is_printed_from_lies_where_only_this_account_can_look_and_goes_at_every_lock() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    let words: Vec<String> = (0..12).map(|at| format!("word{at}")).collect();
    let choice = these(&Paper::SpareWords { words }, &[]);
    let printed = |home: &Home| {
        let path = home.family.page_to_print(&choice, b"%PDF canary", home.now).unwrap();
        assert!(path.starts_with(home.folder()) && holds(&home.every_byte(), "%PDF canary"));
        path
    };
    let path = printed(&home);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let folder = std::fs::metadata(path.parent().unwrap()).unwrap();
        assert_eq!(folder.permissions().mode() & 0o777, 0o700);
    }
    assert_eq!(path.file_name().unwrap(), "Twinflower page 2026-11-22.pdf");
    assert_ne!(printed(&home), path, "one that is open stays as it is");
    home.family.lock(mira);
    assert!(!holds(&home.every_byte(), "canary"), "when one of two locks");
    printed(&home);
    home.family.lock_all();
    assert!(!holds(&home.every_byte(), "canary"), "when everybody does");
    let late = home.family.page_to_print(&choice, b"%PDF canary", home.now);
    assert_eq!(late, Err(Error::Closed), "who locked while it was made has refused it");
    home.come_in(ana);
    let unsigned = these(&our_month(&home), &[]);
    assert_eq!(home.family.page_to_print(&unsigned, b"%PDF canary", home.now), Err(Error::NothingChosen));
    printed(&home);
    forget_printed(home.folder());
    assert!(!holds(&home.every_byte(), "canary"), "at the next start, and on Hide");
}
