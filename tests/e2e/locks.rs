//! What locks by itself: a computer that goes to sleep, and quiet minutes.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use twinflower_tests::home::{ANAS_PASSPHRASE, Home};
use twinflower_tests::window::{Ending, Window};

use super::people::{Person, begins_to_write, comes_in};

const ANA: Person = Person { name: "Ana 🌷", colour: "Rose", passphrase: ANAS_PASSPHRASE };
const HALF: &str = "Half a sentence, née Núñez 🌷";

/// A system bus of this story's own.
struct Bus {
    folder: TempDir,
    daemon: Child,
}

impl Bus {
    fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let config = folder.path().join("bus.conf");
        let socket = folder.path().join("bus");
        let words = format!(
            "<busconfig><type>system</type><listen>unix:path={}</listen><policy context=\"default\">\
             <allow user=\"*\"/><allow own=\"*\"/><allow send_type=\"method_call\"/><allow send_type=\"signal\"/>\
             <allow receive_type=\"signal\"/><allow receive_type=\"method_return\"/></policy></busconfig>",
            socket.display()
        );
        std::fs::write(&config, words).unwrap();
        let mut daemon = Command::new("dbus-daemon");
        daemon.args(["--nofork", "--nopidfile", "--nosyslog"]).arg(format!("--config-file={}", config.display()));
        let bus = Self { daemon: daemon.stdin(Stdio::null()).spawn().unwrap(), folder };
        let until = Instant::now() + Duration::from_secs(10);
        while !socket.exists() {
            assert!(Instant::now() < until, "the bus does not come");
            std::thread::sleep(Duration::from_millis(20));
        }
        bus
    }

    fn address(&self) -> String {
        format!("unix:path={}", self.folder.path().join("bus").display())
    }

    /// Says, as logind does, that the computer goes to sleep.
    fn says_that_it_sleeps(&self, sender: &str) {
        let said = Command::new("dbus-send")
            .args([&format!("--bus={}", self.address()), &format!("--sender={sender}"), "--type=signal"])
            .args(["/org/freedesktop/login1", "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:true"])
            .status()
            .unwrap();
        assert!(said.success(), "{said}");
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// Whoever comes in now finds what she had not finished.
fn she_finds_it_again(window: &Window, words: &str) {
    window.says("Who’s here?");
    assert!(!window.holds(words));
    comes_in(window, &ANA);
    window.press("Milestones");
    window.press("Write one down");
    window.press("Go on with them");
    assert_eq!(window.field("What is it?"), words);
}

#[test]
fn a_computer_that_goes_to_sleep_locks_everything_and_keeps_unfinished_words() {
    let bus = Bus::start();
    let (home, _, _) = Home::with_both();
    let window = Window::open_with(home.folder(), &[], &[("DBUS_SYSTEM_BUS_ADDRESS", &bus.address())]);
    window.says("Who’s here?");
    bus.says_that_it_sleeps("org.freedesktop.login1"); // with nobody in, nothing happens
    comes_in(&window, &ANA);
    begins_to_write(&window, HALF);
    bus.says_that_it_sleeps("somebody.else.entirely");
    assert_eq!(window.field("What is it?"), HALF);
    bus.says_that_it_sleeps("org.freedesktop.login1");
    assert_eq!(window.closed_by_itself(), Ending::StartedAnew);
    she_finds_it_again(&Window::open(home.folder()), HALF);
}

#[test]
fn a_page_that_does_not_hear_that_the_computer_sleeps_is_locked_all_the_same() {
    let bus = Bus::start();
    let (home, _, _) = Home::with_both();
    let window = Window::open_with(home.folder(), &[], &[("DBUS_SYSTEM_BUS_ADDRESS", &bus.address())]);
    comes_in(&window, &ANA);
    window.runs("window.dispatchEvent = () => true", vec![]);
    bus.says_that_it_sleeps("org.freedesktop.login1");
    assert_eq!(window.closed_by_itself(), Ending::StartedAnew);
    Window::open(home.folder()).says("Who’s here?");
}

#[test]
fn after_the_quiet_minute_she_chose_everything_is_locked_and_unfinished_words_are_kept() {
    let (home, _, _) = Home::with_both();
    let window = Window::open(home.folder());
    comes_in(&window, &ANA);
    window.press("Settings");
    window.choose("Lock by itself after", "One quiet minute");
    begins_to_write(&window, HALF);
    window.waits_at_most(Duration::from_secs(90));
    assert_eq!(window.closed_by_itself(), Ending::StartedAnew);
    she_finds_it_again(&Window::open(home.folder()), HALF);
}
