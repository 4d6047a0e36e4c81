//! One process a data folder.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use twinflower_tests::window::Window;

#[test]
fn a_second_start_ends_by_itself_and_the_first_window_stays() {
    let folder = TempDir::new().unwrap();
    let window = Window::open(folder.path());
    window.says("Welcome");
    let mut second = Command::new(std::env::var_os("TWINFLOWER_BIN").unwrap())
        .arg("--data")
        .arg(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let until = Instant::now() + Duration::from_secs(20);
    let ended = loop {
        match second.try_wait().unwrap() {
            Some(ended) => break ended,
            None if Instant::now() > until => {
                second.kill().unwrap();
                panic!("the second process went on beside the first");
            }
            None => std::thread::sleep(Duration::from_millis(50)),
        }
    };
    assert!(ended.success(), "{ended}");
    assert!(window.is_open());
    window.press("Go on");
    window.says("When not to use it");
}
