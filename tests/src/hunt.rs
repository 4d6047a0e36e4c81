//! A hunt for words that were planted and stand nowhere else: through files and memory, as they are and in every guise.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use flate2::read::{GzDecoder, ZlibDecoder};
use memchr::memmem::{self, Finder};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What every planted text begins with. The emoji keeps a web engine from holding it in one byte a letter.
const STEM: &str = "canary ßתק🐤 ";

/// The most bytes that are taken out of what was compressed.
const MOST_INFLATED: u64 = 16 << 20;

/// Returns a text that stands nowhere else.
pub fn canary(number: usize) -> String {
    format!("{STEM}{number:05}")
}

/// Knows every guise in which a planted text could stand.
pub struct Hunt(Vec<(&'static str, Finder<'static>)>);

impl Default for Hunt {
    fn default() -> Self {
        let wide: Vec<u16> = STEM.encode_utf16().collect();
        let mut guises = vec![
            ("plain", STEM.as_bytes().to_vec()),
            ("UTF-16", wide.iter().flat_map(|unit| unit.to_le_bytes()).collect()),
            ("UTF-16, the other way round", wide.iter().flat_map(|unit| unit.to_be_bytes()).collect()),
            ("UTF-32", STEM.chars().flat_map(|letter| u32::from(letter).to_le_bytes()).collect()),
            ("hexadecimal", STEM.bytes().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()),
            (
                "escaped JSON",
                wide.iter().skip(7).take(5).map(|unit| format!("\\u{unit:04x}")).collect::<String>().into(),
            ),
            ("an address", STEM.bytes().map(in_an_address).collect::<String>().into_bytes()),
        ];
        guises.extend((0..3).map(|at| ("base64", base64_at(at))));
        Self(guises.into_iter().map(|(name, bytes)| (name, Finder::new(&bytes).into_owned())).collect())
    }
}

impl Hunt {
    /// Counts what is found, guise by guise.
    pub fn count(&self, bytes: &[u8]) -> usize {
        self.0.iter().map(|(_, finder)| finder.find_iter(bytes).count()).sum()
    }

    /// Names the first guise that is found, also inside of what was compressed.
    pub fn finds(&self, bytes: &[u8]) -> Option<&'static str> {
        let found = self.0.iter().find(|(_, finder)| finder.find(bytes).is_some()).map(|(name, _)| *name);
        found.or_else(|| inflated(bytes).iter().any(|bytes| self.count(bytes) > 0).then_some("compressed"))
    }

    /// Names the files below a folder that hold one, each with its guise. A file's own name is hunted in too.
    pub fn files(&self, folder: &Path) -> Vec<(PathBuf, &'static str)> {
        let mut found = Vec::new();
        for path in every_file(folder) {
            // A socket is none, and what is swept away meanwhile is gone.
            let mut bytes = std::fs::read(&path).unwrap_or_default();
            bytes.extend(path.as_os_str().as_encoded_bytes());
            found.extend(self.finds(&bytes).map(|guise| (path, guise)));
        }
        found
    }
}

/// Lists every file below a folder.
fn every_file(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => files.extend(every_file(&entry.path())),
            _ => files.push(entry.path()),
        }
    }
    files
}

/// Takes out whatever was compressed with gzip or zlib, wherever it begins.
fn inflated(bytes: &[u8]) -> Vec<Vec<u8>> {
    let gzip = memmem::find_iter(bytes, &[0x1f, 0x8b, 0x08]).map(|at| inflate(GzDecoder::new(&bytes[at..])));
    // RFC 1950: 0x78, and a second byte that makes both together a multiple of 31.
    let zlib = memchr::memchr_iter(0x78, bytes)
        .filter(|at| bytes.get(at + 1).is_some_and(|next| (0x7800 + u16::from(*next)).is_multiple_of(31)))
        .map(|at| inflate(ZlibDecoder::new(&bytes[at..])));
    gzip.chain(zlib).filter(|plain| plain.len() >= STEM.len()).collect()
}

/// What was broken off is taken as far as it goes.
fn inflate(from: impl Read) -> Vec<u8> {
    let mut plain = Vec::new();
    let _: io::Result<usize> = from.take(MOST_INFLATED).read_to_end(&mut plain);
    plain
}

/// The letters of base64 that are the same whatever stands before and after, where it begins at this byte of three.
fn base64_at(at: usize) -> Vec<u8> {
    let mut bytes = vec![0; at];
    bytes.extend(STEM.as_bytes());
    let letters = STANDARD_NO_PAD.encode(&bytes).into_bytes();
    let end = bytes.len() / 3 * 4;
    letters[(at * 4).div_ceil(3)..end].to_vec()
}

fn in_an_address(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::{GzEncoder, ZlibEncoder};
    use std::io::Write;

    #[test]
    fn a_planted_text_is_found_in_every_guise_and_an_innocent_one_in_none() {
        let hunt = Hunt::default();
        let text = canary(7);
        let wide: Vec<u16> = text.encode_utf16().collect();
        let mut gzip = GzEncoder::new(b"before".to_vec(), Compression::best());
        let mut zlib = ZlibEncoder::new(b"before".to_vec(), Compression::fast());
        gzip.write_all(text.repeat(9).as_bytes()).unwrap();
        zlib.write_all(text.repeat(9).as_bytes()).unwrap();
        let guises = [
            (text.as_bytes().to_vec(), "plain"),
            (wide.iter().flat_map(|unit| unit.to_le_bytes()).collect(), "UTF-16"),
            (wide.iter().flat_map(|unit| unit.to_be_bytes()).collect(), "UTF-16, the other way round"),
            (text.chars().flat_map(|letter| u32::from(letter).to_le_bytes()).collect(), "UTF-32"),
            (format!("{:x?}", text.as_bytes()).replace(['[', ']', ' ', ','], "").into_bytes(), "hexadecimal"),
            (br"canary \u00df\u05ea\u05e7\ud83d\udc24 00007".to_vec(), "escaped JSON"),
            (b"#canary%20%C3%9F%D7%AA%D7%A7%F0%9F%90%A4%2000007".to_vec(), "an address"),
            (gzip.finish().unwrap(), "compressed"),
            (zlib.finish().unwrap(), "compressed"),
        ];
        for (bytes, guise) in guises {
            assert_eq!(hunt.finds(&[b"a".to_vec(), bytes, b"b".to_vec()].concat()), Some(guise));
        }
        for before in ["", "a", "ab", "abc"] {
            let letters = STANDARD_NO_PAD.encode(format!("{before}{text}and after"));
            assert_eq!(hunt.finds(letters.as_bytes()), Some("base64"), "after {before:?}");
        }
        assert_eq!(hunt.finds("a canary, תק and 🐤, x\u{1}x\u{9c}".as_bytes()), None);
    }
}
