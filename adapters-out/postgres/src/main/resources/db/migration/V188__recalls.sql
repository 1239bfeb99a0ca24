-- What was asked back from a vendor after a stop, one row for each touch (outreach 4.3 T7, salesforge 5, vapi 7).
create table app.touch_recall (
    client_id uuid not null,
    touch_id uuid not null,
    status text not null constraint ck_touch_recall_status check (status in ('asked', 'settled')),
    due_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, touch_id),
    foreign key (client_id, touch_id) references app.outreach_job (client_id, id) on delete cascade
);

-- Which runs were stopped lately: asked every half minute for every client.
create index ix_enrolment_stopped on app.enrolment (client_id, ended_at) where status = 'stopped';
