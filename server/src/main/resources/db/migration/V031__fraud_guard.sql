-- Why: somebody earns on codes that nobody types, so what was sent is counted against what was verified.

-- By hour; unlogged, as the limits are: after a crash of the database the counts begin anew, and
-- fraud_day still says what is usual. "excused" is what is not held against a country: codes that
-- another one of the same verification replaced, and those of a prefix that is blocked by itself.
-- "contained" is what of a prefix was excused there already.
CREATE UNLOGGED TABLE fraud_count (
  tenant_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('country', 'prefix', 'source')),
  key bytea NOT NULL,
  hour timestamptz NOT NULL,
  country text NOT NULL,
  sent integer NOT NULL,
  verified integer NOT NULL DEFAULT 0,
  excused integer NOT NULL DEFAULT 0,
  contained integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, kind, key, hour, country)
) WITH (fillfactor = 70);

-- What is usual in a country: verified codes by day (UTC).
CREATE TABLE fraud_day (
  tenant_id uuid NOT NULL,
  country text NOT NULL,
  day date NOT NULL,
  verified integer NOT NULL,
  PRIMARY KEY (tenant_id, country, day)
);

CREATE TABLE fraud_block (
  tenant_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('country', 'prefix', 'source')),
  key bytea NOT NULL,
  rule text NOT NULL,
  count double precision NOT NULL,
  threshold double precision NOT NULL,
  level smallint NOT NULL,
  blocked_until timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, kind, key)
);

-- What a verification was counted under; null where it was not.
ALTER TABLE verification
  ADD COLUMN guard_country text,
  ADD COLUMN guard_prefix bytea CHECK (octet_length(guard_prefix) = 32),
  ADD COLUMN guard_source bytea CHECK (octet_length(guard_source) = 32);
