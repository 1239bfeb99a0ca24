-- Which period's leads a client has been given: the reset leaves it behind, the month's replenishment brings it up again.
-- The first period is filled when a client is set up. Scoring POOL-12, flows 2.16.

alter table app.credit_account add column replenished_period text;
update app.credit_account set replenished_period = period_key;
alter table app.credit_account alter column replenished_period set not null;

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('monthly_replenishment', true, '0 10 * * * *', 2147483647, 1, 10, 1000, 14400, 3, '{60,300,900}', 40);
