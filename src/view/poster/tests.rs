//! Posters of harmless and hostile events: what a phone reads off them, and that they are sheets of paper.

use super::*;
use crate::view::gallery::{World, tr};

struct Paper {
    info: png::Info<'static>,
    dots: Vec<u8>,
}

fn paper(file: &[u8]) -> Paper {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let mut dots = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut dots).unwrap();
    Paper { info: reader.info().clone(), dots }
}

#[test]
fn every_letter_of_the_three_languages_is_in_the_font() {
    let letters =
        "әғқңөұүһіӘҒҚҢӨҰҮҺІабвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ«»№–—“”…’·";
    assert_eq!(plain(letters), letters);
    let missing = text::shape_of('漢');
    assert_eq!(plain("500 ₸ \u{1f389}"), "500 тг");
    for letter in letters.chars().chain('!'..='~') {
        assert_ne!(text::shape_of(letter), missing, "{letter}");
    }
}

#[cfg(feature = "demo")]
#[test]
fn a_phone_reads_the_link_off_every_poster() {
    for language in Language::ALL {
        let screen = poster(&tr(Language::En), &tr(language), &World::plain().event, "qatys_bot").unwrap();
        let Some(Attachment::Document { name, bytes }) = screen.attachment else { panic!() };
        assert_eq!(name, format!("qatys-k7m2x-{}.png", language.code()));
        let Paper { info, dots } = paper(&bytes);
        // A4 at 200 dots an inch, white at the edges.
        assert_eq!((info.width, info.height), (1654, 2339));
        assert_eq!(info.pixel_dims.unwrap().xppu, 7874);
        assert!(dots[..1654 * 4 * 100].iter().all(|dot| *dot == 255));
        let grey = |x: usize, y: usize| dots[(y * 1654 + x) * 4 + 1];
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(1654, 2339, grey);
        let read: Vec<_> = image.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect();
        assert_eq!(read, ["https://t.me/qatys_bot?start=e_k7m2x"]);
        if let Some(folder) = std::env::var_os("POSTERS") {
            std::fs::write(std::path::Path::new(&folder).join(&name), &bytes).unwrap();
        }
    }
}

#[test]
fn hostile_texts_stay_on_the_paper() {
    let world = World::hostile();
    let file = draw(&tr(Language::Ru), &world.event, &"b".repeat(32)).unwrap();
    let Paper { info, dots } = paper(&file);
    let width = info.width as usize * 4;
    // Nothing is written beyond the edges.
    let edge = (18.0 * 7.874) as usize * 4;
    for line in dots.chunks(width) {
        assert!(line[..edge].iter().chain(&line[width - edge..]).all(|dot| *dot == 255));
    }
    if let Some(folder) = std::env::var_os("POSTERS") {
        std::fs::write(std::path::Path::new(&folder).join("hostile.png"), &file).unwrap();
    }
}

#[test]
fn texts_are_as_large_as_there_is_room() {
    let fit = |text: &str, lines| Text::fit(text, Face::Bold, 100.0, (20.0, 5.0), lines).unwrap();
    let short = fit("Лекция", 1);
    assert_eq!((short.lines.as_slice(), short.size), (["Лекция".to_owned()].as_slice(), 20.0));
    let long = fit(&"слово ".repeat(12), 2);
    assert!(long.lines.len() == 2 && long.size < 20.0, "{} {}", long.lines.len(), long.size);
    let endless = fit(&"слово ".repeat(200), 3);
    assert_eq!((endless.lines.len(), endless.size), (3, 5.0));
    assert!(endless.lines[2].ends_with('…'));
    let unbroken = fit(&"щ".repeat(300), 3);
    assert!(unbroken.lines.len() == 1 && unbroken.lines[0].ends_with('…') && unbroken.lines[0].len() > 20);
    assert!(fit("\u{1f389} \u{fffe}", 3).lines.is_empty());
}

/// Run with `cargo test --release --lib poster -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement, not a check"]
fn time_of_a_poster() {
    let (tr, world) = (tr(Language::Kk), World::plain());
    let draw = || draw(&tr, &world.event, "qatys_bot").unwrap().len();
    println!("{} bytes", draw());
    let start = std::time::Instant::now();
    for _ in 0..20 {
        std::hint::black_box(draw());
    }
    println!("{:?} each", start.elapsed() / 20);
}
