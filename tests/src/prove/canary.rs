//! What one person keeps for herself stands nowhere: on no disk, in no log, and after the last lock in no memory.

use std::collections::BTreeMap;
use std::path::Path;
use tempfile::TempDir;
use twinflower_core::domain::celebration::Ready;
use twinflower_core::domain::goal::Target;
use twinflower_core::domain::ids::PersonId;
use twinflower_core::domain::letter::Until;
use twinflower_core::domain::person::Owner;
use twinflower_core::domain::plan::PlanPart;
use twinflower_core::domain::recurrence::How;
use twinflower_core::domain::way::WayKind;
use twinflower_core::use_cases::{
    CheckInWords, ContactWords, CountedWords, GoalWords, LetterWords, MilestoneWords, ReasonWords, RitualWords,
    StepWords, WayWords,
};
use twinflower_core::vault::Passphrase;

use super::{Ask, Progress};
use crate::home::{Home, MIRAS_PASSPHRASE};
use crate::hunt::{Hunt, canary};

const PICTURE: &[u8] = include_bytes!("../../../icons/32x32.png");

/// The files that may hold what she ticked as readable while locked, and nothing else.
const DOOR_CARD: [&str; 2] = ["door.json", "door.twin.json"];

/// How many contacts, ways and reasons one person is given: she can have no more than a few.
const CONTACTS: usize = 5;

/// Plants at least `n` texts in Ana's own space with every feature, and hunts them where only sealed bytes belong.
pub fn on_the_disk(ask: Ask, progress: Progress) -> String {
    let (mut home, ana, mira) = Home::with_both();
    let (hunt, elsewhere) = (Hunt::default(), TempDir::new().expect("the tests have a temporary folder"));
    home.alone(ana);
    let planted = plant(&mut home, ana, ask.n as usize);
    progress(&format!("{planted} texts are planted"));
    nowhere(&hunt, &home, "she is in");
    home.family.back_up(home.now).expect("there is room for a copy");
    home.family.copy_to(elsewhere.path(), home.now).expect("there is room for a copy");
    home.family.tidy().expect("there is room to tidy");
    nowhere(&hunt, &home, "a copy was made and it was tidied");
    assert_eq!(hunt.files(elsewhere.path()), [], "the copy she took along holds one");
    home.restart();
    nowhere(&hunt, &home, "it is locked");

    progress("the other comes in");
    home.come_in(mira);
    let taken = TempDir::new().expect("the tests have a temporary folder");
    let hers = Passphrase::typed(MIRAS_PASSPHRASE);
    home.family.leave(taken.path(), &hers, &BTreeMap::new(), home.now).expect("there is room for what she takes along");
    assert_eq!(hunt.files(taken.path()), [], "what the other takes along holds one");
    let mut away = Home::elsewhere();
    let copy =
        std::fs::read_dir(elsewhere.path()).expect("it was written").next().expect("a copy").expect("a copy").path();
    let hers = away.family.restore_bundle(&copy, &Passphrase::typed(MIRAS_PASSPHRASE));
    assert!(hers.is_err(), "a copy of one person's was opened by the other");
    nowhere(&hunt, &away, "the other tried her copy");

    home.alone(ana);
    let ticked = contact(canary(planted), true);
    home.family.add_contact(&ticked).expect("there is room for one more");
    home.family.add_way(&way(canary(planted + 1), true)).expect("there is room for one more");
    home.family.add_reason(&reason(canary(planted + 2), true), Some(PICTURE)).expect("there is room for one more");
    home.restart();
    let found = hunt.files(home.folder());
    let files: Vec<_> = found.iter().filter_map(|(path, _)| path.file_name()?.to_str()).collect();
    assert!(files.iter().all(|file| DOOR_CARD.contains(file)), "what she ticked stands in {files:?}");
    assert_eq!(files.len(), DOOR_CARD.len(), "the hunt must find what is in the open");
    format!(
        "{planted} texts: 0 on the disk, in copies, in what the other takes along; 3 ticked, on the door card alone"
    )
}

/// Plants texts with everything that takes words, until there are at least so many. Answers how many.
fn plant(home: &mut Home, ana: PersonId, at_least: usize) -> usize {
    let (mut planted, mut round) = (0, 0);
    let now = home.now;
    while planted < at_least {
        let mut next = || {
            planted += 1;
            canary(planted - 1)
        };
        let family = &mut home.family;
        let counted = (round == 0).then_some(CountedWords { number: 90, since: now.today });
        let words = MilestoneWords { title: next(), why: next(), reached_on: None, counted };
        family.add_milestone(&words, now).expect("she may write one down");
        let id = family.milestones(words.title.as_str(), now).expect("she is in").rows[0].id;
        let edited = MilestoneWords { why: next(), ..words };
        family.edit_milestone(id, &edited, None, now).expect("it is hers");
        let ready = family.mark_ready(id, Ready::Alone, None, now).expect("it is hers");
        let ready = ready.rows.iter().find(|row| row.title == edited.title).expect("it is ready").id;
        let letter = LetterWords { to: ana, title: next(), words: next() };
        let letter = family.keep_letter(None, &letter, now).expect("she may write to herself").id;
        family.seal_letter(letter, Until::Day(now.today + chrono::Days::new(9)), now).expect("it is hers");
        family.open_celebration(ready, now).expect("it is hers");
        family.say_line(ready, ana, &next(), now).expect("it is hers");
        family.keep(ready, now).expect("it is hers");

        let steps = vec![StepWords { who: Owner::One(ana), words: next() }];
        let (title, meaning) = (next(), next());
        let how = How::Daily { every: 1 };
        let words = RitualWords { title, meaning, steps, how, starts_on: now.today, ends_on: None, at: None };
        family.add_ritual(&words, now).expect("she may set one down");
        let ritual = family.find_rituals(words.title.as_str(), now).expect("she is in").rows[0].id;
        let picture = [PICTURE, next().as_bytes()].concat();
        family.keep_occurrence(ritual, now.today, Some(&next()), Some(&picture), now).expect("it is hers");

        let (title, why, helps) = (next(), next(), next());
        let words = GoalWords { title, why, helps, target: Target::None, touches_use: true };
        family.add_goal(&words).expect("she may set one down");
        let goal = family.goals(words.title.as_str()).expect("she is in").rows[0].id;
        let words = CheckInWords { on: now.today, done: true, words: next() };
        family.check_in(goal, ana, &words, None, now).expect("it is hers");
        if round < CONTACTS {
            let words = ContactWords { to_send: vec![next()], ..contact(next(), false) };
            family.add_contact(&words).expect("there is room for one more");
        }
        if round < CONTACTS {
            family.add_plan_line(PlanPart::Safer, &next()).expect("there is room for one more");
            family.add_way(&way(next(), false)).expect("there is room for one more");
            let picture = [PICTURE, next().as_bytes()].concat();
            family.add_reason(&reason(next(), false), Some(&picture)).expect("there is room for one more");
        }
        family.keep_draft("letter", &next()).expect("she is in");
        round += 1;
    }
    planted
}

fn contact(name: String, readable_while_locked: bool) -> ContactWords {
    ContactWords {
        name,
        number: "020 0000".to_owned(),
        good_for: String::new(),
        to_send: vec![],
        readable_while_locked,
    }
}

fn way(words: String, readable_while_locked: bool) -> WayWords {
    WayWords { kind: WayKind::CalmTheBody, words, with_care: false, readable_while_locked }
}

fn reason(words: String, readable_while_locked: bool) -> ReasonWords {
    ReasonWords { words, readable_while_locked }
}

fn nowhere(hunt: &Hunt, home: &Home, moment: &str) {
    for folder in [home.folder(), home.settings()] {
        assert_eq!(hunt.files(folder), [], "while {moment}");
    }
}

#[cfg(target_os = "linux")]
pub use in_the_window::in_the_window;

#[cfg(target_os = "linux")]
mod in_the_window {
    use super::*;
    use crate::home::ANAS_PASSPHRASE;
    use crate::window::{Ending, Window};

    /// Every room of hers.
    const ROOMS: [&str; 8] =
        ["Today", "Milestones", "Rituals", "Goals", "Letters", "The shelf", "What I share", "Settings"];

    /// The same, in the real window: she goes through every room, begins to write, hides; then locks; then one of two locks.
    pub fn in_the_window(ask: Ask, progress: Progress) -> String {
        let (mut home, ana, _) = Home::with_both();
        let hunt = Hunt::default();
        home.alone(ana);
        let planted = plant(&mut home, ana, ask.n as usize);
        home.family.lock_all();
        let temporary = TempDir::new().expect("the tests have a temporary folder");
        let goes_everywhere = || goes_everywhere(&home, temporary.path(), planted);
        let window = goes_everywhere();
        let open = window.planted_in_memory(&hunt);
        assert!(open.values().sum::<usize>() > 0, "the hunt must find what is on the screen");
        progress(&format!("while she reads: {open:?}"));
        is_gone_after(window, "Hide now", Ending::ForGood, &hunt, &home, temporary.path());
        progress("hidden: no process, nothing on the disk");
        let window = goes_everywhere();
        window.press("Not now");
        is_gone_after(window, "Lock", Ending::StartedAnew, &hunt, &home, temporary.path());
        progress("locked: nothing on the disk, nothing in the memory of the process at the door");

        let window = goes_everywhere();
        window.press("Not now");
        let open: usize = window.planted_in_memory(&hunt).values().sum();
        window.press("Who is here: come in, or lock a side");
        window.press("Somebody else comes in");
        comes_in(&window, "Mira מירה", MIRAS_PASSPHRASE);
        window.says("together");
        window.press("Who is here: come in, or lock a side");
        window.press("Lock Ana 🌷’s side");
        window.stops_saying("together");
        std::thread::sleep(std::time::Duration::from_secs(3)); // a web engine clears up a moment later
        let left = window.planted_in_memory(&hunt);
        nothing_written(&hunt, [home.folder(), window.home(), temporary.path()]);
        let remains: usize = left.values().sum();
        format!(
            "{planted} texts: after Hide and after the last lock no process, 0 in files, 0 in the memory at the door; \
             after one of two locked {remains} of {open} places in memory remain: {left:?}"
        )
    }

    fn goes_everywhere(home: &Home, temporary: &Path, planted: usize) -> Window {
        let window = Window::open_with(home.folder(), &[], &[("TMPDIR", &temporary.to_string_lossy())]);
        comes_in(&window, "Ana 🌷", ANAS_PASSPHRASE);
        for room in ROOMS {
            window.press(room);
            window.comes_to_rest();
        }
        window.press("Milestones");
        window.press("Write one down");
        window.type_into("What is it?", &canary(planted));
        window
    }

    fn comes_in(window: &Window, name: &str, passphrase: &str) {
        window.type_into(&format!("{name}’s passphrase"), passphrase);
        window.press_beside(name, "Come in");
        window.stops_saying("Who’s here?");
    }

    fn is_gone_after(window: Window, pressed: &str, ending: Ending, hunt: &Hunt, home: &Home, temporary: &Path) {
        let before = window.processes();
        window.press(pressed);
        assert_eq!(window.ends_by_itself(), ending);
        assert_eq!(window.left_of(&before), Vec::<String>::new(), "after “{pressed}” these still run");
        if ending == Ending::StartedAnew {
            let found = window.planted_in_memory(hunt);
            assert!(found.values().all(|count| *count == 0) && !found.is_empty(), "at the door: {found:?}");
        }
        nothing_written(hunt, [home.folder(), window.home(), temporary]);
    }

    fn nothing_written(hunt: &Hunt, folders: [&Path; 3]) {
        for folder in folders {
            assert_eq!(hunt.files(folder), [], "below {}", folder.display());
        }
    }
}
