-- One confirmation of an opt-out by text, once per number and client (outreach 9.4); never a second one on a guess.
create table app.stop_confirmation (
    client_id uuid not null,
    phone text not null,
    our_number text not null,
    status text not null constraint ck_stop_confirmation_status check (status in ('wanted', 'sending', 'sent', 'given_up')),
    asked_at timestamptz not null,
    due_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, phone),
    foreign key (client_id) references app.client (client_id)
);
create index ix_stop_confirmation_due on app.stop_confirmation (due_at) where status = 'wanted';

-- How many texts of a number carriers filtered on a day, and until when it rests for that (clicksend 4.4).
create table app.number_rest (
    client_id uuid not null,
    resource_id uuid not null,
    day date not null,
    filtered int not null,
    rest_until timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, resource_id, day),
    foreign key (client_id) references app.client (client_id)
);
create index ix_number_rest_until on app.number_rest (client_id, rest_until) where rest_until is not null;
