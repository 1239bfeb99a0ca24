-- Whom a tenant wants, who speaks for it, how it weighs. Data model 5.3.

create table app.icp_profile (
    client_id uuid not null,
    id uuid not null,
    version int not null,
    status text not null constraint ck_icp_profile_status check (status in ('draft', 'confirmed', 'superseded', 'rejected')),
    origin text not null constraint ck_icp_profile_origin check (origin in ('ai_extraction', 'manual', 'default')),
    industries text[] not null default '{}',
    titles text[] not null default '{}',
    company_sizes text[] not null default '{}',
    locations text[] not null default '{}',
    seniorities text[] not null default '{}',
    pain_points text[] not null default '{}',
    keywords text[] not null default '{}',
    exclusions text[] not null default '{}',
    revenue_min_aud numeric(14, 2),
    revenue_max_aud numeric(14, 2),
    confidence numeric(4, 3),
    data_gaps text[] not null default '{}',
    extraction_id uuid,
    confirmed_at timestamptz,
    confirmed_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint uq_icp_profile_version unique (client_id, version),
    constraint ck_icp_profile_revenue check (revenue_min_aud < revenue_max_aud)
);
create unique index uq_icp_profile_confirmed on app.icp_profile (client_id) where status = 'confirmed';

create table app.client_persona (
    client_id uuid not null,
    id uuid not null,
    first_name text not null,
    last_name text not null,
    title text,
    email_prefix text,
    email text,
    phone text,
    display_name text not null,
    photo_url text,
    calendar_link text,
    is_active boolean not null default true,
    is_default boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    deleted_at timestamptz,
    deleted_by uuid,
    primary key (client_id, id)
);
create unique index uq_client_persona_default on app.client_persona (client_id) where is_default and deleted_at is null;

create table app.persona_binding (
    client_id uuid not null,
    persona_id uuid not null,
    kind text not null constraint ck_persona_binding_kind check (kind in ('mailbox', 'phone_number', 'seat')),
    target_id uuid not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, persona_id, kind, target_id),
    foreign key (client_id, persona_id) references app.client_persona (client_id, id)
);

create table app.scoring_weights (
    client_id uuid not null,
    id uuid not null,
    version int not null,
    source text not null constraint ck_scoring_weights_source check (source in ('client_learned', 'client_custom')),
    status text not null constraint ck_scoring_weights_status
        check (status in ('candidate', 'promoted', 'rejected', 'needs_review', 'retired')),
    pinned boolean not null default false,
    backtest_id uuid,
    data_quality numeric(5, 4) not null constraint ck_scoring_weights_data_quality check (data_quality between 0.05 and 0.50),
    authority numeric(5, 4) not null constraint ck_scoring_weights_authority check (authority between 0.05 and 0.50),
    company_fit numeric(5, 4) not null constraint ck_scoring_weights_company_fit check (company_fit between 0.05 and 0.50),
    timing numeric(5, 4) not null constraint ck_scoring_weights_timing check (timing between 0.05 and 0.50),
    risk numeric(5, 4) not null constraint ck_scoring_weights_risk check (risk between 0.05 and 0.50),
    w0 jsonb,
    tau numeric,
    n int,
    k int,
    metrics jsonb,
    cut_off timestamptz,
    proposal_reason text,
    promoted_at timestamptz,
    retired_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint uq_scoring_weights_version unique (client_id, version),
    constraint ck_scoring_weights_sum check (data_quality + authority + company_fit + timing + risk = 1.0000)
);
create unique index uq_scoring_weights_promoted on app.scoring_weights (client_id, source) where status = 'promoted';
