-- What accounts of vendors may still be asked just now. Flows 1.3, data model 5.13.

create table app.rate_bucket (
    vendor text not null,
    account_ref text not null default '',
    tokens numeric(14, 6) not null constraint ck_rate_bucket_tokens check (tokens >= 0),
    capacity int not null constraint ck_rate_bucket_capacity check (capacity >= 1),
    refill_per_s numeric(14, 6) not null constraint ck_rate_bucket_refill check (refill_per_s > 0),
    filled_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (vendor, account_ref)
);
