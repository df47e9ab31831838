//! Workbooks for tests, made by hand as XML, sound ones and malicious ones; and what becomes of the malicious.

use super::{SheetError, parse};
use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// The parts of a workbook, to be changed and zipped.
pub(super) struct Workbook {
    parts: Vec<(String, String)>,
    method: CompressionMethod,
}

impl Workbook {
    /// A workbook of one sheet with this XML between `<sheetData>` and its end.
    pub(super) fn new(rows: &str) -> Self {
        const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let relation = |id, kind, target| {
            format!(r#"<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>"#)
        };
        let relations = |inner: String| format!("<Relationships>{inner}</Relationships>");
        let mut workbook = Self { parts: vec![], method: CompressionMethod::Deflated };
        workbook.set("[Content_Types].xml", "<Types/>");
        workbook.set("_rels/.rels", &relations(relation("r1", "officeDocument", "xl/workbook.xml")));
        workbook.set(
            "xl/_rels/workbook.xml.rels",
            &relations(relation("r1", "worksheet", "worksheets/sheet1.xml")),
        );
        workbook
            .set("xl/workbook.xml", r#"<workbook><sheets><sheet name="One" r:id="r1"/></sheets></workbook>"#);
        workbook.set(
            "xl/worksheets/sheet1.xml",
            &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        );
        workbook
    }

    /// A workbook with these cells as inline texts.
    pub(super) fn of_texts(rows: &[Vec<String>]) -> Self {
        let mut xml = String::new();
        for cells in rows {
            xml.push_str("<row>");
            for cell in cells {
                let cell = cell.replace('&', "&amp;").replace('<', "&lt;");
                write!(xml, r#"<c t="inlineStr"><is><t>{cell}</t></is></c>"#).unwrap();
            }
            xml.push_str("</row>");
        }
        Self::new(&xml)
    }

    /// Adds or replaces a part.
    pub(super) fn set(&mut self, name: &str, content: &str) {
        self.parts.retain(|(known, _)| known != name);
        self.parts.push((name.into(), content.into()));
    }

    /// The same with a part added or replaced.
    pub(super) fn with(mut self, name: &str, content: &str) -> Self {
        self.set(name, content);
        self
    }

    /// The same, to be zipped without compression, so that the ratio is no hindrance.
    fn stored(mut self) -> Self {
        self.method = CompressionMethod::Stored;
        self
    }

    /// The file.
    pub(super) fn zip(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.parts {
            zip.start_file(name, SimpleFileOptions::default().compression_method(self.method)).unwrap();
            zip.write_all(content.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

fn refusal(workbook: &Workbook) -> SheetError {
    parse("a.xlsx", &workbook.zip()).unwrap_err()
}

const A1: &str = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;

#[test]
fn two_cells_at_the_corners_cost_nothing() {
    let far = format!(r#"{A1}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#);
    assert!(matches!(refusal(&Workbook::new(&far)), SheetError::FarRow(1_048_576)));
    let wide = r#"<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>"#;
    assert!(matches!(refusal(&Workbook::new(wide)), SheetError::Columns(1)));
    // An overflowing number panics inside the reader in debug builds and becomes some other number in release.
    let dizzy = r#"<row r="1"><c r="A99999999999999999999"><v>1</v></c></row>"#;
    assert!(matches!(refusal(&Workbook::new(dizzy)), SheetError::Damaged(_) | SheetError::FarRow(_)));
    let upside_down =
        format!(r#"<worksheet><dimension ref="C9:A1"/><sheetData>{A1}</sheetData></worksheet>"#);
    let sheet = Workbook::new("").with("xl/worksheets/sheet1.xml", &upside_down);
    assert!(!matches!(parse("a.xlsx", &sheet.zip()), Err(SheetError::Bomb)));
    let reversed = format!(r#"<row r="2"><c r="A2"><v>1</v></c></row>{A1}"#);
    assert!(matches!(refusal(&Workbook::new(&reversed)), SheetError::Damaged(_)));
}

#[test]
fn bombs_are_counted_while_they_unpack() {
    let blank = " ".repeat(4 * 1024 * 1024);
    // In the sheet, in a part nobody reads, and in many parts that are each below the limit.
    assert!(matches!(refusal(&Workbook::new(&format!("{A1}{blank}"))), SheetError::Bomb));
    assert!(matches!(refusal(&Workbook::new(A1).with("xl/media/image1.png", &blank)), SheetError::Bomb));
    let mut many = Workbook::new(A1);
    for n in 0..12 {
        many.set(&format!("xl/media/{n}.bin"), &blank[..1024 * 1024]);
    }
    assert!(matches!(refusal(&many), SheetError::Bomb));
}

#[test]
fn sizes_in_headers_are_not_believed() {
    let lie = |mut bytes: Vec<u8>, size: u32| {
        for (magic, offset) in [(b"PK\x01\x02", 24), (b"PK\x03\x04", 22)] {
            let places: Vec<_> = (0..bytes.len() - 4).filter(|at| bytes[*at..].starts_with(magic)).collect();
            for at in places {
                bytes[at + offset..at + offset + 4].copy_from_slice(&size.to_le_bytes());
            }
        }
        bytes
    };
    let bomb = Workbook::new(&format!("{A1}{}", " ".repeat(4 * 1024 * 1024))).zip();
    assert!(parse("a.xlsx", &lie(bomb, 10)).is_err());
    let sound = lie(Workbook::new(A1).zip(), u32::MAX - 1);
    // Whether it is read or refused, nothing of that size is allocated.
    let _ = parse("a.xlsx", &sound);
}

#[test]
fn what_the_reader_would_believe_is_refused() {
    let shared = |xml: &str| Workbook::new(A1).with("xl/sharedStrings.xml", xml);
    for claim in
        [r#"uniqueCount="999999999999999""#, "uniqueCount = '500001'", "uniqueCount=\"18446744073709551615\""]
    {
        assert!(matches!(refusal(&shared(&format!("<sst {claim}></sst>"))), SheetError::Bomb), "{claim}");
    }
    let gap = " ".repeat(200);
    let evasive = format!(r#"<sst {gap}uniqueCount{gap}="999999999999999"></sst>"#);
    assert!(matches!(refusal(&shared(&evasive).stored()), SheetError::Bomb));
    assert!(parse("a.xlsx", &shared(r#"<sst uniqueCount="3"></sst>"#).zip()).is_ok());

    let strings = format!("<sst>{}</sst>", "<si/>".repeat(2_000_001 / 5 * 5));
    assert!(parse("a.xlsx", &shared(&strings).stored().zip()).is_err());
    let sheets =
        format!("<workbook><sheets>{}</sheets></workbook>", r#"<x:sheet name="n" r:id="r1"/>"#.repeat(300));
    assert!(matches!(
        refusal(&Workbook::new(A1).with("xl/workbook.xml", &sheets).stored()),
        SheetError::Bomb
    ));
    let relations = format!("<Relationships>{}</Relationships>", "<Relationship/>".repeat(20_000));
    assert!(matches!(
        refusal(&Workbook::new(A1).with("xl/_rels/x.rels", &relations).stored()),
        SheetError::Bomb
    ));
    let mut parts = Workbook::new(A1);
    parts.parts.extend((0..1_000).map(|n| (format!("p{n}"), String::new())));
    assert!(matches!(refusal(&parts), SheetError::Bomb));
}

#[test]
fn styles_and_other_idle_parts_are_never_read() {
    let noise = Workbook::new(A1)
        .with("xl/styles.xml", "<<<not xml")
        .with("xl/theme/theme1.xml", "\0\0")
        .with("xl/media/image1.png", "\u{89}PNG\0\0");
    assert!(parse("a.xlsx", &noise.zip()).is_ok());
}

#[test]
fn encodings_that_hide_words_are_refused() {
    let strange = "<?xml version='1.0' encoding='ISO-2022-JP'?><sst></sst>";
    assert!(matches!(
        refusal(&Workbook::new(A1).with("xl/sharedStrings.xml", strange)),
        SheetError::Damaged(_)
    ));
    let usual = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><sst></sst>";
    assert!(parse("a.xlsx", &Workbook::new(A1).with("xl/sharedStrings.xml", usual).zip()).is_ok());
    let wide: String = "<sst/>".chars().flat_map(|c| [c, '\0']).collect();
    assert!(matches!(
        refusal(&Workbook::new(A1).with("xl/sharedStrings.xml", &wide)),
        SheetError::Damaged(_)
    ));
    let old =
        "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"One\" r:id=\"r1\"/></sheets></workbook>";
    assert!(matches!(refusal(&Workbook::new(A1).with("xl/workbook.xml", old)), SheetError::Since1904));
    let new = old.replace("\"1\"", "\"0\"");
    assert!(parse("a.xlsx", &Workbook::new(A1).with("xl/workbook.xml", &new).zip()).is_ok());
}

#[test]
fn small_files_cannot_become_large_tables() {
    // One text of the longest length, pointed to from very many cells.
    let text = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(10_000));
    let row = format!("<row>{}</row>", r#"<c t="s"><v>0</v></c>"#.repeat(50));
    let echo = Workbook::new(&row.repeat(70)).with("xl/sharedStrings.xml", &text);
    assert!(matches!(refusal(&echo.stored()), SheetError::Text));
    let long = text.replace("</t>", "x</t>");
    assert!(matches!(
        refusal(&Workbook::new(&row).with("xl/sharedStrings.xml", &long).stored()),
        SheetError::Cell(1)
    ));
    let empty = format!("{A1}<row>{}</row>", "<c/>".repeat(1_000_000));
    assert!(matches!(refusal(&Workbook::new(&empty).stored()), SheetError::Cells));
}

#[test]
fn truncated_files_are_refused_wherever_they_end() {
    let whole = Workbook::of_texts(&[vec!["a".into(), "b".into()], vec!["1".into(), "2".into()]]).zip();
    assert!(parse("a.xlsx", &whole).is_ok());
    for end in 0..whole.len() {
        assert!(parse("a.xlsx", &whole[..end]).is_err(), "{end}");
    }
}
