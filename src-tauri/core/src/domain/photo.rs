//! A photo, made small and silent: at most 2,048 pixels and 400 kB, and nothing in it but the picture.
//!
//! Phones write into a photo where it was taken, when, and with what. A photo is therefore never kept as it came: its
//! pixels are read, turned upright and written anew, so that whatever stood beside them stays behind by construction.
//! The price: a colour profile stays behind too, and very vivid colours come out a little calmer.

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage, RgbaImage};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::io::Cursor;

/// The most bytes a file may have to be looked at: 25 MB.
pub const MOST_BYTES: usize = 25_000_000;

/// The most pixels a picture may have to be read: 50 megapixels.
pub const MOST_PIXELS: u64 = 50_000_000;

/// The long side of what is kept, in pixels; smaller pictures are not blown up.
pub const LONG_SIDE: u32 = 2_048;

/// The most bytes of what is kept: 400 kB.
pub const MOST_JPEG_BYTES: usize = 400_000;

/// What shows through where a picture is transparent: the colour of our paper, #fffdf9.
pub const PAPER: [u8; 3] = [0xff, 0xfd, 0xf9];

/// JPEG's qualities, tried from the first; after the last the picture gets smaller instead.
const QUALITIES: [u8; 4] = [86, 78, 70, LAST_QUALITY];

/// Below it, JPEG's squares would show on a face.
const LAST_QUALITY: u8 = 60;

/// A photo as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Photo {
    /// The picture as a JPEG file, at most [`MOST_JPEG_BYTES`] long.
    pub jpeg: Vec<u8>,
    /// Its width in pixels, upright.
    pub width: u32,
    /// Its height in pixels, upright.
    pub height: u32,
}

// What a person keeps is never printed.
impl std::fmt::Debug for Photo {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Photo({} by {} pixels, {} bytes)", self.width, self.height, self.jpeg.len())
    }
}

/// Why a file was not taken as a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum PhotoError {
    /// Not a kind of picture that is read here: JPEG, PNG or still WebP.
    #[error("neither a JPEG nor a PNG nor a still WebP picture")]
    UnknownKind,
    /// Longer than [`MOST_BYTES`].
    #[error("longer than 25 MB")]
    TooManyBytes,
    /// More than [`MOST_PIXELS`].
    #[error("more than 50 megapixels")]
    TooManyPixels,
    /// Begins like a picture, but is not a whole one.
    #[error("the picture is broken or not whole")]
    Broken,
}

/// Makes a file into a photo that may be kept: upright, at most [`LONG_SIDE`] pixels and [`MOST_JPEG_BYTES`] bytes, on
/// paper where it was transparent, and with nothing beside its pixels.
///
/// # Errors
///
/// One [`PhotoError`]. Lengths and pixels are looked at before room is made for them.
pub fn prepare(bytes: &[u8]) -> Result<Photo, PhotoError> {
    if bytes.len() > MOST_BYTES {
        return Err(PhotoError::TooManyBytes);
    }
    let (bytes, format) = match image::guess_format(bytes) {
        Ok(ImageFormat::Jpeg) => (whole_jpeg(bytes)?, ImageFormat::Jpeg),
        Ok(ImageFormat::Png) => (bytes, ImageFormat::Png),
        Ok(ImageFormat::WebP) => (whole_webp(bytes)?, ImageFormat::WebP),
        _ => return Err(PhotoError::UnknownKind),
    };
    // Anybody may have made this file. A reader that breaks over it has found it broken.
    let picture = std::panic::catch_unwind(|| read(bytes, format)).unwrap_or(Err(PhotoError::Broken))?;
    write(picture)
}

fn read(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, PhotoError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    // The widest pixel there is has four channels of two bytes.
    limits.max_alloc = Some(MOST_PIXELS * 8);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(reason)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PhotoError::TooManyPixels);
    }
    // Where it says nothing readable about what is up, it is taken as it lies.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(reason)?;
    let picture = if picture.color().has_alpha() { on_paper(&picture.into_rgba8()) } else { picture.into_rgb8() };
    if picture.is_empty() {
        return Err(PhotoError::Broken);
    }
    let mut upright = scaled(DynamicImage::ImageRgb8(picture), LONG_SIDE);
    upright.apply_orientation(orientation);
    Ok(upright)
}

fn reason(error: ImageError) -> PhotoError {
    match error {
        ImageError::Limits(_) => PhotoError::TooManyPixels,
        ImageError::Unsupported(_) => PhotoError::UnknownKind,
        _ => PhotoError::Broken,
    }
}

/// Lays a picture on paper. It comes before any scaling, or the hidden colour of clear pixels would bleed into the rest.
fn on_paper(picture: &RgbaImage) -> RgbImage {
    let mut opaque = RgbImage::new(picture.width(), picture.height());
    for (to, from) in opaque.pixels_mut().zip(picture.pixels()) {
        let alpha = u32::from(from[3]);
        let mix = |channel: usize| {
            let sum = u32::from(from[channel]) * alpha + u32::from(PAPER[channel]) * (255 - alpha);
            ((sum + 127) / 255) as u8
        };
        *to = Rgb([mix(0), mix(1), mix(2)]);
    }
    opaque
}

/// Scales a picture so that its long side has at most that many pixels.
fn scaled(picture: DynamicImage, long_side: u32) -> DynamicImage {
    let (width, height) = (picture.width(), picture.height());
    let longest = width.max(height);
    if longest <= long_side {
        return picture;
    }
    let to = |side: u32, long_side: u32| {
        let exact = u64::from(side) * u64::from(long_side) / u64::from(longest);
        u32::try_from(exact).unwrap_or(long_side).max(1)
    };
    // The sharp filter alone would hold a large picture in floating point, at sixteen bytes a pixel.
    let halfway = long_side.saturating_mul(2);
    let picture =
        if longest > halfway { picture.thumbnail_exact(to(width, halfway), to(height, halfway)) } else { picture };
    picture.resize_exact(to(width, long_side), to(height, long_side), FilterType::CatmullRom)
}

fn write(mut picture: DynamicImage) -> Result<Photo, PhotoError> {
    let mut qualities = QUALITIES.into_iter();
    let mut quality = LAST_QUALITY;
    loop {
        quality = qualities.next().unwrap_or(quality);
        let mut jpeg = Vec::new();
        JpegEncoder::new_with_quality(&mut jpeg, quality).encode_image(&picture).map_err(reason)?;
        if jpeg.len() <= MOST_JPEG_BYTES {
            return Ok(Photo { jpeg, width: picture.width(), height: picture.height() });
        }
        if qualities.len() == 0 {
            // The bytes follow the pixels, so their excess says how much smaller: a tenth at the least, so that it ends;
            // a third at the most, for scaling smooths and then fewer bytes are needed than it seemed.
            let fits = (MOST_JPEG_BYTES as f64 / jpeg.len() as f64).sqrt().clamp(0.67, 0.9);
            let long_side = f64::from(picture.width().max(picture.height())) * fits;
            picture = scaled(picture, long_side as u32);
        }
    }
}

/// Checks that a JPEG file reaches its end (ITU-T T.81, annex B): the decoder fills up a half-copied one with grey.
fn whole_jpeg(bytes: &[u8]) -> Result<&[u8], PhotoError> {
    let mut at = 2;
    while let Some(rest) = bytes.get(at..) {
        let Some(found) = rest.iter().position(|byte| *byte == 0xff) else { break };
        at += found;
        match bytes.get(at + 1) {
            Some(0xff) => at += 1,
            // A stuffed byte, or a marker that stands alone.
            Some(0x00 | 0x01 | 0xd0..=0xd8) => at += 2,
            Some(0xd9) => return Ok(bytes),
            Some(_) => match bytes.get(at + 2..at + 4) {
                Some(length) => at += 2 + usize::from(u16::from_be_bytes([length[0], length[1]])),
                None => break,
            },
            None => break,
        }
    }
    Err(PhotoError::Broken)
}

/// Checks that every chunk of a WebP file lies within it (RFC 9649, section 2.3), and leaves out what follows it.
///
/// The decoder makes room for a chunk before it looks whether the file is that long, and for a frame before it compares
/// it with the canvas. A moving picture is not a photo.
fn whole_webp(bytes: &[u8]) -> Result<&[u8], PhotoError> {
    let length_at = |at: usize| {
        let four = bytes.get(at..at + 4)?;
        usize::try_from(u32::from_le_bytes([four[0], four[1], four[2], four[3]])).ok()
    };
    let length = length_at(4).ok_or(PhotoError::Broken)?;
    let file = length.checked_add(8).and_then(|end| bytes.get(..end)).ok_or(PhotoError::Broken)?;
    let mut at = 12;
    while at + 8 <= file.len() {
        let length = length_at(at + 4).ok_or(PhotoError::Broken)?;
        let end = (at + 8).checked_add(length).ok_or(PhotoError::Broken)?;
        let chunk = file.get(at + 8..end).ok_or(PhotoError::Broken)?;
        match file.get(at..at + 4) {
            Some(b"ANIM" | b"ANMF") => return Err(PhotoError::UnknownKind),
            Some(b"VP8 ") => {
                let sides = chunk.get(6..10).ok_or(PhotoError::Broken)?;
                let side = |low: u8, high: u8| u64::from(u16::from_le_bytes([low, high]) & 0x3fff);
                if side(sides[0], sides[1]) * side(sides[2], sides[3]) > MOST_PIXELS {
                    return Err(PhotoError::TooManyPixels);
                }
            }
            _ => {}
        }
        // Chunks start on even bytes.
        at = end + length % 2;
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::codecs::{png::PngEncoder, webp::WebPEncoder};
    use image::{ExtendedColorType, ImageEncoder};

    /// A tiny generator, the same at every run (the constants are Knuth's, from MMIX).
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, bound: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) as usize % bound
        }
    }

    const GPS: &[u8] = b"52.5163N 13.3777E";

    /// An EXIF block (big-endian TIFF): how the camera was held, and a GPS directory with where it was.
    fn exif(orientation: u16) -> Vec<u8> {
        let mut block = b"MM\0\x2a\0\0\0\x08".to_vec();
        let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
            let mut entry = Vec::new();
            entry.extend(tag.to_be_bytes());
            entry.extend(kind.to_be_bytes());
            entry.extend(count.to_be_bytes());
            entry.extend(value);
            entry
        };
        let [high, low] = orientation.to_be_bytes();
        block.extend(2_u16.to_be_bytes());
        block.extend(entry(0x0112, 3, 1, [high, low, 0, 0]));
        block.extend(entry(0x8825, 4, 1, 38_u32.to_be_bytes()));
        block.extend([0; 4]);
        block.extend(1_u16.to_be_bytes());
        block.extend(entry(0x001b, 2, GPS.len() as u32, 56_u32.to_be_bytes()));
        block.extend([0; 4]);
        block.extend(GPS);
        block
    }

    /// A segment of a JPEG file.
    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let length = (content.len() as u16 + 2).to_be_bytes();
        [&[0xff, marker], &length[..], content].concat()
    }

    /// A wide picture: its left half red, its right half blue.
    fn red_and_blue(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([250, 10, 10]) } else { Rgb([10, 10, 250]) })
    }

    fn noise(width: u32, height: u32) -> RgbImage {
        let mut dice = Dice(41);
        RgbImage::from_fn(width, height, |_, _| Rgb([0; 3].map(|_: u8| dice.below(256) as u8)))
    }

    fn as_jpeg(picture: &RgbImage) -> Vec<u8> {
        let mut file = Vec::new();
        JpegEncoder::new_with_quality(&mut file, 90).encode_image(picture).unwrap();
        file
    }

    /// A JPEG file as a phone would write it: EXIF with GPS, XMP, a colour profile, IPTC and a comment.
    fn as_told_jpeg(picture: &RgbImage, orientation: u16) -> Vec<u8> {
        let plain = as_jpeg(picture);
        [
            &plain[..2],
            &segment(0xe1, &[b"Exif\0\0", &exif(orientation)[..]].concat()),
            &segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>home</x:xmpmeta>"),
            &segment(0xe2, b"ICC_PROFILE\0\x01\x01a profile of hers"),
            &segment(0xed, b"Photoshop 3.0\08BIM caption"),
            &segment(0xfe, b"taken by the lake"),
            &plain[2..],
        ]
        .concat()
    }

    fn as_png(picture: &RgbImage, orientation: u16) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = PngEncoder::new(&mut file);
        encoder.set_exif_metadata(exif(orientation)).unwrap();
        let (width, height) = picture.dimensions();
        encoder.write_image(picture, width, height, ExtendedColorType::Rgb8).unwrap();
        file
    }

    fn as_webp(picture: &RgbImage, orientation: u16) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = WebPEncoder::new_lossless(&mut file);
        encoder.set_exif_metadata(exif(orientation)).unwrap();
        let (width, height) = picture.dimensions();
        encoder.write_image(picture, width, height, ExtendedColorType::Rgb8).unwrap();
        file
    }

    /// One pixel, as a lossy WebP file: there is no encoder for it here.
    const LOSSY_WEBP: &[u8] = &[
        0x52, 0x49, 0x46, 0x46, 0x22, 0x00, 0x00, 0x00, 0x57, 0x45, 0x42, 0x50, 0x56, 0x50, 0x38, 0x20, 0x16, 0x00,
        0x00, 0x00, 0x30, 0x01, 0x00, 0x9d, 0x01, 0x2a, 0x01, 0x00, 0x01, 0x00, 0x0e, 0xc0, 0xfe, 0x25, 0xa4, 0x00,
        0x03, 0x70, 0x00, 0x00, 0x00, 0x00,
    ];

    fn looked_at(photo: &Photo) -> RgbImage {
        let picture = image::load_from_memory_with_format(&photo.jpeg, ImageFormat::Jpeg).unwrap().into_rgb8();
        assert_eq!(picture.dimensions(), (photo.width, photo.height));
        picture
    }

    fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
        bytes.windows(wanted.len()).any(|window| window == wanted)
    }

    fn is_red(pixel: &Rgb<u8>) -> bool {
        pixel[0] > 200 && pixel[2] < 60
    }

    /// The markers of a JPEG file, up to its first scan.
    fn markers(jpeg: &[u8]) -> Vec<u8> {
        let mut found = Vec::new();
        let mut at = 2;
        while jpeg[at + 1] != 0xda {
            found.push(jpeg[at + 1]);
            at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
        }
        found
    }

    #[test]
    fn nothing_but_the_picture_survives() {
        let picture = red_and_blue(64, 32);
        let files = [as_told_jpeg(&picture, 1), as_png(&picture, 1), as_webp(&picture, 1)];
        for file in files {
            assert!(holds(&file, GPS), "the test itself has lost what it hunts for");
            let photo = prepare(&file).unwrap();
            for told in [GPS, b"Exif", b"MM\0\x2a", b"xmpmeta", b"ICC_PROFILE", b"a profile", b"8BIM", b"the lake"] {
                assert!(!holds(&photo.jpeg, told), "{:?}", String::from_utf8_lossy(told));
            }
            // Only what the picture itself needs: JFIF, tables and frame; no comment, no other application's segment.
            let needed = |marker: &u8| matches!(marker, 0xe0 | 0xdb | 0xc0 | 0xc4);
            assert!(markers(&photo.jpeg).iter().all(needed), "{:x?}", markers(&photo.jpeg));
        }
    }

    #[test]
    fn a_photo_stands_upright_however_the_camera_was_held() {
        let picture = red_and_blue(64, 32);
        // The corner in which the red half begins, and whether the picture stands, for the eight ways of EXIF 2.32, 4.6.4.
        let held = [(1, true, false), (2, false, false), (3, false, false), (4, true, false), (5, true, true)];
        let held = held.into_iter().chain([(6, true, true), (7, false, true), (8, false, true)]);
        for (orientation, red_first, standing) in held {
            let jpeg = as_told_jpeg(&picture, orientation);
            for file in [jpeg, as_png(&picture, orientation), as_webp(&picture, orientation)] {
                let photo = prepare(&file).unwrap();
                let size = if standing { (32, 64) } else { (64, 32) };
                assert_eq!((photo.width, photo.height), size, "held as {orientation}");
                let seen = looked_at(&photo);
                assert_eq!(is_red(seen.get_pixel(2, 2)), red_first, "held as {orientation}");
                let last = seen.get_pixel(photo.width - 3, photo.height - 3);
                assert_eq!(is_red(last), !red_first, "held as {orientation}");
            }
        }
    }

    #[test]
    fn a_large_photo_comes_out_at_2048_pixels() {
        let photo = prepare(&as_jpeg(&red_and_blue(4600, 460))).unwrap();
        assert_eq!((photo.width, photo.height), (2048, 204));
        let seen = looked_at(&photo);
        assert!(is_red(seen.get_pixel(1000, 100)));
        assert!(!is_red(seen.get_pixel(1048, 100)));
        let standing = prepare(&as_jpeg(&red_and_blue(40, 3000))).unwrap();
        assert_eq!((standing.width, standing.height), (27, 2048));
    }

    #[test]
    fn a_small_photo_keeps_its_size() {
        let photo = prepare(&as_jpeg(&red_and_blue(40, 30))).unwrap();
        assert_eq!((photo.width, photo.height), (40, 30));
    }

    #[test]
    fn the_busiest_photo_comes_out_within_400_kilobytes() {
        let photo = prepare(&as_jpeg(&noise(1000, 800))).unwrap();
        assert!(photo.jpeg.len() <= MOST_JPEG_BYTES);
        assert!(photo.jpeg.len() > MOST_JPEG_BYTES / 4, "smaller than it had to be");
        looked_at(&photo);
    }

    #[test]
    fn a_thread_of_a_picture_keeps_one_pixel_of_breadth() {
        let photo = prepare(&as_png(&RgbImage::new(60_000, 1), 1)).unwrap();
        assert_eq!((photo.width, photo.height), (2048, 1));
    }

    #[test]
    fn what_is_clear_lies_on_paper() {
        let clear = RgbaImage::from_fn(64, 64, |x, _| image::Rgba(if x < 32 { [0; 4] } else { [0, 0, 0, 128] }));
        let mut png = Vec::new();
        PngEncoder::new(&mut png).write_image(&clear, 64, 64, ExtendedColorType::Rgba8).unwrap();
        let mut webp = Vec::new();
        WebPEncoder::new_lossless(&mut webp).write_image(&clear, 64, 64, ExtendedColorType::Rgba8).unwrap();
        for file in [png, webp] {
            let seen = looked_at(&prepare(&file).unwrap());
            for (channel, paper) in PAPER.into_iter().enumerate() {
                assert!(seen.get_pixel(8, 8)[channel].abs_diff(paper) <= 3);
                assert!(seen.get_pixel(56, 56)[channel].abs_diff(paper / 2) <= 3);
            }
        }
    }

    #[test]
    fn deep_and_grey_pictures_are_taken() {
        let deep: Vec<u8> = (0..32 * 32 * 4 * 2).map(|at| at as u8).collect();
        let kinds = [ExtendedColorType::Rgba16, ExtendedColorType::Rgb16, ExtendedColorType::L16];
        let kinds = kinds.into_iter().chain([ExtendedColorType::La8, ExtendedColorType::L8]);
        for kind in kinds {
            let mut png = Vec::new();
            let length = 32 * 32 * usize::from(kind.bits_per_pixel()) / 8;
            PngEncoder::new(&mut png).write_image(&deep[..length], 32, 32, kind).unwrap();
            looked_at(&prepare(&png).unwrap());
        }
        looked_at(&prepare(LOSSY_WEBP).unwrap());
    }

    #[test]
    fn other_kinds_of_files_are_refused() {
        let others: [&[u8]; 6] = [
            b"",
            b"dear diary",
            b"GIF89a\x01\0\x01\0\0\0\0;",
            b"BM\x1e\0\0\0\0\0\0\0\x1a\0\0\0",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        ];
        for file in others {
            assert_eq!(prepare(file), Err(PhotoError::UnknownKind));
        }
        let moving = [&b"RIFF\x14\0\0\0WEBPANIM\x08\0\0\0"[..], &[0; 8]].concat();
        assert_eq!(prepare(&moving), Err(PhotoError::UnknownKind));
    }

    #[test]
    fn a_file_that_is_too_long_is_not_looked_at() {
        let mut long = as_jpeg(&red_and_blue(8, 8));
        long.resize(MOST_BYTES + 1, 0);
        assert_eq!(prepare(&long), Err(PhotoError::TooManyBytes));
        long.resize(MOST_BYTES, 0);
        assert!(prepare(&long).is_ok());
    }

    #[test]
    fn too_many_pixels_are_refused_before_room_is_made_for_them() {
        let small = red_and_blue(8, 8);
        let mut jpeg = as_jpeg(&small);
        let frame = jpeg.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
        jpeg[frame + 5..frame + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
        // A header of 100,000 by 100,000 pixels, with its checksum.
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\x01\x86\xa0\0\x01\x86\xa0\x08\x02\0\0\0";
        let mut png = [&png[..], &[0x27, 0x30, 0x9c, 0x9f]].concat();
        png.extend(b"\0\0\0\x01IDAT\0");
        png.extend([0x28, 0x38, 0x7d, 0xe8]);
        let mut webp = LOSSY_WEBP.to_vec();
        webp[26..30].copy_from_slice(&[0xff, 0x3f, 0xff, 0x3f]);
        // The same frame behind a canvas of one pixel.
        let canvas = b"VP8X\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0";
        let mut hidden = [&webp[..12], canvas, &webp[12..]].concat();
        hidden[4] += canvas.len() as u8;
        for file in [jpeg, png, webp, hidden] {
            assert_eq!(prepare(&file), Err(PhotoError::TooManyPixels));
        }
    }

    #[test]
    fn a_webp_chunk_longer_than_its_file_is_refused() {
        let mut webp = as_webp(&red_and_blue(8, 8), 6);
        let exif = webp.windows(4).position(|four| four == b"EXIF").unwrap();
        webp[exif + 4..exif + 8].copy_from_slice(&[0xf0, 0xff, 0xff, 0xff]);
        assert_eq!(prepare(&webp), Err(PhotoError::Broken));
    }

    #[test]
    fn half_a_photo_is_refused() {
        let picture = noise(48, 36);
        let mut dice = Dice(43);
        for file in [as_told_jpeg(&picture, 6), as_png(&picture, 6), as_webp(&picture, 6)] {
            assert!(prepare(&file).is_ok());
            for _ in 0..100 {
                // A PNG's last bytes say only that it ends.
                let length = dice.below(file.len() - 24);
                assert!(prepare(&file[..length]).is_err(), "{length} of {}", file.len());
            }
        }
    }

    #[test]
    fn a_damaged_photo_is_refused_or_still_a_photo() {
        let picture = noise(40, 30);
        let files = [as_told_jpeg(&picture, 6), as_png(&picture, 6), as_webp(&picture, 6), LOSSY_WEBP.to_vec()];
        let mut dice = Dice(47);
        let mut refused = 0;
        for file in files {
            for _ in 0..150 {
                let mut damaged = file.clone();
                for _ in 0..=dice.below(4) {
                    let at = dice.below(damaged.len());
                    damaged[at] ^= 1 << dice.below(8);
                }
                match prepare(&damaged) {
                    Ok(photo) => assert!(looked_at(&photo).width() <= LONG_SIDE),
                    Err(_) => refused += 1,
                }
            }
        }
        assert!(refused > 100, "only {refused} were refused");
    }

    #[test]
    fn a_photo_does_not_print_itself() {
        let photo = Photo { jpeg: vec![1; 9], width: 4, height: 3 };
        assert_eq!(format!("{photo:?}"), "Photo(4 by 3 pixels, 9 bytes)");
    }
}
