-- Days on which a client wants nothing to leave. Outreach 19.8.

alter table app.client_setting add column quiet_days date[] not null default '{}'
    constraint ck_client_setting_quiet_days check (cardinality(quiet_days) <= 400);
