-- The lead pool, platform-wide, never read by tenant roles. Data model 5.5, 6. Hash-partitioned by the look-up key;
-- 16 partitions: docs/decisions/database.md.

create table pool.pool_company (
    id uuid primary key,
    domain_key text,
    name text not null,
    name_key text not null,
    website text,
    linkedin_key text,
    description text,
    logo_url text,
    industry text,
    sub_industry text,
    employee_count int,
    revenue_aud numeric(14, 2),
    revenue_range text,
    founded_year int,
    country char(2),
    state text,
    city text,
    postal_code text,
    is_hiring boolean,
    open_roles int,
    funding_stage text,
    funding_date date,
    total_funding numeric(14, 2),
    technologies text[] not null default '{}',
    keywords text[] not null default '{}',
    seo_rank int,
    seo_traffic int,
    seo_backlinks int,
    seo_spam numeric(5, 2),
    seo_at timestamptz,
    hq_timezone text,
    enriched_at timestamptz,
    is_test boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
) partition by hash (id);
create index ix_pool_company_search on pool.pool_company (industry, country, employee_count);

create table pool.pool_person (
    id uuid primary key,
    company_id uuid,
    email text,
    vendor_ref text,
    email_status text not null default 'unknown' constraint ck_pool_person_email_status
        check (email_status in ('verified', 'guessed', 'invalid', 'catch_all', 'unknown')),
    personal_email text,
    phone_e164 text,
    first_name text,
    last_name text,
    title text,
    title_tokens text[] not null default '{}',
    seniority text not null default 'unknown' constraint ck_pool_person_seniority check (seniority in
        ('owner', 'founder', 'c_suite', 'partner', 'vp', 'head', 'director', 'manager', 'senior', 'entry', 'intern', 'unknown')),
    headline text,
    photo_url text,
    twitter_url text,
    linkedin_key text,
    city text,
    state text,
    country char(2),
    timezone text,
    departments text[] not null default '{}',
    role_start date,
    industry text,
    employee_count int,
    status text not null default 'available' constraint ck_pool_person_status check (status in
        ('available', 'claimed', 'cooling', 'converted', 'bounced', 'unsubscribed', 'invalid', 'erased')),
    base_als smallint constraint ck_pool_person_base_als check (base_als between 0 and 100),
    facts_version int not null default 1,
    confidence numeric(4, 3),
    source text,
    enriched_at timestamptz,
    refreshed_at timestamptz,
    refresh_attempted_at timestamptz,
    last_contacted_at timestamptz,
    cooling_until timestamptz,
    claims_12m smallint not null default 0,
    bounce_count int not null default 0,
    is_unsubscribed boolean not null default false,
    blocked_reason text,
    is_test boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    constraint ck_pool_person_identity
        check (status = 'erased' or num_nonnulls(email, linkedin_key, phone_e164, vendor_ref) >= 1)
) partition by hash (id);
create index ix_pool_person_search on pool.pool_person (country, industry, seniority, employee_count) where status = 'available';
create index ix_pool_person_titles on pool.pool_person using gin (title_tokens) where status = 'available';
create index ix_pool_person_company on pool.pool_person (company_id);
create index ix_pool_person_refreshed on pool.pool_person (refreshed_at) where status = 'claimed';
create index ix_pool_person_cooling on pool.pool_person (cooling_until) where status = 'cooling';

create table pool.pool_identity (
    kind text not null constraint ck_pool_identity_kind check (kind in
        ('email', 'personal_email', 'linkedin', 'vendor_id', 'phone_name', 'company_domain', 'company_linkedin')),
    value_key text not null,
    owner_id uuid not null,
    owner_kind text not null constraint ck_pool_identity_owner_kind check (owner_kind in ('person', 'company')),
    source text not null,
    first_seen_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (kind, value_key)
) partition by hash (value_key);
create index ix_pool_identity_owner on pool.pool_identity (owner_id);

create table pool.pool_employment (
    person_id uuid not null,
    seq smallint not null,
    company text not null,
    title text,
    start_date date,
    end_date date,
    is_current boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (person_id, seq)
) partition by hash (person_id);

create table pool.pool_claim (
    person_id uuid primary key,
    client_id uuid not null,
    lead_id uuid not null,
    claimed_at timestamptz not null,
    claimed_by text not null constraint ck_pool_claim_claimed_by check (claimed_by in ('allocator', 'manual', 'import', 'migration')),
    reason text,
    status text not null default 'active' constraint ck_pool_claim_status check (status in ('active', 'converted')),
    run_id uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
) partition by hash (person_id);
create index ix_pool_claim_client on pool.pool_claim (client_id, claimed_at);

create table pool.pool_claim_event (
    id uuid not null,
    person_id uuid not null,
    client_id uuid not null,
    lead_id uuid not null,
    event text not null constraint ck_pool_claim_event_event check (event in ('claimed', 'released', 'converted', 'expired')),
    reason text constraint ck_pool_claim_event_reason check (reason in
        ('client_cancelled', 'lead_request', 'manual', 'reallocation', 'sequence_exhausted', 'wrong_person',
         'campaign_deleted', 'merged', 'suppressed', 'not_interested', 'invalid')),
    at timestamptz not null,
    created_at timestamptz not null default now(),
    primary key (created_at, id)
) partition by range (created_at);
create index ix_pool_claim_event_person on pool.pool_claim_event (person_id, at);
create index ix_pool_claim_event_client on pool.pool_claim_event (client_id, at);

create table pool.pool_merge (
    id uuid primary key,
    kept_id uuid not null,
    dropped_id uuid not null,
    reason text not null,
    merged_at timestamptz not null,
    created_at timestamptz not null default now()
);
create index ix_pool_merge_dropped on pool.pool_merge (dropped_id);
create index ix_pool_merge_kept on pool.pool_merge (kept_id);

create table app.platform_suppression (
    kind text not null constraint ck_platform_suppression_kind
        check (kind in ('person', 'email', 'phone', 'linkedin', 'domain', 'company')),
    value_hash bytea not null,
    reason text not null constraint ck_platform_suppression_reason check (reason in
        ('legal', 'complained', 'unsubscribed', 'spam_trap', 'do_not_contact', 'wrong_person', 'existing_customer',
         'competitor', 'past_customer', 'not_interested', 'bounced', 'other')),
    source text not null constraint ck_platform_suppression_source check (source in
        ('crm_import', 'csv_import', 'manual', 'bounce', 'unsubscribe', 'sms_keyword', 'voice_call', 'linkedin', 'reply', 'platform')),
    group_id uuid not null,
    note text,
    added_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (kind, value_hash)
) partition by hash (value_hash);
create index ix_platform_suppression_group on app.platform_suppression (group_id);

create table app.platform_buyer_signal (
    domain_key text primary key,
    company_name text,
    industry text,
    employee_range text,
    times_bought int not null default 1,
    total_value numeric(12, 2),
    avg_value numeric(12, 2),
    services text[] not null default '{}',
    buyer_score smallint not null constraint ck_platform_buyer_signal_score check (buyer_score between 0 and 100),
    first_seen_at timestamptz not null,
    last_converted_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
