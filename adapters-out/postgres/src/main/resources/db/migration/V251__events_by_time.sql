-- Staff follows what happens to everybody (api 1.10): events come in the order of their time, so that a summary of each run of
-- pages finds the last half minute without reading the day.

create index ix_outbox_event_at on app.outbox_event using brin (created_at) with (pages_per_range = 16, autosummarize = on);
