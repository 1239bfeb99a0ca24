-- Domains, mailboxes, numbers and how much of each a tenant may use in a period. Data model 5.8.

create table app.resource (
    id uuid primary key,
    kind text not null constraint ck_resource_kind check (kind in ('email_domain', 'mailbox', 'phone_number')),
    value text not null,
    name text,
    parent_id uuid references app.resource (id),
    status text not null constraint ck_resource_status
        check (status in ('provisioning', 'warming', 'available', 'assigned', 'held', 'retired')),
    provider text not null,
    provider_id text,
    connection_state text constraint ck_resource_connection_state
        check (connection_state in ('connected', 'connecting', 'disconnected', 'suspended', 'removed')),
    max_clients int not null default 1 constraint ck_resource_max_clients check (max_clients >= 1),
    warmup_started_at timestamptz,
    warmup_completed_at timestamptz,
    reputation smallint not null default 50 constraint ck_resource_reputation check (reputation between 0 and 100),
    health text not null default 'good' constraint ck_resource_health check (health in ('good', 'warning', 'critical')),
    daily_override int,
    sends_30d int not null default 0,
    bounces_30d int not null default 0,
    complaints_30d int not null default 0,
    bounce_rate numeric(6, 5) not null default 0,
    complaint_rate numeric(6, 5) not null default 0,
    spf_ok boolean,
    dkim_ok boolean,
    dmarc_ok boolean,
    health_checked_at timestamptz,
    hold_until timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    constraint uq_resource_value unique (kind, value)
);
create index ix_resource_available on app.resource (kind, status, reputation desc) where status = 'available';
create index ix_resource_parent on app.resource (parent_id);

create table app.client_resource (
    client_id uuid not null,
    id uuid not null,
    resource_id uuid not null,
    kind text not null constraint ck_client_resource_kind check (kind in ('email_domain', 'mailbox', 'phone_number')),
    value text not null,
    assigned_at timestamptz not null,
    released_at timestamptz,
    hold_until timestamptz,
    total_sends int not null default 0,
    last_used_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id)
);
create unique index uq_client_resource_live on app.client_resource (client_id, resource_id) where released_at is null;
create index ix_client_resource_resource on app.client_resource (resource_id) where released_at is null;

-- No CHECK against limit_value: it may be lowered below what is used; the conditional increment is the only guard.
create table app.quota_counter (
    client_id uuid not null,
    target_id uuid not null,
    metric text not null constraint ck_quota_counter_metric check (metric in
        ('email_total', 'email_outbound', 'mailbox_total', 'sms', 'voice', 'li_invite', 'li_message', 'li_view', 'mail', 'lead_starts',
         'client_sms', 'campaign_touches')),
    period_start timestamptz not null,
    limit_value int not null,
    reserved int not null default 0 constraint ck_quota_counter_reserved check (reserved >= 0),
    used int not null default 0 constraint ck_quota_counter_used check (used >= 0),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, target_id, metric, period_start)
);

create table app.resource_health_day (
    resource_id uuid not null references app.resource (id),
    day date not null,
    sends int not null default 0,
    bounces int not null default 0,
    complaints int not null default 0,
    opens int not null default 0,
    inbox_rate numeric(6, 5),
    warmup_score smallint,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (resource_id, day)
);
