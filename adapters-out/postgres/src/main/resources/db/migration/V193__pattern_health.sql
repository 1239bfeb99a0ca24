-- What was learned is looked at every morning; who has outcomes to learn from and no valid pattern is learned from the next
-- night instead of on Sunday. Conversion intelligence 19.

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('pattern_health', true, '0 0 6 * * *', 43200, 1, 1, 500, 1800, 3, '{10,10,60}', 30),
    ('pattern_backfill', true, '0 0 4 * * *', 72000, 1, 4, 500, 1800, 3, '{10,10,60}', 30);
