-- Durable runs, their steps and items, breakers, and the state of vendor accounts. Data model 5.13.

create table app.flow_definition (
    flow text primary key,
    enabled boolean not null,
    cron text,
    timezone text not null default 'Australia/Sydney',
    misfire_s int,
    per_client_max int not null,
    global_max int not null,
    batch_size int not null,
    deadline_s int,
    max_attempts int not null,
    backoff_s int[] not null,
    priority int not null,
    settings jsonb not null default '{}',
    paused_reason text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);

create table app.flow_run (
    client_id uuid not null,
    id uuid not null,
    flow text not null references app.flow_definition (flow),
    trigger text not null constraint ck_flow_run_trigger check (trigger in ('cron', 'event', 'api', 'parent', 'sweep')),
    trigger_ref text,
    requested_by uuid,
    parent_run_id uuid,
    dedupe_key text not null,
    concurrency_key text not null,
    params jsonb not null default '{}',
    status text not null constraint ck_flow_run_status check (status in
        ('queued', 'dispatched', 'running', 'waiting', 'blocked', 'succeeded', 'partial', 'failed', 'cancelled')),
    priority int not null,
    scheduled_for timestamptz not null,
    not_before timestamptz,
    dispatched_at timestamptz,
    started_at timestamptz,
    finished_at timestamptz,
    deadline_at timestamptz,
    attempt int not null default 0,
    lease_owner text,
    lease_until timestamptz,
    fence bigint not null default 0,
    progress_pct numeric(5, 2) not null default 0,
    current_step text,
    items_total int not null default 0,
    items_done int not null default 0,
    items_failed int not null default 0,
    items_skipped int not null default 0,
    items_unknown int not null default 0,
    cost_aud numeric(12, 6) not null default 0,
    blocked_scope text,
    blocked_message text,
    outcome jsonb,
    last_error_code text,
    last_error text,
    last_error_at timestamptz,
    cancel_requested_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint uq_flow_run_dedupe unique (client_id, flow, dedupe_key)
);
create unique index uq_flow_run_concurrency on app.flow_run (client_id, concurrency_key)
    where status in ('queued', 'dispatched', 'running', 'waiting', 'blocked');
create index ix_flow_run_flow on app.flow_run (client_id, flow, created_at desc);
create index ix_flow_run_lease on app.flow_run (status, lease_until) where status in ('dispatched', 'running');

create table app.flow_step (
    client_id uuid not null,
    run_id uuid not null,
    step_no smallint not null,
    name text not null,
    status text not null constraint ck_flow_step_status check (status in ('pending', 'running', 'done', 'skipped', 'failed')),
    weight int not null default 1,
    items_total int not null default 0,
    items_done int not null default 0,
    items_failed int not null default 0,
    items_skipped int not null default 0,
    items_unknown int not null default 0,
    cursor jsonb,
    attempt int not null default 0,
    started_at timestamptz,
    finished_at timestamptz,
    last_error text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, run_id, step_no),
    foreign key (client_id, run_id) references app.flow_run (client_id, id)
);

create table app.flow_item (
    client_id uuid not null,
    run_id uuid not null,
    step_no smallint not null,
    item_key text not null,
    status text not null constraint ck_flow_item_status
        check (status in ('pending', 'claimed', 'done', 'failed', 'skipped', 'unknown')),
    attempts int not null default 0,
    lease_until timestamptz,
    vendor_idem_key text,
    result jsonb,
    error_code text,
    error text,
    cost_aud numeric(12, 6),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, run_id, step_no, item_key),
    foreign key (client_id, run_id, step_no) references app.flow_step (client_id, run_id, step_no)
);
create index ix_flow_item_status on app.flow_item (client_id, run_id, step_no, status);

create table app.circuit_breaker (
    client_id uuid not null,
    scope text not null constraint ck_circuit_breaker_scope check (scope in
        ('credits', 'subscription', 'client_pause', 'ai_budget', 'vendor', 'deliverability', 'crm')),
    scope_key text not null,
    state text not null constraint ck_circuit_breaker_state check (state in ('closed', 'open', 'half_open')),
    reason_code text not null,
    message text not null,
    failures int not null default 0,
    opened_at timestamptz,
    retry_at timestamptz,
    closed_at timestamptz,
    opened_by text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, scope, scope_key)
);

create table app.vendor_account (
    vendor text not null,
    account_ref text not null,
    status text not null,
    balance numeric(14, 4),
    quota_reset_at timestamptz,
    last_error text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (vendor, account_ref)
);
