//! What the project claims, tried at any length: the stories try each a little, `cargo xtask prove` as long as one likes.
//!
//! A proof answers with one line of figures. A bound that is not held is a panic that says which.

pub mod canary;
pub mod converge;
pub mod crash;
pub mod gone_bad;
pub mod hostile;
pub mod io;
pub mod locked;
pub mod old;
pub mod pages;
#[cfg(target_os = "linux")]
pub mod powercut;
pub mod tamper;
#[cfg(target_os = "linux")]
pub mod two_hosts;
pub mod words;

use std::path::{Path, PathBuf};

/// How much is tried, and with which chance.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    /// How many times.
    pub n: u64,
    /// Where chance begins: the same seed tries the same.
    pub seed: u64,
}

/// Tells how far a proof is.
pub type Progress<'a> = &'a mut dyn FnMut(&str);

/// One claim and how it is tried.
pub struct Proof {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What is claimed.
    pub claim: &'static str,
    /// How often it is tried, unless somebody asks otherwise.
    pub n: u64,
    /// Tries it.
    pub tries: fn(Ask, Progress) -> String,
}

/// Every claim that is tried.
pub const PROOFS: &[Proof] = &[
    Proof {
        name: "crash",
        claim: "killed at any moment, it opens again with everything that was acknowledged",
        n: 1000,
        tries: |ask, progress| crash::crash(ask, &beside_this_program("writer"), progress),
    },
    #[cfg(target_os = "linux")]
    Proof {
        name: "powercut",
        claim: "the power goes at any moment, and everything that was acknowledged is there",
        n: 300,
        tries: |ask, progress| powercut::powercut(ask, &beside_this_program("writer"), progress),
    },
    Proof {
        name: "converge",
        claim: "whatever two to five computers of a family live through apart, once they meet they hold the same, and nothing is lost",
        n: 20_000,
        tries: converge::converge,
    },
    Proof {
        name: "canary",
        claim: "what one person keeps for herself stands in no file, no log and, once locked, in no memory",
        n: 1000,
        tries: |ask, progress| {
            let on_the_disk = canary::on_the_disk(ask, progress);
            #[cfg(target_os = "linux")]
            let on_the_disk = format!("{on_the_disk}; in the real window, {}", canary::in_the_window(ask, progress));
            on_the_disk
        },
    },
    Proof {
        name: "hostile",
        claim: "a paired computer gone bad harms nothing, and one that is not paired learns only that the door is closed",
        n: 20_000,
        tries: |ask, progress| {
            let on_the_wire = hostile::hostile(ask, progress);
            format!("{on_the_wire}; in a meeting, {}", gone_bad::gone_bad(ask, progress))
        },
    },
    Proof {
        name: "io",
        claim: "the disk fails at any call of any use case, and what was acknowledged is kept, and nothing else",
        n: 0,
        tries: io::io,
    },
    Proof {
        name: "locked",
        claim: "of a locked computer that was copied, no guess costs less than the calibrated Argon2id",
        n: 9,
        tries: locked::locked,
    },
    Proof {
        name: "old",
        claim: "what every earlier version wrote opens and reads the same",
        n: 0,
        tries: |ask, progress| old::old(ask, &fixtures().join("golden"), progress),
    },
    Proof {
        name: "pages",
        claim: "whatever two people write, their pages are made, lie on the paper, and hold nothing of what is private",
        n: 500,
        tries: pages::pages,
    },
    Proof {
        name: "tamper",
        claim: "not one bit of a copy, a frame or a slot can be changed untold, and none opens in another's place",
        n: 0,
        tries: |ask, progress| tamper::tamper(ask, &fixtures().join("golden/v1"), progress),
    },
    Proof {
        name: "words",
        claim: "no sentence it can say blames, scores, counts a body, or names a number that is no help line’s",
        n: 0,
        tries: words::words,
    },
    #[cfg(target_os = "linux")]
    Proof {
        name: "two-hosts",
        claim: "two computers on one wire find each other, meet again after a cut, and nobody else is asked or told anything",
        n: 5,
        tries: |ask, progress| two_hosts::two_hosts(ask, &beside_this_program("end"), progress),
    },
];

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// Finds another program of this package.
fn beside_this_program(name: &str) -> PathBuf {
    let this = std::env::current_exe().expect("a program that runs has a path");
    this.with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}
