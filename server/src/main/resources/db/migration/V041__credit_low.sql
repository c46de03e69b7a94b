-- Why: a tenant wants to hear that its credit runs low before messages are refused for it.

ALTER TABLE credit_account
  -- Millionths of the currency; below it the credit is low. Nobody is told where there is none.
  ADD COLUMN low_below bigint CHECK (low_below > 0),
  -- Whether that was told since the credit was last enough.
  ADD COLUMN low_told boolean NOT NULL DEFAULT false;
