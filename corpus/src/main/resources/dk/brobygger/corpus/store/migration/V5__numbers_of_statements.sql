-- Statements are numbered in the order in which they are recorded, so that one of an earlier day that comes in late
-- is told of, too; and a source may say something else on the same day, which is one more statement.
ALTER TABLE statement RENAME TO unnumbered;
DROP INDEX statement_by_day;
CREATE TABLE statement (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL,
  entry  TEXT NOT NULL,
  day    TEXT NOT NULL,
  body   TEXT NOT NULL,
  facts  TEXT NOT NULL -- SHA-256 of what it says, leaving out the day
);
INSERT INTO statement (source, entry, day, body, facts)
  SELECT source, entry, day, body, facts FROM unnumbered ORDER BY rowid;
DROP TABLE unnumbered;
CREATE INDEX statement_by_day ON statement (day);
CREATE INDEX statement_by_source ON statement (source, entry, day);
ALTER TABLE subscriber ADD COLUMN told_statement INTEGER; -- the newest statement when they were told
