//! Every use case that writes, by its name: who does it, what was done before, and the act itself.

use chrono::Days;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use twinflower_core::domain::celebration::{Approach, Ready};
use twinflower_core::domain::device::PairSecret;
use twinflower_core::domain::goal::{Achievement, Course};
use twinflower_core::domain::ids::{MilestoneId, PersonId, PlanLineId, ReasonId, WayId};
use twinflower_core::domain::letter::Until;
use twinflower_core::domain::person::{Colour, Owner};
use twinflower_core::domain::plan::PlanPart;
use twinflower_core::domain::recurrence::{How, Rest};
use twinflower_core::domain::way::WayKind;
use twinflower_core::domain::{milestone, ritual};
use twinflower_core::use_cases::{
    CheckInWords, ContactWords, CountedWords, GoalWords, LetterWords, MilestoneWords, Now, Offer, PersonWords,
    ReasonWords, RitualWords, WayWords,
};
use twinflower_core::vault::{Hardness, Passphrase};
use twinflower_core::views::{CelebrationRow, GoalRow, KeepsakeRow, MilestoneRow, RitualRow};
use twinflower_core::{Error, Family, Result};

use crate::home::{ANAS_OTHER_PASSPHRASE, ANAS_PASSPHRASE, Home, MIRAS_PASSPHRASE, copy_folder};
use crate::life::{Life, Session};
use crate::meet::{AWAY, DESK, device, meet};

const PICTURE: &[u8] = include_bytes!("../../icons/32x32.png");

/// The family that an act begins with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Base {
    /// Nobody has come yet.
    Empty,
    /// Ana alone.
    Ana,
    /// Ana, and Mira before Ana said yes.
    Waiting,
    /// Both.
    Two,
}

/// A use case that writes.
#[derive(Clone, Copy)]
pub struct Mutation {
    /// The name of the use case; after a colon, what is particular about this one.
    pub name: &'static str,
    /// The family it begins with.
    pub base: Base,
    /// Who is in; nobody, where coming in is the act.
    pub here: Option<Session>,
    /// What was done before, each by whoever does it.
    pub needs: &'static [&'static str],
    /// What happens just before, in the same window.
    pub first: fn(&mut Life) -> Result<()>,
    /// The act.
    pub act: fn(&mut Life) -> Result<()>,
}

type Act = fn(&mut Life) -> Result<()>;

const fn by(here: Session, name: &'static str, needs: &'static [&'static str], act: Act) -> Mutation {
    Mutation { name, base: Base::Two, here: Some(here), needs, first: |_| Ok(()), act }
}

const fn ana(name: &'static str, needs: &'static [&'static str], act: Act) -> Mutation {
    by(Session::First, name, needs, act)
}

const fn mira(name: &'static str, needs: &'static [&'static str], act: Act) -> Mutation {
    by(Session::Second, name, needs, act)
}

const fn both(name: &'static str, needs: &'static [&'static str], act: Act) -> Mutation {
    by(Session::Both, name, needs, act)
}

const fn nobody(name: &'static str, base: Base, needs: &'static [&'static str], act: Act) -> Mutation {
    Mutation { name, base, here: None, needs, first: |_| Ok(()), act }
}

/// Every use case that writes.
pub const MUTATIONS: &[Mutation] = &[
    ana("add_milestone", &[], |l| l.family.add_milestone(&sea(l), l.now).map(drop)),
    ana("edit_milestone", &["add_milestone"], |l| {
        let words = MilestoneWords { title: "the car park".to_owned(), ..sea(l) };
        l.family.edit_milestone(milestone(l)?.id, &words, None, l.now).map(drop)
    }),
    ana("set_milestone_reached_on", &["add_milestone"], |l| {
        l.family.set_milestone_reached_on(milestone(l)?.id, Some(l.now.today), None, l.now).map(drop)
    }),
    ana("set_milestone_standing", &["add_milestone"], |l| {
        l.family.set_milestone_standing(milestone(l)?.id, milestone::Standing::Resting, None, l.now).map(drop)
    }),
    ana("delete_milestone", &["add_milestone"], |l| l.family.delete_milestone(milestone(l)?.id, None, l.now).map(drop)),
    ana("start_again", &["add_milestone"], |l| l.family.start_again(milestone(l)?.id, l.now.today, l.now).map(drop)),
    ana("move_start", &["add_milestone"], |l| {
        let row = milestone(l)?;
        let span = row.counted.as_ref().ok_or(Error::Gone)?.spans[0].id;
        l.family.move_start(row.id, span, l.now.today - Days::new(7), l.now).map(drop)
    }),
    ana("mistyped", &["add_milestone", "start_again"], |l| {
        let row = milestone(l)?;
        let span = row.counted.as_ref().and_then(|counted| counted.spans.last()).ok_or(Error::Gone)?.id;
        l.family.mistyped(row.id, span, l.now).map(drop)
    }),
    ana("share_milestone", &["add_milestone"], |l| l.family.share_milestone(milestone(l)?.id, true, l.now).map(drop)),
    both("add_milestone: of both", &[], |l| {
        l.family.add_milestone(&MilestoneWords { counted: None, ..sea(l) }, l.now).map(drop)
    }),
    ana("add_ritual", &[], |l| l.family.add_ritual(&tea(l), l.now).map(drop)),
    ana("edit_ritual", &["add_ritual"], |l| {
        let words = RitualWords { title: "a walk".to_owned(), ..tea(l) };
        l.family.edit_ritual(ritual(l)?.id, &words, None, l.now).map(drop)
    }),
    ana("set_ritual_standing", &["add_ritual"], |l| {
        l.family.set_ritual_standing(ritual(l)?.id, ritual::Standing::Resting, None, l.now).map(drop)
    }),
    ana("set_ritual_rests", &["add_ritual"], |l| {
        let rest = Rest { from: l.now.today, until: l.now.today + Days::new(3) };
        l.family.set_ritual_rests(ritual(l)?.id, &[rest], None, l.now).map(drop)
    }),
    ana("delete_ritual", &["add_ritual", "keep_occurrence"], |l| {
        l.family.delete_ritual(ritual(l)?.id, None, l.now).map(drop)
    }),
    ana("share_ritual", &["add_ritual"], |l| l.family.share_ritual(ritual(l)?.id, true, l.now).map(drop)),
    ana("take_back_ritual", &["add_ritual", "share_ritual"], |l| {
        l.family.take_back_ritual(ritual(l)?.id, None, l.now).map(drop)
    }),
    both("add_ritual: of both", &[], |l| l.family.add_ritual(&tea(l), l.now).map(drop)),
    ana("keep_occurrence", &["add_ritual"], |l| {
        l.family.keep_occurrence(ritual(l)?.id, l.now.today, Some("it rained"), Some(PICTURE), l.now).map(drop)
    }),
    both("keep_occurrence: of both", &["add_ritual: of both"], |l| {
        l.family.keep_occurrence(ritual(l)?.id, l.now.today, Some("it did not"), None, l.now).map(drop)
    }),
    ana("skip_occurrence", &["add_ritual"], |l| {
        l.family.skip_occurrence(ritual(l)?.id, l.now.today - Days::new(400), l.now).map(drop)
    }),
    ana("clear_occurrence", &["add_ritual", "keep_occurrence"], |l| {
        l.family.clear_occurrence(ritual(l)?.id, l.now.today, l.now).map(drop)
    }),
    ana("remove_photo", &["add_ritual", "keep_occurrence"], |l| {
        l.family.remove_photo(ritual(l)?.id, l.now.today, l.now).map(drop)
    }),
    ana("add_goal", &[], |l| l.family.add_goal(&swim()).map(drop)),
    ana("edit_goal", &["add_goal"], |l| {
        let words = GoalWords { title: "walk".to_owned(), ..swim() };
        l.family.edit_goal(goal(l)?.id, &words, None).map(drop)
    }),
    ana("propose_goal", &["add_goal"], |l| {
        let offer = Offer::Goal { with_why: true, with_helps: false };
        l.family.propose_goal(goal(l)?.id, &offer).map(drop)
    }),
    mira("agree_to_goal", &["add_goal", "propose_goal"], |l| {
        let row = goal(l)?;
        l.family.agree_to_goal(row.id, me(l)?, &row.wording, None).map(drop)
    }),
    mira("set_goal_not_now", &["add_goal", "propose_goal"], |l| l.family.set_goal_not_now(goal(l)?.id, true).map(drop)),
    ana("take_back_proposal", &["add_goal", "propose_goal"], |l| {
        let rows = l.family.goals("")?.rows;
        let row = rows.iter().find(|row| row.owner == Owner::Both).ok_or(Error::Gone)?;
        l.family.take_back_proposal(row.id, None).map(drop)
    }),
    ana("set_goal_course", &["add_goal"], |l| l.family.set_goal_course(goal(l)?.id, Course::Resting, None).map(drop)),
    ana("set_goal_achievement", &["add_goal"], |l| {
        l.family.set_goal_achievement(goal(l)?.id, Achievement::GoingOn, None).map(drop)
    }),
    ana("delete_goal", &["add_goal", "check_in"], |l| l.family.delete_goal(goal(l)?.id, None).map(drop)),
    mira("erase_my_part", &["add_goal", "propose_goal", "agree_to_goal"], |l| {
        l.family.erase_my_part(goal(l)?.id, me(l)?, None).map(drop)
    }),
    ana("check_in", &["add_goal"], |l| {
        let words = CheckInWords { on: l.now.today, done: true, words: "cold".to_owned() };
        l.family.check_in(goal(l)?.id, me(l)?, &words, None, l.now).map(drop)
    }),
    ana("edit_check_in", &["add_goal", "check_in"], |l| {
        let row = goal(l)?;
        l.family.edit_check_in(row.id, row.last[0].id, "warm", None).map(drop)
    }),
    ana("remove_check_in", &["add_goal", "check_in"], |l| {
        let row = goal(l)?;
        l.family.remove_check_in(row.id, row.last[0].id, None).map(drop)
    }),
    ana("keep_letter", &[], |l| {
        let words = LetterWords { to: other(l)?, title: "for spring".to_owned(), words: "dear Mira".to_owned() };
        l.family.keep_letter(None, &words, l.now).map(drop)
    }),
    ana("seal_letter", &["keep_letter"], |l| {
        let id = l.family.letters(l.now)?.drafts[0].id;
        l.family.seal_letter(id, Until::Now, l.now).map(drop)
    }),
    ana("seal_letter: until a day", &["keep_letter"], |l| {
        let id = l.family.letters(l.now)?.drafts[0].id;
        l.family.seal_letter(id, Until::Day(l.now.today + Days::new(9)), l.now).map(drop)
    }),
    ana("take_back_letter", &["keep_letter", "seal_letter: until a day"], |l| {
        let id = l.family.letters(l.now)?.handed_over[0].id;
        l.family.take_back_letter(id, l.now).map(drop)
    }),
    mira("open_letter", &["keep_letter", "seal_letter"], |l| {
        let id = l.family.letters(l.now)?.waiting[0].id;
        l.family.open_letter(id, l.now).map(drop)
    }),
    mira("put_letter_away", &["keep_letter", "seal_letter"], |l| {
        let id = l.family.letters(l.now)?.waiting[0].id;
        l.family.put_letter_away(id, true, l.now).map(drop)
    }),
    mira("delete_letter", &["keep_letter", "seal_letter", "open_letter"], |l| {
        let id = l.family.letters(l.now)?.opened[0].id;
        l.family.delete_letter(id, l.now).map(drop)
    }),
    ana("mark_ready", &["add_milestone"], |l| {
        l.family.mark_ready(milestone(l)?.id, Ready::Alone, None, l.now).map(drop)
    }),
    ana("mark_ready: an invitation", &["add_milestone"], |l| {
        l.family.mark_ready(milestone(l)?.id, Ready::Invite, None, l.now).map(drop)
    }),
    ana("answer_expected", &["add_milestone"], |l| l.family.answer_expected(milestone(l)?.id, Approach::KeepClose)),
    mira("answer_invitation", &["add_milestone", "mark_ready: an invitation"], |l| {
        l.family.answer_invitation(celebration(l)?.id, l.now).map(drop)
    }),
    mira("put_off_celebration", &["add_milestone", "mark_ready: an invitation"], |l| {
        l.family.put_off_celebration(celebration(l)?.id, l.now).map(drop)
    }),
    ana("choose_ritual", &["add_milestone", "mark_ready", "add_ritual"], |l| {
        l.family.choose_ritual(celebration(l)?.id, Some(ritual(l)?.id), l.now).map(drop)
    }),
    ana("add_celebration_photo", &["add_milestone", "mark_ready"], |l| {
        l.family.add_celebration_photo(celebration(l)?.id, PICTURE, l.now).map(drop)
    }),
    ana("withdraw", &["add_milestone", "mark_ready"], |l| l.family.withdraw(celebration(l)?.id, None, l.now).map(drop)),
    mira("keep_letter: to the first", &[], |l| {
        let words = LetterWords { to: other(l)?, title: String::new(), words: "dear Ana".to_owned() };
        l.family.keep_letter(None, &words, l.now).map(drop)
    }),
    mira(
        "seal_letter: until a celebration",
        &["add_milestone", "mark_ready: an invitation", "keep_letter: to the first"],
        |l| {
            let id = l.family.letters(l.now)?.drafts[0].id;
            l.family.seal_letter(id, Until::Celebration(celebration(l)?.id), l.now).map(drop)
        },
    ),
    both(
        "open_celebration",
        &[
            "add_milestone",
            "mark_ready: an invitation",
            "answer_invitation",
            "keep_letter: to the first",
            "seal_letter: until a celebration",
        ],
        |l| l.family.open_celebration(celebration(l)?.id, l.now).map(drop),
    ),
    both(
        "open_letters_for",
        &[
            "add_milestone",
            "mark_ready: an invitation",
            "answer_invitation",
            "keep_letter: to the first",
            "seal_letter: until a celebration",
        ],
        |l| l.family.open_letters_for(celebration(l)?.id, l.now).map(drop),
    ),
    ana("say_line", &["add_milestone", "mark_ready"], |l| {
        l.family.say_line(celebration(l)?.id, me(l)?, "we did", l.now).map(drop)
    }),
    ana("keep", &["add_milestone", "mark_ready", "add_celebration_photo", "say_line"], |l| {
        l.family.keep(celebration(l)?.id, l.now).map(drop)
    }),
    ana("see_small", &[], |l| l.family.see_small(me(l)?, other(l)?, "she rang him", l.now).map(drop)),
    ana("hand_on", &["add_milestone", "mark_ready", "keep"], |l| l.family.hand_on(keepsake(l)?.id, l.now).map(drop)),
    ana("answer_next_day", &["add_milestone", "mark_ready", "keep"], |l| {
        l.family.answer_next_day(keepsake(l)?.id, "the light").map(drop)
    }),
    ana("remove_lines", &["add_milestone", "mark_ready", "say_line", "keep"], |l| {
        l.family.remove_lines(keepsake(l)?.id, me(l)?, None).map(drop)
    }),
    ana("delete_keepsake", &["add_milestone", "mark_ready", "add_celebration_photo", "keep"], |l| {
        l.family.delete_keepsake(keepsake(l)?.id, None).map(drop)
    }),
    ana("take_back", &["add_milestone", "share_milestone"], |l| {
        let thing = l.family.shared()?.hers.first().ok_or(Error::Gone)?.thing;
        l.family.take_back(thing, None, l.now).map(drop)
    }),
    ana("set_not_now", &[], |l| l.family.set_not_now(true).map(drop)),
    ana("set_lives", &[], |l| l.family.set_lives(&[twinflower_core::domain::ideas::Lives::SubstanceUse]).map(drop)),
    ana("set_idle_minutes", &[], |l| l.family.set_idle_minutes(Some(5)).map(drop)),
    ana("set_next_day_question", &[], |l| l.family.set_next_day_question(false).map(drop)),
    ana("add_contact", &[], |l| l.family.add_contact(&ruth(true)).map(drop)),
    ana("edit_contact", &["add_contact"], |l| {
        let id = l.family.contacts()?[0].id;
        l.family.edit_contact(id, &ruth(false)).map(drop)
    }),
    ana("remove_contact", &["add_contact"], |l| {
        let id = l.family.contacts()?[0].id;
        l.family.remove_contact(id).map(drop)
    }),
    ana("add_reason", &[], |l| l.family.add_reason(&the_sea(true), Some(PICTURE)).map(drop)),
    ana("edit_reason", &["add_reason"], |l| {
        let id = reason(l)?;
        l.family.edit_reason(id, &the_sea(false), None).map(drop)
    }),
    ana("remove_reason_photo", &["add_reason"], |l| {
        let id = reason(l)?;
        l.family.remove_reason_photo(id).map(drop)
    }),
    ana("delete_reason", &["add_reason"], |l| {
        let id = reason(l)?;
        l.family.delete_reason(id).map(drop)
    }),
    ana("add_way", &[], |l| l.family.add_way(&step(true)).map(drop)),
    ana("edit_way", &["add_way"], |l| {
        let id = way(l)?;
        l.family.edit_way(id, &step(false)).map(drop)
    }),
    ana("set_way_helped", &["add_way"], |l| {
        let id = way(l)?;
        l.family.set_way_helped(id, true).map(drop)
    }),
    ana("delete_way", &["add_way"], |l| {
        let id = way(l)?;
        l.family.delete_way(id).map(drop)
    }),
    ana("set_card_kept", &[], |l| l.family.set_card_kept("hope", true).map(drop)),
    ana("lend_way", &["add_way"], |l| {
        let id = way(l)?;
        l.family.lend_way(id).map(drop)
    }),
    ana("take_back_way", &["add_way", "lend_way"], |l| {
        let id = way(l)?;
        l.family.take_back_way(id).map(drop)
    }),
    mira("keep_lent_way", &["add_way", "lend_way"], |l| {
        let id = l.family.next_hour()?.lent.first().ok_or(Error::Gone)?.id;
        l.family.keep_lent_way(id).map(drop)
    }),
    ana("add_plan_line", &[], |l| l.family.add_plan_line(PlanPart::Signs, "no answer to anybody").map(drop)),
    ana("edit_plan_line", &["add_plan_line"], |l| {
        let id = plan_line(l)?;
        l.family.edit_plan_line(id, "the curtains stay closed").map(drop)
    }),
    ana("delete_plan_line", &["add_plan_line"], |l| {
        let id = plan_line(l)?;
        l.family.delete_plan_line(id).map(drop)
    }),
    ana("keep_draft", &[], |l| l.family.keep_draft("milestone", "half a tho")),
    Mutation {
        first: |l| l.family.add_milestone(&sea(l), l.now).map(drop),
        ..ana("undo", &[], |l| l.family.undo(None).map(drop))
    },
    ana("tidy", &["add_milestone", "add_ritual", "keep_occurrence", "delete_milestone"], |l| l.family.tidy()),
    ana("back_up", &["add_ritual", "keep_occurrence"], |l| l.family.back_up(l.now).map(drop)),
    ana("back_up_if_changed", &["back_up", "add_milestone"], |l| l.family.back_up_if_changed(l.now).map(drop)),
    ana("back_up_if_overdue", &["add_milestone"], |l| l.family.back_up_if_overdue(l.now).map(drop)),
    ana("copy_to", &["add_ritual", "keep_occurrence"], |l| l.family.copy_to(&stick(l), l.now).map(drop)),
    ana("leave", &["add_ritual", "keep_occurrence"], |l| {
        let words = Passphrase::typed(ANAS_PASSPHRASE);
        l.family.leave(&stick(l), &words, &BTreeMap::new(), l.now).map(drop)
    }),
    ana("copy_for_joining", &["add_ritual"], |l| l.family.copy_for_joining(&stick(l).join("joining"), l.now)),
    ana("restore_bundle", &["add_milestone", "copy_to", "delete_milestone", "LAST WEEK IS PUT BACK"], |l| {
        let file = copy_on_stick(l)?;
        l.family.restore_bundle(&file, &Passphrase::typed(ANAS_PASSPHRASE)).map(drop)
    }),
    nobody("restore_bundle: all was lost", Base::Two, &["add_milestone", "copy_to", "ALL IS LOST"], |l| {
        let file = copy_on_stick(l)?;
        l.family.restore_bundle(&file, &Passphrase::typed(ANAS_PASSPHRASE)).map(drop)
    }),
    nobody("repair", Base::Two, &["add_ritual", "keep_occurrence", "back_up", "THE STORE IS DAMAGED"], |l| {
        let first = l.family.door().people[0].id;
        l.family.repair(first, &Passphrase::typed(ANAS_PASSPHRASE), None, l.now).map(drop)
    }),
    ana("go_on_from_here", &["back_up", "A WEEK GOES BY", "add_milestone", "LAST WEEK IS PUT BACK"], |l| {
        l.family.go_on_from_here().map(drop)
    }),
    ana("change_passphrase", &["add_milestone", "back_up"], |l| l.change_passphrase(me(l)?)),
    Mutation {
        first: |l| {
            let words = l.family.begin_spare_words(me(l)?, &Passphrase::typed(ANAS_PASSPHRASE))?;
            l.shown = words.join(" ");
            Ok(())
        },
        ..ana("try_fresh_spare_words", &["back_up"], |l| l.family.try_fresh_spare_words(&l.shown.clone()))
    },
    Mutation {
        first: |l| {
            let words = l.family.begin_spare_words(me(l)?, &Passphrase::typed(ANAS_PASSPHRASE))?;
            l.shown = words.join(" ");
            l.family.try_fresh_spare_words(&l.shown)?;
            l.family.lock_all();
            Ok(())
        },
        ..ana("open_with_spare_words", &["back_up"], |l| {
            let first = l.family.door().people[0].id;
            let fresh = Passphrase::typed(ANAS_OTHER_PASSPHRASE);
            l.family.open_with_spare_words(first, &l.shown.clone(), &fresh).map(drop)
        })
    },
    Mutation {
        first: |l| l.newcomer("Ana", Colour::Rose, ANAS_PASSPHRASE),
        ..nobody("try_spare_words", Base::Empty, &[], |l| l.family.try_spare_words(&l.shown.clone()).map(drop))
    },
    Mutation {
        first: |l| l.newcomer("Mira", Colour::Honey, MIRAS_PASSPHRASE),
        ..nobody("try_spare_words: the second", Base::Ana, &[], |l| {
            l.family.try_spare_words(&l.shown.clone()).map(drop)
        })
    },
    Mutation {
        first: |l| {
            let first = l.family.door().people[0].id;
            let [fresh, mira] = [ANAS_OTHER_PASSPHRASE, MIRAS_PASSPHRASE].map(Passphrase::typed);
            l.shown = l.family.begin_again(first, &fresh, Some(&mira))?.join(" ");
            Ok(())
        },
        ..nobody("try_spare_words: again", Base::Two, &["add_milestone", "share_milestone"], |l| {
            l.family.try_spare_words(&l.shown.clone()).map(drop)
        })
    },
    Mutation {
        base: Base::Waiting,
        ..ana("say_yes", &[], |l| {
            let second = l.family.door().people[1].id;
            l.family.say_yes(second, &Passphrase::typed(ANAS_PASSPHRASE)).map(drop)
        })
    },
    nobody("come_in", Base::Two, &["add_milestone", "share_milestone", "add_contact", "add_way"], |l| {
        l.come_in(Session::Both)
    }),
    ana("device_secret", &[], |l| l.family.device_secret().map(drop)),
    ana("pair", &[], |l| l.family.pair(device(DESK), device(AWAY), &secret(), "her own").map(drop)),
    ana("join_as", &[], |l| l.family.join_as(&[7; 32])),
    ana("set_sync", &["pair"], |l| l.family.set_sync(false).map(drop)),
    ana("name_device", &["pair"], |l| l.family.name_device(device(AWAY), "the blue one").map(drop)),
    ana("listen_again", &["pair"], |l| l.family.listen_again(device(AWAY)).map(drop)),
    ana("let_mine_go_to", &["pair"], |l| {
        l.family.let_mine_go_to(device(AWAY), &Passphrase::typed(ANAS_PASSPHRASE)).map(drop)
    }),
    ana("keep_mine_from", &["pair", "let_mine_go_to"], |l| l.family.keep_mine_from(device(AWAY)).map(drop)),
    ana("keep_device_notes", &["pair"], |l| l.family.keep_device_notes(device(AWAY), b"10.0.0.2")),
    ana("forget_device", &["pair", "let_mine_go_to"], |l| l.family.forget_device(device(AWAY)).map(drop)),
    ana("hear", &["pair"], hears_of_the_sea),
    Mutation {
        first: |l| meets_again(l, |there, id, now| there.edit_milestone(id, &titled("the lake"), None, now).map(drop)),
        ..ana("settle_wording", &["add_milestone", "pair", "let_mine_go_to"], |l| {
            let id = l.family.apart()?.wordings.first().ok_or(Error::Gone)?.id.clone();
            l.family.settle_wording(&id, true).map(drop)
        })
    },
    Mutation {
        first: |l| meets_again(l, |there, id, now| there.delete_milestone(id, None, now).map(drop)),
        ..ana("keep_words", &["add_milestone", "pair", "let_mine_go_to"], |l| {
            let id = l.family.apart()?.words.first().ok_or(Error::Gone)?.id.clone();
            l.family.keep_words(&id, l.now).map(drop)
        })
    },
    Mutation {
        first: |l| meets_again(l, |there, id, now| there.delete_milestone(id, None, now).map(drop)),
        ..ana("let_go_of_words", &["add_milestone", "pair", "let_mine_go_to"], |l| {
            let id = l.family.apart()?.words.first().ok_or(Error::Gone)?.id.clone();
            l.family.let_go_of_words(&id).map(drop)
        })
    },
    ana("set_language", &[], |l| l.family.set_language("en").map(drop)),
    ana("set_region", &[], |l| l.family.set_region("CH").map(drop)),
    ana("set_theme", &[], |l| l.family.set_theme("night").map(drop)),
];

/// The use cases that take what they change in memory only, so that no disk can fail under them.
pub const IN_MEMORY: &[&str] =
    &["lock", "lock_all", "offer_passphrase", "begin", "begin_spare_words", "begin_again", "sign_page", "meet", "say"];

/// What happens to a computer's folder between two sessions.
pub type Turn = fn(&Path);

/// What may happen between two acts.
pub const TURNS: &[(&str, Turn)] = &[
    ("ALL IS LOST", |computer| {
        for folder in ["family", "settings"] {
            std::fs::remove_dir_all(computer.join(folder)).expect("it was made here");
        }
    }),
    ("A WEEK GOES BY", |computer| copy_folder(&computer.join("family/store"), &computer.join("last-week"))),
    ("LAST WEEK IS PUT BACK", |computer| {
        let last_week = computer.join("last-week");
        if last_week.exists() {
            std::fs::remove_dir_all(computer.join("family/store")).expect("it was made here");
            std::fs::rename(last_week, computer.join("family/store")).expect("both are on one disk");
        }
    }),
    ("THE STORE IS DAMAGED", |computer| {
        let store = computer.join("family/store");
        let current = std::fs::read_to_string(store.join("current")).expect("it names the current folder");
        let log = store.join(current.trim()).join("db");
        let mut bytes = std::fs::read(&log).expect("sled keeps its log there");
        bytes[..64].fill(0xff);
        std::fs::write(log, bytes).expect("it can be written");
    }),
];

/// Makes a computer on which everything stands that an act needs; nobody is in.
pub fn prepare(mutation: &Mutation, seed: u64) -> tempfile::TempDir {
    live_through(mutation.base, mutation.needs, seed)
}

/// Makes a computer on which a family did these acts; nobody is in.
pub fn live_through(base: Base, acts: &[&str], seed: u64) -> tempfile::TempDir {
    let mut home = match base {
        Base::Empty => Home::empty(),
        Base::Ana => Home::with_ana().0,
        Base::Waiting => {
            let (mut home, _) = Home::with_ana();
            home.make_way_in("Mira", Colour::Honey, MIRAS_PASSPHRASE);
            home
        }
        Base::Two => Home::with_both().0,
    };
    home.family.lock_all();
    let computer = tempfile::tempdir().expect("the tests have a temporary folder");
    Life::move_in(&home, computer.path());
    std::fs::create_dir(computer.path().join("stick")).expect("the tests have a temporary folder");
    for (number, need) in (0..).zip(acts) {
        if let Some((_, turn)) = TURNS.iter().find(|(name, _)| name == need) {
            turn(computer.path());
            continue;
        }
        let needed = MUTATIONS.iter().find(|mutation| mutation.name == *need).expect("a need is an act");
        let mut life = Life::at(computer.path(), seed, number).expect("the door opens");
        life.come_in(needed.here.expect("somebody does it")).expect("she comes in");
        life.begin(number);
        (needed.act)(&mut life).unwrap_or_else(|error| panic!("{}: {error}", needed.name));
        life.family.lock_all();
    }
    computer
}

impl Life {
    fn newcomer(&mut self, name: &str, colour: Colour, passphrase: &str) -> Result<()> {
        let person = PersonWords { name: name.to_owned(), colour };
        self.shown = self.family.begin(&person, &Passphrase::typed(passphrase))?.join(" ");
        Ok(())
    }
}

fn stick(life: &Life) -> PathBuf {
    life.computer.join("stick")
}

fn copy_on_stick(life: &Life) -> Result<PathBuf> {
    let file = std::fs::read_dir(stick(life))?.next().ok_or(Error::NoSuchFile)??;
    Ok(file.path())
}

fn sea(life: &Life) -> MilestoneWords {
    let counted = Some(CountedWords { number: 90, since: life.now.today - Days::new(40) });
    MilestoneWords { title: "the sea 🌷".to_owned(), why: "because".to_owned(), reached_on: None, counted }
}

fn tea(life: &Life) -> RitualWords {
    RitualWords {
        title: "tea on the step".to_owned(),
        meaning: "the day ends".to_owned(),
        steps: vec![],
        how: How::Daily { every: 1 },
        starts_on: life.now.today - Days::new(500),
        ends_on: None,
        at: None,
    }
}

fn swim() -> GoalWords {
    GoalWords { title: "swim".to_owned(), why: "it is quiet".to_owned(), ..GoalWords::default() }
}

/// What the other computer has to say: a copy of this one, on which Ana shared a milestone since.
fn hears_of_the_sea(life: &mut Life) -> Result<()> {
    let other = tempfile::tempdir().expect("the tests have a temporary folder");
    copy_folder(&life.computer.join("family"), other.path());
    let rng = Box::new(ChaCha20Rng::seed_from_u64(7));
    let mut there = Family::at(other.path(), rng, || Hardness::FLOOR)?;
    there.come_in(me(life)?, &Passphrase::typed(ANAS_PASSPHRASE))?;
    there.pair(device(AWAY), device(DESK), &secret(), "the desk")?;
    let words = MilestoneWords { counted: None, ..sea(life) };
    let rows = there.add_milestone(&words, life.now)?.rows;
    there.share_milestone(rows.first().ok_or(Error::Gone)?.id, true, life.now)?;
    meet((&mut there, device(AWAY)), (&mut life.family, device(DESK))).map(drop)
}

/// Ana writes another title here while something else happens to the same milestone there; then the two meet.
fn meets_again(life: &mut Life, there: fn(&mut Family, MilestoneId, Now) -> Result<()>) -> Result<()> {
    let other = tempfile::tempdir().expect("the tests have a temporary folder");
    copy_folder(&life.computer.join("family"), other.path());
    let mut away = Family::at(other.path(), Box::new(ChaCha20Rng::seed_from_u64(7)), || Hardness::FLOOR)?;
    away.come_in(me(life)?, &Passphrase::typed(ANAS_PASSPHRASE))?;
    away.pair(device(AWAY), device(DESK), &secret(), "the desk")?;
    away.let_mine_go_to(device(DESK), &Passphrase::typed(ANAS_PASSPHRASE))?;
    let id = milestone(life)?.id;
    life.family.edit_milestone(id, &titled("the hill"), None, life.now)?;
    there(&mut away, id, life.now)?;
    meet((&mut away, device(AWAY)), (&mut life.family, device(DESK))).map(drop)
}

fn titled(title: &str) -> MilestoneWords {
    MilestoneWords { title: title.to_owned(), why: String::new(), reached_on: None, counted: None }
}

fn secret() -> PairSecret {
    PairSecret::from_bytes([9; 32])
}

fn ruth(readable_while_locked: bool) -> ContactWords {
    ContactWords {
        name: "Ruth".to_owned(),
        number: "020 0000".to_owned(),
        good_for: "a walk".to_owned(),
        to_send: vec!["Could you ring me?".to_owned()],
        readable_while_locked,
    }
}

fn the_sea(readable_while_locked: bool) -> ReasonWords {
    ReasonWords { words: "the sea in May".to_owned(), readable_while_locked }
}

fn reason(life: &Life) -> Result<ReasonId> {
    Ok(life.family.next_hour()?.reasons.first().ok_or(Error::Gone)?.id)
}

fn plan_line(life: &Life) -> Result<PlanLineId> {
    Ok(life.family.next_hour()?.plan.first().ok_or(Error::Gone)?.id)
}

fn step(readable_while_locked: bool) -> WayWords {
    let words = "the back step, with the dog".to_owned();
    WayWords { kind: WayKind::BeWithSomeone, words, with_care: false, readable_while_locked }
}

fn way(life: &Life) -> Result<WayId> {
    Ok(life.family.next_hour()?.ways.first().ok_or(Error::Gone)?.id)
}

fn me(life: &Life) -> Result<PersonId> {
    life.here().first().copied().ok_or(Error::Closed)
}

fn other(life: &Life) -> Result<PersonId> {
    let me = me(life)?;
    life.family.door().people.iter().map(|person| person.id).find(|id| *id != me).ok_or(Error::Gone)
}

fn milestone(life: &Life) -> Result<MilestoneRow> {
    life.family.milestones("", life.now)?.rows.into_iter().next().ok_or(Error::Gone)
}

fn ritual(life: &Life) -> Result<RitualRow> {
    life.family.rituals(life.now)?.rows.into_iter().next().ok_or(Error::Gone)
}

fn goal(life: &Life) -> Result<GoalRow> {
    life.family.goals("")?.rows.into_iter().next().ok_or(Error::Gone)
}

fn celebration(life: &Life) -> Result<CelebrationRow> {
    life.family.celebrations(life.now)?.rows.into_iter().next().ok_or(Error::Gone)
}

fn keepsake(life: &Life) -> Result<KeepsakeRow> {
    life.family.shelf()?.rows.into_iter().next().ok_or(Error::Gone)
}
