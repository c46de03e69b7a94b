-- Why: users see pages in the look of their own organization, and come back only where it says.

CREATE TABLE tenant_pages (
  tenant_id uuid PRIMARY KEY REFERENCES tenant (tenant_id),
  accent text CHECK (accent ~ '^#[0-9a-f]{6}$'),
  -- How users get help, by language.
  help_texts jsonb NOT NULL CHECK (jsonb_typeof(help_texts) = 'object'),
  -- Compared whole.
  return_urls text[] NOT NULL,
  logo_type text CHECK (logo_type IN ('image/png', 'image/jpeg')),
  logo bytea CHECK (length(logo) <= 32768),
  logo_version text,
  CHECK ((logo IS NULL) = (logo_type IS NULL) AND (logo IS NULL) = (logo_version IS NULL))
);
