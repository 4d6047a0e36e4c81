//! The press: this program again, with one argument that nobody types, and the sentences for what goes wrong there.

use twinflower_core::{Code, Told};
use twinflower_report::{Error, PressApart};

/// What makes this program a press.
pub(crate) const ARGUMENT: &str = "--press";

/// The most memory that the press may ask for, in bytes of its address space. A year of two busy people takes a part of it.
#[cfg(target_os = "linux")]
const MOST_MEMORY: u64 = 4 << 30;

/// Sets up the one press of this window; it starts when a page is composed.
pub(crate) fn apart() -> PressApart {
    // Without a path it cannot be started, and that is told when a page is laid out.
    PressApart::of(std::env::current_exe().unwrap_or_default(), ARGUMENT)
}

/// Is the press, until nothing is asked any more.
pub(crate) fn serve() -> ! {
    #[cfg(target_os = "linux")]
    bound_memory();
    twinflower_report::serve(std::io::stdin(), std::io::stdout())
}

/// What goes wrong on the way to paper, by its sentence.
#[derive(PartialEq)]
enum Trouble {
    Stopped,
    Photo,
    TooMuch,
    NotMade,
    NoViewer,
}

/// Names the sentence a person reads for what went wrong in the press.
pub(crate) fn told(error: Error) -> Told {
    let trouble = match error {
        Error::Stopped => Trouble::Stopped,
        Error::BrokenPhoto => Trouble::Photo,
        Error::TooMuch(_) => Trouble::TooMuch,
        Error::NotMade | Error::Catalog | Error::NoSentence(_) => Trouble::NotMade,
    };
    trouble.told()
}

/// Names the sentence for a computer that has no program to show a page with.
pub(crate) fn no_viewer() -> Told {
    Trouble::NoViewer.told()
}

impl Trouble {
    fn told(self) -> Told {
        let name = match self {
            Self::Stopped => "page-stopped",
            Self::Photo => "page-photo",
            Self::TooMuch => "page-too-much",
            Self::NotMade => "page-not-made",
            Self::NoViewer => "no-viewer",
        };
        let code = (self == Self::Stopped).then_some(Code::Stopped);
        Told { code, message: format!("error-{name}"), advice: format!("error-{name}-advice"), bound: None }
    }
}

/// Bounds what a page can take from the computer, and keeps a press that dies from leaving its memory in a file.
#[cfg(target_os = "linux")]
fn bound_memory() {
    use rustix::process::{setrlimit, Resource, Rlimit};
    for (what, most) in [(Resource::As, MOST_MEMORY), (Resource::Core, 0)] {
        // A system that already allows less keeps its own bound.
        let _ = setrlimit(what, Rlimit { current: Some(most), maximum: Some(most) });
    }
}
