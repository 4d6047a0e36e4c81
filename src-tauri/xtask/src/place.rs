//! Where things stand in the checkout.

use std::env;
use std::path::{Path, PathBuf};

/// The folder of the checkout.
pub fn root() -> PathBuf {
    // Cargo says at run time where this package stands; a checkout that was moved after it was built still finds itself.
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .map(PathBuf::from)
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    package.ancestors().nth(2).map(Path::to_path_buf).expect("this package stands two folders below the root")
}

pub fn ui() -> PathBuf {
    root().join("ui")
}

pub fn locales() -> PathBuf {
    root().join("src-tauri").join("locales")
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The app as `cargo build` leaves it.
pub fn app() -> PathBuf {
    program("twinflower")
}

/// Any program of the workspace as `cargo build` leaves it.
pub fn program(name: &str) -> PathBuf {
    target().join("debug").join(format!("{name}{}", env::consts::EXE_SUFFIX))
}
