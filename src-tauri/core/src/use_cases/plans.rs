//! The parts of her plan for a hard hour that are words of hers; the other three are her ways, her people and her region's lines.

use super::family::{Family, In};
use crate::document::{Record, Table};
use crate::domain::ids::{PersonId, PlanLineId};
use crate::domain::plan::{MOST_PLAN_LINES, PlanLine, PlanPart};
use crate::domain::words::Words;
use crate::views::{NextHourView, PlanLineRow};
use crate::{Error, Result};

impl Family {
    /// Writes a line into a part of her plan.
    pub fn add_plan_line(&mut self, part: PlanPart, words: &str) -> Result<NextHourView> {
        let lines = self.plan_lines(self.alone()?)?;
        let of_part = lines.iter().filter(|line| line.part == part);
        if of_part.clone().count() >= MOST_PLAN_LINES as usize {
            return Err(Error::OutOfBounds(MOST_PLAN_LINES));
        }
        let at = of_part.map(|line| line.at + 1).max().unwrap_or(0);
        let (words, mine) = (Words::name(words)?, In::Mine(self.alone()?));
        self.write(mine, |pen| {
            let id = PlanLineId::draw(pen.rng());
            let words = pen.words(id, &words)?;
            pen.put(Table::Plans, id, "gone", &false);
            pen.put(Table::Plans, id, "part", &part);
            pen.put(Table::Plans, id, "words", &words);
            pen.put(Table::Plans, id, "at", &at);
            Ok(())
        })?;
        self.next_hour()
    }

    /// Edits a line of her plan.
    pub fn edit_plan_line(&mut self, id: PlanLineId, words: &str) -> Result<NextHourView> {
        self.check_is_a_plan_line(id)?;
        let (words, mine) = (Words::name(words)?, In::Mine(self.alone()?));
        self.write(mine, |pen| {
            let words = pen.words(id, &words)?;
            pen.put(Table::Plans, id, "words", &words);
            Ok(())
        })?;
        self.next_hour()
    }

    /// Deletes a line of her plan for real.
    pub fn delete_plan_line(&mut self, id: PlanLineId) -> Result<NextHourView> {
        self.check_is_a_plan_line(id)?;
        let mine = In::Mine(self.alone()?);
        let ((), ink) = self.compose(mine, |pen| {
            pen.put(Table::Plans, id, "gone", &true);
            pen.erase(id)
        })?;
        self.commit_for_good(vec![(mine, ink)])?;
        self.next_hour()
    }

    /// Shows the lines of her plan, part by part, in the order in which she wrote them down.
    pub(super) fn plan_rows(&self, owner: PersonId) -> Result<Vec<PlanLineRow>> {
        let (space, store) = (self.space(In::Mine(owner))?, self.store()?);
        let row = |line: PlanLine| {
            Ok(PlanLineRow { id: line.id, part: line.part, words: space.text(store, line.id, line.words)? })
        };
        self.plan_lines(owner)?.into_iter().map(row).collect()
    }

    fn check_is_a_plan_line(&self, id: PlanLineId) -> Result<()> {
        let record = self.space(In::Mine(self.alone()?))?.record(Table::Plans, id)?;
        read(&id.to_string(), record)?.map(|_| ()).ok_or(Error::Gone)
    }

    fn plan_lines(&self, owner: PersonId) -> Result<Vec<PlanLine>> {
        let records = self.space(In::Mine(owner))?.records(Table::Plans);
        let lines = records.map(|(id, record)| read(id, record)).collect::<Result<Vec<_>>>()?;
        let mut lines: Vec<PlanLine> = lines.into_iter().flatten().collect();
        lines.sort_by_key(|line| (line.part, line.at, line.id));
        Ok(lines)
    }
}

/// Reads a line of a plan; `None` when the record is something else.
fn read(id: &str, record: &Record) -> Result<Option<PlanLine>> {
    let part = match record.must::<String>("part")?.as_str() {
        "signs" => PlanPart::Signs,
        "places" => PlanPart::Places,
        "safer" => PlanPart::Safer,
        _ => return Ok(None),
    };
    Ok(Some(PlanLine {
        id: id.parse().map_err(|_| Error::DamagedStore("a plan line's id"))?,
        part,
        words: record.must("words")?,
        at: record.get("at")?.unwrap_or(0),
    }))
}
