-- Why: whoever said STOP gets nothing more, on whatever path it would have been sent.
CREATE TABLE opt_out (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The number that is not to send any more; '*' for all senders.
  sender text NOT NULL,
  number_hint text NOT NULL,
  number_index bytea NOT NULL CHECK (octet_length(number_index) = 32),
  key_id integer NOT NULL,
  number_sealed bytea NOT NULL,
  source text NOT NULL CHECK (source IN ('message', 'client')),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, number_index, sender)
);

CREATE TABLE opt_out_settings (
  tenant_id uuid PRIMARY KEY,
  codes_exempt boolean NOT NULL,
  answers boolean NOT NULL,
  languages text[] NOT NULL,
  updated_at timestamptz NOT NULL
);

-- Who got an answer to STOP, START or HELP today.
CREATE TABLE opt_out_answer (
  tenant_id uuid NOT NULL,
  answer_hash bytea NOT NULL CHECK (octet_length(answer_hash) = 32),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, answer_hash)
);

CREATE INDEX opt_out_answer_expires ON opt_out_answer (expires_at);
