-- More of how subscribers want to be told, and what they were told last.
ALTER TABLE subscriber ADD COLUMN closing_at_once INTEGER NOT NULL DEFAULT 0;
ALTER TABLE subscriber ADD COLUMN quiet_line INTEGER NOT NULL DEFAULT 0; -- a line after a week without news
ALTER TABLE subscriber ADD COLUMN away_from TEXT;     -- the first day without mail
ALTER TABLE subscriber ADD COLUMN away_to TEXT;       -- the last one
ALTER TABLE subscriber ADD COLUMN closing_until TEXT; -- the last day whose closing calls were told at once
ALTER TABLE subscriber ADD COLUMN mailed_on TEXT;     -- the day of the last mail with news or that line
UPDATE subscriber SET mailed_on = told_until;
