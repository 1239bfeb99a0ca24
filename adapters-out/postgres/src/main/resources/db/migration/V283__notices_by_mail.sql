-- Notices also leave as letters, where their person wishes it; some are wished by letter alone. API 9.16.

alter table app.notification add column in_app boolean not null default true;
alter table app.notification add column by_email boolean not null default false;
alter table app.notification add column mailed_at timestamptz;

create index ix_notification_owed on app.notification (client_id, created_at) where by_email and mailed_at is null;
