-- Calls that ended, and their recordings. Data model 5.7, outreach 10.6 to 10.9.

create table app.voice_call (
    client_id uuid not null,
    id uuid not null,
    lead_id uuid not null,
    campaign_id uuid not null,
    enrolment_id uuid not null,
    touch_id uuid not null,
    step_no smallint not null,
    provider text not null,
    provider_call_id text not null,
    from_number text,
    to_number text not null,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    duration_s int not null constraint ck_voice_call_duration_s check (duration_s >= 0),
    outcome text not null constraint ck_voice_call_outcome check (outcome in
        ('busy', 'no_answer', 'voicemail_left', 'voicemail_detected', 'transferred', 'failed_technical', 'cancelled',
         'no_report', 'meeting_booked', 'meeting_requested', 'callback_requested', 'interested', 'not_interested',
         'do_not_call', 'wrong_number', 'recording_declined', 'no_outcome')),
    summary text,
    transcript text,
    cost_usd numeric(12, 6) not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint uq_voice_call_provider unique (client_id, provider, provider_call_id),
    foreign key (client_id, lead_id) references app.lead (client_id, id)
);
create index ix_voice_call_touch on app.voice_call (client_id, touch_id);
create index ix_voice_call_step on app.voice_call (client_id, enrolment_id, step_no, ended_at);
create index ix_voice_call_lead on app.voice_call (client_id, lead_id, ended_at desc);
create index ix_outreach_job_calls on app.outreach_job (client_id, status)
    where touch_kind = 'voice' and status in ('queued', 'dispatching', 'unknown', 'sent');

create table app.voice_recording (
    client_id uuid not null,
    call_id uuid not null,
    recorded_at timestamptz not null,
    delete_after timestamptz not null,
    hold_reason text,
    hold_by uuid,
    hold_at timestamptz,
    delete_requested_at timestamptz,
    delete_attempts int not null default 0,
    deleted_at timestamptz,
    delete_reason text,
    last_error text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, call_id),
    foreign key (client_id, call_id) references app.voice_call (client_id, id),
    constraint ck_voice_recording_hold check ((hold_reason is null) = (hold_at is null))
);
create index ix_voice_recording_due on app.voice_recording (client_id, delete_after)
    where deleted_at is null and hold_reason is null;

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('recording_cleanup', true, '0 0 3 * * *', 72000, 1, 1, 100, 21600, 3, '{60,600}', 40)
on conflict (flow) do nothing;
