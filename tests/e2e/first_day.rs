//! The first day, in the real window: she makes her way in, writes something, and finds it again.

use tempfile::TempDir;
use twinflower_tests::window::{Ending, Window};

use super::people::{comes_for_the_first_time, ANA};

#[test]
fn what_she_wrote_on_the_first_day_is_there_when_she_comes_again() {
    let folder = TempDir::new().unwrap();
    let window = Window::open(folder.path());
    comes_for_the_first_time(&window, &ANA);

    window.says("Milestones");
    window.type_into("What is it?", "Née Núñez 🌷 said שלום");
    window.type_into("Why it matters If you like", "Because I did not think I could.");
    window.press("Keep it");
    window.says("Née Núñez 🌷 said שלום");
    window.press("Lock");
    assert_eq!(window.closed_by_itself(), Ending::StartedAnew);

    let window = Window::open(folder.path());
    window.says("Who’s here?");
    assert!(!window.holds("Núñez"));
    window.type_into("Ana’s passphrase", ANA.passphrase);
    window.press("Come in");
    window.says("Née Núñez 🌷 said שלום");
    window.says("Because I did not think I could.");
    assert!(window.storage_is_empty(), "{:?}", window.storage());
}
