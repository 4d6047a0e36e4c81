//! A computer that was let in and goes bad, and one that was not let in.

use twinflower_tests::prove::{Ask, hostile};

#[test]
fn whatever_a_computer_gone_bad_sends_the_others_are_heard_and_a_stranger_learns_nothing() {
    hostile::hostile(Ask { n: 400, seed: 22 }, &mut |_| ());
}
