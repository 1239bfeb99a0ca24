-- What matured is taken over every night, so that the weekly run finds little to do. Conversion intelligence 19.

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('outcome_facts', true, '0 0 1 * * *', 43200, 1, 5, 500, 600, 3, '{10,10,60}', 30);
