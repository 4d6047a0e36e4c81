//! Letters: written, handed over, taken back, opened, put away, deleted for real.
//!
//! A draft and the memory of having handed it over are in the writer's own space; the sealed letter is in *ours*; what the
//! receiver does with it is in the receiver's own space. So the writer cannot learn from any byte she can read whether it
//! was opened (CARE.md, Never 3). A letter to herself never leaves *mine*.

use super::family::{Family, In, Now};
use crate::document::{Record, Table};
use crate::domain::ids::{CelebrationId, ItemId, LetterId, PersonId};
use crate::domain::letter::{Kept, OwnLetter, SealedLetter, Until};
use crate::domain::words::{Words, WordsRef};
use crate::space::Pen;
use crate::views::{
    BYTES_OF_A_VIEW, DraftKept, DraftLetterRow, HandedOverRow, LetterView, LettersView, Looking, OpenedLetterRow,
    WaitingLetterRow, cut_lists,
};
use crate::{Error, Result};
use chrono::NaiveDate;
use serde::Deserialize;
use std::cmp::Reverse;

/// What she writes.
#[derive(Clone, Debug, Deserialize, specta::Type)]
pub struct LetterWords {
    /// Whom it is for: the other, or herself.
    pub to: PersonId,
    /// What stands on the envelope; may be left empty.
    pub title: String,
    /// What is inside.
    pub words: String,
}

/// How many characters of a letter a list shows.
const BEGINNING: usize = 160;

impl Family {
    /// Shows the letters of the one who is here alone with her own space open; otherwise there is nothing to see.
    pub fn letters(&self, now: Now) -> Result<LettersView> {
        self.find_letters("", now)
    }

    /// Shows of her letters those she looks for: by their envelopes and how they begin.
    pub fn find_letters(&self, look: impl Into<Looking>, now: Now) -> Result<LettersView> {
        let (mut view, look, mut bytes) = (self.every_letter(now)?, look.into(), BYTES_OF_A_VIEW);
        look.keep(&mut view.waiting, |row| row.id.into(), |_, _| true, |row| vec![&row.title]);
        look.keep(&mut view.drafts, |row| row.id.into(), |_, _| true, |row| vec![&row.title, &row.beginning]);
        look.keep(&mut view.handed_over, |row| row.id.into(), |_, _| true, |row| vec![&row.title]);
        look.keep(&mut view.put_away, |row| row.id.into(), |_, _| true, |row| vec![&row.title]);
        look.keep(&mut view.opened, |row| row.id.into(), |_, _| true, |row| vec![&row.title, &row.beginning]);
        view.more = cut_lists(&mut view.waiting, &mut bytes)
            | cut_lists(&mut view.drafts, &mut bytes)
            | cut_lists(&mut view.handed_over, &mut bytes)
            | cut_lists(&mut view.put_away, &mut bytes)
            | cut_lists(&mut view.opened, &mut bytes);
        Ok(view)
    }

    /// Reads every letter of the one who is here alone.
    pub(super) fn every_letter(&self, now: Now) -> Result<LettersView> {
        let mut view = LettersView::default();
        let [In::Mine(me), ..] = self.open_spaces()[..] else { return Ok(view) };
        for (own_id, record) in self.space(In::Mine(me))?.records(Table::Letters) {
            if let Some(own) = read_own(own_id, record)? {
                self.show_own(me, &own, now, &mut view)?;
            }
        }
        for (which, letter) in self.letters_to(me)? {
            if letter.moment_has_come(now.today) {
                self.show_received(me, which, &letter, &mut view)?;
            }
        }
        view.all =
            (view.drafts.len() + view.handed_over.len() + view.waiting.len() + view.put_away.len() + view.opened.len())
                as u32;
        view.drafts.sort_by_key(|row| (Reverse(row.written_on), row.id));
        view.handed_over.sort_by_key(|row| (Reverse(row.handed_over_on), row.id));
        view.opened.sort_by_key(|row| (Reverse(row.opened_on), row.id));
        Ok(view)
    }

    /// Tells whether a letter to the one who is here alone waits to be opened.
    pub(super) fn a_letter_waits(&self, now: Now) -> Result<bool> {
        let [In::Mine(me), ..] = self.open_spaces()[..] else { return Ok(false) };
        for (_, letter) in self.letters_to(me)? {
            let is_due = letter.moment_has_come(now.today) && self.opened_on(me, &letter)?.is_none();
            if is_due && !self.is_put_away(me, letter.id)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Reads a whole letter: her draft, or one she has opened.
    pub fn read_letter(&self, id: LetterId) -> Result<LetterView> {
        let me = self.alone()?;
        if let Ok((own, words)) = self.draft(me, id) {
            let (from, mine) = (me, In::Mine(me));
            return self.letter_view(mine, Whole { id, from, to: own.to, title: own.title, words, on: own.on });
        }
        let (which, letter) = self.letter_to(me, id)?;
        self.opened_on(me, &letter)?.ok_or(Error::Gone)?;
        self.letter_view(which, Whole::of(&letter))
    }

    /// Keeps a draft: a new one, or new words of one she is writing.
    pub fn keep_letter(&mut self, id: Option<LetterId>, words: &LetterWords, now: Now) -> Result<DraftKept> {
        let me = self.alone()?;
        let checked = Checked::new(words)?;
        if !self.everybody().contains(&checked.to) {
            return Err(Error::Gone);
        }
        if let Some(id) = id {
            self.draft(me, id)?;
        }
        let id = self.write(In::Mine(me), |pen| {
            let id = id.unwrap_or_else(|| LetterId::draw(pen.rng()));
            checked.write_draft(pen, id, now)?;
            Ok(id)
        })?;
        Ok(DraftKept { id, letters: self.letters(now)? })
    }

    /// Hands a draft over, closed until its moment. What stays with its writer is that it was handed over.
    pub fn seal_letter(&mut self, id: LetterId, until: Until, now: Now) -> Result<LettersView> {
        let me = self.alone()?;
        let (own, words) = self.draft(me, id)?;
        let to_herself = own.to == me;
        if !to_herself {
            self.may_share(me)?;
        }
        if let Until::Celebration(celebration) = until {
            // Only the other one's letter can lie beside a celebration.
            if to_herself {
                return Err(Error::Gone);
            }
            self.space(In::Ours)?.record(Table::Celebrations, celebration)?;
        }
        let mine = In::Mine(me);
        let which = if to_herself { mine } else { In::Ours };
        let checked = self.words_of(mine, id, own.to, own.title, words)?;
        let (letter, sealed) = self.compose(which, |pen| {
            let letter = LetterId::draw(pen.rng());
            checked.write_sealed(pen, letter, me, until, now)?;
            Ok(letter)
        })?;
        let ((), kept) = self.compose(mine, |pen| {
            erase(pen, id)?;
            // Under an id of its own: with the draft goes the key of everything that was in it.
            let memory = LetterId::draw(pen.rng());
            checked.write_own(pen, memory, &Kept::HandedOver { letter, until }, now)
        })?;
        self.commit_for_good(vec![(which, sealed), (mine, kept)])?;
        self.letters(now)
    }

    /// Takes a sealed letter back before its moment: what was sealed is erased, and its words are a draft again.
    pub fn take_back_letter(&mut self, id: LetterId, now: Now) -> Result<LettersView> {
        let me = self.alone()?;
        let mine = In::Mine(me);
        let own = read_own(&id.to_string(), self.space(mine)?.record(Table::Letters, id)?)?.ok_or(Error::Gone)?;
        let Kept::HandedOver { letter, .. } = own.kept else { return Err(Error::Gone) };
        let (which, letter) = self.sealed(letter)?.ok_or(Error::HandedOver)?;
        if letter.moment_has_come(now.today) {
            return Err(Error::HandedOver);
        }
        let checked = self.words_of(which, letter.id, letter.to, letter.title, letter.words)?;
        let ((), sealed) = self.compose(which, |pen| erase(pen, letter.id))?;
        let ((), kept) = self.compose(mine, |pen| {
            erase(pen, id)?;
            let draft = LetterId::draw(pen.rng());
            checked.write_draft(pen, draft, now)
        })?;
        self.commit_for_good(vec![(which, sealed), (mine, kept)])?;
        self.letters(now)
    }

    /// Opens a letter whose moment has come. Nothing un-opens it, and nobody else is told.
    pub fn open_letter(&mut self, id: LetterId, now: Now) -> Result<LetterView> {
        let me = self.alone()?;
        let (which, letter) = self.letter_to(me, id)?;
        if !letter.moment_has_come(now.today) {
            return Err(Error::Gone);
        }
        let opened_on = self.opened_on(me, &letter)?.unwrap_or(now.today);
        let ((), ink) = self.compose(In::Mine(me), |pen| {
            pen.put(Table::Letters, id, "opened_on", &Some(opened_on));
            pen.put(Table::Letters, id, "put_away", &false);
            Ok(())
        })?;
        self.commit_for_good(vec![(In::Mine(me), ink)])?;
        self.letter_view(which, Whole::of(&letter))
    }

    /// Puts a letter away unread, or takes it out again; nobody else is told.
    pub fn put_letter_away(&mut self, id: LetterId, away: bool, now: Now) -> Result<LettersView> {
        let me = self.alone()?;
        let (_, letter) = self.letter_to(me, id)?;
        if !letter.moment_has_come(now.today) {
            return Err(Error::Gone);
        }
        self.write(In::Mine(me), |pen| {
            pen.put(Table::Letters, id, "put_away", &away);
            Ok(())
        })?;
        self.letters(now)
    }

    /// Deletes for real what is hers: a draft, the memory of one she handed over, or a letter to her. It cannot be undone.
    ///
    /// Her writer's list does not change when she deletes a letter that was for her.
    pub fn delete_letter(&mut self, id: LetterId, now: Now) -> Result<LettersView> {
        let me = self.alone()?;
        let mine = In::Mine(me);
        let is_own = read_own(&id.to_string(), self.space(mine)?.record_or_empty(Table::Letters, id))?.is_some();
        let mut inks = Vec::new();
        if !is_own {
            let (which, letter) = self.letter_to(me, id)?;
            if !letter.moment_has_come(now.today) {
                return Err(Error::Gone);
            }
            inks.push((which, self.compose(which, |pen| erase(pen, id))?.1));
        }
        inks.push((mine, self.compose(mine, |pen| erase(pen, id))?.1));
        self.commit_for_good(inks)?;
        self.letters(now)
    }

    /// Lends the letters that were sealed until a celebration, while both stand in front of it.
    pub fn letters_for(&self, celebration: CelebrationId) -> Result<Vec<LetterView>> {
        let letters = self.sealed_until(celebration)?;
        letters.iter().map(|letter| self.letter_view(In::Ours, Whole::of(letter))).collect()
    }

    /// Opens the letters of a celebration before both, and lends them. Nothing un-opens them.
    pub fn open_letters_for(&mut self, celebration: CelebrationId, now: Now) -> Result<Vec<LetterView>> {
        let letters = self.sealed_until(celebration)?;
        let ((), ink) = self.compose(In::Ours, |pen| {
            for letter in &letters {
                let day = letter.celebrated_on.unwrap_or(now.today);
                pen.put(Table::Letters, letter.id, "celebrated_on", &Some(day));
            }
            Ok(())
        })?;
        self.commit_for_good(vec![(In::Ours, ink)])?;
        self.letters_for(celebration)
    }

    fn sealed_until(&self, celebration: CelebrationId) -> Result<Vec<SealedLetter>> {
        let (In::Ours, _) = self.where_new_things_go()? else { return Ok(Vec::new()) };
        let mut letters = Vec::new();
        for (id, record) in self.space(In::Ours)?.records(Table::Letters) {
            letters.extend(read_sealed(id, record)?.filter(|letter| letter.until == Until::Celebration(celebration)));
        }
        Ok(letters)
    }

    fn show_own(&self, me: PersonId, own: &OwnLetter, now: Now, view: &mut LettersView) -> Result<()> {
        let (space, store) = (self.space(In::Mine(me))?, self.store()?);
        let (id, to, title) = (own.id, own.to, space.text_if(store, own.id, own.title)?.unwrap_or_default());
        match own.kept {
            Kept::Draft(words) => {
                let beginning = beginning(&space.text(store, id, words)?);
                view.drafts.push(DraftLetterRow { id, to, title, beginning, written_on: own.on });
            }
            Kept::HandedOver { letter, until } => {
                let sealed = self.sealed(letter)?;
                let can_be_taken_back = sealed.is_some_and(|(_, letter)| !letter.moment_has_come(now.today));
                // A letter to herself is in one list at a time.
                if to != me || can_be_taken_back {
                    view.handed_over.push(HandedOverRow {
                        id,
                        to,
                        title,
                        handed_over_on: own.on,
                        until,
                        can_be_taken_back,
                    });
                }
            }
        }
        Ok(())
    }

    fn show_received(&self, me: PersonId, which: In, letter: &SealedLetter, view: &mut LettersView) -> Result<()> {
        let (space, store) = (self.space(which)?, self.store()?);
        let (id, from, title) =
            (letter.id, letter.from, space.text_if(store, letter.id, letter.title)?.unwrap_or_default());
        if let Some(opened_on) = self.opened_on(me, letter)? {
            let beginning = beginning(&space.text(store, id, letter.words)?);
            view.opened.push(OpenedLetterRow { id, from, title, beginning, written_on: letter.on, opened_on });
            return Ok(());
        }
        let rows = if self.is_put_away(me, id)? { &mut view.put_away } else { &mut view.waiting };
        rows.push(WaitingLetterRow { id, from, title });
        Ok(())
    }

    fn is_put_away(&self, me: PersonId, id: LetterId) -> Result<bool> {
        let reading = self.space(In::Mine(me))?.record_or_empty(Table::Letters, id);
        Ok(reading.get("put_away")?.unwrap_or(false))
    }

    fn letter_view(&self, which: In, letter: Whole) -> Result<LetterView> {
        let (space, store) = (self.space(which)?, self.store()?);
        Ok(LetterView {
            id: letter.id,
            from: letter.from,
            to: letter.to,
            title: space.text_if(store, letter.id, letter.title)?.unwrap_or_default(),
            words: space.text(store, letter.id, letter.words)?,
            written_on: letter.on,
        })
    }

    /// Finds the day on which she opened a letter to her, alone or at its celebration.
    fn opened_on(&self, me: PersonId, letter: &SealedLetter) -> Result<Option<NaiveDate>> {
        let reading = self.space(In::Mine(me))?.record_or_empty(Table::Letters, letter.id);
        Ok(reading.get("opened_on")?.or(letter.celebrated_on))
    }

    fn draft(&self, me: PersonId, id: LetterId) -> Result<(OwnLetter, WordsRef)> {
        let record = self.space(In::Mine(me))?.record(Table::Letters, id)?;
        let own = read_own(&id.to_string(), record)?.ok_or(Error::Gone)?;
        match own.kept {
            Kept::Draft(words) => Ok((own, words)),
            Kept::HandedOver { .. } => Err(Error::Gone),
        }
    }

    fn letter_to(&self, me: PersonId, id: LetterId) -> Result<(In, SealedLetter)> {
        self.sealed(id)?.filter(|(_, letter)| letter.to == me).ok_or(Error::Gone)
    }

    fn letters_to(&self, me: PersonId) -> Result<Vec<(In, SealedLetter)>> {
        let mut letters = Vec::new();
        for which in self.open_spaces() {
            for (id, record) in self.space(which)?.records(Table::Letters) {
                letters.extend(read_sealed(id, record)?.filter(|letter| letter.to == me).map(|letter| (which, letter)));
            }
        }
        Ok(letters)
    }

    /// Finds a sealed letter in the spaces that are open; `None` once it was taken back or deleted.
    fn sealed(&self, id: LetterId) -> Result<Option<(In, SealedLetter)>> {
        for which in self.open_spaces() {
            match self.space(which)?.record(Table::Letters, id) {
                Ok(record) => match read_sealed(&id.to_string(), record)? {
                    Some(letter) => return Ok(Some((which, letter))),
                    None => continue,
                },
                Err(Error::Gone) => continue,
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }

    fn words_of(
        &self,
        which: In,
        id: LetterId,
        to: PersonId,
        title: Option<WordsRef>,
        words: WordsRef,
    ) -> Result<Checked> {
        let (space, store) = (self.space(which)?, self.store()?);
        let title = space.text_if(store, id, title)?.unwrap_or_default();
        Checked::new(&LetterWords { to, title, words: space.text(store, id, words)? })
    }
}

/// Where all of a letter is found.
struct Whole {
    id: LetterId,
    from: PersonId,
    to: PersonId,
    title: Option<WordsRef>,
    words: WordsRef,
    on: NaiveDate,
}

impl Whole {
    fn of(letter: &SealedLetter) -> Self {
        let SealedLetter { id, from, to, title, words, on, .. } = *letter;
        Self { id, from, to, title, words, on }
    }
}

struct Checked {
    to: PersonId,
    title: Option<Words>,
    words: Words,
}

impl Checked {
    fn new(typed: &LetterWords) -> Result<Self> {
        let title = if typed.title.trim().is_empty() { None } else { Some(Words::name(&typed.title)?) };
        Ok(Self { to: typed.to, title, words: Words::new(&typed.words)? })
    }

    fn write_draft(&self, pen: &mut Pen, id: LetterId, now: Now) -> Result<()> {
        let words = pen.words(id, &self.words)?;
        self.write_own(pen, id, &Kept::Draft(words), now)
    }

    fn write_own(&self, pen: &mut Pen, id: LetterId, kept: &Kept, now: Now) -> Result<()> {
        self.write_envelope(pen, id, now)?;
        pen.put(Table::Letters, id, "kept", kept);
        Ok(())
    }

    fn write_sealed(&self, pen: &mut Pen, id: LetterId, from: PersonId, until: Until, now: Now) -> Result<()> {
        self.write_envelope(pen, id, now)?;
        let words = pen.words(id, &self.words)?;
        pen.put(Table::Letters, id, "from", &from);
        pen.put(Table::Letters, id, "words", &words);
        pen.put(Table::Letters, id, "until", &until);
        Ok(())
    }

    fn write_envelope(&self, pen: &mut Pen, id: LetterId, now: Now) -> Result<()> {
        let title = pen.words_if(id, self.title.as_ref())?;
        pen.put(Table::Letters, id, "gone", &false);
        pen.put(Table::Letters, id, "to", &self.to);
        pen.put(Table::Letters, id, "title", &title);
        pen.put(Table::Letters, id, "on", &now.today);
        Ok(())
    }
}

fn erase(pen: &mut Pen, id: LetterId) -> Result<()> {
    pen.put(Table::Letters, id, "gone", &true);
    pen.erase(ItemId::from(id))
}

/// Reads what a writer keeps of her letter; `None` when the record is something else.
fn read_own(id: &str, record: &Record) -> Result<Option<OwnLetter>> {
    let Some(kept) = record.get("kept")? else { return Ok(None) };
    let (to, title, on) = (record.must("to")?, record.get("title")?, record.must("on")?);
    Ok(Some(OwnLetter { id: letter_id(id)?, to, title, on, kept }))
}

/// Reads a letter that was sealed; `None` when the record is something else.
fn read_sealed(id: &str, record: &Record) -> Result<Option<SealedLetter>> {
    let Some(from) = record.get("from")? else { return Ok(None) };
    Ok(Some(SealedLetter {
        id: letter_id(id)?,
        from,
        to: record.must("to")?,
        title: record.get("title")?,
        words: record.must("words")?,
        on: record.must("on")?,
        until: record.must("until")?,
        celebrated_on: record.get("celebrated_on")?,
    }))
}

fn letter_id(id: &str) -> Result<LetterId> {
    id.parse().map_err(|_| Error::DamagedStore("a letter's id"))
}

/// Takes the first words of a letter, on one line.
fn beginning(words: &str) -> String {
    let line: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut taken: String = line.chars().take(BEGINNING).collect();
    if taken.len() < line.len() {
        // Never in the middle of a word, where there is another.
        if let Some(at) = taken.rfind(' ') {
            taken.truncate(at);
        }
        taken.push('…');
    }
    taken
}
