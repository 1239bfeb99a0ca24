-- Which run published a version of a pattern; runs are forgotten before patterns are, so nothing refers to them.
-- Conversion intelligence 13, data model 5.10.

alter table app.conversion_pattern add column run_id uuid;
