-- Tenants, people, sign-in and what connects the outside world to a tenant. Data model 5.1, 5.12.

create table app.app_user (
    user_id uuid primary key,
    email text not null,
    email_key text not null,
    full_name text not null default '',
    avatar_url text,
    timezone text not null default 'Australia/Sydney',
    notify_email boolean not null default true,
    notify_sms boolean not null default false,
    quiet_from time,
    quiet_to time,
    phone text,
    locale text not null default 'en-AU',
    is_platform_admin boolean not null default false,
    status text not null default 'active' constraint ck_app_user_status check (status in ('active', 'suspended')),
    password_hash text,
    totp_secret_id uuid,
    last_login_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    deleted_at timestamptz,
    deleted_by uuid
);
create unique index uq_app_user_email_key on app.app_user (email_key) where deleted_at is null;
create index ix_app_user_platform_admin on app.app_user (is_platform_admin) where is_platform_admin;

create table app.client (
    client_id uuid primary key,
    name text not null constraint ck_client_name_length check (length(name) between 1 and 200),
    slug text not null,
    legal_name text,
    contact_email text,
    contact_phone text,
    require_mfa boolean not null default false,
    timezone text not null default 'Australia/Sydney',
    country char(2) not null default 'AU',
    website_url text,
    onboarding_status text not null default 'not_started' constraint ck_client_onboarding_status check (onboarding_status in
        ('not_started', 'extracting', 'review', 'confirmed', 'setting_up', 'completed', 'completed_with_warnings')),
    default_permission_mode text not null default 'co_pilot' constraint ck_client_default_permission_mode
        check (default_permission_mode in ('autopilot', 'co_pilot', 'manual')),
    paused_at timestamptz,
    pause_reason text,
    paused_by uuid references app.app_user (user_id),
    data_sharing_consent boolean not null default false,
    data_sharing_consented_at timestamptz,
    purge_after timestamptz,
    mode text not null default 'live' constraint ck_client_mode check (mode in ('live', 'test')),
    twin_of uuid references app.client (client_id),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    deleted_at timestamptz,
    deleted_by uuid,
    constraint uq_client_twin_of unique (twin_of),
    constraint ck_client_twin_of check ((mode = 'test') = (twin_of is not null)),
    constraint ck_client_slug_reserved check ((mode = 'test') = (slug like 'test-%'))
);
create unique index uq_client_slug on app.client (slug) where deleted_at is null;
create index ix_client_onboarding_status on app.client (onboarding_status) where deleted_at is null;

create table app.client_slug_history (
    slug text primary key,
    client_id uuid not null,
    replaced_at timestamptz not null,
    free_at timestamptz not null,
    created_at timestamptz not null default now()
);

create table app.user_identity (
    iss text not null,
    sub text not null,
    user_id uuid not null references app.app_user (user_id),
    created_at timestamptz not null default now(),
    primary key (iss, sub)
);
create index ix_user_identity_user on app.user_identity (user_id);

create table app.user_session (
    id uuid primary key,
    user_id uuid not null references app.app_user (user_id),
    kind text not null constraint ck_user_session_kind check (kind in ('browser', 'refresh')),
    token_hash bytea not null,
    family_id uuid not null,
    replaced_by uuid,
    csrf_hash bytea,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    ip inet,
    user_agent text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    constraint uq_user_session_token_hash unique (token_hash)
);
create index ix_user_session_user on app.user_session (user_id, expires_at);
create index ix_user_session_family on app.user_session (family_id);

create table app.one_time_token (
    token_hash bytea primary key,
    purpose text not null constraint ck_one_time_token_purpose check (purpose in
        ('verify_email', 'reset', 'mfa', 'oauth_state', 'connect_state', 'setup', 'owner_transfer')),
    user_id uuid,
    client_id uuid,
    payload jsonb not null default '{}',
    expires_at timestamptz not null,
    used_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);

create table app.login_attempt (
    id uuid primary key,
    email_key_hash bytea not null,
    ip_net cidr,
    ok boolean not null,
    at timestamptz not null
);
create index ix_login_attempt_email on app.login_attempt (email_key_hash, at desc);
create index ix_login_attempt_ip on app.login_attempt (ip_net, at desc);
create index ix_login_attempt_at on app.login_attempt (at);

create table app.signing_key (
    kid text primary key,
    public_jwk jsonb not null,
    private_ciphertext bytea not null,
    activated_at timestamptz not null,
    retired_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);

create table app.membership (
    client_id uuid not null references app.client (client_id),
    user_id uuid not null references app.app_user (user_id),
    role text not null constraint ck_membership_role check (role in ('owner', 'admin', 'member', 'viewer')),
    accepted_at timestamptz not null,
    invited_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    deleted_at timestamptz,
    deleted_by uuid,
    primary key (client_id, user_id)
);
create index ix_membership_user on app.membership (user_id) where deleted_at is null;

create table app.invitation (
    id uuid not null,
    client_id uuid not null references app.client (client_id),
    email_key text not null,
    role text not null constraint ck_invitation_role check (role in ('owner', 'admin', 'member', 'viewer')),
    token_hash bytea not null,
    invited_by uuid,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint uq_invitation_token_hash unique (token_hash)
);
create unique index uq_invitation_open on app.invitation (client_id, email_key)
    where accepted_at is null and revoked_at is null;

create table app.api_key (
    client_id uuid not null,
    id uuid not null,
    name text not null,
    key_prefix text not null,
    key_hash bytea not null,
    is_test boolean not null default false,
    scopes text[] not null default '{}',
    role_cap text not null constraint ck_api_key_role_cap check (role_cap in ('viewer', 'member', 'admin')),
    allowed_cidrs cidr[] not null default '{}',
    last_used_at timestamptz,
    expires_at timestamptz,
    revoked_at timestamptz,
    created_by uuid not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    deleted_at timestamptz,
    deleted_by uuid,
    primary key (client_id, id),
    constraint uq_api_key_key_hash unique (client_id, key_hash)
);

create table app.client_setting (
    client_id uuid primary key references app.client (client_id),
    replenishment_mode text not null default 'smart' constraint ck_client_setting_replenishment_mode
        check (replenishment_mode in ('full', 'smart', 'manual')),
    auto_replenish boolean not null default true,
    cis_refinement_enabled boolean not null default true,
    min_pipeline_alert int not null default 100,
    reply_automation boolean not null default true,
    test_mode boolean not null default false,
    test_email text,
    test_phone text,
    test_linkedin_url text,
    seo_mode text not null default 'presence' constraint ck_client_setting_seo_mode
        check (seo_mode in ('presence', 'opportunity', 'off')),
    ai_disclosure boolean not null default true,
    open_tracking boolean not null default true,
    click_tracking boolean not null default false,
    mail_enabled boolean not null default false,
    mail_budget_aud numeric(12, 2),
    cis_settings jsonb not null default '{}',
    targeting_locked_fields text[] not null default '{}' constraint ck_client_setting_locked_fields
        check (targeting_locked_fields <@ array['titles', 'industries', 'company_sizes', 'locations', 'seniorities']),
    ai_daily_budget_aud numeric(12, 2),
    digest_frequency text not null default 'daily' constraint ck_client_setting_digest_frequency
        check (digest_frequency in ('daily', 'weekly', 'none')),
    digest_hour smallint not null default 7 constraint ck_client_setting_digest_hour check (digest_hour between 0 and 23),
    digest_weekday smallint not null default 1 constraint ck_client_setting_digest_weekday
        check (digest_weekday between 1 and 7),
    digest_timezone text not null default 'Australia/Sydney',
    digest_recipients text[] not null default '{}' constraint ck_client_setting_digest_recipients
        check (cardinality(digest_recipients) <= 20),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);

create table app.client_profile (
    client_id uuid primary key references app.client (client_id),
    description text,
    services text[] not null default '{}',
    years_in_business int,
    team_size int,
    value_proposition text,
    default_offer text,
    brand_name text,
    tagline text,
    brand_phone text,
    brand_address text,
    logo_url text,
    linkedin_url text,
    calendar_url text,
    abn text,
    primary_color text,
    signature_template text not null default 'default' constraint ck_client_profile_signature_template
        check (signature_template in ('default', 'minimal', 'professional')),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);

create table app.client_secret (
    client_id uuid not null,
    id uuid not null,
    purpose text not null,
    ciphertext bytea not null,
    key_id text not null,
    rotated_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id)
);

-- The client's own account at a vendor; its keys are one client_secret.
create table app.client_integration (
    client_id uuid not null,
    id uuid not null,
    vendor text not null,
    account_ref text not null,
    account_label text,
    settings jsonb not null default '{}',
    secret_id uuid not null,
    status text not null default 'connected' constraint ck_client_integration_status
        check (status in ('connected', 'needs_attention', 'error')),
    last_ok_at timestamptz,
    last_error text,
    last_error_at timestamptz,
    deleted_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    foreign key (client_id, secret_id) references app.client_secret (client_id, id)
);
create unique index uq_client_integration_vendor on app.client_integration (client_id, vendor) where deleted_at is null;

create table app.external_ref (
    provider text not null,
    kind text not null,
    external_id text not null,
    client_id uuid not null,
    local_id uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (provider, kind, external_id)
);
create index ix_external_ref_client on app.external_ref (client_id);

create table app.inbound_hook (
    hook_id text primary key,
    vendor text not null,
    client_id uuid,
    verification text not null,
    secret_ids uuid[] not null default '{}' constraint ck_inbound_hook_secret_ids check (cardinality(secret_ids) <= 2),
    active boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
create index ix_inbound_hook_client on app.inbound_hook (client_id, vendor);

-- Our names for what an adapter keeps at a vendor for a tenant: who a lead is there, which carrier object serves what.
create table app.vendor_contact (
    client_id uuid not null,
    vendor text not null,
    account_ref text not null,
    key text not null,
    external_id text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, vendor, account_ref, key)
);
create index ix_vendor_contact_external on app.vendor_contact (client_id, vendor, account_ref, external_id);

create table app.vendor_object (
    client_id uuid not null,
    id uuid not null,
    vendor text not null,
    account_ref text not null default '',
    kind text not null,
    name text not null,
    external_id text,
    state text not null,
    detail text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint uq_vendor_object_name unique (client_id, vendor, account_ref, kind, name)
);
create unique index uq_vendor_object_external on app.vendor_object (client_id, vendor, account_ref, kind, external_id)
    where external_id is not null;
