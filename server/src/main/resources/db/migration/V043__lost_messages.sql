-- Why: what one carrier took and reports as lost may still arrive by another while it is good.

ALTER TABLE message
  -- How many further carriers may have it, once those that took it report it lost.
  ADD COLUMN carriers_left smallint NOT NULL DEFAULT 0 CHECK (carriers_left >= 0);

-- What the carrier's own code means, where that is known: see FailureClass.
ALTER TABLE parked_receipt ADD COLUMN kind text;
