-- Why: everything belongs to an organization, and only its own API clients may touch it.

CREATE TABLE tenant (
  tenant_id             uuid        PRIMARY KEY,
  name                  text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  country               text        NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  allowed_countries     text[]      NOT NULL CHECK (country = ANY (allowed_countries)),
  sender_name           text        NOT NULL CHECK (sender_name ~ '^[A-Za-z0-9 ]{1,11}$'),
  login_host            text        NOT NULL CHECK (length(login_host) BETWEEN 1 AND 253
                                                    AND login_host ~ '^[a-z0-9.-]+$'),
  locale                text        NOT NULL CHECK (locale IN ('nl', 'de', 'en')),
  long_lived_codes      boolean     NOT NULL DEFAULT false,
  limits                jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(limits) = 'object'),
  -- Counts changes, so that two changes at once cannot undo each other.
  settings_version      bigint      NOT NULL DEFAULT 1,
  created_at            timestamptz NOT NULL
);

-- Numbers with a fixed code, which are never sent to. Somebody may list a real number, so it is
-- sealed like any other and found by its hash.
CREATE TABLE test_number (
  tenant_id   uuid    NOT NULL REFERENCES tenant (tenant_id),
  id          uuid    NOT NULL,
  number_hash bytea   NOT NULL CHECK (length(number_hash) = 32),
  number      bytea   NOT NULL,
  code        bytea   NOT NULL,
  key_id      integer NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, number_hash)
);

-- The client id itself carries the tenant's id, so that a look-up always filters on the tenant and
-- no unique constraint needs to span tenants.
CREATE TABLE api_client (
  tenant_id   uuid        NOT NULL REFERENCES tenant (tenant_id),
  client_id   text        NOT NULL CHECK (length(client_id) BETWEEN 20 AND 64),
  -- HMAC-SHA256 under the vault's key; the secret has 256 bits, so no password hash is needed.
  secret_hash bytea       NOT NULL CHECK (length(secret_hash) = 32),
  hash_key_id integer     NOT NULL,
  scopes      text[]      NOT NULL,
  label       text        NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
  created_at  timestamptz NOT NULL,
  revoked_at  timestamptz,
  PRIMARY KEY (tenant_id, client_id)
);
