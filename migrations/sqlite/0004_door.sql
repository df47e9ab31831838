-- The door beyond tickets: who came without one, how many are in the room, the code on paper, and the boards of its staff.

CREATE TABLE walk_ins (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id    INTEGER NOT NULL REFERENCES events (id),
    person_id   INTEGER,                            -- who, if they came in by the door's code and with their name
    fingerprint TEXT,                               -- of whoever came in by the code: keyed, and another at every event
    at          TEXT NOT NULL,
    by_id       INTEGER,                            -- the steward who counted them; NULL: they came in by the code
    undone_at   TEXT,
    undone_by   INTEGER
) STRICT;
CREATE UNIQUE INDEX walk_ins_once ON walk_ins (event_id, fingerprint) WHERE undone_at IS NULL;
CREATE INDEX walk_ins_by_steward ON walk_ins (by_id, event_id, id) WHERE by_id IS NOT NULL;
CREATE INDEX walk_ins_undone ON walk_ins (undone_by) WHERE undone_by IS NOT NULL;
CREATE INDEX walk_ins_by_person ON walk_ins (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX walk_ins_by_age ON walk_ins (at) WHERE fingerprint IS NOT NULL;

CREATE TABLE head_counts (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id  INTEGER NOT NULL REFERENCES events (id),
    step      INTEGER,                              -- so many more than before
    total     INTEGER,                              -- so many in all
    photo     TEXT,                                 -- the picture that proves it, by Telegram's name of the file
    at        TEXT NOT NULL,
    by_id     INTEGER NOT NULL,
    undone_at TEXT,
    undone_by INTEGER,
    CHECK ((step IS NULL) <> (total IS NULL))
) STRICT;
CREATE INDEX head_counts_by_event ON head_counts (event_id, id);
CREATE INDEX head_counts_by_age ON head_counts (at) WHERE photo IS NOT NULL;

-- Doors whose code on paper is good.
CREATE TABLE printed_codes (
    event_id INTEGER PRIMARY KEY REFERENCES events (id),
    since    TEXT NOT NULL
) STRICT;

-- The message that shows a door to one of its staff and is kept up to date.
CREATE TABLE boards (
    person_id  INTEGER PRIMARY KEY,
    event_id   INTEGER NOT NULL REFERENCES events (id),
    message_id INTEGER NOT NULL,
    shown      TEXT NOT NULL                        -- what it shows, in short: see domain::DoorCounts::mark
) STRICT;
