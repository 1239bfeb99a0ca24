-- Since when a domain's records do not prove its mail, and the nightly look at them. Outreach 8.1, 17; flows 3.

alter table app.resource add column unproven_since timestamptz;

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('domain_auth', true, '0 0 1 * * *', 72000, 1, 10, 100, 3600, 3, '{60,300,900}', 40)
on conflict (flow) do nothing;
