//! Goals: set down, proposed, agreed, edited, let rest, finished, let go, brought back, deleted for real.
//!
//! Of a joint goal either edits; a changed title or target asks both again. It is erased once both have asked for that,
//! each for herself: what one of them wrote alone goes at once, the goal itself stays for the other until she asks too.

use super::family::{Family, In, Now};
use super::milestones::Whose;
use crate::document::{Record, Table};
use crate::domain::goal::{
    Achievement, CheckIn, Course, Goal, LAST_YEAR, Lifecycle, MOST_TIMES, MOST_TIMES_A_WEEK, Target, Wording,
};
use crate::domain::ids::{GoalId, PersonId};
use crate::domain::person::Owner;
use crate::domain::recurrence::{FIRST_DAY, LAST_DAY};
use crate::domain::words::Words;
use crate::space::Pen;
use crate::vault::Passphrase;
use crate::views::{GoalGroup, GoalRow, GoalToday, GoalsView, Looking, ProposalPreview, cut};
use crate::{Error, Result};
use chrono::{Datelike, Days};
use serde::{Deserialize, Serialize};

/// How many of the last check-ins stand in a goal's row.
const LAST_CHECK_INS: usize = 3;

/// How far back Today looks for the last word about a goal.
const LATELY: Days = Days::new(60);

/// The settings in *mine* that hold which proposals she laid aside: nobody else ever learns of it.
const NOT_NOW: &str = "goals not now";

/// What she says of a goal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct GoalWords {
    /// What it is.
    pub title: String,
    /// Why it matters; may be left empty.
    pub why: String,
    /// What helps; may be left empty.
    pub helps: String,
    /// How far it reaches.
    pub target: Target,
    /// Whether it is about using, eating or self-harm: then it stays *mine*.
    pub touches_use: bool,
}

/// What of a goal of hers she proposes.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Offer {
    /// The goal itself.
    Goal {
        /// Whether it takes along why it matters.
        with_why: bool,
        /// Whether it takes along what helps.
        with_helps: bool,
    },
    /// Only the help agreed around it, under a title of its own.
    Help {
        /// What it is called there.
        title: String,
    },
}

impl Family {
    /// Shows the goals of the spaces that are open: all of them, or those she looks for.
    pub fn goals(&self, look: impl Into<Looking>) -> Result<GoalsView> {
        let mut rows = self.goal_rows()?;
        let is = |row: &GoalRow, show| row.whose.is(show);
        look.into().keep(&mut rows, |row| row.id.into(), is, |row| vec![&row.title, &row.why, &row.helps]);
        let more = cut(&mut rows);
        Ok(GoalsView { rows, more })
    }

    /// Reads every goal of what is open, in the order of the screen.
    pub(super) fn goal_rows(&self) -> Result<Vec<GoalRow>> {
        let mut rows = Vec::new();
        for which in self.open_spaces() {
            for (id, record) in self.space(which)?.records(Table::Goals) {
                let goal = self.read_goal(id, record)?;
                if !self.has_left(&goal) {
                    rows.push(self.goal_row(which, &goal, &self.said_of(which, &goal)?)?);
                }
            }
        }
        rows.sort_by_cached_key(|row| (row.group, row.title.to_lowercase(), row.id));
        Ok(rows)
    }

    /// Reads what Today says of every goal of what is open, in the order of the screen, as far back as lately.
    pub(super) fn goals_of_today(&self, now: Now) -> Result<Vec<GoalToday>> {
        let mut rows = Vec::new();
        for which in self.open_spaces() {
            for (id, record) in self.space(which)?.records(Table::Goals) {
                let goal = self.read_goal(id, record)?;
                let group = self.group(&goal, goal.lifecycle())?;
                if matches!(group, GoalGroup::Active | GoalGroup::WaitsForMe) && !self.has_left(&goal) {
                    rows.push(self.goal_today(which, &goal, group, now)?);
                }
            }
        }
        rows.sort_by_cached_key(|row| (row.group, row.title.to_lowercase(), row.id));
        Ok(rows)
    }

    /// Shows what is said of one goal, to edit it or to read what was agreed.
    pub fn goal_words(&self, id: GoalId) -> Result<GoalWords> {
        let (which, goal) = self.find_goal(id)?;
        let row = self.goal_row(which, &goal, &Said::default())?;
        let GoalRow { title, why, helps, touches_use, .. } = row;
        Ok(GoalWords { title, why, helps, target: goal.target, touches_use })
    }

    /// Sets down a goal: hers and active while she is alone; while both are here it is of both, and each is asked.
    pub fn add_goal(&mut self, words: &GoalWords) -> Result<GoalsView> {
        let checked = Checked::new(words)?;
        let (which, owner) = self.where_new_things_go()?;
        if words.touches_use && which == In::Ours {
            return Err(Error::StaysMine);
        }
        self.write(which, |pen| begin(pen, owner, None, &checked).map(|_| ()))?;
        self.goals("")
    }

    /// Edits what is said of a goal. With the title or the target of a joint one changed, both are asked again; while she
    /// is alone the change is her own proposal, so she has agreed to it.
    pub fn edit_goal(&mut self, id: GoalId, words: &GoalWords, passphrase: Option<&Passphrase>) -> Result<GoalsView> {
        let checked = Checked::new(words)?;
        let (which, goal) = self.find_goal(id)?;
        let by = self.signed(goal.owner, passphrase)?;
        if words.touches_use && which == In::Ours {
            return Err(Error::StaysMine);
        }
        let before = self.goal_words(id)?;
        let proposer = if which == In::Ours { self.alone().ok() } else { None };
        self.write_by(by, which, |pen| {
            // The same title sealed anew would be another wording to agree to.
            let title =
                if before.title == checked.title.as_str() { goal.title } else { pen.words(id, &checked.title)? };
            pen.put(Table::Goals, id, "title", &title);
            checked.write_around(pen, id)?;
            let wording = Wording::of(title, checked.target);
            if let Some(person) = proposer.filter(|_| wording != goal.wording()) {
                pen.put(Table::Goals, id, "proposed_by", &Some(person));
                pen.put(Table::Goals, id, &agreed_by(person), &Some(wording));
            }
            Ok(())
        })?;
        self.goals("")
    }

    /// Shows exactly what the other would be asked to agree to.
    pub fn preview_proposal(&self, id: GoalId, offer: &Offer) -> Result<ProposalPreview> {
        let (proposer, which, goal) = self.find_own_goal(id)?;
        let offered = self.offered(which, &goal, offer)?;
        let row = self.goal_row(which, &goal, &Said::default())?;
        let text = |words: &Option<Words>| words.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default();
        Ok(ProposalPreview {
            row: GoalRow {
                whose: Whose::Ours,
                owner: Owner::Both,
                proposed_by: Some(proposer),
                title: offered.title.as_str().to_owned(),
                why: text(&offered.why),
                helps: text(&offered.helps),
                target: Some(offered.target),
                group: GoalGroup::WaitsForMe,
                lifecycle: Lifecycle::Proposed,
                achievement: Achievement::NotSaid,
                agreed: vec![proposer],
                touches_use: false,
                is_shared: false,
                times: None,
                ..row
            },
        })
    }

    /// Proposes what the preview shows: a copy goes into *ours* under a new id, agreed by her; the original stays hers.
    pub fn propose_goal(&mut self, id: GoalId, offer: &Offer) -> Result<GoalsView> {
        let (proposer, which, goal) = self.find_own_goal(id)?;
        if self.is_shared_goal(&goal) {
            return self.goals("");
        }
        self.may_share(proposer)?;
        let offered = self.offered(which, &goal, offer)?;
        let (copy, ours) = self.compose(In::Ours, |pen| {
            let (copy, wording) = begin(pen, Owner::Both, Some(proposer), &offered)?;
            pen.put(Table::Goals, copy, &agreed_by(proposer), &Some(wording));
            Ok(copy)
        })?;
        let ((), mine) = self.compose(which, |pen| Ok(pen.put(Table::Goals, id, "shared_as", &Some(copy))))?;
        self.commit(vec![(In::Ours, ours), (which, mine)])?;
        self.goals("")
    }

    /// Agrees to the wording that stood on her screen; refused when it has changed since.
    pub fn agree_to_goal(
        &mut self,
        id: GoalId,
        person: PersonId,
        seen: &Wording,
        passphrase: Option<&Passphrase>,
    ) -> Result<GoalsView> {
        let (which, goal) = self.find_goal(id)?;
        if goal.owner != Owner::Both || goal.lifecycle() != Lifecycle::Proposed || goal.wording() != *seen {
            return Err(Error::Gone);
        }
        let by = self.signed(Owner::One(person), passphrase)?;
        if !goal.agreed_now().contains(&person) {
            self.write_by(by, which, |pen| Ok(pen.put(Table::Goals, id, &agreed_by(person), &Some(seen))))?;
        }
        self.goals("")
    }

    /// Lays a proposal aside, or takes it up again. It is kept in *mine* only, and a changed wording is asked afresh.
    pub fn set_goal_not_now(&mut self, id: GoalId, not_now: bool) -> Result<GoalsView> {
        let person = self.alone()?;
        let (_, goal) = self.find_goal(id)?;
        let laid_aside = not_now.then(|| goal.wording());
        self.write(In::Mine(person), |pen| Ok(pen.put(Table::Settings, NOT_NOW, &id.to_string(), &laid_aside)))?;
        self.goals("")
    }

    /// Takes back a proposal that nobody but its proposer ever agreed to: it is erased. It cannot be undone.
    pub fn take_back_proposal(&mut self, id: GoalId, passphrase: Option<&Passphrase>) -> Result<GoalsView> {
        let (which, goal) = self.find_goal(id)?;
        if !can_be_taken_back(&goal) {
            return Err(Error::NotHers);
        }
        self.signed(proposer(&goal).map_or(Owner::Both, Owner::One), passphrase)?;
        let ((), ink) = self.compose(which, |pen| delete(pen, id, &[]))?;
        self.commit_for_good(vec![(which, ink)])?;
        self.goals("")
    }

    /// Lets a goal rest, finishes it, lets it go, or brings it back. What both have not agreed yet goes no course of its own.
    ///
    /// Brought back after the other erased hers, it is a proposal to her.
    pub fn set_goal_course(
        &mut self,
        id: GoalId,
        course: Course,
        passphrase: Option<&Passphrase>,
    ) -> Result<GoalsView> {
        let (which, goal) = self.find_goal(id)?;
        let by = self.signed(goal.owner, passphrase)?;
        if goal.owner == Owner::Both && !goal.was_of_both() {
            return Err(Error::NotAgreed);
        }
        let asks_again = course == Course::Open && !goal.erased.is_empty();
        let asking = self.alone().ok().filter(|_| asks_again);
        self.write_by(by, which, |pen| {
            pen.put(Table::Goals, id, "course", &course);
            for person in goal.erased.iter().filter(|_| asks_again) {
                pen.put(Table::Goals, id, &erased_by(*person), &false);
            }
            if let Some(person) = asking {
                pen.put(Table::Goals, id, "proposed_by", &Some(person));
                pen.put(Table::Goals, id, &agreed_by(person), &Some(goal.wording()));
            }
            Ok(())
        })?;
        self.goals("")
    }

    /// Says what came of a goal.
    pub fn set_goal_achievement(
        &mut self,
        id: GoalId,
        achievement: Achievement,
        passphrase: Option<&Passphrase>,
    ) -> Result<GoalsView> {
        let (which, goal) = self.find_goal(id)?;
        let by = self.signed(goal.owner, passphrase)?;
        self.write_by(by, which, |pen| Ok(pen.put(Table::Goals, id, "achievement", &achievement)))?;
        self.goals("")
    }

    /// Deletes a goal of hers for real, with its check-ins. It cannot be undone. Of a joint one each erases her own words.
    pub fn delete_goal(&mut self, id: GoalId, passphrase: Option<&Passphrase>) -> Result<GoalsView> {
        let (which, goal) = self.find_goal(id)?;
        if goal.owner == Owner::Both {
            return Err(Error::NotHers);
        }
        self.signed(goal.owner, passphrase)?;
        let check_ins = self.check_ins_of(which, id)?;
        let ((), ink) = self.compose(which, |pen| delete(pen, id, &check_ins))?;
        self.commit_for_good(vec![(which, ink)])?;
        self.goals("")
    }

    /// Erases one person's check-ins of a joint goal for real, and lets it go; erased by both, the goal itself is erased.
    pub fn erase_my_part(
        &mut self,
        id: GoalId,
        person: PersonId,
        passphrase: Option<&Passphrase>,
    ) -> Result<GoalsView> {
        let (which, goal) = self.find_goal(id)?;
        if goal.owner != Owner::Both {
            return Err(Error::NotHers);
        }
        if !goal.was_of_both() {
            return Err(Error::NotAgreed);
        }
        self.signed(Owner::One(person), passphrase)?;
        let last = self.everybody().iter().all(|other| *other == person || goal.erased.contains(other));
        let check_ins = if last { self.check_ins_of(which, id)? } else { self.check_ins_by(which, &goal, person)? };
        let ((), ink) = self.compose(which, |pen| {
            if last {
                return delete(pen, id, &check_ins);
            }
            erase_check_ins(pen, &check_ins)?;
            pen.put(Table::Goals, id, &erased_by(person), &true);
            pen.put(Table::Goals, id, &agreed_by(person), &None::<Wording>);
            if goal.course != Course::Finished {
                pen.put(Table::Goals, id, "course", &Course::LetGo);
            }
            Ok(())
        })?;
        self.commit_for_good(vec![(which, ink)])?;
        self.goals("")
    }

    /// Finds a goal in the spaces that are open.
    pub(super) fn find_goal(&self, id: GoalId) -> Result<(In, Goal)> {
        for which in self.open_spaces() {
            match self.space(which)?.record(Table::Goals, id) {
                Ok(record) => return Ok((which, self.read_goal(&id.to_string(), record)?)),
                Err(Error::Gone) => continue,
                Err(error) => return Err(error),
            }
        }
        Err(Error::Gone)
    }

    fn goal_today(&self, which: In, goal: &Goal, group: GoalGroup, now: Now) -> Result<GoalToday> {
        let lately = now.today - LATELY;
        let said = self.newest_check_ins(which, goal.id, 1, lately, now.today)?;
        let (id, owner, whose) = (goal.id, goal.owner, which.into());
        let title = self.space(which)?.text(self.store()?, id, goal.title)?;
        let last = said.first().map(|check_in| self.check_in_row(which, check_in)).transpose()?;
        Ok(GoalToday { id, whose, owner, title, group, last })
    }

    /// Reads what a goal's row tells of its check-ins; all of them only where they are counted.
    fn said_of(&self, which: In, goal: &Goal) -> Result<Said> {
        if !is_counted(goal) {
            let last = self.newest_check_ins(which, goal.id, LAST_CHECK_INS, FIRST_DAY, LAST_DAY)?;
            return Ok(Said { last, done: 0 });
        }
        let mut last = self.check_ins_of(which, goal.id)?;
        let done = last.iter().filter(|check_in| check_in.done).count() as u32;
        last.truncate(LAST_CHECK_INS);
        Ok(Said { last, done })
    }

    /// Shows one goal of a space.
    fn goal_row(&self, which: In, goal: &Goal, said: &Said) -> Result<GoalRow> {
        let (space, store) = (self.space(which)?, self.store()?);
        let lifecycle = goal.lifecycle();
        let shows_target = which != In::Ours || lifecycle == Lifecycle::Proposed;
        let last = said.last.iter();
        Ok(GoalRow {
            id: goal.id,
            whose: which.into(),
            owner: goal.owner,
            proposed_by: goal.proposed_by,
            title: space.text(store, goal.id, goal.title)?,
            why: space.text_if(store, goal.id, goal.why)?.unwrap_or_default(),
            helps: space.text_if(store, goal.id, goal.helps)?.unwrap_or_default(),
            target: shows_target.then_some(goal.target),
            wording: goal.wording(),
            group: self.group(goal, lifecycle)?,
            lifecycle,
            achievement: goal.achievement,
            agreed: goal.agreed_now(),
            can_be_taken_back: can_be_taken_back(goal),
            touches_use: goal.touches_use,
            is_shared: self.is_shared_goal(goal),
            times: is_counted(goal).then_some(said.done),
            last: last.map(|check_in| self.check_in_row(which, check_in)).collect::<Result<_>>()?,
        })
    }

    fn group(&self, goal: &Goal, lifecycle: Lifecycle) -> Result<GoalGroup> {
        Ok(match lifecycle {
            Lifecycle::Active => GoalGroup::Active,
            Lifecycle::Resting => GoalGroup::Resting,
            Lifecycle::Finished => GoalGroup::Finished,
            Lifecycle::LetGo => GoalGroup::LetGo,
            Lifecycle::Proposed => match self.alone() {
                Ok(person) if goal.agreed_now().contains(&person) => GoalGroup::WaitsForYes,
                Ok(person) if self.laid_aside(person, goal)? => GoalGroup::NotNow,
                Ok(_) => GoalGroup::WaitsForMe,
                Err(_) => GoalGroup::WaitsForYes,
            },
        })
    }

    /// Tells whether she laid this wording aside; not known while her own space is closed.
    fn laid_aside(&self, person: PersonId, goal: &Goal) -> Result<bool> {
        let Ok(mine) = self.space(In::Mine(person)) else { return Ok(false) };
        Ok(mine.settings(NOT_NOW).get(&goal.id.to_string())? == Some(goal.wording()))
    }

    /// Tells whether everybody who is here has asked for this goal to be erased: for them it is gone.
    fn has_left(&self, goal: &Goal) -> bool {
        self.card.people.iter().filter(|person| self.is_here(person.id)).all(|person| goal.erased.contains(&person.id))
    }

    fn find_own_goal(&self, id: GoalId) -> Result<(PersonId, In, Goal)> {
        match self.find_goal(id)? {
            (In::Mine(person), goal) => Ok((person, In::Mine(person), goal)),
            (In::Ours, _) => Err(Error::Gone),
        }
    }

    fn is_shared_goal(&self, goal: &Goal) -> bool {
        let copy = goal.shared_as.map(|copy| self.space(In::Ours).and_then(|ours| ours.record(Table::Goals, copy)));
        copy.is_some_and(|copy| copy.is_ok())
    }

    /// Picks of a goal of hers what goes along; what is about using, eating or self-harm lets only the help go.
    fn offered(&self, which: In, goal: &Goal, offer: &Offer) -> Result<Checked> {
        let row = self.goal_row(which, goal, &Said::default())?;
        let helps = Words::optional(&row.helps)?;
        match offer {
            Offer::Goal { .. } if goal.touches_use => Err(Error::StaysMine),
            Offer::Goal { with_why, with_helps } => Ok(Checked {
                title: Words::new(&row.title)?,
                why: Words::optional(&row.why)?.filter(|_| *with_why),
                helps: helps.filter(|_| *with_helps),
                target: goal.target,
                touches_use: false,
            }),
            Offer::Help { title } => Ok(Checked {
                title: Words::new(title)?,
                why: None,
                helps: Some(helps.ok_or(Error::Blank)?),
                target: Target::None,
                touches_use: false,
            }),
        }
    }

    fn read_goal(&self, id: &str, record: &Record) -> Result<Goal> {
        let (mut agreed, mut erased) = (std::collections::BTreeMap::new(), Vec::new());
        for person in self.everybody() {
            if let Some(wording) = record.get(&agreed_by(person))? {
                agreed.insert(person, wording);
            }
            if record.get(&erased_by(person))? == Some(true) {
                erased.push(person);
            }
        }
        Ok(Goal {
            id: id.parse().map_err(|_| Error::DamagedStore("a goal's id"))?,
            owner: record.must("owner")?,
            proposed_by: record.get("proposed_by")?,
            title: record.must("title")?,
            why: record.get("why")?,
            helps: record.get("helps")?,
            target: record.must("target")?,
            course: record.must("course")?,
            achievement: record.get("achievement")?.unwrap_or_default(),
            agreed,
            erased,
            touches_use: record.get("touches_use")?.unwrap_or(false),
            shared_as: record.get("shared_as")?,
        })
    }
}

struct Checked {
    title: Words,
    why: Option<Words>,
    helps: Option<Words>,
    target: Target,
    touches_use: bool,
}

impl Checked {
    fn new(words: &GoalWords) -> Result<Self> {
        match words.target {
            Target::PerWeek { times } if !(1..=MOST_TIMES_A_WEEK).contains(&times) => {
                return Err(Error::OutOfBounds(MOST_TIMES_A_WEEK));
            }
            Target::Total { times } if !(1..=MOST_TIMES).contains(&times) => {
                return Err(Error::OutOfBounds(MOST_TIMES));
            }
            Target::ByDay { day } if day.year() < 1900 => return Err(Error::LongAgo),
            Target::ByDay { day } if day.year() > LAST_YEAR as i32 => return Err(Error::OutOfBounds(LAST_YEAR)),
            _ => {}
        }
        Ok(Self {
            title: Words::new(&words.title)?,
            why: Words::optional(&words.why)?,
            helps: Words::optional(&words.helps)?,
            target: words.target,
            touches_use: words.touches_use,
        })
    }

    /// Writes everything but the title.
    fn write_around(&self, pen: &mut Pen, id: GoalId) -> Result<()> {
        let why = pen.words_if(id, self.why.as_ref())?;
        let helps = pen.words_if(id, self.helps.as_ref())?;
        pen.put(Table::Goals, id, "why", &why);
        pen.put(Table::Goals, id, "helps", &helps);
        pen.put(Table::Goals, id, "target", &self.target);
        pen.put(Table::Goals, id, "touches_use", &self.touches_use);
        Ok(())
    }
}

/// Writes a goal that was not there before; answers with its id and what one would agree to.
fn begin(pen: &mut Pen, owner: Owner, proposed_by: Option<PersonId>, checked: &Checked) -> Result<(GoalId, Wording)> {
    let id = GoalId::draw(pen.rng());
    let title = pen.words(id, &checked.title)?;
    pen.put(Table::Goals, id, "gone", &false);
    pen.put(Table::Goals, id, "owner", &owner);
    pen.put(Table::Goals, id, "proposed_by", &proposed_by);
    pen.put(Table::Goals, id, "course", &Course::Open);
    pen.put(Table::Goals, id, "title", &title);
    checked.write_around(pen, id)?;
    Ok((id, Wording::of(title, checked.target)))
}

/// What a goal's row tells of its check-ins.
#[derive(Default)]
struct Said {
    /// The last few, the newest first.
    last: Vec<CheckIn>,
    /// How often it happened, where that is counted.
    done: u32,
}

fn is_counted(goal: &Goal) -> bool {
    matches!(goal.target, Target::Total { .. })
}

fn delete(pen: &mut Pen, id: GoalId, check_ins: &[CheckIn]) -> Result<()> {
    erase_check_ins(pen, check_ins)?;
    pen.put(Table::Goals, id, "gone", &true);
    pen.erase(id)
}

fn erase_check_ins(pen: &mut Pen, check_ins: &[CheckIn]) -> Result<()> {
    for check_in in check_ins {
        pen.put_on(check_in.on, Table::CheckIns, check_in.id, "gone", &true);
        pen.erase(check_in.id)?;
    }
    Ok(())
}

/// Tells whose proposal it is: the proposer's or, set down together, the one's who has agreed so far.
fn proposer(goal: &Goal) -> Option<PersonId> {
    goal.proposed_by.or_else(|| goal.agreed.keys().next().copied())
}

fn can_be_taken_back(goal: &Goal) -> bool {
    goal.lifecycle() == Lifecycle::Proposed && !goal.was_agreed_by_another_than(proposer(goal))
}

/// Names the register in which one person's yes stands: one for each, so that two who agree apart both have agreed.
fn agreed_by(person: PersonId) -> String {
    format!("agreed_{person}")
}

fn erased_by(person: PersonId) -> String {
    format!("erased_{person}")
}
