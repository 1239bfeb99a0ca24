-- How often each caller may ask, where several processes serve one database. Not logged: after a crash every bucket is full.
create unlogged table app.caller_bucket (
    name text not null,
    owner text not null,
    full_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (name, owner)
);
create index ix_caller_bucket_full on app.caller_bucket (full_at);
