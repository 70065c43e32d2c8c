-- When the content was last seen to be there.
ALTER TABLE page ADD COLUMN shown INTEGER;
-- What was read of the content, and by what: read again where either is another.
ALTER TABLE page ADD COLUMN read_by TEXT NOT NULL DEFAULT '';
ALTER TABLE page ADD COLUMN said TEXT NOT NULL DEFAULT '';
UPDATE page SET shown = visited WHERE body IS NOT NULL;
