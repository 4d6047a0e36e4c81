//! Whose each piece is, and whose page it may stand on.

use super::{
    agreed_goal, all_of, celebrated, check_in, every_word, everything, fill_mine, goal, her_own, milestone, offered,
    our_month, ritual, rows, these, whole,
};
use twinflower_core::Error;
use twinflower_core::domain::goal::Target;
use twinflower_core::domain::person::Owner;
use twinflower_core::use_cases::Offer;
use twinflower_core::views::{PageView, Paper, PieceId, PieceView};
use twinflower_tests::home::Home;

#[test]
fn what_is_private_is_on_no_page_of_the_other_and_on_none_of_both() {
    let (mut home, ana, mira) = Home::with_both();
    fill_mine(&mut home, ana, "canary-a");
    fill_mine(&mut home, mira, "canary-m");
    let keepsake = celebrated(&mut home, ana, mira);
    let shared = [our_month(&home), Paper::Keepsake { keepsake }];
    for paper in &shared {
        assert!(!every_word(&home, paper).contains("canary"), "together");
    }
    for person in [ana, mira] {
        home.alone(person);
        for paper in &shared {
            assert!(!every_word(&home, paper).contains("canary"), "alone, with her own space open");
        }
    }
    let hers = every_word(&home, &her_own(&home, &[]));
    assert!(!hers.contains("canary-a"));
    for part in ["milestone", "days", "ritual", "line", "goal", "helps", "check-in"] {
        let kept = if part == "helps" { "canary-m goal, helps".to_owned() } else { format!("canary-m {part}") };
        assert!(hers.contains(&kept), "{kept} is hers to choose");
    }
}

#[test]
fn her_own_page_quotes_only_her_own_words_of_what_is_shared() {
    let (mut home, ana, mira) = Home::with_both();
    let goal = agreed_goal(&mut home, ana, mira, "words of Ana", Target::None);
    check_in(&mut home, goal, mira, "Mira walked");
    home.come_in(ana);
    check_in(&mut home, goal, ana, "Ana walked");
    let tea = ritual(&mut home, "words of both", Owner::Both);
    home.family.keep_occurrence(tea, home.now.today, Some("a line of both"), None, home.now).unwrap();
    celebrated(&mut home, ana, mira);
    home.alone(ana);
    home.family.keep_occurrence(tea, home.now.today, Some("Ana's line"), None, home.now).unwrap();
    home.alone(mira);
    home.family.keep_occurrence(tea, home.now.today, Some("Mira's line"), None, home.now).unwrap();
    let hers = every_word(&home, &her_own(&home, &[]));
    for words in ["Mira walked", "Mira's line", "Mira says thank you", "I asked for help first"] {
        assert!(hers.contains(words), "{words}");
    }
    for words in ["Ana", "words of", "of both", "You rang"] {
        assert!(!hers.contains(words), "{words}");
    }
    let pieces = rows(&home, &her_own(&home, &[]));
    assert!(pieces.iter().all(|row| row.owner == Owner::One(mira)));
}

#[test]
fn her_own_page_is_made_by_her_alone() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    assert_eq!(offered(&home, &her_own(&home, &[])), Err(Error::NeedsHerPassphrase));
    home.family.lock_all();
    assert_eq!(offered(&home, &our_month(&home)), Err(Error::Closed));
}

#[test]
fn a_page_begins_empty_and_each_piece_says_whose_it_is() {
    let (mut home, ana, mira) = Home::with_both();
    assert!(home.family.page(&these(&our_month(&home), &[]), home.now).is_err(), "nobody is here");
    let keepsake = celebrated(&mut home, ana, mira);
    let paper = our_month(&home);
    let blank = home.family.page(&these(&paper, &[]), home.now).unwrap();
    assert!(blank.is_empty() && blank.pieces.is_empty());
    assert!(
        home.family.page(&these(&paper, &[PieceId::Signatures]), home.now).unwrap().is_empty(),
        "names alone are no page"
    );
    let rows = rows(&home, &Paper::Keepsake { keepsake });
    let owner = |preview: &str| rows.iter().find(|row| row.preview == preview).unwrap().owner;
    assert_eq!(owner("I asked for help first"), Owner::One(mira));
    assert_eq!((owner("Mira says thank you"), owner("Ana says always")), (Owner::One(mira), Owner::One(ana)));
    assert_eq!(owner("I came."), Owner::One(ana), "each line of a letter is its writer's");
    assert_eq!(rows.last().map(|row| (row.id, row.owner)), Some((PieceId::Signatures, Owner::One(mira))));
}

#[test]
fn a_refused_piece_looks_like_one_never_chosen() {
    let (mut home, ana, mira) = Home::with_both();
    let keepsake = celebrated(&mut home, ana, mira);
    let paper = Paper::Keepsake { keepsake };
    let all = all_of(&home, &paper);
    let letter = |id: &PieceId| matches!(id, PieceId::Letter { .. });
    let without: Vec<PieceId> = all.iter().copied().filter(|id| !letter(id)).collect();
    let page = home.family.page(&these(&paper, &without), home.now).unwrap();
    assert!(!serde_json::to_string(&page).unwrap().contains("I came"));
    let gone = [without.as_slice(), &[PieceId::Letter { letter: 9, line: 9 }]].concat();
    assert_eq!(home.family.page(&these(&paper, &gone), home.now).unwrap(), page);
    let signed = |page: &PageView| page.pieces.contains(&PieceView::Signatures);
    assert!(signed(&page));
}

#[test]
fn of_shared_goals_only_what_happened_is_told_and_never_out_of_how_many() {
    let (mut home, ana, mira) = Home::with_both();
    let goal = agreed_goal(&mut home, ana, mira, "walks", Target::Total { times: 40 });
    check_in(&mut home, goal, mira, "");
    check_in(&mut home, goal, mira, "");
    home.days_go_by(30);
    check_in(&mut home, goal, mira, "");
    home.now.today = home.now.today - chrono::Days::new(30);
    home.together(ana, mira);
    let page = whole(&home, &our_month(&home));
    let times = page.pieces.iter().find_map(|piece| match piece {
        PieceView::Goal { times, .. } => *times,
        _ => None,
    });
    assert_eq!(times, Some(2), "what happened in these days");
    let said = serde_json::to_string(&page).unwrap();
    assert!(!said.contains("40") && !said.contains("target"), "{said}");
    let agreed = agreed_goal(&mut home, ana, mira, "twice a week", Target::PerWeek { times: 2 });
    check_in(&mut home, agreed, mira, "");
    home.come_in(ana);
    let pieces = whole(&home, &our_month(&home)).pieces;
    let weekly = |piece: &&PieceView| matches!(piece, PieceView::Goal { title, .. } if title == "twice a week");
    assert!(matches!(pieces.iter().find(weekly), Some(PieceView::Goal { times: None, .. })));
}

#[test]
fn a_goal_that_only_one_agreed_to_is_not_offered() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let hers = goal(&mut home, "walks", Target::None);
    home.family.propose_goal(hers, &Offer::Goal { with_why: false, with_helps: false }).unwrap();
    home.together(ana, mira);
    assert_eq!(all_of(&home, &our_month(&home)), [PieceId::Signatures]);
}

#[test]
fn alone_she_is_offered_what_is_hers_alone_and_needs_to_sign_nothing() {
    let (mut home, ana, mira) = Home::with_both();
    let keepsake = celebrated(&mut home, ana, mira);
    ritual(&mut home, "tea", Owner::Both);
    let everybodys = everything(&home, &our_month(&home));
    home.alone(ana);
    for paper in [our_month(&home), Paper::Keepsake { keepsake }] {
        assert!(offered(&home, &paper).unwrap().more_together);
        assert!(rows(&home, &paper).iter().all(|row| row.owner == Owner::One(ana)));
        assert!(!every_word(&home, &paper).contains("Mira says"));
    }
    let hers = home.family.page(&everybodys, home.now).unwrap();
    assert!(serde_json::to_string(&hers).unwrap().contains("Ana says always"));
    assert!(!serde_json::to_string(&hers.pieces).unwrap().contains("tea"), "what needs both is as if never chosen");
    let choice = everything(&home, &our_month(&home));
    let signers = home.family.signers(&choice, home.now).unwrap();
    assert_eq!(signers.iter().map(|signer| (signer.person, signer.has_signed)).collect::<Vec<_>>(), [(ana, true)]);
    assert!(home.family.page_to_keep(&choice, home.now).is_ok());
    assert!(!offered(&home, &her_own(&home, &[])).unwrap().more_together);
    let (mut one, _) = Home::with_ana();
    milestone(&mut one, "a first");
    assert!(!offered(&one, &her_own(&one, &[])).unwrap().more_together, "nobody is absent from a family of one");
}
