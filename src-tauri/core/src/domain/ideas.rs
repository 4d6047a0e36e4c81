//! Ideas to begin with: a few rituals and milestones, as data.
//!
//! Their sentences stand in `locales/<language>/ideas.ftl`; here are only the ids. What she lives with is ticked in *mine*,
//! stays there, and only narrows what she is offered there. *Ours* is offered the same few ideas whoever ticked what, so
//! that no gap in them tells anything (CARE.md, Always, 11).

use super::recurrence::{How, Nth, Weekday};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::sync::LazyLock;

/// What a person may tick, several or none, in her own space: what she lives with, or whom she is here for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Lives {
    /// Substance use.
    SubstanceUse,
    /// An eating disorder.
    EatingDisorder,
    /// Postpartum depression.
    PostpartumDepression,
    /// Trauma.
    Trauma,
    /// Another illness.
    AnotherIllness,
    /// None of her own: "I am here for her."
    HereForHer,
}

impl Lives {
    /// All that can be ticked, in the order in which it is offered.
    pub const ALL: [Self; 6] = [
        Self::SubstanceUse,
        Self::EatingDisorder,
        Self::PostpartumDepression,
        Self::Trauma,
        Self::AnotherIllness,
        Self::HereForHer,
    ];
}

/// An idea to begin with. Nothing is made of it until she does, and then every word is hers to change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Idea {
    /// Its id, and that of the sentence that is its title.
    pub id: String,
    /// For how many it is meant.
    pub company: Company,
    /// What it would become.
    pub what: Suggested,
    /// What it was written for: offered where one of these is ticked. Empty: for anybody.
    pub suits: Vec<Lives>,
    /// Where one of these is ticked it is not offered, whatever else is.
    pub spares: Vec<Lives>,
}

/// For how many an idea is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Company {
    /// For one person.
    Alone,
    /// For the two of them; not offered where there is no second.
    Together,
}

/// What an idea would become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Suggested {
    /// A ritual.
    Ritual {
        /// The id of the sentence beneath its title.
        note: String,
        /// When it might be due.
        how: How,
        /// What is done, in order.
        steps: Vec<Step>,
    },
    /// A milestone.
    Milestone {
        /// The days all together at which it is reached; `None` where she alone says when.
        days_all_together: Option<u32>,
    },
}

/// One step of a ritual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Step {
    /// The id of its sentence.
    pub message: String,
    /// Whose it is.
    pub who: Who,
}

/// Whose step it is. Which of the two is the first is theirs to say, each time anew if they like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// One of the two; where a ritual is for one person, hers.
    First,
    /// The other one.
    Second,
    /// Both of them.
    Both,
}

/// Lists every idea there is, rituals before milestones.
#[must_use]
pub fn all() -> &'static [Idea] {
    &IDEAS
}

/// Lists what is offered in one person's own space. `ticked` only narrows it: an idea written for something is offered
/// where that is ticked, and one that could hurt somewhere is not offered where that is.
#[must_use]
pub fn offered_to(ticked: &[Lives]) -> Vec<&'static Idea> {
    let any = |of: &[Lives]| of.iter().any(|lives| ticked.contains(lives));
    all().iter().filter(|idea| (idea.suits.is_empty() || any(&idea.suits)) && !any(&idea.spares)).collect()
}

/// Lists what is offered in *ours*: what is for both, for anybody, and for nobody to be spared. It asks for no ticks, so it
/// cannot tell of any.
#[must_use]
pub fn offered_in_ours() -> Vec<&'static Idea> {
    all()
        .iter()
        .filter(|idea| idea.company == Company::Together && idea.suits.is_empty() && idea.spares.is_empty())
        .collect()
}

static IDEAS: LazyLock<Vec<Idea>> = LazyLock::new(|| {
    let mut ideas = vec![
        for_two("tea-on-the-step", weekly(Weekday::Sun)),
        // Walking may be what an eating disorder asks of her.
        sparing(Lives::EatingDisorder, for_two("a-walk", weekly(Weekday::Wed))),
        for_two("question-jar", weekly(Weekday::Sat)),
        for_two("blue-candle", weekly(Weekday::Fri)),
        for_two("drawing-side-by-side", weekly(Weekday::Thu)),
        // Silence may bring back what it is meant to quiet.
        sparing(Lives::Trauma, for_two("minutes-of-quiet", How::Daily { every: 1 })),
        for_two("handing-on-a-stone", How::MonthlyOnDay { every: 1, day: 1 }),
        for_two("one-song-each", weekly(Weekday::Fri)),
        for_two("watering-the-plant", weekly(Weekday::Sat)),
        for_two("sunday-page", weekly(Weekday::Sun)),
        for_two("letter-read-aloud", monthly(Nth::Last, Weekday::Sun)),
        for_two("opening-the-window", How::Daily { every: 1 }),
        for_two("name-for-the-sky", weekly(Weekday::Mon)),
        for_two("one-page-aloud", weekly(Weekday::Tue)),
        for_two("same-bench", monthly(Nth::First, Weekday::Sat)),
        for_two("mending-something", How::MonthlyOnDay { every: 1, day: 15 }),
        for_one("three-lines", How::Daily { every: 1 }),
        for_one("five-things", How::Daily { every: 1 }),
        for_one("lamp-at-dusk", How::Daily { every: 1 }),
        for_one("one-drawer", weekly(Weekday::Sat)),
    ];
    for name in ["ordinary-evening", "laughed", "hard-talk", "disagreed", "first-ritual", "somewhere"] {
        ideas.push(Idea { company: Company::Together, ..milestone("together", name) });
    }
    for name in ["asked", "told", "no", "turned-up", "glad-morning", "hard-evening"] {
        ideas.push(milestone("anybody", name));
    }
    for (lives, group, names) in written_for() {
        ideas.extend(names.iter().map(|name| Idea { suits: vec![lives], ..milestone(group, name) }));
    }
    // Last of all: stopping safely is offered before counting.
    for (name, days) in [("first-day", 1), ("week", 7), ("thirty", 30)] {
        let what = Suggested::Milestone { days_all_together: Some(days) };
        let counted = Idea { what, suits: vec![Lives::SubstanceUse], ..milestone("substance-use", name) };
        // With an eating disorder no number is offered, for whatever else it would stand.
        ideas.push(sparing(Lives::EatingDisorder, counted));
    }
    ideas
});

type WrittenFor = (Lives, &'static str, &'static [&'static str]);

fn written_for() -> [WrittenFor; 6] {
    [
        (Lives::SubstanceUse, "substance-use", &["safely", "been-there", "urge-passed", "went-home", "number"]),
        (Lives::EatingDisorder, "eating-disorder", &["loud", "company", "friend", "comparing", "afternoon", "made"]),
        (
            Lives::PostpartumDepression,
            "postpartum-depression",
            &["not-well", "slept", "their-way", "asked", "air", "mine"],
        ),
        (Lives::Trauma, "trauma", &["safe-place", "no-more", "night-passed", "here", "own-time", "said-stop"]),
        (Lives::AnotherIllness, "another-illness", &["question", "rested", "own-words", "helps", "new-way"]),
        (Lives::HereForHer, "here-for-her", &["my-own", "listened", "asked", "elsewhere", "need", "slept"]),
    ]
}

fn for_two(name: &str, how: How) -> Idea {
    ritual(name, Company::Together, how, &[Who::First, Who::Second, Who::Both])
}

fn for_one(name: &str, how: How) -> Idea {
    ritual(name, Company::Alone, how, &[Who::First, Who::First])
}

fn ritual(name: &str, company: Company, how: How, steps: &[Who]) -> Idea {
    let id = format!("idea-ritual-{name}");
    let steps = steps.iter().zip(1..).map(|(who, number)| Step { message: format!("{id}-step-{number}"), who: *who });
    let what = Suggested::Ritual { note: format!("{id}-note"), how, steps: steps.collect() };
    Idea { id, company, what, suits: Vec::new(), spares: Vec::new() }
}

fn milestone(group: &str, name: &str) -> Idea {
    Idea {
        id: format!("idea-milestone-{group}-{name}"),
        company: Company::Alone,
        what: Suggested::Milestone { days_all_together: None },
        suits: Vec::new(),
        spares: Vec::new(),
    }
}

fn sparing(lives: Lives, idea: Idea) -> Idea {
    Idea { spares: vec![lives], ..idea }
}

fn weekly(on: Weekday) -> How {
    How::Weekly { every: 1, on: vec![on] }
}

fn monthly(nth: Nth, weekday: Weekday) -> How {
    How::MonthlyOnNth { every: 1, nth, weekday }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    const ENGLISH: &str = include_str!("../../../locales/en/ideas.ftl");

    /// The sentences by their ids. The file keeps to one line a sentence, without attributes or placeables.
    fn sentences() -> BTreeMap<&'static str, &'static str> {
        let mut sentences = BTreeMap::new();
        for line in ENGLISH.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (id, sentence) = line.split_once(" = ").expect(line);
            assert!(sentences.insert(id, sentence).is_none(), "{id} is there twice");
        }
        sentences
    }

    fn ids_of(idea: &Idea) -> Vec<&str> {
        let mut ids = vec![idea.id.as_str()];
        if let Suggested::Ritual { note, steps, .. } = &idea.what {
            ids.push(note);
            ids.extend(steps.iter().map(|step| step.message.as_str()));
        }
        ids
    }

    fn is_ritual(idea: &Idea) -> bool {
        matches!(idea.what, Suggested::Ritual { .. })
    }

    fn is_counted(idea: &Idea) -> bool {
        matches!(idea.what, Suggested::Milestone { days_all_together: Some(_) })
    }

    /// Every set of ticks there can be.
    fn every_ticked() -> impl Iterator<Item = Vec<Lives>> {
        (0..1_u32 << Lives::ALL.len()).map(|bits| {
            let ticked = Lives::ALL.into_iter().enumerate();
            ticked.filter(|(at, _)| bits & (1 << at) != 0).map(|(_, lives)| lives).collect()
        })
    }

    fn words(sentence: &str) -> Vec<String> {
        let parts = sentence.split(|mark: char| !mark.is_alphanumeric() && mark != '\'');
        parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect()
    }

    fn assert_without(id: &str, sentence: &str, banned: &str) {
        let said = format!(" {} ", words(sentence).join(" "));
        for word in banned.lines().flat_map(|line| line.split(',')).map(str::trim).filter(|word| !word.is_empty()) {
            assert!(!said.contains(&format!(" {word} ")), "{id} says \"{word}\"");
        }
    }

    /// CARE.md, "How we speak" and Never 4, 8, 11 and 12.
    const BANNED: &str = "
        addict, addicts, addiction, alcoholic, user, users, clean, dirty, abuse, relapse, relapsed, slip, slipped,
        fail, failed, failure, blew, day zero, streak, streaks, lost, should, must, ought, don't forget, never forget,
        committed, suffer, suffers, suffering, victim, codependent, enabling, healthy, unhealthy, weight, bmi,
        calorie, calories, portion, portions, size, sizes, thin, slim, fat, body, bodies, belly, mirror, scale,
        diet, exercise, workout, steps, run, running, eat, eats, eating, ate, food, foods, meal, meals, cake, sweet,
        sweets, chocolate, breakfast, lunch, dinner, supper, snack, cook, cooking, bake, baking, recipe, drink, drinks,
        drinking, drunk, alcohol, wine, beer, toast, bar, pub, sober, sobriety, money, coin, coins, buy, pay, price,
        prize, reward, rewards, points, win, winner, badge, level, score, goal, target, percent, best, better than,
        great, amazing, awesome, congratulations, congrats, well done, good job, proud, hooray, yay, brave, strong,
        champion, hero, superstar, journey, warrior, grateful, gratitude, thankful, forgive, forgiveness, forgiven,
        apologise, sorry, check on, make sure, promise";

    #[test]
    fn every_idea_has_its_sentences_and_every_sentence_its_idea() {
        let named: Vec<&str> = all().iter().flat_map(ids_of).collect();
        let once: BTreeSet<&str> = named.iter().copied().collect();
        assert_eq!(named.len(), once.len(), "an id is there twice");
        let written: BTreeSet<&str> = sentences().into_keys().collect();
        assert_eq!(once, written);
    }

    #[test]
    fn no_sentence_says_what_is_never_said() {
        for (id, sentence) in sentences() {
            assert_without(id, sentence, BANNED);
            assert!(!sentence.contains(['!', '{', '%']), "{id}");
            assert!(!sentence.contains(|mark: char| mark.is_ascii_digit()), "{id}");
        }
    }

    #[test]
    fn every_sentence_is_short_and_plain() {
        for (id, sentence) in sentences() {
            for part in sentence.split_inclusive(". ") {
                assert!(words(part).len() <= 14, "{id} is long");
            }
            assert!(words(sentence).iter().all(|word| word.len() <= 10), "{id} has a long word");
            let is_title = !id.ends_with("-note") && !id.contains("-step-");
            assert_eq!(sentence.ends_with('.'), !is_title, "{id} ends otherwise than its kind");
        }
    }

    #[test]
    fn an_eating_disorder_is_offered_no_days_no_food_no_bodies_and_no_walk() {
        let sentences = sentences();
        let kept_away = "
            day, days, week, weeks, month, months, year, years, one, two, three, five, seven, thirty, number,
            walk, walking, hand, hands, face, look, looks, clothes, hungry, hunger, full, plate, table, kitchen";
        for idea in all().iter().filter(|idea| idea.suits.contains(&Lives::EatingDisorder)) {
            for id in ids_of(idea) {
                assert_without(id, sentences[id], kept_away);
            }
        }
        for ticked in every_ticked().filter(|ticked| ticked.contains(&Lives::EatingDisorder)) {
            let offered = offered_to(&ticked);
            assert!(!offered.iter().any(|idea| is_counted(idea) || idea.id == "idea-ritual-a-walk"));
        }
    }

    #[test]
    fn with_nothing_ticked_only_what_is_for_anybody_is_offered() {
        let offered = offered_to(&[]);
        assert!(offered.iter().all(|idea| idea.suits.is_empty()));
        assert_eq!(offered.len(), all().iter().filter(|idea| idea.suits.is_empty()).count());
    }

    #[test]
    fn a_tick_brings_only_what_was_written_for_it_and_only_takes_away_from_the_rest() {
        let unticked = offered_to(&[]);
        for ticked in every_ticked() {
            for idea in offered_to(&ticked) {
                let written_for_it = idea.suits.iter().any(|lives| ticked.contains(lives));
                assert!(written_for_it || unticked.contains(&idea), "{} with {ticked:?}", idea.id);
                assert!(!idea.spares.iter().any(|lives| ticked.contains(lives)));
            }
        }
    }

    #[test]
    fn what_ours_is_offered_would_be_offered_whatever_is_ticked() {
        let ours = offered_in_ours();
        for ticked in every_ticked() {
            let offered = offered_to(&ticked);
            assert!(ours.iter().all(|idea| offered.contains(idea)), "{ticked:?}");
        }
        assert!(!ours.iter().any(|idea| is_counted(idea)));
        assert!(ours.iter().filter(|idea| is_ritual(idea)).count() >= 12);
        assert!(ours.iter().filter(|idea| !is_ritual(idea)).count() >= 5);
    }

    #[test]
    fn each_kind_is_offered_five_milestones_of_its_own() {
        for lives in Lives::ALL {
            let own = all().iter().filter(|idea| idea.suits == [lives] && !is_counted(idea) && !is_ritual(idea));
            assert!(own.count() >= 5, "{lives:?}");
        }
    }

    #[test]
    fn every_suggested_rhythm_is_one_that_can_be_kept() {
        for idea in all() {
            if let Suggested::Ritual { how, steps, .. } = &idea.what {
                assert_eq!(how.check(), Ok(()), "{}", idea.id);
                let alone = steps.iter().all(|step| step.who == Who::First);
                assert_eq!(alone, idea.company == Company::Alone, "{}", idea.id);
            }
        }
    }

    #[test]
    fn the_window_can_read_an_idea() {
        let text = serde_json::to_string(&all()[1]).unwrap();
        assert!(text.contains(r#""company":"together""#), "{text}");
        assert!(text.contains(r#""spares":["eating_disorder"]"#), "{text}");
        assert_eq!(serde_json::from_str::<Idea>(&text).unwrap(), all()[1]);
    }
}
