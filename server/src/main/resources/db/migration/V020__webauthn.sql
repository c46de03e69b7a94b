-- Why: a security key is a public key and what is known of it; a ceremony with it is about one
-- challenge that nobody but its user can answer, once and soon.

ALTER TABLE factor DROP CONSTRAINT factor_kind_check;
ALTER TABLE factor ADD CONSTRAINT factor_kind_check CHECK (kind IN ('totp', 'hotp', 'yubico_otp',
  'ocra', 'phone', 'recovery_code', 'temporary_pass', 'webauthn'));

-- What stands for a user towards security keys: random, so that it says nothing about who it is.
CREATE TABLE webauthn_user (
  tenant_id uuid  NOT NULL,
  user_id   uuid  NOT NULL,
  handle    bytea NOT NULL CHECK (octet_length(handle) = 64),
  PRIMARY KEY (tenant_id, user_id)
);

-- Keys that were registered (WebAuthn Level 3 section 4, credential record). No key of a tenant is
-- registered twice, to whomever.
CREATE TABLE webauthn_credential (
  tenant_id       uuid        NOT NULL,
  credential_id   bytea       NOT NULL CHECK (octet_length(credential_id) BETWEEN 1 AND 1023),
  factor_id       uuid        NOT NULL,
  user_id         uuid        NOT NULL,
  -- The site that it was made for: it answers no other one.
  rp_id           text        NOT NULL,
  public_key      bytea       NOT NULL,
  sign_count      bigint      NOT NULL CHECK (sign_count BETWEEN 0 AND 4294967295),
  uv_initialized  boolean     NOT NULL,
  backup_eligible boolean     NOT NULL,
  backup_state    boolean     NOT NULL,
  transports      text[]      NOT NULL,
  aaguid          uuid        NOT NULL,
  attestation     text        NOT NULL,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, credential_id),
  UNIQUE (tenant_id, factor_id),
  CHECK (backup_eligible OR NOT backup_state)
) WITH (fillfactor = 80);

CREATE INDEX webauthn_credential_user ON webauthn_credential (tenant_id, user_id);

-- Challenges. Only a keyed hash is kept; the challenge comes back in the answer.
CREATE TABLE webauthn_challenge (
  tenant_id      uuid        NOT NULL,
  id             uuid        NOT NULL,
  user_id        uuid        NOT NULL,
  -- The factor that it was asked for; to register, the pending one.
  factor_id      uuid        NOT NULL,
  ceremony       text        NOT NULL CHECK (ceremony IN ('create', 'get')),
  -- The factors whose keys may answer.
  allowed        uuid[]      NOT NULL CHECK (cardinality(allowed) BETWEEN 1 AND 100),
  challenge_hash bytea       NOT NULL CHECK (octet_length(challenge_hash) = 32),
  details_hash   bytea       CHECK (octet_length(details_hash) = 32),
  created_at     timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  spent_at       timestamptz,
  PRIMARY KEY (tenant_id, id)
);

CREATE INDEX webauthn_challenge_factor ON webauthn_challenge (tenant_id, factor_id, id);
CREATE INDEX webauthn_challenge_expires_at ON webauthn_challenge (expires_at);
