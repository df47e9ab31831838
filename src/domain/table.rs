//! A table as a spreadsheet shows it, and faults that point into it. Reads no file and knows no column by name.

use std::{borrow::Cow, collections::HashMap, fmt};

/// A header and the rows below it. Blank rows are left out; the numbers tell where they were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The first row that is not blank: the names of the columns.
    pub header: Row,
    /// All rows below it that are not blank.
    pub rows: Vec<Row>,
}

/// One row of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number as the spreadsheet shows it, from 1.
    pub number: u32,
    /// Its cells as text, from column A on.
    pub cells: Vec<String>,
}

/// One thing wrong in a table, said in one English line for operators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Row as the spreadsheet shows it.
    pub row: u32,
    /// Name of the column; empty where the whole row is meant.
    pub column: Cow<'static, str>,
    /// What is wrong there.
    pub problem: Problem,
}

/// What can be wrong with a cell, a row or the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A column that must be there is not.
    MissingColumn,
    /// A column that nobody knows.
    UnknownColumn,
    /// A column that is there twice.
    DoubleColumn,
    /// Nothing below the header.
    NoRows,
    /// The row has more or fewer cells than the header.
    Width {
        /// Cells in the row.
        cells: usize,
        /// Cells in the header.
        header: usize,
    },
    /// A cell that must be filled is empty.
    Empty {
        /// What to write.
        write: &'static str,
    },
    /// A cell that cannot be understood.
    Unreadable {
        /// The cell.
        value: String,
        /// What it should have been, with its article.
        kind: &'static str,
        /// What to write.
        write: &'static str,
    },
    /// A character that has no place in a text.
    Control(char),
    /// Longer than allowed, in characters.
    TooLong {
        /// How long it is.
        length: usize,
        /// How long it may be.
        limit: usize,
    },
    /// A key that an earlier row has.
    SameAs {
        /// The key.
        value: String,
        /// The earlier row.
        row: u32,
    },
    /// A cell that is understood, but cannot be so.
    Rule(&'static str),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.column.is_empty() {
            write!(f, "row {}: {}", self.row, self.problem)
        } else {
            write!(f, "row {}, {}: {}", self.row, shown(&self.column, false), self.problem)
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::MissingColumn => f.write_str("this column is missing; add it to the header"),
            Problem::UnknownColumn => f.write_str("this column is not known; rename or remove it"),
            Problem::DoubleColumn => f.write_str("this column is there twice; remove one"),
            Problem::NoRows => f.write_str("there is nothing below the header; add at least one row"),
            Problem::Width { cells, header } => write!(
                f,
                "has {cells} cells where the header has {header}; look for a separator or a quotation mark too many or too few"
            ),
            Problem::Empty { write } => write!(f, "is empty; write {write}"),
            Problem::Unreadable { value, kind, write } => {
                write!(f, "{} is not {kind}; write {write}", shown(value, true))
            }
            Problem::Control(c) => {
                write!(f, "holds the invisible character U+{:04X}; type the text anew", u32::from(*c))
            }
            Problem::TooLong { length, limit } => {
                write!(f, "has {length} characters; at most {limit} are allowed")
            }
            Problem::SameAs { value, row } => {
                write!(f, "{} is already in row {row}; each row needs its own", shown(value, true))
            }
            Problem::Rule(text) => f.write_str(text),
        }
    }
}

/// A foreign text fit for an operator's line: short, and without anything that moves a terminal's cursor.
fn shown(text: &str, quoted: bool) -> String {
    const LONGEST: usize = 40;
    let mut short: String = text.chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    if quoted { format!("{short:?}") } else { short.escape_debug().to_string() }
}

/// Where the known columns stand.
#[derive(Debug)]
pub struct Columns {
    places: HashMap<&'static str, usize>,
    required: &'static [&'static str],
    width: usize,
}

impl Columns {
    /// Finds the columns in any order and any case; says what is missing, unknown or double.
    ///
    /// A column without a name counts as not there: spreadsheets save such columns behind the last one.
    pub fn find(
        header: &Row,
        required: &'static [&'static str],
        optional: &'static [&'static str],
        faults: &mut Vec<Fault>,
    ) -> Self {
        let mut places = HashMap::new();
        let mut say = |column: Cow<'static, str>, problem| {
            faults.push(Fault { row: header.number, column, problem });
        };
        for (place, cell) in header.cells.iter().enumerate() {
            let name = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            match required.iter().chain(optional).find(|known| known.eq_ignore_ascii_case(name)) {
                _ if name.is_empty() => {}
                None => say(Cow::Owned(name.to_owned()), Problem::UnknownColumn),
                Some(known) if places.contains_key(known) => {
                    say(Cow::Borrowed(known), Problem::DoubleColumn);
                }
                Some(known) => {
                    places.insert(*known, place);
                }
            }
        }
        for name in required.iter().filter(|name| !places.contains_key(**name)) {
            say(Cow::Borrowed(name), Problem::MissingColumn);
        }
        Self { places, required, width: header.cells.len() }
    }
}

/// There is no value to go on with; why, is in the list of faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reported;

/// One row under known columns, and the list that its faults go to.
#[derive(Debug)]
pub struct Cells<'a> {
    row: &'a Row,
    columns: &'a Columns,
    faults: &'a mut Vec<Fault>,
}

impl<'a> Cells<'a> {
    /// The row under these columns; `None`, with a fault, when it has another width than the header.
    pub fn new(row: &'a Row, columns: &'a Columns, faults: &'a mut Vec<Fault>) -> Option<Self> {
        let (cells, header) = (row.cells.len(), columns.width);
        // Behind the last column only blanks are let pass; before it, a missing cell would shift all others.
        let beyond = row.cells.iter().skip(header).any(|cell| !cell.trim().is_empty());
        if cells < header || beyond {
            let problem = Problem::Width { cells, header };
            faults.push(Fault { row: row.number, column: Cow::Borrowed(""), problem });
            return None;
        }
        Some(Self { row, columns, faults })
    }

    /// Adds a fault of this row.
    pub fn fault(&mut self, column: &'static str, problem: Problem) -> Reported {
        self.faults.push(Fault { row: self.row.number, column: Cow::Borrowed(column), problem });
        Reported
    }

    /// The trimmed cell; `None` when it is empty or its column is not there.
    pub fn text(&self, column: &str) -> Option<&'a str> {
        let place = *self.columns.places.get(column)?;
        self.row.cells.get(place).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    /// A value that must be there.
    pub fn required<T>(
        &mut self,
        column: &'static str,
        kind: &'static str,
        write: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, Reported> {
        self.optional(column, kind, write, parse)?.ok_or_else(|| self.empty(column, write))
    }

    /// A value that may be left out.
    pub fn optional<T>(
        &mut self,
        column: &'static str,
        kind: &'static str,
        write: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Reported> {
        let Some(text) = self.text(column) else { return Ok(None) };
        let unreadable = || Problem::Unreadable { value: text.to_owned(), kind, write };
        parse(text).map(Some).ok_or_else(|| self.fault(column, unreadable()))
    }

    /// Says that a cell is empty, unless its whole column is missing, which has been said already.
    pub fn empty(&mut self, column: &'static str, write: &'static str) -> Reported {
        let missing = self.columns.required.contains(&column) && !self.columns.places.contains_key(column);
        if missing { Reported } else { self.fault(column, Problem::Empty { write }) }
    }
}
