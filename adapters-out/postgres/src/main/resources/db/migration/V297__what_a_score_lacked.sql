-- What a score had to do without, by name (ALS-15). Every look at a lead shows it, and finding it out again from the facts took
-- longer than all else about the look. Null for scores of before; theirs is still found out from the facts.
alter table app.lead_score add column missing text[];
