//! Pages that leave the window: the calls that the composer makes, and what is left of them afterwards. The system's viewer is
//! a program of the story's own.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use twinflower_tests::home::{ANAS_PASSPHRASE, Home, holds};
use twinflower_tests::window::{Ending, Window};

use super::people::{Person, comes_in, lock};

const ANA: Person = Person { name: "Ana 🌷", colour: "Rose", passphrase: ANAS_PASSPHRASE };
const QUESTION: &str = "canary: what helps at night?";

/// A folder of programs in which `xdg-open` writes down what it is asked to open.
fn a_viewer() -> TempDir {
    use std::os::unix::fs::PermissionsExt;
    let programs = tempfile::tempdir().unwrap();
    let viewer = programs.path().join("xdg-open");
    let opened = programs.path().join("opened");
    std::fs::write(&viewer, format!("#!/bin/sh\nprintf '%s' \"$1\" > '{}'\n", opened.display())).unwrap();
    std::fs::set_permissions(&viewer, std::fs::Permissions::from_mode(0o755)).unwrap();
    programs
}

fn opens(home: &Home, programs: &Path) -> Window {
    let window = Window::open_with(home.folder(), &[], &[("PATH", programs.to_str().unwrap())]);
    comes_in(&window, &ANA);
    window
}

/// Calls what the composer calls; answers with `{ok}` or `{error}`.
fn calls(window: &Window, command: &str, arguments: Value) -> Value {
    let call = "window.answered = null; window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1])\
                .then((ok) => (window.answered = { ok }), (error) => (window.answered = { error }))";
    window.runs(call, vec![command.into(), arguments]);
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        let answered = window.runs("return window.answered", vec![]);
        if !answered.is_null() {
            return answered;
        }
        assert!(Instant::now() < until, "{command} does not answer");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Her own page with one question on it.
fn choice() -> Value {
    let span = json!({ "from": "2026-11-01", "until": "2026-11-30" });
    let paper = json!({ "kind": "her_own", "span": span, "questions": [QUESTION] });
    json!({ "paper": paper, "whole": ["question"], "pieces": [], "without": [] })
}

fn with_choice(more: Value) -> Value {
    let mut arguments = json!({ "choice": choice(), "size": "a4", "language": "en" });
    arguments.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    arguments
}

fn presses(window: &Window) -> usize {
    let is_press =
        |id: &str| std::fs::read(format!("/proc/{id}/cmdline")).is_ok_and(|line| line.ends_with(b"\0--press\0"));
    let of_window = |id: &str| {
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        let rest = stat.rsplit(") ").next().unwrap_or_default().to_owned();
        rest.split(' ').nth(1) == Some(&window.process().to_string())
    };
    let ids = std::fs::read_dir("/proc").unwrap().flatten().filter_map(|entry| entry.file_name().into_string().ok());
    ids.filter(|id| is_press(id) && of_window(id)).count()
}

#[test]
fn a_page_is_looked_at_saved_copied_and_printed_and_nothing_of_it_stays() {
    let (mut home, _, _) = Home::with_both();
    home.family.set_region("CA-QC").unwrap();
    let programs = a_viewer();
    let window = opens(&home, programs.path());
    assert_eq!(calls(&window, "page_size", json!({})), json!({ "ok": "us_letter" }), "as paper is where they live");
    let looked_at = calls(&window, "lay_out_page", with_choice(json!({})));
    assert_eq!((&looked_at["ok"]["pages"], &looked_at["ok"]["is_empty"]), (&json!(1), &json!(false)), "{looked_at}");
    assert_eq!(presses(&window), 1);
    let picture = calls(&window, "page_picture", json!({ "at": 0 }));
    assert!(picture["ok"].as_str().unwrap().starts_with("<svg"), "{picture}");
    assert!(calls(&window, "page_text", json!({}))["ok"].as_str().unwrap().contains(QUESTION));
    assert!(calls(&window, "copy_page", with_choice(json!({})))["ok"].as_str().unwrap().contains(QUESTION));

    let place = tempfile::tempdir().unwrap();
    let saved = calls(&window, "save_page", with_choice(json!({ "place": place.path() })));
    let pdf = std::fs::read(saved["ok"].as_str().unwrap()).unwrap();
    assert!(pdf.starts_with(b"%PDF"));

    let printed = calls(&window, "print_page", with_choice(json!({})));
    assert_eq!(printed, json!({ "ok": null }));
    let opened = std::fs::read_to_string(programs.path().join("opened")).unwrap();
    assert!(opened.starts_with(home.folder().to_str().unwrap()) && std::fs::read(&opened).unwrap() == pdf, "{opened}");
    lock(window);
    assert!(!Path::new(&opened).exists(), "it goes when she locks");
    assert!(!holds(&home.every_byte(), "%PDF"));

    let window = opens(&home, programs.path());
    calls(&window, "print_page", with_choice(json!({})));
    let opened = std::fs::read_to_string(programs.path().join("opened")).unwrap();
    assert!(Path::new(&opened).exists());
    window.press("Hide now");
    assert_eq!(window.closed_by_itself(), Ending::ForGood);
    assert!(!Path::new(&opened).exists(), "it goes on Hide");

    let window = opens(&home, programs.path());
    calls(&window, "print_page", with_choice(json!({})));
    window.is_killed();
    let opened = std::fs::read_to_string(programs.path().join("opened")).unwrap();
    assert!(Path::new(&opened).exists());
    let window = opens(&home, programs.path());
    assert!(!Path::new(&opened).exists(), "it goes at the next start");
    calls(&window, "lay_out_page", with_choice(json!({})));
    calls(&window, "stop_page", json!({}));
    assert_eq!(presses(&window), 0, "with the composer the press ends");
    assert_eq!(calls(&window, "page_text", json!({}))["error"]["code"], "stopped");
}

#[test]
fn a_computer_without_a_viewer_is_told_what_to_do_instead() {
    let (home, _, _) = Home::with_both();
    let nothing = tempfile::tempdir().unwrap();
    let window = opens(&home, nothing.path());
    let printed = calls(&window, "print_page", with_choice(json!({})));
    assert_eq!(printed["error"]["advice"], "error-no-viewer-advice", "{printed}");
    let nowhere = calls(&window, "save_page", with_choice(json!({ "place": "/nowhere/at/all.pdf" })));
    assert_eq!(nowhere["error"]["message"], "error-no-such-folder", "{nowhere}");
    let mut empty = with_choice(json!({}));
    empty["choice"]["whole"] = json!([]);
    assert_eq!(calls(&window, "copy_page", empty)["error"]["message"], "error-nothing-chosen");
}
