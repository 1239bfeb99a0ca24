-- The tenant's own record of a person, how it came, what it scores, and its run through a sequence. Data model 5.6.

create table app.lead_import (
    client_id uuid not null,
    id uuid not null,
    campaign_id uuid,
    source text not null constraint ck_lead_import_source
        check (source in ('pool', 'manual', 'csv_import', 'crm_import', 'referral', 'api')),
    file_name text,
    file_sha256 bytea,
    status text not null constraint ck_lead_import_status check (status in ('running', 'done', 'undone', 'partly_undone')),
    rows_total int not null default 0,
    created int not null default 0,
    updated int not null default 0,
    duplicates int not null default 0,
    suppressed int not null default 0,
    invalid int not null default 0,
    run_id uuid not null,
    undone_at timestamptz,
    undone_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id)
);
create index ix_lead_import_created on app.lead_import (client_id, created_at desc);

create table app.lead (
    client_id uuid not null,
    id uuid not null,
    campaign_id uuid,
    pool_person_id uuid,
    source text not null constraint ck_lead_source check (source in ('pool', 'manual', 'csv_import', 'crm_import', 'referral', 'api')),
    status text not null default 'new' constraint ck_lead_status check (status in
        ('new', 'enriched', 'scored', 'in_sequence', 'replied', 'meeting_booked', 'converted', 'completed',
         'not_interested', 'unsubscribed', 'bounced', 'invalid', 'archived')),
    email text,
    email_key text,
    email_status text not null default 'unknown' constraint ck_lead_email_status
        check (email_status in ('verified', 'guessed', 'invalid', 'catch_all', 'unknown')),
    phone_e164 text,
    first_name text,
    last_name text,
    title text,
    seniority text not null default 'unknown' constraint ck_lead_seniority check (seniority in
        ('owner', 'founder', 'c_suite', 'partner', 'vp', 'head', 'director', 'manager', 'senior', 'entry', 'intern', 'unknown')),
    company_name text,
    domain_key text,
    linkedin_key text,
    industry text,
    employee_count int,
    country char(2),
    state text,
    timezone text,
    als_score smallint constraint ck_lead_als_score check (als_score between 0 and 100),
    als_tier text constraint ck_lead_als_tier check (als_tier in ('hot', 'warm', 'cool', 'cold', 'dead')),
    als_data_quality smallint,
    als_authority smallint,
    als_company_fit smallint,
    als_timing smallint,
    als_risk smallint,
    buyer_boost smallint not null default 0,
    linkedin_boost smallint not null default 0,
    tech_boost smallint not null default 0,
    tier_source text not null default 'score' constraint ck_lead_tier_source check (tier_source in ('score', 'gate')),
    gates text[] not null default '{}',
    weights_source text constraint ck_lead_weights_source check (weights_source in
        ('client_learned', 'client_custom', 'platform_industry', 'platform_global', 'benchmark', 'default')),
    weights_version int,
    facts_version int not null default 1,
    score_id uuid,
    scored_at timestamptz,
    next_rescore_at timestamptz,
    enriched_at timestamptz,
    profile_refreshed_at timestamptz,
    outreach_paused_at timestamptz,
    reengage_after timestamptz,
    touch_count int not null default 0,
    first_touch_at timestamptz,
    last_touch_at timestamptz,
    last_reply_at timestamptz,
    booked_at timestamptz,
    converted_at timestamptz,
    converted_kind text constraint ck_lead_converted_kind check (converted_kind in ('deal_created', 'deal_won', 'manual')),
    blocked_code text,
    blocked_until timestamptz,
    external_id text constraint ck_lead_external_id_length check (length(external_id) between 1 and 200),
    import_id uuid,
    permission_mode_override text constraint ck_lead_permission_mode_override
        check (permission_mode_override in ('autopilot', 'co_pilot', 'manual')),
    override_until timestamptz,
    override_by uuid,
    rejection_reason text constraint ck_lead_rejection_reason check (rejection_reason in
        ('timing_not_now', 'budget_constraints', 'using_competitor', 'not_decision_maker', 'no_need', 'bad_experience',
         'too_busy', 'not_interested_generic', 'do_not_contact', 'wrong_contact', 'company_policy', 'other')),
    rejection_note text,
    rejected_at timestamptz,
    invalid_reason text,
    referred_by_lead_id uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    deleted_at timestamptz,
    deleted_by uuid,
    primary key (client_id, id),
    constraint ck_lead_identity check (num_nonnulls(email_key, linkedin_key, phone_e164, pool_person_id) >= 1),
    foreign key (client_id, campaign_id) references app.campaign (client_id, id),
    foreign key (client_id, import_id) references app.lead_import (client_id, id),
    foreign key (client_id, referred_by_lead_id) references app.lead (client_id, id)
);
create unique index uq_lead_email_key on app.lead (client_id, email_key) where deleted_at is null and email_key is not null;
create unique index uq_lead_linkedin_key on app.lead (client_id, linkedin_key) where deleted_at is null and linkedin_key is not null;
create unique index uq_lead_pool_person on app.lead (client_id, pool_person_id)
    where deleted_at is null and pool_person_id is not null;
create unique index uq_lead_external_id on app.lead (client_id, external_id) where deleted_at is null and external_id is not null;
create index ix_lead_campaign_status on app.lead (client_id, campaign_id, status) where deleted_at is null;
create index ix_lead_als_score on app.lead (client_id, als_score desc) where deleted_at is null;
create index ix_lead_domain on app.lead (client_id, domain_key);
create index ix_lead_booked on app.lead (client_id, booked_at) where booked_at is not null;
create index ix_lead_converted on app.lead (client_id, converted_at) where converted_at is not null;
create index ix_lead_import on app.lead (client_id, import_id) where import_id is not null;
create index ix_lead_created on app.lead (client_id, created_at);
create index ix_lead_updated on app.lead (client_id, updated_at, id);
create index ix_lead_phone on app.lead (client_id, phone_e164);
create index ix_lead_next_rescore on app.lead (client_id, next_rescore_at) where next_rescore_at is not null;

alter table app.consent add foreign key (client_id, lead_id) references app.lead (client_id, id);

create table app.lead_import_row (
    client_id uuid not null,
    import_id uuid not null,
    row_no int not null,
    result text not null constraint ck_lead_import_row_result
        check (result in ('created', 'updated', 'duplicate_in_client', 'duplicate_in_file', 'suppressed', 'invalid')),
    line int not null,
    problems jsonb not null default '[]',
    error text,
    lead_id uuid,
    previous jsonb,
    facts_after text,
    undo text constraint ck_lead_import_row_undo check (undo in ('none', 'removed', 'restored', 'kept')),
    undo_reason text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, import_id, row_no),
    foreign key (client_id, import_id) references app.lead_import (client_id, id)
);
create index ix_lead_import_row_lead on app.lead_import_row (client_id, lead_id);

create table app.lead_metadata (
    client_id uuid not null,
    lead_id uuid not null,
    key text not null constraint ck_lead_metadata_key check (key ~ '^[a-z0-9_]{1,40}$'),
    value text not null constraint ck_lead_metadata_value check (length(value) <= 500),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, lead_id, key),
    foreign key (client_id, lead_id) references app.lead (client_id, id)
);
create index ix_lead_metadata_value on app.lead_metadata (client_id, key, value);

create table app.lead_profile (
    client_id uuid not null,
    lead_id uuid not null,
    headline text,
    about text,
    city text,
    company_city text,
    company_state text,
    company_country char(2),
    departments text[] not null default '{}',
    role_start date,
    photo_url text,
    company_description text,
    company_website text,
    company_linkedin_key text,
    company_founded_year int,
    is_hiring boolean,
    open_roles int,
    funding_stage text,
    funding_date date,
    technologies text[] not null default '{}',
    keywords text[] not null default '{}',
    seo_rank int,
    seo_traffic int,
    postal_line1 text,
    postal_city text,
    postal_state text,
    postal_code text,
    postal_country char(2),
    pain_points text[] not null default '{}',
    angles text[] not null default '{}',
    topics_to_avoid text[] not null default '{}',
    common_ground text[] not null default '{}',
    best_channel text constraint ck_lead_profile_best_channel check (best_channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    best_timing text,
    personalisation_confidence numeric(4, 3),
    hook_email text,
    hook_linkedin text,
    hook_sms text,
    hook_voice text,
    hook_mail text,
    enrichment_source text,
    enrichment_confidence numeric(4, 3),
    person_scraped_at timestamptz,
    company_scraped_at timestamptz,
    analysed_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, lead_id),
    foreign key (client_id, lead_id) references app.lead (client_id, id)
);

create table app.lead_score (
    client_id uuid not null,
    id uuid not null,
    lead_id uuid not null,
    score smallint not null constraint ck_lead_score_score check (score between 0 and 100),
    tier text not null constraint ck_lead_score_tier check (tier in ('hot', 'warm', 'cool', 'cold', 'dead')),
    tier_source text not null constraint ck_lead_score_tier_source check (tier_source in ('score', 'gate')),
    gates text[] not null default '{}',
    data_quality smallint not null,
    authority smallint not null,
    company_fit smallint not null,
    timing smallint not null,
    risk smallint not null,
    buyer_boost smallint not null default 0,
    buyer_reason text,
    linkedin_boost smallint not null default 0,
    tech_boost smallint not null default 0,
    boost_signals text[] not null default '{}',
    explanation jsonb not null,
    result_digest text not null,
    weights_version int not null,
    weights_source text not null constraint ck_lead_score_weights_source check (weights_source in
        ('client_learned', 'client_custom', 'platform_industry', 'platform_global', 'benchmark', 'default')),
    facts_version int not null,
    model_version text not null,
    cause text not null constraint ck_lead_score_cause check (cause in
        ('initial', 'enriched', 'refresh', 'reweight', 'icp_changed', 'deliverability', 'buyer_signal', 'decay', 'manual')),
    created_at timestamptz not null default now(),
    primary key (client_id, id),
    foreign key (client_id, lead_id) references app.lead (client_id, id)
);
create index ix_lead_score_lead on app.lead_score (client_id, lead_id, created_at desc);

create table app.lead_channel (
    client_id uuid not null,
    lead_id uuid not null,
    channel text not null constraint ck_lead_channel_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    state text not null constraint ck_lead_channel_state check (state in ('open', 'closed')),
    address_state text not null constraint ck_lead_channel_address_state
        check (address_state in ('ok', 'unverified', 'invalid', 'bounced', 'opted_out')),
    closed_reason text,
    touches int not null default 0,
    last_touch_at timestamptz,
    resource_id uuid,
    seat_id uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, lead_id, channel),
    foreign key (client_id, lead_id) references app.lead (client_id, id)
);

create table app.enrolment (
    client_id uuid not null,
    id uuid not null,
    lead_id uuid not null,
    campaign_id uuid not null,
    sequence_version int not null,
    status text not null default 'pending' constraint ck_enrolment_status check (status in
        ('pending', 'active', 'awaiting_outcome', 'snoozed', 'held', 'completed', 'converted', 'stopped')),
    anchor_date date,
    current_step smallint not null default 0,
    last_step_date date,
    next_step smallint,
    next_due_at timestamptz,
    snoozed_until timestamptz,
    hold_code text,
    hold_until timestamptz,
    remedy text,
    stop_reason text,
    score_id uuid,
    resource_id uuid,
    planned_channels text[] not null default '{}',
    plan_key text,
    explore boolean not null default false,
    explore_p numeric(6, 5),
    started_at timestamptz,
    ended_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint ck_enrolment_waits_for_something check (status in ('completed', 'converted', 'stopped')
        or num_nonnulls(next_due_at, snoozed_until, hold_code) >= 1),
    constraint ck_enrolment_remedy check (hold_code is null or remedy is not null),
    foreign key (client_id, lead_id) references app.lead (client_id, id),
    foreign key (client_id, campaign_id) references app.campaign (client_id, id),
    foreign key (client_id, campaign_id, sequence_version) references app.campaign_sequence (client_id, campaign_id, version),
    foreign key (client_id, score_id) references app.lead_score (client_id, id)
);
create unique index uq_enrolment_live on app.enrolment (client_id, lead_id)
    where status not in ('completed', 'converted', 'stopped');
create index ix_enrolment_due on app.enrolment (client_id, next_due_at) where status in ('pending', 'active');
create index ix_enrolment_snoozed on app.enrolment (client_id, snoozed_until) where status = 'snoozed';
create index ix_enrolment_campaign on app.enrolment (client_id, campaign_id, status);
create index ix_enrolment_campaign_live on app.enrolment (client_id, campaign_id, id)
    where status not in ('completed', 'converted', 'stopped');
create index ix_enrolment_hold_until on app.enrolment (client_id, hold_until) where status = 'held';
create index ix_enrolment_hold_code on app.enrolment (client_id, hold_code, created_at) where status = 'held';
create index ix_enrolment_lead on app.enrolment (client_id, lead_id, created_at desc);

create table app.enrolment_step (
    client_id uuid not null,
    enrolment_id uuid not null,
    step_no smallint not null,
    campaign_id uuid not null,
    outcome text not null default 'pending' constraint ck_enrolment_step_outcome
        check (outcome in ('pending', 'sent', 'refused', 'failed')),
    code text,
    touch_id uuid,
    decided_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, enrolment_id, step_no),
    foreign key (client_id, enrolment_id) references app.enrolment (client_id, id)
);
create index ix_enrolment_step_outcome on app.enrolment_step (client_id, campaign_id, outcome);
