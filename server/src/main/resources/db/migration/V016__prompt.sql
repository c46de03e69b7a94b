-- Why: a login may be done on pages of ours, in one browser, and its result is taken by the application once.

CREATE TABLE prompt (
  tenant_id uuid NOT NULL,
  -- Of the login.
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  return_url text NOT NULL CHECK (length(return_url) <= 500),
  -- The application's own, given back as it came.
  state text CHECK (length(state) <= 500),
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  opens_until timestamptz NOT NULL,
  -- Of the browser that opened it.
  browser_hash bytea CHECK (octet_length(browser_hash) = 32),
  -- How far the pages are, with what is shown once.
  kept_key_id integer CHECK ((kept_key_id IS NULL) = (kept_sealed IS NULL)),
  kept_sealed bytea,
  -- The token of the remembered browser, until the application takes it.
  token_key_id integer CHECK ((token_key_id IS NULL) = (token_sealed IS NULL)),
  token_sealed bytea,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  claimed_at timestamptz,
  PRIMARY KEY (tenant_id, id)
) PARTITION BY RANGE (id);

CREATE INDEX prompt_user ON prompt (tenant_id, user_id);

CREATE INDEX prompt_expires_at ON prompt USING brin (expires_at) WITH (pages_per_range = 16);

CREATE TABLE prompt_default PARTITION OF prompt DEFAULT WITH (fillfactor = 80);
