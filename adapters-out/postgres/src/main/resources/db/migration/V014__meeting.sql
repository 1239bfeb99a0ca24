-- Booked meetings. Data model 5.9.

create table app.meeting (
    client_id uuid not null,
    id uuid not null,
    lead_id uuid,
    campaign_id uuid,
    booked_at timestamptz not null,
    booked_by text not null constraint ck_meeting_booked_by check (booked_by in ('ai', 'human', 'lead', 'external')),
    method text not null constraint ck_meeting_method check (method in ('calendly', 'cal_com', 'direct', 'phone', 'crm')),
    scheduled_at timestamptz,
    provider_changed_at timestamptz,
    previous_meeting_id uuid,
    duration_min int not null default 30,
    type text not null default 'discovery' constraint ck_meeting_type
        check (type in ('discovery', 'demo', 'follow_up', 'close', 'onboarding', 'other')),
    link text,
    calendar_event_id text,
    confirmed_at timestamptz,
    reminder_sent_at timestamptz,
    showed_up boolean,
    show_source text,
    outcome text constraint ck_meeting_outcome check (outcome in ('pending', 'good', 'bad', 'no_show', 'cancelled')),
    outcome_at timestamptz,
    no_show_reason text,
    notes text,
    next_steps text,
    follow_up_of uuid,
    converting_touch_id uuid,
    converting_touch_sent_at timestamptz,
    converting_channel text constraint ck_meeting_converting_channel
        check (converting_channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    touches_before int,
    days_to_booking int,
    rescheduled int not null default 0,
    original_at timestamptz,
    is_blind boolean not null default false,
    external_crm text,
    external_deal_id text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint ck_meeting_scheduled check (is_blind or scheduled_at is not null),
    constraint ck_meeting_showed_up check (
        (outcome not in ('good', 'bad') or showed_up is true) and (outcome <> 'no_show' or showed_up is false)),
    foreign key (client_id, lead_id) references app.lead (client_id, id),
    foreign key (client_id, campaign_id) references app.campaign (client_id, id),
    foreign key (client_id, previous_meeting_id) references app.meeting (client_id, id),
    foreign key (client_id, follow_up_of) references app.meeting (client_id, id)
);
create unique index uq_meeting_calendar_event on app.meeting (client_id, calendar_event_id) where calendar_event_id is not null;
create unique index uq_meeting_blind_deal on app.meeting (client_id, external_crm, external_deal_id) where is_blind;
create index ix_meeting_scheduled on app.meeting (client_id, scheduled_at);
create index ix_meeting_booked on app.meeting (client_id, booked_at);
create index ix_meeting_lead on app.meeting (client_id, lead_id);

alter table app.task add foreign key (client_id, meeting_id) references app.meeting (client_id, id);
