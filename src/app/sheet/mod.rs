//! Reads a spreadsheet file, CSV or XLSX, into a table of text within fixed limits. Knows no column by name.
//!
//! A file comes from a stranger: nothing it says of its own size is believed.

mod archive;
mod csv;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod tests;
mod xlsx;

use crate::domain::{Row, Table};
use std::{fs::File, io::Read as _, path::Path};

/// Largest file, in bytes.
pub const FILE_LIMIT: usize = 5 * 1024 * 1024;
/// Most rows below the header.
pub const ROW_LIMIT: usize = 10_000;
/// Most columns.
pub const COLUMN_LIMIT: usize = 50;
/// Longest cell, in characters.
pub const CELL_LIMIT: usize = 10_000;
/// Most text in all cells together, in bytes. A workbook may point to one long text from every cell, so that few
/// bytes in the file would become gigabytes in memory.
const TEXT_LIMIT: usize = 32 * 1024 * 1024;
/// How far down a row may stand, blank rows above it included.
const LAST_ROW: u32 = 20_000;

/// Why a file is not a table, in one line that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// It cannot be read at all.
    #[error("the file cannot be read ({0}); check its name and your rights")]
    Io(#[from] std::io::Error),
    /// Larger than [`FILE_LIMIT`].
    #[error("the file is larger than 5 MB; split it or remove pictures")]
    TooLarge,
    /// Neither of the two kinds.
    #[error("the name must end in .csv or .xlsx; save the table as one of them")]
    Extension,
    /// Nothing in it.
    #[error("the file is empty; fill in the header and at least one row")]
    Empty,
    /// An XLSX workbook whose name says CSV.
    #[error("this is an XLSX workbook, not CSV; rename it to end in .xlsx")]
    IsXlsx,
    /// Something else whose name says XLSX.
    #[error("this is not an XLSX workbook; save it anew as .xlsx, or rename it if it is CSV")]
    NotXlsx,
    /// An old or an encrypted workbook.
    #[error("this is an old (.xls) or password-protected workbook; save it as .xlsx without a password")]
    OldOrLocked,
    /// Bytes that are not UTF-8.
    #[error("line {0} is not UTF-8 text; save the table as \"CSV UTF-8\" or as .xlsx")]
    NotUtf8(u32),
    /// The bytes of UTF-16, or not text at all.
    #[error("this is not UTF-8 text; save the table as \"CSV UTF-8\" or as .xlsx")]
    NotText,
    /// An odd number of quotation marks.
    #[error("a quotation mark is opened and never closed; look at row {0} and below")]
    OpenQuote(u32),
    /// More rows than [`ROW_LIMIT`].
    #[error("there are more than 10000 rows; split the file")]
    Rows,
    /// A cell far below all that could be meant.
    #[error("row {0} is filled, below the 20000 rows that are read; delete what stands down there")]
    FarRow(u32),
    /// More columns than [`COLUMN_LIMIT`].
    #[error("row {0} has more than 50 columns; delete what stands to the right")]
    Columns(u32),
    /// A cell longer than [`CELL_LIMIT`].
    #[error(
        "row {0} has a cell of more than 10000 characters; shorten it or look for a missing quotation mark"
    )]
    Cell(u32),
    /// More text than the limit for all cells together.
    #[error("the table holds more than 32 MB of text; split the file")]
    Text,
    /// More cells, empty ones included, than any table here can need.
    #[error("the workbook has too many cells; copy the table into a new workbook")]
    Cells,
    /// The workbook unpacks to too much.
    #[error("the workbook unpacks to more than is safe; copy the table into a new workbook")]
    Bomb,
    /// The workbook's parts cannot be read.
    #[error("the workbook is damaged ({0}); open it, save it anew as .xlsx and try again")]
    Damaged(String),
    /// Dates are counted from 1904.
    #[error("the workbook counts dates from 1904; switch that off in its settings or save it as CSV UTF-8")]
    Since1904,
}

/// Reads a file. Blocks: call it where waiting is allowed.
pub fn read(path: &Path) -> Result<Table, SheetError> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells too large; the length in the directory would not hold for pipes.
    File::open(path)?.take(FILE_LIMIT as u64 + 1).read_to_end(&mut bytes)?;
    parse(&path.to_string_lossy(), &bytes)
}

/// Reads the content of a file whose name is `name`, as it came over the network. Takes seconds for the largest: call it
/// where computing is allowed.
pub fn parse(name: &str, bytes: &[u8]) -> Result<Table, SheetError> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const COMPOUND_FILE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    if bytes.len() > FILE_LIMIT {
        return Err(SheetError::TooLarge);
    }
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("csv" | "xlsx") if bytes.is_empty() => Err(SheetError::Empty),
        Some("csv" | "xlsx" | "xls") if bytes.starts_with(COMPOUND_FILE) => Err(SheetError::OldOrLocked),
        Some("csv") if bytes.starts_with(ZIP) => Err(SheetError::IsXlsx),
        Some("csv") => csv::parse(bytes),
        Some("xlsx") if bytes.starts_with(ZIP) => xlsx::parse(bytes),
        Some("xlsx") => Err(SheetError::NotXlsx),
        _ => Err(SheetError::Extension),
    }
}

/// A table that grows cell by cell and refuses to grow too large.
#[derive(Debug, Default)]
struct Growing {
    rows: Vec<Row>,
    text: usize,
}

impl Growing {
    /// Begins the row of this number; the next cells go there.
    fn row(&mut self, number: u32) -> Result<(), SheetError> {
        if number > LAST_ROW {
            return Err(SheetError::FarRow(number));
        }
        // One more for the header.
        if self.rows.len() > ROW_LIMIT {
            return Err(SheetError::Rows);
        }
        self.rows.push(Row { number, cells: Vec::new() });
        Ok(())
    }

    /// Puts a cell into the last row, at a column counted from 0; fills up with empty ones before it.
    fn cell(&mut self, column: usize, text: String) -> Result<(), SheetError> {
        let Some(row) = self.rows.last_mut() else { return Ok(()) };
        if column >= COLUMN_LIMIT {
            return Err(SheetError::Columns(row.number));
        }
        // Bytes are counted first: they are at least as many as the characters, and cheaper to count.
        if text.len() > CELL_LIMIT && text.chars().count() > CELL_LIMIT {
            return Err(SheetError::Cell(row.number));
        }
        self.text += text.len();
        if self.text > TEXT_LIMIT {
            return Err(SheetError::Text);
        }
        if row.cells.len() <= column {
            row.cells.resize(column + 1, String::new());
        }
        row.cells[column] = text;
        Ok(())
    }

    /// The finished table without its blank rows.
    fn finish(self) -> Result<Table, SheetError> {
        let filled = |row: &Row| row.cells.iter().any(|cell| !cell.trim().is_empty());
        let mut rows = self.rows.into_iter().filter(filled);
        let header = rows.next().ok_or(SheetError::Empty)?;
        Ok(Table { header, rows: rows.collect() })
    }
}
