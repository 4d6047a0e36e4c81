//! A way that helps her through an hour: what she tried while well, or means to try.

use super::ideas::Lives;
use super::{ids::WayId, words::WordsRef};
use serde::{Deserialize, Serialize};
use specta::Type;

/// The most ways she may write down.
pub const MOST_WAYS: u32 = 40;

/// Of which of four kinds a way is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum WayKind {
    /// Do something.
    DoSomething,
    /// Calm the body.
    CalmTheBody,
    /// Be with someone.
    BeWithSomeone,
    /// Something else to think of.
    ThinkOfSomethingElse,
}

/// A way as it stands in its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Its id.
    pub id: WayId,
    /// Of which kind it is.
    pub kind: WayKind,
    /// What it is, in her words.
    pub words: WordsRef,
    /// Whether she tried it and it helped: a mark, never a count.
    pub helped: bool,
    /// Whether it is not for everybody, and says so.
    pub with_care: bool,
    /// Whether anyone at this computer may read it at the door.
    pub readable_while_locked: bool,
    /// Its place among those she wrote down.
    pub at: u32,
    /// Its copy in *ours*, while she lends it or once she did.
    pub lent_as: Option<WayId>,
}

impl Way {
    /// Whether it may be lent: what is not for everybody stays with her, because *ours* follows the strictest rules.
    pub fn may_be_lent(&self) -> bool {
        !self.with_care
    }
}

/// A way to begin with. Nothing is made of it until she takes it, and then every word is hers to change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct WayIdea {
    /// Its id, and that of its sentence in the catalog.
    pub id: String,
    /// Of which kind it is.
    pub kind: WayKind,
    /// Whether it is not for everybody: it is shown behind a caution, and says so wherever it stands.
    pub with_care: bool,
}

/// Lists the ways to begin with for somebody who ticked this. Cold water and hard exercise are not among them where she lives
/// with an eating disorder.
pub fn offered_to(ticked: &[Lives]) -> Vec<WayIdea> {
    let spares = ticked.contains(&Lives::EatingDisorder);
    let idea = |(kind, names, with_care): &(WayKind, &[&str], bool)| {
        let (kind, with_care) = (*kind, *with_care);
        names.iter().map(move |name| WayIdea { id: format!("way-idea-{name}"), kind, with_care }).collect::<Vec<_>>()
    };
    IDEAS.iter().flat_map(idea).filter(|idea| !(spares && idea.with_care)).collect()
}

const IDEAS: [(WayKind, &[&str], bool); 5] = [
    (WayKind::DoSomething, &["drawer", "plants", "window", "washing", "same-thing"], false),
    (WayKind::CalmTheBody, &["blanket", "breath", "feet", "something-soft", "lying-down"], false),
    (WayKind::CalmTheBody, &["cold-water", "moving-hard"], true),
    (WayKind::BeWithSomeone, &["among-people", "one-line", "animal", "say-nothing", "ring"], false),
    (WayKind::ThinkOfSomethingElse, &["blue-things", "sevens", "song", "known-place", "read-aloud"], false),
];

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [WayKind; 4] =
        [WayKind::DoSomething, WayKind::CalmTheBody, WayKind::BeWithSomeone, WayKind::ThinkOfSomethingElse];

    #[test]
    fn each_kind_has_a_few_ways_to_begin_with() {
        let offered = offered_to(&[]);
        for kind in KINDS {
            assert!((5..=8).contains(&offered.iter().filter(|idea| idea.kind == kind).count()), "{kind:?}");
        }
    }

    #[test]
    fn what_is_not_for_everybody_is_absent_where_she_lives_with_an_eating_disorder() {
        let with_care = |ideas: &[WayIdea]| ideas.iter().filter(|idea| idea.with_care).count();
        let (offered, spared) = (offered_to(&[Lives::Trauma]), offered_to(&[Lives::Trauma, Lives::EatingDisorder]));
        assert_eq!((with_care(&offered), with_care(&spared)), (2, 0));
        assert_eq!(spared.len(), offered.len() - 2);
    }

    #[test]
    fn every_way_to_begin_with_has_its_sentence_and_none_is_about_food_drink_or_a_body() {
        let catalog = include_str!("../../../locales/en/hour-kept.ftl");
        for idea in offered_to(&[]) {
            let begins = format!("{} = ", idea.id);
            let line = catalog.lines().find_map(|line| line.strip_prefix(&begins));
            let sentence = line.unwrap_or_else(|| panic!("{} has no sentence", idea.id)).to_lowercase();
            for not in ["eat", "food", "drink", "tea", "chocolate", "wine", "weight", "mirror", "skin", "treat"] {
                assert!(!sentence.split(|c: char| !c.is_alphabetic()).any(|word| word == not), "{}: {not}", idea.id);
            }
        }
    }
}
