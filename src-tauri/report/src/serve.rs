//! The press as a process: it answers what it is asked, and ends when nobody asks any more.

use crate::wire::{self, Answered, Asked};
use crate::{Error, Fonts, LaidOut, Press, Result, Worded};
use std::io::{Read, Write};
use std::process::exit;
use std::sync::mpsc;

/// How deep a page may be laid out within another, in bytes of stack: what a person wrote nests nothing, the compiler does.
const STACK: usize = 64 << 20;

/// Answers until nothing is asked any more, and ends the process: at once, even while a page is being laid out.
pub fn serve(input: impl Read + Send + 'static, output: impl Write + Send + 'static) -> ! {
    let (asks, asked) = mpsc::channel();
    let work = std::thread::Builder::new().stack_size(STACK).spawn(move || answer_all(&asked, output));
    if work.is_ok() {
        let mut input = input;
        // What is no message ends it as well: nobody is there who could be told.
        while let Ok(parts) = wire::read(&mut input) {
            if asks.send(parts).is_err() {
                break;
            }
        }
    }
    exit(0)
}

fn answer_all(asked: &mpsc::Receiver<Vec<Vec<u8>>>, mut output: impl Write) {
    let press = Press::new(Fonts::InsideThenSystem);
    let mut last = None;
    for parts in asked {
        let (answered, file) = answer(&press, &mut last, parts);
        let first = serde_json::to_vec(&answered).expect("an answer is JSON");
        if wire::write(&mut output, &[&first, &file]).is_err() {
            break;
        }
    }
    exit(0)
}

fn answer(press: &Press, last: &mut Option<(Worded, LaidOut)>, parts: Vec<Vec<u8>>) -> (Answered, Vec<u8>) {
    let mut parts = parts.into_iter();
    let asked = serde_json::from_slice(&parts.next().unwrap_or_default());
    let made = match (asked, last.as_ref()) {
        (Ok(Asked::LayOut), _) => {
            let worded = Worded { sheet: parts.next().unwrap_or_default(), photo: parts.next() };
            lay_out(press, last, worded).map(|answered| (answered, Vec::new()))
        }
        (Ok(Asked::Picture(at)), Some((_, laid_out))) => match laid_out.picture(at as usize) {
            Some(picture) => Ok((Answered::File, picture.0.into_bytes())),
            None => Ok((Answered::Nothing, Vec::new())),
        },
        (Ok(Asked::Pdf), Some((_, laid_out))) => laid_out.pdf().map(|printed| (Answered::File, printed.bytes)),
        (Ok(Asked::Picture(_) | Asked::Pdf), None) => Ok((Answered::Nothing, Vec::new())),
        (Err(_), _) => Err(Error::NotMade),
    };
    made.unwrap_or_else(|error| match error {
        Error::BrokenPhoto => (Answered::BrokenPhoto, Vec::new()),
        _ => (Answered::NotMade, Vec::new()),
    })
}

fn lay_out(press: &Press, last: &mut Option<(Worded, LaidOut)>, worded: Worded) -> Result<Answered> {
    let again = last.take().filter(|(before, _)| *before == worded);
    let (worded, laid_out) = match again {
        Some(again) => again,
        None => {
            let laid_out = press.lay_out(&worded)?;
            (worded, laid_out)
        }
    };
    let answered = Answered::LaidOut(laid_out.pages() as u32, laid_out.missing());
    *last = Some((worded, laid_out));
    Ok(answered)
}
