//! A disk that fails at every place where it can: what was acknowledged is there, what was refused is not, and saving goes
//! on as soon as the disk does.

use crate::stories::invariants::sources;
use std::collections::BTreeSet;
use twinflower_tests::mutations::{IN_MEMORY, MUTATIONS, TURNS};
use twinflower_tests::prove::{Ask, io};

fn at_every_call(of: &[&str]) {
    io::io_of(of, Ask { n: 0, seed: 22 }, &mut |_| ());
}

#[test]
fn every_use_case_on_a_failing_disk_is_whole_or_not_at_all() {
    io::io(Ask { n: 1, seed: 22 }, &mut |_| ());
}

#[test]
fn a_milestone_on_a_failing_disk_is_kept_or_refused_and_nothing_between() {
    at_every_call(&["add_milestone"]);
}

#[test]
fn deleting_for_real_on_a_failing_disk_is_whole_or_not_at_all() {
    at_every_call(&["delete_milestone"]);
}

#[test]
fn a_photo_on_a_failing_disk_is_kept_whole_or_refused() {
    at_every_call(&["keep_occurrence"]);
}

#[test]
fn on_a_failing_disk_the_old_passphrase_opens_or_the_new_one() {
    at_every_call(&["change_passphrase"]);
}

#[test]
fn a_copy_on_a_failing_disk_counts_only_when_it_holds() {
    at_every_call(&["back_up"]);
}

#[test]
fn tidying_on_a_failing_disk_loses_nothing() {
    at_every_call(&["tidy"]);
}

#[test]
fn bringing_back_a_damaged_store_on_a_failing_disk_is_whole_or_not_at_all() {
    at_every_call(&["repair"]);
}

#[test]
fn coming_back_with_a_copy_on_a_failing_disk_is_whole_or_can_be_done_again() {
    at_every_call(&["restore_bundle: all was lost"]);
}

#[test]
fn opening_on_a_failing_disk_is_refused_with_a_sentence_and_opens_later() {
    at_every_call(&["come_in"]);
}

#[test]
fn every_use_case_that_writes_is_among_those_that_are_tried() {
    let mut writing = BTreeSet::new();
    let sources = sources("src-tauri/core/src/use_cases", &[".rs"]);
    // What only the tests have.
    for (_, text) in sources.iter().filter(|(name, _)| !name.contains("outside")) {
        for signature in text.split("    pub fn ").skip(1) {
            let (name, rest) = signature.split_once('(').unwrap();
            if rest.trim_start().starts_with("&mut self") {
                writing.insert(name.to_owned());
            }
        }
    }
    let tried =
        MUTATIONS.iter().map(|mutation| mutation.name.split(':').next().unwrap()).chain(IN_MEMORY.iter().copied());
    assert_eq!(writing, tried.map(str::to_owned).collect::<BTreeSet<_>>());
    let names: BTreeSet<&str> = MUTATIONS.iter().map(|mutation| mutation.name).collect();
    assert!(TURNS.iter().all(|(name, _)| !names.contains(name)) && names.len() == MUTATIONS.len());
}
