-- A carrier says later, part by part, whether a message arrived; sometimes before its own answer to the message.

-- Receipts end what was only accepted. The counts are of the current attempt's parts; sequence counts
-- the changes of state, so that whoever is told of them can put them in order.
ALTER TABLE message
  DROP CONSTRAINT message_state_check,
  ADD CONSTRAINT message_state_check CHECK (state IN (
    'queued', 'accepted', 'failed', 'expired', 'canceled',
    'delivered', 'partly_delivered', 'undelivered')),
  ADD COLUMN receipts_due smallint NOT NULL DEFAULT 0,
  ADD COLUMN parts_delivered smallint NOT NULL DEFAULT 0,
  ADD COLUMN parts_undelivered smallint NOT NULL DEFAULT 0,
  ADD COLUMN sequence integer NOT NULL DEFAULT 0,
  ADD COLUMN reported_at timestamptz;

-- What a carrier gave an id of its own: each part of a text, or the message as a whole. Cut into
-- the same ranges as the messages, so that both go together.
CREATE TABLE message_part (
  tenant_id uuid NOT NULL,
  message_id uuid NOT NULL,
  attempt integer NOT NULL,
  part smallint NOT NULL CHECK (part BETWEEN 1 AND 255),
  carrier text NOT NULL,
  carrier_message_id text,
  -- The id without what carriers lose on the way: case and leading zeros.
  match_id text,
  state text NOT NULL CHECK (state IN (
    'accepted', 'enroute', 'unclear', 'delivered', 'expired', 'deleted', 'undeliverable',
    'rejected')),
  final boolean NOT NULL DEFAULT false,
  error text,
  accepted_at timestamptz NOT NULL,
  reported_at timestamptz,
  -- When it happened, as the carrier says.
  done_at timestamptz,
  PRIMARY KEY (tenant_id, message_id, attempt, part)
) PARTITION BY RANGE (message_id);

-- A receipt names no tenant.
CREATE INDEX message_part_match ON message_part (carrier, match_id, message_id);

CREATE TABLE message_part_default PARTITION OF message_part DEFAULT;

-- Receipts of messages that nobody knows (yet). The time of arrival is in the id (UUIDv7).
CREATE TABLE parked_receipt (
  id uuid PRIMARY KEY,
  carrier text NOT NULL,
  carrier_message_id text NOT NULL,
  match_id text NOT NULL,
  forms text NOT NULL,
  state text NOT NULL,
  error text,
  done_at timestamptz NOT NULL
);

CREATE INDEX parked_receipt_match ON parked_receipt (carrier, match_id);
