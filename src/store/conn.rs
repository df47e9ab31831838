//! A connection to either engine, and statements on it: one text and one list of values for both. No tables.

use super::{Error, Result};
use sqlx::{
    Arguments, AssertSqlSafe, Encode, FromRow, Postgres, SqlSafeStr, SqlStr, Sqlite, SqliteConnection, Type,
    pool::PoolConnection,
    postgres::{PgArguments, PgRow},
    query_as_with, query_scalar_with, query_with,
    sqlite::{SqliteArguments, SqliteRow},
};

/// A connection that statements run on.
pub enum Conn {
    /// To the file of this process.
    Sqlite(SqliteConnection),
    /// To a server that other processes may use too.
    Postgres(Link),
}

/// A connection to a server, and whether it may be handed on: not after a statement that was begun and not ended.
pub struct Link {
    pub(super) conn: PoolConnection<Postgres>,
    is_sound: bool,
}

impl From<PoolConnection<Postgres>> for Conn {
    fn from(conn: PoolConnection<Postgres>) -> Self {
        Conn::Postgres(Link { conn, is_sound: true })
    }
}

impl Conn {
    /// A statement in words that both engines understand: `$1`, `ON CONFLICT`, `RETURNING`.
    pub fn sql(&mut self, text: &'static str) -> Statement<'_> {
        self.either(text, text)
    }

    /// A statement that the engines must be told in different words.
    pub fn either(&mut self, sqlite: &'static str, postgres: &'static str) -> Statement<'_> {
        let text = if self.is_sqlite() { sqlite } else { postgres };
        Statement::new(self, text.into_sql_str(), true)
    }

    /// A statement whose length depends on how much it carries; it is not kept prepared. `text` may be put together
    /// from words of this room only, never from values.
    pub(super) fn sql_of(&mut self, text: String) -> Statement<'_> {
        Statement::new(self, AssertSqlSafe(text).into_sql_str(), false)
    }

    /// Whether it may be handed on to the next user.
    pub(super) const fn is_sound(&self) -> bool {
        match self {
            Conn::Sqlite(_) => true,
            Conn::Postgres(link) => link.is_sound,
        }
    }

    /// Which engine it is, where more than words differs.
    pub(super) const fn is_sqlite(&self) -> bool {
        matches!(self, Conn::Sqlite(_))
    }
}

/// A statement that is being given its values.
pub struct Statement<'c> {
    text: SqlStr,
    kept: bool,
    to: To<'c>,
    /// The first value that could not be written down.
    fault: Option<sqlx::Error>,
}

enum To<'c> {
    Sqlite(&'c mut SqliteConnection, SqliteArguments),
    Postgres(&'c mut Link, PgArguments),
}

/// Rows as the engines give them.
pub(super) enum Rows {
    Sqlite(Vec<SqliteRow>),
    Postgres(Vec<PgRow>),
}

/// A value that both engines store.
pub trait Value<'v>: Encode<'v, Sqlite> + Type<Sqlite> + Encode<'v, Postgres> + Type<Postgres> {}

impl<'v, T> Value<'v> for T where T: Encode<'v, Sqlite> + Type<Sqlite> + Encode<'v, Postgres> + Type<Postgres> {}

/// A row that both engines return. Whole numbers are `i64` in it: PostgreSQL knows none without a sign.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

/// A single value that both engines return.
pub trait Scalar:
    for<'r> sqlx::Decode<'r, Sqlite>
    + Type<Sqlite>
    + for<'r> sqlx::Decode<'r, Postgres>
    + Type<Postgres>
    + Send
    + Unpin
{
}

impl<T> Scalar for T where
    T: for<'r> sqlx::Decode<'r, Sqlite>
        + Type<Sqlite>
        + for<'r> sqlx::Decode<'r, Postgres>
        + Type<Postgres>
        + Send
        + Unpin
{
}

/// Runs the statement on whichever engine it is for; `$sqlite` and `$postgres` say what is made of each one's result.
macro_rules! run {
    ($statement:expr, $with:ident, $fetch:ident) => {
        run!($statement, $with, $fetch, |rows| rows, |rows| rows)
    };
    ($statement:expr, $with:ident, $fetch:ident, $sqlite:expr, $postgres:expr) => {{
        let Statement { text, kept, to, fault } = $statement;
        if let Some(fault) = fault {
            return Err(fault.into());
        }
        match to {
            To::Sqlite(conn, values) => $with(text, values).persistent(kept).$fetch(conn).await.map($sqlite),
            To::Postgres(link, values) => {
                link.is_sound = false;
                let outcome = $with(text, values).persistent(kept).$fetch(&mut *link.conn).await;
                link.is_sound = is_answer(&outcome);
                outcome.map($postgres)
            }
        }
        .map_err(Error::from)
    }};
}

impl<'c> Statement<'c> {
    fn new(conn: &'c mut Conn, text: SqlStr, kept: bool) -> Self {
        let to = match conn {
            Conn::Sqlite(conn) => To::Sqlite(conn, SqliteArguments::default()),
            Conn::Postgres(conn) => To::Postgres(conn, PgArguments::default()),
        };
        Self { text, kept, to, fault: None }
    }

    /// The next value, `$1` first.
    pub fn bind<'v>(mut self, value: impl Value<'v>) -> Self {
        let added = match &mut self.to {
            To::Sqlite(_, values) => values.add(value),
            To::Postgres(_, values) => values.add(value),
        };
        if let Err(fault) = added {
            self.fault.get_or_insert(sqlx::Error::Encode(fault));
        }
        self
    }

    /// Keeps it prepared after all: its text comes again.
    pub(super) const fn kept(mut self) -> Self {
        self.kept = true;
        self
    }

    /// Runs it; how many rows it changed.
    pub async fn run(self) -> Result<u64> {
        run!(self, query_with, execute, |done| done.rows_affected(), |done| done.rows_affected())
    }

    /// The one row there is.
    pub async fn one<T: Row>(self) -> Result<T> {
        run!(self, query_as_with, fetch_one)
    }

    /// The row, if there is one.
    pub async fn optional<T: Row>(self) -> Result<Option<T>> {
        run!(self, query_as_with, fetch_optional)
    }

    /// All rows.
    pub async fn all<T: Row>(self) -> Result<Vec<T>> {
        run!(self, query_as_with, fetch_all)
    }

    /// The first column of the one row there is.
    pub async fn value<T: Scalar>(self) -> Result<T> {
        run!(self, query_scalar_with, fetch_one)
    }

    /// All rows as the engine gives them, for whoever learns their columns only when it runs.
    pub(super) async fn rows(self) -> Result<Rows> {
        run!(self, query_with, fetch_all, Rows::Sqlite, Rows::Postgres)
    }

    /// The number in the one row there is.
    pub async fn count(self) -> Result<u32> {
        self.value::<i64>().await.map(|count| count as u32)
    }

    /// The first column of the row, if there is one.
    pub async fn optional_value<T: Scalar>(self) -> Result<Option<T>> {
        run!(self, query_scalar_with, fetch_optional)
    }

    /// The first column of all rows.
    pub async fn values<T: Scalar>(self) -> Result<Vec<T>> {
        run!(self, query_scalar_with, fetch_all)
    }
}

/// Whether the server has answered, be it with a refusal, and goes on listening. A refusal of class 57 says that it goes
/// away (PostgreSQL, appendix A).
fn is_answer<T>(outcome: &sqlx::Result<T>) -> bool {
    match outcome {
        Ok(_) | Err(sqlx::Error::RowNotFound | sqlx::Error::ColumnDecode { .. }) => true,
        Err(sqlx::Error::Database(fault)) => fault.code().is_none_or(|code| !code.starts_with("57")),
        Err(_) => false,
    }
}

/// `($1, $2), ($3, $4)`: places for so many rows of so many values.
pub(super) fn places(rows: usize, columns: usize) -> String {
    let row = |row: usize| {
        let places: Vec<_> = (1..=columns).map(|column| format!("${}", row * columns + column)).collect();
        format!("({})", places.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}
