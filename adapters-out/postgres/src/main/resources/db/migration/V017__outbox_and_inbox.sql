-- Events out, webhooks in, and what makes a repeated request harmless. Data model 5.12, 5.13.

create sequence app.outbox_seq;

create table app.outbox_event (
    client_id uuid not null,
    id uuid not null,
    created_at timestamptz not null default now(),
    aggregate text not null,
    aggregate_id uuid not null,
    type text not null,
    payload jsonb not null,
    seq bigint not null default nextval('app.outbox_seq'),
    published_at timestamptz,
    projected_at timestamptz,
    attempts int not null default 0,
    last_error text,
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, created_at, id)
) partition by range (created_at);
create index ix_outbox_event_unpublished on app.outbox_event (client_id, created_at) where published_at is null;
create index ix_outbox_event_unprojected on app.outbox_event (client_id, created_at) where projected_at is null;

create table app.webhook_inbox (
    hook_id text not null,
    event_key text not null,
    client_id uuid,
    vendor text not null,
    type text not null,
    occurred_at timestamptz,
    received_at timestamptz not null,
    headers jsonb not null default '{}',
    payload_ciphertext bytea,
    status text not null default 'received' constraint ck_webhook_inbox_status
        check (status in ('received', 'processing', 'done', 'ignored', 'unmatched', 'dead')),
    attempts int not null default 0,
    next_attempt_at timestamptz,
    lease_until timestamptz,
    last_error text,
    done_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (hook_id, event_key)
) partition by hash (event_key);
create index ix_webhook_inbox_due on app.webhook_inbox (status, next_attempt_at);

create table app.idempotency_key (
    client_id uuid not null,
    scope text not null,
    key text not null,
    request_hash text not null,
    state text not null constraint ck_idempotency_key_state check (state in ('in_progress', 'done')),
    http_status int,
    response jsonb,
    locked_until timestamptz not null,
    expires_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, scope, key)
);
create index ix_idempotency_key_expires on app.idempotency_key (expires_at);

create table app.sync_cursor (
    client_id uuid not null,
    source text not null,
    account_ref text not null,
    position text,
    synced_to timestamptz,
    overlap_s int not null default 0,
    last_ok_at timestamptz,
    last_error text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, source, account_ref)
);
