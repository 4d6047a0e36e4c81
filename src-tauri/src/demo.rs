//! A made-up family with ten years in it, lived through the same use cases as any other.
//!
//! Nobody in it is real. It is made in a throw-away folder, never in a family's own.

use chrono::{Datelike, Days, NaiveDate};
use std::path::Path;
use twinflower_core::domain::celebration::Ready;
use twinflower_core::domain::goal::{Achievement, Target};
use twinflower_core::domain::ids::{GoalId, MilestoneId, PersonId, RitualId};
use twinflower_core::domain::letter::Until;
use twinflower_core::domain::person::{Colour, Owner};
use twinflower_core::domain::recurrence::{How, Weekday};
use twinflower_core::use_cases::{
    CheckInWords, CountedWords, GoalWords, LetterWords, MilestoneWords, Now, PersonWords, RitualWords, StepWords,
};
use twinflower_core::vault::{Hardness, Passphrase};
use twinflower_core::{Family, Result};

/// What opens Ana's side of the made-up family.
pub(crate) const ANAS_PASSPHRASE: &str = "river lamp seven quiet stone";

/// What opens Mira's side of the made-up family.
pub(crate) const MIRAS_PASSPHRASE: &str = "heron window slow copper tea";

const YEARS: i32 = 10;

const ANAS_OWN: [(&str, &str); 8] = [
    ("First night feed handed over", "I slept six hours. Nobody was cross."),
    ("I told the health visitor the truth", "She did not look shocked. She wrote down a number."),
    ("Said no, and stayed in the room", ""),
    ("A whole song at the piano", "Badly. All of it."),
    ("Drove past the old flat", "My hands were steady by the second corner."),
    ("Read to her until she slept", "The one with the heron."),
    ("Went to the group by bus", ""),
    ("Laughed at dinner", "It came by itself."),
];

const MIRAS_OWN: [(&str, &str); 8] = [
    (
        "Asking for help first",
        "I rang you from the car park instead of going in. You just said: stay there, I’m coming.",
    ),
    ("Poured it away myself", "All of it, and then I cleaned the sink."),
    ("The hard phone call", "I said sorry for my part and nothing else."),
    ("A wedding, and home by ten", "I danced with your uncle."),
    ("Told my sister", "She had known. She had waited."),
    ("Handed on my first coin", "To the woman by the door who shook."),
    ("Slept with the light off", ""),
    ("The garden gate is painted", "Two coats."),
];

const LINES: [&str; 8] = [
    "It rained and we stayed out.",
    "You told me about the blue house.",
    "Hardly any words. It was good.",
    "The question was: what would you keep?",
    "We laughed about the goose.",
    "I was late. You had waited with the kettle.",
    "First frost.",
    "שבת שלום from next door, over the fence.",
];

/// Makes the family in an empty folder; ten years end on the given day.
pub(crate) fn make(folder: &Path, today: NaiveDate, rng: Box<dyn rand_core::CryptoRng + Send>) -> Result<()> {
    let mut story = Story { family: Family::at(folder, rng, || Hardness::FLOOR)?, now: Now { today } };
    let ana = story.comes("Ana", Colour::Rose, ANAS_PASSPHRASE)?;
    let mira = story.comes("Mira", Colour::Honey, MIRAS_PASSPHRASE)?;
    story.family.come_in(ana, &Passphrase::typed(ANAS_PASSPHRASE))?;
    story.family.say_yes(mira, &Passphrase::typed(ANAS_PASSPHRASE))?;
    story.family.set_language("en")?;
    story.family.set_region("GB-ENG")?;
    let people = [(ana, ANAS_PASSPHRASE, &ANAS_OWN), (mira, MIRAS_PASSPHRASE, &MIRAS_OWN)];
    let began = today.with_year(today.year() - YEARS).unwrap_or(today - Days::new(3_653));
    story.now = Now { today: began };
    let shared = story.begins_together(ana, mira, began)?;
    for half in 0..(YEARS * 2) as usize {
        let from = began + Days::new(half as u64 * 182);
        for (person, passphrase, own) in people {
            story.alone(person, passphrase, from + Days::new(3))?;
            story.writes_of_herself(half, own)?;
        }
        story.together(people.map(|(person, passphrase, _)| (person, passphrase)), from + Days::new(178))?;
        story.keeps_what_they_share(&shared, from, half)?;
    }
    story.last_days(ana, mira, today)?;
    story.family.lock_all();
    Ok(())
}

struct Story {
    family: Family,
    now: Now,
}

struct Shared {
    tea: RitualId,
    walk: RitualId,
    evening_walks: GoalId,
    walkers: [(PersonId, &'static str); 2],
}

impl Story {
    fn comes(&mut self, name: &str, colour: Colour, passphrase: &str) -> Result<PersonId> {
        let person = PersonWords { name: name.to_owned(), colour };
        let words = self.family.begin(&person, &Passphrase::typed(passphrase))?.join(" ");
        let here = self.family.try_spare_words(&words)?.here;
        here.first().map(|view| view.id).ok_or(twinflower_core::Error::Gone)
    }

    fn alone(&mut self, person: PersonId, passphrase: &str, day: NaiveDate) -> Result<()> {
        self.family.lock_all();
        self.now = Now { today: day };
        self.family.come_in(person, &Passphrase::typed(passphrase)).map(|_| ())
    }

    fn together(&mut self, people: [(PersonId, &str); 2], day: NaiveDate) -> Result<()> {
        self.alone(people[0].0, people[0].1, day)?;
        self.family.come_in(people[1].0, &Passphrase::typed(people[1].1)).map(|_| ())
    }

    fn begins_together(&mut self, ana: PersonId, mira: PersonId, began: NaiveDate) -> Result<Shared> {
        self.together([(ana, ANAS_PASSPHRASE), (mira, MIRAS_PASSPHRASE)], began)?;
        let step = |who, words: &str| StepWords { who, words: words.to_owned() };
        let tea = RitualWords {
            title: "Tea on the back step".to_owned(),
            meaning: "The week ends there, whatever it was.".to_owned(),
            steps: vec![
                step(Owner::One(ana), "Puts the kettle on, phones in the drawer"),
                step(Owner::One(mira), "Picks the question from the jar"),
                step(Owner::Both, "One thing that was hard, one that was good"),
            ],
            how: How::Weekly { every: 1, on: vec![Weekday::Sun] },
            starts_on: began,
            ends_on: None,
            at: Some(19 * 60 + 30),
        };
        let walk = RitualWords {
            title: "The long way round the river".to_owned(),
            meaning: String::new(),
            steps: vec![step(Owner::Both, "No talking until the bridge")],
            how: How::Weekly { every: 2, on: vec![Weekday::Wed] },
            starts_on: began,
            ends_on: None,
            at: None,
        };
        let (tea, walk) = (self.add_ritual(&tea)?, self.add_ritual(&walk)?);
        let goal = GoalWords {
            title: "Evening walks".to_owned(),
            why: "We talk better side by side.".to_owned(),
            helps: "Shoes by the door.".to_owned(),
            target: Target::None,
            touches_use: false,
        };
        let goals = self.family.add_goal(&goal)?;
        let evening_walks = goals.rows.first().map(|row| row.id).ok_or(twinflower_core::Error::Gone)?;
        let walkers = [(ana, ANAS_PASSPHRASE), (mira, MIRAS_PASSPHRASE)];
        for (person, passphrase) in walkers {
            self.agree(evening_walks, person, passphrase)?;
        }
        self.family.set_goal_achievement(evening_walks, Achievement::GoingOn, None)?;
        Ok(Shared { tea, walk, evening_walks, walkers })
    }

    fn add_ritual(&mut self, words: &RitualWords) -> Result<RitualId> {
        let rows = self.family.add_ritual(words, self.now)?.rows;
        rows.iter().find(|row| row.title == words.title).map(|row| row.id).ok_or(twinflower_core::Error::Gone)
    }

    fn agree(&mut self, goal: GoalId, person: PersonId, passphrase: &str) -> Result<()> {
        let wording = self.family.goals("")?.rows.into_iter().find(|row| row.id == goal).map(|row| row.wording);
        let wording = wording.ok_or(twinflower_core::Error::Gone)?;
        self.family.agree_to_goal(goal, person, &wording, Some(&Passphrase::typed(passphrase))).map(|_| ())
    }

    fn writes_of_herself(&mut self, half: usize, own: &[(&str, &str); 8]) -> Result<()> {
        let (title, why) = own[half % own.len()];
        let milestone = self.add_milestone(title, why, Some(self.now.today), None)?;
        if half % 2 == 1 {
            let ready = self.family.mark_ready(milestone, Ready::Alone, None, self.now)?.rows;
            if let Some(ready) = ready.first() {
                self.family.keep(ready.id, self.now)?;
            }
        }
        Ok(())
    }

    fn add_milestone(
        &mut self,
        title: &str,
        why: &str,
        reached_on: Option<NaiveDate>,
        counted: Option<CountedWords>,
    ) -> Result<MilestoneId> {
        let before: Vec<_> = self.family.milestones("", self.now)?.rows.into_iter().map(|row| row.id).collect();
        let words = MilestoneWords { title: title.to_owned(), why: why.to_owned(), reached_on, counted };
        let rows = self.family.add_milestone(&words, self.now)?.rows;
        rows.iter().map(|row| row.id).find(|id| !before.contains(id)).ok_or(twinflower_core::Error::Gone)
    }

    fn keeps_what_they_share(&mut self, shared: &Shared, from: NaiveDate, half: usize) -> Result<()> {
        for week in 0..24_usize {
            let sunday = from + Days::new(week as u64 * 7 + (6 - u64::from(from.weekday().num_days_from_monday())));
            let line = (week % 3 == 0).then(|| LINES[(half + week) % LINES.len()]);
            match week % 7 {
                5 => drop(self.family.skip_occurrence(shared.tea, sunday, self.now)?),
                6 => (),
                _ => drop(self.family.keep_occurrence(shared.tea, sunday, line, None, self.now)?),
            }
            if week % 4 == 1 {
                self.family.keep_occurrence(shared.walk, sunday - Days::new(4), None, None, self.now)?;
            }
        }
        let words = LINES[half % LINES.len()].to_owned();
        let walked = CheckInWords { on: from + Days::new(8), done: true, words };
        let (by, passphrase) = shared.walkers[half % 2];
        let passphrase = Passphrase::typed(passphrase);
        self.family.check_in(shared.evening_walks, by, &walked, Some(&passphrase), self.now)?;
        if half % 2 == 1 {
            let year = self.now.today.year();
            let title = ["We went to the sea, and told the truth", "A summer without shouting", "The kitchen is ours"];
            let milestone = self.add_milestone(title[year as usize % title.len()], "", Some(self.now.today), None)?;
            let ready = self.family.mark_ready(milestone, Ready::Invite, None, self.now)?.rows;
            if let Some(ready) = ready.first() {
                self.family.open_celebration(ready.id, self.now)?;
                self.family.keep(ready.id, self.now)?;
            }
        }
        Ok(())
    }

    /// Leaves today as it is in the pictures: an invitation, a letter, a walk on Tuesday, something on the way.
    fn last_days(&mut self, ana: PersonId, mira: PersonId, today: NaiveDate) -> Result<()> {
        self.alone(mira, MIRAS_PASSPHRASE, today)?;
        let since = today - Days::new(212);
        self.add_milestone("Mornings that begin clear", "", None, Some(CountedWords { number: 365, since }))?;
        let (title, why) = MIRAS_OWN[0];
        let milestone = self.add_milestone(title, why, Some(today), None)?;
        let invited = self.family.mark_ready(milestone, Ready::Invite, None, self.now)?.rows;
        let goals = self.family.goals("")?.rows;
        let tuesday = today - Days::new(u64::from((today.weekday().num_days_from_monday() + 6) % 7));
        if let Some(goal) = goals.iter().find(|goal| goal.owner == Owner::Both) {
            let walked = CheckInWords { on: tuesday, done: true, words: "By the river.".to_owned() };
            self.family.check_in(goal.id, mira, &walked, None, self.now)?;
        }
        self.alone(ana, ANAS_PASSPHRASE, today)?;
        if let Some(invitation) = invited.first() {
            let words = "You rang. That is the whole letter, really. I had my keys in my hand before you finished.";
            let letter = LetterWords { to: mira, title: String::new(), words: words.to_owned() };
            let draft = self.family.keep_letter(None, &letter, self.now)?.id;
            self.family.seal_letter(draft, Until::Celebration(invitation.id), self.now)?;
            self.family.answer_invitation(invitation.id, self.now)?;
        }
        self.add_milestone("Back to the choir", "Only if I want to. I think I want to.", None, None)?;
        self.family.see_small(ana, mira, "I saw you open the letter from the bank.", self.now)?;
        Ok(())
    }
}
