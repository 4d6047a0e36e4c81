//! Texts of one private space, and a hunt for them through what the real window leaves: processes, files, memory.

use twinflower_tests::prove::{Ask, canary};

#[test]
fn after_hide_and_after_the_last_lock_no_process_no_file_and_no_memory_holds_a_private_text() {
    let said = canary::in_the_window(Ask { n: 50, seed: 0 }, &mut |_| ());
    assert!(said.contains("no process, 0 in files"), "{said}");
}
