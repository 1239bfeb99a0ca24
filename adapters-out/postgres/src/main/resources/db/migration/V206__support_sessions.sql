-- Staff looks into a client, or acts in it, for at most an hour. Api 3, data model 5.1.

create table app.support_session (
    id uuid primary key,
    client_id uuid not null references app.client (client_id),
    staff_id uuid not null references app.app_user (user_id),
    mode text not null constraint ck_support_session_mode check (mode in ('read_only', 'act')),
    reason text not null constraint ck_support_session_reason check (length(reason) between 1 and 500),
    started_at timestamptz not null,
    expires_at timestamptz not null
        constraint ck_support_session_expires_at check (expires_at <= started_at + interval '60 minutes'),
    ended_at timestamptz,
    ended_by uuid references app.app_user (user_id),
    owners_told_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
create unique index uq_support_session_open on app.support_session (client_id, staff_id) where ended_at is null;
create index ix_support_session_client on app.support_session (client_id, started_at desc);
create index ix_support_session_started on app.support_session (started_at desc, id desc);
