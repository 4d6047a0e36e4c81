//! The press: lays out the page that is looked at, and keeps it laid out for its pictures and its PDF.

use std::sync::{Mutex, MutexGuard, PoisonError};
use twinflower_core::{Code, Told};
use twinflower_report::{Error, Fonts, LaidOut, Press, Worded};

/// The one press of this window.
pub(crate) struct PagePress {
    press: Press,
    last: Mutex<Option<(Worded, LaidOut)>>,
}

/// What can go wrong on the way to paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It was stopped, by her or by what she asked for since.
    Stopped,
    /// The report refused it.
    Report(Error),
    /// No program of this computer shows a page.
    NoViewer,
}

impl PagePress {
    /// Sets the press up.
    pub(crate) fn new() -> Self {
        Self { press: Press::new(Fonts::InsideThenSystem), last: Mutex::new(None) }
    }

    /// Lays a page out; answers with how many pages there are, and the letters that no font here has.
    pub(crate) fn lay_out(&self, worded: Worded) -> Result<(u32, Vec<char>), Trouble> {
        let mut last = self.last();
        if last.as_ref().is_none_or(|(before, _)| *before != worded) {
            let laid_out = self.press.lay_out(&worded).map_err(Trouble::Report)?;
            *last = Some((worded, laid_out));
        }
        let (_, laid_out) = last.as_ref().expect("it was laid out above");
        Ok((laid_out.pages() as u32, laid_out.missing()))
    }

    /// Draws one page of what was laid out last.
    pub(crate) fn picture(&self, at: u32) -> Result<String, Trouble> {
        let last = self.last();
        let (_, laid_out) = last.as_ref().ok_or(Trouble::Stopped)?;
        Ok(laid_out.picture(at as usize).ok_or(Trouble::Stopped)?.0)
    }

    /// Says what was laid out last as plain text.
    pub(crate) fn text(&self) -> Result<String, Trouble> {
        Ok(self.last().as_ref().ok_or(Trouble::Stopped)?.0.text())
    }

    /// Writes a page as a PDF file.
    pub(crate) fn pdf(&self, worded: Worded) -> Result<Vec<u8>, Trouble> {
        self.lay_out(worded)?;
        let last = self.last();
        let (_, laid_out) = last.as_ref().ok_or(Trouble::Stopped)?;
        Ok(laid_out.pdf().map_err(Trouble::Report)?.bytes)
    }

    /// Ends what is being laid out, and forgets what was.
    pub(crate) fn stop(&self) {
        self.last().take();
        self.press.forget();
    }

    fn last(&self) -> MutexGuard<'_, Option<(Worded, LaidOut)>> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Trouble {
    /// Names the sentence a person reads for it.
    pub(crate) fn told(self) -> Told {
        let name = match self {
            Self::Stopped => "page-stopped",
            Self::Report(Error::BrokenPhoto) => "page-photo",
            Self::Report(Error::TooMuch(_)) => "page-too-much",
            Self::Report(_) => "page-not-made",
            Self::NoViewer => "no-viewer",
        };
        let code = (self == Self::Stopped).then_some(Code::Stopped);
        Told { code, message: format!("error-{name}"), advice: format!("error-{name}-advice"), bound: None }
    }
}
