-- Why: whoever looks into a late or lost message wants to see who was asked to take it, and what each said.

ALTER TABLE message ADD COLUMN tries jsonb NOT NULL DEFAULT '[]';
