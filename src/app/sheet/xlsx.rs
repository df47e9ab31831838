//! The first visible sheet of an XLSX workbook into a table. No styles: a date is the number it is stored as.

use super::{Growing, SheetError, archive};
use crate::domain::Table;
use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

/// Most cells read, empty ones included: formatted but unfilled cells are usual, millions of them are not.
const CELLS: usize = 1_000_000;

/// Reads the first visible sheet.
pub(super) fn parse(bytes: &[u8]) -> Result<Table, SheetError> {
    let safe = archive::defuse(bytes)?;
    // The reader's sums over row and column numbers overflow on made-up ones; that must cost this file only.
    catch_unwind(AssertUnwindSafe(|| cells(&safe)))
        .unwrap_or_else(|_| Err(SheetError::Damaged("its cell numbers make no sense".into())))
}

/// Only the reader of single cells is used: asked for a range, calamine would allocate the whole rectangle between
/// the outermost cells (its issue 693), 549 GB for a file of two cells.
fn cells(bytes: &[u8]) -> Result<Table, SheetError> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let sheet = workbook
        .sheets_metadata()
        .iter()
        .find(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .ok_or(SheetError::Empty)?;
    let mut reader = workbook.worksheet_cells_reader(&sheet).map_err(damaged)?;
    let mut table = Growing::default();
    let mut last_row = None;
    let mut count = 0;
    while let Some(cell) = reader.next_cell().map_err(damaged)? {
        count += 1;
        if count > CELLS {
            return Err(SheetError::Cells);
        }
        let (row, column) = cell.get_position();
        let Some(text) = text(cell.get_value()) else { continue };
        if last_row.is_some_and(|last| row < last) {
            return Err(SheetError::Damaged("its rows are not in order".into()));
        }
        if last_row != Some(row) {
            table.row(row.saturating_add(1))?;
            last_row = Some(row);
        }
        table.cell(column as usize, text)?;
    }
    let mut table = table.finish()?;
    // A sheet stores no cells behind the last filled one; the header says how many there are.
    let width = table.header.cells.len();
    for row in &mut table.rows {
        row.cells.resize(row.cells.len().max(width), String::new());
    }
    Ok(table)
}

/// The cell as text; `None` when it is empty.
fn text(value: &DataRef<'_>) -> Option<String> {
    let text = match value {
        DataRef::Empty => return None,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::DateTime(moment) => moment.as_f64().to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::Error(error) => error.to_string(),
    };
    (!text.is_empty()).then_some(text)
}

#[expect(clippy::needless_pass_by_value, reason = "the shape `map_err` wants")]
fn damaged(fault: XlsxError) -> SheetError {
    SheetError::Damaged(fault.to_string())
}
