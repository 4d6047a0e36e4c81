//! Each signs off her part before a page is given out.

use super::{celebrated, everything, offered, our_month, ritual, rows, these};
use twinflower_core::Error;
use twinflower_core::domain::ids::PersonId;
use twinflower_core::domain::person::Owner;
use twinflower_core::vault::Passphrase;
use twinflower_core::views::{Choice, Paper, PieceId, PieceView};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE};

#[test]
fn a_page_is_given_out_when_each_has_signed_exactly_her_part() {
    let (mut home, ana, mira) = Home::with_both();
    let paper = Paper::Keepsake { keepsake: celebrated(&mut home, ana, mira) };
    let now = home.now;
    let [anas, miras] = [ANAS_PASSPHRASE, MIRAS_PASSPHRASE].map(Passphrase::typed);
    let line = |words: &str| rows(&home, &paper).into_iter().find(|row| row.preview == words).unwrap().id;
    let (title, hers, letter) = (PieceId::Title, line("Ana says always"), line("I came."));
    let choice = these(&paper, &[title, hers]);
    let signed = |home: &Home, choice: &Choice| -> Vec<(PersonId, u32, bool)> {
        let signers = home.family.signers(choice, home.now).unwrap();
        signers.into_iter().map(|signer| (signer.person, signer.pieces, signer.has_signed)).collect()
    };
    assert_eq!(signed(&home, &choice), [(ana, 1, false), (mira, 1, false)]);
    assert_eq!(home.family.page_to_keep(&choice, now), Err(Error::NotSigned));
    assert_eq!(home.family.sign_page(&choice, ana, None, now), Err(Error::NeedsHerPassphrase));
    assert_eq!(home.family.sign_page(&choice, ana, Some(&miras), now), Err(Error::WrongWords), "nobody signs for her");
    home.family.sign_page(&choice, ana, Some(&anas), now).unwrap();
    assert_eq!(home.family.page_to_keep(&choice, now), Err(Error::NotSigned), "one of two");
    home.family.sign_page(&choice, mira, Some(&miras), now).unwrap();
    assert_eq!(home.family.page_to_keep(&choice, now), home.family.page(&choice, now));

    let more_of_anas = these(&paper, &[title, hers, letter]);
    assert_eq!(signed(&home, &more_of_anas), [(ana, 2, false), (mira, 1, true)], "only her part has changed");
    assert_eq!(home.family.page_to_keep(&more_of_anas, now), Err(Error::NotSigned));
    let refused = Choice { without: vec![letter], ..more_of_anas };
    assert_eq!(home.family.page_to_keep(&refused, now), home.family.page(&choice, now), "as one never chosen");
    let only_miras = these(&paper, &[title]);
    assert_eq!(signed(&home, &only_miras), [(mira, 1, true)], "who has no part is not asked");

    home.family.lock(ana);
    home.come_in(ana);
    assert_eq!(signed(&home, &choice), [(ana, 1, false), (mira, 1, false)], "it lapses at every lock");
    assert_eq!(home.family.page_to_keep(&these(&paper, &[]), now), Err(Error::NothingChosen));
}

#[test]
fn a_sign_off_lapses_when_the_words_it_was_for_change() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    let tea = ritual(&mut home, "tea", Owner::Both);
    home.family.keep_occurrence(tea, home.now.today, Some("a line of both"), None, home.now).unwrap();
    let choice = everything(&home, &our_month(&home));
    for (person, passphrase) in [(ana, ANAS_PASSPHRASE), (mira, MIRAS_PASSPHRASE)] {
        home.family.sign_page(&choice, person, Some(&Passphrase::typed(passphrase)), home.now).unwrap();
    }
    assert!(home.family.page_to_keep(&choice, home.now).is_ok());
    home.family.keep_occurrence(tea, home.now.today, Some("another line"), None, home.now).unwrap();
    assert_eq!(home.family.page_to_keep(&choice, home.now), Err(Error::NotSigned));
    assert!(home.family.page(&choice, home.now).is_ok(), "to look at it needs no signature");
}

#[test]
fn the_spare_words_are_nobodys_part_and_twelve() {
    let (home, _, _) = Home::with_both();
    let words: Vec<String> = (0..12).map(|at| format!("word{at}")).collect();
    let paper = Paper::SpareWords { words: words.clone() };
    let page = home.family.page_to_keep(&these(&paper, &[]), home.now).unwrap();
    assert_eq!(page.pieces, [PieceView::SpareWords { words: words.clone() }]);
    assert_eq!(offered(&home, &paper).unwrap().groups, []);
    let eleven = Paper::SpareWords { words: words[1..].to_vec() };
    assert_eq!(home.family.page_to_keep(&these(&eleven, &[]), home.now), Err(Error::OutOfBounds(12)));
}
