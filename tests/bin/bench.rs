//! Measures: `bench [NAME…] [--n N] [--seed S] [--days D]`, of years that have so many days. JSON lines as they come, then a table; both and a chart in target/bench.
#![allow(clippy::print_stdout, clippy::print_stderr)] // it talks to who runs it; nobody wrote what it prints

use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};
use twinflower_tests::bench::figure::Figure;
use twinflower_tests::bench::{Ask, BENCHES, Bed, Bench, shown};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((benches, ask, days)) = asked(&words) else {
        eprintln!("bench [NAME…] [--n N] [--seed S] [--days D], where NAME is any of:");
        for bench in BENCHES {
            eprintln!("    {:<12} {}", bench.name, bench.what);
        }
        return ExitCode::from(2);
    };
    let mut progress = |far: &str| eprintln!("  {far}");
    let mut bed = Bed::new(ask, days, &mut progress);
    let mut figures = Vec::new();
    for bench in benches {
        eprintln!("{}: {} (n = {}, seed = {})", bench.name, bench.what, ask.n, ask.seed);
        for figure in (bench.measures)(&mut bed) {
            println!("{}", figure.line());
            figures.push(figure);
        }
    }
    println!("\n{}", shown::table(&figures));
    if let Err(error) = keep(&figures) {
        eprintln!("What was measured could not be kept in target/bench: {error}.");
        return ExitCode::FAILURE;
    }
    if figures.iter().all(|figure| figure.is_held() != Some(false)) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn asked(words: &[String]) -> Option<(Vec<&'static Bench>, Ask, u64)> {
    let (mut benches, mut ask, mut days) = (Vec::new(), Ask { n: 9, seed: 22 }, 365);
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        match word.as_str() {
            "--n" => ask.n = rest.next()?.parse().ok()?,
            "--days" => days = rest.next()?.parse().ok()?,
            "--seed" => ask.seed = rest.next()?.parse().ok()?,
            name => benches.push(BENCHES.iter().find(|bench| bench.name == name)?),
        }
    }
    if benches.is_empty() {
        benches.extend(BENCHES);
    }
    Some((benches, ask, days))
}

/// Beside the program, so that it is found whatever folder cargo builds into.
fn keep(figures: &[Figure]) -> io::Result<()> {
    let this = std::env::current_exe()?;
    let folder = this.ancestors().nth(2).unwrap_or(Path::new(".")).join("bench");
    fs::create_dir_all(&folder)?;
    let lines: String = figures.iter().map(|figure| figure.line() + "\n").collect();
    fs::write(folder.join("bench.jsonl"), lines)?;
    fs::write(folder.join("bench.txt"), shown::table(figures))?;
    fs::write(folder.join("bench.svg"), shown::chart(figures))
}
