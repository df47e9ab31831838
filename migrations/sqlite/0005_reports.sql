-- What those who work on an event report of it once it is over.

CREATE TABLE reports (
    event_id     INTEGER PRIMARY KEY REFERENCES events (id),
    figures      TEXT NOT NULL,                     -- domain::Figures as JSON, as they were counted when it was confirmed
    confirmed_by INTEGER NOT NULL,
    confirmed_at TEXT NOT NULL
) STRICT;

-- Figures that somebody put right, before or after. Rows are added, never changed.
CREATE TABLE corrections (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id INTEGER NOT NULL REFERENCES events (id),
    figure   TEXT NOT NULL,                         -- domain::Figure
    before   INTEGER,                               -- NULL: it was not known
    after    INTEGER NOT NULL,
    reason   TEXT NOT NULL,
    by_id    INTEGER NOT NULL,
    at       TEXT NOT NULL
) STRICT;
CREATE INDEX corrections_by_event ON corrections (event_id, id);
