-- How a client stood against its quota, one row a day. Data model 5.13, scoring PACE.

create table app.pacing_day (
    client_id uuid not null,
    day date not null,
    quota int not null,
    cycle_day int not null,
    cycle_days int not null,
    days_left int not null,
    started_leads int not null,
    expected numeric(12, 4) not null,
    pace_pct numeric(12, 1) not null,
    start_budget int not null,
    flag text constraint ck_pacing_day_flag check (flag in ('burning_fast', 'burning_slow')),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, day)
);
