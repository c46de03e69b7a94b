-- The rate of each link to an operator, shared by all nodes: up to when its time is given away.
CREATE UNLOGGED TABLE carrier_pace (
  carrier text PRIMARY KEY,
  -- Parts in a second, as the operator bears them at present.
  rate double precision NOT NULL CHECK (rate > 0),
  rated_at timestamptz NOT NULL,
  slowed_at timestamptz NOT NULL,
  free_at timestamptz NOT NULL
);
