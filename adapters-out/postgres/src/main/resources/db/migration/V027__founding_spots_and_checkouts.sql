-- A spot is kept for a checkout while its customer pays, and a checkout that is reported twice is recognised.
-- Scoring PLAN-7, B15.

alter table app.founding_spot
    add column held_by text constraint uq_founding_spot_held_by unique,
    add column held_until timestamptz,
    add constraint ck_founding_spot_hold check ((held_by is null) = (held_until is null));

create table app.checkout (
    checkout_id text primary key,
    client_id uuid not null,
    plan_code text not null references app.plan (code),
    spot_no smallint references app.founding_spot (spot_no),
    completed_at timestamptz not null,
    created_at timestamptz not null default now()
);
create index ix_checkout_client on app.checkout (client_id);
