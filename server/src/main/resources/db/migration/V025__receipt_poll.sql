-- Some carriers tell what became of a part only when they are asked, again and again with growing waits.
ALTER TABLE message_part
  ADD COLUMN polls smallint NOT NULL DEFAULT 0,
  ADD COLUMN poll_at timestamptz;

CREATE INDEX message_part_poll ON message_part (carrier, poll_at) WHERE poll_at IS NOT NULL;
