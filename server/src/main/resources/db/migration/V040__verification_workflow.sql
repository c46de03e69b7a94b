-- Why: a code that nobody types goes out again by the next channel by itself, whatever becomes of the node that began
-- it.

ALTER TABLE verification
  -- The channels in their order, and what became of each; null where there is no workflow.
  ADD COLUMN workflow jsonb,
  -- Which of them is next, counted from 0, and when.
  ADD COLUMN next_step smallint CHECK (next_step BETWEEN 1 AND 4),
  ADD COLUMN step_at timestamptz,
  ADD CONSTRAINT verification_step_has_a_moment CHECK ((next_step IS NULL) = (step_at IS NULL)),
  ADD CONSTRAINT verification_step_of_a_workflow CHECK (next_step IS NULL OR workflow IS NOT NULL);

-- A check changes none of its columns, and so stays a cheap update.
CREATE INDEX verification_step ON verification (step_at) WHERE step_at IS NOT NULL;
