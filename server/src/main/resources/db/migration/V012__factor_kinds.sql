-- Why: app passwords, codes on paper, challenges and phone numbers have rows of their own, because
-- each of them is spent, withdrawn or found by itself.

-- A password for one program on one device, for services that cannot ask for a code (IMAP, LDAP).
-- A row is deleted when it is revoked: a password that is not there cannot be right.
CREATE TABLE app_password (
  tenant_id     uuid        NOT NULL,
  id            uuid        NOT NULL,
  user_id       uuid        NOT NULL,
  service       text        NOT NULL CHECK (service ~ '^[a-z0-9][a-z0-9_-]{0,31}$'),
  device        text        NOT NULL CHECK (length(device) BETWEEN 1 AND 100),
  -- HMAC-SHA256 under the vault's key; the password has 140 bits, so no password hash is needed.
  password_hash bytea       NOT NULL CHECK (octet_length(password_hash) = 32),
  hash_key_id   integer     NOT NULL,
  -- CIDR ranges that it may be used from; none: from anywhere.
  networks      text[]      NOT NULL CHECK (cardinality(networks) <= 20),
  expires_at    timestamptz,
  -- To within some minutes, so that most verifications only read.
  last_used_at  timestamptz,
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
) WITH (fillfactor = 80);

CREATE UNIQUE INDEX app_password_hash ON app_password (tenant_id, password_hash);
CREATE INDEX app_password_user ON app_password (tenant_id, user_id);

-- Codes that are read from paper or told by staff, each once: recovery codes and temporary passes.
CREATE TABLE lookup_secret (
  tenant_id   uuid    NOT NULL,
  id          uuid    NOT NULL,
  user_id     uuid    NOT NULL,
  factor_id   uuid    NOT NULL,
  -- HMAC-SHA256 under the vault's key of an Argon2id hash whose salt is the factor's id.
  secret_hash bytea   NOT NULL CHECK (octet_length(secret_hash) = 32),
  hash_key_id integer NOT NULL,
  spent_at    timestamptz,
  PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX lookup_secret_hash ON lookup_secret (tenant_id, factor_id, secret_hash);
CREATE INDEX lookup_secret_user ON lookup_secret (tenant_id, user_id);

-- Questions for challenge-response devices (OCRA). Each is answered once, soon, and for what it was
-- asked for; a right answer names its row.
CREATE TABLE ocra_challenge (
  tenant_id       uuid        NOT NULL,
  id              uuid        NOT NULL,
  user_id         uuid        NOT NULL,
  factor_id       uuid        NOT NULL,
  question        text        NOT NULL CHECK (length(question) BETWEEN 4 AND 64),
  -- Mutual mode: the question that the user's side put to the server.
  client_question text        CHECK (length(client_question) BETWEEN 4 AND 64),
  -- Signature mode: what the question was made of, so that other details fit no answer.
  details_hash    bytea       CHECK (octet_length(details_hash) = 32),
  bound_to        uuid,
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  spent_at        timestamptz,
  PRIMARY KEY (tenant_id, id)
);

CREATE INDEX ocra_challenge_factor ON ocra_challenge (tenant_id, factor_id, id);
CREATE INDEX ocra_challenge_expires_at ON ocra_challenge (expires_at);

-- The numbers of phones that are factors. The index finds the same number at other users, and at
-- the same user as an address, without opening any.
CREATE TABLE phone_line (
  tenant_id     uuid    NOT NULL,
  id            uuid    NOT NULL,
  user_id       uuid    NOT NULL,
  number_sealed bytea   NOT NULL,
  number_index  bytea   NOT NULL CHECK (octet_length(number_index) = 32),
  key_id        integer NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

CREATE INDEX phone_line_number ON phone_line (tenant_id, number_index);
CREATE INDEX phone_line_user ON phone_line (tenant_id, user_id);

-- Codes on their way to such a phone; the row has the id of the verification that checks the code.
-- A code that was right is remembered as a hash until the factor has counted it.
CREATE TABLE phone_challenge (
  tenant_id     uuid        NOT NULL,
  id            uuid        NOT NULL,
  user_id       uuid        NOT NULL,
  factor_id     uuid        NOT NULL,
  purpose       text        NOT NULL CHECK (purpose IN ('login', 'transaction', 'binding')),
  bound_to      uuid,
  details_hash  bytea       CHECK (octet_length(details_hash) = 32),
  created_at    timestamptz NOT NULL,
  approved_hash bytea       CHECK (octet_length(approved_hash) = 32),
  spent_at      timestamptz,
  PRIMARY KEY (tenant_id, id)
);

CREATE INDEX phone_challenge_factor ON phone_challenge (tenant_id, factor_id, id);
CREATE INDEX phone_challenge_created_at ON phone_challenge (created_at);
