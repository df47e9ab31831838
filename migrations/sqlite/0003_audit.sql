-- Who of the staff did what to what. Rows are added, never changed or taken away; of somebody who is erased a number stays.

CREATE TABLE audit (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    at     TEXT NOT NULL,
    by_id  INTEGER NOT NULL,
    deed   TEXT NOT NULL,                           -- domain::Deed
    object TEXT NOT NULL,                           -- what it was done to: 'event:7', 'registration:12'
    before TEXT,                                    -- how it was and how it is, where that says more than the deed;
    after  TEXT                                     -- never anything about a citizen
) STRICT;
CREATE INDEX audit_by_object ON audit (object, id);
CREATE INDEX audit_by_person ON audit (by_id, id);
