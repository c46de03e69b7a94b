-- Links to operators that are made and changed while the program runs.
CREATE TABLE smpp_link (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL UNIQUE,
  settings jsonb NOT NULL,
  key_id integer NOT NULL,
  password_sealed bytea NOT NULL,
  -- Grows with each change that needs a new bind.
  version integer NOT NULL,
  active boolean NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
