-- What a source answered to questions of its own kind, which are asked again only for a reason.
CREATE TABLE answer (
  address   TEXT PRIMARY KEY,
  -- Names what the question was asked for: asked again where that is another.
  asked_for TEXT NOT NULL,
  -- The day it was last asked.
  day       TEXT NOT NULL,
  -- Whether what it is about was new then.
  fresh     INTEGER NOT NULL,
  etag      TEXT,
  modified  TEXT,
  -- The answer as it came, packed; null where there was none to be had.
  body      BLOB
) WITHOUT ROWID;
