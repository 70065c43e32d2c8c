-- Why the content could not be read by what read it last; empty where it could.
ALTER TABLE page ADD COLUMN unread TEXT NOT NULL DEFAULT '';
