-- Every version of every entry, in the one order in which they were recorded.
-- A version without a body says that the entry was removed.
CREATE TABLE version (
  number      INTEGER PRIMARY KEY AUTOINCREMENT,
  entry       TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  body        TEXT
);
CREATE INDEX version_of_entry ON version (entry, number);

-- When a source showed an entry first and last, so that an old file read again changes nothing.
CREATE TABLE sighting (
  source     TEXT NOT NULL,
  entry      TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  last_seen  TEXT NOT NULL,
  PRIMARY KEY (source, entry)
) WITHOUT ROWID;
