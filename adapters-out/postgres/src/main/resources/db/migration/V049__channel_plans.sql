-- On which channels an enrolment goes and why not on the others. Scoring ALLOC-1. A table of its own beside enrolment, whose
-- rows are written with every step: what is decided once should not be copied with each of them.

create table app.enrolment_channels (
    client_id uuid not null,
    enrolment_id uuid not null,
    channels text[] not null,
    reasons jsonb not null,
    decided_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, enrolment_id),
    foreign key (client_id, enrolment_id) references app.enrolment (client_id, id)
);
create index ix_enrolment_channels_none on app.enrolment_channels (client_id, decided_at) where channels = '{}';
