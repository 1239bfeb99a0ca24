-- How far the completing of each lead's record has come, and what it cost. Content 1.1, flows 2.6. Beside the lead, because a
-- look writes it three times while nothing of the lead changes.

create table app.lead_enrichment (
    client_id uuid not null,
    lead_id uuid not null,
    state text not null constraint ck_lead_enrichment_state check (state in
        ('claimed', 'enriched', 'not_found', 'identity_mismatch', 'no_credits', 'failed')),
    misses smallint not null default 0 constraint ck_lead_enrichment_misses check (misses >= 0),
    state_at timestamptz not null,
    enriched_at timestamptz,
    source text,
    credit text not null constraint ck_lead_enrichment_credit check (credit in ('none', 'reserved', 'charged')),
    vendor_credits int not null default 0 constraint ck_lead_enrichment_vendor_credits check (vendor_credits >= 0),
    confidence smallint constraint ck_lead_enrichment_confidence check (confidence between 0 and 1000),
    deep boolean not null default false,
    deep_triggers text[] not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, lead_id),
    foreign key (client_id, lead_id) references app.lead (client_id, id)
);
create index ix_lead_enrichment_reserved on app.lead_enrichment (client_id) where credit = 'reserved';

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('lead_enrichment', true, null, 0, 1, 20, 25, 14400, 3, '{60,300,900}', 40),
    ('stale_lead_refresh', true, '0 0 5 * * *', 7200, 1, 10, 25, 7200, 3, '{60,300,900}', 40);
