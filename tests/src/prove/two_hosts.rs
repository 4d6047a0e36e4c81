//! Two computers joined by one wire and nothing else: they find each other, meet, are cut off and meet again, and whoever
//! listens to the wire hears only the two, and no word.
//!
//! Each is a network namespace of this kernel with one end of a veth pair, and a way out that leads nowhere: whatever would
//! ask anybody else is seen as it asks.

mod ends;
mod heard;

use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use super::{Ask, Progress};
pub use ends::end;
use heard::Heard;

/// The two computers, and where each is.
const HOSTS: [(&str, &str); 2] = [("twin-a", "10.77.0.1"), ("twin-b", "10.77.0.2")];

/// Joins two computers, and cuts and mends the wire between them. `end` is the program of that name.
///
/// Where no network namespaces can be had, nothing is tried, and the answer says so.
pub fn two_hosts(ask: Ask, end: &Path, progress: Progress) -> String {
    let hosts = match Hosts::join() {
        Ok(hosts) => hosts,
        Err(why) => return format!("NOT RUN: it needs root and network namespaces ({why})"),
    };
    let mut listener = End::start(HOSTS[0].0, end, &["listens"]);
    listener.hears("listening");
    std::thread::sleep(Duration::from_secs(1));
    let (mut first, mut again) = (Vec::new(), Vec::new());
    for round in 0..ask.n.max(1) {
        let mut waits = End::start(HOSTS[1].0, end, &["waits"]);
        waits.hears("open");
        let mut calls = End::start(HOSTS[0].0, end, &["calls"]);
        calls.hears("open");
        first.push(calls.meets());
        hosts.cut(true);
        calls.asks("meet briefly");
        calls.hears("not met");
        hosts.cut(false);
        again.push(calls.meets());
        progress(&format!("{} of {}", round + 1, ask.n));
    }
    let heard = listener.ends();
    let heard = Heard::of(heard.iter().map(String::as_str));
    assert_eq!(heard.before, 0, "packets before sync was on");
    assert!(heard.elsewhere.is_empty(), "packets to others: {:?}", heard.elsewhere);
    assert_eq!(heard.canaries, 0, "a word in the clear");
    assert!(heard.between > 0 && heard.multicast > 0, "{heard:?}");
    format!(
        "{} rounds: found and met in {} ms by what they say of themselves alone, met again in {} ms after a cut; {} packets between \
         the two, {} to whoever is near, {} asking for each other, 0 to anybody else, 0 before, no word in the clear",
        ask.n.max(1),
        told(&mut first),
        told(&mut again),
        heard.between,
        heard.multicast,
        heard.neighbours,
    )
}

fn told(milliseconds: &mut [u64]) -> String {
    milliseconds.sort_unstable();
    let [first, .., last] = milliseconds else { return format!("{milliseconds:?}") };
    format!("{first} to {last}")
}

/// Two network namespaces and the wire between them; they go when this is dropped.
struct Hosts;

impl Hosts {
    fn join() -> Result<Self, String> {
        // What a proof that was killed has left.
        for (name, _) in HOSTS {
            ip(&["netns", "del", name]).ok();
        }
        for (name, _) in HOSTS {
            ip(&["netns", "add", name])?;
        }
        let hosts = Self;
        let [(a, _), (b, _)] = HOSTS;
        ip(&["link", "add", "wire", "netns", a, "type", "veth", "peer", "name", "wire", "netns", b])?;
        for (name, address) in HOSTS {
            // The kernel's own words of IPv6 would be among those that are heard.
            let quiet = "echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6";
            run(Command::new("ip").args(["netns", "exec", name, "sh", "-c", quiet]))?;
            ip(&["-n", name, "addr", "add", &format!("{address}/24"), "dev", "wire"])?;
            ip(&["-n", name, "link", "set", "lo", "up"])?;
            ip(&["-n", name, "link", "set", "wire", "up"])?;
            hosts.lead_nowhere(name)?;
        }
        Ok(hosts)
    }

    /// A way out, to see who would take it.
    fn lead_nowhere(&self, name: &str) -> Result<(), String> {
        ip(&["-n", name, "route", "replace", "default", "via", "10.77.0.254"])
    }

    fn cut(&self, is_cut: bool) {
        let [(_, _), (b, _)] = HOSTS;
        let state = if is_cut { "down" } else { "up" };
        ip(&["-n", b, "link", "set", "wire", state]).expect("the wire is there");
        if !is_cut {
            self.lead_nowhere(b).expect("the wire is there");
        }
    }
}

impl Drop for Hosts {
    fn drop(&mut self) {
        for (name, _) in HOSTS {
            // Where it is gone already, there is nothing to tidy.
            ip(&["netns", "del", name]).ok();
        }
    }
}

/// A program within one of the two; it ends when this is dropped.
struct End {
    program: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl End {
    fn start(host: &str, end: &Path, words: &[&str]) -> Self {
        let mut command = Command::new("ip");
        command.args(["netns", "exec", host]).arg(end).args(words).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut program = command.spawn().expect("the program is beside this one");
        let lines = BufReader::new(program.stdout.take().expect("it is piped")).lines();
        Self { program, lines }
    }

    fn asks(&mut self, word: &str) {
        let input = self.program.stdin.as_mut().expect("it is piped");
        writeln!(input, "{word}").and_then(|()| input.flush()).expect("it listens");
    }

    /// Waits for a line that begins so; returns the rest.
    fn hears(&mut self, word: &str) -> String {
        let line = self.lines.next().expect("it says something").expect("it is text");
        line.strip_prefix(word).unwrap_or_else(|| panic!("{line:?} and not {word:?}")).trim().to_owned()
    }

    fn meets(&mut self) -> u64 {
        self.asks("meet");
        self.hears("met").parse().expect("it is a number")
    }

    /// Lets it end, and returns all that it still says.
    fn ends(mut self) -> Vec<String> {
        drop(self.program.stdin.take());
        let rest = self.lines.by_ref().map_while(Result::ok).collect();
        self.program.wait().expect("it was started here");
        rest
    }
}

impl Drop for End {
    fn drop(&mut self) {
        self.program.kill().ok();
        self.program.wait().ok();
    }
}

fn ip(words: &[&str]) -> Result<(), String> {
    run(Command::new("ip").args(words))
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|error| error.to_string())?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()) }
}
