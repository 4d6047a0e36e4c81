//! What was asked for on the command line.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The folder and the family that this start is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// The data folder; the system's own place for applications when `None`.
    pub(crate) folder: Option<PathBuf>,
    /// Whether it is the made-up family's, to be thrown away.
    pub(crate) demo: bool,
}

impl Asked {
    /// Reads `--data FOLDER` and `--demo`.
    pub(crate) fn from_arguments(arguments: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let mut asked = Self::default();
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            match argument.to_str() {
                Some("--data") => {
                    let folder = arguments.next().ok_or("--data needs a folder.")?;
                    asked.folder = Some(PathBuf::from(folder));
                }
                Some("--demo") => asked.demo = true,
                _ => return Err("It takes --data FOLDER, --demo, or nothing.".to_owned()),
            }
        }
        Ok(asked)
    }

    /// Finds where the settings of a data folder are, never in it: the system's own place, unless that is the data folder's
    /// or another folder was asked for; then one beside it, `NAME-settings`. The made-up family has none.
    pub(crate) fn settings(&self, folder: &Path, systems: Option<PathBuf>) -> Option<PathBuf> {
        if self.demo {
            return None;
        }
        let systems = systems.filter(|systems| self.folder.is_none() && !systems.starts_with(folder));
        systems.or_else(|| {
            let folder = std::path::absolute(folder).ok()?;
            let mut name = folder.file_name()?.to_owned();
            name.push("-settings");
            Some(folder.with_file_name(name))
        })
    }

    /// Writes the same request again, for the process that starts at the door after a lock.
    pub(crate) fn arguments(&self) -> Vec<OsString> {
        let demo = self.demo.then(|| OsString::from("--demo"));
        let folder = self.folder.iter().flat_map(|folder| [OsString::from("--data"), folder.clone().into_os_string()]);
        demo.into_iter().chain(folder).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(folder: Option<&Path>) -> Asked {
        Asked { folder: folder.map(Path::to_owned), demo: false }
    }

    #[test]
    fn the_settings_are_never_in_the_data_folder() {
        let home = std::path::absolute("home").unwrap();
        let (folder, systems) = (home.join("data"), home.join("config"));
        let beside = Some(home.join("data-settings"));
        assert_eq!(asked(None).settings(&folder, Some(systems.clone())), Some(systems.clone()));
        assert_eq!(
            asked(None).settings(&folder, Some(folder.clone())),
            beside,
            "where the system has one place for both"
        );
        assert_eq!(asked(None).settings(&folder, Some(folder.join("config"))), beside);
        assert_eq!(asked(Some(&folder)).settings(&folder, Some(systems.clone())), beside);
        assert_eq!(Asked { demo: true, ..asked(Some(&folder)) }.settings(&folder, Some(systems)), None);
    }
}
