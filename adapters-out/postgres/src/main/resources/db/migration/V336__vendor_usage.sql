-- What clients use of vendors that are paid by use, in millionths of an Australian dollar: written before the call as what it is
-- expected to cost, settled after it. Vendor catalogue 6, data model 5.13.

create table app.vendor_usage (
    client_id uuid not null,
    dispatch_id uuid not null,
    vendor text not null,
    unit text not null constraint ck_vendor_usage_unit check (unit in ('credit', 'segment', 'minute', 'piece')),
    units int not null constraint ck_vendor_usage_units check (units >= 0),
    cost_micros bigint not null constraint ck_vendor_usage_cost check (cost_micros >= 0),
    settled boolean not null default false,
    used_on date not null,
    used_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, dispatch_id)
);
create index ix_vendor_usage_spent on app.vendor_usage (client_id, vendor, used_on) include (cost_micros);
create index ix_vendor_usage_day on app.vendor_usage (used_on, client_id);
