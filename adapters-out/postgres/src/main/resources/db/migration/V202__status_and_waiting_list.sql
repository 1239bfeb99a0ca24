-- What everybody is told of the platform's state, and who waits to be let in. API 9.1, 9.17; data model 5.1, 5.13.

create table app.status_incident (
    id uuid primary key,
    component text not null,
    state text not null constraint ck_status_incident_state check (state in ('operational', 'degraded', 'down')),
    text text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
create index ix_status_incident_started on app.status_incident (started_at desc, id desc);

create table app.waitlist (
    id uuid primary key,
    email text not null,
    email_key text not null constraint uq_waitlist_email_key unique,
    agency_name text,
    source text,
    invited_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
create index ix_waitlist_created on app.waitlist (created_at desc, id desc);
