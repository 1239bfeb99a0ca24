-- People's own accounts: the second factor, whether a sign-in has it, and letters that wait to be sent (api 2).

alter table app.user_session add column second_factor boolean not null default false;

create table app.user_second_factor (
    user_id uuid primary key references app.app_user (user_id),
    seed_ciphertext text not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0,
    recovery_hashes text[] not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);

create table app.account_mail (
    id uuid primary key,
    to_address text not null,
    subject text not null,
    body_ciphertext text,
    attempts int not null default 0,
    next_attempt_at timestamptz,
    sent_at timestamptz,
    given_up_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
create index ix_account_mail_due on app.account_mail (next_attempt_at) where next_attempt_at is not null;
