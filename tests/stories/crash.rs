//! Killed at any moment, it opens again with everything that was acknowledged; what is refused leaves no trace.

use twinflower_tests::home::Home;
use twinflower_tests::life::{Life, Session};
#[cfg(target_os = "linux")]
use twinflower_tests::prove::powercut;
use twinflower_tests::prove::{Ask, crash};

#[test]
fn a_hundred_kills_lose_nothing_that_was_acknowledged() {
    crash::crash(Ask { n: 100, seed: 22 }, env!("CARGO_BIN_EXE_writer").as_ref(), &mut |_| ());
}

/// Where no loop device can be mounted, there is nothing to cut, and the proof says that it was not run.
#[cfg(target_os = "linux")]
#[test]
fn ten_power_cuts_lose_nothing_that_was_acknowledged() {
    powercut::powercut(Ask { n: 10, seed: 22 }, env!("CARGO_BIN_EXE_writer").as_ref(), &mut |_| ());
}

#[test]
fn an_act_that_is_refused_leaves_no_trace() {
    let (mut home, _, _) = Home::with_both();
    home.family.lock_all();
    let computer = tempfile::tempdir().unwrap();
    Life::move_in(&home, computer.path());
    let (mut refused, mut done) = (0, 0);
    for start in 0..4 {
        let mut life = Life::at(computer.path(), 7, start).unwrap();
        life.come_in(Session::of_start(start)).unwrap();
        for number in start * 60..(start + 1) * 60 {
            let before = life.sees().unwrap();
            match life.act(number) {
                Ok(()) => done += 1,
                Err(error) => {
                    refused += 1;
                    assert!(
                        before == life.sees().unwrap(),
                        "act {number} was refused with {error:?}, and left a trace"
                    );
                }
            }
        }
        life.family.lock_all();
    }
    assert!(refused > 20 && done > 100, "{refused} refused, {done} done");
}
