-- Who works at events beside the organisers by scope, and the links by which people come to any of this work.

CREATE TABLE invitations (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    kind         TEXT NOT NULL,                     -- organiser, steward, speaker, host
    event_id     INTEGER REFERENCES events (id),    -- NULL for organisers
    level        TEXT,                              -- organisers: the scope
    district     TEXT,
    organisation TEXT,
    name         TEXT,                              -- speakers: as the programme names them
    from_at      TEXT,                              -- stewards: their time at the door
    until_at     TEXT,
    fingerprint  TEXT NOT NULL UNIQUE,              -- SHA-256 of the secret, which is kept nowhere
    expires_at   TEXT NOT NULL,
    by_id        INTEGER NOT NULL,
    created_at   TEXT NOT NULL,
    used_by      INTEGER,                           -- whoever took it; stewards are in shifts
    used_at      TEXT,
    revoked_at   TEXT
) STRICT;
CREATE INDEX invitations_by_event ON invitations (event_id);

CREATE TABLE shifts (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id      INTEGER NOT NULL REFERENCES events (id),
    person_id     INTEGER NOT NULL,
    from_at       TEXT NOT NULL,
    until_at      TEXT NOT NULL,
    invitation_id INTEGER NOT NULL REFERENCES invitations (id),
    UNIQUE (event_id, person_id)
) STRICT;
CREATE INDEX shifts_by_person ON shifts (person_id, until_at);

CREATE TABLE speakers (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id  INTEGER NOT NULL REFERENCES events (id),
    person_id INTEGER NOT NULL,
    name      TEXT NOT NULL,                        -- as the programme names them
    since     TEXT NOT NULL,
    UNIQUE (event_id, name)
) STRICT;
CREATE INDEX speakers_by_person ON speakers (person_id, event_id);

-- Organisations that run an event together with its own.
CREATE TABLE hosts (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id     INTEGER NOT NULL REFERENCES events (id),
    organisation TEXT NOT NULL,
    asked_by     INTEGER NOT NULL,
    asked_at     TEXT NOT NULL,
    approved_by  INTEGER,
    approved_at  TEXT,                              -- NULL: waits for a yes
    UNIQUE (event_id, organisation)
) STRICT;
CREATE INDEX hosts_by_organisation ON hosts (organisation) WHERE approved_at IS NOT NULL;

-- What Telegram called people when they took up their work, so that others know who they are.
CREATE TABLE staff (
    person_id INTEGER PRIMARY KEY,
    name      TEXT,
    since     TEXT NOT NULL
) STRICT;
