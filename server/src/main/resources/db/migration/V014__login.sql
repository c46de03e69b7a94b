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
