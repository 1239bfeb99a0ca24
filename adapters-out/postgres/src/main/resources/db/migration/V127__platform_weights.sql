-- Weights of the score that clients who agreed to it made together. Each run replaces what stood; versions count on.
-- Conversion intelligence 12.2, 12.3.

create table app.platform_weights (
    id uuid primary key,
    version int not null,
    data_quality numeric(5, 4) not null,
    authority numeric(5, 4) not null,
    company_fit numeric(5, 4) not null,
    timing numeric(5, 4) not null,
    risk numeric(5, 4) not null,
    sample_size bigint not null,
    contributing_clients int not null constraint ck_platform_weights_contributing_clients check (contributing_clients >= 3),
    confidence numeric(5, 4) not null constraint ck_platform_weights_confidence check (confidence between 0 and 1),
    computed_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    superseded_at timestamptz,
    constraint uq_platform_weights_version unique (version)
);
create unique index uq_platform_weights_current on app.platform_weights ((true)) where superseded_at is null;
