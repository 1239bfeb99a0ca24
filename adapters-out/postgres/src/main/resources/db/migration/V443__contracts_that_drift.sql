-- How much of what vendors answer in an hour is not of their contract, over all processes. The vendors' files, Beyond "drift alarm".
create table app.contract_drift (
    vendor text not null,
    hour timestamptz not null,
    said int not null constraint ck_contract_drift_said check (said >= 0),
    strange int not null constraint ck_contract_drift_strange check (strange between 0 and said),
    example text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (vendor, hour)
);
