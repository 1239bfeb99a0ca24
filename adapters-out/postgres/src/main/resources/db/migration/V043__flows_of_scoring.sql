-- What recurs for scoring, allocation and credits runs on the engine. Flows 1.8, 2.4, 2.14, 2.17 and 3, scoring 6.

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    -- however late, it is made up for: somebody waits for his credits
    ('credit_reset', true, '0 0 * * * *', 2147483647, 1, 1, 500, 600, 3, '{60,300,900}', 40),
    ('daily_pacing', true, '0 0 7 * * *', 43200, 1, 8, 500, 1800, 3, '{60,300,900}', 40),
    ('decay_rescore', true, '0 0 1 * * *', 72000, 1, 10, 200, 14400, 3, '{60,300,900}', 40),
    -- every hour and not only at 02:30: it is also what frees people whom a client puts on its own list (scoring POOL-14)
    ('assignment_expire', true, '0 30 * * * *', 10800, 1, 10, 500, 3600, 3, '{60,300,900}', 40);

-- the platform's run of the morning serves all clients' demands together, by turns (scoring POOL-8)
update app.flow_definition set cron = '0 30 6 * * *' where flow = 'pool_assignment';

-- the light jobs that they replace
delete from scheduler.scheduled_tasks
 where task_name in ('credit-reset', 'check-pacing', 'settle-assignments', 'top-up-campaigns');
