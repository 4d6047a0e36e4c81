//! Undo: whose act it is, and that it never answers what is not so.

use chrono::Days;
use twinflower_core::domain::celebration::Ready;
use twinflower_core::domain::ids::MilestoneId;
use twinflower_core::domain::milestone::Standing;
use twinflower_core::use_cases::{CheckInWords, ContactWords, GoalWords, MilestoneWords};
use twinflower_core::{Error, vault::Passphrase};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE};

fn words(title: &str) -> MilestoneWords {
    MilestoneWords { title: title.to_owned(), why: String::new(), reached_on: None, counted: None }
}

fn added(home: &mut Home, title: &str) -> MilestoneId {
    let rows = home.family.add_milestone(&words(title), home.now).unwrap().rows;
    rows.into_iter().find(|row| row.title == title).unwrap().id
}

fn titles(home: &Home) -> Vec<String> {
    home.family.milestones("", home.now).unwrap().rows.into_iter().map(|row| row.title).collect()
}

#[test]
fn what_one_signed_beside_the_other_is_undone_with_her_passphrase_alone() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let id = added(&mut home, "the first week 🌷");
    home.family.share_milestone(id, true, home.now).unwrap();
    home.come_in(mira);
    let copy = home.family.milestones("", home.now).unwrap().rows[0].id;
    let (anas, miras) = (Passphrase::typed(ANAS_PASSPHRASE), Passphrase::typed(MIRAS_PASSPHRASE));
    home.family.set_milestone_standing(copy, Standing::Resting, Some(&anas), home.now).unwrap();

    assert_eq!(home.family.undo(None), Err(Error::NeedsHerPassphrase));
    assert_eq!(
        home.family.undo(Some(&miras)),
        Err(Error::WrongWords),
        "the other's passphrase takes nothing of hers back"
    );
    let standing = |home: &Home| home.family.milestones("", home.now).unwrap().rows[0].standing;
    assert_eq!(standing(&home), Standing::Resting);
    assert!(home.family.undo(Some(&anas)).unwrap());
    assert_eq!(standing(&home), Standing::OnTheWay);
}

#[test]
fn what_was_made_together_without_a_signature_is_undone_by_either() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    added(&mut home, "we went to the sea");
    assert!(home.family.undo(None).unwrap());
    assert_eq!(titles(&home), Vec::<String>::new());
}

#[test]
fn what_one_did_alone_is_out_of_reach_once_who_is_here_has_changed() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let id = added(&mut home, "hers");
    home.family.share_milestone(id, true, home.now).unwrap();
    home.come_in(mira);
    assert!(!home.family.can_undo() && !home.family.undo(None).unwrap());
    assert_eq!(titles(&home), ["hers"]);
    added(&mut home, "ours");
    home.family.lock(mira);
    assert!(!home.family.undo(None).unwrap(), "what both made is not one's to take back");
    assert_eq!(titles(&home), ["hers", "ours"]);
}

#[test]
fn after_a_deletion_for_real_nothing_is_said_to_be_undone_and_no_older_act_is_reached() {
    let (mut home, _) = Home::with_ana();
    let stays = added(&mut home, "it stays");
    home.family.set_milestone_standing(stays, Standing::Resting, None, home.now).unwrap();
    let id = added(&mut home, "too soon");
    home.family.delete_milestone(id, None, home.now).unwrap();
    assert!(!home.family.can_undo());
    assert!(!home.family.undo(None).unwrap());
    assert_eq!(home.family.milestones("", home.now).unwrap().rows[0].standing, Standing::Resting);
    assert!(home.family.can_undo() && home.family.undo(None).unwrap(), "the act before it is next");
    assert_eq!(titles(&home), ["it stays"]);
}

#[test]
fn a_withdrawn_invitation_cannot_be_undone_and_the_day_it_wrote_down_stays() {
    let (mut home, _, mira) = Home::with_both();
    home.alone(mira);
    let id = added(&mut home, "first");
    let celebration = home.family.mark_ready(id, Ready::Invite, None, home.now).unwrap().rows[0].id;
    home.family.withdraw(celebration, None, home.now).unwrap();
    assert!(!home.family.undo(None).unwrap());
    assert_eq!(home.family.milestones("", home.now).unwrap().rows[0].reached_on, Some(home.now.today));
}

#[test]
fn a_check_in_that_was_erased_is_not_undone_and_an_act_that_changed_nothing_says_so() {
    let (mut home, ana) = Home::with_ana();
    let goal =
        home.family.add_goal(&GoalWords { title: "walks".to_owned(), ..GoalWords::default() }).unwrap().rows[0].id;
    let said = CheckInWords { on: home.now.today - Days::new(1), done: true, words: "by the river".to_owned() };
    let row = home.family.check_in(goal, ana, &said, None, home.now).unwrap().rows.remove(0);
    home.family.remove_check_in(goal, row.last[0].id, None).unwrap();
    assert!(!home.family.undo(None).unwrap());

    let id = added(&mut home, "as it is");
    home.family.set_milestone_standing(id, Standing::OnTheWay, None, home.now).unwrap();
    assert!(!home.family.undo(None).unwrap());
    assert_eq!(titles(&home), ["as it is"]);
}

#[test]
fn taking_back_what_is_no_contact_does_not_touch_what_the_door_shows() {
    let (mut home, _) = Home::with_ana();
    let aunt = ContactWords {
        name: "my aunt 🌷".to_owned(),
        number: "020 0000".to_owned(),
        good_for: String::new(),
        to_send: vec![],
        readable_while_locked: true,
    };
    home.family.add_contact(&aunt).unwrap();
    let written = |home: &Home| std::fs::metadata(home.folder().join("door.json")).unwrap().modified().unwrap();
    added(&mut home, "the first week");
    let before = written(&home);
    assert!(home.family.undo(None).unwrap());
    assert_eq!(written(&home), before);

    assert!(home.family.undo(None).unwrap(), "the contact goes, and from the door too");
    assert!(home.family.door().readable.is_empty() && written(&home) != before);
}
