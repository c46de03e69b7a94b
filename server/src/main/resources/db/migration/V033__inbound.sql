-- Why: what people write back must be on the disk before an operator may forget it.

-- Numbers that people write to, and whose messages those are.
CREATE TABLE inbound_number (
  tenant_id uuid NOT NULL,
  address text NOT NULL UNIQUE CHECK (address ~ '^([0-9]{3,8}|\+[1-9][0-9]{6,14})$'),
  receiver_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, address)
);

CREATE INDEX inbound_number_receiver ON inbound_number (receiver_id);

CREATE TABLE inbound (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  carrier text NOT NULL,
  carrier_message_id text,
  to_address text NOT NULL,
  from_hint text NOT NULL,
  from_index bytea CHECK (octet_length(from_index) = 32),
  key_id integer NOT NULL,
  from_sealed bytea,
  text_sealed bytea,
  encoding text NOT NULL CHECK (encoding IN ('gsm_7', 'latin_1', 'ucs_2', 'binary')),
  parts smallint NOT NULL,
  parts_received smallint NOT NULL CHECK (parts_received BETWEEN 1 AND parts),
  received_at timestamptz NOT NULL,
  redacted_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CHECK ((redacted_at IS NULL) = (from_sealed IS NOT NULL AND text_sealed IS NOT NULL)),
  CHECK ((redacted_at IS NULL) = (from_index IS NOT NULL))
) PARTITION BY RANGE (id);

CREATE INDEX inbound_from ON inbound (tenant_id, from_index, id) WHERE from_index IS NOT NULL;

CREATE TABLE inbound_default PARTITION OF inbound DEFAULT;

-- Parts of messages that are not whole yet.
CREATE TABLE inbound_part (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  -- What the parts of one message share: link, both numbers, reference and count.
  assembly_hash bytea NOT NULL CHECK (octet_length(assembly_hash) = 32),
  number smallint NOT NULL CHECK (number BETWEEN 1 AND total),
  total smallint NOT NULL CHECK (total BETWEEN 2 AND 255),
  carrier text NOT NULL,
  to_address text NOT NULL,
  coding text NOT NULL,
  single_shift smallint NOT NULL,
  locking_shift smallint NOT NULL,
  key_id integer NOT NULL,
  from_sealed bytea NOT NULL,
  text_sealed bytea NOT NULL,
  arrived_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, assembly_hash, number)
);

CREATE INDEX inbound_part_arrived ON inbound_part (arrived_at);

-- What came already, as long as its carrier may bring it again.
CREATE TABLE inbound_seen (
  tenant_id uuid NOT NULL,
  message_hash bytea NOT NULL CHECK (octet_length(message_hash) = 32),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, message_hash)
);

CREATE INDEX inbound_seen_expires ON inbound_seen (expires_at);

-- What a tenant wants done with what people write to it.
CREATE TABLE inbound_settings (
  tenant_id uuid PRIMARY KEY,
  rules jsonb NOT NULL,
  updated_at timestamptz NOT NULL
);
