-- Who did what to whom, from where and with which result, in a form that shows when somebody changed it.

-- Written in the transaction that the event belongs to, with a keyed digest of its content. A few
-- seconds later the sealing gives it a position and a link in its tenant's chain. The installation
-- itself (its keys, for example) is the tenant of zeros, so nothing refers to the table of tenants.
CREATE TABLE audit_event (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  retention text NOT NULL CHECK (retention IN ('activity', 'administration')),
  action text,
  actor text CHECK (length(actor) BETWEEN 1 AND 200),
  subject uuid,
  source text,
  result text CHECK (result IN ('success', 'failure', 'refused')),
  details text,
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  digest_key_id integer NOT NULL,
  position bigint CHECK (position > 0),
  link bytea CHECK (octet_length(link) = 32),
  link_key_id integer,
  purged_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CHECK ((position IS NULL) = (link IS NULL)),
  CHECK ((position IS NULL) = (link_key_id IS NULL)),
  -- When its time is over the content goes; digest and link stay until all before it is over too.
  CHECK (purged_at IS NOT NULL OR (action IS NOT NULL AND actor IS NOT NULL AND result IS NOT NULL
    AND details IS NOT NULL)),
  CHECK (purged_at IS NULL OR (action IS NULL AND actor IS NULL AND subject IS NULL
    AND source IS NULL AND result IS NULL AND details IS NULL AND position IS NOT NULL))
);

CREATE INDEX audit_event_unsealed ON audit_event (tenant_id, id) WHERE position IS NULL;

CREATE UNIQUE INDEX audit_event_position ON audit_event (tenant_id, position)
  WHERE position IS NOT NULL;

CREATE INDEX audit_event_subject ON audit_event (tenant_id, subject, id) WHERE subject IS NOT NULL;

-- Where a tenant's chain begins and ends, under a keyed hash of its own: without it, cutting off
-- the end would go unnoticed. Links up to first_position are gone because their time was over.
CREATE TABLE audit_chain (
  tenant_id uuid PRIMARY KEY,
  first_position bigint NOT NULL CHECK (first_position >= 0),
  first_link bytea NOT NULL CHECK (octet_length(first_link) = 32),
  last_position bigint NOT NULL CHECK (last_position >= first_position),
  last_link bytea NOT NULL CHECK (octet_length(last_link) = 32),
  -- Content of events of a class that are older than this was purged.
  activity_purged_before timestamptz NOT NULL,
  administration_purged_before timestamptz NOT NULL,
  seal bytea NOT NULL CHECK (octet_length(seal) = 32),
  seal_key_id integer NOT NULL
);
