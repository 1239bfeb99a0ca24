-- Flows that came with the run engine. Flows 1.8 and 3.

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('domain_health', true, '0 30 0 * * *', 72000, 1, 10, 100, 3600, 3, '{60,300,900}', 40);
