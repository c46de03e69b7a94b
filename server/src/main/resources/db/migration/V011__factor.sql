-- What a user can prove: one row per authenticator, with its sealed secret, how far it has moved,
-- and how often in a row it failed. One conditional UPDATE of this row spends an answer.
CREATE TABLE factor (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('totp', 'hotp', 'yubico_otp', 'ocra', 'phone', 'recovery_code',
    'temporary_pass')),
  state text NOT NULL CHECK (state IN ('pending', 'active', 'suspended', 'disabled', 'removed')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 40),
  key_id integer,
  secret_sealed bytea,
  parameters jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(parameters) = 'object'),
  -- RFC 4226's moving factor: last time step spent, next counter, or how far a YubiKey has come.
  moving bigint NOT NULL,
  drift integer NOT NULL DEFAULT 0,
  -- Counts every answer that was compared. Whoever compared must have seen the present value.
  attempts bigint NOT NULL DEFAULT 0,
  failures smallint NOT NULL DEFAULT 0 CHECK (failures BETWEEN 0 AND 100),
  slowed_until timestamptz,
  pending_until timestamptz,
  bound_at timestamptz NOT NULL,
  last_used_at timestamptz,
  expires_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CHECK ((state = 'pending') = (pending_until IS NOT NULL)),
  CHECK ((state = 'removed') = (ended_at IS NOT NULL)),
  CHECK (state <> 'removed' OR secret_sealed IS NULL),
  CHECK ((secret_sealed IS NULL) OR (key_id IS NOT NULL))
) WITH (fillfactor = 80);

-- No index on what an answer changes: a spend stays a cheap update in place.
CREATE INDEX factor_user ON factor (tenant_id, user_id);

-- For the sweep over what was begun and never confirmed, or removed long ago.
CREATE INDEX factor_pending ON factor (pending_until) WHERE pending_until IS NOT NULL;
CREATE INDEX factor_ended ON factor (ended_at) WHERE ended_at IS NOT NULL;

-- Hardware tokens of a tenant, in stock or with a user. Their seeds came in a vendor's file; what a
-- token has moved comes back with it, so that no old code of it fits for its next user.
CREATE TABLE hardware_token (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  serial text NOT NULL CHECK (length(serial) BETWEEN 1 AND 100),
  kind text NOT NULL CHECK (kind IN ('totp', 'hotp', 'yubico_otp', 'ocra')),
  key_id integer,
  seed_sealed bytea,
  parameters jsonb NOT NULL CHECK (jsonb_typeof(parameters) = 'object'),
  moving bigint NOT NULL,
  drift integer NOT NULL DEFAULT 0,
  batch text CHECK (length(batch) BETWEEN 1 AND 100),
  added_at timestamptz NOT NULL,
  user_id uuid,
  factor_id uuid,
  -- While its factor is pending: when it is free again if nobody confirms.
  held_until timestamptz,
  retired_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, serial, kind),
  CHECK ((factor_id IS NULL) = (user_id IS NULL)),
  CHECK (held_until IS NULL OR factor_id IS NOT NULL),
  CHECK (retired_at IS NULL OR (factor_id IS NULL AND seed_sealed IS NULL)),
  CHECK (retired_at IS NOT NULL OR (seed_sealed IS NOT NULL AND key_id IS NOT NULL))
);

CREATE INDEX hardware_token_factor ON hardware_token (tenant_id, factor_id)
  WHERE factor_id IS NOT NULL;
