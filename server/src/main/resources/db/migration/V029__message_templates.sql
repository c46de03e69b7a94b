-- Why: texts that applications send again and again have a name, languages, and variables that are checked.

CREATE TABLE text_template (
  tenant_id uuid NOT NULL,
  name text NOT NULL CHECK (name ~ '^[a-z0-9_-]{1,40}$'),
  variables text[] NOT NULL,
  -- Text by language tag.
  texts jsonb NOT NULL CHECK (jsonb_typeof(texts) = 'object'),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, name)
);
