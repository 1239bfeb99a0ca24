-- Deals with their history and the credit of the touches before them; customers. Data model 5.9, 5.11. The links to a CRM
-- follow with the CRM.

create table app.deal (
    client_id uuid not null,
    id uuid not null,
    lead_id uuid,
    campaign_id uuid,
    match_status text not null generated always as (case when lead_id is null then 'unmatched' else 'matched' end) stored
        constraint ck_deal_match_status check (match_status in ('matched', 'unmatched')),
    meeting_id uuid,
    name text not null,
    value numeric(12, 2) constraint ck_deal_value check (value >= 0),
    currency text not null default 'AUD',
    probability int not null constraint ck_deal_probability check (probability between 0 and 100),
    stage text not null default 'qualification' constraint ck_deal_stage check (stage in
        ('qualification', 'proposal', 'negotiation', 'verbal_commit', 'contract_sent', 'closed_won', 'closed_lost')),
    stage_since timestamptz not null,
    expected_close date,
    closed_at timestamptz,
    won boolean generated always as (case stage when 'closed_won' then true when 'closed_lost' then false end) stored,
    lost_reason text constraint ck_deal_lost_reason check (lost_reason in
        ('price_too_high', 'chose_competitor', 'no_budget', 'timing_not_right', 'no_decision', 'champion_left',
         'project_cancelled', 'went_silent', 'bad_fit', 'other')),
    lost_note text,
    first_touch_channel text constraint ck_deal_first_touch_channel
        check (first_touch_channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    converting_channel text constraint ck_deal_converting_channel
        check (converting_channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    converting_touch_id uuid,
    touches_before int not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint ck_deal_closed check ((stage in ('closed_won', 'closed_lost')) = (closed_at is not null)),
    constraint ck_deal_lost check ((stage = 'closed_lost') = (lost_reason is not null)),
    foreign key (client_id, lead_id) references app.lead (client_id, id),
    foreign key (client_id, campaign_id) references app.campaign (client_id, id),
    foreign key (client_id, meeting_id) references app.meeting (client_id, id)
);
create index ix_deal_stage on app.deal (client_id, stage, stage_since);
create index ix_deal_closed on app.deal (client_id, closed_at);
create index ix_deal_created on app.deal (client_id, created_at, id);
create index ix_deal_lead on app.deal (client_id, lead_id);
create index ix_deal_meeting on app.deal (client_id, meeting_id) where meeting_id is not null;

alter table app.task add foreign key (client_id, deal_id) references app.deal (client_id, id);

create table app.deal_stage_event (
    client_id uuid not null,
    id uuid not null,
    deal_id uuid not null,
    from_stage text constraint ck_deal_stage_event_from_stage check (from_stage in
        ('qualification', 'proposal', 'negotiation', 'verbal_commit', 'contract_sent', 'closed_won', 'closed_lost')),
    to_stage text not null constraint ck_deal_stage_event_to_stage check (to_stage in
        ('qualification', 'proposal', 'negotiation', 'verbal_commit', 'contract_sent', 'closed_won', 'closed_lost')),
    changed_by uuid,
    days_in_previous int not null,
    note text,
    created_at timestamptz not null,
    primary key (client_id, id),
    foreign key (client_id, deal_id) references app.deal (client_id, id)
);
create index ix_deal_stage_event_deal on app.deal_stage_event (client_id, deal_id, created_at);

create table app.attribution (
    client_id uuid not null,
    deal_id uuid not null,
    model text not null constraint ck_attribution_model
        check (model in ('first_touch', 'last_touch', 'linear', 'time_decay', 'position_based')),
    touch_id uuid not null,
    touch_sent_at timestamptz not null,
    channel text not null constraint ck_attribution_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    share numeric(7, 6) not null,
    value numeric(12, 2) not null,
    position int not null,
    total int not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, deal_id, model, touch_id),
    foreign key (client_id, deal_id) references app.deal (client_id, id)
);

create table app.client_customer (
    client_id uuid not null,
    id uuid not null,
    company_name text not null,
    domain_key text,
    known_by text not null,
    industry text,
    employee_range text,
    contact_email text,
    contact_name text,
    contact_title text,
    status text not null constraint ck_client_customer_status check (status in ('active', 'churned', 'prospect')),
    customer_since date,
    churned_at timestamptz,
    deal_value numeric(12, 2) constraint ck_client_customer_deal_value check (deal_value >= 0),
    service_types text[] not null default '{}',
    can_reference boolean not null default false,
    case_study_url text,
    testimonial text,
    logo_approved boolean not null default false,
    source text not null constraint ck_client_customer_source
        check (source in ('hubspot', 'pipedrive', 'close', 'csv', 'manual')),
    import_id uuid,
    suppression_id uuid,
    suppression_made boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    deleted_at timestamptz,
    primary key (client_id, id),
    foreign key (client_id, suppression_id) references app.suppression (client_id, id)
);
-- The domain, else the key of the address.
create unique index uq_client_customer_known_by on app.client_customer (client_id, known_by) where deleted_at is null;
create index ix_client_customer_suppression on app.client_customer (client_id, suppression_id);
create index ix_client_customer_created on app.client_customer (client_id, created_at, id) where deleted_at is null;

alter table app.suppression add foreign key (client_id, customer_id) references app.client_customer (client_id, id);
