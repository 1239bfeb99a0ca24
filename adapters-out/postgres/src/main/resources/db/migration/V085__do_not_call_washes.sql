-- What the Do Not Call Register said of numbers. Data model 5.6, outreach 6.5. Of the platform: the answer belongs to the
-- number, so that one wash serves every client.

create table app.phone_wash (
    phone_e164 text primary key,
    state text not null default 'unknown' constraint ck_phone_wash_state check (state in ('unknown', 'clean', 'listed')),
    washed_on date,
    wash_id text,
    needed_at timestamptz,
    out_in text,
    failures smallint not null default 0 constraint ck_phone_wash_failures check (failures between 0 and 4),
    invalid_until date,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    constraint ck_phone_wash_proved check
        (case state when 'unknown' then washed_on is null and wash_id is null
                    else washed_on is not null and wash_id is not null end)
);
create index ix_phone_wash_due on app.phone_wash (needed_at, phone_e164) where needed_at is not null and out_in is null;
create index ix_phone_wash_out on app.phone_wash (out_in, phone_e164) where out_in is not null;

-- the proof, for two years
create table app.phone_wash_event (
    phone_e164 text not null,
    wash_id text not null,
    state text not null constraint ck_phone_wash_event_state check (state in ('unknown', 'clean', 'listed')),
    washed_on date not null,
    created_at timestamptz not null default now(),
    primary key (phone_e164, wash_id)
);

create table app.phone_wash_batch (
    id text primary key,
    state text not null constraint ck_phone_wash_batch_state check (state in ('submitted', 'done', 'failed')),
    numbers int not null,
    sent_at timestamptz not null,
    washed_at timestamptz,
    clean int not null default 0,
    listed int not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
create index ix_phone_wash_batch_sent on app.phone_wash_batch (sent_at desc);

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('dncr_rewash', true, '0 0 2 * * *', 72000, 1, 1, 200, 21600, 3, '{60,300,900}', 40)
on conflict (flow) do nothing;
