-- LinkedIn accounts that clients have linked, and the leads that they know. Data model 5.8, outreach 11.

create table app.linkedin_seat (
    client_id uuid not null,
    id uuid not null,
    persona_id uuid,
    provider_account_id text,
    account_name text,
    profile_key text,
    timezone text not null,
    status text not null constraint ck_linkedin_seat_status check (status in
        ('pending', 'awaiting_2fa', 'warmup', 'active', 'credentials_required', 'restricted', 'disconnected')),
    activated_at timestamptz,
    warmup_completed_at timestamptz,
    down_since timestamptz,
    link_expires_at timestamptz,
    health_limit int not null default 20 constraint ck_linkedin_seat_health_limit check (health_limit between 0 and 20),
    accept_rate_7d numeric(6, 5),
    accept_rate_30d numeric(6, 5),
    pending_count int not null default 0 constraint ck_linkedin_seat_pending check (pending_count >= 0),
    checked_at timestamptz,
    last_error text,
    removal_due boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    deleted_at timestamptz,
    deleted_by uuid,
    primary key (client_id, id),
    foreign key (client_id, persona_id) references app.client_persona (client_id, id)
);
create unique index uq_linkedin_seat_account on app.linkedin_seat (client_id, provider_account_id)
    where provider_account_id is not null and deleted_at is null;
create index ix_linkedin_seat_id on app.linkedin_seat (id) where deleted_at is null;

create table app.linkedin_connection (
    client_id uuid not null,
    id uuid not null,
    lead_id uuid not null,
    seat_id uuid not null,
    campaign_id uuid,
    provider_request_id text,
    status text not null constraint ck_linkedin_connection_status check (status in
        ('viewed', 'pending', 'accepted', 'connected', 'declined', 'withdrawn')),
    viewed_at timestamptz,
    requested_at timestamptz,
    responded_at timestamptz,
    ignored_at timestamptz,
    withdrawn_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint uq_linkedin_connection_lead unique (client_id, lead_id),
    foreign key (client_id, lead_id) references app.lead (client_id, id),
    foreign key (client_id, seat_id) references app.linkedin_seat (client_id, id),
    foreign key (client_id, campaign_id) references app.campaign (client_id, id)
);
create index ix_linkedin_connection_seat on app.linkedin_connection (client_id, seat_id, requested_at);
create index ix_linkedin_connection_list on app.linkedin_connection (client_id, requested_at desc nulls last, id desc);
create index ix_linkedin_connection_pending on app.linkedin_connection (client_id, requested_at) where status = 'pending';

-- A seat acts at most eight times in a clock hour, profile views included (scoring TIME-5).
alter table app.quota_counter drop constraint ck_quota_counter_metric;
alter table app.quota_counter add constraint ck_quota_counter_metric check (metric in
    ('email_total', 'email_outbound', 'mailbox_total', 'sms', 'voice', 'li_invite', 'li_message', 'li_view', 'mail', 'lead_starts',
     'client_sms', 'campaign_touches', 'actions_hour'));
alter table app.quota_reservation drop constraint ck_quota_reservation_metric;
alter table app.quota_reservation add constraint ck_quota_reservation_metric check (metric in
    ('email_total', 'email_outbound', 'mailbox_total', 'sms', 'voice', 'li_invite', 'li_message', 'li_view', 'mail', 'lead_starts',
     'client_sms', 'campaign_touches', 'actions_hour'));

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('linkedin_health', true, '0 0 6 * * *', 43200, 1, 4, 100, 7200, 3, '{60,300,900}', 40)
on conflict (flow) do nothing;
