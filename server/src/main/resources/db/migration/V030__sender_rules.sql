-- Why: networks refuse or rewrite senders by country, and a message with a wrong one is paid for and lost.

CREATE TABLE sender_rule (
  tenant_id uuid NOT NULL,
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  kind text NOT NULL CHECK (kind IN ('alphanumeric', 'registered', 'replaced', 'numeric')),
  senders text[] NOT NULL,
  replacement text,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, country),
  CHECK ((kind = 'replaced') = (replacement IS NOT NULL))
);
