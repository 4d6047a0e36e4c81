//! Tries one claim of the project at length: `prove NAME [--n N] [--seed S]`. Its last line is the figures.
#![allow(clippy::print_stdout, clippy::print_stderr)] // it talks to who runs it; nobody wrote what it prints

use std::process::ExitCode;
use twinflower_tests::prove::{Ask, PROOFS};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let proof = words.first().and_then(|name| PROOFS.iter().find(|proof| proof.name == *name));
    let Some((proof, ask)) = proof.and_then(|proof| Some((proof, asked(&words[1..], proof.n)?))) else {
        eprintln!("prove NAME [--n N] [--seed S], where NAME is one of:");
        for proof in PROOFS {
            eprintln!("    {:<10} {} (n = {})", proof.name, proof.claim, proof.n);
        }
        return ExitCode::from(2);
    };
    println!("{}: {} (n = {}, seed = {})", proof.name, proof.claim, ask.n, ask.seed);
    // A bound that is not held is a panic, and so a failure of this program.
    println!("{}: {}", proof.name, (proof.tries)(ask, &mut |far| eprintln!("  {far}")));
    ExitCode::SUCCESS
}

fn asked(words: &[String], n: u64) -> Option<Ask> {
    let mut ask = Ask { n, seed: 22 };
    for pair in words.chunks(2) {
        let [name, number] = pair else { return None };
        match name.as_str() {
            "--n" => ask.n = number.parse().ok()?,
            "--seed" => ask.seed = number.parse().ok()?,
            _ => return None,
        }
    }
    Some(ask)
}
