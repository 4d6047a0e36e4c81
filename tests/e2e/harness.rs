//! The words that the window's stories are told with do what they say. The markup here stands in place of the app's own, so
//! that these hold whatever the screens look like.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use tempfile::TempDir;
use twinflower_tests::window::Window;

/// A window whose page was replaced by this markup.
fn window_with(markup: &str) -> (Window, TempDir) {
    let folder = tempfile::tempdir().expect("the system has room for a folder");
    let window = Window::open(folder.path());
    window.runs("document.body.innerHTML = arguments[0]", vec![markup.into()]);
    (window, folder)
}

/// What a word says when it waits in vain.
fn complaint(tell: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(tell)).expect_err("this was to wait in vain");
    panic.downcast_ref::<String>().cloned().unwrap_or_default()
}

#[test]
fn text_is_found_across_isolating_marks_and_elements() {
    let (window, _folder) = window_with("<p>Good morning,\n <b>&#x2068;Ana 🌷&#x2069;</b>!</p><p hidden>secret</p>");
    window.says("Good morning, Ana 🌷!");
    window.does_not_say("secret");
    assert!(window.holds("secret"));
}

#[test]
fn things_are_pressed_by_the_name_a_screen_reader_says() {
    let (window, _folder) = window_with(
        r##"
        <p id="said"></p>
        <button>Let <b>&#x2068;Ana&#x2069;</b> in<span aria-hidden="true"> ›</span></button>
        <a href="#a" aria-label="Help now">?</a>
        <span id="name">Mine</span><div role="tab" tabindex="0" aria-labelledby="name">1</div>
        <label><input type="checkbox" style="opacity:0;width:1px;height:1px"> Larger text</label>
        "##,
    );
    window.runs(
        "document.body.addEventListener('click', (e) => document.getElementById('said').append((e.target.closest('button') ?? e.target).tagName + ' '))",
        vec![],
    );
    for name in ["Let Ana in", "Help now", "Mine", "Larger text"] {
        window.press(name);
    }
    assert_eq!(window.runs("return document.querySelector('input').checked", vec![]), true);
    window.says("BUTTON A DIV LABEL INPUT");
}

#[test]
fn a_field_is_found_by_its_label_and_its_words_are_replaced() {
    let (window, _folder) = window_with(
        r#"<label for="n">Your name</label><input id="n" value="before">
           <span id="l">Letter</span><textarea aria-labelledby="l"></textarea>
           <label>Language <select><option>English<option>Deutsch</select></label>"#,
    );
    window.type_into("Your name", "Ana 🌷 née Núñez 👩\u{200d}👧");
    assert_eq!(window.field("Your name"), "Ana 🌷 née Núñez 👩\u{200d}👧");
    window.type_into("Your name", "");
    assert_eq!(window.field("Your name"), "");
    window.type_into("Letter", "Dear Mia,\nthank you.");
    assert_eq!(window.field("Letter"), "Dear Mia,\nthank you.");
    window.choose("Language", "Deutsch");
    assert_eq!(window.field("Language"), "Deutsch");
}

#[test]
fn the_keyboard_reaches_what_has_the_focus() {
    let (window, _folder) = window_with("<input aria-label=first><input aria-label=second><p id=k></p>");
    window.runs(
        "addEventListener('keydown', (e) => { if (e.ctrlKey) document.getElementById('k').append('Control ' + e.key) })",
        vec![],
    );
    window.goes_into("first");
    window.types("Mia 🌷");
    window.keys("Tab");
    window.focuses("second");
    window.keys("Shift+Tab");
    window.focuses("first");
    assert_eq!(window.field("first"), "Mia 🌷");
    window.keys("Control+z");
    window.says("Control z");
}

#[test]
fn one_card_of_many_is_chosen_by_the_words_on_it() {
    let (window, _folder) = window_with(
        r#"<ul><li><h3>Thirty days</h3><p><button>Open</button></p></li>
           <li><h3>A year</h3><p><button>Open</button></p></li></ul>"#,
    );
    window.runs("document.body.addEventListener('click', (e) => { e.target.textContent = 'opened' })", vec![]);
    window.press_beside("Thirty days", "Open");
    window.says("Thirty days opened");
    window.says("A year Open");
}

#[test]
fn a_complaint_names_what_was_looked_for_and_shows_the_page() {
    let (window, _folder) = window_with(
        "<h1>The door</h1><button>Come in</button><button disabled>Undo</button><button>a</button><button>a</button>",
    );
    window.waits_at_most(Duration::from_secs(1));
    let missing = complaint(|| window.press("Come out"));
    assert!(missing.contains("called “Come out”") && missing.contains("“Come in”"), "{missing}");
    assert!(missing.contains("The door") && missing.contains("-failed.png"), "{missing}");
    assert!(complaint(|| window.press("Undo")).contains("cannot be used now"));
    assert!(complaint(|| window.press("a")).contains("2 things are called so"));
}

#[test]
fn axe_finds_what_is_in_the_way_of_people() {
    let (window, _folder) = window_with("<main><h1>x</h1><input><img src='data:,'></main>");
    let found = window.axe().join("\n");
    assert!(found.contains("label (critical)") && found.contains("image-alt (critical)"), "{found}");
}

#[test]
fn the_window_has_the_size_that_was_asked_for() {
    let (window, _folder) = window_with("<p style='width:1200px'>wide</p>");
    window.resize(1000, 700);
    assert_eq!(window.size(), (1000, 700));
    assert_eq!(window.sticks_out(), ["p: wide"]);
    window.runs("document.body.innerHTML = '<p>wide</p>'", vec![]);
    assert!(window.sticks_out().is_empty());
}

#[test]
fn storage_is_seen() {
    let (window, _folder) = window_with("<p>x</p>");
    assert!(window.storage_is_empty(), "{:?}", window.storage());
    if window.runs("try { sessionStorage.setItem('a', 'b'); return true } catch { return false }", vec![]) == true {
        assert_eq!(window.storage(), ["session storage: a"]);
    }
}

#[test]
fn nothing_keeps_running_when_a_window_is_gone() {
    let (window, _folder) = window_with("<p>x</p>");
    let process = window.process();
    assert!(window.is_open());
    window.is_killed();
    assert!(!std::path::Path::new(&format!("/proc/{process}")).exists());
}

#[test]
fn a_window_that_is_closed_ends_its_process() {
    let (window, _folder) = window_with("<p>x</p>");
    assert_eq!(window.titles_on_the_desktop().len(), 1);
    window.close();
}

#[test]
fn one_story_may_have_two_windows() {
    let (first, _folder) = window_with("<p>first</p>");
    let (second, _other_folder) = window_with("<p>second</p>");
    first.says("first");
    second.says("second");
    first.close();
    second.says("second");
}

#[test]
fn a_picture_shows_the_window() {
    let (window, _folder) = window_with("<p>x</p>");
    window.screenshot("A picture of nothing");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/window/a-picture-of-nothing.png");
    let picture = std::fs::read(file).unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
}
