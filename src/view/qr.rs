//! QR codes as small PNG pictures. Nothing about what stands in them.

use qrcode::{Color, EcLevel, QrCode};

/// Width of the picture aimed at, in pixels: sharp on a phone, small to send.
const WIDTH: usize = 480;
/// Modules of white around the code, which readers need (ISO/IEC 18004).
const QUIET: usize = 4;

/// The code of a text, one bit per pixel; `None` for a text longer than a code holds (2,331 bytes at level M).
pub(super) fn png(text: &str) -> Option<Vec<u8>> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let modules = code.width();
    let scale = (WIDTH / (modules + 2 * QUIET)).max(1);
    let width = (modules + 2 * QUIET) * scale;
    let row_bytes = width.div_ceil(8);
    let white = vec![0xff_u8; row_bytes];
    let mut pixels = Vec::with_capacity(row_bytes * width);
    let quiet = || std::iter::repeat_n(&white, QUIET * scale).flatten();
    pixels.extend(quiet());
    for row in code.to_colors().chunks(modules) {
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
