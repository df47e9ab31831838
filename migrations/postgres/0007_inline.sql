-- Cards of events that people sent into chats of their own by way of the bot. Not who, and not where.

CREATE TABLE inline_copies (
    inline_message_id TEXT NOT NULL PRIMARY KEY,    -- Telegram's name for the message
    event_id          BIGINT NOT NULL REFERENCES events (id),
    language          TEXT NOT NULL,                -- of the card
    shown             TEXT NOT NULL,                -- mark of the seats, time and place it shows
    edited_at         TIMESTAMPTZ NOT NULL                 -- when it was sent or last changed
);
CREATE INDEX inline_copies_by_event ON inline_copies (event_id, language);
