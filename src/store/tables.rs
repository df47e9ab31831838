//! The tables and their columns as one list, for whatever handles all of them alike. Not the schema itself: that is in
//! `migrations`, and a test holds the two together.

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

/// Tables of running processes. They mean nothing without them.
pub const TRANSIENT: [&str; 2] = ["replicas", "turns"];

/// Tables whose rows the engine numbers, and where the highest number stands. What was on its way when its process ended
/// bears the number of that process, which no other process may get: so the numbers of processes go on too.
pub const NUMBERED: [(&str, &str); 14] = [
    ("events", "SELECT coalesce(max(id), 0) FROM events"),
    ("registrations", "SELECT coalesce(max(id), 0) FROM registrations"),
    ("arrivals", "SELECT coalesce(max(id), 0) FROM arrivals"),
    ("walk_ins", "SELECT coalesce(max(id), 0) FROM walk_ins"),
    ("head_counts", "SELECT coalesce(max(id), 0) FROM head_counts"),
    ("outbox", "SELECT coalesce(max(id), 0) FROM outbox"),
    ("broadcasts", "SELECT coalesce(max(id), 0) FROM broadcasts"),
    ("scopes", "SELECT coalesce(max(id), 0) FROM scopes"),
    ("audit", "SELECT coalesce(max(id), 0) FROM audit"),
    ("invitations", "SELECT coalesce(max(id), 0) FROM invitations"),
    ("shifts", "SELECT coalesce(max(id), 0) FROM shifts"),
    ("speakers", "SELECT coalesce(max(id), 0) FROM speakers"),
    ("hosts", "SELECT coalesce(max(id), 0) FROM hosts"),
    ("replicas", "SELECT coalesce(max(replica), 0) FROM outbox"),
];

/// All other tables; what a row refers to stands in a table before.
pub const TABLES: [Table; 26] = [
    table(
        "people",
        1,
        &[
            int("id"),
            text("language"),
            text("name"),
            text("phone"),
            text("district"),
            int("consent_version"),
            instant("consent_at"),
            instant("unreachable_at"),
            instant("created_at"),
        ],
    ),
    table("dialogues", 1, &[int("person_id"), text("state"), instant("updated_at")]),
    table(
        "events",
        1,
        &[
            int("id"),
            text("code"),
            text("external_id"),
            text("level"),
            text("district"),
            text("title_kk"),
            text("title_ru"),
            text("title_en"),
            text("description_kk"),
            text("description_ru"),
            text("description_en"),
            column("local_start", Kind::Local),
            instant("starts_at"),
            int("duration_min"),
            text("venue"),
            text("address"),
            column("latitude", Kind::Real),
            column("longitude", Kind::Real),
            int("capacity"),
            int("expected"),
            text("languages"),
            text("organisation"),
            column("phone_required", Kind::Bool),
            int("companions"),
            instant("opens_at"),
            instant("closes_at"),
            text("status"),
            int("revision"),
            text("cancel_reason"),
            int("author_id"),
            text("speakers"),
            text("photo"),
            instant("archived_at"),
        ],
    ),
    table("event_search", 1, &[Column { in_sqlite: "rowid", ..int("id") }, text("words")]),
    table(
        "registrations",
        1,
        &[
            int("id"),
            int("event_id"),
            int("person_id"),
            int("party"),
            text("standing"),
            instant("offer_until"),
            text("code"),
            instant("confirmed_at"),
            instant("created_at"),
            instant("cancelled_at"),
        ],
    ),
    table(
        "arrivals",
        1,
        &[
            int("id"),
            int("registration_id"),
            int("event_id"),
            int("party"),
            instant("at"),
            int("by_id"),
            text("how"),
            instant("undone_at"),
            int("undone_by"),
        ],
    ),
    table(
        "walk_ins",
        1,
        &[
            int("id"),
            int("event_id"),
            int("person_id"),
            text("fingerprint"),
            instant("at"),
            int("by_id"),
            instant("undone_at"),
            int("undone_by"),
        ],
    ),
    table(
        "head_counts",
        1,
        &[
            int("id"),
            int("event_id"),
            int("step"),
            int("total"),
            text("photo"),
            instant("at"),
            int("by_id"),
            instant("undone_at"),
            int("undone_by"),
        ],
    ),
    table("printed_codes", 1, &[int("event_id"), instant("since")]),
    table("boards", 1, &[int("person_id"), int("event_id"), int("message_id"), text("shown")]),
    table("occasions", 2, &[int("event_id"), text("occasion"), instant("due"), instant("fired_at")]),
    table(
        "outbox",
        1,
        &[
            int("id"),
            int("person_id"),
            text("kind"),
            text("subject"),
            text("notice"),
            int("lane"),
            instant("due"),
            instant("void_after"),
            text("state"),
            int("attempts"),
            int("uncertain"),
            int("replica"),
            instant("created_at"),
            instant("finished_at"),
            int("message_id"),
            text("fault"),
        ],
    ),
    table(
        "inbox",
        1,
        &[
            int("update_id"),
            int("person_id"),
            text("body"),
            text("state"),
            int("attempts"),
            instant("received_at"),
            text("fault"),
        ],
    ),
    table(
        "broadcasts",
        1,
        &[
            int("id"),
            int("author_id"),
            text("audience"),
            text("content"),
            text("timing"),
            column("paid", Kind::Bool),
            text("status"),
            text("task"),
            text("fault"),
            int("version"),
            instant("due"),
            instant("expires_at"),
            int("people"),
            int("after_id"),
            int("progress_id"),
            instant("created_at"),
            instant("started_at"),
            instant("finished_at"),
        ],
    ),
    table("mutes", 2, &[int("person_id"), text("kind"), instant("muted_at")]),
    table(
        "scopes",
        1,
        &[
            int("id"),
            int("person_id"),
            text("level"),
            text("district"),
            text("organisation"),
            instant("created_at"),
        ],
    ),
    table(
        "feedback",
        1,
        &[
            int("registration_id"),
            int("event_id"),
            column("came", Kind::Bool),
            int("rating"),
            text("comment"),
            instant("given_at"),
        ],
    ),
    table(
        "audit",
        1,
        &[
            int("id"),
            instant("at"),
            int("by_id"),
            text("deed"),
            text("object"),
            text("before"),
            text("after"),
        ],
    ),
    table(
        "invitations",
        1,
        &[
            int("id"),
            text("kind"),
            int("event_id"),
            text("level"),
            text("district"),
            text("organisation"),
            text("name"),
            instant("from_at"),
            instant("until_at"),
            text("fingerprint"),
            instant("expires_at"),
            int("by_id"),
            instant("created_at"),
            int("used_by"),
            instant("used_at"),
            instant("revoked_at"),
        ],
    ),
    table(
        "shifts",
        1,
        &[
            int("id"),
            int("event_id"),
            int("person_id"),
            instant("from_at"),
            instant("until_at"),
            int("invitation_id"),
        ],
    ),
    table("speakers", 1, &[int("id"), int("event_id"), int("person_id"), text("name"), instant("since")]),
    table(
        "hosts",
        1,
        &[
            int("id"),
            int("event_id"),
            text("organisation"),
            int("asked_by"),
            instant("asked_at"),
            int("approved_by"),
            instant("approved_at"),
        ],
    ),
    table("staff", 1, &[int("person_id"), text("name"), instant("since")]),
    table(
        "inline_copies",
        1,
        &[text("inline_message_id"), int("event_id"), text("language"), text("shown"), instant("edited_at")],
    ),
    table("erasures", 1, &[text("fingerprint"), instant("erased_at")]),
    table("settings", 1, &[text("name"), text("value")]),
];

const fn table(name: &'static str, key: usize, columns: &'static [Column]) -> Table {
    Table { name, key, columns }
}

const fn column(name: &'static str, kind: Kind) -> Column {
    Column { name, in_sqlite: name, kind }
}

const fn int(name: &'static str) -> Column {
    column(name, Kind::Int)
}

const fn text(name: &'static str) -> Column {
    column(name, Kind::Text)
}

const fn instant(name: &'static str) -> Column {
    column(name, Kind::Instant)
}
