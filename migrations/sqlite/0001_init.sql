-- Instants are UTC in RFC 3339 text; words (standing, state, level…) are the slugs of the domain.

CREATE TABLE people (
    id              INTEGER PRIMARY KEY,            -- Telegram user id
    language        TEXT,
    name            TEXT,
    phone           TEXT,
    district        TEXT,
    consent_version INTEGER,
    consent_at      TEXT,
    unreachable_at  TEXT,                           -- blocked the bot or is gone; cleared when they write again
    created_at      TEXT NOT NULL
) STRICT;

CREATE TABLE dialogues (
    person_id  INTEGER PRIMARY KEY,
    state      TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE events (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    code           TEXT NOT NULL UNIQUE,
    external_id    TEXT NOT NULL UNIQUE,
    level          TEXT NOT NULL,
    district       TEXT,
    title_kk       TEXT,
    title_ru       TEXT,
    title_en       TEXT,
    description_kk TEXT,
    description_ru TEXT,
    description_en TEXT,
    local_start    TEXT NOT NULL,                   -- what was promised, in the programme's zone
    starts_at      TEXT NOT NULL,                   -- the instant it means
    duration_min   INTEGER NOT NULL,
    venue          TEXT NOT NULL,
    address        TEXT NOT NULL,
    latitude       REAL,
    longitude      REAL,
    capacity       INTEGER CHECK (capacity > 0),    -- NULL: open entry
    expected       INTEGER,
    languages      TEXT NOT NULL,                   -- 'kk+ru'
    organisation   TEXT NOT NULL,
    phone_required INTEGER NOT NULL,
    companions     INTEGER NOT NULL CHECK (companions BETWEEN 0 AND 4),
    opens_at       TEXT,
    closes_at      TEXT,
    status         TEXT NOT NULL,
    revision       INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX events_by_start ON events (status, starts_at, id);

-- Normalised words of an event (see domain::normalise); rowid = events.id.
CREATE VIRTUAL TABLE event_search USING fts5 (words, prefix = '2 3', tokenize = 'unicode61');

CREATE TABLE registrations (
    id           INTEGER PRIMARY KEY AUTOINCREMENT, -- grows in order of joining: the order of the waiting list
    event_id     INTEGER NOT NULL REFERENCES events (id),
    person_id    INTEGER NOT NULL,                  -- a number without a person once they are erased
    party        INTEGER NOT NULL CHECK (party BETWEEN 1 AND 5),
    standing     TEXT NOT NULL,
    offer_until  TEXT,
    code         TEXT NOT NULL,
    confirmed_at TEXT,
    created_at   TEXT NOT NULL,
    cancelled_at TEXT
) STRICT;
CREATE UNIQUE INDEX registrations_one_standing ON registrations (event_id, person_id) WHERE standing <> 'cancelled';
CREATE UNIQUE INDEX registrations_by_code ON registrations (event_id, code);
CREATE INDEX registrations_by_standing ON registrations (event_id, standing, id, party);
CREATE INDEX registrations_by_person ON registrations (person_id, standing);
CREATE INDEX registrations_offers ON registrations (offer_until) WHERE standing = 'offered';

CREATE TABLE arrivals (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    event_id        INTEGER NOT NULL REFERENCES events (id),
    party           INTEGER NOT NULL CHECK (party BETWEEN 1 AND 5),
    at              TEXT NOT NULL,
    by_id           INTEGER NOT NULL,
    how             TEXT NOT NULL,
    undone_at       TEXT,
    undone_by       INTEGER
) STRICT;
CREATE UNIQUE INDEX arrivals_once ON arrivals (registration_id) WHERE undone_at IS NULL;
CREATE INDEX arrivals_by_event ON arrivals (event_id, at);

CREATE TABLE reminders (
    event_id INTEGER NOT NULL REFERENCES events (id),
    rule     TEXT NOT NULL,
    due      TEXT NOT NULL,
    fired_at TEXT,
    PRIMARY KEY (event_id, rule)
) STRICT;
CREATE INDEX reminders_due ON reminders (due) WHERE fired_at IS NULL;

CREATE TABLE outbox (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id   INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    subject     TEXT NOT NULL,
    notice      TEXT NOT NULL,                      -- domain::Notice as JSON
    lane        INTEGER NOT NULL,                   -- 0 is the most urgent
    due         TEXT NOT NULL,
    void_after  TEXT,
    state       TEXT NOT NULL DEFAULT 'queued',     -- queued, sending, sent, void, gone, failed
    attempts    INTEGER NOT NULL DEFAULT 0,
    uncertain   INTEGER NOT NULL DEFAULT 0,         -- times it was sent again without knowing whether it had arrived
    replica     INTEGER,                            -- who is sending it
    created_at  TEXT NOT NULL,
    finished_at TEXT,
    UNIQUE (kind, subject, person_id)
) STRICT;
CREATE INDEX outbox_queue ON outbox (lane, due, id) WHERE state = 'queued';
CREATE INDEX outbox_stale ON outbox (void_after) WHERE state = 'queued';
CREATE INDEX outbox_sending ON outbox (replica) WHERE state = 'sending';
CREATE INDEX outbox_by_person ON outbox (person_id);

CREATE TABLE inbox (
    update_id   INTEGER PRIMARY KEY,
    person_id   INTEGER NOT NULL,                   -- whose turn it is: updates of one person are taken in order
    body        TEXT,                               -- the update as it came; NULL once done
    state       TEXT NOT NULL DEFAULT 'new',        -- new, done, dead
    attempts    INTEGER NOT NULL DEFAULT 0,
    received_at TEXT NOT NULL,
    fault       TEXT                                -- why it is dead
) STRICT;
CREATE INDEX inbox_open ON inbox (person_id, update_id) WHERE state = 'new';
CREATE INDEX inbox_by_age ON inbox (received_at);

-- Who asked to be forgotten, as a keyed fingerprint: after a restore from an older backup they are erased again.
CREATE TABLE erasures (
    fingerprint TEXT PRIMARY KEY,
    erased_at   TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- The process that runs on this file; there is never more than one.
CREATE TABLE replicas (
    id INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;
