//! The celebration: marked ready by the one who earned it, answered alone, opened together, kept on the shelf.

use super::family::{Family, In, Now};
use crate::document::{Record, Table};
use crate::domain::celebration::{Approach, Celebration, Ready};
use crate::domain::ids::{CelebrationId, KeepsakeId, MilestoneId, PersonId, RitualId};
use crate::domain::keepsake::{From, Line};
use crate::domain::person::Owner;
use crate::domain::photo;
use crate::domain::words::Words;
use crate::space::Pen;
use crate::vault::Passphrase;
use crate::views::{CelebrationRow, CelebrationView, CelebrationsView, SaidRow, ShelfView, cut, shorten};
use crate::{Error, Result};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use chrono::NaiveDate;

/// The settings in *mine* that hold on which day she put a celebration off: nobody else ever learns of it.
const LATER: &str = "later";

impl Family {
    /// Shows the celebrations that are ready, invitations put off until tomorrow left out.
    pub fn celebrations(&self, now: Now) -> Result<CelebrationsView> {
        let mut found = Vec::new();
        for which in self.open_spaces() {
            for (id, record) in self.space(which)?.records(Table::Celebrations) {
                let celebration = read(record)?;
                let row = self.celebration_row(which, parse(id)?, &celebration, record, now)?;
                found.push((celebration.ready_on, row));
            }
        }
        found.retain(|(_, row)| !(row.is_invitation && row.is_put_off));
        found.sort_by_key(|(ready_on, row)| (*ready_on, row.id));
        let mut rows: Vec<CelebrationRow> = found.into_iter().map(|(_, row)| row).collect();
        rows.iter_mut().flat_map(|row| [&mut row.title, &mut row.why]).for_each(shorten);
        cut(&mut rows);
        Ok(CelebrationsView { rows })
    }

    /// Marks a milestone ready. The one who earned it says how; nobody else ever does.
    pub fn mark_ready(
        &mut self,
        milestone: MilestoneId,
        ready: Ready,
        passphrase: Option<&Passphrase>,
        now: Now,
    ) -> Result<CelebrationsView> {
        let (which, found) = self.find_milestone(milestone)?;
        let by = self.signed(found.owner, passphrase)?;
        let row = self.milestone_row(which, &found, now)?;
        let (title, why) = (Words::new(&row.title)?, Words::optional(&row.why)?);
        let place = match (ready, which) {
            (Ready::NotThisTime, _) => None,
            (Ready::Alone, In::Mine(person)) => Some((In::Mine(person), Owner::One(person))),
            (Ready::Alone, In::Ours) => {
                let person = self.alone()?;
                Some((In::Mine(person), Owner::One(person)))
            }
            (Ready::Invite, In::Mine(person)) => {
                self.may_share(person)?;
                Some((In::Ours, Owner::One(person)))
            }
            (Ready::Invite, In::Ours) => Some((In::Ours, found.owner)),
        };
        let is_ready = place.is_some_and(|(place, _)| self.is_ready(place, milestone).unwrap_or(false));
        let mut inks = Vec::new();
        if let Some((place, owner)) = place.filter(|_| !is_ready) {
            let celebration = |pen: &mut Pen| write(pen, milestone, owner, &title, why.as_ref(), now);
            inks.push((place, self.compose(place, celebration)?.1));
        }
        if found.reached_on.is_none() {
            let reached = |pen: &mut Pen| Ok(pen.put(Table::Milestones, milestone, "reached_on", &Some(now.today)));
            inks.push((which, self.compose(which, reached)?.1));
        }
        self.commit_by(by, inks)?;
        self.celebrations(now)
    }

    /// Keeps what she wants as the day of a counted milestone comes near. It is asked once.
    pub fn answer_expected(&mut self, milestone: MilestoneId, approach: Approach) -> Result<()> {
        match self.find_milestone(milestone)? {
            (In::Ours, _) => Err(Error::Gone),
            (mine, _) => self.write(mine, |pen| Ok(pen.put(Table::Milestones, milestone, "approach", &approach))),
        }
    }

    /// Says, alone, that she will be there. What belongs to both invites nobody.
    pub fn answer_invitation(&mut self, id: CelebrationId, now: Now) -> Result<CelebrationsView> {
        let person = self.alone()?;
        let (which, celebration) = self.find_celebration(id)?;
        if which != In::Ours || matches!(celebration.owner, Owner::Both) || celebration.owner == Owner::One(person) {
            return Err(Error::Gone);
        }
        self.write(which, |pen| Ok(pen.put(Table::Celebrations, id, "coming", &true)))?;
        self.celebrations(now)
    }

    /// Says "later", until tomorrow. It is kept in her own space, and leaves no trace anywhere else; where that is closed,
    /// in memory, until everything is locked.
    pub fn put_off_celebration(&mut self, id: CelebrationId, now: Now) -> Result<CelebrationsView> {
        self.find_celebration(id)?;
        match self.open_spaces()[..] {
            [mine @ In::Mine(_), ..] => {
                let ((), ink) =
                    self.compose(mine, |pen| Ok(pen.put(Table::Settings, LATER, &id.to_string(), &now.today)))?;
                self.commit_for_good(vec![(mine, ink)])?;
            }
            _ => _ = self.put_off.insert(id, now.today),
        }
        self.celebrations(now)
    }

    /// Shows a celebration as it waits, with what was brought to it so far; its letters stay closed.
    pub fn waiting_celebration(&self, id: CelebrationId, now: Now) -> Result<CelebrationView> {
        Ok(CelebrationView { letters: Vec::new(), ..self.celebration(id, now)? })
    }

    /// Chooses the ritual to do: the owner, or the invited one.
    pub fn choose_ritual(&mut self, id: CelebrationId, ritual: Option<RitualId>, now: Now) -> Result<CelebrationView> {
        let (which, _) = self.find_celebration(id)?;
        if let Some(ritual) = ritual
            && self.find_ritual(ritual)?.0 != which
        {
            return Err(Error::Gone);
        }
        self.write(which, |pen| Ok(pen.put(Table::Celebrations, id, "ritual", &ritual)))?;
        self.celebration(id, now)
    }

    /// Adds a photo: smaller, and without where it was taken.
    pub fn add_celebration_photo(&mut self, id: CelebrationId, bytes: &[u8], now: Now) -> Result<CelebrationView> {
        let (which, _) = self.find_celebration(id)?;
        let photo = photo::prepare(bytes)?;
        self.write(which, |pen| {
            let photo = pen.bytes(id, &photo.jpeg)?;
            pen.put(Table::Celebrations, id, "photo", &Some(photo));
            Ok(())
        })?;
        self.celebration(id, now)
    }

    /// Withdraws a celebration before it was opened, unseen. The milestone stays reached.
    pub fn withdraw(
        &mut self,
        id: CelebrationId,
        passphrase: Option<&Passphrase>,
        now: Now,
    ) -> Result<CelebrationsView> {
        let (which, celebration) = self.find_celebration(id)?;
        self.signed(celebration.owner, passphrase)?;
        let ((), ink) = self.compose(which, |pen| {
            pen.put(Table::Celebrations, id, "gone", &true);
            pen.erase(id)
        })?;
        self.commit_for_good(vec![(which, ink)])?;
        self.celebrations(now)
    }

    /// Opens a celebration on the screen: alone what is hers, together what is shared. Its letters open with it.
    pub fn open_celebration(&mut self, id: CelebrationId, now: Now) -> Result<CelebrationView> {
        let (which, _) = self.find_celebration(id)?;
        if which == In::Ours {
            if !self.whos_here().together {
                return Err(Error::NeedsBoth);
            }
            self.open_letters_for(id, now)?;
        }
        self.celebration(id, now)
    }

    /// Says one line into an open celebration; saying it again replaces it.
    pub fn say_line(&mut self, id: CelebrationId, who: PersonId, line: &str, now: Now) -> Result<CelebrationView> {
        let line = Words::optional(line)?;
        let (which, _) = self.find_celebration(id)?;
        if !self.is_here(who) {
            return Err(Error::NotHers);
        }
        self.write(which, |pen| {
            let line = pen.words_if(id, line.as_ref())?;
            pen.put(Table::Celebrations, id, &format!("line_{who}"), &line);
            Ok(())
        })?;
        self.celebration(id, now)
    }

    /// Puts the keepsake on the shelf and clears the celebration: it happens once.
    pub fn keep(&mut self, id: CelebrationId, now: Now) -> Result<ShelfView> {
        let view = self.celebration(id, now)?;
        if !view.row.can_open {
            return Err(Error::NeedsBoth);
        }
        let (which, celebration) = self.find_celebration(id)?;
        let photo = match celebration.photo {
            Some(photo) => self.space(which)?.bytes(self.store()?, id, photo)?,
            None => None,
        };
        self.write(which, |pen| {
            let keepsake = KeepsakeId::draw(pen.rng());
            let title = pen.words(keepsake, &Words::new(&view.row.title)?)?;
            let why = pen.words_if(keepsake, Words::optional(&view.row.why)?.as_ref())?;
            let ritual = view.ritual.as_ref().map(|ritual| Words::new(&ritual.title)).transpose()?;
            let ritual = pen.words_if(keepsake, ritual.as_ref())?;
            let photo = photo.as_ref().map(|photo| pen.bytes(keepsake, photo)).transpose()?;
            let lines = lines(pen, keepsake, view.lines.iter().map(|said| (said.who, said.words.as_str())))?;
            let letters = lines_of_letters(pen, keepsake, &view)?;
            pen.put(Table::Keepsakes, keepsake, "gone", &false);
            pen.put(Table::Keepsakes, keepsake, "owner", &view.row.owner);
            pen.put(Table::Keepsakes, keepsake, "from", &From::Celebration);
            pen.put(Table::Keepsakes, keepsake, "title", &title);
            pen.put(Table::Keepsakes, keepsake, "why", &why);
            pen.put(Table::Keepsakes, keepsake, "ritual", &ritual);
            pen.put(Table::Keepsakes, keepsake, "photo", &photo);
            pen.put(Table::Keepsakes, keepsake, "lines", &lines);
            pen.put(Table::Keepsakes, keepsake, "letters", &letters);
            pen.put(Table::Keepsakes, keepsake, "kept_on", &now.today);
            pen.put(Table::Celebrations, id, "gone", &true);
            Ok(())
        })?;
        self.shelf()
    }

    /// Shows one celebration as it is opened.
    fn celebration(&self, id: CelebrationId, now: Now) -> Result<CelebrationView> {
        let (which, celebration) = self.find_celebration(id)?;
        let (space, store) = (self.space(which)?, self.store()?);
        let record = space.record(Table::Celebrations, id)?;
        let mut said = Vec::new();
        for person in self.card.people.iter().chain(&self.card.remembered) {
            if let Some(line) = space.text_if(store, id, record.get(&format!("line_{}", person.id))?)? {
                said.push(SaidRow { who: person.id, words: line });
            }
        }
        let photo = match celebration.photo {
            Some(photo) => space.bytes(store, id, photo)?.map(|jpeg| BASE64.encode(&*jpeg)),
            None => None,
        };
        let row = self.celebration_row(which, id, &celebration, record, now)?;
        let letters = if which == In::Ours && row.can_open { self.letters_for(id)? } else { Vec::new() };
        let ritual = celebration.ritual.and_then(|ritual| self.ritual(ritual, now).ok());
        Ok(CelebrationView { row, ritual, letters, lines: said, photo })
    }

    fn find_celebration(&self, id: CelebrationId) -> Result<(In, Celebration)> {
        for which in self.open_spaces() {
            match self.space(which)?.record(Table::Celebrations, id) {
                Ok(record) => return Ok((which, read(record)?)),
                Err(Error::Gone) => continue,
                Err(error) => return Err(error),
            }
        }
        Err(Error::Gone)
    }

    fn celebration_row(
        &self,
        which: In,
        id: CelebrationId,
        celebration: &Celebration,
        record: &Record,
        now: Now,
    ) -> Result<CelebrationRow> {
        let (space, store) = (self.space(which)?, self.store()?);
        let alone = self.alone().ok();
        let is_invitation = match celebration.owner {
            Owner::One(owner) => which == In::Ours && alone.is_some_and(|person| person != owner),
            Owner::Both => false,
        };
        Ok(CelebrationRow {
            id,
            whose: which.into(),
            owner: celebration.owner,
            title: space.text(store, id, celebration.title)?,
            why: space.text_if(store, id, celebration.why)?.unwrap_or_default(),
            is_invitation,
            is_awaited: record.get("coming")?.unwrap_or(false),
            is_put_off: self.is_put_off(id, now),
            can_open: which != In::Ours || alone.is_none(),
        })
    }

    fn is_ready(&self, place: In, milestone: MilestoneId) -> Result<bool> {
        let mut ready = false;
        for (_, record) in self.space(place)?.records(Table::Celebrations) {
            ready |= read(record)?.milestone == milestone;
        }
        Ok(ready)
    }

    fn is_put_off(&self, id: CelebrationId, now: Now) -> bool {
        let mine = self.alone().and_then(|person| self.space(In::Mine(person)));
        let kept = mine.and_then(|mine| mine.settings(LATER).get::<NaiveDate>(&id.to_string())).ok().flatten();
        [kept.as_ref(), self.put_off.get(&id)].contains(&Some(&now.today))
    }
}

/// Seals lines of people under a keepsake.
pub(super) fn lines<'a>(
    pen: &mut Pen,
    keepsake: KeepsakeId,
    said: impl Iterator<Item = (PersonId, &'a str)>,
) -> Result<Vec<Line>> {
    said.map(|(who, words)| Ok(Line { who, words: pen.words(keepsake, &Words::new(words)?)? })).collect()
}

fn lines_of_letters(pen: &mut Pen, keepsake: KeepsakeId, view: &CelebrationView) -> Result<Vec<Line>> {
    lines(pen, keepsake, view.letters.iter().map(|letter| (letter.from, letter.words.as_str())))
}

fn write(
    pen: &mut Pen,
    milestone: MilestoneId,
    owner: Owner,
    title: &Words,
    why: Option<&Words>,
    now: Now,
) -> Result<()> {
    let id = CelebrationId::draw(pen.rng());
    let (title, why) = (pen.words(id, title)?, pen.words_if(id, why)?);
    pen.put(Table::Celebrations, id, "gone", &false);
    pen.put(Table::Celebrations, id, "milestone", &milestone);
    pen.put(Table::Celebrations, id, "owner", &owner);
    pen.put(Table::Celebrations, id, "title", &title);
    pen.put(Table::Celebrations, id, "why", &why);
    pen.put(Table::Celebrations, id, "ready_on", &now.today);
    Ok(())
}

fn read(record: &Record) -> Result<Celebration> {
    Ok(Celebration {
        milestone: record.must("milestone")?,
        owner: record.must("owner")?,
        title: record.must("title")?,
        why: record.get("why")?,
        ritual: record.get("ritual")?,
        photo: record.get("photo")?,
        ready_on: record.must("ready_on")?,
    })
}

fn parse(id: &str) -> Result<CelebrationId> {
    id.parse().map_err(|_| Error::DamagedStore("a celebration's id"))
}
