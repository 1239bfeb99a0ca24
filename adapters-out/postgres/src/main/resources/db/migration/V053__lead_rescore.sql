-- An admin has many leads scored again: a job and not a request (scoring ALS-19, api 1.7).

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('lead_rescore', true, null, 0, 1, 10, 500, 14400, 3, '{60,300,900}', 40);
