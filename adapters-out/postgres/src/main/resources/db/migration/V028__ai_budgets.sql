-- What calls of a language model may cost in a day, and what each has. Scoring TIER-4, content 3.10. The platform's own
-- budget stands under the nil client. There is no CHECK against the limit: a call that cost more than was reserved is
-- booked all the same.

create table app.ai_budget_day (
    client_id uuid not null,
    day date not null,
    limit_aud numeric(14, 6) not null,
    reserved_aud numeric(14, 6) not null default 0 constraint ck_ai_budget_day_reserved check (reserved_aud >= 0),
    spent_aud numeric(14, 6) not null default 0 constraint ck_ai_budget_day_spent check (spent_aud >= 0),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, day)
);

-- actual_aud is null while the call is on its way, and nothing where it was never made.
create table app.ai_reservation (
    client_id uuid not null,
    id uuid not null,
    task text not null constraint ck_ai_reservation_task check (task in
        ('icp_extraction', 'icp_research', 'enrichment', 'personalisation', 'email', 'sms', 'linkedin', 'voice_kb',
         'objection', 'reply_classification', 'reply_response', 'campaign_suggestion', 'who_analysis', 'what_analysis',
         'how_analysis', 'evolution', 'proof_extraction')),
    item text not null,
    client_day date not null,
    platform_day date not null,
    estimate_aud numeric(14, 6) not null,
    actual_aud numeric(14, 6),
    reserved_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id)
);
create unique index uq_ai_reservation_id on app.ai_reservation (id);
create index ix_ai_reservation_item on app.ai_reservation (client_id, task, item);
create index ix_ai_reservation_open on app.ai_reservation (reserved_at) where actual_aud is null;
