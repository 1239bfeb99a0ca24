-- Events sent to the programs of a client: where to, what is on its way, what was tried. Api 11.

create table app.webhook_endpoint (
    client_id uuid not null references app.client (client_id),
    id uuid not null,
    name text not null constraint ck_webhook_endpoint_name check (length(name) between 1 and 100),
    url text not null,
    events text[] not null default '{}',
    headers_ciphertext text not null,
    secret_ciphertext text not null,
    previous_ciphertext text,
    previous_until timestamptz,
    timeout_ms int not null constraint ck_webhook_endpoint_timeout check (timeout_ms between 1 and 30000),
    max_attempts int not null constraint ck_webhook_endpoint_attempts check (max_attempts between 1 and 12),
    is_active boolean not null default true,
    disabled_reason text,
    disabled_at timestamptz,
    last_success_at timestamptz,
    last_failure_at timestamptz,
    failing_since timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 1,
    deleted_at timestamptz,
    primary key (client_id, id)
);
create unique index uq_webhook_endpoint_name on app.webhook_endpoint (client_id, name) where deleted_at is null;

create table app.webhook_delivery (
    client_id uuid not null,
    id uuid not null,
    endpoint_id uuid not null,
    event_id uuid not null,
    event_type text not null,
    aggregate_id uuid not null,
    occurred_at timestamptz not null,
    payload jsonb not null,
    seq bigint not null default nextval('app.outbox_seq'),
    redelivery boolean not null default false,
    status text not null constraint ck_webhook_delivery_status check (status in
        ('pending', 'retrying', 'succeeded', 'failed', 'cancelled')),
    attempts int not null default 0,
    next_attempt_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    foreign key (client_id, endpoint_id) references app.webhook_endpoint (client_id, id)
);
create unique index uq_webhook_delivery_event on app.webhook_delivery (client_id, endpoint_id, event_id) where not redelivery;
create index ix_webhook_delivery_due on app.webhook_delivery (next_attempt_at) where status in ('pending', 'retrying');
create index ix_webhook_delivery_order on app.webhook_delivery (client_id, endpoint_id, aggregate_id, seq)
    where status in ('pending', 'retrying');
create index ix_webhook_delivery_list on app.webhook_delivery (client_id, endpoint_id, created_at desc, id desc);

create table app.webhook_attempt (
    client_id uuid not null,
    delivery_id uuid not null,
    number int not null,
    at timestamptz not null,
    duration_ms bigint not null,
    status int,
    error text,
    response text,
    created_at timestamptz not null default now(),
    primary key (client_id, delivery_id, number),
    foreign key (client_id, delivery_id) references app.webhook_delivery (client_id, id)
);
