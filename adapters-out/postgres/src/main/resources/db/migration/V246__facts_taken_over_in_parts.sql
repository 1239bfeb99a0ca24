-- Where taking over facts goes on while there are more than one unit of work takes; null between runs. Conversion
-- intelligence 22.

alter table app.cis_progress add column taking_from timestamptz;
