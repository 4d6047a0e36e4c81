//! How fast and how small it is: `cargo xtask bench` measures it, each figure several times, by turns with what it is
//! compared with.

pub mod commit;
#[cfg(target_os = "linux")]
pub mod composer;
#[cfg(target_os = "linux")]
pub mod door;
pub mod figure;
#[cfg(target_os = "linux")]
pub mod lived;
pub mod package;
#[cfg(target_os = "linux")]
pub mod pages;
#[cfg(target_os = "linux")]
mod screen;
pub mod shown;
pub mod size;
pub mod unlock;
pub mod wire;
pub mod years;

use figure::Figure;
use years::Years;

pub use crate::prove::{Ask, Progress};

/// One thing that is measured.
pub struct Bench {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What is measured.
    pub what: &'static str,
    /// Measures it.
    pub measures: fn(&mut Bed) -> Vec<Figure>,
}

/// Everything that is measured, in this order.
pub const BENCHES: &[Bench] = &[
    Bench { name: "unlock", what: "coming in to ten and twenty years, and searching", measures: unlock },
    Bench { name: "commit", what: "a commit beside a bare write, a use case beside its commit", measures: commit },
    Bench { name: "size", what: "the store beside the same entries as JSON", measures: size },
    #[cfg(target_os = "linux")]
    Bench {
        name: "pages",
        what: "a month and a year on paper beside the library alone, and after a tick, in the press and in the window",
        measures: |bed| [pages::pages(bed), composer::ticks(bed)].concat(),
    },
    #[cfg(target_os = "linux")]
    Bench {
        name: "door",
        what: "the door beside a blank window: time to its picture, and memory",
        measures: |bed| door::door(bed.ask, bed.progress),
    },
    #[cfg(target_os = "linux")]
    Bench {
        name: "screens",
        what: "each screen of the window with ten years in it, and its memory",
        measures: screens,
    },
    #[cfg(target_os = "linux")]
    Bench { name: "idle", what: "a minute in which nobody touches the window, beside a blank one", measures: idle },
    #[cfg(target_os = "linux")]
    Bench { name: "celebration", what: "the frames of a celebration, beside a blank page's", measures: celebration },
    Bench {
        name: "wire",
        what: "a meeting of two computers beside the bare bytes, over this computer's loopback",
        measures: |bed| wire::wire(bed.ask, bed.progress),
    },
    Bench {
        name: "package",
        what: "the package and the window's content",
        measures: |bed| package::package(bed.progress),
    },
];

/// What the measurements share: how often, where chance begins, and families that are lived through only once.
pub struct Bed<'a> {
    /// How often, and where chance begins.
    pub ask: Ask,
    /// Tells how far it is.
    pub progress: Progress<'a>,
    /// Ten times these days are “ten years”: fewer only to try that the parts work.
    pub days_a_year: u64,
    ten: Option<Years>,
}

impl<'a> Bed<'a> {
    /// Begins with nothing lived yet.
    pub fn new(ask: Ask, days_a_year: u64, progress: Progress<'a>) -> Self {
        Self { ask, progress, days_a_year, ten: None }
    }

    fn lived(&mut self, years: u64) -> Years {
        Years::live(years * self.days_a_year, self.ask.seed, self.progress)
            .expect("a made-up family may do what it does")
    }

    /// Measures something over ten years that does not add to them.
    #[cfg(target_os = "linux")]
    fn over_ten(&mut self, measures: fn(Ask, &Years, Progress) -> Vec<Figure>) -> Vec<Figure> {
        let ten = self.ten();
        let figures = measures(self.ask, &ten, self.progress);
        self.ten = Some(ten);
        figures
    }

    fn ten(&mut self) -> Years {
        self.ten.take().unwrap_or_else(|| self.lived(10))
    }
}

fn unlock(bed: &mut Bed) -> Vec<Figure> {
    let (mut ten, mut twenty) = (bed.ten(), bed.lived(20));
    for lived in [&mut ten, &mut twenty] {
        // While Argon2id takes its time, the store opens.
        lived.home.harden(lived.ana);
    }
    let figures = unlock::unlock(bed.ask, &mut ten, &mut twenty, bed.progress);
    bed.ten = Some(ten);
    figures
}

fn commit(bed: &mut Bed) -> Vec<Figure> {
    // It adds to what was lived, so it is not kept.
    let mut lived = bed.lived(10);
    commit::commit(bed.ask, &mut lived, bed.progress)
}

fn size(bed: &mut Bed) -> Vec<Figure> {
    let mut lived = bed.ten();
    let figures = size::size(&mut lived).expect("a made-up family may tidy");
    bed.ten = Some(lived);
    figures
}

#[cfg(target_os = "linux")]
fn screens(bed: &mut Bed) -> Vec<Figure> {
    bed.over_ten(lived::screens)
}

#[cfg(target_os = "linux")]
fn idle(bed: &mut Bed) -> Vec<Figure> {
    bed.over_ten(lived::idle)
}

#[cfg(target_os = "linux")]
fn celebration(bed: &mut Bed) -> Vec<Figure> {
    bed.over_ten(lived::celebration)
}
