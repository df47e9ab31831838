//! CSV text into a table, the separator found from the header line. No files.

use super::{Growing, SheetError};
use crate::domain::Table;

/// Reads UTF-8 text, with or without a byte order mark, separated by `,` or `;`.
pub(super) fn parse(bytes: &[u8]) -> Result<Table, SheetError> {
    let text = text(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut table = Growing::default();
    let mut record = csv::StringRecord::new();
    let unbalanced = text.matches('"').count() % 2 == 1;
    let mut row = 0;
    loop {
        let before = reader.position().line();
        if !reader.read_record(&mut record).map_err(|fault| SheetError::Damaged(fault.to_string()))? {
            break;
        }
        // A spreadsheet shows blank lines as rows, but a cell of several lines as one row: of the lines passed,
        // those within cells do not count.
        let within: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        row += (reader.position().line() - before).saturating_sub(within as u64).max(1) as u32;
        if within > 0 && unbalanced {
            return Err(SheetError::OpenQuote(row));
        }
        table.row(row)?;
        for (column, cell) in record.iter().enumerate() {
            table.cell(column, cell.to_owned())?;
        }
    }
    table.finish()
}

/// The text with `\n` as its only line end, also after the last line.
fn text(bytes: &[u8]) -> Result<String, SheetError> {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || bytes.contains(&0) {
        return Err(SheetError::NotText);
    }
    let text = std::str::from_utf8(bytes).map_err(|fault| {
        SheetError::NotUtf8(bytes[..fault.valid_up_to()].split(|byte| *byte == b'\n').count() as u32)
    })?;
    let mut text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    text.push('\n');
    Ok(text)
}

/// The separator that the first line with anything in it has more of, outside quotation marks.
fn separator(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut quoted = false;
    let (mut commas, mut semicolons) = (0, 0);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => commas += 1,
            ';' if !quoted => semicolons += 1,
            _ => {}
        }
    }
    if semicolons > commas { b';' } else { b',' }
}
