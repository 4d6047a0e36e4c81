//! Meetings that were made up, over a stream in memory.

use std::time::Duration;

use tokio::io::{DuplexStream, duplex, split};

use super::*;
use crate::bounds::{MOST_IN_A_MESSAGE, MOST_TURNS};
use crate::made_up::MadeUp;

async fn over<M: Meeting>(end: DuplexStream, meeting: M, begins: Begins) -> Result<(M, Carried), Ended<M::Error>> {
    let (mut read, mut write) = split(end);
    carry(meeting, begins, &mut write, &mut read).await
}

type Both = (Result<(MadeUp, Carried), Ended<&'static str>>, Result<(MadeUp, Carried), Ended<&'static str>>);

async fn meet(opens: MadeUp, answers: MadeUp) -> Both {
    // Less room than a message has, so that each waits for the other.
    let (here, there) = duplex(100);
    tokio::join!(over(here, opens, Begins::Here), over(there, answers, Begins::There))
}

/// What the other side does instead of what it should, byte for byte.
async fn against(bytes: &[u8], meeting: MadeUp) -> Result<(MadeUp, Carried), Ended<&'static str>> {
    let (here, mut there) = duplex(1 << 20);
    there.write_all(bytes).await.unwrap();
    there.shutdown().await.unwrap();
    over(here, meeting, Begins::There).await
}

#[tokio::test]
async fn each_hears_what_the_other_says_in_its_order() {
    let long = vec![7; 100_000];
    let (opened, answered) = meet(MadeUp::new(&[b"one", &long], 2), MadeUp::new(&[b"eins", b"zwei"], 2)).await;
    let ((opened, carried), (answered, back)) = (opened.unwrap(), answered.unwrap());
    assert_eq!(opened.heard, [b"eins", b"zwei"]);
    assert_eq!(answered.heard, [b"one".to_vec(), long]);
    assert_eq!(carried, Carried { out: 100_003, back: 8, messages: 4 });
    assert_eq!((carried.out, carried.back), (back.back, back.out));
}

#[tokio::test]
async fn the_last_word_may_be_on_either_side() {
    for (says, answers) in [(1, 0), (1, 1), (2, 1), (2, 2), (9, 8)] {
        let messages = vec![&b"word"[..]; says];
        let (opened, answered) = meet(MadeUp::new(&messages, answers), MadeUp::new(&messages[..answers], says)).await;
        assert_eq!(opened.unwrap().0.heard.len(), answers, "{says} and {answers}");
        assert_eq!(answered.unwrap().0.heard.len(), says, "{says} and {answers}");
    }
}

#[tokio::test]
async fn a_side_that_refuses_what_it_hears_ends_it_for_both() {
    let refuses = MadeUp { refuses: true, ..MadeUp::new(&[b"b"], 1) };
    let (opened, answered) = meet(MadeUp::new(&[b"a"], 1), refuses).await;
    assert_eq!(answered.unwrap_err(), Ended::Meeting("refused"));
    assert_eq!(opened.unwrap_err(), Ended::Wire(Error::Cut), "why is nobody's business");
}

#[tokio::test]
async fn a_panic_in_a_meeting_ends_that_meeting_only() {
    let panics = MadeUp { panics: true, ..MadeUp::new(&[b"b"], 1) };
    let (opened, answered) = meet(MadeUp::new(&[b"a"], 1), panics).await;
    assert_eq!(answered.unwrap_err(), Ended::Wire(Error::Failed));
    assert_eq!(opened.unwrap_err(), Ended::Wire(Error::Cut));
}

#[tokio::test]
async fn a_side_with_nothing_to_say_at_its_turn_has_failed() {
    let (_, answered) = meet(MadeUp::new(&[b"a"], 1), MadeUp::new(&[], 2)).await;
    assert_eq!(answered.unwrap_err(), Ended::Wire(Error::Failed));
    let too_long = vec![0; MOST_IN_A_MESSAGE + 1];
    let (opened, _) = meet(MadeUp::new(&[&too_long], 0), MadeUp::new(&[], 1)).await;
    assert_eq!(opened.unwrap_err(), Ended::Wire(Error::Failed), "and none that the other would refuse");
}

#[tokio::test]
async fn a_wire_that_is_cut_anywhere_is_a_cut_wire() {
    let whole = [&[0, 0, 0, 5], &b"hello"[..]].concat();
    for cut in 0..whole.len() {
        let ended = against(&whole[..cut], MadeUp::new(&[b"b"], 2)).await;
        assert_eq!(ended.unwrap_err(), Ended::Wire(Error::Cut), "cut at {cut}");
    }
    let ended = against(&whole, MadeUp::new(&[b"b", b"c"], 2)).await;
    assert_eq!(ended.unwrap_err(), Ended::Wire(Error::Cut), "cut between two messages");
}

#[tokio::test]
async fn four_gibibytes_are_refused_at_their_length() {
    for length in [u32::MAX, MOST_IN_A_MESSAGE as u32 + 1] {
        let ended = against(&length.to_be_bytes(), MadeUp::new(&[b"b"], 1)).await;
        assert_eq!(ended.unwrap_err(), Ended::Wire(Error::TooMuch("a message's length")));
    }
}

#[tokio::test]
async fn nothing_may_be_said_after_the_end() {
    let bytes = [0, 0, 0, 1, b'a', 0, 0, 0, 1, b'b'];
    let ended = against(&bytes, MadeUp::new(&[], 1)).await;
    assert_eq!(ended.unwrap_err(), Ended::Wire(Error::NotUnderstood("a message after the end")));
}

#[tokio::test]
async fn a_million_tiny_messages_are_stopped_at_the_bound_of_turns() {
    let messages = vec![&b"a"[..]; MOST_TURNS as usize + 1];
    let (opened, answered) = meet(MadeUp::new(&messages, usize::MAX), MadeUp::new(&messages, usize::MAX)).await;
    assert_eq!(answered.unwrap_err(), Ended::Wire(Error::TooMuch("a meeting's turns")));
    assert_eq!(opened.unwrap_err(), Ended::Wire(Error::Cut));
}

#[tokio::test(start_paused = true)]
async fn who_says_nothing_is_not_waited_for() {
    let (here, _there) = duplex(100);
    let began = tokio::time::Instant::now();
    let ended = over(here, MadeUp::new(&[b"b"], 1), Begins::There).await;
    assert_eq!(ended.unwrap_err(), Ended::Wire(TOO_SLOW));
    assert_eq!(began.elapsed(), PATIENCE_FOR_A_MESSAGE);
}

#[tokio::test(start_paused = true)]
async fn slow_bytes_are_one_slow_message() {
    let (here, mut there) = duplex(100);
    let drips = async {
        there.write_all(&[0, 0, 1, 0]).await.unwrap();
        while there.write_all(b"x").await.is_ok() {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    };
    let began = tokio::time::Instant::now();
    let (ended, ()) = tokio::join!(over(here, MadeUp::new(&[b"b"], 1), Begins::There), drips);
    assert_eq!(ended.unwrap_err(), Ended::Wire(TOO_SLOW));
    assert!(began.elapsed() < PATIENCE_FOR_A_MESSAGE * 2);
}

#[tokio::test(start_paused = true)]
async fn who_reads_nothing_is_not_waited_for_either() {
    let (here, _there) = duplex(100);
    let ended = over(here, MadeUp::new(&[&[0; 1000]], 1), Begins::Here).await;
    assert_eq!(ended.unwrap_err(), Ended::Wire(TOO_SLOW));
}

#[tokio::test(start_paused = true)]
async fn a_meeting_that_goes_on_for_ever_ends_at_its_time() {
    let (here, there) = duplex(100);
    let slow = async {
        let (mut read, mut write) = split(there);
        loop {
            tokio::time::sleep(Duration::from_secs(20)).await;
            if write.write_all(&[0, 0, 0, 1, b'a']).await.is_err() {
                break;
            }
            let mut answer = [0; 5];
            if read.read_exact(&mut answer).await.is_err() {
                break;
            }
        }
    };
    let messages = vec![&b"b"[..]; 1000];
    let (ended, ()) = tokio::join!(over(here, MadeUp::new(&messages, usize::MAX), Begins::There), slow);
    assert_eq!(ended.unwrap_err(), Ended::Wire(TOO_LONG));
}
