-- Why: applications write messages of their own: due later, withdrawn in time, found by recipient; and
-- a carrier of one channel finds its messages past a million of another's, or of others not yet due.

DROP INDEX message_due;

CREATE INDEX message_due ON message (channel, priority, next_attempt_at) WHERE state = 'queued';

-- Finds what has expired without a walk along everything that is queued.
CREATE INDEX message_expires_at ON message USING brin (expires_at) WITH (pages_per_range = 16);

ALTER TABLE message
  -- A node hands it over, or did when it died; nobody can withdraw it then.
  ADD COLUMN claimed_at timestamptz,
  -- Written by an application itself; "about" is its batch then.
  ADD COLUMN by_client boolean NOT NULL DEFAULT false,
  ADD COLUMN recipient_index bytea CHECK (octet_length(recipient_index) = 32),
  ADD COLUMN hash_key_id integer,
  ADD COLUMN send_at timestamptz,
  ADD COLUMN reference text CHECK (length(reference) BETWEEN 1 AND 100),
  ADD COLUMN metadata text NOT NULL DEFAULT '{}',
  ADD COLUMN redacted_at timestamptz;

CREATE INDEX message_recipient ON message (tenant_id, recipient_index, id)
  WHERE recipient_index IS NOT NULL;
