//! A table as a file for spreadsheets, as CSV or as a workbook, in which nothing that people wrote is a formula. Reads none:
//! that is `app/sheet`.

use super::Format;
use chrono::{DateTime, Utc};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as Style, Workbook, XlsxError};

/// Longest file Telegram takes (Bot API, "Sending files"), in bytes.
const FILE: usize = 50_000_000;
/// Most characters of a cell of a workbook (Microsoft, "Excel specifications and limits").
const CELL: usize = 32_767;
/// Widest column that is made for a text, in pixels; longer ones go on beside it.
const WIDEST: u32 = 300;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Words, or nothing.
    Text(String),
    /// A number to count with.
    Number(u32),
}

/// A table with a line under it that says where it comes from.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    /// What it is of.
    pub(super) title: String,
    /// Names of the columns.
    pub(super) head: Vec<String>,
    /// The rows under them.
    pub(super) rows: Vec<Vec<Cell>>,
    /// Who made it, and when: stands under the rows, and in the properties of a workbook.
    pub(super) origin: String,
    /// When it was made.
    pub(super) at: DateTime<Utc>,
}

impl Sheet {
    /// The file; `None` where a workbook cannot hold it.
    pub(super) fn file(&self, format: Format) -> Option<Vec<u8>> {
        match format {
            Format::Csv => Some(self.csv()),
            Format::Xlsx => self.xlsx().ok(),
        }
    }

    fn csv(&self) -> Vec<u8> {
        let mut bytes = csv_head(&self.head);
        for row in &self.rows {
            let cells = row.iter().map(|cell| match cell {
                Cell::Text(text) => text.clone(),
                Cell::Number(number) => number.to_string(),
            });
            if !csv_row(&mut bytes, &cells.collect::<Vec<_>>()) {
                break;
            }
        }
        bytes.extend_from_slice(b"\r\n");
        csv_row(&mut bytes, std::slice::from_ref(&self.origin));
        bytes
    }

    fn xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let created = ExcelDateTime::from_timestamp(self.at.timestamp())?;
        let properties = DocProperties::new().set_title(&self.title).set_comment(&self.origin);
        workbook.set_properties(&properties.set_creation_datetime(&created));
        let sheet = workbook.add_worksheet();
        let bold = Style::new().set_bold();
        for (column, name) in (0..).zip(&self.head) {
            sheet.write_string_with_format(0, column, name, &bold)?;
        }
        for (row, cells) in (1..).zip(&self.rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    // A string stays one, whatever it begins with.
                    Cell::Text(text) => {
                        sheet.write_string(row, column, text.chars().take(CELL).collect::<String>())?
                    }
                    Cell::Number(number) => sheet.write_number(row, column, *number)?,
                };
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_autofit_max_width(WIDEST).autofit();
        sheet.write_string(self.rows.len() as u32 + 2, 0, &self.origin)?;
        workbook.save_to_buffer()
    }
}

/// Begins comma-separated values: the mark by which spreadsheets know UTF-8, and the names of the columns.
pub(super) fn csv_head(names: &[String]) -> Vec<u8> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    csv_row(&mut bytes, names);
    bytes
}

/// Adds a row; what a spreadsheet would take for a formula is quoted with an apostrophe (OWASP, "CSV injection"). Whether
/// there is room for another one.
pub(super) fn csv_row(bytes: &mut Vec<u8>, cells: &[String]) -> bool {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| {
            let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
            format!("\"{guard}{}\"", cell.replace('"', "\"\""))
        })
        .collect();
    bytes.extend_from_slice(cells.join(",").as_bytes());
    bytes.extend_from_slice(b"\r\n");
    bytes.len() <= FILE
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    fn sheet() -> Sheet {
        let text = |text: &str| Cell::Text(text.into());
        Sheet {
            title: "=HYPERLINK(\"http://x\")".into(),
            head: vec!["Аты-жөні".into(), "@a".into()],
            rows: vec![
                vec![text("=1+1"), Cell::Number(5)],
                vec![text("a\"b, \n\t;"), text("")],
                vec![text("+7 701"), text("-2")],
            ],
            origin: "=now".into(),
            at: DateTime::UNIX_EPOCH + chrono::TimeDelta::days(20_000),
        }
    }

    #[test]
    fn a_stranger_reads_the_csv_and_finds_no_formula() {
        let bytes = sheet().file(Format::Csv).unwrap();
        let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
        let rows: Vec<Vec<String>> =
            reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(
            rows,
            [
                vec!["Аты-жөні", "'@a"],
                vec!["'=1+1", "5"],
                vec!["a\"b, \n\t;", ""],
                vec!["'+7 701", "'-2"],
                vec!["'=now"],
            ]
        );
    }

    #[test]
    fn a_stranger_reads_the_workbook_and_finds_no_formula() {
        let bytes = sheet().file(Format::Xlsx).unwrap();
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let name = workbook.sheet_names()[0].clone();
        let text = |text: &str| Data::String(text.into());
        let range = workbook.worksheet_range(&name).unwrap();
        assert_eq!(
            range.rows().map(<[Data]>::to_vec).collect::<Vec<_>>(),
            [
                vec![text("Аты-жөні"), text("@a")],
                vec![text("=1+1"), Data::Float(5.0)],
                vec![text("a\"b, \n\t;"), Data::Empty],
                vec![text("+7 701"), text("-2")],
                vec![Data::Empty, Data::Empty],
                vec![text("=now"), Data::Empty],
            ]
        );
        assert!(workbook.worksheet_formula(&name).unwrap().is_empty());
    }
}
