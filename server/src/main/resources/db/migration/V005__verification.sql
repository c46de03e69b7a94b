-- One-time codes to addresses: keyed hash of the code, counters, and what the code is bound to.
CREATE TABLE verification (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'approved', 'expired', 'canceled',
    'too_many_checks', 'details_changed')),
  purpose text NOT NULL CHECK (purpose IN ('login', 'transaction', 'binding', 'contact',
    'registration', 'recovery')),
  channel text NOT NULL CHECK (channel IN ('sms', 'voice', 'email')),
  recipient_hint text NOT NULL,
  recipient_index bytea NOT NULL CHECK (octet_length(recipient_index) = 32),
  key_id integer NOT NULL,
  recipient_sealed bytea,
  details_sealed bytea,
  hash_key_id integer NOT NULL,
  code_hash bytea CHECK (octet_length(code_hash) = 32),
  details_hash bytea NOT NULL CHECK (octet_length(details_hash) = 32),
  locale text NOT NULL,
  sender text NOT NULL,
  template text,
  code_length smallint NOT NULL CHECK (code_length BETWEEN 4 AND 10),
  ttl_seconds integer NOT NULL CHECK (ttl_seconds BETWEEN 30 AND 172800),
  is_test boolean NOT NULL,
  sends_used smallint NOT NULL CHECK (sends_used BETWEEN 1 AND sends_max),
  sends_max smallint NOT NULL,
  checks_used smallint NOT NULL DEFAULT 0 CHECK (checks_used BETWEEN 0 AND checks_max),
  checks_max smallint NOT NULL,
  next_send_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  metadata text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  -- Once it is over, neither the code nor the address is kept.
  CHECK (state <> 'pending' OR (code_hash IS NOT NULL AND recipient_sealed IS NOT NULL)),
  CHECK (state = 'pending' OR (code_hash IS NULL AND recipient_sealed IS NULL
    AND details_sealed IS NULL AND finished_at IS NOT NULL))
) PARTITION BY RANGE (id);

CREATE INDEX verification_recipient ON verification (tenant_id, recipient_index, id);

-- Finds what has expired. BRIN, so that a check (which changes no indexed column) stays a cheap update.
CREATE INDEX verification_expires_at ON verification USING brin (expires_at) WITH (pages_per_range = 16);

CREATE TABLE verification_default PARTITION OF verification DEFAULT WITH (fillfactor = 80);

CREATE TABLE message_template (
  tenant_id uuid NOT NULL,
  name text NOT NULL CHECK (name ~ '^[a-z0-9_-]{1,40}$'),
  locale text NOT NULL CHECK (locale IN ('nl', 'de', 'en')),
  body text NOT NULL CHECK (length(body) BETWEEN 6 AND 1000),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, name, locale)
);
