-- How people like to see the pages. Data model 5.1.

create table app.user_preference (
    user_id uuid primary key references app.app_user (user_id),
    theme text not null constraint ck_user_preference_theme check (theme in ('system', 'dark', 'light')),
    density text not null constraint ck_user_preference_density check (density in ('auto', 'dense', 'comfortable')),
    own_timezone boolean not null,
    time_form text not null constraint ck_user_preference_time_form check (time_form in ('relative', 'absolute')),
    shortcuts_enabled boolean not null,
    shortcuts jsonb not null,
    ticker_paused boolean not null,
    list_columns jsonb not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
