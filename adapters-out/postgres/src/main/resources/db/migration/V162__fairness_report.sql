-- Once a month the leads that each client was given are compared with those of the clients who want the same. Scoring B13.

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values ('fairness_report', true, '0 0 4 1 * *', 72000, 1, 1, 100, 600, 3, '{60,300,900}', 40);
