//! A family that never stops writing, until it is killed: says what it will do, does it, and says that it was done.
//!
//! `writer FOLDER SEED FIRST SETTINGS`: FOLDER holds Ana's family; FIRST is the first number not used yet.
#![allow(clippy::print_stdout)] // its lines are the acknowledgements that the story counts; nobody wrote them

use chrono::NaiveDate;
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use std::collections::BTreeMap;
use std::io::Write;
use twinflower_core::use_cases::{MilestoneWords, Now};
use twinflower_core::vault::{Hardness, Passphrase};
use twinflower_core::{Error, Family};
use twinflower_tests::home::{ANAS_OTHER_PASSPHRASE, ANAS_PASSPHRASE};

/// Far fewer than a view shows at once, so that each view holds all of them.
const MOST: usize = 60;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let seed: u64 = arguments[2].parse().expect("the story passes a number");
    let mut next: u32 = arguments[3].parse().expect("the story passes a number");
    let now = Now { today: NaiveDate::from_ymd_opt(2026, 11, 22).expect("it is in the calendar") };
    let mut chance = ChaCha20Rng::seed_from_u64(seed);
    let rng = Box::new(ChaCha20Rng::seed_from_u64(seed ^ u64::from(next) << 32));
    let family = Family::at(arguments[1].as_ref(), rng, || Hardness::FLOOR).expect("the door opens");
    let mut family = family.marked_in(arguments[4].as_ref());
    let ana = family.door().people[0].id;
    let mut words = [ANAS_PASSPHRASE, ANAS_OTHER_PASSPHRASE].map(Passphrase::typed);
    if family.come_in(ana, &words[0]) == Err(Error::WrongWords) {
        words.swap(0, 1);
        family.come_in(ana, &words[0]).expect("one of the two is her passphrase");
    }
    say("in");
    let rows = family.milestones("", now).expect("it is open").rows;
    let mut kept: BTreeMap<u32, _> =
        rows.into_iter().map(|row| (row.title.parse().expect("only numbers are written"), row.id)).collect();
    loop {
        match chance.next_u32() % 16 {
            0 => {
                say("will tidy");
                family.tidy().expect("it can be tidied");
                say("tidied");
            }
            1 => {
                say("will change");
                family.change_passphrase(ana, &words[0], &words[1]).expect("it is her passphrase");
                words.swap(0, 1);
                say("changed");
            }
            what if (kept.len() > 8 && (2..=5).contains(&what)) || kept.len() >= MOST => {
                let (number, id) = kept.pop_first().expect("there are more than eight");
                say(&format!("will delete {number}"));
                family.delete_milestone(id, None, now).expect("it is there");
                say(&format!("deleted {number}"));
            }
            _ => {
                say(&format!("will keep {next}"));
                let title = next.to_string();
                let words =
                    MilestoneWords { title: title.clone(), why: String::new(), reached_on: None, counted: None };
                let rows = family.add_milestone(&words, now).expect("it is taken").rows;
                say(&format!("kept {next}"));
                let row = rows.into_iter().find(|row| row.title == title).expect("the fresh view holds it");
                kept.insert(next, row.id);
                next += 1;
            }
        }
    }
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).expect("the story listens until it kills");
}
