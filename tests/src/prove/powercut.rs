//! The power goes at any moment: what the page cache held is gone, and what was acknowledged is there.
//!
//! The folder stands in an ext4 file system of its own, on a loop device over a file in memory. The writer is stopped, and that file
//! is copied: exactly what the kernel had handed to the device. A new start mounts the copy, whose journal is replayed. What this does
//! not model: a drive that lies about its cache, and sectors torn in two.

use rustix::process::{Pid, Signal, kill_process};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use tempfile::TempDir;

use super::crash::{Machine, cut_again_and_again};
use super::{Ask, Progress};
use crate::home::Home;
use crate::life::Life;

/// Cuts the power of a writer's machine again and again. `writer` is the program of that name.
///
/// Where no loop device can be mounted, nothing is tried, and the answer says so.
pub fn powercut(ask: Ask, writer: &Path, progress: Progress) -> String {
    let (mut home, _, _) = Home::with_both();
    home.family.lock_all();
    let mut machine = match Unplugged::with(&home) {
        Ok(machine) => machine,
        Err(why) => return format!("NOT RUN: it needs root, a loop device and memory in /dev/shm ({why})"),
    };
    format!("{} power cuts, {}", ask.n, cut_again_and_again(ask, &mut machine, writer, progress))
}

/// A machine whose power can be cut.
struct Unplugged {
    memory: TempDir,
    mounted: PathBuf,
    disk: u64,
}

impl Unplugged {
    fn with(family: &Home) -> Result<Self, String> {
        let memory = tempfile::tempdir_in("/dev/shm").map_err(|error| error.to_string())?;
        let mounted = memory.path().join("mounted");
        std::fs::create_dir(&mounted).map_err(|error| error.to_string())?;
        let machine = Self { memory, mounted, disk: 0 };
        let disk = machine.disk();
        run(Command::new("truncate").args(["--size", "256M"]).arg(&disk))?;
        run(Command::new("mkfs.ext4").args(["-q", "-F"]).arg(&disk))?;
        machine.plug_in()?;
        Life::move_in(family, &machine.folder());
        run(&mut Command::new("sync"))?;
        Ok(machine)
    }

    fn disk(&self) -> PathBuf {
        self.memory.path().join(format!("disk-{}", self.disk))
    }

    fn plug_in(&self) -> Result<(), String> {
        run(Command::new("mount").args(["-o", "loop"]).arg(self.disk()).arg(&self.mounted))
    }

    fn unplug(&self) -> Result<(), String> {
        run(Command::new("umount").arg(&self.mounted))
    }
}

impl Machine for Unplugged {
    fn folder(&self) -> PathBuf {
        self.mounted.join("computer")
    }

    fn cut(&mut self, writer: &mut Child) {
        let process = Pid::from_child(writer);
        kill_process(process, Signal::STOP).expect("it runs");
        let before = self.disk();
        self.disk += 1;
        run(Command::new("cp").arg("--sparse=always").arg(&before).arg(self.disk()))
            .expect("there is memory for a copy");
        // What it said was said before it was stopped: it says no more.
        writer.kill().expect("it can be killed");
        writer.wait().expect("it was started here");
        self.unplug().expect("nothing holds it any more");
        std::fs::remove_file(before).expect("it was made here");
        self.plug_in().expect("the journal of the file system is replayed");
    }
}

impl Drop for Unplugged {
    fn drop(&mut self) {
        // Not mounted is as well as unmounted.
        let _ = self.unplug();
    }
}

fn run(command: &mut Command) -> Result<(), String> {
    let ended = command.output().map_err(|error| error.to_string())?;
    if ended.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&ended.stderr).trim().to_owned()) }
}
