-- Who did what, and whom to tell. Data model 5.13.

create table app.audit_log (
    client_id uuid not null,
    id uuid not null,
    at timestamptz not null,
    actor_kind text not null constraint ck_audit_log_actor_kind check (actor_kind in ('user', 'api_key', 'system', 'vendor', 'support')),
    actor_id uuid,
    on_behalf_of uuid,
    action text not null,
    outcome text not null constraint ck_audit_log_outcome check (outcome in ('ok', 'denied', 'error')),
    metadata jsonb,
    resource_type text not null,
    resource_id uuid,
    changes jsonb,
    ip inet,
    user_agent text,
    request_id text,
    run_id uuid,
    created_at timestamptz not null default now(),
    primary key (client_id, at, id)
) partition by range (at);
create index ix_audit_log_at on app.audit_log (client_id, at desc);
create index ix_audit_log_resource on app.audit_log (client_id, resource_type, resource_id, at desc);

create table app.notification (
    client_id uuid not null,
    id uuid not null,
    user_id uuid not null references app.app_user (user_id),
    kind text not null,
    severity text not null constraint ck_notification_severity check (severity in ('info', 'warning', 'critical')),
    title text not null,
    body text not null,
    link text,
    dedupe_key text not null,
    read_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint uq_notification_dedupe unique (client_id, user_id, dedupe_key)
);
create index ix_notification_user on app.notification (client_id, user_id, created_at desc);

create table app.alert (
    id uuid primary key,
    fingerprint text not null,
    severity text not null constraint ck_alert_severity check (severity in ('info', 'warning', 'critical')),
    source text not null,
    client_id uuid,
    title text not null,
    detail jsonb not null default '{}',
    count int not null default 1,
    first_at timestamptz not null,
    last_at timestamptz not null,
    acked_by uuid,
    resolved_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
create unique index uq_alert_fingerprint on app.alert (fingerprint) where resolved_at is null;
