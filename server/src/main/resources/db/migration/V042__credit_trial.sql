-- Why: whoever tries the service out pays nothing for a hundred messages, and nobody's phone rings for it uninvited.

ALTER TABLE credit_account
  -- SMS parts that cost nothing; none where the tenant never had a trial.
  ADD COLUMN trial_left integer CHECK (trial_left >= 0),
  -- The one sender that they go out with until the tenant has paid: that which it had when it was made.
  ADD COLUMN trial_sender text,
  -- Whether a payment ever came in.
  ADD COLUMN paid boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT credit_account_trial CHECK ((trial_left IS NULL) = (trial_sender IS NULL));

UPDATE credit_account
SET paid = true
WHERE EXISTS (
  SELECT 1
  FROM credit_entry
  WHERE credit_entry.tenant_id = credit_account.tenant_id AND kind = 'payment');
