//! The shelf: what stays. Nothing takes a keepsake away but its owner's own act.

use super::family::{Family, In, Now};
use crate::document::{Record, Table};
use crate::domain::ids::{KeepsakeId, PersonId};
use crate::domain::keepsake::{From, Keepsake, Line};
use crate::domain::person::Owner;
use crate::domain::words::Words;
use crate::space::Pen;
use crate::vault::Passphrase;
use crate::views::{KeepsakeRow, Looking, SaidRow, ShelfView, cut};
use crate::{Error, Result};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use chrono::NaiveDate;
use std::cmp::Reverse;

impl Family {
    /// Shows the shelf of what is open, the newest first.
    pub fn shelf(&self) -> Result<ShelfView> {
        self.find_keepsakes("")
    }

    /// Shows of the shelf what she looks for, and how much stands on it in all.
    pub fn find_keepsakes(&self, look: impl Into<Looking>) -> Result<ShelfView> {
        let mut rows = self.keepsake_rows()?;
        let all = rows.len() as u32;
        let is = |row: &KeepsakeRow, show| row.whose.is(show);
        look.into().keep(
            &mut rows,
            |row| row.id.into(),
            is,
            |row| {
                let said = row.lines.iter().chain(&row.letters).map(|said| said.words.as_str());
                said.chain([row.title.as_str(), &row.why, &row.ritual]).collect()
            },
        );
        let more = cut(&mut rows);
        Ok(ShelfView { rows, more, all })
    }

    /// Reads every keepsake of what is open, the newest first.
    pub(super) fn keepsake_rows(&self) -> Result<Vec<KeepsakeRow>> {
        let mut rows = Vec::new();
        for which in self.open_spaces() {
            for (id, record) in self.space(which)?.records(Table::Keepsakes) {
                rows.push(self.keepsake_row(which, parse(id)?, record)?);
            }
        }
        rows.sort_by_key(|row| (Reverse(row.kept_on), row.id));
        Ok(rows)
    }

    /// Reads the newest keepsakes of what is open, so many and all that were kept since a day, and tells how many there are.
    pub(super) fn newest_keepsakes(&self, many: usize, since: NaiveDate) -> Result<(Vec<KeepsakeRow>, u32)> {
        let mut found = Vec::new();
        for which in self.open_spaces() {
            for (id, record) in self.space(which)?.records(Table::Keepsakes) {
                found.push((record.must::<NaiveDate>("kept_on")?, parse(id)?, which, record));
            }
        }
        found.sort_by_key(|(kept_on, id, ..)| (Reverse(*kept_on), *id));
        let all = found.len() as u32;
        let newest = found.into_iter().enumerate().filter(|(at, (kept_on, ..))| *at < many || *kept_on >= since);
        let rows = newest.map(|(_, (_, id, which, record))| self.keepsake_row(which, id, record));
        Ok((rows.collect::<Result<_>>()?, all))
    }

    /// Puts a small victory on the other's shelf in *ours*: one line, "I saw you do this".
    pub fn see_small(&mut self, giver: PersonId, about: PersonId, line: &str, now: Now) -> Result<ShelfView> {
        let line = Words::new(line)?;
        if !self.is_here(giver) || giver == about {
            return Err(Error::NotHers);
        }
        self.may_share(giver)?;
        self.write(In::Ours, |pen| {
            let id = KeepsakeId::draw(pen.rng());
            let title = pen.words(id, &line)?;
            begin(pen, id, Owner::One(about), From::Seen, Some(giver), now);
            pen.put(Table::Keepsakes, id, "title", &title);
            Ok(())
        })?;
        self.shelf()
    }

    /// Hands a keepsake of her own on to the other: a copy stands on the other's shelf in *ours*; hers stays hers.
    pub fn hand_on(&mut self, id: KeepsakeId, now: Now) -> Result<ShelfView> {
        let giver = self.alone()?;
        let (which, keepsake) = self.find_keepsake(id)?;
        if which == In::Ours {
            return Err(Error::Gone);
        }
        self.may_share(giver)?;
        let to = self.everybody().into_iter().find(|person| *person != giver).ok_or(Error::Gone)?;
        let (space, store) = (self.space(which)?, self.store()?);
        let title = Words::new(&space.text(store, id, keepsake.title)?)?;
        let why = space.text_if(store, id, keepsake.why)?.map(|why| Words::new(&why)).transpose()?;
        let ((), ours) = self.compose(In::Ours, |pen| {
            let copy = KeepsakeId::draw(pen.rng());
            let (title, why) = (pen.words(copy, &title)?, pen.words_if(copy, why.as_ref())?);
            begin(pen, copy, Owner::One(to), From::HandedOn, Some(giver), now);
            pen.put(Table::Keepsakes, copy, "title", &title);
            pen.put(Table::Keepsakes, copy, "why", &why);
            Ok(())
        })?;
        let ((), mine) = self.compose(which, |pen| Ok(pen.put(Table::Keepsakes, id, "handed_on", &true)))?;
        self.commit(vec![(In::Ours, ours), (which, mine)])?;
        self.shelf()
    }

    /// Adds what she remembers on the day after, or keeps only that she was asked; the question comes once.
    pub fn answer_next_day(&mut self, id: KeepsakeId, memory: &str) -> Result<ShelfView> {
        let person = self.alone()?;
        let memory = Words::optional(memory)?;
        let (which, keepsake) = self.find_keepsake(id)?;
        let mine = In::Mine(person);
        let asked = |pen: &mut Pen| Ok(pen.put(Table::Settings, "asked", &id.to_string(), &true));
        let Some(memory) = memory else {
            self.write(mine, asked)?;
            return self.shelf();
        };
        let mut inks = Vec::new();
        let remember = |pen: &mut Pen| {
            let words = pen.words(id, &memory)?;
            let lines = [keepsake.lines.as_slice(), &[Line { who: person, words }]].concat();
            pen.put(Table::Keepsakes, id, "lines", &lines);
            Ok(())
        };
        if which == mine {
            inks.push((mine, self.compose(mine, |pen| remember(pen).and_then(|()| asked(pen)))?.1));
        } else {
            inks.push((which, self.compose(which, remember)?.1));
            inks.push((mine, self.compose(mine, asked)?.1));
        }
        self.commit(inks)?;
        self.shelf()
    }

    /// Removes her own lines from a keepsake; what the other said stays.
    pub fn remove_lines(
        &mut self,
        id: KeepsakeId,
        who: PersonId,
        passphrase: Option<&Passphrase>,
    ) -> Result<ShelfView> {
        let by = self.signed(Owner::One(who), passphrase)?;
        let (which, mut keepsake) = self.find_keepsake(id)?;
        keepsake.lines.retain(|line| line.who != who);
        self.write_by(by, which, |pen| Ok(pen.put(Table::Keepsakes, id, "lines", &keepsake.lines)))?;
        self.shelf()
    }

    /// Deletes a keepsake of one person for real. One of both stays: each removes only her own lines.
    pub fn delete_keepsake(&mut self, id: KeepsakeId, passphrase: Option<&Passphrase>) -> Result<ShelfView> {
        let (which, keepsake) = self.find_keepsake(id)?;
        if keepsake.owner == Owner::Both {
            return Err(Error::NotHers);
        }
        self.signed(keepsake.owner, passphrase)?;
        let ((), ink) = self.compose(which, |pen| {
            pen.put(Table::Keepsakes, id, "gone", &true);
            pen.erase(id)
        })?;
        self.commit_for_good(vec![(which, ink)])?;
        self.shelf()
    }

    /// Shows a keepsake's photo, as base64 of a JPEG.
    pub fn keepsake_photo(&self, id: KeepsakeId) -> Result<String> {
        let (which, keepsake) = self.find_keepsake(id)?;
        let photo = keepsake.photo.ok_or(Error::Gone)?;
        let jpeg = self.space(which)?.bytes(self.store()?, id, photo)?.ok_or(Error::Gone)?;
        Ok(BASE64.encode(&*jpeg))
    }

    /// Tells whether she was already asked about this keepsake on the day after.
    pub(super) fn was_asked(&self, person: PersonId, id: KeepsakeId) -> Result<bool> {
        Ok(self.space(In::Mine(person))?.settings("asked").get(&id.to_string())?.unwrap_or(false))
    }

    fn find_keepsake(&self, id: KeepsakeId) -> Result<(In, Keepsake)> {
        for which in self.open_spaces() {
            match self.space(which)?.record(Table::Keepsakes, id) {
                Ok(record) => return Ok((which, read(record)?)),
                Err(Error::Gone) => continue,
                Err(error) => return Err(error),
            }
        }
        Err(Error::Gone)
    }

    fn keepsake_row(&self, which: In, id: KeepsakeId, record: &Record) -> Result<KeepsakeRow> {
        let (space, store) = (self.space(which)?, self.store()?);
        let keepsake = read(record)?;
        let said = |lines: &[Line]| -> Result<Vec<SaidRow>> {
            let read = |line: &Line| Ok(SaidRow { who: line.who, words: space.text(store, id, line.words)? });
            lines.iter().map(read).collect()
        };
        Ok(KeepsakeRow {
            id,
            whose: which.into(),
            owner: keepsake.owner,
            from: keepsake.from,
            giver: keepsake.giver,
            title: space.text(store, id, keepsake.title)?,
            why: space.text_if(store, id, keepsake.why)?.unwrap_or_default(),
            ritual: space.text_if(store, id, keepsake.ritual)?.unwrap_or_default(),
            lines: said(&keepsake.lines)?,
            letters: said(&keepsake.letters)?,
            has_photo: keepsake.photo.is_some(),
            kept_on: keepsake.kept_on,
            is_handed_on: record.get("handed_on")?.unwrap_or(false),
        })
    }
}

fn begin(pen: &mut Pen, id: KeepsakeId, owner: Owner, from: From, giver: Option<PersonId>, now: Now) {
    pen.put(Table::Keepsakes, id, "gone", &false);
    pen.put(Table::Keepsakes, id, "owner", &owner);
    pen.put(Table::Keepsakes, id, "from", &from);
    pen.put(Table::Keepsakes, id, "giver", &giver);
    pen.put(Table::Keepsakes, id, "kept_on", &now.today);
}

fn read(record: &Record) -> Result<Keepsake> {
    Ok(Keepsake {
        owner: record.must("owner")?,
        from: record.must("from")?,
        giver: record.get("giver")?,
        title: record.must("title")?,
        why: record.get("why")?,
        ritual: record.get("ritual")?,
        photo: record.get("photo")?,
        lines: record.get("lines")?.unwrap_or_default(),
        letters: record.get("letters")?.unwrap_or_default(),
        kept_on: record.must("kept_on")?,
    })
}

fn parse(id: &str) -> Result<KeepsakeId> {
    id.parse().map_err(|_| Error::DamagedStore("a keepsake's id"))
}
