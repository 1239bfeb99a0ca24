-- Experiments with the texts of steps, their variants, and which lead got which. Data model 5.4, conversion intelligence
-- 7.1. A variant differs from the step in one place, so what it says there is one text.

create table app.content_experiment (
    client_id uuid not null,
    id uuid not null,
    campaign_id uuid not null,
    step_no smallint not null,
    element text not null constraint ck_content_experiment_element
        check (element in ('angle', 'subject_pattern', 'cta', 'length', 'template')),
    reward text not null constraint ck_content_experiment_reward check (reward in ('positive_reply', 'meeting_booked')),
    status text not null constraint ck_content_experiment_status
        check (status in ('running', 'winner', 'no_difference', 'stopped')),
    stop_reason text,
    rate_before numeric(7, 6) not null constraint ck_content_experiment_rate_before check (rate_before between 0 and 1),
    adopted_variant_id uuid,
    started_at timestamptz not null,
    ended_at timestamptz,
    looked_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    foreign key (client_id, campaign_id) references app.campaign (client_id, id)
);
create unique index uq_content_experiment_running on app.content_experiment (client_id, campaign_id, step_no)
    where status = 'running';
create index ix_content_experiment_started on app.content_experiment (client_id, started_at desc, id desc);

create table app.content_variant (
    client_id uuid not null,
    id uuid not null,
    experiment_id uuid not null,
    arm smallint not null constraint ck_content_variant_arm check (arm between 1 and 6),
    name text not null,
    text text,
    allocation numeric(6, 5) not null,
    probability numeric(5, 4) not null,
    n bigint not null,
    k bigint not null,
    retired_at timestamptz,
    harmful boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint uq_content_variant_arm unique (client_id, experiment_id, arm),
    foreign key (client_id, experiment_id) references app.content_experiment (client_id, id)
);

create table app.content_assignment (
    client_id uuid not null,
    experiment_id uuid not null,
    lead_id uuid not null,
    variant_id uuid not null,
    created_at timestamptz not null default now(),
    primary key (client_id, experiment_id, lead_id),
    foreign key (client_id, experiment_id) references app.content_experiment (client_id, id)
);

create index ix_touch_variant on app.touch (client_id, variant_id) where variant_id is not null;

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('content_experiments', true, '0 0 2 * * *', 43200, 1, 5, 500, 600, 3, '{10,10,60}', 30);
