-- Why: whoever is refused a code asks why, and whoever rolls the guard out sees first what it would do.

-- What a tenant chose; without a row the mode of the installation counts, and nothing is safe.
CREATE TABLE fraud_settings (
  tenant_id uuid PRIMARY KEY,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('enforce', 'record_only')),
  key_id integer NOT NULL,
  safe_sealed bytea NOT NULL,
  updated_at timestamptz NOT NULL
);

-- Every code that was refused, or would have been.
CREATE TABLE fraud_decision (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  action text NOT NULL CHECK (action IN ('refused', 'would_refuse')),
  rule text NOT NULL,
  count double precision NOT NULL,
  threshold double precision NOT NULL,
  blocked_until timestamptz NOT NULL,
  opened_block boolean NOT NULL,
  country text NOT NULL,
  recipient_hint text NOT NULL,
  channel text NOT NULL,
  source_network text,
  PRIMARY KEY (tenant_id, id)
) PARTITION BY RANGE (id);

CREATE TABLE fraud_decision_default PARTITION OF fraud_decision DEFAULT;
