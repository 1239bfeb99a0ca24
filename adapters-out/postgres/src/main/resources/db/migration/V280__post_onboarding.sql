-- The flow that drafts first campaigns once a profile is confirmed. Flows 2.2.

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('post_onboarding', true, null, 0, 1, 20, 100, 7200, 3, '{60,300,900}', 60);
