-- What is learned across clients that agreed to it: segments that no single client can be read from, and mean weights. Each
-- run replaces what stood. Conversion intelligence 12.

create table app.platform_pattern (
    id uuid primary key,
    dimension text not null,
    segment text not null,
    lift numeric(8, 4) not null,
    sample_size bigint not null,
    contributing_clients int not null constraint ck_platform_pattern_contributing_clients check (contributing_clients >= 5),
    confidence numeric(5, 4) not null constraint ck_platform_pattern_confidence check (confidence between 0 and 1),
    computed_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    superseded_at timestamptz
);
create unique index uq_platform_pattern_segment on app.platform_pattern (dimension, segment) where superseded_at is null;

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('platform_learning', true, '0 0 2 1 * *', 259200, 1, 1, 500, 1800, 3, '{10,10,60}', 20);
