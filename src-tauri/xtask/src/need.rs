//! What must be installed on this system, and how it gets there.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use crate::program;
use crate::say;
use crate::trouble::Trouble;

/// What building and opening the window needs on Debian and its relatives.
pub const FOR_THE_WINDOW: &[&str] = &[
    "build-essential",       // a linker and a C compiler
    "pkg-config",            // tells the build where the libraries below are
    "libdbus-1-dev",         // the window's toolkit asks the desktop for its theme
    "libgtk-3-dev",          // the window
    "libwebkit2gtk-4.1-dev", // what is in the window
];

/// What trying the real window needs besides.
pub const FOR_THE_TESTS: &[&str] = &[
    "xvfb",                   // a screen that nobody sees
    "openbox",                // full screen needs somebody who manages windows
    "wmctrl",                 // closes a window as the cross in its corner does
    "xdotool",                // types in the system's own dialogs
    "webkit2gtk-driver",      // presses and types in the window
    "poppler-utils",          // reads the text and the structure of printed pages
    "dbus-daemon",            // a bus on which a story
    "dbus-bin",               // says that the computer sleeps
    "fonts-noto-core",        // names are written in many scripts
    "fonts-noto-color-emoji", // and with flowers
];

/// Installs what is missing, after saying so; elsewhere than on Debian and its relatives says what is needed.
pub fn install(packages: &[&str]) -> Result<(), Trouble> {
    if cfg!(target_os = "macos") {
        say::plain("Needed from the system: the Xcode command line tools (`xcode-select --install`).");
        return Ok(());
    }
    if cfg!(windows) {
        say::plain(
            "Needed from the system: the Visual Studio build tools for C++ (MSVC), and WebView2, which Windows 11 brings along.",
        );
        return Ok(());
    }
    if !is_debian_like() {
        say::plain(&format!(
            "This is not Debian or a relative of it: please see that your system has what Debian calls {}.",
            packages.join(" ")
        ));
        return Ok(());
    }
    let missing = missing(packages);
    if missing.is_empty() {
        return Ok(());
    }
    say::plain(&format!("Missing on this system, and installed now with apt-get: {}", missing.join(" ")));
    if !package_lists_are_fresh() {
        // An old list may still name the right files; the install below says whether it does.
        if let Err(trouble) = apt_get(&["update", "--quiet"]) {
            say::trouble(&trouble);
        }
    }
    let mut words = vec!["install", "--yes", "--no-install-recommends"];
    words.extend(&missing);
    apt_get(&words).map_err(|trouble| {
        Trouble::new(format!("{trouble}\nPlease install these yourself and start again: {}", missing.join(" ")))
    })
}

fn is_debian_like() -> bool {
    Path::new("/usr/bin/dpkg-query").exists() && Path::new("/usr/bin/apt-get").exists()
}

fn missing<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    packages.iter().copied().filter(|package| !is_installed(package)).collect()
}

fn is_installed(package: &str) -> bool {
    program::ask("dpkg-query", &["--show", "--showformat", "${db:Status-Status}\n", package])
        .is_some_and(|states| states.lines().any(|state| state == "installed"))
}

fn package_lists_are_fresh() -> bool {
    let day = Duration::from_secs(24 * 60 * 60);
    let folder = Path::new("/var/lib/apt/lists");
    let names_packages = fs::read_dir(folder).is_ok_and(|mut lists| {
        lists.any(|list| list.is_ok_and(|list| list.file_name().to_string_lossy().contains("Packages")))
    });
    let changed = fs::metadata(folder).and_then(|folder| folder.modified());
    let is_young = changed.is_ok_and(|then| SystemTime::now().duration_since(then).is_ok_and(|age| age < day));
    names_packages && is_young
}

fn apt_get(words: &[&str]) -> Result<(), Trouble> {
    let is_root = program::ask("id", &["-u"]).as_deref() == Some("0");
    let mut command = if is_root {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
        sudo
    };
    program::run(command.env("DEBIAN_FRONTEND", "noninteractive").args(words))
}
