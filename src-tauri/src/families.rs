//! The families of this computer: the first in the app's own folder, each other one in a folder beneath it.

use crate::asked::Asked;
use crate::desk;
use serde::Serialize;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager};
use twinflower_core::domain::ids::FamilyId;

/// What the first family is called in a call; every other has the name of its folder.
const FIRST: &str = "first";

/// Another family, as this one's door names it.
#[derive(Serialize, specta::Type)]
pub(crate) struct FamilyRow {
    /// What it is called in a call.
    id: String,
    /// The names on its door; none when its door cannot be read.
    names: Vec<String>,
}

/// The families around the one that this window is over.
pub(crate) struct Families {
    first: PathBuf,
    here: PathBuf,
}

impl Families {
    /// Finds them; nothing when this window is over a folder that was named from outside, such as the made-up family's.
    pub(crate) fn around(app: &AppHandle) -> Option<Self> {
        let first = app.path().app_data_dir().ok()?;
        let here = app.state::<Asked>().folder.clone().unwrap_or_else(|| first.clone());
        let families = Self { first, here };
        families.here_is_one().then_some(families)
    }

    /// Tells whether a folder is that of one of the families of this computer, of which the first has the given folder.
    pub(crate) fn hold(first: &Path, here: &Path) -> bool {
        Self { first: first.to_owned(), here: here.to_owned() }.here_is_one()
    }

    /// Names the others, in an order that says nothing.
    pub(crate) fn rows(&self) -> Vec<FamilyRow> {
        let elsewhere = self.folders().into_iter().filter(|(_, folder)| *folder != self.here);
        let rows = elsewhere.map(|(id, folder)| (id, desk::names_at(&folder)));
        // A folder that nobody has come into yet is no family.
        let rows = rows.filter(|(_, names)| names.as_deref() != Some(&[]));
        rows.map(|(id, names)| FamilyRow { id, names: names.unwrap_or_default() }).collect()
    }

    /// What to ask a new process for, so that it stands at this family's door; nothing when there is none of this id.
    pub(crate) fn at(&self, id: &str) -> Option<Asked> {
        let (_, folder) = self.folders().into_iter().find(|(other, _)| other == id)?;
        Some(self.asked(folder))
    }

    /// The same for a family that nobody has come into yet.
    pub(crate) fn another(&self) -> Asked {
        let begun = self.folders().into_iter().map(|(_, folder)| folder);
        let mut empty = begun.filter(|folder| desk::names_at(folder).is_some_and(|names| names.is_empty()));
        let fresh = || self.others().join(FamilyId::draw(&mut desk::rng()).to_string());
        self.asked(empty.next().unwrap_or_else(fresh))
    }

    fn asked(&self, folder: PathBuf) -> Asked {
        let is_first = folder == self.first;
        Asked { folder: (!is_first).then_some(folder), demo: false }
    }

    fn here_is_one(&self) -> bool {
        self.here == self.first || self.here.parent() == Some(&self.others())
    }

    fn others(&self) -> PathBuf {
        self.first.join("families")
    }

    fn folders(&self) -> Vec<(String, PathBuf)> {
        let first = (FIRST.to_owned(), self.first.clone());
        let mut folders = named_folders(&self.others());
        folders.sort();
        std::iter::once(first).chain(folders).collect()
    }
}

fn named_folders(folder: &Path) -> Vec<(String, PathBuf)> {
    // Until somebody starts another family there is no such folder.
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path()))).collect()
}
