-- What the run engine needs beside its runs. Flows 1, data model 5.13.

-- code_version 0: a record that a use case keeps of its own work; the engine leaves it alone
alter table app.flow_run
    add column work_class text not null default 'batch' constraint ck_flow_run_work_class
        check (work_class in ('interactive', 'reply', 'event', 'send', 'batch', 'learning')),
    add column code_version int not null default 0;
create index ix_flow_run_due on app.flow_run (client_id, work_class, (coalesce(not_before, scheduled_for)))
    where status = 'queued';
create index ix_flow_run_resting on app.flow_run (status, not_before) where status in ('waiting', 'blocked');
create index ix_flow_run_deadline on app.flow_run (deadline_at) where status in ('queued', 'waiting');
create index ix_flow_run_parent on app.flow_run (client_id, parent_run_id) where parent_run_id is not null;
create index ix_flow_run_newest on app.flow_run (created_at desc, id desc);

alter table app.flow_definition add column fired_until timestamptz;
alter table app.circuit_breaker add column failing_since timestamptz;

-- Whose turn it is. A hint: signalled with each new run, read anew from the runs every minute.
create table app.tenant_queue (
    client_id uuid not null,
    work_class text not null constraint ck_tenant_queue_work_class
        check (work_class in ('interactive', 'reply', 'event', 'send', 'batch', 'learning')),
    next_due_at timestamptz,
    in_flight int not null default 0,
    last_served_at timestamptz,
    weight int not null default 1,
    shard smallint not null generated always as (hashtext(client_id::text) & 15) stored,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, work_class)
);
create index ix_tenant_queue_turn on app.tenant_queue (work_class, last_served_at nulls first) where next_due_at is not null;

-- The processes that execute runs.
create table app.flow_node (
    node text primary key,
    seen_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
