-- Why: users look after their own second step on pages that a link of the application opens, once.

ALTER TABLE login DROP CONSTRAINT login_purpose_check;

ALTER TABLE login ADD CONSTRAINT login_purpose_check
  CHECK (purpose IN ('login', 'payment', 'password_reset', 'new_device', 'account'));

CREATE TABLE account_visit (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  return_url text CHECK (length(return_url) <= 500),
  locale text,
  -- The login in which the user proves, or has proven, a factor.
  login_id uuid,
  link_hash bytea NOT NULL CHECK (octet_length(link_hash) = 32),
  link_until timestamptz NOT NULL,
  -- Of the browser that opened the link; the secret of the link opens nothing from then on.
  browser_hash bytea CHECK (octet_length(browser_hash) = 32),
  opened_at timestamptz CHECK ((opened_at IS NULL) = (browser_hash IS NULL)),
  seen_at timestamptz,
  ends_at timestamptz,
  ended_at timestamptz,
  -- How far the pages are, with what is shown once.
  kept_key_id integer CHECK ((kept_key_id IS NULL) = (kept_sealed IS NULL)),
  kept_sealed bytea,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

CREATE INDEX account_visit_user ON account_visit (tenant_id, user_id);

CREATE INDEX account_visit_created_at ON account_visit (created_at);
