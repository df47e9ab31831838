//! What tables and their columns are, as values. Which there are is in `tables`.

/// What a column holds. Both engines have a type for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Int,
    /// A number with a fraction.
    Real,
    /// Words.
    Text,
    /// Yes or no.
    Bool,
    /// A point in time.
    Instant,
    /// A date and time of the programme's zone.
    Local,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What SQLite calls it.
    pub in_sqlite: &'static str,
    /// What it holds.
    pub kind: Kind,
}

/// A table.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// How many of the first columns make its primary key.
    pub key: usize,
    /// Its columns, in the order of the schema.
    pub columns: &'static [Column],
}

/// A table, of whose columns the first `key` make the primary key.
pub(super) const fn table(name: &'static str, key: usize, columns: &'static [Column]) -> Table {
    Table { name, key, columns }
}

/// A column that both engines call the same.
pub(super) const fn column(name: &'static str, kind: Kind) -> Column {
    Column { name, in_sqlite: name, kind }
}

/// One of whole numbers.
pub(super) const fn int(name: &'static str) -> Column {
    column(name, Kind::Int)
}

/// One of words.
pub(super) const fn text(name: &'static str) -> Column {
    column(name, Kind::Text)
}

/// One of points in time.
pub(super) const fn instant(name: &'static str) -> Column {
    column(name, Kind::Instant)
}
