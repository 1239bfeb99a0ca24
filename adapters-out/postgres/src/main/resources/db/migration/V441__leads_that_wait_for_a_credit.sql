-- Leads that somebody wanted completed are taken up again once there are credits or the vendor answers. Content 1.1, flows 2.5.

create index ix_lead_enrichment_waiting on app.lead_enrichment (client_id, state_at, lead_id)
    where state in ('no_credits', 'failed');

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('enrichment', true, '0 10 * * * *', 3600, 1, 20, 25, 14400, 3, '{60,300,900}', 40);
