//! Bytes that anybody may have made, one defect each: every one is refused for its own named reason, and nothing panics.
//!
//! They lie in `fixtures/corrupt`, a folder for each parser; copies have a story of their own. With `TWINFLOWER_WRITE_FIXTURES=1`
//! they are made anew out of the good one, the same bytes each time.

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use std::path::{Path, PathBuf};
use twinflower_core::Error;
use twinflower_core::domain::person::Colour;
use twinflower_core::outside::{PARSERS, Parser, SPARE_WORDS, bare_frame, frame, good_document, whose};
use twinflower_core::use_cases::RitualWords;
use twinflower_core::vault::{PersonKey, Slot, SpareWords};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home};
use twinflower_tests::hostile::below;

/// What is refused, why, and how it is made of the good one.
type Case = (&'static str, Error, Box<dyn Fn(&[u8]) -> Vec<u8>>);

fn case(name: &'static str, refused: Error, make: impl Fn(&[u8]) -> Vec<u8> + 'static) -> Case {
    (name, refused, Box::new(make))
}

fn these(name: &'static str, refused: Error, bytes: &'static [u8]) -> Case {
    case(name, refused, move |_| bytes.to_vec())
}

fn cut(name: &'static str, refused: Error, length: usize) -> Case {
    case(name, refused, move |good| good[..length].to_vec())
}

fn flipped(name: &'static str, refused: Error, at: usize) -> Case {
    case(name, refused, move |good| {
        let mut bytes = good.to_vec();
        bytes[at] ^= 1;
        bytes
    })
}

/// Changes the text of a file once.
fn text(name: &'static str, refused: Error, from: &'static str, to: &'static str) -> Case {
    case(name, refused, move |good| replaced(good, from, to))
}

/// The same where no checksum stands before it: the first version had none.
fn said(name: &'static str, from: &'static str, to: &'static str) -> Case {
    let refused = Error::DamagedSlot("what is said in it");
    case(name, refused, move |good| replaced(&of_version(good, "1"), from, to))
}

/// Says another version in one of the door's files, whichever it has.
fn versioned(name: &'static str, refused: Error, version: &'static str) -> Case {
    case(name, refused, move |good| of_version(good, version))
}

fn of_version(good: &[u8], version: &str) -> Vec<u8> {
    let text = std::str::from_utf8(good).unwrap();
    let (before, rest) = text.split_once("\"version\": ").unwrap();
    let (_, after) = rest.split_once(',').unwrap();
    format!("{before}\"version\": {version},{after}").into_bytes()
}

fn replaced(good: &[u8], from: &str, to: &str) -> Vec<u8> {
    let good = std::str::from_utf8(good).unwrap();
    let at = good.find(from).unwrap_or_else(|| panic!("{from} is in {good}"));
    [&good[..at], to, &good[at + from.len()..]].concat().into_bytes()
}

/// What can be wrong with either of the door's files.
fn door_files() -> Vec<Case> {
    let [form, cut_off, what, sum] =
        ["its form", "cut off", "what is said in it", "its checksum"].map(Error::DamagedSlot);
    vec![
        these("empty", Error::DamagedSlot("an empty file"), b""),
        these("a-space", cut_off.clone(), b" "),
        case("half", cut_off.clone(), |good| good[..good.len() / 2].to_vec()),
        case("without-its-last-byte", cut_off, |good| good[..good.len() - 1].to_vec()),
        these("null", what.clone(), b"null"),
        these("a-list", what.clone(), b"[]"),
        these("a-word", form.clone(), b"twinflower"),
        case("not-utf8", form.clone(), |good| [&b"{\"\xff\": 1, "[..], &good[1..]].concat()),
        case("byte-order-mark", form.clone(), |good| [b"\xef\xbb\xbf", good].concat()),
        case("something-after-its-end", form.clone(), |good| [good, b"!"].concat()),
        case("twice", form.clone(), |good| [good, good].concat()),
        text("a-comment", form.clone(), "{", "{ // the door\n"),
        text("single-quotes", form.clone(), "\"version\"", "'version'"),
        versioned("a-leading-zero", form.clone(), "02"),
        versioned("not-a-number", form.clone(), "NaN"),
        text("half-a-surrogate", form.clone(), "\"sum\": \"", "\"sum\": \"\\ud800"),
        text("a-line-break-in-a-text", form.clone(), "\"sum\": \"", "\"sum\": \"\n"),
        case("too-deep", form, |good| {
            let deep = format!("\"deep\": {}{},\n  \"version\"", "[".repeat(200), "]".repeat(200));
            replaced(&of_version(good, "1"), "\"version\"", &deep)
        }),
        text("no-version", what.clone(), "\"version\"", "\"edition\""),
        versioned("version-below-nothing", what.clone(), "-2"),
        versioned("version-as-text", what.clone(), "\"2\""),
        versioned("version-too-large", what, "4294967296"),
        versioned("version-that-never-was", Error::DamagedSlot("a version that never was"), "0"),
        versioned("later-version", Error::LaterVersion, "4"),
        text("no-sum", sum.clone(), "\"sum\"", "\"none\""),
        text("sum-of-another", sum.clone(), "\"sum\": \"", "\"sum\": \"0"),
        text("other-white-space", sum.clone(), "\n  ", "\n   "),
        case("other-line-ends", sum.clone(), |good| {
            String::from_utf8(good.to_vec()).unwrap().replace('\n', "\r\n").into_bytes()
        }),
        text("more-than-there-is", sum.clone(), "\"sum\"", "\"more\": 1,\n  \"sum\""),
        text("written-once-more", sum, "\"written\": ", "\"written\": 1"),
    ]
}

fn door() -> Vec<Case> {
    let mut cases = door_files();
    cases.extend([
        said("no-family", "\"family\"", "\"familiar\""),
        said("family-that-is-no-id", "\"family\": \"", "\"family\": \"x"),
        said("people-that-are-no-list", "\"people\": [", "\"people\": 1, \"persons\": ["),
        said("person-that-is-no-id", "\"id\": \"", "\"id\": \"x"),
        said("person-without-a-name", "\"name\"", "\"nome\""),
        said("a-colour-there-is-not", "\"rose\"", "\"ultraviolet\""),
        said("a-number-for-a-language", "\"language\": null", "\"language\": 7"),
        said("written-less-than-never", "\"written\": ", "\"written\": -"),
        said("written-in-part", "\"written\": ", "\"written\": 0.5e"),
        said("readable-that-is-no-list", "\"readable\": []", "\"readable\": {}"),
        said("readable-words-that-are-no-list", "\"readable_words\": []", "\"readable_words\": {}"),
    ]);
    cases
}

fn slots() -> Vec<Case> {
    let mut cases = door_files();
    cases.extend([
        said("a-public-key-too-short", "\"public\": \"", "\"public\": \"AAAA\", \"was\": \""),
        said("a-public-key-not-base64", "\"public\": \"", "\"public\": \"!"),
        said("no-public-key", "\"public\"", "\"private\""),
        said("no-passphrase", "\"passphrase\"", "\"passphrases\""),
        said("no-salt", "\"salt\"", "\"pepper\""),
        said("no-passes", "\"passes\"", "\"passed\""),
        said("memory-below-nothing", "\"memory_kib\": ", "\"memory_kib\": -"),
        said("more-memory-than-a-number-holds", "\"memory_kib\": ", "\"memory_kib\": 99999999"),
        said("an-owner-there-is-not", "\"owner\": ", "\"owner\": \"nobody\", \"was\": "),
        said("a-wrap-not-base64", "\"wraps\": {", "\"wraps\": {\"5e1f0000-0000-4000-8000-000000000000\": \"!\", "),
        said("a-space-that-is-no-id", "\"spaces\": {\n    \"", "\"spaces\": {\n    \"x"),
        said("left-behind-by-a-number", "\"left_behind\": false", "\"left_behind\": 0"),
    ]);
    cases
}

fn slot() -> Vec<Case> {
    let [form, sum] = ["its form", "its checksum"].map(Error::DamagedSlot);
    vec![
        these("empty", form.clone(), b""),
        these("a-word", form.clone(), b"slot"),
        case("half", form.clone(), |good| good[..good.len() / 2].to_vec()),
        text("no-salt", form.clone(), "\"salt\"", "\"pepper\""),
        text("no-sum", form.clone(), "\"sum\"", "\"none\""),
        text("a-number-for-a-key", form, "\"sealed\":\"", "\"sealed\":1,\"was\":\""),
        text("another-salt", sum.clone(), "\"salt\":\"", "\"salt\":\"A"),
        text("another-key", sum.clone(), "\"sealed\":\"", "\"sealed\":\"A"),
        text("another-sum", sum.clone(), "\"sum\":\"", "\"sum\":\"A"),
        text("a-cost-it-has-not", sum, "{", "{\"hardness\":{\"memory_kib\":8,\"passes\":1,\"lanes\":1},"),
    ]
}

fn frames() -> Vec<Case> {
    let [seal, length, none, short] =
        ["a frame's seal", "a frame's length", "a frame without a length", "a short frame"].map(Error::DamagedStore);
    vec![
        these("empty", Error::DamagedStore("an empty frame"), b""),
        these("version-that-never-was", Error::DamagedStore("a frame's version"), &[0; 64]),
        these("later-version", Error::LaterVersion, &[2; 64]),
        cut("only-a-version", short.clone(), 1),
        cut("cut-in-its-nonce", short, 24),
        cut("only-a-nonce", seal.clone(), 25),
        cut("cut-in-its-words", seal.clone(), 100),
        case("without-its-last-byte", seal.clone(), |good| good[..good.len() - 1].to_vec()),
        flipped("flipped-nonce", seal.clone(), 5),
        flipped("flipped-words", seal.clone(), 60),
        case("flipped-tag", seal.clone(), |good| [&good[..good.len() - 1], &[good[good.len() - 1] ^ 1]].concat()),
        case("something-after-its-end", seal, |good| [good, b"!"].concat()),
        case("nothing-inside", none.clone(), |_| bare_frame(b"")),
        case("three-bytes-inside", none, |_| bare_frame(b"abc")),
        case("longer-than-it-is", length.clone(), |_| bare_frame(&[9, 0, 0, 0, b'a'])),
        case("as-long-as-can-be-said", length, |_| bare_frame(&[0xff; 260])),
    ]
}

fn documents() -> Vec<Case> {
    let [change, document] = ["a change", "a document"].map(Error::DamagedStore);
    let snapshot = || good_document().unwrap()[1].clone();
    vec![
        these("empty", Error::LaterVersion, b""),
        these("a-kind-there-is-not", Error::LaterVersion, &[9, 1, 2, 3]),
        these("an-empty-change", change.clone(), &[1]),
        these("a-change-of-noise", change.clone(), &[1, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7]),
        flipped("a-change-of-another-make", change.clone(), 2),
        flipped("a-change-of-another-sum", Error::DamagedStore("a change's checksum"), 6),
        case("a-change-without-its-last-byte", change.clone(), |good| good[..good.len() - 1].to_vec()),
        case("half-a-change", change, |good| good[..good.len() / 2].to_vec()),
        case("a-change-that-was-flipped", Error::DamagedStore("a change's checksum"), |good| {
            [&good[..good.len() - 3], &[good[good.len() - 3] ^ 1], &good[good.len() - 2..]].concat()
        }),
        these("a-snapshot-of-noise", document.clone(), &[2, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7]),
        case("a-snapshot-of-another-make", document.clone(), move |_| {
            let mut bytes = snapshot();
            bytes[2] ^= 1;
            bytes
        }),
        case("half-a-snapshot", document.clone(), move |_| {
            let bytes = snapshot();
            bytes[..bytes.len() / 2].to_vec()
        }),
        case("a-snapshot-that-was-flipped", document, move |_| {
            let mut bytes = snapshot();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            bytes
        }),
    ]
}

fn marks() -> Vec<Case> {
    let marks = Error::DamagedStore("the marks");
    vec![
        these("empty", marks.clone(), b""),
        these("a-list", marks.clone(), b"[1]"),
        case("half", marks.clone(), |good| good[..good.len() / 2].to_vec()),
        these("a-family-that-is-no-id", marks.clone(), b"{\"ours\":{\"store\":1,\"slots\":1,\"door\":1}}"),
        text("less-than-nothing", marks.clone(), "\"store\":", "\"store\":-"),
        text("no-count-of-the-door", marks, "\"door\"", "\"gate\""),
    ]
}

fn current() -> Vec<Case> {
    let named = Error::DamagedStore("the name of the current folder");
    [
        ("empty", &b""[..]),
        ("a-word", b"current"),
        ("below-nothing", b"-1"),
        ("a-part", b"1.5"),
        ("too-large", b"4294967296"),
        ("two", b"1 2"),
        ("not-utf8", b"\xff"),
        ("a-way-out", b"../1"),
    ]
    .map(|(name, bytes)| these(name, named.clone(), bytes))
    .into()
}

fn refused() -> Vec<Case> {
    let refused = Error::DamagedStore("what was refused");
    [
        ("empty", &b""[..]),
        ("half", b"[[[1,2],[3"),
        ("an-object", b"{}"),
        ("more-than-a-byte", b"[[[256],null]]"),
        ("a-name-that-is-text", b"[[\"frame\",null]]"),
        ("one-of-two", b"[[[1]]]"),
    ]
    .map(|(name, bytes)| these(name, refused.clone(), bytes))
    .into()
}

fn photos() -> Vec<Case> {
    let (not, broken, large) = (Error::NotAPicture, Error::BrokenPicture, Error::PictureTooLarge);
    vec![
        these("empty", not.clone(), b""),
        these("a-word", not.clone(), b"dear diary"),
        these("gif", not.clone(), b"GIF89a\x01\0\x01\0\0\0\0;"),
        these("bmp", not.clone(), b"BM\x1e\0\0\0\0\0\0\0\x1a\0\0\0"),
        these("tiff", not.clone(), b"II*\0\x08\0\0\0\0\0"),
        these("svg", not.clone(), b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        these("heic", not.clone(), b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        these("pdf", not.clone(), b"%PDF-1.7\n"),
        these("a-sound", not.clone(), b"RIFF\x04\0\0\0WAVE"),
        these("a-moving-webp", not, b"RIFF\x14\0\0\0WEBPANIM\x08\0\0\0\0\0\0\0\0\0\0\0"),
        cut("png-of-its-first-bytes", broken.clone(), 8),
        cut("png-cut-in-its-header", broken.clone(), 20),
        cut("png-cut-after-its-header", broken.clone(), 33),
        case("png-half", broken.clone(), |good| good[..good.len() / 2].to_vec()),
        flipped("png-of-another-checksum", broken.clone(), 30),
        case("png-of-no-breadth", broken.clone(), |good| [&good[..16], &[0; 4], &good[20..]].concat()),
        case("png-flipped", broken.clone(), |good| {
            let mut bytes = good.to_vec();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0x40;
            bytes
        }),
        these(
            "png-of-too-many-pixels",
            large,
            b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\x01\x86\xa0\0\x01\x86\xa0\x08\x02\0\0\0\x27\x30\x9c\x9f\0\0\0\x01IDAT\0\x28\x38\x7d\xe8",
        ),
        these("jpeg-of-its-first-bytes", broken.clone(), b"\xff\xd8\xff"),
        these("jpeg-that-ends-at-once", broken.clone(), b"\xff\xd8\xff\xd9"),
        these("jpeg-cut-in-a-segment", broken.clone(), b"\xff\xd8\xff\xe0\xff\xffJFIF\0"),
        these("jpeg-without-a-picture", broken.clone(), b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9"),
        these("webp-of-its-first-bytes", broken.clone(), b"RIFF\x04\0\0\0WEBP"),
        these("webp-longer-than-its-file", broken, b"RIFF\xff\xff\xff\x7fWEBPVP8 \xff\xff\xff\x7f\0\0"),
    ]
}

/// The good one of each kind, and what is wrong with the others.
fn kinds() -> Vec<(&'static str, Vec<u8>, Vec<Case>)> {
    let mut home = Home::empty();
    home.make_way_in("Ana", Colour::Rose, ANAS_PASSPHRASE);
    let file = |name: &str| std::fs::read(home.folder().join(name)).unwrap();
    let mark = std::fs::read(home.settings().join("marks.json")).unwrap();
    let mut rng = ChaCha20Rng::seed_from_u64(4);
    let spare = SpareWords::typed(SPARE_WORDS).unwrap();
    let good_slot = Slot::under_spare_words(&PersonKey::draw(&mut rng), whose(), &spare, &mut rng);
    let picture = include_bytes!("../../icons/32x32.png").to_vec();
    vec![
        ("current", b"1".to_vec(), current()),
        ("document", good_document().unwrap()[0].clone(), documents()),
        ("door", file("door.json"), door()),
        ("frame", frame("née 🌷".as_bytes(), &mut rng), frames()),
        ("marks", mark, marks()),
        ("photo", picture, photos()),
        ("refused", b"[[[1,2,3],null],[[4],[5]]]".to_vec(), refused()),
        ("slot", serde_json::to_vec(&good_slot).unwrap(), slot()),
        ("slots", file("slots.json"), slots()),
    ]
}

fn fixtures(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(of)
}

fn parser(name: &str) -> Parser {
    PARSERS.iter().find(|(known, _)| *known == name).unwrap().1
}

#[test]
fn every_corrupt_file_is_refused_for_its_own_reason() {
    let mut all = 0;
    let mut wrong = Vec::new();
    for (kind, good, cases) in kinds() {
        let folder = fixtures("corrupt").join(kind);
        if std::env::var_os("TWINFLOWER_WRITE_FIXTURES").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join("good"), &good).unwrap();
            for (name, _, make) in &cases {
                std::fs::write(folder.join(name), make(&good)).unwrap();
            }
        }
        let read = |name: &str| std::fs::read(folder.join(name)).unwrap();
        assert_eq!(parser(kind)(&read("good")), Ok(()), "the good {kind}");
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), cases.len() + 1, "a case a file: {kind}");
        all += cases.len();
        for (name, refused, _) in cases {
            let answer = parser(kind)(&read(name));
            if answer != Err(refused.clone()) {
                wrong.push(format!("{kind}/{name}: {answer:?}, not {refused:?}"));
            }
        }
    }
    let of_copies = std::fs::read_dir(fixtures("corrupt/copies")).unwrap().count();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(all + of_copies >= 150, "{all} and {of_copies} files");
}

#[test]
fn a_photo_that_is_refused_leaves_the_day_as_it_was() {
    let (mut home, _) = Home::with_ana();
    let words = RitualWords {
        title: "tea".to_owned(),
        meaning: String::new(),
        steps: Vec::new(),
        how: twinflower_core::domain::recurrence::How::Daily { every: 1 },
        starts_on: home.now.today,
        ends_on: None,
        at: None,
    };
    let ritual = home.family.add_ritual(&words, home.now).unwrap().rows[0].id;
    home.family.keep_occurrence(ritual, home.now.today, Some("it rained"), None, home.now).unwrap();
    let before = home.family.memory_lane(ritual, None).unwrap();
    for (name, refused, _) in photos() {
        let photo = std::fs::read(fixtures("corrupt/photo").join(name)).unwrap();
        let kept = home.family.keep_occurrence(ritual, home.now.today, Some("and on"), Some(&photo), home.now);
        assert_eq!(kept.map(drop), Err(refused), "{name}");
        assert_eq!(home.family.memory_lane(ritual, None).unwrap(), before, "{name}");
    }
}

#[test]
fn no_parser_panics_over_what_was_ever_found_to_be_hard() {
    for (name, parse) in PARSERS {
        let mut replayed = 0;
        for folder in ["corpus", "corrupt"].map(|of| fixtures(of).join(name)) {
            for entry in std::fs::read_dir(folder).into_iter().flatten() {
                // It may be taken or refused; a panic ends the story.
                parse(&std::fs::read(entry.unwrap().path()).unwrap()).ok();
                replayed += 1;
            }
        }
        assert!(replayed > 0 || ["copy", "spare words"].contains(name), "nothing is kept for {name}");
    }
}

#[test]
fn no_parser_of_the_wire_panics_over_what_was_ever_found_to_be_hard_or_over_noise() {
    let mut chance = ChaCha20Rng::seed_from_u64(22);
    for (name, parse) in twinflower_sync::PARSERS {
        let mut kept = Vec::new();
        for entry in std::fs::read_dir(fixtures("corpus").join(name)).unwrap() {
            kept.push(std::fs::read(entry.unwrap().path()).unwrap());
        }
        assert!(kept.iter().any(|bytes| parse(bytes).is_ok()), "a good {name} is kept");
        assert!(kept.iter().any(|bytes| parse(bytes).is_err()), "a bad {name} is kept");
        for round in 0..2_000 {
            let mut bytes = kept[round % kept.len()].clone();
            bend(&mut bytes, &mut chance);
            // It may be taken or refused; a panic ends the story.
            parse(&bytes).ok();
        }
    }
}

/// Changes a byte, leaves some out or says some twice.
fn bend(bytes: &mut Vec<u8>, chance: &mut ChaCha20Rng) {
    for _ in 0..=below(chance, 4) {
        let [from, to] = [below(chance, bytes.len()), below(chance, bytes.len())];
        match below(chance, 4) {
            0 => bytes.truncate(from),
            1 => bytes.extend_from_within(from.min(to)..from.max(to)),
            2 => drop(bytes.drain(from.min(to)..from.max(to))),
            _ => bytes.iter_mut().skip(from).take(1).for_each(|byte| *byte ^= 1 << below(chance, 8)),
        }
    }
}
