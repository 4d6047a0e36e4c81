//! What she shares, told as stories.

use twinflower_core::Error;
use twinflower_core::domain::celebration::Ready;
use twinflower_core::domain::ids::{MilestoneId, PersonId};
use twinflower_core::domain::letter::Until;
use twinflower_core::domain::recurrence::How;
use twinflower_core::use_cases::{GoalWords, LetterWords, MilestoneWords, Offer, RitualWords, SharedThing, Whose};
use twinflower_core::vault::Passphrase;
use twinflower_core::views::Origin;
use twinflower_tests::home::{ANAS_PASSPHRASE, Home};

fn words(title: &str) -> MilestoneWords {
    MilestoneWords { title: title.to_owned(), why: String::new(), reached_on: None, counted: None }
}

fn once(home: &Home, title: &str) -> RitualWords {
    let (meaning, steps) = (String::new(), vec![]);
    RitualWords {
        title: title.to_owned(),
        meaning,
        steps,
        how: How::Once,
        starts_on: home.now.today,
        ends_on: None,
        at: None,
    }
}

fn goal(title: &str) -> GoalWords {
    GoalWords { title: title.to_owned(), ..GoalWords::default() }
}

const OFFER: Offer = Offer::Goal { with_why: false, with_helps: false };

/// Lets Ana, alone, share a milestone; answers with the original.
fn ana_shares(home: &mut Home, ana: PersonId, title: &str) -> MilestoneId {
    home.alone(ana);
    let rows = home.family.add_milestone(&words(title), home.now).unwrap().rows;
    let id = rows.into_iter().find(|row| row.title == title).unwrap().id;
    home.family.share_milestone(id, true, home.now).unwrap();
    id
}

#[test]
fn what_i_share_lists_hers_and_what_is_of_both_and_nothing_of_the_others() {
    let (mut home, ana, mira) = Home::with_both();
    ana_shares(&mut home, ana, "Née Núñez 🌷");
    home.come_in(mira);
    home.family.add_milestone(&words("we went to the sea"), home.now).unwrap();
    let together = home.family.shared().unwrap();
    assert_eq!((together.hers.len(), together.hers[0].origin, together.not_now), (1, None, None));
    home.alone(ana);
    let view = home.family.shared().unwrap();
    assert_eq!((view.hers[0].title.as_str(), view.hers[0].origin), ("Née Núñez 🌷", Some(Origin::Mine)));
    assert_eq!(view.joint[0].title, "we went to the sea");
    home.alone(mira);
    let view = home.family.shared().unwrap();
    assert_eq!((view.hers.len(), view.joint.len()), (0, 1));
}

#[test]
fn taking_back_a_shared_milestone_erases_the_copy_and_leaves_the_original() {
    let (mut home, ana, mira) = Home::with_both();
    let id = ana_shares(&mut home, ana, "hers");
    let thing = home.family.shared().unwrap().hers[0].thing;
    let after = home.family.take_back(thing, None, home.now).unwrap();
    assert_eq!(after.hers, vec![]);
    assert!(!home.family.undo(None).unwrap(), "there is nothing left of the sharing to undo");
    assert_eq!(home.family.shared().unwrap().hers, vec![]);
    let rows = home.family.milestones("", home.now).unwrap().rows;
    assert_eq!(
        rows.iter().map(|row| (row.id, row.whose, row.copy.is_some())).collect::<Vec<_>>(),
        [(id, Whose::Mine, false)]
    );
    home.alone(mira);
    assert_eq!(home.family.milestones("", home.now).unwrap().rows, vec![]);
}

#[test]
fn a_ritual_a_proposal_and_an_invitation_are_in_the_list_and_any_of_them_is_taken_back() {
    let (mut home, ana, mira) = Home::with_both();
    let id = ana_shares(&mut home, ana, "milestone");
    let ritual = home.family.add_ritual(&once(&home, "ritual"), home.now).unwrap().rows[0].id;
    home.family.share_ritual(ritual, false, home.now).unwrap();
    let goal = home.family.add_goal(&goal("goal")).unwrap().rows[0].id;
    home.family.propose_goal(goal, &OFFER).unwrap();
    home.family.mark_ready(id, Ready::Invite, None, home.now).unwrap();
    let hers = home.family.shared().unwrap().hers;
    let things: Vec<_> = hers.iter().map(|row| (row.title.as_str(), row.origin)).collect();
    let mine = Some(Origin::Mine);
    assert_eq!(things, [("goal", mine), ("milestone", mine), ("milestone", Some(Origin::Ours)), ("ritual", mine)]);

    home.alone(mira);
    for row in &hers {
        assert_eq!(home.family.take_back(row.thing, None, home.now), Err(Error::NotHers));
    }
    home.alone(ana);
    for row in &hers {
        home.family.take_back(row.thing, None, home.now).unwrap();
    }
    assert_eq!(home.family.shared().unwrap().hers, vec![]);
    let kept = (home.family.rituals(home.now).unwrap().rows.len(), home.family.goals("").unwrap().rows.len());
    assert_eq!((kept, home.family.milestones("", home.now).unwrap().rows.len()), ((1, 1), 1), "the originals stay");
    home.alone(mira);
    let left = (home.family.rituals(home.now).unwrap().rows.len(), home.family.goals("").unwrap().rows.len());
    assert_eq!((left, home.family.celebrations(home.now).unwrap().rows.len()), ((0, 0), 0));
}

#[test]
fn only_its_owner_takes_it_back_with_her_passphrase_while_both_are_here() {
    let (mut home, ana, mira) = Home::with_both();
    ana_shares(&mut home, ana, "hers");
    let thing = home.family.shared().unwrap().hers[0].thing;
    home.alone(mira);
    assert_eq!(home.family.take_back(thing, None, home.now), Err(Error::NotHers));
    home.come_in(ana);
    assert_eq!(home.family.take_back(thing, None, home.now), Err(Error::NeedsHerPassphrase));
    let hers = Passphrase::typed(ANAS_PASSPHRASE);
    assert_eq!(home.family.take_back(thing, Some(&hers), home.now).unwrap().hers, vec![]);
}

#[test]
fn with_her_own_space_closed_beside_her_nothing_of_hers_alone_is_shown_or_asked() {
    let (mut home, ana, mira) = Home::with_both();
    ana_shares(&mut home, ana, "hers");
    home.family.set_not_now(true).unwrap();
    home.come_in(mira);
    home.family.lock(mira);
    let view = home.family.shared().unwrap();
    assert_eq!((view.hers.len(), view.hers[0].origin, view.not_now), (1, None, None));
    assert_eq!(home.family.letters(home.now).unwrap().drafts, vec![]);
    assert_eq!(home.family.set_not_now(false), Err(Error::Closed));
}

#[test]
fn what_is_of_both_is_not_taken_back_by_one() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    let id = home.family.add_milestone(&words("of both"), home.now).unwrap().rows[0].id;
    home.alone(ana);
    assert_eq!(home.family.take_back(SharedThing::Milestone(id), None, home.now), Err(Error::NotHers));
}

#[test]
fn not_now_shares_nothing_new_until_she_turns_it_off_and_leaves_no_trace_for_the_other() {
    let (mut home, ana, mira) = Home::with_both();
    ana_shares(&mut home, ana, "shared before");
    let seen_by_mira = |home: &mut Home| {
        home.alone(mira);
        let seen = (
            home.family.milestones("", home.now).unwrap(),
            home.family.shared().unwrap(),
            home.family.letters(home.now).unwrap(),
        );
        let seen = (seen, home.family.whos_here(), home.family.door(), home.family.frames_of_ours().unwrap());
        home.alone(ana);
        seen
    };
    let before = seen_by_mira(&mut home);
    assert_eq!(home.family.set_not_now(true).unwrap().not_now, Some(true));
    home.restart();
    home.come_in(ana);
    let draft = LetterWords { to: mira, title: String::new(), words: "later".to_owned() };
    let draft = home.family.keep_letter(None, &draft, home.now).unwrap().id;
    let rows = home.family.add_milestone(&words("kept"), home.now).unwrap().rows;
    let id = rows.iter().find(|row| row.title == "kept").unwrap().id;
    let ritual = home.family.add_ritual(&once(&home, "the lamp"), home.now).unwrap().rows[0].id;
    let goal = home.family.add_goal(&goal("evening walks")).unwrap().rows[0].id;
    assert_eq!(home.family.share_milestone(id, false, home.now), Err(Error::NotNow));
    assert_eq!(home.family.share_ritual(ritual, false, home.now), Err(Error::NotNow));
    assert_eq!(home.family.propose_goal(goal, &OFFER), Err(Error::NotNow));
    assert_eq!(home.family.mark_ready(id, Ready::Invite, None, home.now), Err(Error::NotNow));
    assert_eq!(home.family.see_small(ana, mira, "I saw you do this", home.now), Err(Error::NotNow));
    assert_eq!(home.family.seal_letter(draft, Until::Now, home.now), Err(Error::NotNow));
    assert_eq!(seen_by_mira(&mut home), before);

    assert_eq!(home.family.set_not_now(false).unwrap().not_now, Some(false));
    home.family.share_milestone(id, false, home.now).unwrap();
    home.family.seal_letter(draft, Until::Now, home.now).unwrap();
    assert_ne!(seen_by_mira(&mut home).0, before.0);
}

#[test]
fn a_letter_that_was_handed_over_is_not_in_what_i_share() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let before = home.family.shared().unwrap();
    let draft = LetterWords { to: mira, title: String::new(), words: "for you".to_owned() };
    let draft = home.family.keep_letter(None, &draft, home.now).unwrap().id;
    home.family.seal_letter(draft, Until::Now, home.now).unwrap();
    assert_eq!(home.family.shared().unwrap(), before);
}
