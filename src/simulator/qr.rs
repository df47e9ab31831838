//! Reading a QR code out of a PNG, the way a person's camera would. It makes none.

use png::{BitDepth, ColorType, Decoder, Transformations};

/// The text of the first QR code in a PNG, if there is one that can be read.
pub fn read_qr(png: &[u8]) -> Option<String> {
    let mut decoder = Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut pixels).ok()?;
    if info.bit_depth != BitDepth::Eight {
        return None;
    }
    let channels = match info.color_type {
        ColorType::Grayscale => 1,
        ColorType::GrayscaleAlpha => 2,
        ColorType::Rgb => 3,
        ColorType::Rgba => 4,
        ColorType::Indexed => return None,
    };
    let (width, height) = (info.width as usize, info.height as usize);
    let grey = |x: usize, y: usize| {
        let at = y * info.line_size + x * channels;
        if channels < 3 {
            return pixels[at];
        }
        let sum: u32 = pixels[at..at + 3].iter().map(|byte| u32::from(*byte)).sum();
        (sum / 3) as u8
    };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    image.detect_grids().first()?.decode().ok().map(|(_, text)| text)
}
