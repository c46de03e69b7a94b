-- Counts uses per tenant and key; unlogged, because a counter lost in a crash of the database only
-- means a fresh allowance, and no send should wait for its own counter to reach the disk.
CREATE UNLOGGED TABLE rate_limit (
  tenant_id uuid NOT NULL,
  name text NOT NULL,
  key bytea NOT NULL CHECK (octet_length(key) = 32),
  full_at timestamptz NOT NULL,
  spacing interval NOT NULL,
  burst interval NOT NULL,
  PRIMARY KEY (tenant_id, name, key)
) WITH (fillfactor = 70);
