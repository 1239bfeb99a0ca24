-- By which horizons a client's facts are labelled; where the client waits otherwise by now they are labelled anew.
-- Conversion intelligence 2.2, 2.3, 25.

alter table app.cis_progress
    add column horizon_days int not null default 30,
    add column attribution_days int not null default 14;
