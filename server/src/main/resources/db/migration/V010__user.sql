-- The people of a tenant, found by the application's own reference, and the addresses they are told at.
CREATE TABLE app_user (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  ref text NOT NULL CHECK (length(ref) BETWEEN 1 AND 200),
  state text NOT NULL CHECK (state IN ('active', 'suspended', 'closed')),
  groups text[] NOT NULL CHECK (cardinality(groups) <= 50),
  -- Null: the tenant's own.
  locale text CHECK (length(locale) BETWEEN 2 AND 35),
  time_zone text CHECK (length(time_zone) BETWEEN 1 AND 64),
  deadline date,
  skips_used integer NOT NULL DEFAULT 0 CHECK (skips_used >= 0),
  -- Stands for the user in the audit; nothing else ties the two together once this row is gone.
  pseudonym uuid NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, ref)
) WITH (fillfactor = 90);

CREATE INDEX app_user_groups ON app_user USING gin (groups);

CREATE TABLE user_address (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('email', 'phone')),
  hint text NOT NULL,
  key_id integer NOT NULL,
  address_sealed bytea NOT NULL,
  address_index bytea NOT NULL CHECK (octet_length(address_index) = 32),
  -- The verification under way, if any.
  verification_id uuid,
  verified_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES app_user (tenant_id, id) ON DELETE CASCADE
);

CREATE INDEX user_address_user ON user_address (tenant_id, user_id);

CREATE INDEX user_address_index ON user_address (tenant_id, address_index);

-- A notice to a user goes after codes and before everything else.
ALTER TABLE message DROP CONSTRAINT message_priority_check;

ALTER TABLE message ADD CONSTRAINT message_priority_check CHECK (priority IN (0, 1, 2));

-- Where a tenant's days begin and end, and whom its users turn to.
ALTER TABLE tenant ADD COLUMN time_zone text NOT NULL DEFAULT 'UTC' CHECK (length(time_zone) BETWEEN 1 AND 64);

ALTER TABLE tenant ADD COLUMN support_contact text NOT NULL DEFAULT '' CHECK (length(support_contact) <= 100);
