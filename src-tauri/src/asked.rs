//! What was asked for on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

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

    /// Writes the same request again, for the process that starts at the door after a lock.
    pub(crate) fn arguments(&self) -> Vec<OsString> {
        let demo = self.demo.then(|| OsString::from("--demo"));
        let folder = self.folder.iter().flat_map(|folder| [OsString::from("--data"), folder.clone().into_os_string()]);
        demo.into_iter().chain(folder).collect()
    }
}
