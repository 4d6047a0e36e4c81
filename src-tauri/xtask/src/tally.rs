//! Counting what passed and what failed.

use std::time::{Duration, Instant};

use crate::program::Printed;
use crate::say;
use crate::trouble::Trouble;

/// What all steps together came to.
#[derive(Default)]
pub struct Tally {
    passed: u32,
    failed: u32,
    steps: Vec<Step>,
    left_out: Vec<String>,
}

struct Step {
    name: &'static str,
    took: Duration,
    outcome: String,
}

/// How many tests passed and failed, in the words of one test runner.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
}

impl Tally {
    /// A step that is no test: it counts only when it fails. Says whether it went well.
    pub fn check(&mut self, name: &'static str, work: impl FnOnce() -> Result<(), Trouble>) -> bool {
        self.step(name, || work().map(|()| Counts::default()))
    }

    /// A step that runs tests, at least one, whose counts are read from what the runner printed.
    pub fn tests(
        &mut self,
        name: &'static str,
        counts: fn(&str) -> Counts,
        work: impl FnOnce() -> Result<Printed, Trouble>,
    ) -> bool {
        self.step(name, || match counted(counts, &work()?) {
            none if none == Counts::default() => Err(Trouble::new("No test ran.")),
            counts => Ok(counts),
        })
    }

    /// The same for examples in the documentation, of which there may be none.
    pub fn examples(&mut self, name: &'static str, work: impl FnOnce() -> Result<Printed, Trouble>) -> bool {
        self.step(name, || Ok(counted(cargo_test, &work()?)))
    }

    /// Something that was not tried, and why.
    pub fn leave_out(&mut self, what: impl Into<String>) {
        self.left_out.push(what.into());
    }

    /// Says how every step went, what was left out, and last the two numbers. True when nothing failed.
    pub fn say(&self) -> bool {
        say::plain("");
        for step in &self.steps {
            say::plain(&format!("{:>8}  {}: {}", say::seconds(step.took), step.name, step.outcome));
        }
        for what in &self.left_out {
            say::plain(&format!("not tried: {what}"));
        }
        say::plain(&format!("{} passed, {} failed", self.passed, self.failed));
        self.failed == 0
    }

    fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result<Counts, Trouble>) -> bool {
        say::step(name);
        let start = Instant::now();
        let (counts, outcome) = match work() {
            Ok(counts) if counts == Counts::default() => (counts, "well".to_owned()),
            Ok(counts) => {
                let outcome = format!("{} passed, {} failed", counts.passed, counts.failed);
                (counts, outcome)
            }
            Err(trouble) => {
                say::trouble(&trouble);
                (Counts { passed: 0, failed: 1 }, "failed".to_owned())
            }
        };
        self.passed += counts.passed;
        self.failed += counts.failed;
        self.steps.push(Step { name, took: start.elapsed(), outcome });
        counts.failed == 0
    }
}

/// `Summary [ 1.2s] 9 tests run: 7 passed (1 slow), 1 failed, 1 timed out, 0 skipped`
pub fn nextest(text: &str) -> Counts {
    let summary = text.lines().rfind(|line| line.trim_start().starts_with("Summary ["));
    let numbers = summary.and_then(|line| line.split_once(':')).map_or("", |(_, numbers)| numbers);
    Counts {
        passed: before(numbers, "passed"),
        failed: before(numbers, "failed") + before(numbers, "timed out") + before(numbers, "exec failed"),
    }
}

/// `test result: ok. 7 passed; 0 failed; 1 ignored; …`, one line for each binary.
pub fn cargo_test(text: &str) -> Counts {
    text.lines().filter(|line| line.starts_with("test result:")).fold(Counts::default(), |sum, line| Counts {
        passed: sum.passed + before(line, "passed"),
        failed: sum.failed + before(line, "failed"),
    })
}

/// `Tests  1 failed | 11 passed (12)`
pub fn vitest(text: &str) -> Counts {
    let line = text.lines().map(str::trim_start).rfind(|line| line.starts_with("Tests ")).unwrap_or("");
    Counts { passed: before(line, "passed"), failed: before(line, "failed") }
}

/// A runner that fails without naming a failed test is one failure.
fn counted(counts: fn(&str) -> Counts, printed: &Printed) -> Counts {
    let mut counts = counts(&without_colours(&printed.text));
    if !printed.succeeded && counts.failed == 0 {
        counts.failed = 1;
    }
    counts
}

/// The number that stands before a word, or 0.
fn before(line: &str, word: &str) -> u32 {
    line.split([',', ';', '|', '.', '(', ')'])
        .filter_map(|part| part.trim().strip_suffix(word))
        .filter_map(|number| number.split_whitespace().next_back()?.parse::<u32>().ok())
        .sum()
}

fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(letter) = rest.next() {
        if letter == '\u{1b}' {
            // A colour ends with its first letter.
            let _ = rest.by_ref().find(|end| end.is_ascii_alphabetic());
        } else {
            plain.push(letter);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nextest_counts_what_timed_out_as_failed() {
        let text = "  Summary [   1.204s] 9 tests run: 6 passed (1 slow), 2 failed, 1 timed out, 3 skipped\nerror: test run failed";
        assert_eq!(nextest(text), Counts { passed: 6, failed: 3 });
    }

    #[test]
    fn every_binary_of_cargo_test_is_counted() {
        let text = "test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured\nx\ntest result: FAILED. 2 passed; 1 failed; 0 ignored";
        assert_eq!(cargo_test(text), Counts { passed: 6, failed: 1 });
    }

    #[test]
    fn vitest_is_read_with_its_colours() {
        let text =
            without_colours("\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[31m1 failed\u{1b}[39m | 11 passed (12)");
        assert_eq!(vitest(&text), Counts { passed: 11, failed: 1 });
    }

    #[test]
    fn a_runner_that_fails_without_a_count_is_one_failure() {
        let mut tally = Tally::default();
        let went_well = tally.tests("no such thing", nextest, || Ok(Printed { text: String::new(), succeeded: false }));
        assert!(!went_well);
        assert_eq!((tally.passed, tally.failed), (0, 1));
    }
}
