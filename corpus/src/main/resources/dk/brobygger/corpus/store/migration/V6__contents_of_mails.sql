-- All that a digest told of, for the page that shows what its mail only counts.
ALTER TABLE outbox ADD COLUMN told_after TEXT;     -- the last day that was told of before
ALTER TABLE outbox ADD COLUMN told_known INTEGER;  -- the newest statement that was recorded then
ALTER TABLE outbox ADD COLUMN told_newest INTEGER; -- the newest one that was recorded when it was written
ALTER TABLE outbox ADD COLUMN told_calls TEXT;     -- in the order they were told, with spaces between them
