//! How large it is: the package and what it installs, where one was built, and the window's content on its way.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::Progress;
use super::figure::Figure;

/// Weighs what `cargo xtask package` left beside this program, and the window's content without its fonts.
pub fn package(progress: Progress) -> Vec<Figure> {
    let mut figures =
        vec![Figure::new("package", "the window's content without fonts, gzipped", "kB", vec![content()])];
    figures[0] = figures[0].clone().at_most(200.0);
    match debian() {
        Some(path) => {
            let size = fs::metadata(&path).map_or(0, |data| data.len()) as f64 / 1e6;
            figures.push(Figure::new("package", "the .deb", "MB", vec![size]));
            figures.extend(installed(&path).map(|size| Figure::new("package", "installed", "MB", vec![size])));
        }
        None => progress("no .deb stands beside this program: `cargo xtask package` makes one"),
    }
    figures
}

/// The kilobytes of every file that the window loads, each gzipped by itself; fonts are compressed as they are.
fn content() -> f64 {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist")];
    let mut bytes = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the window's content is built before the bench").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_none_or(|ending| ending != "woff2") {
                bytes += gzipped(&fs::read(&path).expect("what was built can be read"));
            }
        }
    }
    bytes as f64 / 1000.0
}

fn gzipped(bytes: &[u8]) -> usize {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let written = gzip.write_all(bytes).and_then(|()| gzip.finish());
    written.expect("memory takes it").len()
}

/// The newest package beside this program.
fn debian() -> Option<PathBuf> {
    let folder = std::env::current_exe().ok()?.parent()?.join("bundle/deb");
    let packages = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let packages = packages.filter(|path| path.extension().is_some_and(|ending| ending == "deb"));
    packages.max_by_key(|path| fs::metadata(path).and_then(|data| data.modified()).ok())
}

/// The megabytes that a package says it takes.
fn installed(path: &Path) -> Option<f64> {
    let said = Command::new("dpkg-deb").arg("--field").arg(path).arg("Installed-Size").output().ok()?;
    String::from_utf8(said.stdout).ok()?.trim().parse::<f64>().ok().map(|kibibytes| kibibytes * 1024.0 / 1e6)
}
