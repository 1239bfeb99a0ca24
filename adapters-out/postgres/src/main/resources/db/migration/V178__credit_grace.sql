-- Credits that outlive their period for three days where the client was held up by us, and the days on which it was.
-- Scoring B11.

alter table app.credit_account
    add column grace_credits int constraint ck_credit_account_grace check (grace_credits > 0),
    add column grace_until timestamptz,
    add constraint ck_credit_account_grace_whole check ((grace_credits is null) = (grace_until is null));
create index ix_credit_account_grace on app.credit_account (grace_until) where grace_until is not null;

-- The end of a grace is a second expiry within its period.
drop index app.uq_credit_entry_period;
create unique index uq_credit_entry_period on app.credit_entry (client_id, period_key, kind, (reason = 'end of the grace'))
    where kind in ('grant', 'expire');

create table app.held_up_day (
    client_id uuid not null,
    day date not null,
    cause text not null constraint ck_held_up_day_cause check (cause in ('vendor_outage', 'resource_shortfall')),
    created_at timestamptz not null default now(),
    primary key (client_id, day, cause)
);
