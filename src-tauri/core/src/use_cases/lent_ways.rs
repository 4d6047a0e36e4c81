//! Lending: a way of hers that the other sees too. A copy of what the preview shows goes into *ours*; the original stays hers.

use super::family::{Family, In};
use super::ways::WayWords;
use crate::document::{Record, Table};
use crate::domain::ids::{PersonId, WayId};
use crate::domain::person::Owner;
use crate::domain::way::{Way, WayKind};
use crate::domain::words::{Words, WordsRef};
use crate::vault::Passphrase;
use crate::views::{Lent, LentWayRow, MOST_ROWS, NextHourView};
use crate::{Error, Result};

impl Family {
    /// Shows exactly what the other would see if she lent this way.
    pub fn preview_way(&self, id: WayId) -> Result<LentWayRow> {
        let owner = self.alone()?;
        let way = self.find_way(id)?;
        let words = self.space(In::Mine(owner))?.text(self.store()?, id, way.words)?;
        Ok(LentWayRow { id, owner, kind: way.kind, words })
    }

    /// Lends a way, or lends it anew as it is now. What is not for everybody is never lent, and neither that it helped nor that
    /// it stands at the door goes with it.
    pub fn lend_way(&mut self, id: WayId) -> Result<NextHourView> {
        let way = self.find_way(id)?;
        if !way.may_be_lent() {
            return Err(Error::NotForEverybody);
        }
        let me = self.alone()?;
        self.may_share(me)?;
        let row = self.preview_way(id)?;
        let lent = self.lent_copy(&way);
        if self.how_lent(&way, &row.words)? == Lent::AsItIs {
            return self.next_hour();
        }
        let words = Words::name(&row.words)?;
        let (copy, ours) = self.compose(In::Ours, |pen| {
            let copy = lent.unwrap_or_else(|| WayId::draw(pen.rng()));
            let words = pen.words(copy, &words)?;
            pen.put(Table::Ways, copy, "gone", &false);
            pen.put(Table::Ways, copy, "owner", &Owner::One(me));
            pen.put(Table::Ways, copy, "kind", &row.kind);
            pen.put(Table::Ways, copy, "words", &words);
            Ok(copy)
        })?;
        let ((), mine) = self.compose(In::Mine(me), |pen| Ok(pen.put(Table::Ways, id, "lent_as", &Some(copy))))?;
        self.commit(vec![(In::Ours, ours), (In::Mine(me), mine)])?;
        self.next_hour()
    }

    /// Stops lending a way of hers: the copy is deleted, her own stays.
    pub fn take_back_way(&mut self, id: WayId) -> Result<NextHourView> {
        let copy = self.lent_copy(&self.find_way(id)?).ok_or(Error::Gone)?;
        self.delete_lent_way(copy, None)?;
        self.next_hour()
    }

    /// Keeps a copy of a way that the other lends among her own. The one who lends it learns nothing of it.
    pub fn keep_lent_way(&mut self, id: WayId) -> Result<NextHourView> {
        let lent = self.find_lent_way(id)?;
        if lent.owner == Owner::One(self.alone()?) {
            return Err(Error::Gone);
        }
        let words = self.space(In::Ours)?.text(self.store()?, id, lent.words)?;
        self.add_way(&WayWords { kind: lent.kind, words, with_care: false, readable_while_locked: false })
    }

    /// Deletes what is lent out of *ours*, for real; only the one who lends it does.
    pub(super) fn delete_lent_way(&mut self, copy: WayId, passphrase: Option<&Passphrase>) -> Result<()> {
        let lent = self.find_lent_way(copy)?;
        self.signed(lent.owner, passphrase)?;
        let ((), ink) = self.compose(In::Ours, |pen| {
            pen.put(Table::Ways, copy, "gone", &true);
            pen.erase(copy)
        })?;
        self.commit_for_good(vec![(In::Ours, ink)]).map(drop)
    }

    /// Lists what the other lends her, by kind.
    pub(super) fn ways_lent_to(&self, person: PersonId) -> Result<Vec<LentWayRow>> {
        let mut rows = Vec::new();
        if !self.open_spaces().contains(&In::Ours) {
            return Ok(rows);
        }
        let (ours, store) = (self.space(In::Ours)?, self.store()?);
        for (id, record) in ours.records(Table::Ways) {
            let LentWay { id, owner, kind, words } = read(id, record)?;
            match owner {
                Owner::One(owner) if owner != person => {
                    rows.push(LentWayRow { id, owner, kind, words: ours.text(store, id, words)? });
                }
                _ => {}
            }
        }
        rows.sort_by(|a, b| (a.kind, &a.words, a.id).cmp(&(b.kind, &b.words, b.id)));
        rows.truncate(MOST_ROWS);
        Ok(rows)
    }

    /// Tells whether a way is lent, and whether what is lent says the same.
    pub(super) fn how_lent(&self, way: &Way, words: &str) -> Result<Lent> {
        let Some(copy) = self.lent_copy(way) else { return Ok(Lent::No) };
        let lent = self.find_lent_way(copy)?;
        let is_the_same =
            lent.kind == way.kind && self.space(In::Ours)?.text(self.store()?, copy, lent.words)? == words;
        Ok(if is_the_same { Lent::AsItIs } else { Lent::AsItWas })
    }

    /// Finds the copy of a way that stands in *ours*.
    pub(super) fn lent_copy(&self, way: &Way) -> Option<WayId> {
        way.lent_as.filter(|copy| self.find_lent_way(*copy).is_ok())
    }

    fn find_lent_way(&self, copy: WayId) -> Result<LentWay> {
        read(&copy.to_string(), self.space(In::Ours)?.record(Table::Ways, copy)?)
    }
}

/// A way as it stands in *ours*.
struct LentWay {
    id: WayId,
    owner: Owner,
    kind: WayKind,
    words: WordsRef,
}

fn read(id: &str, record: &Record) -> Result<LentWay> {
    Ok(LentWay {
        id: id.parse().map_err(|_| Error::DamagedStore("a lent way's id"))?,
        owner: record.must("owner")?,
        kind: record.must("kind")?,
        words: record.must("words")?,
    })
}
