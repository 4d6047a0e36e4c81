//! Leaving, or only having it in her hands: a copy, and the same to read without this program. What is readable is not
//! locked, and she is told so before.

use super::bundles::{free_place, name_of};
use super::family::{Family, In, Now};
use super::milestones::Whose;
use crate::domain::ids::PersonId;
use crate::domain::person::Owner;
use crate::store::files;
use crate::vault::Passphrase;
use crate::views::CopyMade;
use crate::{Error, Result};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// The words around her own: headings, labels and the names of the months, by their ids, from the window's catalog.
pub type Labels = BTreeMap<String, String>;

/// Everything she can read, as plain data.
#[derive(Serialize)]
struct Readable {
    name: String,
    made_on: NaiveDate,
    sections: Vec<Section>,
}

/// All of one noun.
#[derive(Serialize)]
struct Section {
    /// The id of its heading.
    heading: &'static str,
    entries: Vec<Entry>,
}

/// One thing.
#[derive(Default, Serialize)]
struct Entry {
    shared: bool,
    title: String,
    day: Option<NaiveDate>,
    texts: Vec<Text>,
    /// JPEG files in base64.
    photos: Vec<String>,
}

/// One text of a thing: under a label, or by somebody, or on a day.
#[derive(Default, Serialize)]
struct Text {
    label: &'static str,
    who: String,
    day: Option<NaiveDate>,
    words: String,
}

impl Family {
    /// Writes a copy, a JSON file and one HTML file to read: her own, and what is shared. It takes her passphrase.
    pub fn leave(&mut self, folder: &Path, passphrase: &Passphrase, labels: &Labels, now: Now) -> Result<CopyMade> {
        let person = self.alone()?;
        let slots = self.slots.people.get(&person).ok_or(Error::Gone)?;
        slots.passphrase.open_with_passphrase(person, passphrase)?;
        let readable = self.readable(person, now)?;
        let CopyMade { mut files } = self.copy_to(folder, now)?;
        let json = serde_json::to_vec_pretty(&readable).expect("what is readable has only text keys");
        for (ending, bytes) in [("json", json), ("html", page(&readable, labels).into_bytes())] {
            let path = free_place(folder, now.today, ending)?;
            files::replace(&path, &bytes)?;
            files.push(name_of(&path));
        }
        Ok(CopyMade { files })
    }

    fn readable(&self, person: PersonId, now: Now) -> Result<Readable> {
        let sections = vec![
            Section { heading: "milestones", entries: self.readable_milestones(now)? },
            Section { heading: "rituals", entries: self.readable_rituals(now)? },
            Section { heading: "goals", entries: self.readable_goals()? },
            Section { heading: "letters", entries: self.readable_letters(now)? },
            Section { heading: "keepsakes", entries: self.readable_keepsakes()? },
            Section { heading: "people", entries: self.readable_people()? },
            Section { heading: "reasons", entries: self.readable_reasons()? },
            Section { heading: "ways", entries: self.readable_ways()? },
            Section { heading: "plan", entries: self.readable_plan()? },
        ];
        let sections = sections.into_iter().filter(|section| !section.entries.is_empty()).collect();
        Ok(Readable { name: self.person(person).name, made_on: now.today, sections })
    }

    fn readable_milestones(&self, now: Now) -> Result<Vec<Entry>> {
        let entry = |row: crate::views::MilestoneRow| {
            let days = row.counted.as_ref().map(|counted| counted.all_together.to_string()).unwrap_or_default();
            let since = row.counted.and_then(|counted| counted.since);
            Entry {
                shared: row.whose == Whose::Ours,
                title: row.title,
                day: row.reached_on,
                texts: vec![
                    Text { label: "why", words: row.why, ..Text::default() },
                    Text { label: "days", words: days, ..Text::default() },
                    Text { label: "since", day: since, ..Text::default() },
                ],
                photos: Vec::new(),
            }
        };
        Ok(self.milestone_rows(now)?.into_iter().map(entry).collect())
    }

    fn readable_rituals(&self, now: Now) -> Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for row in self.ritual_rows(now)? {
            let mut texts = vec![Text { label: "meaning", words: row.meaning, ..Text::default() }];
            texts.extend(row.steps.into_iter().map(|step| Text {
                label: "step",
                who: self.name_of(step.who),
                words: step.words,
                ..Text::default()
            }));
            entries.push(Entry { shared: row.whose == Whose::Ours, title: row.title, texts, ..Entry::default() });
            let mut before = None;
            loop {
                let lane = self.memory_lane(row.id, before)?;
                for kept in lane.rows {
                    before = Some(kept.day);
                    let line = |line: crate::views::LineRow| Text {
                        who: self.name_of(line.who),
                        words: line.words,
                        ..Text::default()
                    };
                    let photos = kept.photos.iter().map(|who| self.occurrence_photo(row.id, kept.day, *who));
                    entries.push(Entry {
                        shared: row.whose == Whose::Ours,
                        day: Some(kept.day),
                        photos: photos.collect::<Result<_>>()?,
                        texts: kept.lines.into_iter().map(line).collect(),
                        ..Entry::default()
                    });
                }
                if !lane.has_more {
                    break;
                }
            }
        }
        Ok(entries)
    }

    fn readable_goals(&self) -> Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for row in self.goal_rows()? {
            let (which, goal) = self.find_goal(row.id)?;
            let mut texts = vec![
                Text { label: "why", words: row.why, ..Text::default() },
                Text { label: "helps", words: row.helps, ..Text::default() },
            ];
            for check_in in self.check_ins_of(which, goal.id)? {
                let said = self.check_in_row(which, &check_in)?;
                let who = self.name_of(Owner::One(said.by));
                texts.push(Text { who, day: Some(said.on), words: said.words, ..Text::default() });
            }
            entries.push(Entry { shared: which == In::Ours, title: row.title, texts, ..Entry::default() });
        }
        Ok(entries)
    }

    /// Her drafts, and the letters she has opened; one whose moment has not come is in no readable file.
    fn readable_letters(&self, now: Now) -> Result<Vec<Entry>> {
        let view = self.letters(now)?;
        let ids = view.drafts.iter().map(|row| row.id).chain(view.opened.iter().map(|row| row.id));
        let entry = |id| {
            let letter = self.read_letter(id)?;
            let who = format!("{} → {}", self.name_of(Owner::One(letter.from)), self.name_of(Owner::One(letter.to)));
            let texts = vec![Text { who, words: letter.words, ..Text::default() }];
            Ok(Entry { title: letter.title, day: Some(letter.written_on), texts, ..Entry::default() })
        };
        ids.map(entry).collect()
    }

    fn readable_keepsakes(&self) -> Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for row in self.keepsake_rows()? {
            let mut texts = vec![
                Text { label: "why", words: row.why, ..Text::default() },
                Text { label: "ritual", words: row.ritual, ..Text::default() },
            ];
            texts.extend(row.lines.into_iter().chain(row.letters).map(|said| Text {
                who: self.name_of(Owner::One(said.who)),
                words: said.words,
                ..Text::default()
            }));
            let photos = if row.has_photo { vec![self.keepsake_photo(row.id)?] } else { Vec::new() };
            let (shared, day) = (row.whose == Whose::Ours, Some(row.kept_on));
            entries.push(Entry { shared, title: row.title, day, texts, photos });
        }
        Ok(entries)
    }

    fn readable_people(&self) -> Result<Vec<Entry>> {
        let entry = |row: crate::views::ContactRow| {
            let words = [row.number, row.good_for].into_iter().chain(row.to_send);
            let texts = words.map(|words| Text { words, ..Text::default() }).collect();
            Entry { title: row.name, texts, ..Entry::default() }
        };
        Ok(self.contacts()?.into_iter().map(entry).collect())
    }

    fn readable_reasons(&self) -> Result<Vec<Entry>> {
        let entry = |row: crate::views::ReasonRow| {
            let photo = row.has_photo.then(|| self.reason_photo(row.id)).transpose()?;
            let texts = vec![Text { words: row.words, ..Text::default() }];
            Ok(Entry { texts, photos: photo.into_iter().collect(), ..Entry::default() })
        };
        self.next_hour()?.reasons.into_iter().map(entry).collect()
    }

    fn readable_ways(&self) -> Result<Vec<Entry>> {
        let entry = |row: crate::views::WayRow| Entry { title: row.words, ..Entry::default() };
        Ok(self.next_hour()?.ways.into_iter().map(entry).collect())
    }

    fn readable_plan(&self) -> Result<Vec<Entry>> {
        let entry = |row: crate::views::PlanLineRow| Entry {
            texts: vec![Text { words: row.words, ..Text::default() }],
            ..Entry::default()
        };
        Ok(self.next_hour()?.plan.into_iter().map(entry).collect())
    }

    fn name_of(&self, who: Owner) -> String {
        match who {
            Owner::One(person) => self.person(person).name,
            Owner::Both => self.card.people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join(" · "),
        }
    }
}

const STYLE: &str = "body{max-width:42rem;margin:3rem auto;padding:0 1.25rem;font:1.0625rem/1.6 Georgia,serif;color:#2b2724;\
background:#fbf7f0}h1,h2,h3{font-weight:500;line-height:1.25}h2{margin-top:3rem;border-bottom:1px solid #d9cfc2;padding-bottom:.4rem}\
article{margin:1.75rem 0}h3{margin:0 0 .25rem}p{margin:.35rem 0;white-space:pre-wrap;overflow-wrap:anywhere}\
.soft{color:#6b625a;font-size:.9375rem}img{display:block;max-width:100%;margin:.75rem 0;border-radius:.5rem}\
@media print{body{margin:0;background:none}}";

/// Writes one page that holds everything and needs nothing: no script, no address, photos inside.
fn page(readable: &Readable, labels: &Labels) -> String {
    let mut out = String::new();
    let language = escaped(labels.get("language").map_or("en", String::as_str));
    let title = escaped(label(labels, "title"));
    let policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><style>{STYLE}</style></head><body>\n\
         <h1>{title}</h1>\n<p class=\"soft\"><bdi>{}</bdi>, {}</p>\n<p class=\"soft\">{}</p>\n",
        escaped(&readable.name),
        day(readable.made_on, labels),
        escaped(label(labels, "not-locked")),
    );
    for section in &readable.sections {
        let _ = writeln!(out, "<section><h2>{}</h2>", escaped(label(labels, section.heading)));
        section.entries.iter().for_each(|entry| write_entry(&mut out, entry, labels));
        out.push_str("</section>\n");
    }
    out.push_str("</body></html>\n");
    out
}

fn write_entry(out: &mut String, entry: &Entry, labels: &Labels) {
    out.push_str("<article>");
    if !entry.title.is_empty() {
        let _ = write!(out, "<h3 dir=\"auto\">{}</h3>", escaped(&entry.title));
    }
    let about: Vec<String> = entry
        .day
        .map(|on| day(on, labels))
        .into_iter()
        .chain(entry.shared.then(|| escaped(label(labels, "shared"))))
        .collect();
    if !about.is_empty() {
        let _ = write!(out, "<p class=\"soft\">{}</p>", about.join(" · "));
    }
    for text in entry.texts.iter().filter(|text| !text.words.is_empty() || text.day.is_some()) {
        let before: Vec<String> = [text.label]
            .iter()
            .filter(|id| !id.is_empty())
            .map(|id| escaped(label(labels, id)))
            .chain((!text.who.is_empty()).then(|| format!("<bdi>{}</bdi>", escaped(&text.who))))
            .chain(text.day.map(|on| day(on, labels)))
            .collect();
        if !before.is_empty() {
            let _ = write!(out, "<p class=\"soft\">{}</p>", before.join(" · "));
        }
        if !text.words.is_empty() {
            let _ = write!(out, "<p dir=\"auto\">{}</p>", escaped(&text.words));
        }
    }
    for photo in &entry.photos {
        let _ = write!(out, "<img alt=\"\" src=\"data:image/jpeg;base64,{}\">", escaped(photo));
    }
    out.push_str("</article>\n");
}

fn label<'a>(labels: &'a Labels, id: &'a str) -> &'a str {
    labels.get(id).map_or(id, String::as_str)
}

fn day(day: NaiveDate, labels: &Labels) -> String {
    let month = format!("month-{}", day.month());
    format!("<time datetime=\"{day}\">{} {} {}</time>", day.day(), escaped(label(labels, &month)), day.year())
}

/// Makes a text safe between tags and in attributes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
