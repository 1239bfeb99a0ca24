-- The sweep of what is past its time of keeping, and what it looks for. Data model 7, flows 3.

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('retention', true, '0 30 1 * * *', 72000, 1, 1, 100, 3600, 3, '{60,300,900}', 50);

create index ix_webhook_inbox_over on app.webhook_inbox (received_at) where next_attempt_at is null;
create index ix_user_session_expires on app.user_session (expires_at);
