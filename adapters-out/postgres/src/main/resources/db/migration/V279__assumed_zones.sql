-- Whether the local time of a touch was read on a clock that was only assumed, because nobody knew where the lead is.
-- Conversion intelligence 8, 21; what was sent before this was kept counts as known.

alter table app.touch add column zone_assumed boolean not null default false;
