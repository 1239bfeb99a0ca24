-- What has to be scored again and why, until it is done; and the facts that each score was made from. Scoring ALS-16, ALS-20.

create table app.rescore_request (
    client_id uuid not null,
    id uuid not null,
    cause text not null constraint ck_rescore_request_cause check (cause in
        ('initial', 'enriched', 'refresh', 'reweight', 'icp_changed', 'deliverability', 'buyer_signal', 'decay', 'manual')),
    campaign_id uuid,
    lead_id uuid,
    key_type text constraint ck_rescore_request_key_type
        check (key_type in ('person', 'email', 'phone', 'linkedin', 'domain', 'company')),
    key_value text,
    after_lead_id uuid,
    due_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint ck_rescore_request_target check (num_nonnulls(campaign_id, lead_id, key_value) <= 1),
    constraint ck_rescore_request_key check ((key_type is null) = (key_value is null))
);
create index ix_rescore_request_due on app.rescore_request (client_id, due_at, id);

-- null for scores made before facts were kept
alter table app.lead_score add column facts jsonb;
