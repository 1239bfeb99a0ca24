-- A change of weights or targets is tried on the past by a job (api 1.7, 9.10, scoring ALS-20).

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values ('als_backtest', true, null, 0, 1, 10, 500, 3600, 3, '{60,300,900}', 100);
