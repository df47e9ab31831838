-- What people ask about an event, what they are answered, and what is handed out: questions with their votes, answers
-- kept for others, and materials.

CREATE TABLE questions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id    INTEGER NOT NULL REFERENCES events (id),
    person_id   INTEGER NOT NULL,                   -- who asks; a number without a person once they are erased
    words       TEXT NOT NULL,
    asked_at    TEXT NOT NULL,
    approved_at TEXT,                               -- NULL: only its asker and those who answer see it
    hidden_at   TEXT,                               -- nobody but those who answer sees it any more
    answer      TEXT,
    answered_by INTEGER,
    answered_at TEXT,
    version     INTEGER NOT NULL DEFAULT 0          -- grows with every correction of the answer
) STRICT;
CREATE INDEX questions_by_event ON questions (event_id, id);
CREATE INDEX questions_by_person ON questions (person_id);

-- Who wants to hear the answer too.
CREATE TABLE votes (
    question_id INTEGER NOT NULL REFERENCES questions (id),
    person_id   INTEGER NOT NULL,
    voted_at    TEXT NOT NULL,
    PRIMARY KEY (question_id, person_id)
) STRICT;
CREATE INDEX votes_by_person ON votes (person_id);

-- Questions with their answers that an organiser keeps for others. They hold no person.
CREATE TABLE faq (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id    INTEGER NOT NULL REFERENCES events (id),
    question_id INTEGER NOT NULL,                   -- what it was made of, which may be deleted by now
    question    TEXT NOT NULL,
    answer      TEXT NOT NULL,
    added_at    TEXT NOT NULL,
    UNIQUE (event_id, question_id)
) STRICT;

-- Normalised words of such an entry (see domain::normalise); rowid = faq.id.
CREATE VIRTUAL TABLE faq_search USING fts5 (words, prefix = '2 3', tokenize = 'unicode61');

CREATE TABLE materials (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id INTEGER REFERENCES events (id),        -- NULL: of the whole programme
    title_kk TEXT,
    title_ru TEXT,
    title_en TEXT,
    matter   TEXT NOT NULL,                         -- domain::Matter as JSON
    added_by INTEGER NOT NULL,
    added_at TEXT NOT NULL
) STRICT;
CREATE INDEX materials_by_event ON materials (event_id, id);
