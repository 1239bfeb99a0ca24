-- What models wrote about a lead, one of a kind; what failed is noted so that it is not asked for again at once. Data model 5.6,
-- content 3.13.

create table app.lead_research (
    client_id uuid not null,
    lead_id uuid not null,
    kind text not null constraint ck_lead_research_kind check (kind in ('deep', 'web', 'email_draft', 'voice_kb')),
    status text not null constraint ck_lead_research_status check (status in ('done', 'failed')),
    doc jsonb not null default '{}',
    failure text,
    model text not null,
    prompt_version text not null,
    cost_aud numeric(14, 6) not null constraint ck_lead_research_cost check (cost_aud >= 0),
    tokens bigint not null constraint ck_lead_research_tokens check (tokens >= 0),
    attempts int not null constraint ck_lead_research_attempts check (attempts >= 0),
    produced_at timestamptz not null,
    expires_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, lead_id, kind),
    foreign key (client_id, lead_id) references app.lead (client_id, id)
);
create index ix_outreach_job_calls_ahead on app.outreach_job (client_id, scheduled_at)
    where channel = 'voice' and status in ('planned', 'awaiting_approval', 'ready');
