//! How each makes her way in, and who sees what then.

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use twinflower_core::domain::person::Colour;
use twinflower_core::use_cases::PersonWords;
use twinflower_core::vault::{Hardness, Passphrase};
use twinflower_core::{Error, Family};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE};

#[test]
fn the_newcomer_has_mine_at_once_and_ours_when_the_first_has_said_yes() {
    let (mut home, ana) = Home::with_ana();
    let mira = home.make_way_in("Mira", Colour::Honey, MIRAS_PASSPHRASE);
    let here = home.family.whos_here();
    assert_eq!((here.mine_is_open, here.ours_is_open), (vec![mira], false));

    home.days_go_by(3);
    home.restart();
    home.come_in(ana);
    let newcomer = home.family.whos_here().newcomer.unwrap();
    assert_eq!((newcomer.person.id, newcomer.words.len()), (mira, 6));
    home.family.say_yes(mira, &Passphrase::typed(ANAS_PASSPHRASE)).unwrap();
    assert_eq!(home.family.whos_here().newcomer, None);

    home.restart();
    home.come_in(mira);
    assert!(home.family.whos_here().ours_is_open);
}

#[test]
fn ours_stays_closed_while_a_newcomer_without_a_yes_sits_beside_the_first() {
    let (mut home, ana) = Home::with_ana();
    home.make_way_in("Mira", Colour::Honey, MIRAS_PASSPHRASE);
    home.come_in(ana);
    let here = home.family.whos_here();
    assert!(here.together && !here.ours_is_open && here.newcomer.is_some());
    home.family.say_yes(here.newcomer.unwrap().person.id, &Passphrase::typed(ANAS_PASSPHRASE)).unwrap();
    assert!(home.family.whos_here().ours_is_open);
}

#[test]
fn while_both_are_here_both_private_spaces_are_closed_and_open_again_with_a_passphrase() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    assert_eq!(home.family.whos_here().mine_is_open, vec![]);
    let here = home.family.lock(mira);
    assert_eq!((here.mine_is_open, here.ours_is_open), (vec![], true));
    home.come_in(ana);
    assert_eq!(home.family.whos_here().mine_is_open, vec![ana]);
}

#[test]
fn wrong_words_and_a_damaged_slot_are_told_apart() {
    let (mut home, ana) = Home::with_ana();
    home.restart();
    let wrong = home.family.come_in(ana, &Passphrase::typed("not her words at all today"));
    assert_eq!(wrong, Err(Error::WrongWords));

    let [slots, twin] = ["slots.json", "slots.twin.json"].map(|name| home.folder().join(name));
    let text = std::fs::read_to_string(&slots).unwrap();
    let at = text.find("\"sealed\": \"").unwrap() + 15;
    let flipped = if &text[at..=at] == "A" { "B" } else { "A" };
    let damaged = format!("{}{flipped}{}", &text[..at], &text[at + 1..]);
    std::fs::write(&slots, &damaged).unwrap();
    home.restart();
    home.come_in(ana);

    std::fs::write(&slots, &damaged).unwrap();
    std::fs::write(&twin, &damaged).unwrap();
    let rng = Box::new(ChaCha20Rng::seed_from_u64(7));
    assert_eq!(Family::at(home.folder(), rng, || Hardness::FLOOR).err(), Some(Error::DamagedSlot("its checksum")));
}

#[test]
fn a_family_is_two_people() {
    let (mut home, _, _) = Home::with_both();
    let third = PersonWords { name: "Someone".to_owned(), colour: Colour::Sky };
    assert_eq!(home.family.begin(&third, &Passphrase::typed(ANAS_PASSPHRASE)), Err(Error::TwoAlready));
}

#[test]
fn spare_words_that_were_copied_wrongly_keep_nobody_out_and_let_nobody_in() {
    let mut home = Home::empty();
    let person = PersonWords { name: "Ana".to_owned(), colour: Colour::Rose };
    let words = home.family.begin(&person, &Passphrase::typed(ANAS_PASSPHRASE)).unwrap();
    let mut swapped = words.clone();
    swapped.swap(0, 11);
    assert_eq!(home.family.try_spare_words(&swapped.join(" ")), Err(Error::SpareWordsDiffer));
    assert_eq!(home.family.door().people, vec![]);
    let copied = format!("  {}\n", words.join("   ").to_uppercase());
    assert_eq!(home.family.try_spare_words(&copied).unwrap().here.len(), 1);
}
