-- Reaching people: broadcasts, what each person wants to get, cancellations with a reason, and feedback.

ALTER TABLE events ADD COLUMN cancel_reason TEXT;           -- as the organiser wrote it; shown to those who had signed up

ALTER TABLE outbox ADD COLUMN message_id INTEGER;           -- what Telegram calls it, once sent: to correct or withdraw it
ALTER TABLE outbox ADD COLUMN fault TEXT;                   -- why it failed, in Telegram's words without quotations
CREATE INDEX outbox_deliveries ON outbox (kind, subject, state, person_id) WHERE lane >= 3;

CREATE TABLE broadcasts (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    author_id   INTEGER NOT NULL,
    audience    TEXT NOT NULL,                      -- domain::Audience as JSON
    content     TEXT NOT NULL,                      -- domain::Content as JSON
    timing      TEXT NOT NULL,                      -- domain::Timing as JSON
    paid        INTEGER NOT NULL,                   -- beyond the free rate, for Stars
    status      TEXT NOT NULL,                      -- proposed, refused, scheduled, running, paused, stopped, done
    task        TEXT NOT NULL,                      -- send, correct, withdraw: what runs
    fault       TEXT,                               -- why it was paused, if not by a person
    version     INTEGER NOT NULL DEFAULT 0,         -- grows with every correction
    due         TEXT NOT NULL,                      -- when it begins; follows a moved event
    expires_at  TEXT NOT NULL,                      -- what is not sent by then is not sent
    people      INTEGER NOT NULL,                   -- how many it was confirmed for
    after_id    INTEGER,                            -- everybody up to this person is in the outbox; NULL: everybody is
    progress_id INTEGER,                            -- the message in the author's chat that shows the progress
    created_at  TEXT NOT NULL,
    started_at  TEXT,
    finished_at TEXT
) STRICT;
CREATE INDEX broadcasts_by_author ON broadcasts (author_id, id);
CREATE INDEX broadcasts_open ON broadcasts (due) WHERE status IN ('scheduled', 'running');

-- Kinds of optional messages that a person does not want.
CREATE TABLE mutes (
    person_id INTEGER NOT NULL,
    kind      TEXT NOT NULL,                        -- news, reminders, feedback
    muted_at  TEXT NOT NULL,
    PRIMARY KEY (person_id, kind)
) STRICT;

-- Whose events an organiser works on; NULL: all of them.
CREATE TABLE scopes (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id    INTEGER NOT NULL,
    level        TEXT,
    district     TEXT,
    organisation TEXT,
    created_at   TEXT NOT NULL
) STRICT;
CREATE INDEX scopes_by_person ON scopes (person_id);

-- Reminders are one of the occasions of an event; the others are its closing and what is asked and told afterwards.
ALTER TABLE reminders RENAME TO occasions;
ALTER TABLE occasions RENAME COLUMN rule TO occasion;
DROP INDEX reminders_due;
CREATE INDEX occasions_due ON occasions (due) WHERE fired_at IS NULL;

CREATE TABLE feedback (
    registration_id INTEGER PRIMARY KEY REFERENCES registrations (id),
    event_id        INTEGER NOT NULL REFERENCES events (id),
    came            INTEGER,                        -- what they say, where nobody marked them at the door
    rating          INTEGER CHECK (rating BETWEEN 1 AND 5),
    comment         TEXT,
    given_at        TEXT NOT NULL
) STRICT;
CREATE INDEX feedback_by_event ON feedback (event_id, given_at);
