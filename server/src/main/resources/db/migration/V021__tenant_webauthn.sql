-- Why: each tenant says for which site its users' security keys are, and what it asks of them.

-- Only what the tenant chose; what is missing has its default.
ALTER TABLE tenant ADD COLUMN webauthn jsonb NOT NULL DEFAULT '{}'
  CHECK (jsonb_typeof(webauthn) = 'object');

-- A site belongs to one tenant: whoever names origins for it names them for all of its keys.
CREATE UNIQUE INDEX tenant_webauthn_rp_id ON tenant ((webauthn ->> 'rp_id'));
