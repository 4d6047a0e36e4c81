//! Rituals: set down, edited, let rest, let go, shared, taken back, deleted for real.

use super::family::{Family, In, Now};
use super::milestones::Whose;
use super::occurrences::{Known, occurrence_name};
use crate::document::{Record, Table};
use crate::domain::ideas::{self, Company, Idea, Suggested};
use crate::domain::ids::{ItemId, RitualId};
use crate::domain::person::Owner;
use crate::domain::recurrence::{FIRST_DAY, How, LAST_DAY, MOST_EVERY, MOST_RESTS, Recurrence, RecurrenceError, Rest};
use crate::domain::ritual::{LAST_MINUTE, MOST_STEPS, Ritual, Standing, Step};
use crate::domain::words::{Words, WordsRef};
use crate::space::Pen;
use crate::vault::Passphrase;
use crate::views::{DueToday, Looking, RitualRow, RitualToday, RitualsView, StepRow, cut};
use crate::{Error, Result};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What she says of a ritual.
#[derive(Clone, Debug, Deserialize, specta::Type)]
pub struct RitualWords {
    /// What it is called.
    pub title: String,
    /// What it means; may be left empty.
    pub meaning: String,
    /// What is done, in order; at most [`MOST_STEPS`].
    pub steps: Vec<StepWords>,
    /// How it repeats.
    pub how: How,
    /// The first day it may be due.
    pub starts_on: NaiveDate,
    /// The last day it may be due; without one it goes on.
    pub ends_on: Option<NaiveDate>,
    /// The time of day, in minutes after midnight, where it has one.
    pub at: Option<u16>,
}

/// What she says of one step.
#[derive(Clone, Debug, Deserialize, specta::Type)]
pub struct StepWords {
    /// Whose step it is.
    pub who: Owner,
    /// What is done.
    pub words: String,
}

impl Family {
    /// Shows the rituals of the spaces that are open: today's first.
    pub fn rituals(&self, now: Now) -> Result<RitualsView> {
        self.find_rituals("", now)
    }

    /// Shows of the rituals those she looks for.
    pub fn find_rituals(&self, look: impl Into<Looking>, now: Now) -> Result<RitualsView> {
        let mut rows = self.ritual_rows(now)?;
        let is = |row: &RitualRow, show| row.whose.is(show);
        look.into().keep(
            &mut rows,
            |row| row.id.into(),
            is,
            |row| {
                let steps = row.steps.iter().map(|step| step.words.as_str());
                steps.chain([row.title.as_str(), &row.meaning]).collect()
            },
        );
        let more = cut(&mut rows);
        Ok(RitualsView { rows, more })
    }

    /// Reads every ritual of what is open, in the order of the screen.
    pub(super) fn ritual_rows(&self, now: Now) -> Result<Vec<RitualRow>> {
        self.ritual_rows_with(now, |which, ritual| self.known_days(which, ritual, now))
    }

    /// Reads what Today says of every ritual of what is open, and no year but this one.
    pub(super) fn rituals_of_today(&self, now: Now) -> Result<Vec<RitualToday>> {
        let rows = self.ritual_rows_with(now, |which, ritual| self.known_today(which, ritual, now))?;
        Ok(rows.into_iter().map(RitualToday::from).collect())
    }

    fn ritual_rows_with(&self, now: Now, known: impl Fn(In, RitualId) -> Result<Known>) -> Result<Vec<RitualRow>> {
        let mut rows = Vec::new();
        for which in self.open_spaces() {
            for (id, record) in self.space(which)?.records(Table::Rituals) {
                let ritual = read(id, record)?;
                rows.push(self.ritual_row(which, &ritual, known(which, ritual.id)?, now)?);
            }
        }
        rows.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.title.cmp(&b.title)).then_with(|| a.id.cmp(&b.id)));
        Ok(rows)
    }

    /// Lists ideas to begin with: in *ours* the strict few, in *mine* narrowed by what she ticked.
    pub fn ritual_ideas(&self) -> Result<Vec<Idea>> {
        let ideas = match self.where_new_things_go()? {
            (In::Ours, _) => ideas::offered_in_ours(),
            (In::Mine(_), _) => ideas::offered_to(&self.me()?.lives),
        };
        let is_pair = self.everybody().len() == 2;
        let is_offered = |idea: &&&Idea| {
            matches!(idea.what, Suggested::Ritual { .. }) && (is_pair || idea.company == Company::Alone)
        };
        Ok(ideas.iter().filter(is_offered).map(|idea| (*idea).clone()).collect())
    }

    /// Sets down a ritual: hers while she is alone, of both while both are here.
    pub fn add_ritual(&mut self, words: &RitualWords, now: Now) -> Result<RitualsView> {
        let checked = Checked::new(words, Vec::new(), self)?;
        let (which, owner) = self.where_new_things_go()?;
        self.write(which, |pen| {
            let id = RitualId::draw(pen.rng());
            begin(pen, id, owner);
            checked.write(pen, id, &Sealed::new())
        })?;
        self.rituals(now)
    }

    /// Edits what she says of a ritual; only what she changed is written, so that the rest merges.
    pub fn edit_ritual(
        &mut self,
        id: RitualId,
        words: &RitualWords,
        passphrase: Option<&Passphrase>,
        now: Now,
    ) -> Result<RitualsView> {
        let (which, ritual) = self.find_ritual(id)?;
        let checked = Checked::new(words, ritual.recurrence.rests.clone(), self)?;
        let by = self.signed(ritual.owner, passphrase)?;
        let sealed = self.sealed_of_ritual(which, &ritual, now)?;
        self.write_by(by, which, |pen| checked.write(pen, id, &sealed))?;
        self.rituals(now)
    }

    /// Lets a ritual rest, lets it go, or brings it back.
    pub fn set_ritual_standing(
        &mut self,
        id: RitualId,
        standing: Standing,
        passphrase: Option<&Passphrase>,
        now: Now,
    ) -> Result<RitualsView> {
        let (which, ritual) = self.find_ritual(id)?;
        let by = self.signed(ritual.owner, passphrase)?;
        self.write_by(by, which, |pen| {
            pen.put(Table::Rituals, id, "standing", &standing);
            Ok(())
        })?;
        self.rituals(now)
    }

    /// Keeps the periods in which a ritual rests; outside them it is due as before.
    pub fn set_ritual_rests(
        &mut self,
        id: RitualId,
        rests: &[Rest],
        passphrase: Option<&Passphrase>,
        now: Now,
    ) -> Result<RitualsView> {
        let (which, ritual) = self.find_ritual(id)?;
        let mut rests = rests.to_vec();
        rests.sort_by_key(|rest| (rest.from, rest.until));
        let Recurrence { starts_on, how, ends_on, .. } = ritual.recurrence;
        let recurrence = Recurrence::new(starts_on, how, rests, ends_on)?;
        let by = self.signed(ritual.owner, passphrase)?;
        self.write_by(by, which, |pen| {
            pen.put(Table::Rituals, id, "recurrence", &recurrence);
            Ok(())
        })?;
        self.rituals(now)
    }

    /// Deletes a ritual for real, with the lines and photos of every time it was kept. It cannot be undone.
    pub fn delete_ritual(&mut self, id: RitualId, passphrase: Option<&Passphrase>, now: Now) -> Result<RitualsView> {
        let (which, ritual) = self.find_ritual(id)?;
        self.signed(ritual.owner, passphrase)?;
        let days = self.days_back(which, id, FIRST_DAY, LAST_DAY)?;
        let days = days.map(|found| found.map(|(day, _)| day)).collect::<Result<Vec<_>>>()?;
        let ((), ink) = self.compose(which, |pen| {
            pen.put(Table::Rituals, id, "gone", &true);
            pen.erase(id)?;
            for day in &days {
                pen.put_on(*day, Table::Occurrences, occurrence_name(id, *day), "gone", &true);
                pen.erase(ItemId::of_occurrence(id, *day))?;
            }
            Ok(())
        })?;
        self.commit_for_good(vec![(which, ink)])?;
        self.rituals(now)
    }

    /// Shows exactly what the other would see if she shared this ritual.
    pub fn preview_ritual(&self, id: RitualId, with_meaning: bool, now: Now) -> Result<RitualRow> {
        let (which, mut ritual) = self.find_own_ritual(id)?;
        ritual.recurrence = shared_recurrence(&ritual.recurrence, now);
        ritual.standing = Standing::Going;
        let row = self.ritual_row(which, &ritual, Known::default(), now)?;
        let meaning = if with_meaning { row.meaning } else { String::new() };
        Ok(RitualRow { whose: Whose::Ours, meaning, is_shared: false, ..row })
    }

    /// Shares a ritual: a copy of what the preview shows goes into *ours* under a new id; the original stays hers.
    ///
    /// The times she kept it, its rests and the day it began stay in *mine* (CARE.md, Never 3).
    pub fn share_ritual(&mut self, id: RitualId, with_meaning: bool, now: Now) -> Result<RitualsView> {
        let (which, ritual) = self.find_own_ritual(id)?;
        self.may_share(self.alone()?)?;
        if self.is_ritual_shared(&ritual) {
            return self.rituals(now);
        }
        let row = self.preview_ritual(id, with_meaning, now)?;
        let checked = Checked::of_row(&row)?;
        let (copy, ours) = self.compose(In::Ours, |pen| {
            let copy = RitualId::draw(pen.rng());
            begin(pen, copy, row.owner);
            checked.write(pen, copy, &Sealed::new())?;
            Ok(copy)
        })?;
        let ((), mine) = self.compose(which, |pen| {
            pen.put(Table::Rituals, id, "shared_as", &Some(copy));
            Ok(())
        })?;
        self.commit(vec![(In::Ours, ours), (which, mine)])?;
        self.rituals(now)
    }

    /// Takes back a shared ritual, named by the original or by its copy: the copy is deleted, the original stays hers.
    pub fn take_back_ritual(&mut self, id: RitualId, passphrase: Option<&Passphrase>, now: Now) -> Result<RitualsView> {
        let copy = match self.find_ritual(id)? {
            (In::Ours, Ritual { owner: Owner::One(_), .. }) => id,
            (In::Ours, _) => return Err(Error::NotHers),
            (In::Mine(_), ritual) => ritual.shared_as.ok_or(Error::Gone)?,
        };
        self.delete_ritual(copy, passphrase, now)
    }

    /// Finds a ritual in the spaces that are open.
    pub(super) fn find_ritual(&self, id: RitualId) -> Result<(In, Ritual)> {
        for which in self.open_spaces() {
            match self.space(which)?.record(Table::Rituals, id) {
                Ok(record) => return Ok((which, read(&id.to_string(), record)?)),
                Err(Error::Gone) => continue,
                Err(error) => return Err(error),
            }
        }
        Err(Error::Gone)
    }

    /// Shows one ritual.
    pub(super) fn ritual(&self, id: RitualId, now: Now) -> Result<RitualRow> {
        let (which, ritual) = self.find_ritual(id)?;
        self.ritual_row(which, &ritual, self.known_days(which, id, now)?, now)
    }

    pub(super) fn ritual_row(&self, which: In, ritual: &Ritual, known: Known, now: Now) -> Result<RitualRow> {
        let (space, store) = (self.space(which)?, self.store()?);
        let text = |name| space.text(store, ritual.id, name);
        let steps = ritual.steps.iter().map(|step| Ok(StepRow { who: step.who, words: text(step.words)? }));
        let is_going = ritual.standing == Standing::Going;
        let is_due = is_going && ritual.recurrence.due_on(now.today);
        let from = if known.today.is_some() { now.today.succ_opt() } else { Some(now.today) };
        Ok(RitualRow {
            id: ritual.id,
            whose: which.into(),
            owner: ritual.owner,
            title: text(ritual.title)?,
            meaning: ritual.meaning.map(text).transpose()?.unwrap_or_default(),
            steps: steps.collect::<Result<_>>()?,
            recurrence: ritual.recurrence.clone(),
            at: ritual.at,
            standing: ritual.standing,
            next_on: from.filter(|_| is_going).and_then(|from| ritual.recurrence.next_on_or_after(from)),
            last_kept_on: known.last_kept_on,
            today: DueToday::of(known.today, is_due),
            is_shared: self.is_ritual_shared(ritual),
        })
    }

    fn find_own_ritual(&self, id: RitualId) -> Result<(In, Ritual)> {
        match self.find_ritual(id)? {
            (In::Ours, _) => Err(Error::Gone),
            found => Ok(found),
        }
    }

    fn is_ritual_shared(&self, ritual: &Ritual) -> bool {
        let copy = ritual.shared_as.map(|copy| self.space(In::Ours).and_then(|ours| ours.record(Table::Rituals, copy)));
        copy.is_some_and(|copy| copy.is_ok())
    }

    fn sealed_of_ritual(&self, which: In, ritual: &Ritual, now: Now) -> Result<Sealed> {
        let row = self.ritual_row(which, ritual, Known::default(), now)?;
        let steps = row.steps.into_iter().map(|step| step.words).zip(ritual.steps.iter().map(|step| step.words));
        let meaning = ritual.meaning.map(|meaning| (row.meaning, meaning));
        Ok(steps.chain(meaning).chain([(row.title, ritual.title)]).collect())
    }
}

/// The texts of a ritual that are sealed already: one that was not changed keeps its place.
type Sealed = BTreeMap<String, WordsRef>;

struct Checked {
    title: Words,
    meaning: Option<Words>,
    steps: Vec<(Owner, Words)>,
    recurrence: Recurrence,
    at: Option<u16>,
}

impl Checked {
    fn new(words: &RitualWords, rests: Vec<Rest>, family: &Family) -> Result<Self> {
        if words.steps.len() > MOST_STEPS {
            return Err(Error::OutOfBounds(MOST_STEPS as u32));
        }
        if words.at.is_some_and(|at| at > LAST_MINUTE) {
            return Err(Error::OutOfBounds(LAST_MINUTE.into()));
        }
        let is_known = |who: Owner| match who {
            Owner::One(person) => family.everybody().contains(&person),
            Owner::Both => true,
        };
        if !words.steps.iter().all(|step| is_known(step.who)) {
            return Err(Error::Gone);
        }
        Ok(Self {
            title: Words::new(&words.title)?,
            meaning: Words::optional(&words.meaning)?,
            steps: checked_steps(words.steps.iter().map(|step| (step.who, step.words.as_str())))?,
            recurrence: Recurrence::new(words.starts_on, words.how.clone(), rests, words.ends_on)?,
            at: words.at,
        })
    }

    fn of_row(row: &RitualRow) -> Result<Self> {
        Ok(Self {
            title: Words::new(&row.title)?,
            meaning: Words::optional(&row.meaning)?,
            steps: checked_steps(row.steps.iter().map(|step| (step.who, step.words.as_str())))?,
            recurrence: row.recurrence.clone(),
            at: row.at,
        })
    }

    fn write(&self, pen: &mut Pen, id: RitualId, sealed: &Sealed) -> Result<()> {
        let mut seal = |words: &Words| match sealed.get(words.as_str()) {
            Some(name) => Ok(*name),
            None => pen.words(id, words),
        };
        let title = seal(&self.title)?;
        let meaning = self.meaning.as_ref().map(&mut seal).transpose()?;
        let steps = self.steps.iter().map(|(who, words)| Ok(Step { who: *who, words: seal(words)? }));
        let steps = steps.collect::<Result<Vec<_>>>()?;
        pen.put(Table::Rituals, id, "title", &title);
        pen.put(Table::Rituals, id, "meaning", &meaning);
        pen.put(Table::Rituals, id, "steps", &steps);
        pen.put(Table::Rituals, id, "recurrence", &self.recurrence);
        pen.put(Table::Rituals, id, "at", &self.at);
        Ok(())
    }
}

impl From<RecurrenceError> for Error {
    fn from(error: RecurrenceError) -> Self {
        match error {
            RecurrenceError::EveryOutOfRange => Self::OutOfBounds(MOST_EVERY.into()),
            RecurrenceError::NoWeekday | RecurrenceError::WeekdaysOutOfOrder => Self::NoWeekday,
            RecurrenceError::NoSuchDay | RecurrenceError::DayOutOfReach => Self::NoSuchDay,
            RecurrenceError::EndsBeforeItStarts | RecurrenceError::RestEndsBeforeItBegins => Self::DaysCross,
            RecurrenceError::TooManyRests => Self::OutOfBounds(MOST_RESTS as u32),
        }
    }
}

/// Steps left blank were only begun: they are not kept.
fn checked_steps<'a>(steps: impl Iterator<Item = (Owner, &'a str)>) -> Result<Vec<(Owner, Words)>> {
    steps
        .filter_map(|(who, typed)| {
            Some(Words::optional(typed).map_err(Error::from).transpose()?.map(|words| (who, words)))
        })
        .collect()
}

fn begin(pen: &mut Pen, id: RitualId, owner: Owner) {
    pen.put(Table::Rituals, id, "gone", &false);
    pen.put(Table::Rituals, id, "owner", &owner);
    pen.put(Table::Rituals, id, "standing", &Standing::Going);
}

/// A copy is due on the same days from now on, and tells neither since when nor what rested.
fn shared_recurrence(recurrence: &Recurrence, now: Now) -> Recurrence {
    let starts_on = recurrence.next_on_or_after(now.today).unwrap_or(recurrence.starts_on);
    Recurrence { starts_on, rests: Vec::new(), ..recurrence.clone() }
}

/// Where a ritual stands in the list: today's, then the next ones, then what rests, then what was let go.
fn place(row: &RitualRow) -> (u8, NaiveDate, u16) {
    let rank = match (row.standing, row.today, row.next_on) {
        (Standing::Going, DueToday::NotDue, None) => 2,
        (Standing::Going, DueToday::NotDue, Some(_)) => 1,
        (Standing::Going, ..) => 0,
        (Standing::Resting, ..) => 3,
        (Standing::LetGo, ..) => 4,
    };
    (
        rank,
        if rank == 1 { row.next_on.unwrap_or_default() } else { NaiveDate::default() },
        row.at.unwrap_or(LAST_MINUTE),
    )
}

fn read(id: &str, record: &Record) -> Result<Ritual> {
    Ok(Ritual {
        id: id.parse().map_err(|_| Error::DamagedStore("a ritual's id"))?,
        owner: record.must("owner")?,
        title: record.must("title")?,
        meaning: record.get("meaning")?,
        steps: record.get("steps")?.unwrap_or_default(),
        recurrence: record.must("recurrence")?,
        at: record.get("at")?,
        standing: record.must("standing")?,
        shared_as: record.get("shared_as")?,
    })
}
