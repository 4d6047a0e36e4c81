//! In the real window: a data folder that was put back to an older one.

use tempfile::TempDir;
use twinflower_core::use_cases::MilestoneWords;
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, copy_folder};
use twinflower_tests::window::Window;

use super::people::{can_be_read_twice_as_large, everybody_can_use};

#[test]
fn an_older_folder_is_told_in_one_quiet_line_with_a_way_to_what_is_kept_safe() {
    let around = TempDir::new().unwrap();
    let folder = around.path().join("family");
    let (mut home, _) = Home::with_ana();
    for title in ["Née Núñez 🌷", "שלום"] {
        let words = MilestoneWords {
            title: title.to_owned(),
            why: String::new(),
            reached_on: Some(home.now.today),
            counted: None,
        };
        home.family.add_milestone(&words, home.now).unwrap();
        if !folder.exists() {
            home.family.lock_all();
            copy_folder(home.folder(), &folder);
            let ana = home.family.door().people[0].id;
            home.come_in(ana);
        }
    }
    copy_folder(home.settings(), &around.path().join("family-settings"));

    let window = Window::open(&folder);
    window.type_into("Ana 🌷’s passphrase", ANAS_PASSPHRASE);
    window.press_beside("Ana 🌷", "Come in");
    window.says("What is here is older than what was kept on this computer before.");
    window.says("Nothing that is here is lost.");
    everybody_can_use(&window, "put back");
    can_be_read_twice_as_large(&window, "put back");
    window.press("See what is kept safe");
    window.says("Copy to a stick");
    window.screenshot("put back kept safe");
    window.press("Go on from here");
    window.stops_saying("What is here is older");
}
