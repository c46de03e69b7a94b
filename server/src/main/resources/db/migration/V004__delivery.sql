-- The outbox: every message out, written in the transaction that caused it and handed over afterwards.
CREATE TABLE message (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  about uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('queued', 'accepted', 'failed', 'expired', 'canceled')),
  priority smallint NOT NULL CHECK (priority IN (0, 1)),
  channel text NOT NULL CHECK (channel IN ('sms', 'voice', 'email')),
  recipient_hint text NOT NULL,
  sender text NOT NULL,
  locale text NOT NULL,
  key_id integer NOT NULL,
  recipient_sealed bytea,
  content_sealed bytea,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  carrier text,
  carrier_message_id text,
  carrier_state text,
  parts smallint,
  price numeric(12, 6),
  price_currency text CHECK (price_currency ~ '^[A-Z]{3}$'),
  last_error text,
  PRIMARY KEY (tenant_id, id),
  -- What was handed over or given up is not kept: neither the text nor whom it went to.
  CHECK (state = 'queued' OR (recipient_sealed IS NULL AND content_sealed IS NULL)),
  CHECK (state <> 'queued' OR (recipient_sealed IS NOT NULL AND content_sealed IS NOT NULL))
) PARTITION BY RANGE (id);

CREATE INDEX message_due ON message (priority, next_attempt_at) WHERE state = 'queued';

CREATE INDEX message_about ON message (tenant_id, about);

CREATE TABLE message_default PARTITION OF message DEFAULT;
