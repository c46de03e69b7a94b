-- Tenants' systems want to hear what happened, signed, and see what was not delivered to them.

-- Where a tenant wants its events. The slot keeps a tenant within ten endpoints, also when several
-- are created at once.
CREATE TABLE webhook_endpoint (
  tenant_id   uuid        NOT NULL,
  id          uuid        NOT NULL,
  slot        smallint    NOT NULL CHECK (slot BETWEEN 1 AND 10),
  url         text        NOT NULL CHECK (length(url) <= 2000),
  events      text[]      NOT NULL CHECK (cardinality(events) BETWEEN 1 AND 50),
  description text        CHECK (length(description) <= 200),
  enabled     boolean     NOT NULL,
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_endpoint_slot UNIQUE (tenant_id, slot)
);

-- What deliveries to an endpoint are signed with. The current secret has no end; a rotated one
-- signs beside it until its end.
CREATE TABLE webhook_secret (
  tenant_id     uuid        NOT NULL,
  id            uuid        NOT NULL,
  endpoint_id   uuid        NOT NULL,
  secret_sealed bytea       NOT NULL,
  key_id        integer     NOT NULL,
  created_at    timestamptz NOT NULL,
  valid_until   timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, endpoint_id)
    REFERENCES webhook_endpoint (tenant_id, id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX webhook_secret_current
  ON webhook_secret (tenant_id, endpoint_id)
  WHERE valid_until IS NULL;

CREATE INDEX webhook_secret_endpoint ON webhook_secret (tenant_id, endpoint_id);

-- What happened, as it is sent: never a code, never a whole phone number. The id is a UUIDv7, so
-- its ranges are ranges of time and old events are dropped as partitions.
CREATE TABLE webhook_event (
  tenant_id  uuid        NOT NULL,
  id         uuid        NOT NULL,
  type       text        NOT NULL,
  payload    jsonb       NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
) PARTITION BY RANGE (id);

CREATE TABLE webhook_event_default PARTITION OF webhook_event DEFAULT;

-- One event on its way to one endpoint. Cut into the same ranges as the events, so that both go
-- together. While an attempt runs, claimed_until is the end of its lease and next_attempt_at the
-- same moment: a lease whose holder died is due again by itself.
CREATE TABLE webhook_delivery (
  tenant_id       uuid        NOT NULL,
  event_id        uuid        NOT NULL,
  endpoint_id     uuid        NOT NULL,
  state           text        NOT NULL CHECK (state IN ('pending', 'delivered', 'dead')),
  attempts        integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_attempt_at timestamptz CHECK ((state = 'pending') = (next_attempt_at IS NOT NULL)),
  claimed_until   timestamptz,
  last_attempt_at timestamptz,
  last_status     integer,
  last_error      text,
  PRIMARY KEY (tenant_id, event_id, endpoint_id)
) PARTITION BY RANGE (event_id);

CREATE TABLE webhook_delivery_default PARTITION OF webhook_delivery DEFAULT;

-- Finds the endpoints that have something due, one step each, and their earliest deliveries.
CREATE INDEX webhook_delivery_due
  ON webhook_delivery (tenant_id, endpoint_id, next_attempt_at)
  WHERE state = 'pending';
