//! How it speaks: every sentence it can say, held against the rules of care.

use std::collections::BTreeSet;
use twinflower_tests::prove::Ask;
use twinflower_tests::prove::words::{Said, numbers_of_lines, words, wrong_in};

fn said(text: &str) -> Said {
    Said { file: "a catalog".to_owned(), id: "a sentence".to_owned(), text: text.to_owned() }
}

fn wrong(text: &str) -> Vec<String> {
    wrong_in(&said(text), &numbers_of_lines())
}

#[test]
fn every_sentence_it_can_say_is_one_it_may_say() {
    let figures = words(Ask { n: 0, seed: 0 }, &mut |_| ());
    assert!(figures.contains("reading grade"), "{figures}");
}

#[test]
fn what_is_never_said_would_be_found() {
    for text in
        ["You relapsed.", "Stay clean", "You should call.", "Don’t forget it", "Your streak", "There is no risk."]
    {
        assert_eq!(wrong(text).len(), 1, "{text}");
    }
    assert_eq!(wrong("A setback is not the end. Whenever you like."), Vec::<String>::new());
}

#[test]
fn a_number_of_a_body_would_be_found() {
    for text in ["Your weight today", "How many calories?", "12 kg", "Portions"] {
        assert_eq!(wrong(text).len(), 1, "{text}");
    }
}

#[test]
fn a_number_to_dial_is_one_of_the_help_lines() {
    assert_eq!(wrong("Call 555 0199."), ["a catalog, a sentence: 5550199 is in no help line"]);
    assert_eq!(wrong("Call 112."), Vec::<String>::new());
    assert_eq!(wrong_in(&said("Call 112."), &BTreeSet::new()).len(), 1, "only the file of help lines lends it");
}
