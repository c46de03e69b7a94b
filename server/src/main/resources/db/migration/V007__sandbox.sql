-- Toy handsets: what the sandbox carrier delivered, so that every flow can be tried with no operator.
CREATE TABLE sandbox_message (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The outbox delivers at least once: a message that came twice has two rows with one message_id.
  message_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('sms', 'voice', 'email')),
  recipient_hash bytea NOT NULL CHECK (octet_length(recipient_hash) = 32),
  key_id integer NOT NULL,
  recipient_sealed bytea NOT NULL,
  content_sealed bytea NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

CREATE INDEX sandbox_message_handset ON sandbox_message (tenant_id, recipient_hash, id);

CREATE INDEX sandbox_message_created_at ON sandbox_message USING brin (created_at);
