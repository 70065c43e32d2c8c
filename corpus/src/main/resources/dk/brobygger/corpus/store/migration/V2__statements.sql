-- What a source itself said of an entry from a day on, until it says otherwise: one row for each day on
-- which it said something else than before. Days are those on which the source was read, not those on
-- which the reading was recorded, so that what was known by a day does not depend on when files came in.
CREATE TABLE statement (
  source TEXT NOT NULL,
  entry  TEXT NOT NULL,
  day    TEXT NOT NULL,
  body   TEXT NOT NULL,
  facts  TEXT NOT NULL, -- SHA-256 of what it says, leaving out the day
  UNIQUE (source, entry, day)
);
CREATE INDEX statement_by_day ON statement (day);
