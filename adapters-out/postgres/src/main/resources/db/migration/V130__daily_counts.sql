-- Facts counted by day, so that a run adds up days instead of facts; and how far facts are taken over, so that a night
-- looks at a night's worth. Conversion intelligence 4, 19, 22.

-- slot: twice the days since 1970-01-01 14:00 UTC, where Sydney's begin; one more in the last hour, as in summer they begin
-- at 13:00. One row per dimension; the arrays hold one cell per place: value, stratum, units, conversions. Dimension ''
-- holds the totals.
create table app.cis_daily_count (
    client_id uuid not null,
    unit text not null constraint ck_cis_daily_count_unit check (unit in ('lead', 'touch', 'gap', 'meeting')),
    slot int not null,
    dimension text not null,
    segments text[] not null,
    strata text[] not null,
    units int[] not null,
    conversions int[] not null,
    row_version int not null default 0,
    primary key (client_id, unit, slot, dimension)
);

create table app.cis_progress (
    client_id uuid primary key,
    matured_until timestamptz not null,
    swept_at timestamptz not null,
    row_version int not null default 0
);

-- Which bookings of a lead its facts know of; a lead whose bookings are others by now is looked at again.
create table app.cis_booking_seen (
    client_id uuid not null,
    lead_id uuid not null,
    bookings text not null,
    row_version int not null default 0,
    primary key (client_id, lead_id)
);
