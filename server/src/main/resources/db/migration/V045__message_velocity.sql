-- Why: whoever has an application's own messages sent to numbers that he earns on sends many to few blocks of numbers.

-- By hour; unlogged, as the counts of codes are.
CREATE UNLOGGED TABLE message_velocity (
  tenant_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('message_prefix', 'message_country', 'message_tenant')),
  key bytea NOT NULL,
  hour timestamptz NOT NULL,
  sent integer NOT NULL,
  PRIMARY KEY (tenant_id, kind, key, hour)
) WITH (fillfactor = 70);

-- What is usual to a country, and in all: messages by day (UTC).
CREATE TABLE message_day (
  tenant_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('message_country', 'message_tenant')),
  key bytea NOT NULL,
  day date NOT NULL,
  sent bigint NOT NULL,
  PRIMARY KEY (tenant_id, kind, key, day)
);

ALTER TABLE fraud_block
  DROP CONSTRAINT fraud_block_kind_check,
  ADD CONSTRAINT fraud_block_kind_check CHECK (kind IN ('country', 'prefix', 'source',
    'message_prefix', 'message_country', 'message_tenant'));

-- What the guard does about messages; without a word the mode of the installation counts.
ALTER TABLE fraud_settings
  ADD COLUMN messages_mode text CHECK (messages_mode IN ('enforce', 'record_only'));
