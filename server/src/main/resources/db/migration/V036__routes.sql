-- Why: each message waits for one carrier, and goes to another while that is down or after it failed; a code of
-- which no receipt comes may go to a second one.

ALTER TABLE message
  -- The carrier that gets it next; empty until one was chosen.
  ADD COLUMN route text NOT NULL DEFAULT '',
  ADD COLUMN route_reason text;

DROP INDEX message_due;

CREATE INDEX message_due ON message (route, channel, priority, next_attempt_at)
  WHERE state = 'queued';

-- When each carrier was last up, on any node.
CREATE UNLOGGED TABLE carrier_seen (
  carrier text PRIMARY KEY,
  up_at timestamptz NOT NULL
);

ALTER TABLE message
  DROP CONSTRAINT message_check,
  DROP CONSTRAINT message_check1,
  -- When another carrier is asked, unless receipts end the message before.
  ADD COLUMN second_at timestamptz,
  -- The try whose parts are counted; the last one where it is empty.
  ADD COLUMN counted_attempt integer,
  ADD CONSTRAINT message_second_after_first CHECK (second_at IS NULL OR state = 'accepted'),
  -- Text and recipient are there as long as somebody may still need them, and no longer.
  ADD CONSTRAINT message_recipient_while_needed
    CHECK ((state = 'queued' OR second_at IS NOT NULL) = (recipient_sealed IS NOT NULL)),
  ADD CONSTRAINT message_content_while_needed
    CHECK ((state = 'queued' OR second_at IS NOT NULL) = (content_sealed IS NOT NULL));

CREATE INDEX message_second ON message (second_at) WHERE second_at IS NOT NULL;
