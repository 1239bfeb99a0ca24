-- Which client told of which buyer, so that each counts once and none is boosted by its own customer (content 6.2).
-- Read by no client, only by the platform and by work in its name.

create table app.buyer_purchase (
    client_id uuid not null,
    domain_key text not null,
    company_name text,
    industry text,
    services text[] not null default '{}',
    value numeric(12, 2),
    told_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, domain_key)
);

-- An average over purchases of which some have no value.
alter table app.platform_buyer_signal add column values_known int not null default 0;
