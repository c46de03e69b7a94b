-- Keeps the answer to a request that came with an Idempotency-Key, so that its repetition changes nothing.
CREATE TABLE idempotent_request (
  tenant_id uuid NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  id uuid NOT NULL,
  request_hash bytea NOT NULL CHECK (octet_length(request_hash) = 32),
  status smallint,
  answer_sealed bytea,
  key_id integer,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, key)
);

CREATE INDEX idempotent_request_created_at ON idempotent_request USING brin (created_at);
