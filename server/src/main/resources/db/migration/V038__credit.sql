-- Why: a provider lets tenants send for money that they paid before; what a message costs is taken once, and never
-- more than there is.

CREATE TABLE credit_account (
  tenant_id uuid PRIMARY KEY,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  billed boolean NOT NULL,
  -- Millionths of the currency: what may still be spent, and what is set aside for messages on their way.
  available bigint NOT NULL DEFAULT 0 CHECK (available >= 0),
  reserved bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  created_at timestamptz NOT NULL
);

-- Double entry: each row moves money between four accounts, so a row that does not sum to zero cannot be.
CREATE TABLE credit_entry (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('payment', 'reservation', 'settlement')),
  currency text NOT NULL,
  available bigint NOT NULL,
  reserved bigint NOT NULL,
  spent bigint NOT NULL,
  paid bigint NOT NULL,
  -- What could be spent after it.
  balance bigint NOT NULL CHECK (balance >= 0),
  messages integer NOT NULL DEFAULT 0,
  reference text CHECK (length(reference) BETWEEN 1 AND 100),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK (available + reserved + spent + paid = 0)
);

-- The same payment counts once, however often it is reported.
CREATE UNIQUE INDEX credit_entry_payment ON credit_entry (tenant_id, reference) WHERE kind = 'payment';

-- What each message costs, and whether that was taken or given back: it leaves "reserved" once.
CREATE TABLE credit_charge (
  tenant_id uuid NOT NULL,
  message_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('reserved', 'settled', 'released')),
  country text NOT NULL,
  network text NOT NULL,
  sender text NOT NULL,
  unit_price bigint NOT NULL CHECK (unit_price >= 0),
  parts_reserved smallint NOT NULL CHECK (parts_reserved > 0),
  parts_settled smallint NOT NULL DEFAULT 0 CHECK (parts_settled BETWEEN 0 AND parts_reserved),
  created_at timestamptz NOT NULL,
  -- When its message is next looked at.
  check_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (tenant_id, message_id)
);

CREATE INDEX credit_charge_due ON credit_charge (tenant_id, check_at) WHERE state = 'reserved';

CREATE INDEX credit_charge_ended ON credit_charge (ended_at) WHERE state <> 'reserved';

-- What was spent by day of the tenant, so that charges need not be kept for it.
CREATE TABLE credit_usage (
  tenant_id uuid NOT NULL,
  day date NOT NULL,
  country text NOT NULL,
  network text NOT NULL,
  sender text NOT NULL,
  currency text NOT NULL,
  messages bigint NOT NULL,
  parts bigint NOT NULL,
  amount bigint NOT NULL,
  PRIMARY KEY (tenant_id, day, country, network, sender, currency)
);

-- The price list of the installation. The longest prefix decides; an empty one is the country's own price.
CREATE TABLE credit_price (
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  prefix text NOT NULL CHECK (prefix ~ '^([+][1-9][0-9]{0,14})?$'),
  valid_from date NOT NULL,
  network text NOT NULL CHECK (network ~ '^([0-9]{3}-[0-9]{2,3})?$'),
  unit_price bigint NOT NULL CHECK (unit_price >= 0),
  PRIMARY KEY (currency, country, prefix, valid_from)
);
