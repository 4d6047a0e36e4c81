//! A family that never stops writing, until it is killed: says what it will do, does it, and says that it was done.
//!
//! `writer COMPUTER SEED START FIRST`: COMPUTER is a folder with a family of two; FIRST is the number of the first act.
#![allow(clippy::print_stdout)] // its lines are the acknowledgements that the proof counts; nobody wrote them

use std::io::Write;
use twinflower_tests::life::{Life, Session};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [seed, start, first] = [2, 3, 4].map(|at| arguments[at].parse::<u64>().expect("the proof passes a number"));
    let mut life = Life::at(arguments[1].as_ref(), seed, start).expect("the door opens");
    life.come_in(Session::of_start(start)).expect("her passphrase opens it");
    say("in");
    for number in first.. {
        say(&format!("will {number}"));
        let answer = if life.act(number).is_ok() { "did" } else { "refused" };
        say(&format!("{answer} {number}"));
    }
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).expect("the proof listens until it kills");
}
