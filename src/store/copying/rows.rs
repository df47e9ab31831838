//! Rows of any table on their way from one engine to the other: read by pages in the order of the key, written, and put
//! down in one form that both engines agree on. Knows no table by name.

use crate::store::{
    Conn, Result,
    conn::{Rows, Statement},
    tables::{Column, Kind, Table},
};
use chrono::{DateTime, NaiveDateTime, SubsecRound, Utc};
use sha2::{Digest, Sha256};
use sqlx::{ColumnIndex, Decode, Type};
use std::fmt::Write as _;

/// Rows that are in memory at a time.
const PAGE: usize = 1000;

/// A value in the form that both engines keep.
///
/// Instants and local times are cut to the microsecond, because PostgreSQL keeps no more; the bot's own have
/// milliseconds. The negative zero is zero, because SQLite knows one only.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Null,
    Int(i64),
    Real(f64),
    Text(String),
    Bool(bool),
    Instant(DateTime<Utc>),
    Local(NaiveDateTime),
}

/// The values of a row, in the order of the table's columns.
pub(super) type Line = Vec<Cell>;

/// Reads a table page by page.
pub(super) struct Pages {
    table: &'static Table,
    /// Key of the last row that was read.
    last: Option<Line>,
    is_over: bool,
}

impl Pages {
    pub(super) const fn of(table: &'static Table) -> Self {
        Self { table, last: None, is_over: false }
    }

    /// The next rows in order of the key; none when there are no more.
    pub(super) async fn next(&mut self, conn: &mut Conn) -> Result<Vec<Line>> {
        if self.is_over {
            return Ok(Vec::new());
        }
        let text = self.text(conn.is_sqlite());
        let mut statement = conn.sql_of(text).kept();
        for cell in self.last.take().into_iter().flatten() {
            statement = bind(statement, cell);
        }
        let columns = self.table.columns;
        let page = match statement.rows().await? {
            Rows::Sqlite(rows) => lines(&rows, columns),
            Rows::Postgres(rows) => lines(&rows, columns),
        }?;
        self.is_over = page.len() < PAGE;
        self.last = page.last().map(|line| line[..self.table.key].to_vec());
        Ok(page)
    }

    fn text(&self, sqlite: bool) -> String {
        let columns = names(self.table, sqlite).join(", ");
        // Words in order of their bytes, whatever order the server's language has: SQLite has this one.
        let key = self.table.columns[..self.table.key].iter().map(|column| match column.kind {
            Kind::Text if !sqlite => format!("{} COLLATE \"C\"", column.name),
            _ => name(column, sqlite).to_owned(),
        });
        let key = key.collect::<Vec<_>>().join(", ");
        let after = if self.last.is_some() {
            let places: Vec<_> = (1..=self.table.key).map(|place| format!("${place}")).collect();
            format!("WHERE ({key}) > ({})", places.join(", "))
        } else {
            String::new()
        };
        format!("SELECT {columns} FROM {} {after} ORDER BY {key} LIMIT {PAGE}", self.table.name)
    }
}

const fn name(column: &Column, sqlite: bool) -> &'static str {
    if sqlite { column.in_sqlite } else { column.name }
}

fn names(table: &Table, sqlite: bool) -> Vec<&'static str> {
    table.columns.iter().map(|column| name(column, sqlite)).collect()
}

fn bind(statement: Statement<'_>, cell: Cell) -> Statement<'_> {
    match cell {
        Cell::Null => statement.bind(None::<i64>),
        Cell::Int(number) => statement.bind(number),
        Cell::Real(number) => statement.bind(number),
        Cell::Text(text) => statement.bind(text),
        Cell::Bool(flag) => statement.bind(flag),
        Cell::Instant(instant) => statement.bind(instant),
        Cell::Local(local) => statement.bind(local),
    }
}

fn lines<'r, R>(rows: &'r [R], columns: &[Column]) -> Result<Vec<Line>>
where
    R: sqlx::Row,
    usize: ColumnIndex<R>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    f64: Decode<'r, R::Database> + Type<R::Database>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    bool: Decode<'r, R::Database> + Type<R::Database>,
    DateTime<Utc>: Decode<'r, R::Database> + Type<R::Database>,
    NaiveDateTime: Decode<'r, R::Database> + Type<R::Database>,
{
    let cell = |row: &'r R, at: usize, kind: Kind| {
        let cell = match kind {
            Kind::Int => row.try_get::<Option<_>, _>(at)?.map(Cell::Int),
            Kind::Real => row.try_get::<Option<f64>, _>(at)?.map(|number| Cell::Real(number + 0.0)),
            Kind::Text => row.try_get::<Option<_>, _>(at)?.map(Cell::Text),
            Kind::Bool => row.try_get::<Option<_>, _>(at)?.map(Cell::Bool),
            Kind::Instant => {
                row.try_get::<Option<DateTime<Utc>>, _>(at)?.map(|time| Cell::Instant(time.trunc_subsecs(6)))
            }
            Kind::Local => {
                row.try_get::<Option<NaiveDateTime>, _>(at)?.map(|time| Cell::Local(time.trunc_subsecs(6)))
            }
        };
        Ok(cell.unwrap_or(Cell::Null))
    };
    let line = |row| columns.iter().enumerate().map(|(at, column)| cell(row, at, column.kind)).collect();
    rows.iter().map(line).collect()
}

/// Adds the rows to the table.
pub(super) async fn put(conn: &mut Conn, table: &Table, page: Vec<Line>) -> Result<()> {
    match conn {
        Conn::Sqlite(_) => insert(conn, table, page).await,
        Conn::Postgres(conn) => {
            let text = format!("COPY {} ({}) FROM STDIN", table.name, names(table, false).join(", "));
            let mut copy = conn.conn.copy_in_raw(&text).await?;
            copy.send(page.iter().map(|line| copied(line)).collect::<String>().into_bytes()).await?;
            copy.finish().await?;
            Ok(())
        }
    }
}

/// Adds a page by one statement: each way to the connection's thread and back costs more than a row.
async fn insert(conn: &mut Conn, table: &Table, page: Vec<Line>) -> Result<()> {
    // Not `$1`: SQLite looks such names up one after the other, at every place of the statement.
    let places = format!("({})", vec!["?"; table.columns.len()].join(", "));
    let places = vec![places; page.len()].join(", ");
    let text = format!("INSERT INTO {} ({}) VALUES {places}", table.name, names(table, true).join(", "));
    let statement = conn.sql_of(text);
    let statement = if page.len() == PAGE { statement.kept() } else { statement };
    page.into_iter().flatten().fold(statement, bind).run().await.map(|_| ())
}

/// The row as PostgreSQL's COPY takes it: values between tabs, `\N` for none.
fn copied(line: &[Cell]) -> String {
    let mut text = String::new();
    for (at, cell) in line.iter().enumerate() {
        if at > 0 {
            text.push('\t');
        }
        // Writing to a string cannot fail.
        let _ = match cell {
            Cell::Null => write!(text, "\\N"),
            Cell::Int(number) => write!(text, "{number}"),
            Cell::Real(number) => write!(text, "{number}"),
            Cell::Bool(flag) => write!(text, "{flag}"),
            Cell::Instant(instant) => write!(text, "{}", instant.format("%F %T%.6f+00")),
            Cell::Local(local) => write!(text, "{}", local.format("%F %T%.6f")),
            Cell::Text(words) => {
                words.chars().for_each(|c| match c {
                    '\\' => text.push_str("\\\\"),
                    '\t' => text.push_str("\\t"),
                    '\n' => text.push_str("\\n"),
                    '\r' => text.push_str("\\r"),
                    c => text.push(c),
                });
                Ok(())
            }
        };
    }
    text.push('\n');
    text
}

/// Adds the row to a checksum: for each value its kind, its length where that varies, and its bytes.
pub(super) fn digest(line: &[Cell], sum: &mut Sha256) {
    for cell in line {
        match cell {
            Cell::Null => sum.update([0]),
            Cell::Int(number) => mark(sum, 1, &number.to_le_bytes()),
            Cell::Real(number) => mark(sum, 2, &number.to_bits().to_le_bytes()),
            Cell::Bool(flag) => mark(sum, 3, &[u8::from(*flag)]),
            Cell::Instant(instant) => mark(sum, 4, &instant.timestamp_micros().to_le_bytes()),
            Cell::Local(local) => mark(sum, 5, &local.and_utc().timestamp_micros().to_le_bytes()),
            Cell::Text(text) => {
                mark(sum, 6, &(text.len() as u64).to_le_bytes());
                sum.update(text);
            }
        }
    }
}

fn mark(sum: &mut Sha256, kind: u8, bytes: &[u8]) {
    sum.update([kind]);
    sum.update(bytes);
}
