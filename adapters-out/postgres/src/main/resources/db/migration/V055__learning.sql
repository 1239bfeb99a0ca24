-- What is learned from and what was learned. Data model 5.10, conversion intelligence 13, 22. One table per kind of fact,
-- not partitioned: every question is about one client and a span of time, which the index names.

create table app.cis_lead_fact (
    client_id uuid not null,
    lead_id uuid not null,
    t1 timestamptz not null,
    month text not null,
    campaign_id uuid not null,
    tier text,
    title text,
    seniority text,
    industry text,
    size_band text,
    state text,
    source text not null,
    email_status text,
    new_role boolean,
    hiring boolean,
    funded boolean,
    plan_channels text[] not null default '{}',
    dq smallint not null,
    au smallint not null,
    fit smallint not null,
    tm smallint not null,
    rk smallint not null,
    y boolean not null,
    y_email boolean not null,
    days_to_convert int,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, lead_id)
);
create index ix_cis_lead_fact_t1 on app.cis_lead_fact (client_id, t1);

create table app.cis_touch_fact (
    client_id uuid not null,
    sent_at timestamptz not null,
    touch_id uuid not null,
    lead_id uuid not null,
    month text not null,
    channel text not null,
    touch_no int not null,
    tier text,
    day_index smallint,
    hour smallint,
    timezone text,
    template text,
    model text,
    prompt text,
    calm boolean not null,
    y boolean not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, sent_at, touch_id)
);
create index ix_cis_touch_fact_lead on app.cis_touch_fact (client_id, lead_id);

create table app.conversion_pattern (
    client_id uuid not null,
    id uuid not null,
    pattern_type text not null constraint ck_conversion_pattern_pattern_type
        check (pattern_type in ('who', 'what', 'when', 'how', 'funnel')),
    pattern_version int not null,
    schema_version text not null,
    patterns jsonb not null,
    sample_size bigint not null,
    conversions bigint not null,
    confidence numeric(5, 4) not null constraint ck_conversion_pattern_confidence check (confidence between 0 and 1),
    label text not null,
    window_start timestamptz not null,
    window_end timestamptz not null,
    cut_off timestamptz not null,
    settings text not null,
    computed_at timestamptz not null,
    valid_until timestamptz not null,
    status text not null constraint ck_conversion_pattern_status check (status in ('active', 'superseded', 'expired')),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint uq_conversion_pattern_version unique (client_id, pattern_type, pattern_version),
    constraint uq_conversion_pattern_cut_off unique (client_id, pattern_type, cut_off, settings)
);
create unique index uq_conversion_pattern_active on app.conversion_pattern (client_id, pattern_type) where status = 'active';

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('pattern_learning', true, '0 0 3 * * 0', 259200, 1, 5, 500, 600, 3, '{10,10,60}', 30);
