//! Files that are not what was written, one defect each: every one is refused for its own reason, and nothing panics.
//!
//! They lie in `fixtures/corrupt`. With `TWINFLOWER_WRITE_FIXTURES=1` they are made anew, the same bytes each time.

use std::path::{Path, PathBuf};
use twinflower_core::domain::person::Colour;
use twinflower_core::use_cases::MilestoneWords;
use twinflower_core::vault::{Hardness, Passphrase};
use twinflower_core::{Error, Family};
use twinflower_tests::home::{ANAS_PASSPHRASE, Home};

/// A copy as it is built: its header, and its rows by name.
struct Parts {
    header: Vec<u8>,
    rows: Vec<Row>,
    seal: Vec<u8>,
}

struct Row {
    name: Vec<u8>,
    /// Where the bytes are, their length and the bytes.
    rest: Vec<u8>,
}

struct Case {
    name: &'static str,
    refused: Error,
    make: fn(&[u8]) -> Vec<u8>,
}

const HEAD: usize = 16 + 1 + 4;

impl Parts {
    fn of(bytes: &[u8]) -> Self {
        let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
        let length = number(17);
        let mut at = HEAD + length + 32;
        let mut rows = Vec::new();
        while bytes[at] != 0 {
            let name_ends = at + 1 + usize::from(bytes[at]);
            let row_ends = name_ends + 1 + 4 + number(name_ends + 1);
            rows.push(Row { name: bytes[at + 1..name_ends].to_vec(), rest: bytes[name_ends..row_ends].to_vec() });
            at = row_ends;
        }
        Self { header: bytes[HEAD..HEAD + length].to_vec(), rows, seal: bytes[bytes.len() - 32..].to_vec() }
    }

    /// Puts it together again with checksums that hold; the seal, for which a key is needed, stays what it was.
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = b"twinflower copy\n\x01".to_vec();
        bytes.extend((self.header.len() as u32).to_le_bytes());
        bytes.extend(&self.header);
        bytes.extend(blake3::hash(&self.header).as_bytes());
        for row in &self.rows {
            bytes.push(row.name.len() as u8);
            bytes.extend(&row.name);
            bytes.extend(&row.rest);
        }
        bytes.push(0);
        let sum = *blake3::hash(&bytes).as_bytes();
        bytes.extend(sum);
        bytes.extend(&self.seal);
        bytes
    }

    /// Finds the first row of a kind.
    fn row(&mut self, kind: u8) -> &mut Row {
        self.rows.iter_mut().find(|row| row.name[0] == kind).unwrap()
    }
}

fn flipped(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[at] ^= 1;
    bytes
}

fn cut(bytes: &[u8], at: usize) -> Vec<u8> {
    bytes[..at].to_vec()
}

/// Changes the parts of a copy, with checksums that hold.
fn changed(bytes: &[u8], change: impl FnOnce(&mut Parts)) -> Vec<u8> {
    let mut parts = Parts::of(bytes);
    change(&mut parts);
    parts.bytes()
}

/// Changes the text of a header.
fn header(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    changed(bytes, |parts| {
        let text = String::from_utf8(parts.header.clone()).unwrap();
        assert!(text.contains(from), "{from} is in {text}");
        parts.header = text.replacen(from, to, 1).into_bytes();
    })
}

fn rows_at(bytes: &[u8]) -> usize {
    HEAD + Parts::of(bytes).header.len() + 32
}

/// The length of a row's name, up to and with it, and where its bytes begin.
fn first_row(bytes: &[u8]) -> (usize, usize) {
    let at = rows_at(bytes);
    let name_ends = at + 1 + usize::from(bytes[at]);
    (at, name_ends)
}

fn copies() -> Vec<Case> {
    let damaged = |name, reason, make| Case { name, refused: Error::DamagedBundle(reason), make };
    vec![
        damaged("empty", "an empty file", |_| Vec::new()),
        damaged("cut-in-its-first-bytes", "cut off in its first bytes", |good| cut(good, 9)),
        damaged("cut-before-its-version", "cut off before its version", |good| cut(good, 16)),
        damaged("cut-before-its-header", "cut off before its header", |good| cut(good, 19)),
        damaged("cut-in-its-header", "cut off in its header", |good| cut(good, HEAD + 40)),
        damaged("cut-after-its-header", "cut off after its header", |good| cut(good, rows_at(good) - 5)),
        damaged("cut-between-two-rows", "cut off between two rows", |good| cut(good, rows_at(good))),
        damaged("cut-in-a-rows-name", "cut off in a row's name", |good| cut(good, rows_at(good) + 12)),
        damaged("cut-in-a-row", "cut off in a row", |good| cut(good, first_row(good).1 + 60)),
        damaged("cut-before-its-end", "cut off before its end", |good| cut(good, good.len() - 1)),
        damaged("version-that-never-was", "a version that never was", |good| {
            let mut bytes = good.to_vec();
            bytes[16] = 0;
            bytes
        }),
        damaged("header-too-long", "a header that is too long", |good| {
            let mut bytes = good.to_vec();
            bytes[17..21].fill(0xff);
            bytes
        }),
        damaged("flipped-header", "its header's checksum", |good| flipped(good, HEAD + 30)),
        damaged("header-not-json", "its header's form", |good| {
            changed(good, |parts| parts.header = b"twinflower".to_vec())
        }),
        damaged("header-without-mine", "a header without her own space", |good| {
            header(
                good,
                "\"owner\":{\"one\":",
                "\"owner\":{\"one\":\"5e1f0000-0000-4000-8000-000000000000\"},\"was\":{\"one\":",
            )
        }),
        damaged("row-of-unknown-kind", "a row of an unknown kind", |good| {
            changed(good, |parts| parts.rows[0].name[0] = b'x')
        }),
        damaged("row-with-a-short-name", "a row's name", |good| changed(good, |parts| parts.rows[0].name.truncate(20))),
        damaged("row-of-another-space", "a row of another space", |good| {
            changed(good, |parts| parts.rows[0].name[1] ^= 1)
        }),
        damaged("row-that-is-nowhere", "a row that is nowhere", |good| {
            changed(good, |parts| parts.rows[0].rest[0] = 7)
        }),
        damaged("row-too-long", "a row that is too long", |good| {
            changed(good, |parts| parts.rows[0].rest[1..5].fill(0xff))
        }),
        damaged("row-there-twice", "a row that is there twice", |good| {
            changed(good, |parts| {
                let Row { name, rest } = &parts.rows[0];
                parts.rows.insert(1, Row { name: name.clone(), rest: rest.clone() });
            })
        }),
        damaged("rows-out-of-order", "rows out of order", |good| changed(good, |parts| parts.rows.reverse())),
        damaged("flipped-row", "its checksum", |good| flipped(good, first_row(good).1 + 90)),
        damaged("flipped-checksum", "its checksum", |good| flipped(good, good.len() - 40)),
        damaged("flipped-seal", "its seal", |good| flipped(good, good.len() - 3)),
        damaged("forged-change", "its seal", |good| changed(good, |parts| parts.row(b'f').rest[50] ^= 1)),
        damaged("rows-swapped-between-spaces", "its seal", |good| {
            changed(good, |parts| {
                let frames: Vec<usize> = (0..parts.rows.len()).filter(|at| parts.rows[*at].name[0] == b'f').collect();
                let (first, last) = (frames[0], frames[frames.len() - 1]);
                assert_ne!(parts.rows[first].name[1..17], parts.rows[last].name[1..17]);
                let rest = std::mem::take(&mut parts.rows[first].rest);
                parts.rows[first].rest = std::mem::replace(&mut parts.rows[last].rest, rest);
            })
        }),
        damaged("words-not-themselves", "words that are not what their name says", |good| {
            changed(good, |parts| parts.row(b'w').rest[50] ^= 1)
        }),
        damaged("photo-not-beside-it", "a photo that is not beside it", |good| {
            changed(good, |parts| parts.row(b'w').rest = vec![1])
        }),
        damaged("something-after-its-end", "something after its end", |good| [good, b"!"].concat()),
        Case {
            name: "not-a-copy",
            refused: Error::NotABundle,
            make: |_| b"\x89PNG\r\n\x1a\n and then a picture".to_vec(),
        },
        Case { name: "flipped-magic", refused: Error::NotABundle, make: |good| flipped(good, 3) },
        Case {
            name: "later-version",
            refused: Error::LaterVersion,
            make: |good| {
                let mut bytes = good.to_vec();
                bytes[16] = 2;
                bytes
            },
        },
        Case {
            name: "damaged-slot",
            refused: Error::DamagedSlot("its checksum"),
            make: |good| header(good, "\"memory_kib\":19456", "\"memory_kib\":19457"),
        },
    ]
}

/// A small copy of Ana's, the same bytes each time: something of hers, something of both.
fn good() -> Vec<u8> {
    let words =
        |title: &str| MilestoneWords { title: title.to_owned(), why: String::new(), reached_on: None, counted: None };
    let mut home = Home::empty();
    let ana = home.make_way_in("Ana", Colour::Rose, ANAS_PASSPHRASE);
    let id = home.family.add_milestone(&words("née 🌷"), home.now).unwrap().rows[0].id;
    home.family.share_milestone(id, false, home.now).unwrap();
    assert!(home.family.whos_here().mine_is_open.contains(&ana));
    let stick = tempfile::tempdir().unwrap();
    let made = home.family.copy_to(stick.path(), home.now).unwrap();
    std::fs::read(stick.path().join(&made.files[0])).unwrap()
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/corrupt").join(name)
}

fn writes() -> bool {
    std::env::var_os("TWINFLOWER_WRITE_FIXTURES").is_some()
}

fn anas() -> Passphrase {
    Passphrase::typed(ANAS_PASSPHRASE)
}

#[test]
fn every_corrupt_copy_is_refused_for_its_own_reason() {
    if writes() {
        let good = good();
        assert_eq!(Parts::of(&good).bytes(), good, "it is put together as it was taken apart");
        std::fs::create_dir_all(fixture("copies")).unwrap();
        for case in copies() {
            std::fs::write(fixture(&format!("copies/{}.twinflower", case.name)), (case.make)(&good)).unwrap();
        }
        std::fs::write(fixture("good.twinflower"), good).unwrap();
    }
    let mut home = Home::elsewhere();
    for case in copies() {
        let file = fixture(&format!("copies/{}.twinflower", case.name));
        assert_eq!(home.family.restore_bundle(&file, &anas()), Err(case.refused), "{}", case.name);
    }
    assert!(home.family.door().people.is_empty(), "nothing came of any of them");
    let back = home.family.restore_bundle(&fixture("good.twinflower"), &anas()).unwrap();
    assert_eq!(back.here.here.len(), 1, "and the one they were made from is whole");
}

#[test]
fn every_corrupt_door_file_is_told_and_left_as_it_is() {
    type Defect = fn(&str) -> String;
    let cases: [(&str, Error, Defect); 8] = [
        ("door-cut", Error::DamagedSlot("cut off"), |good| good[..good.len() / 2].to_owned()),
        ("door-empty", Error::DamagedSlot("an empty file"), |_| String::new()),
        ("door-later-version", Error::LaterVersion, |good| good.replacen("\"version\": 3", "\"version\": 4", 1)),
        ("slots-cut", Error::DamagedSlot("cut off"), |good| good[..good.len() / 2].to_owned()),
        ("slots-not-json", Error::DamagedSlot("what is said in it"), |good| good.replacen('{', "[", 1)),
        ("slots-later-version", Error::LaterVersion, |good| good.replacen("\"version\": 2", "\"version\": 3", 1)),
        ("slots-of-another-sum", Error::DamagedSlot("its checksum"), |good| {
            good.replacen("\"memory_kib\": 19456", "\"memory_kib\": 19457", 1)
        }),
        // The first version of the file had no checksum before which it would have to hold.
        ("slots-asks-for-too-much", Error::DamagedSlot("its checksum"), |good| {
            good.replacen("\"memory_kib\": 19456", "\"memory_kib\": 4000000000", 1).replacen(": 2", ": 1", 1)
        }),
    ];
    if writes() {
        let (home, _) = Home::with_ana();
        for (name, _, make) in &cases {
            let file = if name.starts_with("door") { "door.json" } else { "slots.json" };
            let good = std::fs::read_to_string(home.folder().join(file)).unwrap();
            std::fs::create_dir_all(fixture(name)).unwrap();
            for file in ["door.json", "slots.json"] {
                std::fs::copy(home.folder().join(file), fixture(name).join(file)).unwrap();
            }
            std::fs::write(fixture(name).join(file), make(&good)).unwrap();
        }
    }
    for (name, refused, _) in cases {
        let folder = tempfile::tempdir().unwrap();
        twinflower_tests::home::copy_folder(&fixture(name), folder.path());
        let before = std::fs::read(folder.path().join("slots.json")).unwrap();
        let rng = Box::new(<rand_chacha::ChaCha20Rng as rand_core::SeedableRng>::seed_from_u64(7));
        let told = match Family::at(folder.path(), rng, || Hardness::FLOOR) {
            Err(error) => error,
            Ok(mut family) => {
                let ana = family.door().people[0].id;
                family.come_in(ana, &anas()).unwrap_err()
            }
        };
        assert_eq!(told, refused, "{name}");
        assert_eq!(std::fs::read(folder.path().join("slots.json")).unwrap(), before, "{name}");
    }
}
