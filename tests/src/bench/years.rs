//! A family with years in it: eight entries a day between the two, as many as a diary of both has.

use chrono::{Days, NaiveDate};
use serde_json::json;
use std::path::Path;
use twinflower_core::Result;
use twinflower_core::domain::goal::Target;
use twinflower_core::domain::ids::{GoalId, PersonId, RitualId};
use twinflower_core::domain::letter::Until;
use twinflower_core::domain::person::Owner;
use twinflower_core::domain::recurrence::How;
use twinflower_core::use_cases::{CheckInWords, GoalWords, LetterWords, MilestoneWords, RitualWords, StepWords};
use twinflower_core::vault::Passphrase;

use super::Progress;
use crate::home::{ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE, copy_folder};

/// Days after which a person writes down a milestone, hands over a letter, says a small thing.
const MILESTONE: u64 = 14;
const LETTER: u64 = 30;

const LINES: [&str; 8] = [
    "It rained and we stayed out.",
    "You told me about the blue house, and who lived there before. I had never heard it.",
    "Hardly any words. It was good.",
    "The question was: what would you keep?",
    "We laughed about the goose. 🪿",
    "I was late. You had waited with the kettle.",
    "Première gelée.",
    "שבת שלום from next door, over the fence.",
];

/// A family that wrote on every day of some years.
pub struct Years {
    /// Where it lives; nobody is in.
    pub home: Home,
    /// The first person.
    pub ana: PersonId,
    /// The second person.
    pub mira: PersonId,
    /// The goal that Ana checks in on in her own space.
    pub goal: GoalId,
    /// The ritual that both keep.
    pub ritual: RitualId,
    /// How many entries there are.
    pub entries: usize,
    /// The bytes of the same entries as JSON, one object an entry.
    pub json: usize,
    seed: u64,
}

/// One of the two, and what she writes into.
struct Writer {
    id: PersonId,
    other: PersonId,
    rituals: [RitualId; 2],
    goal: GoalId,
}

impl Years {
    /// Lives through days that end today; another seed writes other lines on other days.
    pub fn live(days: u64, seed: u64, progress: Progress) -> Result<Self> {
        let (mut home, ana, mira) = Home::with_both();
        let today = home.now.today;
        let began = today - Days::new(days);
        home.now.today = began;
        home.together(ana, mira);
        let ritual = add_ritual(&mut home, "Tea on the back step", began)?;
        let shared = add_goal(&mut home, "Evening walks")?;
        for (person, passphrase) in [(ana, ANAS_PASSPHRASE), (mira, MIRAS_PASSPHRASE)] {
            let found = home.family.goals("")?.rows.into_iter().find(|row| row.id == shared);
            let wording = found.map(|row| row.wording).ok_or(twinflower_core::Error::Gone)?;
            home.family.agree_to_goal(shared, person, &wording, Some(&Passphrase::typed(passphrase)))?;
        }
        let writers = [(ana, mira), (mira, ana)].map(|(id, other)| {
            home.alone(id);
            let rituals =
                [add_ritual(&mut home, "A page before sleep", began), add_ritual(&mut home, "Stretch", began)];
            let [Ok(page), Ok(stretch)] = rituals else { return Err(twinflower_core::Error::Gone) };
            Ok(Writer { id, other, rituals: [page, stretch], goal: add_goal(&mut home, "Ring somebody")? })
        });
        let [hers, others] = writers;
        let writers = [hers?, others?];
        let mut lived = Self { home, ana, mira, goal: writers[0].goal, ritual, entries: 0, json: 0, seed };
        for from in (0..days).step_by(365) {
            for writer in &writers {
                let until = (from + 365).min(days);
                lived.home.now.today = began + Days::new(until);
                lived.home.alone(writer.id);
                for day in from..until {
                    lived.writes(writer, shared, began + Days::new(day), day)?;
                }
                lived.home.family.tidy()?;
                progress(&format!("{} of {} days lived by {}", until, days, lived.home.name_of(writer.id)));
            }
        }
        lived.home.now.today = today;
        lived.home.restart();
        Ok(lived)
    }

    /// Copies its data folder to where a window can open it.
    pub fn copy_to(&self, folder: &Path) {
        copy_folder(self.home.folder(), folder);
    }

    /// Writes everything that one person writes on one day.
    fn writes(&mut self, writer: &Writer, shared: GoalId, on: NaiveDate, number: u64) -> Result<()> {
        let (family, now) = (&mut self.home.family, self.home.now);
        let number = number + self.seed;
        let line = |every: u64| number.is_multiple_of(every).then(|| LINES[(number / every) as usize % LINES.len()]);
        let mut written = Vec::new();
        for (ritual, every) in [(writer.rituals[0], 4), (writer.rituals[1], 9)] {
            family.keep_occurrence(ritual, on, line(every), None, now)?;
            written.push(json!({"ritual": ritual, "on": on, "state": "kept", "by": writer.id, "line": line(every)}));
        }
        for (goal, every) in [(writer.goal, 3), (shared, 5)] {
            let words = line(every).unwrap_or_default();
            family.check_in(goal, writer.id, &CheckInWords { on, done: true, words: words.to_owned() }, None, now)?;
            written.push(json!({"goal": goal, "on": on, "done": true, "by": writer.id, "words": words}));
        }
        if number.is_multiple_of(MILESTONE) {
            let (title, why) = (format!("Day {number}, and still here"), LINES[number as usize % LINES.len()]);
            let words = MilestoneWords { title, why: why.to_owned(), reached_on: Some(on), counted: None };
            family.add_milestone(&words, now)?;
            written.push(json!({"title": words.title, "why": why, "reached_on": on, "by": writer.id}));
        }
        if number.is_multiple_of(LETTER) {
            let words = LINES.join(" ");
            let letter = LetterWords { to: writer.other, title: "For a hard evening".to_owned(), words: words.clone() };
            let draft = family.keep_letter(None, &letter, now)?.id;
            family.seal_letter(draft, Until::Now, now)?;
            family.see_small(writer.id, writer.other, LINES[number as usize % LINES.len()], now)?;
            written.push(json!({"to": writer.other, "title": letter.title, "words": words, "sealed_on": on}));
            written.push(json!({"giver": writer.id, "about": writer.other, "line": LINES[0], "on": on}));
        }
        self.entries += written.len();
        self.json += written.iter().map(|entry| entry.to_string().len() + 1).sum::<usize>();
        Ok(())
    }
}

fn add_ritual(home: &mut Home, title: &str, starts_on: NaiveDate) -> Result<RitualId> {
    let steps = vec![StepWords { who: Owner::Both, words: "No hurry.".to_owned() }];
    let how = How::Daily { every: 1 };
    let title = title.to_owned();
    let words = RitualWords { title, meaning: String::new(), steps, how, starts_on, ends_on: None, at: None };
    let rows = home.family.add_ritual(&words, home.now)?.rows;
    rows.iter().find(|row| row.title == words.title).map(|row| row.id).ok_or(twinflower_core::Error::Gone)
}

fn add_goal(home: &mut Home, title: &str) -> Result<GoalId> {
    let (title, why, helps) = (title.to_owned(), String::new(), String::new());
    let words = GoalWords { title, why, helps, target: Target::None, touches_use: false };
    let rows = home.family.add_goal(&words)?.rows;
    rows.iter().find(|row| row.title == words.title).map(|row| row.id).ok_or(twinflower_core::Error::Gone)
}
