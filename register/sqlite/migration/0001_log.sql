-- The log. Columns are the fields of a record; subject serves Last and is drawn from the body.
CREATE TABLE record (
  seq     INTEGER PRIMARY KEY,
  at      TEXT    NOT NULL,
  actor   TEXT    NOT NULL,
  kind    TEXT    NOT NULL,
  form    INTEGER NOT NULL,
  subject TEXT    NOT NULL,
  body    TEXT    NOT NULL,
  prev    TEXT    NOT NULL,
  hash    TEXT    NOT NULL UNIQUE
) STRICT;

CREATE INDEX record_last ON record (kind, subject, seq);

-- What is recorded stays. These stop mistakes; the chain of hashes shows intent.
CREATE TRIGGER record_is_not_changed BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER record_is_not_deleted BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- The end of the log, kept apart so that a log that was cut short shows.
CREATE TABLE head (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  seq  INTEGER NOT NULL,
  hash TEXT    NOT NULL
) STRICT;

INSERT INTO head (only, seq, hash) VALUES (1, 0, '');
