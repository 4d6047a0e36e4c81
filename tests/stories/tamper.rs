//! What is changed behind the family's back is told.

use std::path::Path;
use twinflower_core::vault::Hardness;
use twinflower_tests::mutations::{Base, live_through};
use twinflower_tests::prove::{Ask, locked, tamper};

#[test]
fn not_one_bit_of_a_copy_or_of_the_doors_slots_can_be_changed_untold() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/golden/v1");
    tamper::tamper(Ask { n: 50, seed: 22 }, &golden, &mut |_| ());
}

#[test]
fn of_a_locked_computer_every_file_is_of_a_known_kind_and_nothing_is_cheaper_to_guess_than_a_passphrase() {
    let computer = live_through(Base::Two, &["add_milestone", "share_milestone", "back_up"], 22);
    let (kinds, slots) = locked::looked_through(computer.path(), Hardness::FLOOR);
    assert!(kinds.len() >= 6, "{kinds:?}");
    assert_eq!(slots.len(), 4 * 2 + 2, "two people in a file and its twin, one in a copy, two slots each");
}
