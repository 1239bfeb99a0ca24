-- A client that leaves: the proof of what was removed, kept when nothing else is. API 9.2, data model 15.
create schema maint;

create table app.client_removal (
    id uuid primary key,
    removed_client uuid not null constraint uq_client_removal_removed_client unique,
    due_at timestamptz not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    loosened uuid[] not null default '{}',
    removed jsonb not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);

create index ix_client_purge_after on app.client (purge_after) where purge_after is not null;

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('purge', true, '0 45 1 * * *', 72000, 1, 1, 100, 14400, 3, '{60,300,900}', 50);
