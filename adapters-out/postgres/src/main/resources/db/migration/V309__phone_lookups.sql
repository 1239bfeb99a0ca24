-- Telephone numbers that are bought for leads: the question is written down before it leaves, at most one for each lead, and
-- is looked after until the answer is there. Apollo 7, 8.1. Beside the lead, as its enrichment is.

create table app.phone_lookup (
    client_id uuid not null,
    lead_id uuid not null,
    vendor text not null,
    ref_hash text not null,
    request text constraint ck_phone_lookup_request check (length(request) between 1 and 100),
    state text not null constraint ck_phone_lookup_state check (state in ('asked', 'waiting', 'found', 'not_found', 'unwanted')),
    looks int not null default 0 constraint ck_phone_lookup_looks check (looks >= 0),
    asked_at timestamptz not null,
    next_look_at timestamptz,
    vendor_credits int not null default 0 constraint ck_phone_lookup_vendor_credits check (vendor_credits >= 0),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, lead_id),
    foreign key (client_id, lead_id) references app.lead (client_id, id)
);
create unique index uq_phone_lookup_ref on app.phone_lookup (client_id, ref_hash);
create index ix_phone_lookup_due on app.phone_lookup (next_look_at, client_id) where next_look_at is not null;

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('phone_reveal', true, '0 20 * * * *', 3600, 1, 10, 25, 1800, 3, '{60,300,900}', 40),
    ('phone_reveal_result', true, '0 * * * * *', 60, 1, 10, 25, 600, 3, '{60,300,900}', 60);
