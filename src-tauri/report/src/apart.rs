//! A press in a process of its own. Laying out cannot be interrupted and remembers what it laid out; a process can be ended
//! at any moment, and what it remembered ends with it.
//!
//! Everything goes through its two pipes: no word of hers is in an argument, in the environment or in a file.

use crate::wire::{Answered, Asked, ask};
use crate::{Error, Result, Worded};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

/// How long a newer page waits for an older one to be done: a press that is warm is worth more than this.
const MOMENT: Duration = Duration::from_millis(150);

/// A press apart; it runs from the first page until it is stopped.
pub struct PressApart {
    program: PathBuf,
    argument: &'static str,
    running: Mutex<Option<Arc<Running>>>,
    last: Mutex<Option<Worded>>,
    newest: AtomicU64,
}

/// The process.
struct Running {
    child: Mutex<Child>,
    pipes: Mutex<(ChildStdin, ChildStdout)>,
    /// Whether it was ended from here, and did not die.
    is_ended: AtomicBool,
}

impl PressApart {
    /// Names the program that is a press when it is started with this argument: it calls [`crate::serve`].
    pub fn of(program: PathBuf, argument: &'static str) -> Self {
        let (running, last, newest) = (Mutex::default(), Mutex::default(), AtomicU64::new(0));
        Self { program, argument, running, last, newest }
    }

    /// Starts it, if it is not running: it reads its fonts while she chooses. One that is laying out is left alone.
    pub fn warm(&self) {
        let mut slot = held(&self.running);
        if slot.is_none() {
            // What cannot be started now is told when a page is laid out.
            *slot = Running::start(self).ok().map(Arc::new);
        }
    }

    /// Lays a page out; answers with how many pages there are, and the letters that no font here has. It ends an older one
    /// that is still being laid out, which answers [`Error::Stopped`].
    pub fn lay_out(&self, worded: Worded) -> Result<(u32, Vec<char>)> {
        self.with_laid_out(worded, |_, laid_out| Ok(laid_out))
    }

    /// Draws one page of what was laid out last, from nought, as an SVG file.
    pub fn picture(&self, at: u32) -> Result<String> {
        let running = held(&self.running).clone().ok_or(Error::Stopped)?;
        let mut talk = Talk { press: self, running: &running, pipes: held(&running.pipes) };
        String::from_utf8(talk.file(Asked::Picture(at))?).map_err(|_| Error::NotMade)
    }

    /// Says what was laid out last as plain text.
    pub fn text(&self) -> Result<String> {
        held(&self.last).as_ref().map(Worded::text).ok_or(Error::Stopped)
    }

    /// Writes a page as a PDF file: this one, whatever else is asked for meanwhile.
    pub fn pdf(&self, worded: Worded) -> Result<Vec<u8>> {
        self.with_laid_out(worded, |talk, _| talk.file(Asked::Pdf))
    }

    /// Ends it, whatever it is doing, and forgets what it laid out.
    pub fn stop(&self) {
        self.newest.fetch_add(1, Ordering::SeqCst);
        if let Some(running) = held(&self.running).take() {
            running.end();
        }
        held(&self.last).take();
    }

    /// Finds it free, or starts another. One that stays busy is ended: nobody waits for its page any more.
    fn free(&self) -> Result<Arc<Running>> {
        let mut slot = held(&self.running);
        if let Some(running) = slot.take() {
            if running.is_free_within(MOMENT) {
                return Ok(slot.insert(running).clone());
            }
            running.end();
        }
        let running = Running::start(self).map_err(|_| Error::NotMade)?;
        Ok(slot.insert(Arc::new(running)).clone())
    }

    /// Lays a page out and does something with it before anything else can be laid out.
    fn with_laid_out<T>(
        &self,
        worded: Worded,
        what: impl FnOnce(&mut Talk, (u32, Vec<char>)) -> Result<T>,
    ) -> Result<T> {
        let turn = self.newest.fetch_add(1, Ordering::SeqCst) + 1;
        let is_newest = || self.newest.load(Ordering::SeqCst) == turn;
        let running = self.free()?;
        let mut talk = Talk { press: self, running: &running, pipes: held(&running.pipes) };
        if !is_newest() {
            return Err(Error::Stopped);
        }
        let answered = talk.ask(Asked::LayOut, Some(&worded))?.0;
        let Answered::LaidOut(pages, missing) = answered else { return Err(refused(&answered)) };
        {
            let mut last = held(&self.last);
            // Whoever stopped it meanwhile wants nothing of it to be here.
            if !is_newest() {
                return Err(Error::Stopped);
            }
            *last = Some(worded);
        }
        what(&mut talk, (pages, missing))
    }
}

/// The press while nobody else can ask it.
struct Talk<'a> {
    press: &'a PressApart,
    running: &'a Arc<Running>,
    pipes: MutexGuard<'a, (ChildStdin, ChildStdout)>,
}

impl Talk<'_> {
    fn file(&mut self, asked: Asked) -> Result<Vec<u8>> {
        let (answered, file) = self.ask(asked, None)?;
        if answered == Answered::File { Ok(file) } else { Err(refused(&answered)) }
    }

    fn ask(&mut self, asked: Asked, worded: Option<&Worded>) -> Result<(Answered, Vec<u8>)> {
        let (input, output) = &mut *self.pipes;
        ask(asked, worded, input, output).map_err(|_| {
            if self.running.is_ended.load(Ordering::SeqCst) {
                return Error::Stopped;
            }
            // It died: of too much memory, or of what no test has met. The next page begins with another.
            held(&self.press.running).take_if(|current| Arc::ptr_eq(current, self.running));
            Error::NotMade
        })
    }
}

impl Running {
    fn start(press: &PressApart) -> std::io::Result<Self> {
        let mut child = Command::new(&press.program)
            .arg(press.argument)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // What a compiler says about a page may quote it.
            .stderr(Stdio::null())
            .spawn()?;
        let pipes = child.stdin.take().zip(child.stdout.take()).expect("both were asked for");
        Ok(Self { child: Mutex::new(child), pipes: Mutex::new(pipes), is_ended: AtomicBool::new(false) })
    }

    fn is_free_within(&self, moment: Duration) -> bool {
        let until = Instant::now() + moment;
        loop {
            // A lock that was left by a panic is free.
            if !matches!(self.pipes.try_lock(), Err(TryLockError::WouldBlock)) {
                return matches!(held(&self.child).try_wait(), Ok(None));
            }
            if Instant::now() >= until {
                return false;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn end(&self) {
        self.is_ended.store(true, Ordering::SeqCst);
        let mut child = held(&self.child);
        // One that has ended by itself cannot be ended, and need not be.
        let _ = child.kill();
        let _ = child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

fn refused(answered: &Answered) -> Error {
    match answered {
        // A picture of a page that is not there is of one that was there before.
        Answered::Nothing => Error::Stopped,
        Answered::BrokenPhoto => Error::BrokenPhoto,
        _ => Error::NotMade,
    }
}

// Nothing here is half done when somebody panics: what is held is whole.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
