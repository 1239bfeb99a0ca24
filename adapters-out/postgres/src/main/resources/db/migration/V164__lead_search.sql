-- Which parts of words a run of leads holds, so that a search for a rare one passes over the others. Written by a job behind
-- the leads, not with them: what changed later than a client is summarised is looked at as it is. Data model 11.

create table app.lead_search_block (
    client_id uuid not null,
    id uuid not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    leads int not null constraint ck_lead_search_block_leads check (leads >= 0),
    grams bytea not null constraint ck_lead_search_block_grams check (length(grams) <= 8192),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint ck_lead_search_block_order check (from_at <= to_at)
);
-- bits are asked for one by one, and packed they would be unpacked each time
alter table app.lead_search_block alter column grams set storage external;

create table app.lead_search_state (
    client_id uuid primary key,
    until_at timestamptz not null,
    until_id uuid not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
