-- Ways in which the product itself failed, known again by what failed and where. API 9.17 (system/errors).

create table app.defect (
    fingerprint text primary key,
    id uuid not null constraint uq_defect_id unique,
    kind text not null,
    place text not null,
    seen_in text not null,
    count bigint not null default 1,
    first_at timestamptz not null,
    last_at timestamptz not null,
    state text not null default 'open' constraint ck_defect_state check (state in ('open', 'muted', 'resolved')),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
create index ix_defect_last on app.defect (last_at desc, id desc);
