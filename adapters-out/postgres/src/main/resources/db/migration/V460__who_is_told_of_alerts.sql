-- Who hears of alerts, and what was told of each. Api 9.17 P/settings alert_email and slack_webhook_url.

create table app.alert_recipient (
    way text primary key constraint ck_alert_recipient_way check (way in ('mail', 'chat')),
    address_ciphertext text not null,
    updated_by uuid not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);

create table app.alert_telling (
    alert_id uuid not null references app.alert (id) on delete cascade,
    way text not null constraint ck_alert_telling_way check (way in ('mail', 'chat')),
    said text not null constraint ck_alert_telling_said check (said in ('warning', 'critical', 'over')),
    said_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (alert_id, way)
);
create index ix_alert_telling_last on app.alert_telling (way, said_at desc);
create index ix_alert_telling_standing on app.alert_telling (way) where said <> 'over';
