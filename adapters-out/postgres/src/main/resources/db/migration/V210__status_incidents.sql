-- What the public page of the platform's state tells. Data model 5.13, api 9.1, 9.17.

create table app.status_incident (
    id uuid primary key,
    component text not null constraint ck_status_incident_component check (length(component) between 1 and 60),
    state text not null constraint ck_status_incident_state check (state in ('operational', 'degraded', 'down')),
    text text not null constraint ck_status_incident_text check (length(text) between 1 and 2000),
    started_at timestamptz not null,
    ended_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    constraint ck_status_incident_ended check (ended_at >= started_at)
);
create index ix_status_incident_started on app.status_incident (started_at desc, id desc);
