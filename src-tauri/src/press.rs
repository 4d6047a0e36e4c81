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

/// Names the sentence a person reads for what went wrong there.
pub(crate) fn told(error: Error) -> Told {
    match error {
        Error::Stopped => sentence("page-stopped", Some(Code::Stopped)),
        Error::BrokenPhoto => sentence("page-photo", None),
        Error::TooMuch(_) => sentence("page-too-much", None),
        Error::NotMade | Error::Catalog | Error::NoSentence(_) => sentence("page-not-made", None),
    }
}

/// Names the sentence for a computer that has no program to show a page with.
pub(crate) fn no_viewer() -> Told {
    sentence("no-viewer", None)
}

fn sentence(name: &str, code: Option<Code>) -> Told {
    Told { code, message: format!("error-{name}"), advice: format!("error-{name}-advice"), bound: None }
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
