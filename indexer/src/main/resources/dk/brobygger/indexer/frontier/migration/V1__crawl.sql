-- What the crawler knows of hosts and pages. Moments are milliseconds since 1970.

-- A machine, asked for one thing at a time.
CREATE TABLE host (
  name        TEXT PRIMARY KEY,
  crawl_delay INTEGER NOT NULL DEFAULT 0,
  failures    INTEGER NOT NULL DEFAULT 0,
  not_before  INTEGER NOT NULL DEFAULT 0,
  -- Whether a request is on its way.
  busy        INTEGER NOT NULL DEFAULT 0,
  -- When it can next be asked for something that waits; null while nothing waits.
  due         INTEGER
) WITHOUT ROWID;
CREATE INDEX host_due ON host (due) WHERE busy = 0 AND due IS NOT NULL;

-- Scheme, host and port with its robots rules.
CREATE TABLE origin (
  name    TEXT PRIMARY KEY,
  -- Where the rules are asked for next, which redirects may have led elsewhere.
  address TEXT NOT NULL,
  host    TEXT NOT NULL,
  hops    INTEGER NOT NULL DEFAULT 0,
  tries   INTEGER NOT NULL DEFAULT 0,
  -- When they are to be asked for; null while they are known.
  due     INTEGER,
  -- read, none or unreachable; null before the first answer.
  standing TEXT,
  rules   BLOB,
  until   INTEGER
) WITHOUT ROWID;
CREATE INDEX origin_host ON origin (host) WHERE due IS NOT NULL;

-- Pages that belong together, of which only so many are fetched.
CREATE TABLE site (
  name   TEXT PRIMARY KEY,
  budget INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE page (
  address  TEXT PRIMARY KEY,
  site     TEXT NOT NULL,
  host     TEXT NOT NULL,
  origin   TEXT NOT NULL,
  -- Of what waits at a host, what is worth most is fetched first.
  worth    INTEGER NOT NULL,
  hops     INTEGER NOT NULL DEFAULT 0,
  tries    INTEGER NOT NULL DEFAULT 0,
  misses   INTEGER NOT NULL DEFAULT 0,
  -- When it is to be fetched; null for never.
  due      INTEGER,
  -- How long after a visit the next one is.
  pause    INTEGER NOT NULL DEFAULT 0,
  visited  INTEGER,
  outcome  TEXT,
  reason   TEXT,
  etag     TEXT,
  modified TEXT,
  type     TEXT,
  digest   BLOB,
  -- The content as it came, packed.
  body     BLOB
) WITHOUT ROWID;
CREATE INDEX page_host ON page (host, worth DESC, due) WHERE due IS NOT NULL;
CREATE INDEX page_origin ON page (origin);
CREATE INDEX page_site ON page (site, visited);

-- The days on which a source was read in full.
CREATE TABLE reading (
  source TEXT NOT NULL,
  day    TEXT NOT NULL,
  PRIMARY KEY (source, day)
) WITHOUT ROWID;
