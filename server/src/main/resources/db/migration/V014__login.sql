-- Why: a login is decided, answered once and then a session; browsers are remembered; staff help out.

ALTER TABLE tenant ADD COLUMN disconnect_needs_approval boolean NOT NULL DEFAULT false;

-- Which operator's staff may help the users of a tenant.
CREATE TABLE tenant_care (
  tenant_id          uuid        NOT NULL REFERENCES tenant (tenant_id),
  operator_tenant_id uuid        NOT NULL REFERENCES tenant (tenant_id)
                                 CHECK (operator_tenant_id <> tenant_id),
  created_at         timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, operator_tenant_id)
);

-- One login each: what the policy asked, what was proven, how it ended. One that passed is a session.
CREATE TABLE login (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  -- The user's name in the audit.
  subject uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'passed', 'failed', 'refused', 'canceled', 'expired',
    'details_changed')),
  purpose text NOT NULL CHECK (purpose IN ('login', 'payment', 'password_reset', 'new_device')),
  application text CHECK (length(application) BETWEEN 1 AND 100),
  -- What the policy decided, as it was then.
  plan text NOT NULL,
  -- The address of the visitor as it was given, only while the login is pending, for the notice.
  ip text,
  place text,
  user_agent text CHECK (length(user_agent) <= 300),
  locale text NOT NULL,
  key_id integer CHECK ((key_id IS NULL) = (details_sealed IS NULL)),
  details_sealed bytea,
  -- The remembered browser that it began on.
  browser_id uuid,
  answers_wrong smallint NOT NULL DEFAULT 0 CHECK (answers_wrong BETWEEN 0 AND answers_max),
  answers_max smallint NOT NULL,
  -- The newest challenge of each factor.
  challenges jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(challenges) = 'object'),
  -- A code to an address of the user, or of the staff: the verification that sent it, and where to.
  proof_id uuid,
  proof_address uuid,
  proof_kind text,
  proven_at timestamptz,
  -- Which factor was answered with last, and what all of them amount to.
  factor_id uuid,
  factor_kind text,
  factor_at timestamptz,
  factor_amr text[] NOT NULL DEFAULT '{}',
  factor_strength text,
  amr text[] NOT NULL DEFAULT '{}',
  acr smallint NOT NULL DEFAULT 0 CHECK (acr BETWEEN 0 AND 3),
  -- The factor that is being set up.
  enrolling uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  finished_at timestamptz,
  session_ends_at timestamptz,
  session_idle_seconds integer CHECK (session_idle_seconds > 0),
  active_at timestamptz,
  session_ended_at timestamptz,
  session_end_reason text,
  PRIMARY KEY (tenant_id, id),
  CHECK ((state = 'pending') = (finished_at IS NULL)),
  CHECK (session_ends_at IS NULL OR (state = 'passed' AND active_at IS NOT NULL
    AND session_idle_seconds IS NOT NULL))
) PARTITION BY RANGE (id);

-- A user's sessions. No index on what an answer or a touch changes: both stay cheap updates in place.
CREATE INDEX login_user ON login (tenant_id, user_id, id);

CREATE INDEX login_expires_at ON login USING brin (expires_at) WITH (pages_per_range = 16);

CREATE TABLE login_default PARTITION OF login DEFAULT WITH (fillfactor = 80);

-- Browsers that users chose to have remembered: a keyed hash of the present secret and of the last.
CREATE TABLE browser (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  secret_hash bytea NOT NULL CHECK (octet_length(secret_hash) = 32),
  hash_key_id integer NOT NULL,
  previous_hash bytea CHECK (octet_length(previous_hash) = 32),
  previous_until timestamptz,
  user_agent text CHECK (length(user_agent) <= 300),
  place text,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  last_proof_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK ((previous_hash IS NULL) = (previous_until IS NULL))
) WITH (fillfactor = 80);

CREATE INDEX browser_user ON browser (tenant_id, user_id);

CREATE INDEX browser_expires_at ON browser (expires_at);

-- When a user was last told of a right password with a failed second step: once in an hour is enough.
CREATE TABLE half_success (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  told_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id)
);

-- Staff take away what a user lost. Where two people must agree, it waits here for the second.
CREATE TABLE disconnect (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'done', 'expired', 'canceled')),
  -- Null: all of them.
  factor_id uuid,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  caller_check text NOT NULL CHECK (length(caller_check) BETWEEN 1 AND 500),
  staff text NOT NULL CHECK (length(staff) BETWEEN 1 AND 100),
  approver text CHECK (length(approver) BETWEEN 1 AND 100),
  exempt_until timestamptz,
  temporary_pass boolean NOT NULL,
  -- Who asked and who agreed, each with the tenant it belongs to: an operator may help.
  client_id text NOT NULL,
  client_tenant uuid NOT NULL,
  approved_by text,
  approved_by_tenant uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CHECK (approved_by IS NULL OR approved_by <> client_id)
);

CREATE INDEX disconnect_user ON disconnect (tenant_id, user_id, id);
