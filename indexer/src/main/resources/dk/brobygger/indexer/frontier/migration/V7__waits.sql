-- The standing of an origin may be private, too: we ourselves refuse to ask it.
-- What not_before follows from, together with the floor of the day: when the last answer ended, and
-- until when the host itself wants to be left alone.
ALTER TABLE host ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;
ALTER TABLE host ADD COLUMN later INTEGER NOT NULL DEFAULT 0;
-- Of waits from before nobody knows who wanted them.
UPDATE host SET later = not_before;
