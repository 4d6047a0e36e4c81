//! What is changed behind the family's back is told.

use std::path::Path;
use twinflower_tests::prove::{Ask, tamper};

#[test]
fn not_one_bit_of_a_copy_or_of_the_doors_slots_can_be_changed_untold() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/golden/v1");
    tamper::tamper(Ask { n: 50, seed: 22 }, &golden, &mut |_| ());
}
