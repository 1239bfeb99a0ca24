-- What members want to be told, and up to when a client's events have been told. API 9.16, data model 5.1.

create table app.notification_preference (
    user_id uuid not null references app.app_user (user_id),
    event text not null constraint ck_notification_preference_event check (event in ('lead_alerts', 'reply_alerts',
        'meeting_alerts', 'conversion_alerts', 'campaign_alerts', 'system_alerts', 'approval_requests')),
    email boolean not null,
    in_app boolean not null,
    push boolean not null,
    sms boolean not null,
    tiers text[] not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (user_id, event)
);

create table app.notification_progress (
    client_id uuid primary key,
    told_until timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);

alter table app.notification add constraint ck_notification_kind check (kind in ('lead_alerts', 'reply_alerts',
    'meeting_alerts', 'conversion_alerts', 'campaign_alerts', 'system_alerts', 'approval_requests'));
