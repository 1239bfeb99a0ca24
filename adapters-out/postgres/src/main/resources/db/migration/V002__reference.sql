-- Reference data that every tenant reads and only the platform writes. Data model 5.2, 5.13.

create table app.plan (
    code text primary key constraint ck_plan_code check (code in ('ignition', 'velocity', 'dominance')),
    price_aud numeric(12, 2) not null,
    founding_price_aud numeric(12, 2) not null,
    leads_per_month int not null,
    max_campaigns int not null,
    ai_campaign_slots int not null,
    custom_campaign_slots int not null,
    linkedin_seats int not null,
    email_domains int not null,
    mailboxes_per_domain int not null,
    phone_numbers int not null,
    personas int not null,
    new_leads_per_day int not null,
    meeting_target_low int,
    meeting_target_high int,
    ai_daily_budget_aud numeric(12, 2) not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);

create table app.platform_setting (
    key text primary key,
    value jsonb not null,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);

-- region: '*' for the whole country, else the state or territory. A holiday of every state is one national row.
create table app.public_holiday (
    country char(2) not null,
    region text not null,
    day date not null,
    name text not null,
    "national" boolean not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (country, region, day),
    constraint ck_public_holiday_national check ("national" = (region = '*'))
);
create index ix_public_holiday_day on app.public_holiday (day);

create table app.emergency_stop (
    id uuid primary key,
    scope text not null constraint ck_emergency_stop_scope check (scope in ('platform', 'channel', 'vendor')),
    value text,
    reason text not null,
    set_by uuid not null,
    set_at timestamptz not null,
    release_requested_by uuid,
    release_requested_at timestamptz,
    released_by uuid,
    released_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    constraint ck_emergency_stop_value check ((scope = 'platform') = (value is null)),
    constraint ck_emergency_stop_released_by check (released_by <> release_requested_by)
);
create unique index uq_emergency_stop_live on app.emergency_stop (scope, value) nulls not distinct
    where released_at is null;
