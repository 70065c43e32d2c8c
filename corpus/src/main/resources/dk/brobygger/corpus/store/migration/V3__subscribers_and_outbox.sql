-- Who wants to be told of what. A subscriber without the day of confirming is told nothing.
CREATE TABLE subscriber (
  id         TEXT PRIMARY KEY,
  address    TEXT NOT NULL UNIQUE,
  language   TEXT NOT NULL,
  cluster    TEXT,
  frequency  TEXT NOT NULL,
  days_off   TEXT NOT NULL, -- days of the week with spaces between them
  most       INTEGER NOT NULL,
  asked_at   TEXT NOT NULL,
  confirmed  TEXT,          -- the day
  told_until TEXT,          -- the last day that was told of
  bounces    INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE saved_search (
  subscriber TEXT NOT NULL REFERENCES subscriber (id),
  name       TEXT NOT NULL,
  words      TEXT NOT NULL,
  PRIMARY KEY (subscriber, name)
);

-- Which calls a subscriber was told of, and which it wants to hear no more of.
CREATE TABLE told (
  subscriber TEXT NOT NULL REFERENCES subscriber (id),
  call       TEXT NOT NULL,
  unwanted   INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (subscriber, call)
) WITHOUT ROWID;

-- Addresses that must not be written to again, by HMAC so that the address itself is gone.
CREATE TABLE suppressed (
  fingerprint TEXT PRIMARY KEY,
  since       TEXT NOT NULL
);
CREATE TABLE secret (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- Mails that were written, whole, until they are accepted; one of a kind for a subscriber and a day.
CREATE TABLE outbox (
  message_id TEXT PRIMARY KEY,
  subscriber TEXT NOT NULL,
  kind       TEXT NOT NULL, -- digest or confirm
  day        TEXT NOT NULL,
  recipient  TEXT NOT NULL,
  mail       BLOB NOT NULL,
  tries      INTEGER NOT NULL DEFAULT 0,
  next_try   TEXT,          -- empty when it was accepted or given up
  outcome    TEXT NOT NULL DEFAULT 'waiting', -- waiting, accepted, bounced or given-up
  answer     TEXT,
  UNIQUE (subscriber, kind, day)
);
CREATE INDEX outbox_due ON outbox (next_try);
