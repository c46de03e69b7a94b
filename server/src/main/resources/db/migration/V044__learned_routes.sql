-- Why: which carrier brings codes to people shows in the codes that are typed; the choice of carriers learns from that.

-- By hour, over all tenants.
CREATE TABLE route_outcome (
  channel text NOT NULL,
  country text NOT NULL,
  carrier text NOT NULL,
  hour timestamptz NOT NULL,
  -- First codes that this carrier was the first to take, and how many of them were typed.
  sent integer NOT NULL,
  typed integer NOT NULL CHECK (typed <= sent),
  -- How often learning had something to say to it, and how often it would have chosen the same.
  shadowed integer NOT NULL,
  agreed integer NOT NULL CHECK (agreed <= shadowed),
  PRIMARY KEY (channel, country, carrier, hour)
);

-- The last verification that was counted; one row.
CREATE TABLE route_learning (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  last_code uuid NOT NULL
);

INSERT INTO route_learning (last_code) VALUES ('00000000-0000-0000-0000-000000000000');

-- What learning chose, or would have, with its numbers.
ALTER TABLE message ADD COLUMN learned jsonb;

-- Ids grow with time: finds the verifications of some minutes.
CREATE INDEX verification_by_time ON verification USING brin (id) WITH (pages_per_range = 16);
