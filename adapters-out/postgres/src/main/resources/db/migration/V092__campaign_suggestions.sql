-- Suggestions for campaigns with their history, and what searches took up of what was learned. Data model 5.4, conversion
-- intelligence 15, 16.2.

create table app.campaign_suggestion (
    client_id uuid not null,
    id uuid not null,
    campaign_id uuid,
    type text not null constraint ck_campaign_suggestion_type check (type in
        ('create_campaign', 'pause_campaign', 'adjust_allocation', 'refine_targeting', 'change_channel_mix', 'update_content',
         'adjust_timing')),
    status text not null default 'pending' constraint ck_campaign_suggestion_status check (status in
        ('pending', 'approved', 'rejected', 'applied', 'expired', 'superseded')),
    title text not null,
    description text not null,
    action jsonb not null,
    rationale jsonb not null,
    pattern_versions jsonb not null,
    confidence numeric(3, 2) not null constraint ck_campaign_suggestion_confidence check (confidence between 0 and 1),
    priority smallint not null constraint ck_campaign_suggestion_priority check (priority between 1 and 100),
    risk_level text not null constraint ck_campaign_suggestion_risk_level check (risk_level in ('low', 'medium', 'high')),
    dedupe_key text not null,
    expires_at timestamptz not null,
    reviewed_at timestamptz,
    reviewed_by uuid,
    applied_at timestamptz,
    apply_error text,
    rejection_reason text,
    created_at timestamptz not null,
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    foreign key (client_id, campaign_id) references app.campaign (client_id, id)
);
create unique index uq_campaign_suggestion_pending on app.campaign_suggestion (client_id, dedupe_key) where status = 'pending';
create index ix_campaign_suggestion_status on app.campaign_suggestion (client_id, status, expires_at);

create table app.campaign_suggestion_event (
    client_id uuid not null,
    id uuid not null,
    suggestion_id uuid not null,
    old_status text,
    new_status text not null,
    actor_id uuid,
    reason text,
    created_at timestamptz not null,
    primary key (client_id, id),
    foreign key (client_id, suggestion_id) references app.campaign_suggestion (client_id, id)
);
create index ix_campaign_suggestion_event_suggestion on app.campaign_suggestion_event (client_id, suggestion_id, created_at);

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('campaign_evolution', true, '0 0 5 * * 0', 259200, 1, 5, 500, 600, 3, '{10,10,60}', 30);
