//! A goal: an intended outcome, hers or shared. A shared one is active once both have agreed to the same wording.

use super::ids::{CheckInId, GoalId, PersonId};
use super::person::Owner;
use super::words::WordsRef;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most times a week a goal may ask for.
pub const MOST_TIMES_A_WEEK: u32 = 50;

/// The most times in all a goal may ask for.
pub const MOST_TIMES: u32 = 10_000;

/// The last year that a goal may be for.
pub const LAST_YEAR: u32 = 2200;

/// How far a goal reaches. In *ours* nothing is ever shown as so many of so many (CARE.md, Never 14).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, specta::Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Target {
    /// She did not say.
    #[default]
    None,
    /// So many times a week.
    PerWeek {
        /// How many, 1 to [`MOST_TIMES_A_WEEK`].
        times: u32,
    },
    /// So many times in all.
    Total {
        /// How many, 1 to [`MOST_TIMES`].
        times: u32,
    },
    /// It happens, or it does not.
    YesNo,
    /// By a day, which may be long past.
    ByDay {
        /// The day.
        day: NaiveDate,
    },
}

/// What was last said of how a goal goes on; whether a shared one is agreed is another matter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// It goes on.
    Open,
    /// Let rest for now.
    Resting,
    /// It is done with.
    Finished,
    /// Let go, kept to look back at.
    LetGo,
}

/// Where a goal stands in its life.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Lifecycle {
    /// One or both have not agreed to the wording it has now.
    Proposed,
    /// Hers, or agreed by both.
    Active,
    /// Let rest for now.
    Resting,
    /// It is done with.
    Finished,
    /// Let go, kept to look back at.
    LetGo,
}

/// What came of a goal: an axis of its own, never reckoned from check-ins.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Achievement {
    /// Nobody said.
    #[default]
    NotSaid,
    /// It is going on.
    GoingOn,
    /// It was reached.
    Reached,
    /// It became something else.
    Changed,
}

/// Names what one agrees to: the title and the target. With either changed, both are asked again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, specta::Type)]
#[serde(transparent)]
pub struct Wording(String);

impl Wording {
    /// Names this title with this target.
    pub fn of(title: WordsRef, target: Target) -> Self {
        let said = serde_json::to_vec(&(title, target)).expect("a reference and a target are JSON");
        Self(blake3::hash(&said).to_hex().to_string())
    }
}

/// A goal as it stands in its document.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// Whose it is.
    pub owner: Owner,
    /// Who proposed it; nobody when it is hers, or was set down while both were here.
    pub proposed_by: Option<PersonId>,
    /// What it is, in her words.
    pub title: WordsRef,
    /// Why it matters, in her words.
    pub why: Option<WordsRef>,
    /// What helps, in her words.
    pub helps: Option<WordsRef>,
    /// How far it reaches.
    pub target: Target,
    /// What was last said of how it goes on.
    pub course: Course,
    /// What came of it.
    pub achievement: Achievement,
    /// What each of the two last agreed to.
    pub agreed: BTreeMap<PersonId, Wording>,
    /// Who asked for a shared one to be erased.
    pub erased: Vec<PersonId>,
    /// Whether it is about using, eating or self-harm: then it stays *mine* (CARE.md, Always 6).
    pub touches_use: bool,
    /// The copy of it in *ours*, remembered in *mine* only.
    pub shared_as: Option<GoalId>,
}

impl Goal {
    /// Names the wording it has now.
    pub fn wording(&self) -> Wording {
        Wording::of(self.title, self.target)
    }

    /// Tells where it stands: a shared one is active only while both agree to the same wording.
    pub fn lifecycle(&self) -> Lifecycle {
        match self.course {
            Course::Resting => Lifecycle::Resting,
            Course::Finished => Lifecycle::Finished,
            Course::LetGo => Lifecycle::LetGo,
            Course::Open if self.owner == Owner::Both && self.agreed_now().len() < 2 => Lifecycle::Proposed,
            Course::Open => Lifecycle::Active,
        }
    }

    /// Lists who agreed to the wording it has now.
    pub fn agreed_now(&self) -> Vec<PersonId> {
        let now = self.wording();
        self.agreed.iter().filter(|(_, wording)| **wording == now).map(|(who, _)| *who).collect()
    }

    /// Tells whether it was ever more than one person's: both agreed, to whatever wording, or asked for it to be erased.
    pub fn was_of_both(&self) -> bool {
        let asked_only = self.erased.iter().filter(|who| !self.agreed.contains_key(who));
        self.agreed.len() + asked_only.count() >= 2
    }

    /// Tells whether another than this person ever agreed to it: then it is no longer hers to take back.
    pub fn was_agreed_by_another_than(&self, person: Option<PersonId>) -> bool {
        self.agreed.keys().any(|who| Some(*who) != person)
    }
}

/// One person's word about a goal, on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckIn {
    /// Its id.
    pub id: CheckInId,
    /// Which goal it is about.
    pub goal: GoalId,
    /// Whose word it is: only ever her own.
    pub by: PersonId,
    /// The day.
    pub on: NaiveDate,
    /// What she wrote.
    pub words: Option<WordsRef>,
    /// Whether it happened on that day; otherwise there are only her words.
    pub done: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared() -> (Goal, PersonId, PersonId) {
        let goal = Goal {
            id: "6f1c1d5e-0a53-4e0c-9d0a-2f6f6f1c1d5e".parse().unwrap(),
            owner: Owner::Both,
            proposed_by: None,
            title: WordsRef::of(b"evening walks"),
            why: None,
            helps: None,
            target: Target::PerWeek { times: 2 },
            course: Course::Open,
            achievement: Achievement::NotSaid,
            agreed: BTreeMap::new(),
            erased: vec![],
            touches_use: false,
            shared_as: None,
        };
        let ana = "0b0e7c1a-5d7e-4f4e-8a55-9a8f0b0e7c1a".parse().unwrap();
        let mira = "c2a4f9d0-7be1-4c58-b1d3-5e0ac2a4f9d0".parse().unwrap();
        (goal, ana, mira)
    }

    #[test]
    fn a_shared_goal_is_active_only_while_both_agree_to_the_same_wording() {
        let (mut goal, ana, mira) = shared();
        assert_eq!(goal.lifecycle(), Lifecycle::Proposed);
        goal.agreed.insert(ana, goal.wording());
        assert_eq!(goal.lifecycle(), Lifecycle::Proposed);
        goal.agreed.insert(mira, goal.wording());
        assert_eq!(goal.lifecycle(), Lifecycle::Active);
        goal.target = Target::PerWeek { times: 3 };
        assert_eq!(goal.lifecycle(), Lifecycle::Proposed);
        assert!(goal.was_agreed_by_another_than(Some(ana)));
    }

    #[test]
    fn hers_needs_nobody_elses_yes_and_rest_is_rest_for_either() {
        let (mut goal, ana, _) = shared();
        goal.course = Course::Resting;
        assert_eq!(goal.lifecycle(), Lifecycle::Resting);
        (goal.owner, goal.course) = (Owner::One(ana), Course::Open);
        assert_eq!(goal.lifecycle(), Lifecycle::Active);
    }
}
