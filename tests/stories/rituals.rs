//! Rituals, told as stories.

use chrono::{Days, NaiveDate};
use twinflower_core::Error;
use twinflower_core::domain::ideas::{Company, Lives, Suggested};
use twinflower_core::domain::ids::{ItemId, PersonId, RitualId};
use twinflower_core::domain::person::Owner;
use twinflower_core::domain::recurrence::{How, Rest, Weekday};
use twinflower_core::domain::ritual::Standing;
use twinflower_core::use_cases::{RitualWords, StepWords, Whose};
use twinflower_core::vault::Passphrase;
use twinflower_core::views::{DueToday, OccurrenceRow, RitualRow, RitualsView};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, holds, holds_bytes};

const PICTURE: &[u8] = include_bytes!("../../icons/32x32.png");

/// Every Sunday, from the Sunday on which each story begins.
fn sundays(home: &Home, title: &str) -> RitualWords {
    RitualWords {
        title: title.to_owned(),
        meaning: String::new(),
        steps: vec![],
        how: How::Weekly { every: 1, on: vec![Weekday::Sun] },
        starts_on: home.now.today,
        ends_on: None,
        at: None,
    }
}

fn step(who: Owner, words: &str) -> StepWords {
    StepWords { who, words: words.to_owned() }
}

fn only(view: RitualsView) -> RitualRow {
    let [row] = <[RitualRow; 1]>::try_from(view.rows).unwrap();
    row
}

/// Ana and Mira, both here, with tea on the step every Sunday.
fn tea_together() -> (Home, PersonId, PersonId, RitualId) {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    let id = only(home.family.add_ritual(&sundays(&home, "Tea on the step 🍵"), home.now).unwrap()).id;
    (home, ana, mira, id)
}

fn lane(home: &Home, id: RitualId) -> Vec<OccurrenceRow> {
    home.family.memory_lane(id, None).unwrap().rows
}

fn written(row: &OccurrenceRow) -> Vec<(Owner, &str)> {
    row.lines.iter().map(|line| (line.who, line.words.as_str())).collect()
}

#[test]
fn a_ritual_survives_the_end_of_the_process_and_stands_on_the_disk_sealed() {
    let (mut home, ana) = Home::with_ana();
    let words = RitualWords {
        meaning: "Because the évening is ours – المساء".to_owned(),
        steps: vec![step(Owner::One(ana), "Put the kettle on."), step(Owner::Both, "Sit until the cups are empty.")],
        at: Some(19 * 60 + 30),
        ..sundays(&home, "Tea on the step 🍵")
    };
    home.family.add_ritual(&words, home.now).unwrap();
    home.restart();
    let bytes = home.every_byte();
    assert!(!["Tea on", "évening", "kettle"].iter().any(|text| holds(&bytes, text)));
    home.come_in(ana);
    let row = only(home.family.rituals(home.now).unwrap());
    assert_eq!((row.title, row.meaning, row.at, row.whose), (words.title, words.meaning, words.at, Whose::Mine));
    let steps: Vec<_> = row.steps.iter().map(|step| (step.who, step.words.as_str())).collect();
    let said: Vec<_> = words.steps.iter().map(|step| (step.who, step.words.as_str())).collect();
    assert_eq!(steps, said);
}

#[test]
fn nobody_reads_the_others_own_rituals() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let id = only(home.family.add_ritual(&sundays(&home, "Three lines"), home.now).unwrap()).id;
    home.family.keep_occurrence(id, home.now.today, Some("a hard week"), None, home.now).unwrap();
    home.alone(mira);
    assert_eq!(home.family.rituals(home.now).unwrap().rows, vec![]);
    assert_eq!(home.family.memory_lane(id, None), Err(Error::Gone));
    home.come_in(ana);
    assert_eq!(home.family.rituals(home.now).unwrap().rows, vec![]);
}

#[test]
fn kept_together_shows_for_both() {
    let (mut home, ana, mira, id) = tea_together();
    let view = home.family.keep_occurrence(id, home.now.today, Some("It rained, we stayed out."), None, home.now);
    assert_eq!(only(view.unwrap()).today, DueToday::Kept);
    for person in [ana, mira] {
        home.alone(person);
        let row = only(home.family.rituals(home.now).unwrap());
        assert_eq!((row.today, row.last_kept_on, row.owner), (DueToday::Kept, Some(home.now.today), Owner::Both));
        assert_eq!(written(&lane(&home, id)[0]), [(Owner::Both, "It rained, we stayed out.")]);
    }
}

#[test]
fn skipped_is_not_missed_and_unknown_is_blank() {
    let (mut home, _, _, id) = tea_together();
    let row = only(home.family.skip_occurrence(id, home.now.today, home.now).unwrap());
    assert_eq!((row.today, row.last_kept_on), (DueToday::Skipped, None));
    home.days_go_by(21);
    let row = only(home.family.rituals(home.now).unwrap());
    assert_eq!((row.today, row.last_kept_on, row.next_on), (DueToday::Unknown, None, Some(home.now.today)));
    assert_eq!(lane(&home, id), vec![], "three Sundays of which nothing was said leave nothing behind");
}

#[test]
fn what_was_said_of_today_moves_the_next_day_on() {
    let (mut home, _, _, id) = tea_together();
    let next_week = Some(home.now.today + Days::new(7));
    assert_eq!(only(home.family.skip_occurrence(id, home.now.today, home.now).unwrap()).next_on, next_week);
    home.family.keep_occurrence(id, home.now.today, None, None, home.now).unwrap();
    let row = only(home.family.clear_occurrence(id, home.now.today, home.now).unwrap());
    assert_eq!((row.today, row.next_on, row.last_kept_on), (DueToday::Unknown, Some(home.now.today), None));
}

#[test]
fn it_may_be_kept_on_a_day_it_was_not_due_and_on_a_day_gone_by_but_not_on_one_to_come() {
    let (mut home, _, _, id) = tea_together();
    let long_ago = NaiveDate::from_ymd_opt(2019, 7, 2).unwrap();
    home.days_go_by(3);
    home.family.keep_occurrence(id, home.now.today, None, None, home.now).unwrap();
    let row = only(home.family.keep_occurrence(id, long_ago, Some("at the sea"), None, home.now).unwrap());
    assert_eq!((row.today, row.last_kept_on), (DueToday::Kept, Some(home.now.today)));
    let days: Vec<_> = lane(&home, id).iter().map(|row| row.day).collect();
    assert_eq!(days, [home.now.today, long_ago]);
    let tomorrow = home.now.today + Days::new(1);
    assert_eq!(home.family.keep_occurrence(id, tomorrow, None, None, home.now), Err(Error::FutureDay));
    assert_eq!(home.family.skip_occurrence(id, tomorrow, home.now), Err(Error::FutureDay));
}

#[test]
fn each_writes_only_her_own_line() {
    let (mut home, ana, mira, id) = tea_together();
    let today = home.now.today;
    home.family.keep_occurrence(id, today, Some("ours"), None, home.now).unwrap();
    home.alone(ana);
    home.family.keep_occurrence(id, today, Some("Ana's"), None, home.now).unwrap();
    home.alone(mira);
    home.family.keep_occurrence(id, today, Some("מירה"), None, home.now).unwrap();
    home.family.keep_occurrence(id, today, None, None, home.now).unwrap();
    let lines = [(Owner::One(ana), "Ana's"), (Owner::One(mira), "מירה"), (Owner::Both, "ours")];
    assert_eq!(written(&lane(&home, id)[0]), lines);

    home.family.clear_occurrence(id, today, home.now).unwrap();
    let left = lane(&home, id).remove(0);
    assert_eq!((left.state, written(&left)), (None, vec![lines[0], lines[2]]), "hers is gone, the others' stay");
}

#[test]
fn a_photo_is_kept_small_and_silent_and_taken_out_again_by_whoever_put_it_there() {
    let (mut home, ana, mira, id) = tea_together();
    let today = home.now.today;
    home.alone(ana);
    home.family.keep_occurrence(id, today, None, Some(PICTURE), home.now).unwrap();
    home.restart();
    home.come_in(mira);
    assert_eq!(lane(&home, id)[0].photos, [Owner::One(ana)]);
    let jpeg = home.family.occurrence_photo(id, today, Owner::One(ana)).unwrap();
    assert!(jpeg.starts_with("/9j/"), "a JPEG file in base64");
    home.family.remove_photo(id, today, home.now).unwrap();
    assert_eq!(lane(&home, id)[0].photos, [Owner::One(ana)], "Mira has none there to take out");
    home.alone(ana);
    home.family.remove_photo(id, today, home.now).unwrap();
    assert_eq!(home.family.occurrence_photo(id, today, Owner::One(ana)), Err(Error::Gone));
}

#[test]
fn what_is_not_a_picture_is_told_and_nothing_is_kept() {
    let (mut home, _, _, id) = tea_together();
    let told = home.family.keep_occurrence(id, home.now.today, Some("words"), Some(b"not a picture"), home.now);
    assert_eq!(told, Err(Error::NotAPicture));
    let told = home.family.keep_occurrence(id, home.now.today, None, Some(&PICTURE[..200]), home.now);
    assert_eq!(told, Err(Error::BrokenPicture));
    assert_eq!(lane(&home, id), vec![]);
}

#[test]
fn two_devices_that_keep_the_same_evening_name_it_alike() {
    let (home, _, _, id) = tea_together();
    let day = home.now.today;
    assert_eq!(ItemId::of_occurrence(id, day), ItemId::of_occurrence(id.to_string().parse().unwrap(), day));
    assert_ne!(ItemId::of_occurrence(id, day), ItemId::of_occurrence(id, day + Days::new(1)));
}

#[test]
fn the_memory_lane_comes_fifty_days_at_a_time_across_the_years() {
    let (mut home, _) = Home::with_ana();
    let daily = RitualWords { how: How::Daily { every: 1 }, ..sundays(&home, "The lamp at dusk") };
    let id = only(home.family.add_ritual(&daily, home.now).unwrap()).id;
    home.days_go_by(59);
    for ago in 0..60 {
        home.family.keep_occurrence(id, home.now.today - Days::new(ago), Some("lit"), None, home.now).unwrap();
    }
    let first = home.family.memory_lane(id, None).unwrap();
    assert_eq!((first.rows.len(), first.has_more, first.rows[0].day), (50, true, home.now.today));
    let rest = home.family.memory_lane(id, Some(first.rows[49].day)).unwrap();
    assert_eq!((rest.rows.len(), rest.has_more), (10, false));
    assert_eq!(rest.rows[9].day, home.now.today - Days::new(59));
}

#[test]
fn deleting_erases_the_lines_and_photos_of_every_time_it_was_kept() {
    let (mut home, _) = Home::with_ana();
    let id = only(home.family.add_ritual(&sundays(&home, "Three lines"), home.now).unwrap()).id;
    let days = [home.now.today - Days::new(400), home.now.today];
    for day in days {
        home.family.keep_occurrence(id, day, Some("a line of it"), Some(PICTURE), home.now).unwrap();
    }
    let items = days.map(|day| ItemId::of_occurrence(id, day)).into_iter().chain([id.into()]);
    let sealed: Vec<_> = items.flat_map(|item| home.family.sealed_bytes_of(item).unwrap()).collect();
    let on_the_disk = |home: &Home| sealed.iter().filter(|part| holds_bytes(&home.every_byte(), part)).count();
    assert!(sealed.len() >= 8 && on_the_disk(&home) > 0);

    assert_eq!(home.family.delete_ritual(id, None, home.now).unwrap().rows, vec![]);
    home.undo_all();
    assert_eq!(home.family.rituals(home.now).unwrap().rows, vec![], "no undo brings it back");
    assert_eq!(home.family.memory_lane(id, None), Err(Error::Gone));
    home.family.tidy().unwrap();
    assert_eq!(on_the_disk(&home), 0, "not even its sealed bytes stay");
}

#[test]
fn tidying_up_keeps_every_step_line_and_photo_that_still_stands() {
    let (mut home, ana) = Home::with_ana();
    let words = RitualWords { steps: vec![step(Owner::Both, "Sit.")], ..sundays(&home, "The same bench") };
    let id = only(home.family.add_ritual(&words, home.now).unwrap()).id;
    home.family.keep_occurrence(id, home.now.today, Some("wind"), Some(PICTURE), home.now).unwrap();
    let seen = |home: &Home| {
        let photo = home.family.occurrence_photo(id, home.now.today, Owner::One(ana)).unwrap();
        (home.family.rituals(home.now).unwrap(), lane(home, id), photo)
    };
    let before = seen(&home);
    home.family.tidy().unwrap();
    home.restart();
    home.come_in(ana);
    assert_eq!(seen(&home), before);
}

#[test]
fn sharing_shows_the_other_exactly_the_preview_and_never_since_when() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let began = home.now.today - Days::new(70);
    let words = RitualWords {
        meaning: "for the bad nights".to_owned(),
        steps: vec![step(Owner::One(mira), "Bring the blanket.")],
        starts_on: began,
        how: How::Weekly { every: 2, on: vec![Weekday::Sun] },
        ..sundays(&home, "The same bench")
    };
    let id = only(home.family.add_ritual(&words, home.now).unwrap()).id;
    home.family.keep_occurrence(id, began, Some("the first time"), None, home.now).unwrap();
    let preview = home.family.preview_ritual(id, false, home.now).unwrap();
    home.family.share_ritual(id, false, home.now).unwrap();

    home.alone(mira);
    let seen = only(home.family.rituals(home.now).unwrap());
    assert_eq!(RitualRow { id: seen.id, ..preview }, seen);
    assert_ne!(seen.id, id);
    assert_eq!((seen.meaning.as_str(), seen.last_kept_on), ("", None));
    assert_eq!(Some(seen.recurrence.starts_on), seen.next_on);
    assert_eq!(lane(&home, seen.id), vec![]);

    home.alone(ana);
    let rows = home.family.take_back_ritual(id, None, home.now).unwrap();
    assert!(!only(rows).is_shared);
    assert_eq!(lane(&home, id).len(), 1);
    home.alone(mira);
    assert_eq!(home.family.rituals(home.now).unwrap().rows, vec![]);
}

#[test]
fn what_stays_in_mine_changes_no_byte_the_other_could_receive() {
    let (mut home, ana, _) = Home::with_both();
    home.alone(ana);
    let id = only(home.family.add_ritual(&sundays(&home, "The same bench"), home.now).unwrap()).id;
    home.family.share_ritual(id, true, home.now).unwrap();
    let frames = home.family.frames_of_ours().unwrap();
    let rest = Rest { from: home.now.today, until: home.now.today + Days::new(30) };
    home.family.set_ritual_rests(id, &[rest], None, home.now).unwrap();
    home.family.skip_occurrence(id, home.now.today, home.now).unwrap();
    home.family.set_ritual_standing(id, Standing::LetGo, None, home.now).unwrap();
    home.family.delete_ritual(id, None, home.now).unwrap();
    assert_eq!(home.family.frames_of_ours().unwrap(), frames);
}

#[test]
fn only_its_owner_says_that_hers_was_kept_and_the_other_may_add_a_line_to_it() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let id = only(home.family.add_ritual(&sundays(&home, "The same bench"), home.now).unwrap()).id;
    home.family.share_ritual(id, true, home.now).unwrap();
    home.alone(mira);
    let (shared, today) = (only(home.family.rituals(home.now).unwrap()).id, home.now.today);
    let lines = Some("I saw you there.");
    assert_eq!(home.family.keep_occurrence(shared, today, lines, None, home.now), Err(Error::NotHers));
    assert_eq!(home.family.skip_occurrence(shared, today, home.now), Err(Error::NotHers));
    assert_eq!(home.family.edit_ritual(shared, &sundays(&home, "mine now"), None, home.now), Err(Error::NotHers));
    home.alone(ana);
    home.family.keep_occurrence(shared, today, None, None, home.now).unwrap();
    home.alone(mira);
    home.family.keep_occurrence(shared, today, lines, None, home.now).unwrap();
    assert_eq!(home.family.clear_occurrence(shared, today, home.now), Err(Error::NotHers));
    assert_eq!(written(&lane(&home, shared)[0]), [(Owner::One(mira), "I saw you there.")]);
}

#[test]
fn what_binds_one_person_asks_her_passphrase_while_both_are_here() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let id = only(home.family.add_ritual(&sundays(&home, "The same bench"), home.now).unwrap()).id;
    home.family.share_ritual(id, true, home.now).unwrap();
    home.come_in(mira);
    let shared = only(home.family.rituals(home.now).unwrap()).id;
    assert_eq!(home.family.take_back_ritual(shared, None, home.now), Err(Error::NeedsHerPassphrase));
    let resting = home.family.set_ritual_standing(shared, Standing::Resting, None, home.now);
    assert_eq!(resting, Err(Error::NeedsHerPassphrase));
    let kept = only(home.family.keep_occurrence(shared, home.now.today, None, None, home.now).unwrap());
    assert_eq!(kept.today, DueToday::Kept, "saying together that it was done binds nobody");
    let hers = Passphrase::typed(ANAS_PASSPHRASE);
    assert_eq!(home.family.take_back_ritual(shared, Some(&hers), home.now).unwrap().rows, vec![]);
}

#[test]
fn a_ritual_rests_is_let_go_and_comes_back_with_all_that_was_kept() {
    let (mut home, _, _, id) = tea_together();
    home.family.keep_occurrence(id, home.now.today, None, None, home.now).unwrap();
    home.days_go_by(7);
    for (standing, today) in [(Standing::Resting, DueToday::NotDue), (Standing::LetGo, DueToday::NotDue)] {
        let row = only(home.family.set_ritual_standing(id, standing, None, home.now).unwrap());
        assert_eq!((row.standing, row.today, row.next_on), (standing, today, None));
    }
    let row = only(home.family.set_ritual_standing(id, Standing::Going, None, home.now).unwrap());
    assert_eq!((row.today, row.last_kept_on), (DueToday::Unknown, Some(home.now.today - Days::new(7))));
}

#[test]
fn nothing_is_due_in_a_rest_and_an_edit_keeps_the_rests() {
    let (mut home, _, _, id) = tea_together();
    let rest = Rest { from: home.now.today, until: home.now.today + Days::new(10) };
    let row = only(home.family.set_ritual_rests(id, &[rest], None, home.now).unwrap());
    assert_eq!((row.today, row.next_on), (DueToday::NotDue, Some(home.now.today + Days::new(14))));
    let row = only(home.family.edit_ritual(id, &sundays(&home, "Tea indoors"), None, home.now).unwrap());
    assert_eq!((row.recurrence.rests.len(), row.title.as_str()), (1, "Tea indoors"));
    let crossed = Rest { from: home.now.today, until: home.now.today - Days::new(1) };
    assert_eq!(home.family.set_ritual_rests(id, &[crossed], None, home.now), Err(Error::DaysCross));
}

#[test]
fn undo_takes_back_the_last_act() {
    let (mut home, _, _, id) = tea_together();
    home.family.keep_occurrence(id, home.now.today, Some("first wording"), None, home.now).unwrap();
    home.family.keep_occurrence(id, home.now.today, Some("second wording"), None, home.now).unwrap();
    home.family.undo(None).unwrap();
    assert_eq!(written(&lane(&home, id)[0]), [(Owner::Both, "first wording")]);
    home.family.undo(None).unwrap();
    assert_eq!(only(home.family.rituals(home.now).unwrap()).today, DueToday::Unknown);
    home.family.undo(None).unwrap();
    assert_eq!(home.family.rituals(home.now).unwrap().rows, vec![]);
}

#[test]
fn what_cannot_be_is_told_before_anything_is_kept() {
    let (mut home, ana) = Home::with_ana();
    let words = || sundays(&home, "tea");
    let cases = [
        (RitualWords { title: " ".to_owned(), ..words() }, Error::Blank),
        (RitualWords { steps: vec![step(Owner::One(ana), "sit"); 21], ..words() }, Error::OutOfBounds(20)),
        (RitualWords { at: Some(1440), ..words() }, Error::OutOfBounds(1439)),
        (RitualWords { how: How::Weekly { every: 1, on: vec![] }, ..words() }, Error::NoWeekday),
        (RitualWords { how: How::Daily { every: 0 }, ..words() }, Error::OutOfBounds(999)),
        (RitualWords { how: How::Yearly { every: 1, month: 2, day: 30 }, ..words() }, Error::NoSuchDay),
        (RitualWords { ends_on: Some(home.now.today - Days::new(1)), ..words() }, Error::DaysCross),
    ];
    for (words, error) in cases {
        assert_eq!(home.family.add_ritual(&words, home.now), Err(error));
    }
    let blank_steps =
        RitualWords { steps: vec![step(Owner::Both, "  "), step(Owner::Both, "sit")], ..sundays(&home, "tea") };
    assert_eq!(only(home.family.add_ritual(&blank_steps, home.now).unwrap()).steps.len(), 1);
}

#[test]
fn nothing_for_two_is_offered_to_the_only_one() {
    let (home, _) = Home::with_ana();
    let ideas = home.family.ritual_ideas().unwrap();
    assert!(!ideas.is_empty() && ideas.iter().all(|idea| matches!(idea.what, Suggested::Ritual { .. })));
    assert!(ideas.iter().all(|idea| idea.company == Company::Alone));
}

#[test]
fn ideas_in_ours_tell_of_nobodys_ticks() {
    let (mut home, ana, mira) = Home::with_both();
    home.together(ana, mira);
    let before = home.family.ritual_ideas().unwrap();
    home.alone(ana);
    home.family.set_lives(&Lives::ALL).unwrap();
    home.together(ana, mira);
    assert_eq!(home.family.ritual_ideas().unwrap(), before);
    assert!(before.len() >= 12);
}
