-- What a tenant pays for and what is left of it. Data model 5.2.

create table app.subscription (
    client_id uuid not null references app.client (client_id),
    id uuid not null,
    plan_code text not null references app.plan (code)
        constraint ck_subscription_plan_code check (plan_code in ('ignition', 'velocity', 'dominance')),
    status text not null constraint ck_subscription_status
        check (status in ('trialing', 'active', 'past_due', 'cancelled', 'paused')),
    is_founding boolean not null default false,
    stripe_customer_id text,
    stripe_subscription_id text,
    anchor_day smallint not null constraint ck_subscription_anchor_day check (anchor_day between 1 and 31),
    period_start timestamptz,
    period_end timestamptz,
    trial_ends_at timestamptz,
    cancel_at timestamptz,
    pending_plan_code text references app.plan (code),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    primary key (client_id, id)
);
create unique index uq_subscription_live on app.subscription (client_id) where status <> 'cancelled';

create table app.credit_account (
    client_id uuid primary key references app.client (client_id),
    balance int not null constraint ck_credit_account_balance check (balance >= 0),
    quota int not null,
    period_key text not null,
    next_reset_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0
);
create index ix_credit_account_next_reset on app.credit_account (next_reset_at);

create table app.credit_entry (
    client_id uuid not null,
    id uuid not null,
    kind text not null constraint ck_credit_entry_kind
        check (kind in ('grant', 'expire', 'consume', 'refund', 'upgrade', 'downgrade', 'adjust')),
    amount int not null constraint ck_credit_entry_amount check (amount <> 0),
    balance_after int not null,
    period_key text not null,
    lead_id uuid,
    run_id uuid,
    reason text,
    actor_id uuid,
    created_at timestamptz not null default now(),
    primary key (client_id, id)
);
create unique index uq_credit_entry_consume on app.credit_entry (client_id, lead_id) where kind = 'consume';
create unique index uq_credit_entry_refund on app.credit_entry (client_id, lead_id) where kind = 'refund';
create unique index uq_credit_entry_period on app.credit_entry (client_id, period_key, kind)
    where kind in ('grant', 'expire');
create index ix_credit_entry_created on app.credit_entry (client_id, created_at desc);

create table app.founding_spot (
    spot_no smallint primary key constraint ck_founding_spot_no check (spot_no between 1 and 20),
    client_id uuid,
    claimed_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    row_version int not null default 0,
    constraint uq_founding_spot_client unique (client_id)
);
