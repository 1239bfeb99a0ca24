-- What clients set for scoring beside their profile, and which changes they have tried on the past. Scoring ALS-12, ALS-20.

create table app.scoring_choice (
    client_id uuid primary key,
    technologies text[] not null default '{}',
    competitors text[] not null default '{}',
    sub_industry smallint constraint ck_scoring_choice_sub_industry check (sub_industry between 0 and 15),
    sub_size smallint constraint ck_scoring_choice_sub_size check (sub_size between 0 and 15),
    sub_location smallint constraint ck_scoring_choice_sub_location check (sub_location between 0 and 15),
    benchmark boolean not null default false,
    title_veto boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    constraint ck_scoring_choice_sub_weights check (num_nonnulls(sub_industry, sub_size, sub_location) in (0, 3)
        and (sub_industry is null or sub_industry + sub_size + sub_location > 0))
);

create table app.scoring_backtest (
    client_id uuid not null,
    id uuid not null,
    from_digest text not null,
    to_digest text not null,
    created_at timestamptz not null default now(),
    primary key (client_id, id)
);

alter table app.scoring_weights add column expires_at timestamptz;
