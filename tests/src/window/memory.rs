//! What is in the memory of the app and of everything it started: what a core dump of them would hold.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::time::Duration;

use super::Window;
use super::driver::within;
use super::processes;
use crate::hunt::Hunt;

/// So much is read at once; what is planted is far shorter than the part that is read twice.
const PIECE: usize = 16 << 20;
const TWICE: usize = 256;

/// The bytes of a page, and of what the system says of one.
const PAGE: u64 = 4096;
const ENTRY: u64 = 8;

impl Window {
    /// Counts the planted texts in the memory of every process, by the name of its program; the tests' own driver is left out.
    pub fn planted_in_memory(&self, hunt: &Hunt) -> BTreeMap<String, usize> {
        let mut found = BTreeMap::new();
        for (id, name) in self.processes() {
            *found.entry(name).or_default() += count(id, hunt);
        }
        found
    }

    /// Waits until no process of the app is left that was there before, and names those that stay.
    pub fn left_of(&self, before: &[(u32, String)]) -> Vec<String> {
        let left = || before.iter().filter(|(id, _)| processes::runs(*id));
        within(Duration::from_secs(5), || left().next().is_none());
        left().map(|(_, name)| name.clone()).collect()
    }

    /// The app and everything it started, by number and name.
    pub fn processes(&self) -> Vec<(u32, String)> {
        self.driver.apps_own().into_iter().map(|process| (process.id, process.name)).collect()
    }
}

fn count(id: u32, hunt: &Hunt) -> usize {
    // A process that ended meanwhile has no memory.
    let Ok(maps) = fs::read_to_string(format!("/proc/{id}/maps")) else { return 0 };
    let open = |name| File::open(format!("/proc/{id}/{name}"));
    let (Ok(memory), Ok(pages)) = (open("mem"), open("pagemap")) else { return 0 };
    let ranges = maps.lines().filter_map(writable).flat_map(|range| resident(&pages, range));
    ranges.map(|range| count_between(&memory, range, hunt)).sum()
}

/// `7f12-7f34 rw-p …`: what was never written to holds nothing of hers.
fn writable(line: &str) -> Option<Range<u64>> {
    let (range, rest) = line.split_once(' ')?;
    let (from, until) = range.split_once('-')?;
    let number = |text| u64::from_str_radix(text, 16).ok();
    rest.starts_with("rw").then_some(number(from)?..number(until)?)
}

/// The parts that are in memory or on the swap: a web engine reserves a hundred times more than it uses.
fn resident(pages: &File, range: Range<u64>) -> Vec<Range<u64>> {
    let mut parts: Vec<Range<u64>> = Vec::new();
    let mut entries = vec![0; PIECE];
    let mut at = range.start;
    while at < range.end {
        let wanted = (((range.end - at) / PAGE * ENTRY) as usize).min(PIECE);
        let Ok(read) = pages.read_at(&mut entries[..wanted], at / PAGE * ENTRY) else { return parts };
        if read == 0 {
            return parts;
        }
        // Linux, Documentation/admin-guide/mm/pagemap.rst: bit 63 is "present", bit 62 "swapped"; both are in the last byte.
        for entry in entries[..read].chunks_exact(ENTRY as usize) {
            if entry[7] & 0xc0 != 0 {
                match parts.last_mut() {
                    Some(part) if part.end == at => part.end += PAGE,
                    _ => parts.push(at..at + PAGE),
                }
            }
            at += PAGE;
        }
    }
    parts
}

fn count_between(memory: &File, range: Range<u64>, hunt: &Hunt) -> usize {
    let mut found = 0;
    let mut bytes = vec![0; PIECE];
    let (mut at, mut kept) = (range.start, 0);
    while at < range.end {
        let wanted = ((range.end - at) as usize).min(PIECE - kept);
        // What cannot be read was given back meanwhile.
        let Ok(read) = memory.read_at(&mut bytes[kept..kept + wanted], at) else { return found };
        if read == 0 {
            return found;
        }
        let there = kept + read;
        found += hunt.count(&bytes[..there]) - hunt.count(&bytes[..kept]);
        kept = there.min(TWICE);
        bytes.copy_within(there - kept..there, 0);
        at += read as u64;
    }
    found
}
