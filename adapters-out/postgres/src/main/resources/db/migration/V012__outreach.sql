-- The send queue and ledger, what was sent, and what became of it. Data model 5.7. Templates are named by text: those
-- that ship with the product have no row. A planned job has no recipient and no expiry yet.

create table app.content_snapshot (
    client_id uuid not null,
    id uuid not null,
    touch_id uuid not null,
    channel text not null constraint ck_content_snapshot_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    composer text not null constraint ck_content_snapshot_composer check (composer in ('model', 'template')),
    ai_model text,
    prompt_version text,
    template_id text,
    template_version int,
    experiment_id uuid,
    variant_id uuid,
    subject text,
    body_sha256 bytea not null,
    features jsonb not null,
    facts_used text[] not null default '{}',
    created_at timestamptz not null default now(),
    primary key (client_id, id)
);
create index ix_content_snapshot_touch on app.content_snapshot (client_id, touch_id);

create table app.outreach_job (
    client_id uuid not null,
    id uuid not null,
    enrolment_id uuid,
    lead_id uuid not null,
    campaign_id uuid not null,
    origin text not null constraint ck_outreach_job_origin check (origin in ('sequence', 'retry', 'follow_up', 'reply', 'manual')),
    reply_id uuid,
    command_id uuid,
    channel text not null constraint ck_outreach_job_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    touch_kind text not null constraint ck_outreach_job_touch_kind check (touch_kind in
        ('email', 'sms', 'voice', 'li_view', 'li_invite', 'li_message', 'letter', 'postcard')),
    step_no smallint not null,
    attempt_no smallint not null default 1,
    status text not null constraint ck_outreach_job_status check (status in
        ('planned', 'awaiting_approval', 'ready', 'queued', 'dispatching', 'unknown', 'sent', 'skipped', 'cancelled', 'failed',
         'expired', 'abandoned')),
    scheduled_at timestamptz not null,
    expires_at timestamptz,
    resource_id uuid,
    seat_id uuid,
    persona_id uuid,
    recipient text,
    als_snapshot_id uuid,
    lead_tier text constraint ck_outreach_job_lead_tier check (lead_tier in ('hot', 'warm', 'cool', 'cold', 'dead')),
    weights_version int,
    plan_key text,
    content_snapshot_id uuid,
    content_template_id text,
    variant_id uuid,
    explore boolean not null default false,
    subject text,
    body text,
    content_sha256 bytea,
    content_meta jsonb,
    qa_result text,
    idem_key text not null,
    lease_token uuid,
    lease_until timestamptz,
    dispatched_at timestamptz,
    dispatch_count int not null default 0,
    requeue_count int not null default 0,
    fulfils_step_no smallint,
    reconcile_at timestamptz,
    vendor text,
    vendor_ref text,
    vendor_slot text,
    reject_code text,
    last_error text,
    sent_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint uq_outreach_job_idem_key unique (client_id, idem_key),
    foreign key (client_id, enrolment_id) references app.enrolment (client_id, id),
    foreign key (client_id, lead_id) references app.lead (client_id, id),
    foreign key (client_id, campaign_id) references app.campaign (client_id, id),
    foreign key (client_id, als_snapshot_id) references app.lead_score (client_id, id),
    foreign key (client_id, content_snapshot_id) references app.content_snapshot (client_id, id)
);
create unique index uq_outreach_job_step on app.outreach_job (client_id, enrolment_id, step_no, touch_kind, attempt_no)
    where step_no >= 1;
create unique index uq_outreach_job_reply on app.outreach_job (client_id, reply_id, attempt_no) where origin = 'reply';
create unique index uq_outreach_job_command on app.outreach_job (client_id, command_id, attempt_no) where origin = 'manual';
create unique index uq_outreach_job_vendor_ref on app.outreach_job (client_id, vendor, vendor_ref) where vendor_ref is not null;
create index ix_outreach_job_due on app.outreach_job (client_id, scheduled_at) where status in ('ready', 'queued');
create index ix_outreach_job_lease on app.outreach_job (client_id, lease_until) where status = 'dispatching';
create index ix_outreach_job_reconcile on app.outreach_job (client_id, reconcile_at) where status = 'unknown';
create index ix_outreach_job_live on app.outreach_job (client_id, enrolment_id)
    where status in ('planned', 'awaiting_approval', 'ready', 'queued', 'dispatching', 'unknown');
create index ix_outreach_job_lead on app.outreach_job (client_id, lead_id);
create index ix_outreach_job_planned on app.outreach_job (client_id, scheduled_at) where status = 'planned';
create index ix_outreach_job_begun on app.outreach_job (client_id, recipient, resource_id) where dispatch_count > 0;

create table app.quota_reservation (
    client_id uuid not null,
    job_id uuid not null,
    target_id uuid not null,
    metric text not null constraint ck_quota_reservation_metric check (metric in
        ('email_total', 'email_outbound', 'mailbox_total', 'sms', 'voice', 'li_invite', 'li_message', 'li_view', 'mail', 'lead_starts',
         'client_sms', 'campaign_touches')),
    period_start timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, job_id, target_id, metric, period_start)
);

create table app.gate_check (
    client_id uuid not null,
    id uuid not null,
    job_id uuid not null,
    gate text not null constraint ck_gate_check_gate check (gate in ('A', 'B', 'C')),
    code text,
    class text constraint ck_gate_check_class check (class in ('pass', 'stop', 'skip', 'hold', 'defer', 'fail')),
    next_at timestamptz,
    inputs_hash text not null,
    created_at timestamptz not null default now(),
    primary key (client_id, created_at, id)
) partition by range (created_at);
create index ix_gate_check_job on app.gate_check (client_id, job_id, created_at desc);

create table app.vendor_call (
    client_id uuid not null,
    id uuid not null,
    job_id uuid,
    lease_token uuid,
    vendor text not null,
    operation text not null,
    request_hash text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    http_status int,
    outcome text constraint ck_vendor_call_outcome check (outcome in ('accepted', 'rejected', 'not_accepted', 'ambiguous')),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, created_at, id)
) partition by range (created_at);
create index ix_vendor_call_job on app.vendor_call (client_id, job_id, created_at desc);

create table app.approval_item (
    client_id uuid not null,
    id uuid not null,
    job_id uuid not null,
    lead_id uuid not null,
    campaign_id uuid not null,
    ai_reason text,
    ai_confidence numeric(4, 3),
    als_score smallint,
    status text not null default 'pending' constraint ck_approval_item_status
        check (status in ('pending', 'approved', 'rejected', 'expired', 'superseded')),
    offer_no smallint not null default 1 constraint ck_approval_item_offer_no check (offer_no between 1 and 2),
    expires_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    rejection_reason text,
    rejection_action text constraint ck_approval_item_rejection_action
        check (rejection_action in ('skip_step', 'regenerate', 'stop_lead')),
    edited boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint uq_approval_item_offer unique (client_id, job_id, offer_no),
    foreign key (client_id, lead_id) references app.lead (client_id, id),
    foreign key (client_id, campaign_id) references app.campaign (client_id, id)
);
create index ix_approval_item_pending on app.approval_item (client_id, expires_at) where status = 'pending';

create table app.touch (
    client_id uuid not null,
    id uuid not null,
    sent_at timestamptz not null,
    lead_id uuid not null,
    campaign_id uuid not null,
    sequence_version int,
    enrolment_id uuid,
    origin text not null constraint ck_touch_origin check (origin in ('sequence', 'retry', 'follow_up', 'reply', 'manual')),
    step_no smallint not null,
    attempt_no smallint not null,
    channel text not null constraint ck_touch_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    kind text not null constraint ck_touch_kind check (kind in
        ('email', 'sms', 'voice', 'li_view', 'li_invite', 'li_message', 'letter', 'postcard')),
    is_test boolean not null default false,
    touch_no int not null,
    gap_days int,
    resource_id uuid,
    seat_id uuid,
    sender_domain text,
    persona_id uuid,
    message_id uuid,
    thread_id uuid,
    provider text not null,
    provider_message_id text,
    als_snapshot_id uuid,
    lead_tier text constraint ck_touch_lead_tier check (lead_tier in ('hot', 'warm', 'cool', 'cold', 'dead')),
    lead_score smallint,
    weights_version int,
    plan_key text,
    content_snapshot_id uuid,
    delivery_status text not null default 'accepted' constraint ck_touch_delivery_status
        check (delivery_status in ('accepted', 'delivered', 'bounced', 'undelivered', 'failed_late')),
    delivered_implied boolean not null default false,
    local_hour smallint constraint ck_touch_local_hour check (local_hour between 0 and 23),
    local_dow smallint constraint ck_touch_local_dow check (local_dow between 1 and 7),
    lead_tz text,
    subject_patterns text[] not null default '{}',
    angles text[] not null default '{}',
    cta text,
    cta_type text,
    pain_points text[] not null default '{}',
    personalisation text[] not null default '{}',
    personalisation_available text[] not null default '{}',
    subject_words int,
    word_count int,
    char_count int,
    segments int,
    message_type text,
    has_question boolean,
    link_count int,
    content_template_id text,
    variant_id uuid,
    ai_model text,
    prompt_version text,
    explore boolean not null default false,
    outcome_certain boolean not null default true,
    delivered_at timestamptz,
    bounced_at timestamptz,
    complained_at timestamptz,
    opened_at timestamptz,
    open_count int not null default 0,
    clicked_at timestamptz,
    click_count int not null default 0,
    replied_at timestamptz,
    reply_intent text constraint ck_touch_reply_intent check (reply_intent in
        ('meeting_request', 'interested', 'question', 'not_interested', 'unsubscribe', 'out_of_office', 'auto_reply', 'referral',
         'wrong_person', 'angry_or_complaint')),
    led_to_booking boolean not null default false,
    cost_aud numeric(12, 6),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, sent_at, id)
) partition by range (sent_at);
create index ix_touch_lead on app.touch (client_id, lead_id, sent_at);
create index ix_touch_campaign on app.touch (client_id, campaign_id, channel, sent_at);
create index ix_touch_cis on app.touch (client_id, sent_at)
    include (channel, lead_tier, local_hour, local_dow, touch_no, led_to_booking, lead_id);
create index ix_touch_domain_health on app.touch (sender_domain, sent_at) where channel = 'email';
create index ix_touch_booking on app.touch (client_id, sent_at) where led_to_booking;

create table app.activity (
    client_id uuid not null,
    id uuid not null,
    occurred_at timestamptz not null,
    lead_id uuid not null,
    campaign_id uuid,
    channel text constraint ck_activity_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    action text not null constraint ck_activity_action check (action in
        ('sent', 'delivered', 'opened', 'clicked', 'replied', 'bounced', 'complained', 'unsubscribed', 'failed', 'completed',
         'voicemail_left', 'returned', 'profile_viewed', 'connection_accepted', 'connection_declined', 'connection_withdrawn',
         'rejected_dncr', 'blocked', 'skipped', 'meeting_booked', 'converted', 'enriched', 'scored', 'researched', 'note',
         'status_changed')),
    touch_id uuid,
    touch_sent_at timestamptz,
    touch_kind text constraint ck_activity_touch_kind check (touch_kind in
        ('email', 'sms', 'voice', 'li_view', 'li_invite', 'li_message', 'letter', 'postcard')),
    step_no smallint,
    provider text,
    dedupe_key text,
    detail text,
    url text,
    device text,
    mail_client text,
    os text,
    geo_country text,
    geo_city text,
    actor text not null constraint ck_activity_actor check (actor in ('system', 'user', 'lead', 'vendor')),
    actor_id uuid,
    recorded_at timestamptz not null,
    created_at timestamptz not null default now(),
    primary key (client_id, occurred_at, id)
) partition by range (occurred_at);
create unique index uq_activity_dedupe on app.activity (client_id, dedupe_key, occurred_at) where dedupe_key is not null;
create index ix_activity_occurred on app.activity (client_id, occurred_at desc, action);
create index ix_activity_lead on app.activity (client_id, lead_id, occurred_at desc);
create index ix_activity_campaign on app.activity (client_id, campaign_id, occurred_at desc);

create table app.message_ref (
    provider text not null,
    external_id text not null,
    client_id uuid not null,
    lead_id uuid not null,
    touch_id uuid,
    touch_sent_at timestamptz,
    thread_id uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (provider, external_id)
) partition by hash (external_id);
create index ix_message_ref_created on app.message_ref (created_at);

create table app.campaign_day (
    client_id uuid not null,
    campaign_id uuid not null,
    day date not null,
    channel text not null constraint ck_campaign_day_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    sent int not null default 0,
    delivered int not null default 0,
    opened int not null default 0,
    clicked int not null default 0,
    replied int not null default 0,
    bounced int not null default 0,
    complained int not null default 0,
    unsubscribed int not null default 0,
    accepted int not null default 0,
    answered int not null default 0,
    voicemail int not null default 0,
    meetings int not null default 0,
    converted int not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, campaign_id, day, channel)
);
