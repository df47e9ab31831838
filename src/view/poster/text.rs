//! Text broken into lines and set as large as there is room. Nothing about where it stands.

use super::draw::tree;
use super::{escaped, plain};
use resvg::usvg::Node;
use std::fmt::Write;

/// A face of the font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Regular,
    Bold,
}

impl Face {
    /// As SVG says it.
    pub(super) fn weight(self) -> u32 {
        match self {
            Face::Regular => 400,
            Face::Bold => 700,
        }
    }
}

/// Distance of lines and the height of what stands above the line, in parts of the size.
const LEADING: f32 = 1.2;
const ASCENT: f32 = 0.95;
/// Width of a space in both faces, likewise.
const SPACE: f32 = 0.26;
/// What the next smaller size is.
const SMALLER: f32 = 0.95;

/// Lines of one size.
pub(super) struct Text {
    pub(super) lines: Vec<String>,
    pub(super) face: Face,
    pub(super) size: f32,
}

impl Text {
    /// In the largest of the sizes in which it has at most so many lines; cut if it has more in the smallest.
    pub(super) fn fit(text: &str, face: Face, width: f32, sizes: (f32, f32), lines: usize) -> Option<Self> {
        Self::set(text, face, width, sizes, |_| lines)
    }

    /// In the largest of the sizes in which it is no higher than this.
    pub(super) fn fill(text: &str, face: Face, width: f32, sizes: (f32, f32), height: f32) -> Option<Self> {
        Self::set(text, face, width, sizes, |size| (height / (size * LEADING)).floor().max(1.0) as usize)
    }

    fn set(
        text: &str,
        face: Face,
        width: f32,
        (largest, smallest): (f32, f32),
        most: impl Fn(f32) -> usize,
    ) -> Option<Self> {
        let words = measured(&plain(text), face)?;
        let mut size = largest;
        loop {
            let mut lines = broken(&words, width / size);
            let is_last = size <= smallest;
            let fits = lines.len() <= most(size) && words.iter().all(|word| word.width * size <= width);
            if fits || is_last {
                if lines.len() > most(size) {
                    lines.truncate(most(size));
                    lines.last_mut()?.push('…');
                }
                return Some(Text { lines, face, size });
            }
            size = (size * SMALLER).max(smallest);
        }
    }

    pub(super) fn height(&self) -> f32 {
        self.lines.len() as f32 * self.size * LEADING
    }

    /// Where its lines stand below its top.
    pub(super) fn baselines(&self) -> impl Iterator<Item = (&str, f32)> {
        let below = |line: usize| (line as f32 * LEADING + ASCENT) * self.size;
        self.lines.iter().enumerate().map(move |(number, line)| (line.as_str(), below(number)))
    }
}

/// A word and its width at size 1.
struct Word {
    text: String,
    width: f32,
}

fn measured(text: &str, face: Face) -> Option<Vec<Word>> {
    let mut svg = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg">"#);
    let words: Vec<_> = text.split(' ').filter(|word| !word.is_empty()).collect();
    for (number, word) in words.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(
            svg,
            r#"<text id="{number}" y="100" font-size="100" font-weight="{}">{}</text>"#,
            face.weight(),
            escaped(word)
        );
    }
    svg.push_str("</svg>");
    let tree = tree(&svg)?;
    let mut widths = vec![0.0; words.len()];
    for node in tree.root().children() {
        if let Node::Text(text) = node {
            *widths.get_mut(text.id().parse::<usize>().ok()?)? = text.bounding_box().width() / 100.0;
        }
    }
    Some(words.iter().zip(widths).map(|(text, width)| Word { text: (*text).to_owned(), width }).collect())
}

/// What is drawn for a letter.
#[cfg(test)]
pub(super) fn shape_of(letter: char) -> String {
    let letter = escaped(&letter.to_string());
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg"><text y="100" font-size="100">{letter}</text></svg>"#
    );
    let tree = tree(&svg).unwrap();
    let shapes: Vec<_> = tree
        .root()
        .children()
        .iter()
        .filter_map(|node| match node {
            Node::Text(text) => Some(format!("{:?}", text.flattened())),
            _ => None,
        })
        .collect();
    shapes.concat()
}

/// Lines of at most this width at size 1; a word that is wider has a line of its own and is cut.
fn broken(words: &[Word], width: f32) -> Vec<String> {
    let mut lines: Vec<(String, f32)> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some((line, used)) if *used + SPACE + word.width <= width => {
                let _ = write!(line, " {}", word.text);
                *used += SPACE + word.width;
            }
            _ if word.width > width => {
                let letters = word.text.chars().count() as f32;
                let kept = (letters * width / word.width - 1.5).max(1.0) as usize;
                lines.push((word.text.chars().take(kept).chain(['…']).collect(), width));
            }
            _ => lines.push((word.text.clone(), word.width)),
        }
    }
    lines.into_iter().map(|(line, _)| line).collect()
}
