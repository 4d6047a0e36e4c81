//! Every screen, held up to what everybody needs of it; and the pictures of them that a person can leaf through.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use twinflower_tests::window::{Window, pictures};

/// The screens, in the order in which somebody meets them. A story walks through a chapter from its first to its last.
const CHAPTERS: [(&str, &[&str]); 13] = [
    (
        "The first day",
        &[
            "welcome-look",
            "welcome-a-minute-to-read",
            "welcome-herself",
            "welcome-passphrase",
            "welcome-words-of-her-own",
            "welcome-spare-words",
            "welcome-try-the-paper",
        ],
    ),
    ("The second one comes", &["waits-for-a-yes", "say-yes"]),
    (
        "Nothing here yet",
        &[
            "today-empty",
            "milestones-empty",
            "rituals-empty",
            "goals-empty",
            "letters-empty",
            "shelf-empty",
            "shared-empty",
            "settings-kept-safe-empty",
            "help-without-a-region",
        ],
    ),
    (
        "The door",
        &[
            "door",
            "door-wrong-words",
            "door-help",
            "lost-spare-words",
            "lost-neither",
            "door-one-is-here",
            "unfinished",
        ],
    ),
    (
        "The next hour",
        &[
            "next-hour",
            "breathing-ready",
            "breathing",
            "breathing-pace",
            "let-tension-go",
            "five-senses",
            "wave-before",
            "wave",
            "wave-over",
        ],
    ),
    (
        "One of them, after ten years",
        &[
            "today-alone",
            "milestones",
            "milestone-days",
            "milestone-form",
            "milestone-share",
            "milestone-delete",
            "rituals",
            "ritual",
            "ritual-form",
            "ritual-ideas",
            "goals",
            "goal-form",
            "goal-proposal",
            "goal-check-in",
            "letters",
            "letter-writing",
            "letter-moment",
            "shelf",
            "keepsake",
            "shared",
            "shared-take-back",
            "settings",
            "settings-what-opens-it",
            "settings-kept-safe",
            "settings-what-she-lives-with",
            "settings-her-people",
            "settings-passphrase",
            "settings-spare-words",
            "settings-stick",
            "settings-bring-back",
            "settings-leave",
            "settings-a-person",
            "help-for-me",
            "help-for-someone",
        ],
    ),
    ("An invitation", &["mark-ready", "bring-something-along"]),
    ("A time it was kept", &["ritual-kept"]),
    (
        "Both of them",
        &[
            "today",
            "milestones-together",
            "goals-together",
            "letters-together",
            "settings-together",
            "signature",
            "celebration-words",
            "celebration-choose-a-ritual",
            "celebration-ritual",
            "celebration-letter",
            "celebration-lines",
            "celebration-keepsake",
            "today-after-a-celebration",
            "open-mine",
        ],
    ),
    ("On paper", &["pages", "page-of-her-own", "page-empty", "page-composed", "page-sign-off", "page-saved"]),
    ("When something is wrong", &["unreadable"]),
    ("A copy takes its place", &["cannot-be-read", "repair", "repaired"]),
    (
        "A second computer",
        &[
            "add-a-computer",
            "add-a-ticket",
            "join-with-a-ticket",
            "add-six-words",
            "join-waits",
            "join-your-copy",
            "add-is-done",
            "settings-computers",
        ],
    ),
];

/// What is worth a picture at dusk as well.
const AT_DUSK: [&str; 8] =
    ["door", "next-hour", "breathing", "today", "milestones", "shelf", "page-composed", "help-for-me"];

/// A chapter that a story walks through.
pub(super) struct Chapter {
    screens: &'static [&'static str],
    shown: RefCell<Vec<String>>,
    found: RefCell<Vec<String>>,
}

impl Chapter {
    pub(super) fn begins(title: &str) -> Self {
        let (_, screens) = CHAPTERS.iter().find(|(other, _)| *other == title).expect("the chapter is in the album");
        Self { screens, shown: RefCell::default(), found: RefCell::default() }
    }

    /// Looks whether everybody can use the screen that is there now: by day and at dusk, in a small window, and with text
    /// twice as large. Keeps its pictures.
    pub(super) fn shows(&self, window: &Window, screen: &str) {
        self.shown.borrow_mut().push(screen.to_owned());
        is_lit(window, "night");
        self.see(window, screen, "night", window.axe());
        is_lit(window, "day");
        self.see(window, screen, "", window.axe());
        window.resize(900, 640);
        self.see(window, screen, "small", vec![]);
        window.resize(1280, 800);
        window.text_scale(200);
        self.see(window, screen, "large text", vec![]);
        window.text_scale(100);
    }

    /// Holds that every screen of it was shown, in its place, and that nothing was in anybody's way.
    pub(super) fn ends(self) {
        assert_eq!(self.shown.into_inner(), self.screens);
        assert_eq!(self.found.into_inner(), Vec::<String>::new());
    }

    /// Notes what is cut off at the side, and what keeps the two buttons that are always there from being seen and pressed.
    fn see(&self, window: &Window, screen: &str, how: &str, found: Vec<String>) {
        let picture = [screen, how].join(" ").trim().replace(' ', "-");
        let cut_off = window.sticks_out().into_iter().map(|what| format!("it sticks out: {what}"));
        let corners = window.out_of_reach(&["Hide now", "Help now"]);
        let all: Vec<String> = found.into_iter().chain(cut_off).chain(corners).collect();
        if files(&screen).contains(&format!("{picture}.png")) {
            window.screenshot_to_leaf_through(&picture);
        } else if !all.is_empty() {
            window.screenshot(&picture);
        }
        self.found.borrow_mut().extend(all.into_iter().map(|what| format!("{picture}: {what}")));
    }
}

fn is_lit(window: &Window, theme: &str) {
    window.runs("document.documentElement.dataset.theme = arguments[0]", vec![theme.into()]);
    window.comes_to_rest();
}

#[test]
fn every_screen_has_its_picture_and_every_picture_its_screen() {
    let folder = pictures::to_leaf_through();
    let wanted: BTreeSet<String> = CHAPTERS.iter().flat_map(|(_, screens)| screens.iter()).flat_map(files).collect();
    let page = folder.join("README.md");
    if pictures::are_renewed() {
        for stray in kept(&folder).difference(&wanted) {
            fs::remove_file(folder.join(stray)).unwrap();
        }
        fs::write(page, to_leaf_through()).unwrap();
    } else {
        let how = "`cargo xtask test --only window --pictures` renews them";
        assert_eq!(kept(&folder), wanted, "{how}");
        assert_eq!(fs::read_to_string(page).unwrap(), to_leaf_through(), "{how}");
    }
}

fn kept(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    entries.filter(|name| name != "README.md").collect()
}

/// By day, and at dusk where that is kept too.
fn files(screen: &&str) -> Vec<String> {
    let at_dusk = AT_DUSK.contains(screen).then(|| format!("{screen}-night.png"));
    [format!("{screen}.png")].into_iter().chain(at_dusk).collect()
}

fn to_leaf_through() -> String {
    let mut page = String::from(
        "# The screens\n\nTaken in the real window, of made-up people, by `cargo xtask test --only window --pictures`, which also writes this\npage.\n",
    );
    for (title, screens) in CHAPTERS {
        write!(page, "\n## {title}\n").unwrap();
        for (screen, file) in
            screens.iter().flat_map(|screen| files(screen).into_iter().map(move |file| (screen, file)))
        {
            let words = screen.replace('-', " ");
            write!(page, "\n{words}\n\n![{words}]({file})\n").unwrap();
        }
    }
    page
}
