-- Reminders are looked for where a step begins or somebody changed, not over all users each hour.
CREATE TABLE reminder_look (
  tenant_id uuid PRIMARY KEY,
  -- Whoever changed before this moment was looked at.
  looked_at timestamptz NOT NULL,
  -- When everybody was looked at, and under which policies.
  all_at timestamptz NOT NULL,
  policies uuid NOT NULL
);

CREATE INDEX app_user_updated ON app_user (tenant_id, updated_at);
CREATE INDEX app_user_deadline ON app_user (tenant_id, deadline) WHERE deadline IS NOT NULL;
