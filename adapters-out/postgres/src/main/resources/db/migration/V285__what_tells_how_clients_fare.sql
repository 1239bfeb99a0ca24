-- How every client fares is read off what was sent and what came back, of weeks in which far more happened. API 9.17.

create index ix_activity_sent on app.activity (client_id, occurred_at) include (action, channel)
    where action in ('sent', 'bounced', 'complained', 'unsubscribed');
