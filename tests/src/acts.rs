//! What two people do, by chance: every use case that changes something.

use chrono::{Days, NaiveDate};
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;
use twinflower_core::domain::card::CARDS;
use twinflower_core::domain::celebration::{Approach, Ready};
use twinflower_core::domain::goal::{Achievement, Course, Target};
use twinflower_core::domain::ids::PersonId;
use twinflower_core::domain::letter::Until;
use twinflower_core::domain::person::Owner;
use twinflower_core::domain::plan::PlanPart;
use twinflower_core::domain::recurrence::{How, Rest};
use twinflower_core::domain::way::WayKind;
use twinflower_core::domain::{milestone, ritual};
use twinflower_core::use_cases::{
    CheckInWords, ContactWords, CountedWords, GoalWords, LetterWords, MilestoneWords, Offer, ReasonWords, RitualWords,
    SharedThing, StepWords, WayWords,
};
use twinflower_core::views::{CelebrationRow, GoalRow, MilestoneRow, RitualRow};
use twinflower_core::{Error, Result};

use crate::life::Life;

/// So many of each noun are kept that every view shows all of them, and that one life does not grow without end.
const MOST: usize = 60;

const PICTURE: &[u8] = include_bytes!("../../icons/32x32.png");

/// One act of many: on a life, with chance.
type Act = fn(&mut Life, &mut ChaCha20Rng) -> Result<()>;

/// What is done, and how often beside the others.
const ACTS: &[(u32, Act)] = &[
    (12, milestones),
    (12, rituals),
    (12, occurrences),
    (10, goals),
    (8, check_ins),
    (10, letters),
    (8, celebrations),
    (5, shelf),
    (5, sharing),
    (5, herself),
    (4, contacts),
    (6, next_hour),
    (4, drafts),
    (5, undoes),
    (2, change_passphrase),
    (2, backs_up),
    (2, tidies),
    (2, the_door),
];

/// Does one act.
pub(crate) fn act(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    let mut drawn = chance.next_u32() % ACTS.iter().map(|(often, _)| often).sum::<u32>();
    for (often, act) in ACTS {
        match drawn.checked_sub(*often) {
            None => return act(life, chance),
            Some(left) => drawn = left,
        }
    }
    unreachable!("what is drawn is less than the sum")
}

fn milestones(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    let rows = life.family.milestones("", life.now)?.rows;
    let day = past(life, chance);
    let words = MilestoneWords {
        title: some_words(chance),
        why: some_words(chance),
        reached_on: one(chance, &[None, Some(day)]),
        counted: one(chance, &[None, None, Some(CountedWords { number: 90, since: day })]),
    };
    if rows.len() < 4 {
        return life.family.add_milestone(&words, life.now).map(drop);
    }
    let row = picked(&rows, chance)?;
    let signed = life.signature(row.owner);
    let (family, now) = (&mut life.family, life.now);
    let standing = one(chance, &[milestone::Standing::OnTheWay, milestone::Standing::Resting]);
    match chance.next_u32() % 8 {
        _ if rows.len() > MOST => family.delete_milestone(row.id, signed.as_ref(), now).map(drop),
        0 => family.edit_milestone(row.id, &words, signed.as_ref(), now).map(drop),
        1 => family.set_milestone_reached_on(row.id, Some(day), signed.as_ref(), now).map(drop),
        2 => family.set_milestone_standing(row.id, standing, signed.as_ref(), now).map(drop),
        3 => family.delete_milestone(row.id, signed.as_ref(), now).map(drop),
        4 => spans(life, row, chance),
        5 => family.answer_expected(row.id, one(chance, &[Approach::Mark, Approach::Leave, Approach::KeepClose])),
        _ => family.add_milestone(&words, now).map(drop),
    }
}

fn spans(life: &mut Life, row: &MilestoneRow, chance: &mut ChaCha20Rng) -> Result<()> {
    let (family, now, day) = (&mut life.family, life.now, past_of(life.now.today, chance));
    let span = row.counted.as_ref().and_then(|counted| counted.spans.last()).map(|span| span.id).ok_or(Error::Gone)?;
    match chance.next_u32() % 4 {
        0 => family.mistyped(row.id, span, now).map(drop),
        1 => family.move_start(row.id, span, day, now).map(drop),
        _ => family.start_again(row.id, day, now).map(drop),
    }
}

fn rituals(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    let rows = life.family.rituals(life.now)?.rows;
    let here = life.here();
    let words = RitualWords {
        title: some_words(chance),
        meaning: some_words(chance),
        steps: vec![
            StepWords { who: Owner::One(here[0]), words: some_words(chance) };
            1 + chance.next_u32() as usize % 3
        ],
        how: How::Daily { every: 1 + (chance.next_u32() % 3) as u16 },
        starts_on: past(life, chance),
        ends_on: None,
        at: None,
    };
    if rows.len() < 3 {
        return life.family.add_ritual(&words, life.now).map(drop);
    }
    let row = picked(&rows, chance)?;
    let signed = life.signature(row.owner);
    let (family, now) = (&mut life.family, life.now);
    let rest = Rest { from: now.today, until: now.today + Days::new(3) };
    let standing = one(chance, &[ritual::Standing::Going, ritual::Standing::Resting, ritual::Standing::LetGo]);
    match chance.next_u32() % 7 {
        _ if rows.len() > MOST / 4 => family.delete_ritual(row.id, signed.as_ref(), now).map(drop),
        0 => family.edit_ritual(row.id, &words, signed.as_ref(), now).map(drop),
        1 => family.set_ritual_standing(row.id, standing, signed.as_ref(), now).map(drop),
        2 => family.set_ritual_rests(row.id, &[rest], signed.as_ref(), now).map(drop),
        3 => family.delete_ritual(row.id, signed.as_ref(), now).map(drop),
        _ => family.add_ritual(&words, now).map(drop),
    }
}

fn occurrences(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    let rows: Vec<RitualRow> = life.family.rituals(life.now)?.rows;
    let row = picked(&rows, chance)?;
    let (day, line) = (past_of(life.now.today, chance), some_words(chance));
    let (family, now) = (&mut life.family, life.now);
    match chance.next_u32() % 8 {
        0 => family.skip_occurrence(row.id, day, now).map(drop),
        1 => family.clear_occurrence(row.id, day, now).map(drop),
        2 => family.remove_photo(row.id, day, now).map(drop),
        3 | 4 => family.keep_occurrence(row.id, day, Some(&line), Some(PICTURE), now).map(drop),
        _ => family.keep_occurrence(row.id, day, Some(&line), None, now).map(drop),
    }
}

fn goals(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    let rows = life.family.goals("")?.rows;
    let words = GoalWords {
        title: some_words(chance),
        why: some_words(chance),
        helps: some_words(chance),
        target: one(chance, &[Target::None, Target::PerWeek { times: 2 }, Target::Total { times: 9 }]),
        touches_use: one_in(5, chance),
    };
    if rows.len() < 4 {
        return life.family.add_goal(&words).map(drop);
    }
    let row = picked(&rows, chance)?;
    let (signed, by) = (life.signature(row.owner), picked(&life.here(), chance).copied()?);
    let hers = life.signature(Owner::One(by));
    let family = &mut life.family;
    let course = one(chance, &[Course::Open, Course::Resting, Course::Finished, Course::LetGo]);
    let reached = one(chance, &[Achievement::GoingOn, Achievement::Reached, Achievement::Changed]);
    match chance.next_u32() % 11 {
        _ if rows.len() > MOST && row.owner != Owner::Both => family.delete_goal(row.id, signed.as_ref()).map(drop),
        _ if rows.len() > MOST => family.erase_my_part(row.id, by, hers.as_ref()).map(drop),
        0 => family.edit_goal(row.id, &words, signed.as_ref()).map(drop),
        1 => family.set_goal_course(row.id, course, signed.as_ref()).map(drop),
        2 => family.set_goal_achievement(row.id, reached, signed.as_ref()).map(drop),
        3 => family.delete_goal(row.id, signed.as_ref()).map(drop),
        4 => family.propose_goal(row.id, &Offer::Goal { with_why: true, with_helps: false }).map(drop),
        5 => family.agree_to_goal(row.id, by, &row.wording, hers.as_ref()).map(drop),
        6 => family.take_back_proposal(row.id, signed.as_ref()).map(drop),
        7 => family.set_goal_not_now(row.id, one_in(2, chance)).map(drop),
        8 => family.erase_my_part(row.id, by, hers.as_ref()).map(drop),
        _ => family.add_goal(&words).map(drop),
    }
}

fn check_ins(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    let rows: Vec<GoalRow> = life.family.goals("")?.rows;
    let row = picked(&rows, chance)?;
    let by = *picked(&life.here(), chance)?;
    let signed = life.signature(Owner::One(by));
    if one_in(4, chance) {
        let last = life.family.goal_check_ins(row.id, life.now.today)?.rows;
        let check_in = picked(&last, chance)?;
        let signed = life.signature(Owner::One(check_in.by));
        if one_in(2, chance) {
            return life.family.edit_check_in(row.id, check_in.id, &some_words(chance), signed.as_ref()).map(drop);
        }
        return life.family.remove_check_in(row.id, check_in.id, signed.as_ref()).map(drop);
    }
    let words = CheckInWords { on: past(life, chance), done: true, words: some_words(chance) };
    life.family.check_in(row.id, by, &words, signed.as_ref(), life.now).map(drop)
}

fn letters(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    let seen = life.family.letters(life.now)?;
    let people: Vec<PersonId> = life.family.door().people.iter().map(|person| person.id).collect();
    let words = LetterWords { to: *picked(&people, chance)?, title: some_words(chance), words: some_words(chance) };
    let celebration = life.family.celebrations(life.now)?.rows.first().map(|row| row.id);
    let until = celebration.map_or(Until::Now, |id| one(chance, &[Until::Now, Until::Celebration(id)]));
    let until = one(chance, &[until, Until::Day(life.now.today), Until::Day(life.now.today + Days::new(30))]);
    let drafts: Vec<_> = seen.drafts.iter().map(|row| row.id).collect();
    let sent: Vec<_> = seen.handed_over.iter().map(|row| row.id).collect();
    let come: Vec<_> = seen.waiting.iter().chain(&seen.put_away).map(|row| row.id).collect();
    let read: Vec<_> = seen.opened.iter().map(|row| row.id).collect();
    let (family, now) = (&mut life.family, life.now);
    match chance.next_u32() % 10 {
        0 | 1 => family.seal_letter(*picked(&drafts, chance)?, until, now).map(drop),
        2 => family.take_back_letter(*picked(&sent, chance)?, now).map(drop),
        3 => family.open_letter(*picked(&come, chance)?, now).map(drop),
        4 => family.put_letter_away(*picked(&come, chance)?, one_in(2, chance), now).map(drop),
        5 => family.delete_letter(*picked(&drafts, chance)?, now).map(drop),
        6 => family.delete_letter(*picked(&read, chance)?, now).map(drop),
        7 => family.keep_letter(Some(*picked(&drafts, chance)?), &words, now).map(drop),
        _ if drafts.len() > MOST / 2 => family.delete_letter(drafts[0], now).map(drop),
        _ => family.keep_letter(None, &words, now).map(drop),
    }
}

fn celebrations(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    let rows: Vec<CelebrationRow> = life.family.celebrations(life.now)?.rows;
    let ready = one(chance, &[Ready::Alone, Ready::Invite, Ready::NotThisTime]);
    if rows.len() < 2 {
        let milestones = life.family.milestones("", life.now)?.rows;
        let row = picked(&milestones, chance)?;
        let signed = life.signature(row.owner);
        return life.family.mark_ready(row.id, ready, signed.as_ref(), life.now).map(drop);
    }
    let row = picked(&rows, chance)?;
    let (signed, by) = (life.signature(row.owner), *picked(&life.here(), chance)?);
    let rituals = life.family.rituals(life.now)?.rows;
    let ritual = rituals.first().map(|row| row.id);
    let line = some_words(chance);
    let (family, now) = (&mut life.family, life.now);
    match chance.next_u32() % 10 {
        0 => family.answer_invitation(row.id, now).map(drop),
        // Where no private space is open, it is kept in memory only.
        9 if family.me().is_ok() => family.put_off_celebration(row.id, now).map(drop),
        1 => family.choose_ritual(row.id, ritual, now).map(drop),
        2 => family.add_celebration_photo(row.id, PICTURE, now).map(drop),
        3 => family.withdraw(row.id, signed.as_ref(), now).map(drop),
        4 => family.open_letters_for(row.id, now).map(drop),
        5 | 6 => family.say_line(row.id, by, &line, now).map(drop),
        7 => family.open_celebration(row.id, now).map(drop),
        _ => family.keep(row.id, now).map(drop),
    }
}

fn shelf(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    let people: Vec<PersonId> = life.family.door().people.iter().map(|person| person.id).collect();
    let rows = life.family.shelf()?.rows;
    let (words, giver) = (some_words(chance), *picked(&life.here(), chance)?);
    if rows.len() < 3 {
        let about = people.iter().find(|person| **person != giver).ok_or(Error::Gone)?;
        return life.family.see_small(giver, *about, &words, life.now).map(drop);
    }
    let row = picked(&rows, chance)?;
    let (signed, hers) = (life.signature(row.owner), life.signature(Owner::One(giver)));
    let (family, now) = (&mut life.family, life.now);
    match chance.next_u32() % 4 {
        0 => family.hand_on(row.id, now).map(drop),
        1 => family.answer_next_day(row.id, &words).map(drop),
        2 => family.remove_lines(row.id, giver, hers.as_ref()).map(drop),
        _ => family.delete_keepsake(row.id, signed.as_ref()).map(drop),
    }
}

fn sharing(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    let shared = life.family.shared()?;
    let milestones = life.family.milestones("", life.now)?.rows;
    let rituals = life.family.rituals(life.now)?.rows;
    let things: Vec<(SharedThing, Owner)> =
        shared.hers.iter().chain(&shared.joint).map(|row| (row.thing, row.owner)).collect();
    let taken = picked(&things, chance).copied();
    let signed = taken.as_ref().ok().and_then(|(_, owner)| life.signature(*owner));
    let (family, now) = (&mut life.family, life.now);
    match chance.next_u32() % 8 {
        0..=2 => family.share_milestone(picked(&milestones, chance)?.id, one_in(2, chance), now).map(drop),
        3..=4 => family.share_ritual(picked(&rituals, chance)?.id, true, now).map(drop),
        5..=6 => family.take_back(taken?.0, signed.as_ref(), now).map(drop),
        _ => family.set_not_now(one_in(3, chance)).map(drop),
    }
}

fn herself(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    match chance.next_u32() % 3 {
        0 => life.family.set_idle_minutes(one(chance, &[None, Some(5), Some(10)])).map(drop),
        1 => life.family.set_next_day_question(one_in(2, chance)).map(drop),
        _ => life.family.set_lives(&[]).map(drop),
    }
}

fn contacts(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    let rows = life.family.contacts()?;
    let words = ContactWords {
        name: some_words(chance),
        number: "020 0000".to_owned(),
        good_for: some_words(chance),
        to_send: vec![some_name(chance)],
        readable_while_locked: one_in(2, chance),
    };
    match chance.next_u32() % 3 {
        0 => life.family.edit_contact(picked(&rows, chance)?.id, &words).map(drop),
        1 => life.family.remove_contact(picked(&rows, chance)?.id).map(drop),
        _ => life.family.add_contact(&words).map(drop),
    }
}

fn next_hour(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    let kept = life.family.next_hour()?;
    let kinds = [WayKind::DoSomething, WayKind::CalmTheBody, WayKind::BeWithSomeone, WayKind::ThinkOfSomethingElse];
    let way = WayWords {
        kind: one(chance, &kinds),
        words: some_name(chance),
        with_care: one_in(5, chance),
        readable_while_locked: one_in(2, chance),
    };
    let reason = ReasonWords { words: some_name(chance), readable_while_locked: one_in(2, chance) };
    let photo = one_in(2, chance).then_some(PICTURE);
    let family = &mut life.family;
    let part = one(chance, &[PlanPart::Signs, PlanPart::Places, PlanPart::Safer]);
    match chance.next_u32() % 19 {
        18 => family.set_card_kept(one(chance, &CARDS), one_in(2, chance)).map(drop),
        14 | 15 => family.lend_way(picked(&kept.ways, chance)?.id).map(drop),
        16 => family.take_back_way(picked(&kept.ways, chance)?.id).map(drop),
        17 => family.keep_lent_way(picked(&kept.lent, chance)?.id).map(drop),
        10 => family.edit_plan_line(picked(&kept.plan, chance)?.id, &way.words).map(drop),
        11 => family.delete_plan_line(picked(&kept.plan, chance)?.id).map(drop),
        12 | 13 => family.add_plan_line(part, &way.words).map(drop),
        5 => family.edit_reason(picked(&kept.reasons, chance)?.id, &reason, photo).map(drop),
        6 => family.remove_reason_photo(picked(&kept.reasons, chance)?.id).map(drop),
        7 => family.delete_reason(picked(&kept.reasons, chance)?.id).map(drop),
        8 | 9 => family.add_reason(&reason, photo).map(drop),
        0 => family.edit_way(picked(&kept.ways, chance)?.id, &way).map(drop),
        1 => family.set_way_helped(picked(&kept.ways, chance)?.id, one_in(2, chance)).map(drop),
        2 => family.delete_way(picked(&kept.ways, chance)?.id).map(drop),
        _ => family.add_way(&way).map(drop),
    }
}

fn drafts(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    let words = if one_in(3, chance) { String::new() } else { some_words(chance) };
    life.family.keep_draft(one(chance, &["milestone", "ritual", "goal"]), &words)
}

fn undoes(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    let signed = life.signature(Owner::One(*picked(&life.here(), chance)?));
    life.family.undo(signed.as_ref()).map(drop)
}

fn change_passphrase(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    let person = *picked(&life.here(), chance)?;
    life.change_passphrase(person)
}

fn backs_up(life: &mut Life, _: &mut ChaCha20Rng) -> Result<()> {
    life.family.back_up(life.now).map(drop)
}

fn tidies(life: &mut Life, _: &mut ChaCha20Rng) -> Result<()> {
    life.family.tidy()
}

fn the_door(life: &mut Life, chance: &mut ChaCha20Rng) -> Result<()> {
    match chance.next_u32() % 2 {
        0 => life.family.set_theme(one(chance, &["light", "night"])).map(drop),
        _ => life.family.set_region(one(chance, &["GB", "CH"])).map(drop),
    }
}

/// Words of any length that a person may write, in several scripts.
fn some_words(chance: &mut ChaCha20Rng) -> String {
    let word = one(chance, &["tea 🌷", "Straße", "מירה", "静かな朝", "a walk", "é"]);
    let length = one(chance, &[1, 1, 2, 5, 40, 400]);
    format!("{word} {}", vec![word; length].join(" "))
}

/// Words that are no longer than a name.
fn some_name(chance: &mut ChaCha20Rng) -> String {
    some_words(chance).chars().take(200).collect()
}

fn past(life: &Life, chance: &mut ChaCha20Rng) -> NaiveDate {
    past_of(life.now.today, chance)
}

/// Days of this year and of the year before, so that two documents of a space are written.
fn past_of(today: NaiveDate, chance: &mut ChaCha20Rng) -> NaiveDate {
    today - Days::new(one(chance, &[0, 1, 2, 3, 7, 400]))
}

fn one_in(times: u32, chance: &mut ChaCha20Rng) -> bool {
    chance.next_u32().is_multiple_of(times)
}

fn one<T: Clone>(chance: &mut ChaCha20Rng, of: &[T]) -> T {
    of[chance.next_u32() as usize % of.len()].clone()
}

/// Picks one of the rows; where there is none, nothing can be done with it.
fn picked<'a, T>(rows: &'a [T], chance: &mut ChaCha20Rng) -> Result<&'a T> {
    let drawn = chance.next_u32() as usize;
    if rows.is_empty() { Err(Error::Gone) } else { Ok(&rows[drawn % rows.len()]) }
}
