-- Campaigns, their immutable sequence versions, what they may send with. Data model 5.4.

create table app.campaign (
    client_id uuid not null,
    id uuid not null,
    name text not null constraint ck_campaign_name_length check (length(name) between 1 and 200),
    description text,
    kind text not null default 'custom' constraint ck_campaign_kind check (kind in ('ai_suggested', 'custom', 'template')),
    status text not null default 'draft' constraint ck_campaign_status check (status in ('draft', 'active', 'paused', 'completed')),
    permission_mode text constraint ck_campaign_permission_mode check (permission_mode in ('autopilot', 'co_pilot', 'manual')),
    target_industries text[] not null default '{}',
    target_titles text[] not null default '{}',
    target_company_sizes text[] not null default '{}',
    target_locations text[] not null default '{}',
    pct_email smallint not null default 40 constraint ck_campaign_pct_email check (pct_email between 0 and 100),
    pct_sms smallint not null default 20 constraint ck_campaign_pct_sms check (pct_sms between 0 and 100),
    pct_linkedin smallint not null default 20 constraint ck_campaign_pct_linkedin check (pct_linkedin between 0 and 100),
    pct_voice smallint not null default 20 constraint ck_campaign_pct_voice check (pct_voice between 0 and 100),
    pct_mail smallint not null default 0 constraint ck_campaign_pct_mail check (pct_mail between 0 and 100),
    voice_min_als smallint constraint ck_campaign_voice_min_als check (voice_min_als between 60 and 100),
    sms_min_als smallint constraint ck_campaign_sms_min_als check (sms_min_als between 60 and 100),
    mail_min_als smallint constraint ck_campaign_mail_min_als check (mail_min_als between 60 and 100),
    lead_allocation_pct smallint not null default 100 constraint ck_campaign_lead_allocation_pct
        check (lead_allocation_pct between 1 and 100),
    sequence_version int not null default 1,
    touch_gap_days smallint not null default 2 constraint ck_campaign_touch_gap_days check (touch_gap_days >= 1),
    channel_cooldown_days smallint not null default 5 constraint ck_campaign_channel_cooldown_days
        check (channel_cooldown_days >= 2),
    adaptive_rules boolean not null default false,
    daily_limit int constraint ck_campaign_daily_limit check (daily_limit between 1 and 500),
    timezone text not null default 'Australia/Sydney',
    work_start time not null default '09:00',
    work_end time not null default '17:00',
    work_days smallint[] not null default '{1,2,3,4,5}'
        constraint ck_campaign_work_days check (work_days <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
    start_date date,
    end_date date,
    uses_default_sequence boolean not null default true,
    suggestion_id uuid,
    ai_reason text,
    template_id uuid,
    paused_at timestamptz,
    pause_reason text,
    paused_by uuid,
    pause_origin text constraint ck_campaign_pause_origin check (pause_origin in ('user', 'emergency', 'system')),
    activated_at timestamptz,
    completed_at timestamptz,
    created_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    deleted_at timestamptz,
    deleted_by uuid,
    primary key (client_id, id),
    constraint ck_campaign_mix_sum check (pct_email + pct_sms + pct_linkedin + pct_voice + pct_mail = 100),
    constraint ck_campaign_work_hours check (work_start < work_end),
    constraint ck_campaign_dates check (end_date >= start_date)
);
create unique index uq_campaign_name on app.campaign (client_id, lower(name)) where deleted_at is null;
create index ix_campaign_status on app.campaign (client_id, status) where deleted_at is null;

create table app.campaign_sequence (
    client_id uuid not null,
    campaign_id uuid not null,
    version int not null,
    origin text not null,
    created_by uuid,
    steps int not null,
    created_at timestamptz not null default now(),
    primary key (client_id, campaign_id, version),
    foreign key (client_id, campaign_id) references app.campaign (client_id, id)
);

create table app.campaign_step (
    client_id uuid not null,
    id uuid not null,
    campaign_id uuid not null,
    sequence_version int not null,
    step_no smallint not null constraint ck_campaign_step_step_no check (step_no between 1 and 20),
    channel text not null constraint ck_campaign_step_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    touch_kind text not null constraint ck_campaign_step_touch_kind check (touch_kind in
        ('email', 'sms', 'voice', 'li_view', 'li_invite', 'li_message', 'letter', 'postcard')),
    day_offset smallint not null constraint ck_campaign_step_day_offset check (day_offset >= 0),
    purpose text constraint ck_campaign_step_purpose check (purpose in
        ('intro', 'connect', 'value_add', 'pattern_interrupt', 'breakup', 'discovery')),
    skip_if text constraint ck_campaign_step_skip_if check (skip_if in
        ('phone_missing', 'linkedin_url_missing', 'address_missing', 'email_missing')),
    min_als smallint constraint ck_campaign_step_min_als check (min_als between 0 and 100),
    fallback_channel text constraint ck_campaign_step_fallback_channel
        check (fallback_channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    fallback_day_offset smallint,
    spare_only boolean not null default false,
    thread boolean not null default true,
    skip_if_replied boolean not null default true,
    skip_if_bounced boolean not null default true,
    subject_template text,
    body_template text not null default '{{SMART_PROMPT}}',
    created_at timestamptz not null default now(),
    primary key (client_id, id),
    constraint uq_campaign_step_no unique (client_id, campaign_id, sequence_version, step_no),
    foreign key (client_id, campaign_id) references app.campaign (client_id, id),
    foreign key (client_id, campaign_id, sequence_version) references app.campaign_sequence (client_id, campaign_id, version)
);

create table app.campaign_consent_declaration (
    client_id uuid not null,
    id uuid not null,
    campaign_id uuid not null,
    version int not null,
    text_hash bytea not null,
    accepted_by uuid not null,
    accepted_at timestamptz not null,
    created_at timestamptz not null default now(),
    primary key (client_id, id),
    foreign key (client_id, campaign_id) references app.campaign (client_id, id)
);
create index ix_campaign_consent_declaration_campaign on app.campaign_consent_declaration (client_id, campaign_id, accepted_at desc);

create table app.campaign_resource (
    client_id uuid not null,
    id uuid not null,
    campaign_id uuid not null,
    client_resource_id uuid,
    seat_id uuid,
    channel text not null constraint ck_campaign_resource_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    daily_limit int,
    is_active boolean not null default true,
    last_used_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint uq_campaign_resource_resource unique (client_id, campaign_id, client_resource_id),
    constraint uq_campaign_resource_seat unique (client_id, campaign_id, seat_id),
    constraint ck_campaign_resource_target check (num_nonnulls(client_resource_id, seat_id) = 1),
    foreign key (client_id, campaign_id) references app.campaign (client_id, id),
    foreign key (client_id, client_resource_id) references app.client_resource (client_id, id)
);

create table app.content_template (
    client_id uuid not null,
    id uuid not null,
    name text not null,
    channel text not null constraint ck_content_template_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    touch_kind text not null constraint ck_content_template_touch_kind check (touch_kind in
        ('email', 'sms', 'voice', 'li_view', 'li_invite', 'li_message', 'letter', 'postcard')),
    subject text,
    body text not null,
    variables text[] not null default '{}',
    version int not null,
    is_active boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    deleted_at timestamptz,
    deleted_by uuid,
    primary key (client_id, id)
);
create unique index uq_content_template_name on app.content_template (client_id, name, version) where deleted_at is null;
