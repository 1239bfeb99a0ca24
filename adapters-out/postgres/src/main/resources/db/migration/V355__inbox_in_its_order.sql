-- What waits in the inbox, in the order in which it is taken: taking some of many reads those and sorts nothing. What is done with
-- leaves the index instead of standing in it under another state.

create index ix_webhook_inbox_turn on app.webhook_inbox (yields, next_attempt_at, hook_id, event_key)
    where status in ('received', 'unmatched', 'processing', 'dead');
drop index app.ix_webhook_inbox_due;
