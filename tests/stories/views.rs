//! What one view holds: at most 200 rows and 256 KiB, and what does not fit is found by looking for it.

use chrono::Days;
use twinflower_core::domain::celebration::Ready;
use twinflower_core::domain::recurrence::How;
use twinflower_core::use_cases::{CheckInWords, GoalWords, LetterWords, MilestoneWords, RitualWords, StepWords};
use twinflower_core::views::{Looking, Show};
use twinflower_tests::home::Home;

const MOST_BYTES: usize = 256 << 10;

/// Ten thousand characters, with a name to find it by at the very end.
fn long(name: &str) -> String {
    let filled: String = "أم🌷👩‍👧".chars().cycle().take(10_000 - name.chars().count()).collect();
    filled + name
}

macro_rules! fits {
    ($view:expr) => {{
        let bytes = serde_json::to_vec($view).unwrap().len();
        assert!(bytes <= MOST_BYTES, "a view of {bytes} bytes");
    }};
}

#[test]
fn views_of_the_longest_texts_fit_and_what_is_left_out_is_found() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(ana);
    let now = home.now;
    for at in 0..9 {
        let (title, why) = (long(&format!("title {at}.")), long(&format!("why {at}.")));
        let words = MilestoneWords { title: title.clone(), why: why.clone(), reached_on: None, counted: None };
        home.family.add_milestone(&words, now).unwrap();
        let id = home.family.milestones(format!("title {at}.").as_str(), now).unwrap().rows[0].id;
        home.family.share_milestone(id, true, now).unwrap();
        let goal = GoalWords { title: title.clone(), why: why.clone(), helps: why.clone(), ..GoalWords::default() };
        home.family.add_goal(&goal).unwrap();
        let step = StepWords { who: twinflower_core::domain::person::Owner::One(ana), words: why.clone() };
        let ritual = RitualWords {
            title,
            meaning: why,
            steps: vec![step],
            how: How::Daily { every: 1 },
            starts_on: now.today,
            ends_on: None,
            at: None,
        };
        home.family.add_ritual(&ritual, now).unwrap();
    }
    let goal = home.family.goals("").unwrap().rows[0].id;
    for at in 0..9 {
        let words = CheckInWords { on: now.today - Days::new(at), done: true, words: long("said") };
        home.family.check_in(goal, ana, &words, None, now).unwrap();
    }
    let milestones = home.family.milestones("", now).unwrap();
    let (goals, rituals) = (home.family.goals("").unwrap(), home.family.rituals(now).unwrap());
    let (shared, check_ins) = (home.family.shared().unwrap(), home.family.goal_check_ins(goal, now.today).unwrap());
    let more = [milestones.more, goals.more, rituals.more, shared.more, check_ins.more];
    assert_eq!(more, [true; 5]);
    assert_eq!(shared.all, 9);
    fits!(&milestones);
    fits!(&goals);
    fits!(&rituals);
    fits!(&shared);
    fits!(&check_ins);
    fits!(&home.family.today(now).unwrap());

    let is_shown = |name: &String| milestones.rows.iter().any(|row| row.title.ends_with(name));
    let hidden = (0..9).map(|at| format!("title {at}.")).rfind(|name| !is_shown(name)).unwrap();
    let found = home.family.milestones(hidden.to_uppercase().as_str(), now).unwrap();
    assert!(!found.more && found.rows.len() == 1 && found.rows[0].title.ends_with(&hidden));
    let reached = Looking { show: Show::Reached, ..Looking::default() };
    assert_eq!(home.family.milestones(reached, now).unwrap().rows, []);
    let only = Looking { only: Some(rituals.rows[0].id.into()), ..Looking::default() };
    assert_eq!(home.family.find_rituals(only, now).unwrap().rows[..], rituals.rows[..1]);

    for row in found.rows {
        let ready = home.family.mark_ready(row.id, Ready::Invite, None, now).unwrap();
        fits!(&ready);
        home.come_in(mira);
        home.family.open_celebration(ready.rows[0].id, now).unwrap();
        home.family.say_line(ready.rows[0].id, mira, &long("a line"), now).unwrap();
        home.family.keep(ready.rows[0].id, now).unwrap();
    }
    let kept = home.family.find_keepsakes("A LINE").unwrap();
    assert_eq!((kept.rows.len(), kept.all, kept.more), (1, 1, false));
    home.days_go_by(1);
    home.alone(ana);
    fits!(&home.family.today(home.now).unwrap());
}

#[test]
fn of_many_letters_two_hundred_are_shown_and_each_is_found() {
    let (mut home, ana) = Home::with_ana();
    for at in 0..203 {
        let words = LetterWords { to: ana, title: format!("رسالة {at}."), words: "🌷".to_owned() };
        home.family.keep_letter(None, &words, home.now).unwrap();
    }
    let view = home.family.letters(home.now).unwrap();
    fits!(&view);
    assert!(view.more && view.drafts.len() == 200 && view.all == 203);
    for at in [0, 150, 202] {
        let found = home.family.find_letters(format!("رسالة {at}.").as_str(), home.now).unwrap();
        assert_eq!((found.drafts.len(), found.more), (1, false));
    }
}
