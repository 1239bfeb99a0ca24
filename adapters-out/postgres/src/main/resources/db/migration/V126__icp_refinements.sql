-- What searches took up of what was learned of leads, each distinct result once a day. Data model 5.10, conversion
-- intelligence 15.

create table app.icp_refinement_log (
    client_id uuid not null,
    id uuid not null,
    pattern_version int not null,
    base jsonb not null,
    refined jsonb not null,
    changes jsonb not null,
    confidence numeric(5, 4) not null constraint ck_icp_refinement_log_confidence check (confidence between 0 and 1),
    applied_on date not null,
    result_hash text not null,
    applied_at timestamptz not null,
    created_at timestamptz not null default now(),
    primary key (client_id, id),
    constraint uq_icp_refinement_log_result unique (client_id, applied_on, result_hash)
);
create index ix_icp_refinement_log_applied on app.icp_refinement_log (client_id, applied_at desc, id desc);
