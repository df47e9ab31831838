//! QR codes as small PNG pictures. Nothing about what stands in them.

use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::{Color, EcLevel, bits, ec};

/// Width of the picture aimed at, in pixels: sharp on a phone, small to send.
const WIDTH: usize = 480;
/// Modules of white around the code, which readers need (ISO/IEC 18004).
pub(super) const QUIET: usize = 4;

/// The code of a text, one bit per pixel; `None` for a text longer than a code holds (2,331 bytes at level M).
pub(super) fn png(text: &str) -> Option<Vec<u8>> {
    let (modules, colors) = matrix(text)?;
    let scale = (WIDTH / (modules + 2 * QUIET)).max(1);
    let width = (modules + 2 * QUIET) * scale;
    let white = vec![0xff_u8; width.div_ceil(8)];
    let mut pixels = Vec::with_capacity(white.len() * width);
    let quiet = || std::iter::repeat_n(&white, QUIET * scale).flatten();
    pixels.extend(quiet());
    for row in colors.chunks(modules) {
        let mut line = white.clone();
        for (x, _) in row.iter().enumerate().filter(|(_, color)| **color == Color::Dark) {
            for pixel in (x + QUIET) * scale..(x + QUIET + 1) * scale {
                line[pixel / 8] &= !(0x80 >> (pixel % 8));
            }
        }
        for _ in 0..scale {
            pixels.extend_from_slice(&line);
        }
    }
    pixels.extend(quiet());
    encode(&pixels, width as u32)
}

/// Modules on a side, and by rows whether they are dark.
pub(super) fn modules(text: &str) -> Option<(usize, Vec<bool>)> {
    let (modules, colors) = matrix(text)?;
    Some((modules, colors.into_iter().map(|color| color == Color::Dark).collect()))
}

/// Modules on a side, and their colours by rows.
///
/// The mask is always the same: weighing all eight against each other takes nine tenths of the time, and our links
/// end in random letters, which leave no large even areas for a mask to break up.
fn matrix(text: &str) -> Option<(usize, Vec<Color>)> {
    let bits = bits::encode_auto(text.as_bytes(), EcLevel::M).ok()?;
    let version = bits.version();
    let (data, correction) = ec::construct_codewords(&bits.into_bytes(), version, EcLevel::M).ok()?;
    let mut canvas = Canvas::new(version, EcLevel::M);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    canvas.apply_mask(MaskPattern::Checkerboard);
    Some((usize::try_from(version.width()).ok()?, canvas.into_colors()))
}

fn encode(pixels: &[u8], width: u32) -> Option<Vec<u8>> {
    let mut file = Vec::with_capacity(4096);
    let mut encoder = png::Encoder::new(&mut file, width, width);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    encoder.set_compression(png::Compression::Fast);
    // Equal lines become lines of zeros.
    encoder.set_filter(png::Filter::Up);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(pixels).ok()?;
    writer.finish().ok()?;
    Some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(n: u32) -> String {
        // Letters without a pattern, as in a real secret.
        let secret: String = (0..32_u32)
            .map(|i| char::from(b'a' + ((n + 1).wrapping_mul(2_654_435_761).rotate_left(i) % 26) as u8))
            .collect();
        format!("https://t.me/qatys_astana_bot?start=t_{secret}")
    }

    #[test]
    fn the_picture_has_a_size_that_phones_like() {
        for text in ["x", &link(1), &"ә".repeat(300)] {
            let file = png(text).unwrap();
            let info = png::Decoder::new(std::io::Cursor::new(&file)).read_info().unwrap().info().clone();
            assert_eq!((info.bit_depth, info.width), (png::BitDepth::One, info.height));
            assert!((400..=600).contains(&info.width), "{} for {} bytes", info.width, text.len());
        }
        assert_eq!(png(&"x".repeat(3000)), None);
    }

    #[cfg(feature = "demo")]
    #[test]
    fn every_code_can_be_read() {
        for n in 0..40 {
            let file = png(&link(n)).unwrap();
            let mut reader = png::Decoder::new(std::io::Cursor::new(&file)).read_info().unwrap();
            let mut bits = vec![0; reader.output_buffer_size().unwrap()];
            let info = reader.next_frame(&mut bits).unwrap();
            let dark = |x: usize, y: usize| bits[y * info.line_size + x / 8] & (0x80 >> (x % 8)) == 0;
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(
                info.width as usize,
                info.height as usize,
                |x, y| if dark(x, y) { 0 } else { 255 },
            );
            let found: Vec<_> = image.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect();
            assert_eq!(found, [link(n)]);
        }
    }

    /// Run with `cargo test --release --lib qr -- --ignored --nocapture`.
    #[test]
    #[ignore = "a measurement, not a check"]
    fn time_of_a_picture() {
        let link = link(7);
        let start = std::time::Instant::now();
        for _ in 0..1000 {
            std::hint::black_box(png(&link));
        }
        println!("{:?} each", start.elapsed() / 1000);
    }
}
