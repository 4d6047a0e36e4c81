//! Two wires on one computer, over real sockets.

use std::io::{Read, Seek, Write};
use std::time::Instant;

use zeroize::Zeroizing;

use super::*;
use crate::made_up::MadeUp;

const HER: [u8; 32] = [1; 32];
const HIS: [u8; 32] = [2; 32];

async fn wire(seed: &[u8; 32], paired: &[[u8; 32]]) -> Arc<Wire> {
    let paired = paired.iter().map(DeviceId::of_seed).collect();
    Arc::new(Wire::open(seed, Reach::Computer, paired).await.unwrap())
}

async fn two() -> (Arc<Wire>, Arc<Wire>, Addresses) {
    let (here, there) = (wire(&HER, &[HIS]).await, wire(&HIS, &[HER]).await);
    let at = there.addresses().await;
    (here, there, at)
}

/// Answers every call with such a meeting; tells what was heard once so many took place, or the wire is closed.
fn answering(wire: &Arc<Wire>, with: MadeUp, count: usize) -> tokio::task::JoinHandle<Vec<Vec<u8>>> {
    let wire = wire.clone();
    tokio::spawn(async move {
        let mut heard = Vec::new();
        while heard.len() < count
            && let Some(event) = wire.next().await
        {
            let Event::Called(call) = event else { continue };
            if let Ok((met, _)) = call.answer(with.clone()).await {
                heard.extend(met.heard);
            }
        }
        heard
    })
}

fn offered(wire: &Wire) -> Offer {
    Offer::new(wire.device(), Zeroizing::new([9; 32]), crate::doors::now())
}

async fn introduced(wire: &Wire) -> Introduction {
    match wire.next().await {
        Some(Event::Introduced(introduction)) => introduction,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn two_that_are_paired_meet_again_and_again_on_one_line() {
    let (here, there, at) = two().await;
    let answers = answering(&there, MadeUp::new(&[b"eins"], 1), 3);
    for word in ["one", "two", "three"] {
        let (met, carried) = here.meet(there.device(), &at, MadeUp::new(&[word.as_bytes()], 1)).await.unwrap();
        assert_eq!(met.heard, [b"eins"]);
        assert_eq!((carried.out, carried.back), (word.len() as u64, 4));
    }
    assert_eq!(here.doors.lines(), 1, "one line for all");
    assert_eq!(here.reached_at(there.device()), at, "and where it leads is known");
    assert_eq!(answers.await.unwrap(), [&b"one"[..], b"two", b"three"]);
}

#[tokio::test]
async fn the_one_who_was_called_may_call_back_on_the_same_line() {
    let (here, there, at) = two().await;
    let answers = answering(&there, MadeUp::new(&[b"b"], 1), 1);
    here.meet(there.device(), &at, MadeUp::new(&[b"a"], 1)).await.unwrap();
    let back = answering(&here, MadeUp::new(&[b"d"], 1), 1);
    let (met, _) = there.meet(here.device(), &Addresses::default(), MadeUp::new(&[b"c"], 1)).await.unwrap();
    assert_eq!(met.heard, [b"d"], "with no address remembered");
    assert_eq!((answers.await.unwrap(), back.await.unwrap()), (vec![b"a".to_vec()], vec![b"c".to_vec()]));
}

#[tokio::test]
async fn whoever_is_not_paired_learns_that_the_door_is_closed_and_is_not_heard() {
    let (here, there, at) = two().await;
    let stranger = wire(&[3; 32], &[HIS]).await;
    for language in [MEETING, COPY, PAIRING] {
        let line = stranger.dial(there.device(), &at, language).await.unwrap();
        let word = line.closed().await;
        assert_eq!(word.to_string(), "closed by peer: 1", "the same word for each");
    }
    let refused = stranger.meet(there.device(), &at, MadeUp::new(&[b"let me in"], 1)).await;
    assert_eq!(refused.unwrap_err(), Ended::Wire(Error::DoorClosed));
    assert!(stranger.dial(there.device(), &at, b"another/1").await.is_err());
    let nothing = timeout(Duration::from_millis(200), there.next()).await;
    assert!(nothing.is_err(), "nothing happened there: {nothing:?}");
    let answers = answering(&there, MadeUp::new(&[b"b"], 1), 1);
    here.meet(there.device(), &at, MadeUp::new(&[b"a"], 1)).await.unwrap();
    assert_eq!(answers.await.unwrap(), [b"a"], "and the paired one is heard as before");
}

#[tokio::test]
async fn whoever_does_not_know_the_other_calls_nobody() {
    let (here, _, at) = two().await;
    let refused = here.meet(DeviceId::of_seed(&[3; 32]), &at, MadeUp::new(&[b"a"], 1)).await;
    assert_eq!(refused.unwrap_err(), Ended::Wire(Error::DoorClosed));
}

#[tokio::test]
async fn whoever_is_forgotten_is_cut_off_at_once() {
    let (here, there, at) = two().await;
    let _answers = answering(&there, MadeUp::new(&[b"b"], 1), 1);
    here.meet(there.device(), &at, MadeUp::new(&[b"a"], 1)).await.unwrap();
    let line = here.doors.line(there.device()).unwrap();
    there.let_in(BTreeSet::new());
    line.closed().await;
    let refused = here.meet(there.device(), &at, MadeUp::new(&[b"a"], 1)).await;
    assert_eq!(refused.unwrap_err(), Ended::Wire(Error::DoorClosed));
}

#[tokio::test]
async fn one_that_goes_in_the_middle_is_a_cut_wire_and_one_that_comes_back_is_met_again() {
    let (here, there, at) = two().await;
    let meets = {
        let (here, there, at) = (here.clone(), there.device(), at.clone());
        tokio::spawn(async move { here.meet(there, &at, MadeUp::new(&[b"a", b"c"], 2)).await })
    };
    let Some(Event::Called(call)) = there.next().await else { panic!("nobody called") };
    there.close().await;
    drop(call);
    assert!(matches!(meets.await.unwrap(), Err(Ended::Wire(Error::Cut | Error::DoorClosed))));
    drop(there);
    let there = wire(&HIS, &[HER]).await;
    let at = there.addresses().await;
    let _answers = answering(&there, MadeUp::new(&[b"b"], 1), 1);
    let (met, _) = here.meet(there.device(), &at, MadeUp::new(&[b"a"], 1)).await.unwrap();
    assert_eq!(met.heard, [b"b"]);
}

#[tokio::test]
async fn no_device_can_take_the_lines_of_the_others() {
    let (here, other) = (wire(&HER, &[HIS, [3; 32]]).await, wire(&[3; 32], &[HER]).await);
    let greedy = wire(&HIS, &[HER]).await;
    let at = here.addresses().await;
    let mut lines = Vec::new();
    for _ in 0..2 * crate::bounds::MOST_LINES {
        lines.push(greedy.dial(here.device(), &at, MEETING).await.unwrap());
    }
    assert_eq!(lines.last().unwrap().closed().await.to_string(), "closed by peer: 1");
    assert_eq!(here.doors.lines(), crate::bounds::MOST_LINES_TO_ONE);
    let answers = answering(&here, MadeUp::new(&[b"b"], 1), 1);
    other.meet(here.device(), &at, MadeUp::new(&[b"a"], 1)).await.unwrap();
    assert_eq!(answers.await.unwrap(), [b"a"]);
}

#[tokio::test]
async fn where_both_begin_at_once_one_meeting_takes_place() {
    for round in 0..5 {
        let (here, there, at) = two().await;
        let back = here.addresses().await;
        let answers = [answering(&here, MadeUp::new(&[b"x"], 1), 9), answering(&there, MadeUp::new(&[b"y"], 1), 9)];
        let (one, other) = tokio::join!(
            here.meet(there.device(), &at, MadeUp::new(&[b"a"], 1)),
            there.meet(here.device(), &back, MadeUp::new(&[b"b"], 1)),
        );
        assert!(one.is_ok() || other.is_ok(), "round {round}: {one:?} {other:?}");
        let again = here.meet(there.device(), &at, MadeUp::new(&[b"a"], 1)).await;
        assert!(again.is_ok() || matches!(again, Err(Ended::Wire(Error::Meeting | Error::Cut))), "{again:?}");
        here.close().await;
        there.close().await;
        for answer in answers {
            answer.await.unwrap();
        }
    }
}

#[tokio::test]
async fn while_two_meet_neither_begins_another() {
    let (here, there, at) = two().await;
    let meets = {
        let (here, there, at) = (here.clone(), there.device(), at.clone());
        tokio::spawn(async move { here.meet(there, &at, MadeUp::new(&[b"a"], 1)).await })
    };
    let Some(Event::Called(call)) = there.next().await else { panic!("nobody called") };
    for (one, other) in [(&here, &there), (&there, &here)] {
        let refused = one.meet(other.device(), &at, MadeUp::new(&[b"b"], 1)).await;
        assert_eq!(refused.unwrap_err(), Ended::Wire(Error::Meeting));
    }
    call.answer(MadeUp::new(&[b"b"], 1)).await.unwrap();
    meets.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_ticket_brings_two_together_and_both_keep_one_secret() {
    let (here, there) = (wire(&HER, &[]).await, wire(&HIS, &[]).await);
    let offer = offered(&here);
    let ticket = Ticket::read(&offer.ticket(here.addresses().await).text()).unwrap();
    here.show(Some(offer));
    let (brought, shown) = tokio::join!(there.bring(&ticket), introduced(&here));
    let brought = brought.unwrap();
    assert_eq!((brought.device(), shown.device()), (here.device(), there.device()));
    assert!(brought.sameness() == shown.sameness() && shown.sameness() != [0; 32]);
    let (one, other) = tokio::join!(shown.say(true), brought.say(true));
    let (one, other) = (one.unwrap(), other.unwrap());
    assert!(one.secret() == other.secret());
    let (at, back) = (other.addresses(), one.addresses());
    assert_eq!((at.clone(), back), (here.addresses().await, there.addresses().await));
    assert_eq!(tokio::join!(one.kept(), other.kept()), (true, true));
    here.let_in([there.device()].into());
    there.let_in([here.device()].into());
    let _answers = answering(&here, MadeUp::new(&[b"b"], 1), 1);
    there.meet(here.device(), &at, MadeUp::new(&[b"a"], 1)).await.unwrap();
}

#[tokio::test]
async fn either_may_say_that_it_is_not_the_same() {
    for shower_says in [true, false] {
        let (here, there) = (wire(&HER, &[]).await, wire(&HIS, &[]).await);
        let offer = offered(&here);
        let ticket = offer.ticket(here.addresses().await);
        here.show(Some(offer));
        let (brought, shown) = tokio::join!(there.bring(&ticket), introduced(&here));
        let (no, mut waits) = if shower_says { (shown, brought.unwrap()) } else { (brought.unwrap(), shown) };
        let (said, over) = tokio::join!(no.say(false), waits.over());
        assert_eq!((said.unwrap_err(), over), (Error::NotTheSame, Error::NotTheSame));
        assert!(waits.say(true).await.is_err());
        assert_eq!(there.bring(&ticket).await.unwrap_err(), Error::DoorClosed, "and the ticket was used");
    }
}

#[tokio::test]
async fn one_who_goes_away_while_the_other_compares_ends_it() {
    let (here, there) = (wire(&HER, &[]).await, wire(&HIS, &[]).await);
    let offer = offered(&here);
    let ticket = offer.ticket(here.addresses().await);
    here.show(Some(offer));
    let (brought, mut shown) = tokio::join!(there.bring(&ticket), introduced(&here));
    let waited = timeout(Duration::from_millis(100), shown.over()).await;
    assert!(waited.is_err(), "while both compare, nothing is over");
    drop(brought);
    assert_eq!(shown.over().await, Error::Cut);
}

#[tokio::test]
async fn the_third_wrong_ticket_closes_the_door_to_the_right_one() {
    let (here, there) = (wire(&HER, &[]).await, wire(&HIS, &[]).await);
    let offer = offered(&here);
    let right = offer.ticket(here.addresses().await);
    here.show(Some(offer));
    let wrong = Ticket { secret: Zeroizing::new([8; 32]), ..right.clone() };
    for _ in 0..crate::TRIES {
        assert_eq!(there.bring(&wrong).await.unwrap_err(), Error::DoorClosed);
    }
    assert_eq!(there.bring(&right).await.unwrap_err(), Error::DoorClosed, "with the same word");
    assert_eq!(here.bring(&right).await.unwrap_err(), Error::OwnTicket);
}

#[tokio::test]
async fn a_ticket_that_was_taken_back_or_is_too_old_opens_nothing() {
    let (here, there) = (wire(&HER, &[]).await, wire(&HIS, &[]).await);
    let offer = offered(&here);
    let ticket = offer.ticket(here.addresses().await);
    here.show(Some(offer));
    here.show(None);
    assert_eq!(there.bring(&ticket).await.unwrap_err(), Error::DoorClosed);
    let long_ago = Instant::now().checked_sub(crate::TICKET_LASTS).unwrap();
    here.show(Some(Offer::new(here.device(), Zeroizing::new([9; 32]), long_ago)));
    assert_eq!(there.bring(&ticket).await.unwrap_err(), Error::DoorClosed);
}

fn file_of(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn read(mut file: File) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.rewind().unwrap();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

/// Sends such a file to whoever asks for a copy.
fn giving(wire: &Arc<Wire>, bytes: &[u8]) {
    let (wire, bytes) = (wire.clone(), bytes.to_vec());
    tokio::spawn(async move {
        while let Some(event) = wire.next().await {
            if let Event::WantsCopy(wanted) = event {
                wanted.send(file_of(&bytes)).await.ok();
            }
        }
    });
}

#[tokio::test]
async fn a_copy_arrives_whole_and_goes_on_where_it_was_cut() {
    let bytes: Vec<u8> = (0..3_000_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let (here, there, at) = two().await;
    giving(&there, &bytes);
    let mut which = [0; 32];
    let whole = here.fetch(there.device(), &at, file_of(b""), &mut which).await.unwrap();
    assert!(read(whole) == bytes);
    assert_eq!(which, *blake3::hash(&bytes).as_bytes());
    for (have, known) in [(&bytes[..1_234_567], which), (&bytes[..], which), (b"of another", [7; 32])] {
        let mut which = known;
        let whole = here.fetch(there.device(), &at, file_of(have), &mut which).await.unwrap();
        assert!(read(whole) == bytes, "having {} bytes", have.len());
    }
    let mut altered = bytes[..1_234_567].to_vec();
    altered[77] ^= 1;
    let refused = here.fetch(there.device(), &at, file_of(&altered), &mut which).await;
    assert_eq!(refused.unwrap_err(), Error::NotUnderstood("a copy's checksum"));
}

#[tokio::test]
async fn an_endpoint_knows_no_relay_no_name_server_and_no_lookup() {
    let wire = wire(&HER, &[]).await;
    let endpoint = &wire.endpoint;
    assert!(endpoint.address_lookup().unwrap().is_empty());
    assert_eq!(endpoint.addr().relay_urls().count(), 0);
    assert_eq!(endpoint.home_relay_status().get(), []);
    assert!(endpoint.bound_sockets().iter().all(|socket| socket.ip().is_loopback()));
    let asked = endpoint.dns_resolver().unwrap().lookup_ipv4("localhost", Duration::from_millis(50)).await;
    assert!(matches!(asked.err().unwrap(), iroh::dns::DnsError::Timeout { .. }), "not even what a file knows");
}

#[tokio::test]
async fn a_wire_that_was_closed_says_and_hears_nothing() {
    let (here, there, at) = two().await;
    here.close().await;
    assert!(here.next().await.is_none());
    let refused = here.meet(there.device(), &at, MadeUp::new(&[b"a"], 1)).await;
    assert!(refused.is_err());
    assert!(timeout(Duration::from_millis(100), there.next()).await.is_err());
}
