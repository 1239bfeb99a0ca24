-- Threads, and the only place message text is stored. Data model 5.7.

create table app.conversation_thread (
    client_id uuid not null,
    id uuid not null,
    lead_id uuid not null,
    campaign_id uuid,
    channel text not null constraint ck_conversation_thread_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    status text not null default 'active' constraint ck_conversation_thread_status
        check (status in ('active', 'stale', 'resolved', 'converted', 'dead')),
    outcome text constraint ck_conversation_thread_outcome check (outcome in
        ('ongoing', 'converted', 'meeting_booked', 'rejected', 'no_response', 'referral', 'future_interest')),
    external_thread_id text,
    messages int not null default 0,
    ours int not null default 0,
    theirs int not null default 0,
    started_at timestamptz not null,
    last_at timestamptz,
    last_ours_at timestamptz,
    last_theirs_at timestamptz,
    avg_our_minutes int,
    avg_their_minutes int,
    escalated_at timestamptz,
    escalation_reason text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    foreign key (client_id, lead_id) references app.lead (client_id, id),
    foreign key (client_id, campaign_id) references app.campaign (client_id, id)
);
create unique index uq_conversation_thread_external on app.conversation_thread (client_id, channel, external_thread_id)
    where external_thread_id is not null;
create unique index uq_conversation_thread_live on app.conversation_thread (client_id, lead_id, channel)
    where status in ('active', 'stale');
create index ix_conversation_thread_status on app.conversation_thread (client_id, status, last_at);

create table app.message (
    client_id uuid not null,
    id uuid not null,
    at timestamptz not null,
    thread_id uuid not null,
    lead_id uuid not null,
    direction text not null constraint ck_message_direction check (direction in ('out', 'in')),
    channel text not null constraint ck_message_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    subject text,
    body text not null,
    body_format text not null default 'text' constraint ck_message_body_format check (body_format in ('text', 'html')),
    position int not null,
    headers jsonb,
    redacted_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, at, id),
    foreign key (client_id, thread_id) references app.conversation_thread (client_id, id)
) partition by range (at);
create index ix_message_thread on app.message (client_id, thread_id, position);
