-- What people answered, and what a person has to do about it. Data model 5.7. task.meeting_id follows with meeting.

create table app.reply (
    client_id uuid not null,
    id uuid not null,
    thread_id uuid not null,
    lead_id uuid not null,
    message_id uuid not null,
    message_at timestamptz not null,
    channel text not null constraint ck_reply_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    provider text not null,
    provider_message_id text not null,
    received_at timestamptz not null,
    intent text constraint ck_reply_intent check (intent in
        ('meeting_request', 'interested', 'question', 'not_interested', 'unsubscribe', 'out_of_office', 'auto_reply', 'referral',
         'wrong_person', 'angry_or_complaint')),
    intent_confidence numeric(4, 3),
    sentiment text constraint ck_reply_sentiment check (sentiment in ('positive', 'neutral', 'negative', 'mixed')),
    sentiment_score numeric(4, 3) constraint ck_reply_sentiment_score check (sentiment_score between -1 and 1),
    objection text constraint ck_reply_objection check (objection in
        ('timing', 'budget', 'authority', 'need', 'competitor', 'trust', 'other')),
    question text,
    topics text[] not null default '{}',
    extracted jsonb,
    classified_at timestamptz,
    flags text[] not null default '{}',
    classifier text,
    corrected_intent text constraint ck_reply_corrected_intent check (corrected_intent in
        ('meeting_request', 'interested', 'question', 'not_interested', 'unsubscribe', 'out_of_office', 'auto_reply', 'referral',
         'wrong_person', 'angry_or_complaint')),
    handling text not null default 'pending' constraint ck_reply_handling
        check (handling in ('pending', 'auto_answered', 'needs_human', 'no_answer')),
    handled_at timestamptz,
    handled_by uuid,
    response_method text constraint ck_reply_response_method check (response_method in ('template', 'smart_prompt', 'agent')),
    response_cost_aud numeric(12, 6) not null default 0,
    sequence_action text constraint ck_reply_sequence_action check (sequence_action in ('continue', 'pause', 'pause_until', 'stop')),
    resume_at timestamptz,
    meeting_id uuid,
    referral_lead_id uuid,
    review_required boolean not null default false,
    reviewed_by uuid,
    reviewed_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    constraint uq_reply_provider_message unique (client_id, provider, provider_message_id),
    foreign key (client_id, thread_id) references app.conversation_thread (client_id, id),
    foreign key (client_id, lead_id) references app.lead (client_id, id)
);
create index ix_reply_received on app.reply (client_id, received_at desc);
create index ix_reply_open on app.reply (client_id, handling, received_at) where handled_at is null;
create index ix_reply_lead on app.reply (client_id, lead_id);

create table app.task (
    client_id uuid not null,
    id uuid not null,
    kind text not null,
    lead_id uuid,
    reply_id uuid,
    job_id uuid,
    meeting_id uuid,
    deal_id uuid,
    title text not null,
    due_at timestamptz,
    assignee uuid,
    status text not null default 'open' constraint ck_task_status check (status in ('open', 'done', 'dropped')),
    dedupe_key text not null,
    done_by uuid,
    done_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id),
    foreign key (client_id, lead_id) references app.lead (client_id, id),
    foreign key (client_id, reply_id) references app.reply (client_id, id)
);
create unique index uq_task_open on app.task (client_id, dedupe_key) where status = 'open';
create index ix_task_status on app.task (client_id, status, due_at);
