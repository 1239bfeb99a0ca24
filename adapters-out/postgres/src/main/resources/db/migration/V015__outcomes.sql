-- The append-only log of outcomes that CIS reads. Data model 5.10.

create table app.outcome_event (
    client_id uuid not null,
    id uuid not null,
    lead_id uuid not null,
    kind text not null constraint ck_outcome_event_kind check (kind in
        ('delivered', 'opened', 'clicked', 'replied', 'positive_reply', 'meeting_booked', 'meeting_held', 'meeting_no_show',
         'deal_created', 'deal_won', 'deal_lost', 'bounced', 'unsubscribed', 'complained', 'rejected')),
    occurred_at timestamptz not null,
    source text not null,
    source_ref text not null,
    touch_id uuid,
    touch_sent_at timestamptz,
    value numeric(12, 2),
    implied boolean not null default false,
    reason text,
    created_at timestamptz not null default now(),
    primary key (client_id, id),
    constraint uq_outcome_event_source unique (client_id, kind, source, source_ref),
    foreign key (client_id, lead_id) references app.lead (client_id, id)
);
create index ix_outcome_event_lead on app.outcome_event (client_id, lead_id, occurred_at);
create index ix_outcome_event_kind on app.outcome_event (client_id, kind, occurred_at);
