-- Events that are made and changed in the chat: who speaks, their picture, and whether they are put away.

ALTER TABLE events ADD COLUMN speakers TEXT NOT NULL DEFAULT '';    -- their names, one a line
ALTER TABLE events ADD COLUMN photo TEXT;                   -- as Telegram keeps it
ALTER TABLE events ADD COLUMN archived_at TEXT;             -- no longer in the lists of those who run it
