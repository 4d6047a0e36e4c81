//! Deleting for real, and what stays on the disk after it.

use twinflower_core::use_cases::MilestoneWords;
use twinflower_tests::home::{Home, holds_bytes};

fn milestone(title: &str) -> MilestoneWords {
    MilestoneWords { title: title.to_owned(), why: String::new(), reached_on: None, counted: None }
}

#[test]
fn what_was_deleted_is_in_no_byte_of_the_store_not_even_sealed() {
    let (mut home, ana) = Home::with_ana();
    let id = home.family.add_milestone(&milestone("the car park"), home.now).unwrap().rows[0].id;
    home.family.add_milestone(&milestone("the sea"), home.now).unwrap();
    let sealed = home.family.sealed_bytes_of(id.into()).unwrap();
    let on_the_disk = |home: &Home| sealed.iter().filter(|part| holds_bytes(&home.every_byte(), part)).count();
    assert_eq!((sealed.len(), on_the_disk(&home)), (2, 2), "its title and its key, both on the disk");

    home.family.delete_milestone(id, None, home.now).unwrap();
    home.family.tidy().unwrap();
    assert_eq!(on_the_disk(&home), 0);
    home.restart();
    home.come_in(ana);
    let rows = home.family.milestones("", home.now).unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["the sea"]);
}

#[test]
fn an_old_wording_goes_with_the_session() {
    let (mut home, _) = Home::with_ana();
    let id = home.family.add_milestone(&milestone("a word too many"), home.now).unwrap().rows[0].id;
    let first = home.family.sealed_bytes_of(id.into()).unwrap();
    home.family.edit_milestone(id, &milestone("enough"), None, home.now).unwrap();
    home.family.tidy().unwrap();
    let left = first.iter().filter(|part| holds_bytes(&home.every_byte(), part)).count();
    assert_eq!(left, 1, "the item's key stays, the old wording does not");
}

#[test]
fn many_changes_fold_into_a_snapshot_that_reads_the_same() {
    let (mut home, ana) = Home::with_ana();
    for at in 0..80 {
        home.family.add_milestone(&milestone(&format!("small victory {at}")), home.now).unwrap();
    }
    let before = home.family.milestones("", home.now).unwrap();
    home.family.tidy().unwrap();
    home.family.add_milestone(&milestone("one more"), home.now).unwrap();
    home.restart();
    home.come_in(ana);
    let mut after = home.family.milestones("", home.now).unwrap();
    after.rows.retain(|row| row.title != "one more");
    assert_eq!(after, before);
}
