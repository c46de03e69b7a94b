-- Why: which carrier serves whom best depends on country, sender and urgency, and changes while the program runs.

CREATE TABLE route_table (
  tenant_id uuid PRIMARY KEY,
  version integer NOT NULL,
  rules jsonb NOT NULL CHECK (jsonb_typeof(rules) = 'array'),
  updated_at timestamptz NOT NULL
);
