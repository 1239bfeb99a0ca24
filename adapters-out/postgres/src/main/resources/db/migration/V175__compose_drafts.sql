-- What people began to write to leads; a person's own, removed after sending, when discarded, or after 30 days. Data model 5.6.

create table app.compose_draft (
    client_id uuid not null,
    lead_id uuid not null,
    user_id uuid not null,
    channel text not null constraint ck_compose_draft_channel check (channel in ('email', 'sms', 'linkedin', 'voice', 'mail')),
    persona_id uuid,
    subject text,
    body text not null constraint ck_compose_draft_body_length check (length(body) <= 50000),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, lead_id, user_id, channel),
    foreign key (client_id, lead_id) references app.lead (client_id, id)
);
create index ix_compose_draft_writing on app.compose_draft (client_id, lead_id, updated_at);
create index ix_compose_draft_old on app.compose_draft (updated_at);
