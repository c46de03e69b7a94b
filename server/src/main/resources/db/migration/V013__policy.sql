-- Who needs a second step and from when, as data; who is exempt; who was reminded of the date.
CREATE TABLE policy (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Counts the changes, so that of two who change at once one is told.
  version integer NOT NULL CHECK (version >= 1),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  group_name text,
  application text,
  available_from date,
  required_from date,
  time_zone text,
  kinds text[] CHECK (cardinality(kinds) >= 1),
  strength text CHECK (strength IN ('restricted', 'standard', 'phishing_resistant')),
  frequency text CHECK (frequency IN ('every_login', 'per_browser', 'by_risk')),
  frequency_days integer CHECK (frequency_days BETWEEN 1 AND 365),
  skips_max integer CHECK (skips_max BETWEEN 0 AND 100),
  late_enrollment boolean,
  purposes text[],
  first_factor_proof text
    CHECK (first_factor_proof IN ('none', 'mail_link', 'known_phone', 'staff_code')),
  stay_seconds integer CHECK (stay_seconds BETWEEN 60 AND 2592000),
  idle_seconds integer CHECK (idle_seconds BETWEEN 60 AND 2592000),
  remember_days integer CHECK (remember_days BETWEEN 0 AND 365),
  profile text CHECK (profile IN ('aal1', 'aal2', 'aal3')),
  remind_days integer[] NOT NULL CHECK (cardinality(remind_days) <= 10),
  exemptions_approved boolean NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, name),
  CHECK (available_from <= required_from),
  CHECK ((frequency = 'per_browser') = (frequency_days IS NOT NULL))
);

-- Rows stay after their end: the report shows them until the user is erased.
CREATE TABLE exemption (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  ends_at timestamptz NOT NULL,
  needs_approval boolean NOT NULL,
  requested_by text NOT NULL,
  approved_by text,
  approved_at timestamptz,
  -- Set when staff ended it early, or once its end has passed.
  ended_at timestamptz,
  ended_by text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK (ends_at > created_at),
  -- Four eyes are two people.
  CHECK (lower(approved_by) <> lower(requested_by))
);

CREATE INDEX exemption_user ON exemption (tenant_id, user_id, id);

-- Finds those whose end has passed.
CREATE INDEX exemption_open ON exemption (ends_at) WHERE ended_at IS NULL;

-- One row per mail: a moved date is reminded of anew.
CREATE TABLE enrollment_reminder (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  required_from date NOT NULL,
  days integer NOT NULL,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id, required_from, days)
);
