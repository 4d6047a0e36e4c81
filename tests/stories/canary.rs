//! Texts of one private space, and a hunt for them through every byte that is on the disk.

use twinflower_tests::prove::{Ask, canary};

#[test]
fn no_private_text_stands_on_the_disk_in_any_guise_while_open_tidied_copied_or_locked() {
    let said = canary::on_the_disk(Ask { n: 50, seed: 0 }, &mut |_| ());
    assert!(said.contains("0 on the disk"), "{said}");
}
