//! A sheet of paper: text, areas and a QR code as SVG, and the SVG as PNG. Nothing about what stands on it.

use super::escaped;
use super::text::Text;
use crate::view::qr;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::fmt::Write;
use std::sync::{Arc, OnceLock};

/// Dots per millimetre: 200 per inch, which a printer shows without steps and a phone still sends in a moment.
const DOTS: f32 = 200.0 / 25.4;
/// An A4 sheet in dots.
const SIZE: (u32, u32) = (1654, 2339);

/// Colours that also work on a printer without any.
#[derive(Clone, Copy)]
pub(super) enum Tone {
    Ink,
    Muted,
    Accent,
}

impl Tone {
    fn colour(self) -> &'static str {
        match self {
            Tone::Ink => "#14212b",
            Tone::Muted => "#4a5b66",
            Tone::Accent => "#00707d",
        }
    }
}

/// A sheet that is being written on; lengths in millimetres from its upper left corner.
pub(super) struct Sheet(String);

impl Sheet {
    pub(super) fn new() -> Self {
        Self(String::from(r#"<svg xmlns="http://www.w3.org/2000/svg" width="210" height="297">"#))
    }

    fn add(&mut self, element: std::fmt::Arguments) {
        // Writing to a string cannot fail.
        let _ = self.0.write_fmt(element);
    }

    pub(super) fn bar(&mut self, x: f32, y: f32, width: f32, height: f32) {
        let colour = Tone::Accent.colour();
        self.add(format_args!(
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{colour}"/>"#
        ));
    }

    pub(super) fn panel(&mut self, x: f32, y: f32, width: f32, height: f32) {
        self.add(format_args!(
            r##"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="5" fill="#e6f1f2"/>"##
        ));
    }

    /// Writes a text below `y`; what is below it comes back.
    pub(super) fn write(&mut self, text: &Text, x: f32, y: f32, tone: Tone) -> f32 {
        for (line, below) in text.baselines() {
            self.add(format_args!(
                r#"<text x="{x}" y="{}" font-size="{}" font-weight="{}" fill="{}">{}</text>"#,
                y + below,
                text.size,
                text.face.weight(),
                tone.colour(),
                escaped(line)
            ));
        }
        y + text.height()
    }

    /// The QR code of a text with the white around it that readers need, in a square of this side. Its modules are whole
    /// dots, so that none is larger than its neighbour. `None` for a text that no code holds.
    pub(super) fn code(&mut self, text: &str, x: f32, y: f32, side: f32) -> Option<()> {
        self.add(format_args!(
            r##"<rect x="{x}" y="{y}" width="{side}" height="{side}" rx="3" fill="#ffffff"/>"##
        ));
        let (modules, dark) = qr::modules(text)?;
        let module = (side * DOTS / (modules + 2 * qr::QUIET) as f32).floor() / DOTS;
        let whole = |length: f32| (length * DOTS).round() / DOTS;
        let margin = (side - module * modules as f32) / 2.0;
        let (left, top) = (whole(x + margin), whole(y + margin));
        let mut path = String::new();
        for (number, _) in dark.iter().enumerate().filter(|(_, dark)| **dark) {
            let at = |start: f32, number: usize| start + number as f32 * module;
            let _ = write!(
                path,
                "M{} {}h{module}v{module}h-{module}z",
                at(left, number % modules),
                at(top, number / modules)
            );
        }
        self.add(format_args!(r##"<path d="{path}" fill="#000000" shape-rendering="crispEdges"/>"##));
        Some(())
    }

    /// The finished sheet.
    pub(super) fn png(mut self) -> Option<Vec<u8>> {
        self.0.push_str("</svg>");
        let tree = tree(&self.0)?;
        let mut pixels = Pixmap::new(SIZE.0, SIZE.1)?;
        pixels.fill(Color::WHITE);
        resvg::render(&tree, Transform::from_scale(DOTS, DOTS), &mut pixels.as_mut());
        encode(pixels.data())
    }
}

/// Reads an SVG of ours. The fonts are loaded once.
pub(super) fn tree(svg: &str) -> Option<Tree> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| {
        let mut fonts = fontdb::Database::new();
        for face in [notosans::REGULAR_TTF, notosans::BOLD_TTF] {
            fonts.load_font_source(fontdb::Source::Binary(Arc::new(face)));
        }
        Arc::new(fonts)
    });
    let options =
        Options { font_family: "Noto Sans".into(), fontdb: Arc::clone(fonts), ..Options::default() };
    Tree::from_str(svg, &options).ok()
}

/// Dots of which none is transparent, so that it does not matter what their colours were multiplied with.
fn encode(dots: &[u8]) -> Option<Vec<u8>> {
    let mut file = Vec::with_capacity(256 * 1024);
    let mut encoder = png::Encoder::new(&mut file, SIZE.0, SIZE.1);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(png::Compression::Fast);
    encoder.set_filter(png::Filter::Up);
    let density = (DOTS * 1000.0) as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: density,
        yppu: density,
        unit: png::Unit::Meter,
    }));
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(dots).ok()?;
    writer.finish().ok()?;
    Some(file)
}
