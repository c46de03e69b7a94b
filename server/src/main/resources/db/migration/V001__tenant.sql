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
  -- Fixed codes by phone number, sealed as one JSON object: a number never stands in the clear.
  test_numbers          bytea,
  test_numbers_key_id   integer,
  -- Counts changes, so that two changes at once cannot undo each other.
  settings_version      bigint      NOT NULL DEFAULT 1,
  created_at            timestamptz NOT NULL,
  CHECK ((test_numbers IS NULL) = (test_numbers_key_id IS NULL))
);

-- The client id itself carries the tenant's id, so that a look-up always filters on the tenant and
-- no unique constraint needs to span tenants.
CREATE TABLE api_client (
  tenant_id   uuid        NOT NULL REFERENCES tenant (tenant_id),
  client_id   text        NOT NULL CHECK (length(client_id) BETWEEN 20 AND 64),
  -- HMAC-SHA256 under the vault's key; the secret has 256 bits, so no password hash is needed.
  secret_hash bytea       NOT NULL CHECK (length(secret_hash) = 32),
  scopes      text[]      NOT NULL,
  label       text        NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
  created_at  timestamptz NOT NULL,
  revoked_at  timestamptz,
  PRIMARY KEY (tenant_id, client_id)
);
